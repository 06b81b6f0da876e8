"""Every clock, part of the day and window an utterance names, in the order said: candidates only.

Called by `when`; calls `times_parts` and numbers. What is said without a word that makes it a clock (a bare "tre") counts only
where an hour was asked for. It must never know of opening hours: a bare hour stays as said.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.italian import bare_numbers, times_parts
from pipeline.italian.dates_words import DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.times_minutes import minutes_after, to_the_hour
from pipeline.italian.times_nouns import COUNTED, MAY_FOLLOW
from pipeline.italian.times_words import HEARD_AS, PARTS, PLURAL, SINGULAR, Part, TimeFound
from pipeline.italian.words import Span

_NEAR_DAY = frozenset({"domani", "oggi", "dopodomani", *PARTS})
_ARTICLED = frozenset({"le", "delle", "nelle"})
_BESIDE = 2
_MONEY = frozenset({"costa", "costano", "pago", "prezzo", "spendo", "pagato", "euro", "costava", "totale", "sconto"})


def scan(scene: Scene, days: list[DateFound]) -> list[TimeFound]:
    """The times of the utterance in order; words that are part of a day ("venerdì 24") are not read again."""
    taken = {position for day in days for position in range(day.span.start, day.span.end) if scene.at(position) not in PARTS}
    found: list[TimeFound] = []
    index = 0
    while index < len(scene.words):
        time = None if index in taken or not scene.at(index) else _read(scene, index, found, taken)
        if time is None or time.span.end <= index or taken & set(range(index, time.span.end)):
            index += 1
        else:
            found.append(time)
            index = time.span.end
    return found


def _read(scene: Scene, index: int, found: list[TimeFound], taken: set[int]) -> TimeFound | None:
    norm = scene.at(index)
    if norm in ("tra", "fra"):
        return times_parts.offset(scene, index)
    window = _beside_a_clock(scene, index) or times_parts.window(scene, index)
    if window is not None:
        return window
    if norm in PARTS:
        return times_parts.part(scene, index)
    return _noon(scene, index) or to_the_hour(scene, index) or clock(scene, index, _licensed(scene, index, found, taken))


def _beside_a_clock(scene: Scene, index: int) -> TimeFound | None:
    """ "mezz'ora prima delle otto", "un'ora dopo le tre": so long before or after the clock that is named."""
    length, end, rough = times_parts.duration(scene, index)
    side = {"prima": -1, "dopo": 1}.get(scene.at(end), 0)
    if not length or not side or scene.breaks(end + 1) or scene.at(end + 1) in ("alle", "all'"):
        return None
    named = _noon(scene, end + 1) or clock(scene, end + 1, licensed=False)
    if named is None or named.minutes is None or named.minutes + side * length < 0:
        return None
    span = Span(index, named.span.end)
    return replace(named, span=span, minutes=named.minutes + side * length, det="alle", approximate=rough or named.approximate)


def _licensed(scene: Scene, index: int, found: list[TimeFound], taken: set[int]) -> bool:
    """ "tra le 9 e 11", "alle 9 o 10": a clock just before licenses a bare number; so does the question for the hour."""
    if scene.at(index - 1) in ("il", "in", "siamo", "numero", "via", "civico", "per", "di", "ho") and scene.context.step != "ora":
        return False
    if found and found[-1].is_clock and found[-1].span.end == index - 1 and scene.at(index - 1) in ("e", "o", "oppure", "a"):
        return True
    if found and found[-1].is_clock and found[-1].span.end == index and scene.before(index).strip() in ("-", "–"):
        return True
    if scene.context.step == "ora":
        number = scene.number(index)
        free = scene.at(index - 1) not in ("il", "siamo", "numero", "via", "operatore")
        return free and (number is None or bare_numbers.answers(scene, index, number.span.end))
    return (scene.at(index - 1) in _NEAR_DAY or index - 1 in taken) and _stands_alone(scene, index)


def _stands_alone(scene: Scene, index: int) -> bool:
    number = scene.number(index)
    if number is None:
        return False
    end = number.span.end
    following = scene.at(end)
    return (
        not following
        or scene.breaks(end)
        or following in ("e", "meno", "per", "con", "va", "se", "in", "grazie", "circa", "o")
        or following.isdecimal()
    )


def _noon(scene: Scene, index: int) -> TimeFound | None:
    norm, following = scene.at(index), scene.at(index + 1)
    end = index + 1
    if norm in ("mezzogiorno", "mezzodi", "mezzogiorn", "mezzoggiorno", "mezogiorno"):
        base = 12 * 60
    elif norm == "mezzanotte":
        base = 0
    elif norm in ("mezzo", "mezz'") and following == "giorno":
        base, end = 12 * 60, index + 2
    elif norm == "mezza" and following == "notte":
        base, end = 0, index + 2
    elif (
        norm == "mezza"
        and scene.at(index - 1) in ("alla", "la")
        and scene.at(index - 2) in ("", "verso", "per", "dopo", "prima", "facciamo")
        and (following or scene.breaks(end))
    ):
        return TimeFound(Span(index - 1, end), 12 * 60 + 30, True, det="alle", approximate=_around(scene, end))
    else:
        return None
    offset, end, rough = minutes_after(scene, end, noon=True)
    det = scene.at(index - 1) if scene.at(index - 1) in ("a", "da", "alle", "al", "le", "dal", "di") else ""
    start = index - 1 if det else index
    det = {"a": "alle", "da": "dalle", "al": "alle", "dal": "dalle", "di": "delle"}.get(det, det)
    return TimeFound(Span(start, end), (base + offset) % (24 * 60), True, det, approximate=rough or _around(scene, end))


def clock(scene: Scene, index: int, licensed: bool) -> TimeFound | None:
    """A clock beginning here, its determiner included: "alle tre e mezza", "15.30", "le 9 meno dieci", "ore 17"."""
    det, cursor = _determiner(scene, index)
    hour, end, padded = _hour(scene, cursor, det)
    if hour is None:
        return None
    if len(scene.at(cursor)) in (3, 4) and scene.at(cursor).isdecimal():
        return _compact(scene, index, cursor, det, licensed)
    offset, after, rough = minutes_after(scene, end, ends_range=scene.at(index - 1) in ("tra", "fra"))
    if not (det or licensed) and not _by_its_shape(scene, cursor, end, after, hour):
        return None
    if _counts_something(scene, after, det) or _is_money(scene, cursor, after):
        return None
    minutes = hour * 60 + offset
    minutes = minutes % (24 * 60) if minutes != 24 * 60 else 0
    literal = hour > 12 or hour == 0 or padded
    around = rough or _around(scene, after)
    return TimeFound(Span(index, after + (scene.at(after) == "circa")), minutes, literal, det, approximate=around)


def _around(scene: Scene, end: int) -> bool:
    return (
        scene.at(end) in ("circa", "indicativamente") or scene.matches(end, ("piu", "o", "meno")) or scene.matches(end, ("o", "giu", "di"))
    )


def _determiner(scene: Scene, index: int) -> tuple[str, int]:
    norm = scene.at(index)
    if norm == "e" and scene.at(index - 1) in ("verso", "dopo", "a", "pe"):
        # Central Italy says "verso e dieci" for "verso le dieci".
        return "le", index + 1
    if norm in PLURAL:
        cursor = index + 1
        if scene.at(cursor) in ("ore", "h", "le"):
            cursor += 1
        return norm, cursor
    if norm in SINGULAR and scene.at(index + 1) in ("una", "1", "un"):
        return norm, index + 1
    return "", index


def _hour(scene: Scene, index: int, det: str) -> tuple[int | None, int, bool]:
    norm = scene.at(index)
    if det in ("alle", "dalle", "ale", "le") and norm in HEARD_AS and _sounds_like_an_hour(scene, index + 1, det):
        return HEARD_AS[norm], index + 1, False
    number = scene.number(index)
    if number is None or (norm in ("un", "uno") and not (det in SINGULAR and norm == "un")):
        return None, index, False
    if det in SINGULAR and scene.at(index + 1) not in ("", "e", "meno") and not _after_one(scene, index + 1, det):
        return None, index, False
    if norm == "una" and not det and not (scene.context.step == "ora" and scene.at(index + 1) in ("", "e", "meno")):
        return None, index, False
    if number.digits and len(norm) in (3, 4):
        return number.value, number.span.end, False
    if number.value > 24:
        return None, index, False
    return number.value, number.span.end, number.digits and len(norm) == 2 and norm[0] == "0"


def _sounds_like_an_hour(scene: Scene, end: int, det: str) -> bool:
    """ "Alle auto" alone is "alle otto"; "alle auto in garanzia" are cars."""
    alone = scene.breaks(end) or scene.at(end) in ("", "e", "meno", "va", "di", "circa", "per", "grazie", "precise", "domani", "stasera")
    return alone and (det != "le" or scene.context.step == "ora")


def _after_one(scene: Scene, index: int, det: str) -> bool:
    """ "l'una" is an hour unless it goes on as "l'una o l'altra", "la una signora"."""
    if det in ("la", "alla", "dalla"):
        return scene.context.step == "ora" and scene.breaks(index)
    return not (scene.at(index) in ("o", "e") and scene.at(index + 1) in ("l'", "altra"))


def _compact(scene: Scene, index: int, cursor: int, det: str, licensed: bool) -> TimeFound | None:
    """ "alle 1530", at the question for the hour also "930"."""
    hour, minute = divmod(int(scene.at(cursor)), 100)
    if not (det or licensed) or hour > 23 or minute > 59 or (minute % 5 and not det):
        return None
    if _counts_something(scene, cursor + 1, det) or _is_money(scene, cursor, cursor + 1):
        return None
    if scene.at(cursor + 1).isdecimal() and not scene.breaks(cursor + 1):
        return None  # "Le 205 55 R 16" are tyres
    return TimeFound(Span(index, cursor + 1), hour * 60 + minute, hour > 12 or scene.at(cursor)[0] == "0", det)


def _by_its_shape(scene: Scene, cursor: int, end: int, after: int, hour: int) -> bool:
    """Whether it is a clock without any word that says so: "15:30", "15.30", "dieci e mezza", "17 e 30"."""
    if after == end:
        return False
    mark = scene.before(end).strip()
    if mark in (":", ".") and scene.words[cursor].is_number:
        glued = scene.words[end].glued and not (after < len(scene.words) and scene.words[after].glued and scene.at(after).isdecimal())
        return (
            glued
            and (mark == ":" or int(scene.at(end)) % 5 == 0)
            and not (cursor and scene.words[cursor].glued and scene.at(cursor - 1).isdecimal())
        )
    if scene.at(end) == "h" and scene.words[end].glued:
        return True
    if scene.at(end) not in ("e", "meno") or scene.at(cursor - 1) in ("in", "siamo", "ho", "di", "un", "anni"):
        return False
    if scene.at(after - 1) in ("mezza", "quarto", "quarti", "mezzo"):
        return scene.at(end) == "meno" or hour > 0
    return (
        hour >= 7 and scene.at(end) == "e" and (scene.number(after - 1) is not None) and scene.at(after - 1) not in ("dieci", "5", "cinque")
    )


def _counts_something(scene: Scene, after: int, det: str) -> bool:
    """ "le due figlie", "20 e 30 anni": a unit follows, or after a mere article any unknown noun in the plural."""
    # After a mere article a service may be what is counted ("le quattro gomme"), though its word is taken.
    spoken_for = det in _ARTICLED and after < len(scene.words)
    following = scene.words[after].norm if spoken_for else scene.at(after)
    if following in COUNTED and not scene.breaks(after):
        return True
    if following in ("quarti", "quarto") and scene.at(after + 1) in ("d'", "di"):
        return True
    if scene.matches(after, ("per", "cento")) or scene.matches(after, ("di", "loro")):
        return True
    return det in _ARTICLED and scene.at(after - 1) in ("due", "tre", "quattro", "cinque", "sei") and _plural_noun(scene, after)


def _plural_noun(scene: Scene, index: int) -> bool:
    following = scene.at(index)
    if not following or scene.breaks(index) or scene.number(index) is not None or following in MAY_FOLLOW or following in PARTS:
        return False
    verb = following.endswith(("rebbe", "rei")) or following in ("siete", "potete", "dite")  # "dopo le tre potrebbe andare"
    return following.isalpha() and following[-1] in "ei" and len(following) > 3 and not verb


def _is_money(scene: Scene, cursor: int, after: int) -> bool:
    marks = scene.before(after) if after < len(scene.words) else scene.words[-1].after
    return "€" in marks or "%" in marks or "€" in scene.before(cursor) or scene.at(cursor - 1) in _MONEY


def with_parts(found: list[TimeFound], days: Sequence[DateFound] = ()) -> list[TimeFound]:
    """Each clock with the part of the day said nearest to it ("alle otto stasera", "sabato pomeriggio alle quattro").

    Where several days are named a part belongs to the day it stands at: in "giovedì alle tre o venerdì mattina" no hour is a morning's.
    """
    parts = [time for time in found if time.part is not None]
    if not parts:
        return found
    return [_with_part(time, [part for part in parts if _same_day(time, part, days)]) for time in found]


def _with_part(time: TimeFound, parts: list[TimeFound]) -> TimeFound:
    return replace(time, part=_nearest(time, parts)) if parts and time.is_clock and not time.part else time


def _same_day(time: TimeFound, part: TimeFound, days: Sequence[DateFound]) -> bool:
    if len(days) < 2:
        return True
    one, two = _day_of(time, days), _day_of(part, days)
    return one is None or two is None or one == two


def _day_of(time: TimeFound, days: Sequence[DateFound]) -> int | None:
    """The number of the day a time stands right after, else right before."""
    for number, day in enumerate(days):
        if 0 <= time.span.start - day.span.end <= _BESIDE:
            return number
    return next((number for number, day in enumerate(days) if 0 <= day.span.start - time.span.end <= _BESIDE), None)


def _nearest(time: TimeFound, parts: list[TimeFound]) -> Part | None:
    def distance(part: TimeFound) -> int:
        gap = part.span.start - time.span.end
        if gap >= 0:
            return gap if gap <= 1 else gap * 2 + 1
        return (time.span.start - part.span.end + 1) * 2

    return min(parts, key=distance).part
