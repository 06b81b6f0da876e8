"""How a value looks to the eye and sounds to the ear, in Italian, English, Spanish and Portuguese.

Called by `pipeline.phrases` with the language and today's date; calls the tables in `pipeline.phrases.spoken`. Pure. `Eye` and `Ear`
have the same methods (`Format`), so that one sentence template serves both. It knows no sentence and no Meaning.

Laws: 1. what `Ear` returns holds only letters, spaces, apostrophes, hyphens and commas (names come through as they are);
2. the year of a day is said when it is not this year's or the day is more than eleven months away (contract section 3).
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from pipeline.phrases.spoken.amounts import count_words, decimal_words, duration_words, money_words
from pipeline.phrases.spoken.cardinals import Gender, cardinal, year
from pipeline.phrases.spoken.hours import clock_words, figures, with_figures, with_words
from pipeline.phrases.spoken.lexicon import HourWords, Lexicon, known, lexicon
from pipeline.phrases.spoken.lists import conjunction, disjunction, joined
from pipeline.phrases.spoken.ordinals import ordinal
from pipeline.phrases.spoken.spelling import code_words, phone_groups, phone_words

_ELEVEN_MONTHS = timedelta(days=335)
_APOSTROPHES_DAYS = (8, 11)
"""Days before which Italian elides the article: l'otto, l'undici."""


class Format(Protocol):
    """What both `Eye` and `Ear` can do: every method returns finished words in the language given at construction."""

    language: str
    today: date

    def day(self, day: date) -> str: ...
    def on_day(self, day: date, *, relative: bool = False) -> str: ...
    def bare_day(self, day: date) -> str: ...
    def birth(self, day: date) -> str: ...
    def weekday(self, day: date) -> str: ...
    def month(self, day: date) -> str: ...
    def year(self, n: int) -> str: ...
    def clock(self, moment: time) -> str: ...
    def at(self, moment: time) -> str: ...
    def the_hour(self, moment: time) -> str: ...
    def from_to(self, first: time, last: time) -> str: ...
    def price(self, amount: Decimal) -> str: ...
    def percent(self, value: Decimal | int) -> str: ...
    def phone(self, text: str) -> str: ...
    def code(self, text: str) -> str: ...
    def duration(self, minutes: int) -> str: ...
    def number(self, n: int, gender: Gender = "M") -> str: ...
    def count(self, n: int, singular: str, plural: str, gender: Gender = "M") -> str: ...
    def ordinal(self, n: int, gender: Gender = "M") -> str: ...
    def names(self, names: Sequence[str]) -> str: ...
    def either(self, names: Sequence[str]) -> str: ...


class _Shared:
    """The grammar of days and lists, the same for eye and ear; how a number or an hour is written comes from the subclass."""

    def __init__(self, language: str, today: date) -> None:
        self.language = known(language)
        self.today = today
        self._words: Lexicon = lexicon(language)

    def _spell(self, n: int) -> str:
        raise NotImplementedError

    def _day_number(self, day: date) -> str:
        raise NotImplementedError

    def _hour(self, moment: time, words: HourWords) -> str:
        raise NotImplementedError

    def _pattern(self) -> str:
        raise NotImplementedError

    def _bare_pattern(self) -> str:
        return self._words.bare_day

    def year(self, n: int) -> str:
        """A year."""
        return self._spell(n)

    def _far(self, day: date) -> bool:
        return day.year != self.today.year or abs(day - self.today) > _ELEVEN_MONTHS

    def _dated(self, pattern: str, day: date, *, with_year: bool) -> str:
        text = pattern.format(weekday=self.weekday(day), n=self._day_number(day), month=self.month(day))
        return self._words.with_year.format(day=text, year=self.year(day.year)) if with_year else text

    def weekday(self, day: date) -> str:
        """The name of the weekday."""
        return self._words.weekdays[day.weekday()]

    def month(self, day: date) -> str:
        """The name of the month."""
        return self._words.months[day.month - 1]

    def day(self, day: date) -> str:
        """A day with its weekday, and its year where that must be said: "giovedì 12 marzo"."""
        return self._dated(self._pattern(), day, with_year=self._far(day))

    def on_day(self, day: date, *, relative: bool = False) -> str:
        """A day as the complement of time: "on Thursday 12 March", "el jueves..."; `relative` gives "oggi" and "domani"."""
        if relative and day == self.today:
            return self._words.today
        if relative and day == self.today + timedelta(days=1):
            return self._words.tomorrow
        return self._words.on[day.weekday()] + self.day(day)

    def bare_day(self, day: date) -> str:
        """A day with its article and without its weekday: "il 12 marzo", "l'otto maggio"."""
        text = self._dated(self._bare_pattern(), day, with_year=self._far(day))
        if self.language == "it" and day.day in _APOSTROPHES_DAYS:
            return f"l'{text.removeprefix('il ')}"
        return text

    def birth(self, day: date) -> str:
        """A day with its year always, as a date of birth is read back."""
        return self._dated(self._words.plain_day, day, with_year=True)

    def at(self, moment: time) -> str:
        """An hour as the complement of time: "alle 15:30", "all'una"."""
        return self._hour(moment, self._words.at)

    def the_hour(self, moment: time) -> str:
        """An hour with its article, to be put after "dopo", "verso" or as a subject: "le 15:30", "l'una"."""
        return self._hour(moment, self._words.the)

    def from_to(self, first: time, last: time) -> str:
        """A stretch of the day: "dalle 9:00 alle 13:00"."""
        return f"{self._hour(first, self._words.since)} {self._hour(last, self._words.until)}"

    def names(self, names: Sequence[str]) -> str:
        """A list read as one: "taglio, colore e piega", with the conjunction that sounds right before the last name."""
        return joined(names, self.language, conjunction)

    def either(self, names: Sequence[str]) -> str:
        """A choice: "alle 9:00, alle 10:00 o alle 16:00"."""
        return joined(names, self.language, disjunction)


class Eye(_Shared):
    """Values as they are written: figures, symbols, upper case codes."""

    def _spell(self, n: int) -> str:
        return str(n)

    def _day_number(self, day: date) -> str:
        return str(day.day)

    def _hour(self, moment: time, words: HourWords) -> str:
        return with_figures(moment, words)

    def _pattern(self) -> str:
        return self._words.day

    def _bare_pattern(self) -> str:
        return self._words.plain_day if self.language == "en" else self._words.bare_day

    def clock(self, moment: time) -> str:
        """An hour in figures: "9:00"."""
        return figures(moment)

    def price(self, amount: Decimal) -> str:
        """An amount in euros: "€ 25,00", "€25.00" in English, "25,00 €" in Spanish and Portuguese."""
        plain = f"{amount.quantize(Decimal('0.01'), ROUND_HALF_UP):,.2f}"
        if self.language == "en":
            return f"-€{plain[1:]}" if plain.startswith("-") else f"€{plain}"
        local = plain.translate(str.maketrans(",.", ".,"))
        return f"€ {local}" if self.language == "it" else f"{local} €"

    def percent(self, value: Decimal | int) -> str:
        """A percentage: "20%", "7,5%"."""
        text = f"{Decimal(value).normalize():f}"
        return f"{text if self.language == 'en' else text.replace('.', ',')}%"

    def phone(self, text: str) -> str:
        """A telephone number in groups: "328 456 7890"."""
        return " ".join(phone_groups(text))

    def code(self, text: str) -> str:
        """A code as it is written."""
        return text.upper()

    def duration(self, minutes: int) -> str:
        """A length of time: "45 minuti", "un'ora e mezza"."""
        return duration_words(minutes, self.language, spelled=False)

    def number(self, n: int, gender: Gender = "M") -> str:
        """A whole number with the separator of thousands of the language."""
        text = f"{n:,}"
        return text if self.language == "en" else text.replace(",", ".")

    def count(self, n: int, singular: str, plural: str, gender: Gender = "M") -> str:
        """So many things: "1 appuntamento", "3 appuntamenti"."""
        return f"{self.number(n, gender)} {singular if n == 1 else plural}"

    def ordinal(self, n: int, gender: Gender = "M") -> str:
        """A rank: "1°", "2ª", "3rd"."""
        if self.language == "en":
            last = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
            return f"{n}{last}"
        mark = "ª" if gender == "F" else "°" if self.language == "it" else "º"
        return f"{n}.{mark}" if self.language == "es" else f"{n}{mark}"


class Ear(_Shared):
    """Values as they are said: words only."""

    def _spell(self, n: int) -> str:
        return year(n, self.language)

    def _day_number(self, day: date) -> str:
        if day.day == 1 or self.language == "en":
            return ordinal(day.day, self.language)
        return cardinal(day.day, self.language)

    def _hour(self, moment: time, words: HourWords) -> str:
        return with_words(moment, self.language, words)

    def _pattern(self) -> str:
        return self._words.spoken_day

    def birth(self, day: date) -> str:
        """A day with its year always: "dodici marzo millenovecentottantacinque"."""
        text = super().birth(day)
        return f"the {text.replace(' ', ' of ', 1)}" if self.language == "en" else text

    def clock(self, moment: time) -> str:
        """An hour in words: "quindici e trenta"."""
        return clock_words(moment, self.language)

    def price(self, amount: Decimal) -> str:
        """An amount in euros: "otto euro e novanta centesimi"."""
        return money_words(amount, self.language)

    def percent(self, value: Decimal | int) -> str:
        """A percentage: "venti per cento"."""
        return f"{decimal_words(Decimal(value), self.language)} {self._words.percent}"

    def phone(self, text: str) -> str:
        """A telephone number digit by digit in groups."""
        return phone_words(text, self.language)

    def code(self, text: str) -> str:
        """A code letter by letter: "A come Ancona, sette"."""
        return code_words(text, self.language)

    def duration(self, minutes: int) -> str:
        """A length of time: "quarantacinque minuti", "un'ora e mezza"."""
        return duration_words(minutes, self.language, spelled=True)

    def number(self, n: int, gender: Gender = "M") -> str:
        """A whole number in words."""
        return cardinal(n, self.language, gender)

    def count(self, n: int, singular: str, plural: str, gender: Gender = "M") -> str:
        """So many things, agreeing: "un appuntamento", "ventuno minuti"."""
        return count_words(n, singular, plural, self.language, gender)

    def ordinal(self, n: int, gender: Gender = "M") -> str:
        """A rank in words: "primo", "seconda"."""
        return ordinal(n, self.language, gender)
