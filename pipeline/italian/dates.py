"""Every day and stretch of days an utterance names, in the order said: candidates only, nothing is chosen here.

Called by `when` (and `birth` by the parser); calls the rules of days, weekdays, months, spans and feasts. It refuses what only
looks like a day:
surnames, streets, greetings. Conventions: contract section 3.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.italian import dates_anchors, dates_months, dates_numbers, dates_spans, dates_weekdays, feasts
from pipeline.italian.dates_birth import birth
from pipeline.italian.dates_words import FROM, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, DateFound, plus
from pipeline.italian.numbers import ORDINALS
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

__all__ = ["birth", "scan"]

Rule = Callable[[Scene, int], DateFound | None]

_RELATIVE = {
    "oggi": 0, "oggj": 0, "ogg": 0, "stamattina": 0, "stamani": 0, "stamane": 0, "stasera": 0, "staserata": 0, "domani": 1,
    "domattina": 1, "doman": 1,
    "domain": 1, 
    "domai": 1, "dumani": 1, "dimane": 1, "dumane": 1, "dimani": 1, "dmani": 1, "domaini": 1, "domni": 1, "domane": 1, "dopodomani": 2,
    "dopodoman": 2, "posdomani": 2, "stanotte": 0,
}  # fmt: skip
_MOST_DAYS = 100
_BEFORE_TODAY = frozenset({"ieri", "altroieri", "avantieri", "iersera"})
_GREETINGS = frozenset({"buon", "buona", "buone", "buono", "felice", "bella", "bel"})
_STREETS = frozenset({"via", "viale", "piazza", "corso", "largo", "piazzale", "vicolo", "strada", "contrada"})
_REMEMBERED = frozenset({"martiri", "caduti", "vittime", "moti", "strage", "battaglia"})
"""Whom streets are named after with a date ("piazza Martiri del Due Agosto")."""
_NAMING = frozenset({"chiamo", "chiama", "nome", "cognome", "signora", "signor", "signorina", "sig", "dottor", "dottoressa", "nominativo"})
_FAMILY = frozenset(
    {
        "figlio",
        "marito",
        "padre",
        "nonno",
        "zio",
        "fratello",
        "nipote",
        "cugino",
        "suocero",
        "cognato",
        "figlia",
        "moglie",
        "madre",
        "nonna",
    }
)
_NAMELIKE = frozenset({"domenica", "sabato", "natale", "pasqua", *MONTHS})
_OF_A_DAY = frozenset({"alle", "all", "all'", "mattina", "pomeriggio", "sera", "verso", "dopo", "prima", "dalle", "ore", "a"})
"""What follows a day and no name: "sabato alle 10" where the name was asked is a day."""
_NAME_STEPS = frozenset({"cliente", "cognome", "registrazione"})
_JOINERS = frozenset({"e", "o", "oppure", "ed", "od"})


def scan(scene: Scene) -> list[DateFound]:
    """The days of the utterance in order, overlapping none."""
    found: list[DateFound] = []
    index = 0
    while index < len(scene.words):
        day = None if not scene.at(index) or _is_no_day(scene, index) else _read(scene, index, found)
        if day is None or day.span.end <= index:
            index += 1
        else:
            found.append(day)
            index = day.span.end
    return _tie(scene, found)


def _read(scene: Scene, index: int, found: list[DateFound]) -> DateFound | None:
    norm = scene.at(index)
    if norm in feasts.FIRST_WORDS:
        feast = dates_anchors.feast_at(scene, index)
        if feast is not None:
            return feast
    for rule in RULES.get(norm, ()):
        day = rule(scene, index)
        if day is not None:
            return day
    if norm == "primo" or scene.number(index) is not None:
        return dates_numbers.read(scene, index, _follows_a_number(scene, index, found))
    return None


def _follows_a_number(scene: Scene, index: int, found: list[DateFound]) -> bool:
    """ "il 2 o 3", "il 17, 18 o 19": a day number just before licenses a bare one."""
    if not found or found[-1].kind not in ("number", "date") or found[-1].span.end < index - 1:
        return False
    return scene.at(index - 1) in _JOINERS or (found[-1].span.end == index and scene.before(index).strip() in (",", "-", "/"))


def _relative(scene: Scene, index: int) -> DateFound | None:
    """ "oggi", "domani", "dopo domani", "domani l'altro", "oggi a otto"."""
    if scene.at(index) in ("dopo", "doppo") and scene.at(index + 1) == "domani":
        return _on(scene, index, index + 2, 2)
    norm = scene.at(index)
    if norm in _BEFORE_TODAY:
        return DateFound(Span(index, index + 1), None, None, "relative", problem="past")
    if norm not in _RELATIVE:
        return None
    end = index + 1
    if scene.matches(end, ("l'", "altro")) and _RELATIVE[norm] == 1:
        return _on(scene, index, end + 2, 2)
    if scene.at(end) == "stesso":
        end += 1
    counted = _days_from(scene, index)
    if counted is not None:
        return _on(scene, index - 3, end, _RELATIVE[norm] + counted)
    ahead = dates_weekdays.days_on(scene, end)
    since = scene.at(index - 1) == "da"
    later = dates_spans.amount(scene, end + 1) if since and scene.at(end) in ("in", "a", "tra", "fra") and not ahead else None
    if later is not None and not later[1]:
        return _on(scene, index - 1, later[3], _RELATIVE[norm] + later[0].days)  # "da oggi in tre settimane"
    return _on(scene, index - 1 if ahead and since else index, end + 2 if ahead else end, _RELATIVE[norm] + ahead)


def _days_from(scene: Scene, index: int) -> int | None:
    """ "A quindici giorni da oggi": how many days before the word from which they are counted."""
    unit = {"giorni": 1, "settimane": 7, "settimana": 7}.get(scene.at(index - 2), 0)
    number = scene.number(index - 3) if unit and scene.at(index - 1) == "da" else None
    return number.value * unit if number is not None and number.span.end == index - 2 and number.value < _MOST_DAYS else None


def _on(scene: Scene, start: int, end: int, days: int) -> DateFound:
    day = plus(scene.today, days)
    return DateFound(Span(start, end), day, day, "relative")


def _this_part(scene: Scene, index: int) -> DateFound | None:
    """ "questo pomeriggio", "questa sera", "in giornata" are today."""
    part = scene.at(index + 1) in ("pomeriggio", "mattina", "mattino", "sera", "notte") and scene.at(index) != "in"
    day = scene.at(index) == "in" and scene.at(index + 1) == "giornata" and scene.at(index - 1) not in RULES
    if scene.at(index) == "questo" and scene.at(index + 1) in ("weekend", "week", "fine"):
        return dates_spans.weekend(scene, index + 1)
    return _on(scene, index, index + (2 if day else 1), 0) if part or day else None


def _next_days(scene: Scene, index: int) -> DateFound | None:
    """ "nelle prossime due settimane", "il prossimo weekend", "i prossimi giorni"."""
    counted = dates_months.counted(scene, index) if scene.at(index) in ("prossime", "prossimi") else None
    return counted or dates_spans.weekend(scene, index + 1)


def _weekday(scene: Scene, index: int) -> DateFound | None:
    return dates_weekdays.read(scene, index)


def _rules() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {name: (dates_months.month,) for name in MONTHS}
    for name in (*WEEKDAYS, *SHORT_WEEKDAYS):
        table[name] = (*table.get(name, ()), _weekday)
    for name in (*_RELATIVE, *_BEFORE_TODAY):
        table[name] = (_relative,)
    for name in ORDINALS:
        table[name] = (dates_months.ordinal,)
    table |= {
        "dopo": (_relative,),
        "doppo": (_relative,),
        "giorno": (dates_anchors.read,),
        "giorni": (dates_anchors.read, dates_months.season),
        "indomani": (dates_anchors.read,),
        "mese": (dates_months.this_month,),
        "feste": (dates_months.season,),
        "anno": (dates_months.season,),
        "questo": (_this_part,),
        "questa": (_this_part, dates_spans.week),
        "sta": (_this_part, dates_spans.week),
        "in": (_this_part,),
        "prossime": (_next_days,),
        "prossimi": (_next_days,),
        "prossimo": (_next_days,),
    }
    for name in ("tra", "fra", "entro", "qui"):
        table[name] = (dates_months.counted,)
    for name in ("prossima", "settimana", "altra", "quest'", "quell'", "scorsa", "inizio", "inizi", "meta", "primi", "ultimi", "fin"):
        table[name] = (dates_spans.week,)
    for name in ("weekend", "wekend", "week"):
        table[name] = (dates_spans.weekend,)
    for name in ("settimana", "settimane"):
        table[name] = (dates_anchors.read, *table.get(name, ()))
    table["fine"] = (dates_spans.weekend, dates_spans.week)
    return table


RULES = _rules()


def _is_no_day(scene: Scene, index: int) -> bool:
    """Greetings ("buona domenica"), streets ("via 20 settembre"), people ("Domenica Marzo")."""
    previous = scene.at(index - 1)
    if previous in _GREETINGS and scene.number(index) is None:
        return True
    if previous in _STREETS:
        return scene.number(index) is not None or scene.at(index) in ("primo", "san", "santa", "santo", "natale")
    if previous in ("del", "dell'") and scene.at(index - 2) in _REMEMBERED:
        return True
    if scene.at(index) in WEEKDAYS and _is_called(scene, index):
        return True
    return scene.at(index) in _NAMELIKE and _is_a_name(scene, index)


def _is_called(scene: Scene, index: int) -> bool:
    """ "mi chiamo Giovedì", "il signor Venerdì", "a nome di Domenica", "mi chiamo Pasqua Lunedì"."""
    previous, before = scene.at(index - 1), scene.at(index - 2)
    if scene.breaks(index):
        return False
    return previous in _NAMING or (before in _NAMING and previous in ("di", "e", "e'", "pasqua", "natale", "domenica"))


def _is_a_name(scene: Scene, index: int) -> bool:
    norm, following = scene.at(index), scene.at(index + 1)
    previous = (scene.at(index - 1), scene.at(index - 2), scene.at(index - 3))
    if norm in ("domenica", "natale", "sabato", "pasqua") and following in MONTHS and not scene.breaks(index + 1):
        return True
    if norm in MONTHS and any(word in _NAMING for word in previous):
        return not scene.breaks(index) and previous[0] not in ("per", "a", "ad", "in", "il", "di", "entro")
    if norm in ("natale", "pasqua") and (previous[0] in _NAMING or previous[0] in _FAMILY):
        return True
    if previous[0] in ("sono", "e") and norm != "sabato" and previous[0] == "sono":
        return True
    bare = len(scene.words) <= 4 and following not in _OF_A_DAY and not set(previous) & {"per", "a", "di", "il", "in"}
    if scene.context.step in _NAME_STEPS and bare:
        return True
    return _two_capitals(scene, index)


def _two_capitals(scene: Scene, index: int) -> bool:
    """ "Agosto Ferri", "Rosa Aprile": written as first name and surname."""
    word = scene.words[index]
    if not word.surface[0].isupper() or word.surface.isupper():
        return False
    following = scene.words[index + 1] if index + 1 < len(scene.words) and not scene.breaks(index + 1) else None
    if following is not None and following.surface[0].isupper() and following.norm not in RULES:
        return True
    before = scene.words[index - 1] if index > 1 and not scene.breaks(index) else None
    return before is not None and before.surface[0].isupper() and before.norm not in RULES and len(before.norm) > 3


def _tie(scene: Scene, found: list[DateFound]) -> list[DateFound]:
    """Neighbours that name one day together: "domani, venerdì", "il 24 che è un venerdì"."""
    tied: list[DateFound] = []
    for day in found:
        previous = tied[-1] if tied else None
        joined = _one_day(scene, previous, day) if previous else None
        if joined is None:
            tied.append(day)
        else:
            tied[-1] = joined
    return tied


_SAME = frozenset({"che", "e", "cioe", "un", "di", "il", "ossia", "sarebbe", "cade", "quindi", "quello"})


def _weekday_of(day: DateFound) -> int | None:
    return day.first.weekday() if day.first else None


def _one_day(scene: Scene, one: DateFound, two: DateFound) -> DateFound | None:
    between = [scene.at(index) for index in range(one.span.end, two.span.start)]
    tied = bool({"che", "cioe", "ossia"} & set(between)) or between[:2] == ["e", "un"]
    told_apart = between == ["di"] and two.weekday is not None and two.weekday == _weekday_of(one)  # "il 31, di sabato"
    if between and not (set(between) <= _SAME and (tied or told_apart)):
        return None
    if between == ["che"] and two.kind == "weekday" and scene.at(one.span.start) in WEEKDAYS and two.weekday != _weekday_of(one):
        # "Martedì diciannove, che mercoledì lavoro": the second says why.
        return None
    if not between and two.kind == "weekday" and scene.at(one.span.start) in WEEKDAYS and two.weekday != _weekday_of(one):
        return None
    if one.kind == "feast" and scene.at(one.span.start - 1) in ("dopo", "prima") and two.weekday != _weekday_of(one):
        return None
    if not between and scene.at(one.span.start - 1) in FROM:
        # "Da stamattina, oggi pomeriggio": since when, and when.
        return None
    if not between and one.kind == "weekday" and scene.at(two.span.start) in WEEKDAYS and one.weekday != _weekday_of(two):
        # "È mercoledì, allora martedì ventitré": the second has its own weekday.
        return None
    pairs = ((one, two), (two, one))
    for number, weekday in pairs:
        plain = weekday.kind == "weekday" and weekday.weekday is not None and not weekday.choices
        if number.kind in ("number", "date", "relative", "feast") and plain and weekday.weekday is not None and not number.problem:
            return dates_weekdays.agree(scene, number, weekday.weekday, Span(one.span.start, two.span.end))
    if {one.kind, two.kind} <= {"relative", "date", "number", "feast"} and one.first == two.first:
        return replace(two, span=Span(one.span.start, two.span.end))
    return None
