"""Telephone numbers as they are spoken and as recognisers write them.

Called by the parser: `phones.read(words, context)`. Calls numbers and, lazily, phonenumbers (56 ms to import), which alone
decides what a valid number is. National digits go out, foreign numbers keep their +CC (contract section 4). It must never
know whose number it is.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline.italian import phones_spelling
from pipeline.italian.numbers import value
from pipeline.italian.phones_spelling import Piece
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Context

_SAID = frozenset(
    {"numero", "telefono", "cellulare", "cell", "cel", "tel", "fisso", "recapito", "chiamare", "richiamare", "contattare", "contatto"}
)
_ENDING_WORDS = frozenset(
    {"finisce", "finiva", "termina", "finisc", "terminano", "finiscono", "ultime", "ultimi", "finale", "fine", "finali"}
)
_LAST_ONE = frozenset({"ultimo", "ultima"})
_BEGINNING_WORDS = frozenset({"prefisso", "comincia", "inizia", "inizio", "prime", "primi", "primo", "prima"})
_OF_A_TIME = frozenset(
    {"alle", "all", "dalle", "ore", "verso", "il", "l", "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"}
)
"""Before so few figures it is an hour or a day, no telephone."""
_STEPS = frozenset({"telefono"})
_SAID_TWICE = frozenset({"telefono", "telefono_conferma"})
_AGAIN = frozenset({"quindi", "cioe", "ripeto", "ridico"})
"""Words behind which a number is said once more, whole, where no stop was heard."""
_SECOND = frozenset({"disambiguazione", "telefono_conferma", "registrazione"})
_BESIDE_DIGITS = frozenset({"e", "il", "la", "mio", "numero", "quello", "con", "si", "sono", "ecco", "allora", "ehm", "per", "le", "cifre"})
_LONGEST = 15
_LEAST = 6
_WHOLE = 9


@dataclass(frozen=True, slots=True)
class PhoneFound:
    """A number that was said: `number` when valid, else `problem`; `ending` for its last digits alone; `digits` as heard."""

    spans: tuple[Span, ...]
    number: str | None = None
    problem: Literal["incomplete", "invalid"] | None = None
    ending: str | None = None
    beginning: str | None = None
    digits: str = ""


def read(words: tuple[Word, ...], context: Context | None = None) -> PhoneFound | None:
    """The telephone number of the utterance, or the ending of one; None when none was meant."""
    step = context.step if context else None
    ending = _ending(words, step) or (_beginning(words) if step == "telefono_conferma" else None)
    if ending is not None:
        # "Le ultime due cifre sono 68, quindi 349 551 0768": who says the whole number too means that one.
        whole = _last_said(words, step) if step == "telefono_conferma" else None
        return whole or ending
    if step == "disambiguazione":
        ending = _bare_ending(words)
        if ending is not None:
            return ending
    found = _whole(words, step)
    return found if found is None or found.number or step not in _SAID_TWICE else _last_said(words, step) or found


def _last_said(words: tuple[Word, ...], step: str | None) -> PhoneFound | None:
    """ "Finisce con 18, quindi 347 220 1918": the number behind the last stop when all of it together is none."""
    for place in range(len(words) - 1, 0, -1):
        whole = words[place].is_number and len(words[place].norm) >= _WHOLE
        again = whole or words[place].breaks or words[place - 1].norm in _AGAIN
        found = _whole(words[place:], step) if again else None
        if found is not None and found.number:
            return replace(found, spans=tuple(Span(span.start + place, span.end + place) for span in found.spans))
    return None


def _whole(words: tuple[Word, ...], step: str | None) -> PhoneFound | None:
    runs = [bare for run in phones_spelling.runs(words) if (bare := _without_article(words, run))]
    best: PhoneFound | None = None
    for run in runs:
        found = _judge(words, run, step)
        if found is not None and (best is None or _rank(found) >= _rank(best)):
            best = found
    return best or _joined(words, runs, step)


def _without_article(words: tuple[Word, ...], run: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The run without "una" or "un" at its end where a word follows ("333 1234567, una piega"): that is no digit."""
    last = run[-1].span
    article = len(last) == 1 and words[last.start].norm in ("un", "una") and last.end < len(words)
    return run[:-1] if article else run


def _rank(found: PhoneFound) -> int:
    return 2 if found.number else 1


def _joined(words: tuple[Word, ...], runs: list[tuple[Piece, ...]], step: str | None) -> PhoneFound | None:
    """A number said in bits with other words between ("tre quattro otto, poi nove nove zero"), where one was asked for."""
    if step not in _STEPS or len(runs) < 2:
        return None
    return _judge(words, tuple(piece for run in runs for piece in run), step)


def _judge(words: tuple[Word, ...], run: tuple[Piece, ...], step: str | None) -> PhoneFound | None:
    start = run[0].span.start
    said = _was_said(words, start)
    asked = step in _STEPS
    if not asked and (_is_a_date(words, run) or (step == "data_nascita" and not said)):
        return None
    spans = (
        (Span(start, run[-1].span.end),)
        if run[-1].span.end - start <= sum(len(piece.span) for piece in run)
        else tuple(p.span for p in run)
    )
    readings = phones_spelling.readings(run)
    for digits in readings:
        number = national(digits) if _could_be(digits, asked or said) else None
        if number:
            return PhoneFound(spans, number, digits=digits)
    digits = readings[0]
    count = len(digits.lstrip("+"))
    worth = (
        (asked and count >= 2)
        or (said and count >= _LEAST)
        or (step in _SECOND and count >= _WHOLE)
        or (count >= _WHOLE and _looks_mobile(digits))
    )
    of_a_time = asked and count <= 4 and start > 0 and words[start - 1].norm.rstrip("'") in _OF_A_TIME
    if not worth or of_a_time or (asked and count < 3 and len(run) == 1 and count < 2):
        return None
    return PhoneFound(spans, problem="incomplete" if _is_short(digits) else "invalid", digits=digits)


def _could_be(digits: str, meant: bool) -> bool:
    """Without a word that says so only what begins like an Italian or international number is tried."""
    if not 5 <= len(digits) <= _LONGEST + 1:
        return False
    return meant or (digits[0] in "+03" and len(digits) >= (8 if digits[0] == "0" else _WHOLE))


def _looks_mobile(digits: str) -> bool:
    return digits[0] in "3+"


def _is_short(digits: str) -> bool:
    bare = digits.removeprefix("+39")
    return len(bare) < (10 if bare.startswith("3") else 7 if bare.startswith("0") else 9)


def _was_said(words: tuple[Word, ...], start: int) -> bool:
    return any(word.norm in _SAID for word in words[max(0, start - 6) : start])


def _is_a_date(words: tuple[Word, ...], run: tuple[Piece, ...]) -> bool:
    """ "24 03 2026" and "15/03/1985" are days."""
    first, last = run[0].span.start, run[-1].span.end
    figures = [word.norm for word in words[first:last] if word.is_number]
    if len(figures) != 3 or len(figures) != last - first:
        return False
    day, month, year = figures
    shaped = len(day) <= 2 and len(month) <= 2 and (len(year) == 4 or "/" in words[first + 1].before)
    return shaped and int(month) <= 12 and 0 < int(day) <= 31


def _ending(words: tuple[Word, ...], step: str | None) -> PhoneFound | None:
    """ "finisce con novanta", "le ultime due cifre sono 67", at a choice between people also "quello che finisce per 90"."""
    for index, word in enumerate(words):
        single = step == "telefono_conferma" and word.norm in (_LAST_ONE | _ENDING_WORDS)
        if word.norm not in _ENDING_WORDS and not single:
            continue
        cursor = _past_the_count(words, index + 1)
        run = next((run for run in phones_spelling.runs(words[cursor : cursor + 8])), None)
        lead = {each.norm for each in words[cursor : cursor + (run[0].span.start if run else 0)]}
        if run is None or not lead <= phones_spelling.LINKING | ({"un"} if single else set()):
            continue
        digits = phones_spelling.readings(run)[0]
        telling = (
            word.norm.startswith(("ultim", "final"))
            or any(each.norm in ("con", "per", "in", "finale") for each in words[index + 1 : cursor + 1])
            or lead
        )
        if (0 if single else 1) < len(digits) <= 5 and telling and (step is None or step != "data"):
            return PhoneFound((Span(index, cursor + run[-1].span.end),), ending=digits, digits=digits)
    return None


def _beginning(words: tuple[Word, ...]) -> PhoneFound | None:
    """ "No, comincia con 347", "il prefisso è 347": the first digits of the number that was read back."""
    for index, word in enumerate(words):
        if word.norm not in _BEGINNING_WORDS:
            continue
        cursor = _past_the_count(words, index + 1)
        run = next((run for run in phones_spelling.runs(words[cursor : cursor + 8])), None)
        digits = phones_spelling.readings(run)[0] if run is not None else ""
        if run is not None and 2 <= len(digits) <= 5:
            return PhoneFound((Span(index, cursor + run[-1].span.end),), beginning=digits, digits=digits)
    return None


def _bare_ending(words: tuple[Word, ...]) -> PhoneFound | None:
    """Digits alone where people are told apart ("cinquantaquattro zero uno"); what may be a year or a day of birth is none."""
    runs = phones_spelling.runs(words)
    if len(runs) != 1 or any(word.norm not in _BESIDE_DIGITS for word in words[: runs[0][0].span.start]):
        return None
    run = list(runs[0])
    digits = phones_spelling.readings(runs[0])[0]
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    spoken = len(run) > 1 or (len(digits) >= 3 and not year)
    rest = words[run[0].span.start :]
    apart = all(word.norm in phones_spelling.LINKING or word.is_number or value(word.norm) is not None for word in rest)
    if not (2 <= len(digits) <= 5 and spoken and apart and not (year and len(run) < 3)) or "/" in "".join(word.before for word in words):
        return None
    if len(run) == 2 and 0 < int(digits[:2]) <= 31 and len(digits) == 4 and digits[2] != "0" and 0 < int(digits[2:]) <= 12:
        return None
    return PhoneFound((Span(run[0].span.start, run[-1].span.end),), ending=digits, digits=digits)


def _past_the_count(words: tuple[Word, ...], index: int) -> int:
    """After "le ultime due cifre": that "due" is not a digit of the number."""
    follows = index + 1 < len(words) and words[index + 1].norm in ("cifre", "numeri", "sono", "cifra", "e'", "e")
    if index < len(words) and value(words[index].norm) is not None and follows:
        return index + 1
    return index


@lru_cache(maxsize=512)
def national(digits: str) -> str | None:
    """National digits of a valid Italian number, E.164 of a valid foreign one, None when it is no number."""
    import phonenumbers  # 56 ms: not before the first number is heard

    try:
        parsed = phonenumbers.parse(digits, "IT")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    if parsed.country_code == 39:
        return phonenumbers.national_significant_number(parsed)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if digits.startswith(("+", "00")) else None
