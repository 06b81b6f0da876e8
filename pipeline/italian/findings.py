"""Everything the slot readers find in one stretch of words, before anybody asks what the caller wants.

Called by `parse`, once for an utterance and twice for one that corrects itself; calls every reader in the order of precedence: names
before days ("Domenica Marzo"), services before names of operators, days and hours in what is left.
"""

from dataclasses import dataclass, field, fields, replace

from pipeline.italian import (
    dates_birth,
    names,
    names_parts,
    names_told,
    names_unasked,
    numbers,
    operators,
    ordinals,
    others,
    phones,
    services,
    when,
)
from pipeline.italian.dates_words import WEEKDAYS
from pipeline.italian.hearing import Hearing
from pipeline.italian.names import NameFound
from pipeline.italian.names_words import CALENDAR
from pipeline.italian.operators import OperatorsFound
from pipeline.italian.others import Other
from pipeline.italian.services import ServicesFound
from pipeline.italian.vocabulary import Vocabulary
from pipeline.italian.when import WhenFound
from pipeline.italian.when_places import beside
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Context, Step

_EMPTY_WHEN = WhenFound()
_CALENDAR = frozenset({"alle", "domani", "dopodomani", "mattina", "pomeriggio"})


@dataclass(slots=True)
class Findings:
    """What one stretch of words says, slot by slot; `hearing` knows which words are spoken for."""

    hearing: Hearing
    when: WhenFound = field(default_factory=WhenFound)
    services: ServicesFound = field(default_factory=ServicesFound)
    operators: OperatorsFound = field(default_factory=OperatorsFound)
    name: NameFound | None = None
    other: Other | None = None
    phone: phones.PhoneFound | None = None
    birth: dates_birth.BirthFound | None = None
    ordinal: int | None = None

    @property
    def has_day(self) -> bool:
        """Whether anything was said of the day."""
        found = self.when
        return bool(
            found.date or found.date_interval or found.date_choices or found.conflict or found.date_problem or found.weekdays_excluded
        )

    @property
    def has_hour(self) -> bool:
        """Whether anything was said of the hour."""
        return bool(self.when.time or self.when.time_interval or self.when.time_choices)

    @property
    def has_services(self) -> bool:
        """Whether a service was named, known or not."""
        return bool(self.services.services or self.services.ambiguous or self.services.unknown)

    @property
    def has_operator(self) -> bool:
        """Whether a wish for an operator was said."""
        return bool(self.operators.operators or self.operators.unknown or self.operators.anyone or self.operators.gender)

    @property
    def says_more(self) -> bool:
        """Whether a slot was said beyond nouns that might be services."""
        known = bool(self.services.services or self.services.ambiguous)
        return (
            self.has_day or self.has_hour or known or self.has_operator or bool(self.name or self.phone or self.birth or self.when.earliest)
        )

    @property
    def has_value(self) -> bool:
        """Whether any slot was said."""
        return (
            self.has_day
            or self.has_hour
            or self.has_services
            or self.has_operator
            or bool(self.name or self.phone or self.birth or self.when.earliest)
        )


def read(text: str, words: tuple[Word, ...], context: Context, vocabulary: Vocabulary) -> Findings:
    """Every slot said in these words."""
    hearing = Hearing(text, words)
    found = Findings(hearing)
    step = context.step
    found.ordinal = ordinals.read(hearing, step, context.options)
    _figures(found, words, context)
    if step != "operatore":
        found.name = _name(hearing, vocabulary, step)
    if step not in ("operatore", "servizi") and found.name is None:
        found.name = names_unasked.read(hearing, vocabulary)
    if found.name is not None:
        _take_again(hearing, found.name, step)
    found.services = services.read(hearing, vocabulary, step)
    found.other = others.for_other(hearing)
    if found.other is not None:
        # "Per mia figlia Giulia" names the daughter, whoever of that name works here.
        hearing.take(found.other.named, "OTHER")
    found.operators = operators.read(hearing, vocabulary, step == "operatore")
    found.when = _when(hearing, context)
    for place, word in enumerate(words):
        idiom = word.norm == "volo" and place > 0 and hearing.words[place - 1].norm == "al"
        if not hearing.labels[place] and word.norm in vocabulary.foreign and not idiom:
            hearing.take(Span(place, place + 1), "FOREIGN")
    return found


def _name(hearing: Hearing, vocabulary: Vocabulary, step: Step | None) -> NameFound | None:
    """The caller's name, the surest way of telling it first."""
    found = names.spelled(hearing, step) or names_parts.read(hearing, step)
    found = found or names.read(hearing, step) or names_told.read(hearing, vocabulary, step)
    found = names_told.overheard(hearing, found) if found and step == "cliente" else found
    return names_told.fuller(hearing, found) if found else None


def _take_again(hearing: Hearing, found: NameFound, step: Step | None) -> None:
    """ "Natale. Mi chiamo Natale", "non Domenica, Domenico": a word of the calendar that is the name, or the name it is not."""
    said = {word.norm for word in hearing.words[found.span.start : found.span.end]}
    for place, word in enumerate(hearing.words):
        if hearing.labels[place] or word.norm not in CALENDAR or not word.surface[:1].isupper():
            continue
        denied = step in names.NAME_STEPS and place > 0 and hearing.words[place - 1].norm == "non"
        if word.norm in said or denied:
            hearing.take(Span(place, place + 1), "NAME")


def _figures(found: Findings, words: tuple[Word, ...], context: Context) -> None:
    """The telephone number and the date of birth: the same figures may be either, what was asked for decides."""
    hearing = found.hearing
    found.phone = phones.read(words, context)
    if found.phone and found.phone.number is None and all(_of_the_calendar(words, span) for span in found.phone.spans):
        found.phone = None
    found.birth = dates_birth.birth(words, context)
    if context.step == "data_nascita" and found.birth is not None and found.birth.date is not None:
        # "Zero quattro zero sei duemilauno" where the birth was asked is no number, "primo primo sessanta" no choice.
        found.phone = None if found.phone and any(span.overlaps(found.birth.span) for span in found.phone.spans) else found.phone
        found.ordinal = None
    if found.phone:
        for span in found.phone.spans:
            hearing.take(span, "PHONE")
    if found.birth and hearing.free(found.birth.span) and found.ordinal is None:
        hearing.take(found.birth.span, "BIRTH")
    else:
        found.birth = None


def _when(hearing: Hearing, context: Context) -> WhenFound:
    if context.step in ("telefono", "telefono_conferma", "data_nascita") and not _has_calendar(hearing, context):
        return _EMPTY_WHEN
    taken = [Span(place, place + 1) for place, label in enumerate(hearing.labels) if label]
    found = when.read(hearing.words, context, taken)
    for day in found.dates:
        hearing.take(day.span, "DATE")
    for clock in found.times:
        hearing.take(clock.span, "TIME")
    return found


def _has_calendar(hearing: Hearing, context: Context) -> bool:
    """Whether a day or an hour is said in words where digits mean something else."""
    asked = context.step == "telefono" and "PHONE" not in hearing.labels
    if asked and any(word.norm in ("ora", "orario", "giorno", "data") for word in hearing.words):
        return True
    if asked and any(_day_number(hearing.words, at) for at in range(len(hearing.words))):
        return True
    return any(word.norm in _CALENDAR or word.norm in WEEKDAYS for word in hearing.words)


def _of_the_calendar(words: tuple[Word, ...], span: Span) -> bool:
    """ "Il diciotto", "alle sei": figures that come with the word of a day or an hour and are no longer than one."""
    number = numbers.at(words, span.start)
    told = span.start > 0 and words[span.start - 1].norm in ("il", "al", "dal", "alle", "dalle", "ore", "all'", "le")
    return told and number is not None and number.value <= 31 and number.span.end >= span.end


def _day_number(words: tuple[Word, ...], at: int) -> bool:
    """ "Il diciotto": an article and one number of the calendar; the figures of a telephone have none before them."""
    number = numbers.at(words, at + 1) if words[at].norm in ("il", "al", "dal", "del", "l'") else None
    return number is not None and 0 < number.value <= 31 and numbers.at(words, number.span.end) is None


def merged(left: Findings, right: Findings) -> Findings:
    """Both stretches of an utterance that corrects itself: what the later one says replaces what the earlier one said."""
    both = Findings(right.hearing)
    for entry in fields(Findings):
        if entry.name not in ("hearing", "when"):
            later = getattr(right, entry.name)
            setattr(both, entry.name, later if later not in (None, ServicesFound(), OperatorsFound()) else getattr(left, entry.name))
    both.when = _merged_when(left, right)
    return both


def _in_its_week(left: Findings, right: Findings) -> Findings:
    """ "Venerdì della prossima settimana, anzi giovedì": the weekday that replaces a day of a known week lies in that week."""
    dated = any(day.fixed for day in left.when.dates) and left.when.date is not None
    if not dated or len(right.when.dates) != 1 or right.when.date != right.when.dates[0].first:
        return right
    moved = beside(right.when.dates[0], left.when.date)
    return replace(right, when=replace(right.when, date=moved.first, date_choices=moved.choices, alternatives=()))


def _merged_when(left: Findings, right: Findings) -> WhenFound:
    day = _in_its_week(left, right) if right.has_day or not left.has_day else left
    hour = right if right.has_hour or not left.has_hour else left
    alternatives = right.when.alternatives or (left.when.alternatives if not right.has_day and not right.has_hour else ())
    return WhenFound(
        date=day.when.date,
        time=hour.when.time,
        date_interval=day.when.date_interval,
        time_interval=hour.when.time_interval,
        alternatives=alternatives,
        weekdays_excluded=tuple(dict.fromkeys((*left.when.weekdays_excluded, *right.when.weekdays_excluded))),
        approximate=hour.when.approximate or day.when.approximate,
        earliest=left.when.earliest or right.when.earliest,
        conflict=day.when.conflict,
        date_choices=day.when.date_choices,
        time_choices=hour.when.time_choices,
        date_problem=day.when.date_problem,
        done_by=right.when.done_by or left.when.done_by,
        refused=hour.when.refused,
    )
