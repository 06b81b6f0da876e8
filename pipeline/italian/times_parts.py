"""Parts of the day and windows without a clock: "in mattinata", "nel tardo pomeriggio", "dopo pranzo", "fra un'oretta".

Called by `times`; calls the tables. Bounds: contract section 3. It must never know of days or opening hours.
"""

import datetime as dt
from dataclasses import replace

from pipeline.italian.numbers import COLLECTIVES
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import PARTS, PHRASES, WINDOWS, TimeFound, clock_time
from pipeline.italian.words import Span

_GREETINGS = frozenset({"buon", "buona", "buone", "bella", "bel", "felice"})
_EARLY = frozenset({"prima", "primo", "primissima", "primissimo", "inizio", "presto"})
_LATE = frozenset({"tarda", "tardo", "fine", "tardi", "inoltrata", "inoltrato"})
_FREE = frozenset({"libera", "libero", "disponibile", "utile", "possibile", "buona", "che"})
_PHRASES_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(PHRASES, key=len, reverse=True):
    _PHRASES_BY_FIRST.setdefault(_phrase[0], []).append(_phrase)
_OFFERED = frozenset({"alternative", "conferma"})
_NOT_A_PART = frozenset({"cioccolato", "fonda"})


def window(scene: Scene, index: int) -> TimeFound | None:
    """A phrase that stands for a stretch of the day ("dopo il lavoro", "sul tardi", "all'ora di pranzo")."""
    for phrase in _PHRASES_BY_FIRST.get(scene.at(index), ()):
        if phrase[0] == "non" and scene.context.step in _OFFERED:
            continue  # "non così presto" finds fault with the times read out
        if scene.matches(index, phrase):
            first, last = PHRASES[phrase]
            return TimeFound(Span(index, index + len(phrase)), first=clock_time(first), last=clock_time(last))
    return _early(scene, index) if scene.at(index) == "presto" else None


def _early(scene: Scene, index: int) -> TimeFound | None:
    """ "domani presto"; "al più presto" and "a presto" are something else."""
    if scene.at(index - 1) in ("piu", "a", "troppo", "al") or scene.at(index + 1) in ("possibile", "che"):
        return None
    near = scene.context.step == "ora" or scene.at(index - 1) in ("domani", "oggi", "abbastanza", "molto", "dopodomani")
    return TimeFound(Span(index, index + 1), first=clock_time(360), last=clock_time(600)) if near else None


def part(scene: Scene, index: int) -> TimeFound | None:
    """A part of the day with what narrows it ("tarda mattinata", "mattina presto", "metà pomeriggio")."""
    name = PARTS.get(scene.at(index))
    if name is None or scene.at(index - 1) in _GREETINGS or scene.at(index + 1) in _NOT_A_PART:
        return None
    start, end, shade = index, index + 1, ""
    before = scene.at(index - 1)
    two_before = scene.at(index - 2) if before in ("della", "del", "di") else ""
    if before in _EARLY and scene.at(index + 1) not in _FREE:
        start, shade = index - 1, "prima"
    elif before in _LATE:
        start, shade = index - 1, "tarda"
    elif before == "meta" or two_before == "meta":
        start, shade = index - (1 if before == "meta" else 2), "meta"
    elif two_before in ("fine", "tarda", "presto", "inizio"):
        start, shade = index - 2, "prima" if two_before in ("presto", "inizio") else "tarda"
    elif before == "verso":
        shade = "verso"
    shade, end = _after(scene, end, shade)
    key = _key(name, shade)
    first, last = WINDOWS.get(key, WINDOWS[name])
    return TimeFound(Span(start, end), part=name, first=clock_time(first), last=clock_time(last))


def _after(scene: Scene, end: int, shade: str) -> tuple[str, int]:
    cursor = end + 1 if scene.at(end) in ("sul", "molto", "abbastanza", "un", "piuttosto") else end
    if scene.at(cursor) == "presto":
        return "prima", cursor + 1
    if scene.at(cursor) in ("tardi", "inoltrata", "inoltrato", "tardo", "tarda"):
        return "tarda", cursor + 1
    return shade, end


def _key(name: str, shade: str) -> str:
    masculine = {"prima": "primo", "tarda": "tardo"} if name == "pomeriggio" else {}
    return f"{masculine.get(shade, shade)} {name}".strip()


def offset(scene: Scene, index: int) -> TimeFound | None:
    """ "fra un'oretta", "tra due ore e mezza", "fra 20 minuti": the instant counted from now."""
    if scene.at(index) not in ("tra", "fra") and not scene.matches(index - 2, ("da", "qui", "a")):
        return None
    minutes, end, rough = duration(scene, index + 1)
    if not minutes:
        return None
    moment = scene.context.now + dt.timedelta(minutes=minutes)
    found = TimeFound(Span(index, end), minutes=moment.hour * 60 + moment.minute, literal=True, approximate=rough, day=moment.date())
    return replace(found, det="")


def duration(scene: Scene, index: int) -> tuple[int, int, bool]:
    """A length in minutes, where it ends, whether it is rough; zero when there is none."""
    norm, following = scene.at(index), scene.at(index + 1)
    if (norm == "mezz'" and following in ("ora", "oretta")) or (norm in ("mezza", "mezzo") and following in ("ora", "oretta")):
        return 30, index + 2, following == "oretta"
    if norm in ("mezzora", "mezzoretta"):
        return 30, index + 1, norm == "mezzoretta"
    if norm == "un" and following == "quarto" and scene.at(index + 3) in ("ora", "oretta"):
        return 15, index + 4, False
    if norm == "tre" and following == "quarti" and scene.at(index + 3) == "ora":
        return 45, index + 4, False
    if norm == "una" and following in COLLECTIVES and scene.at(index + 3) == "minuti":
        return COLLECTIVES[following], index + 4, True
    if norm in ("un", "una") and following == "paio" and scene.at(index + 3) in ("ore", "orette"):
        return 120, index + 4, True
    count, cursor = (1, index + 1) if norm in ("un'", "un", "una") else _count(scene, index)
    unit = scene.at(cursor)
    if not count or unit not in ("ora", "ore", "oretta", "orette", "minuti", "minuto", "minutini"):
        return 0, index, False
    return _with_fraction(scene, cursor + 1, count * (1 if unit.startswith("minut") else 60), unit.endswith(("etta", "ette")))


def _count(scene: Scene, index: int) -> tuple[int, int]:
    number = scene.number(index)
    return (number.value, number.span.end) if number and number.value <= 240 else (0, index)


def _with_fraction(scene: Scene, end: int, minutes: int, rough: bool) -> tuple[int, int, bool]:
    if scene.at(end) != "e" or minutes % 60:
        return minutes, end, rough
    if scene.at(end + 1) in ("mezza", "mezzo"):
        return minutes + 30, end + 2, rough
    if scene.matches(end + 1, ("un", "quarto")):
        return minutes + 15, end + 3, rough
    return minutes, end, rough
