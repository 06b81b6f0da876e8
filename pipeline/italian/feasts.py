"""The feasts Italians name instead of a date: fixed, moving with Easter, saints, eves, and the town's patron.

Called by `dates_days` and `dates_spans`; calls the calendar arithmetic. The `holidays` package knows which days are public
holidays, but takes 190 ms to import and knows no San Valentino: what callers say is a table of its own.
"""

import datetime as dt
from collections.abc import Callable

from pipeline.italian.dates_words import DAY, OF, WEEKDAYS, make, plus
from pipeline.italian.scene import Scene


def easter(year: int) -> dt.date:
    """Easter Sunday (Gregorian, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], dt.date | None]:
    return lambda year: make(year, month, day)


def _moving(days: int) -> Callable[[int], dt.date | None]:
    return lambda year: plus(easter(year), days)


def _sunday_of_may(nth: int) -> Callable[[int], dt.date | None]:
    def found(year: int) -> dt.date:
        first = dt.date(year, 5, 1)
        return first + DAY * ((6 - first.weekday()) % 7 + 7 * (nth - 1))

    return found


Rule = Callable[[int], dt.date | None]

_TABLE: dict[str, Rule] = {
    "capodanno": _fixed(1, 1),
    "primo dell' anno": _fixed(1, 1),
    "epifania": _fixed(1, 6),
    "befana": _fixed(1, 6),
    "san valentino": _fixed(2, 14),
    "festa degli innamorati": _fixed(2, 14),
    "festa della donna": _fixed(3, 8),
    "festa delle donne": _fixed(3, 8),
    "festa del papa": _fixed(3, 19),
    "san giuseppe": _fixed(3, 19),
    "festa della liberazione": _fixed(4, 25),
    "liberazione": _fixed(4, 25),
    "festa del lavoro": _fixed(5, 1),
    "festa dei lavoratori": _fixed(5, 1),
    "festa della mamma": _sunday_of_may(2),
    "festa della repubblica": _fixed(6, 2),
    "ferragosto": _fixed(8, 15),
    "ferragost": _fixed(8, 15),
    "san lorenzo": _fixed(8, 10),
    "festa dei nonni": _fixed(10, 2),
    "san francesco": _fixed(10, 4),
    "halloween": _fixed(10, 31),
    "ognissanti": _fixed(11, 1),
    "tutti i santi": _fixed(11, 1),
    "ai santi": _fixed(11, 1),
    "i santi": _fixed(11, 1),
    "ai morti": _fixed(11, 2),
    "i morti": _fixed(11, 2),
    "giorno dei morti": _fixed(11, 2),
    "commemorazione dei defunti": _fixed(11, 2),
    "san martino": _fixed(11, 11),
    "immacolata": _fixed(12, 8),
    "immacolata concezione": _fixed(12, 8),
    "santa lucia": _fixed(12, 13),
    "vigilia di natale": _fixed(12, 24),
    "vigilia": _fixed(12, 24),
    "antivigilia": _fixed(12, 23),
    "antivigilia di natale": _fixed(12, 23),
    "natale": _fixed(12, 25),
    "santo stefano": _fixed(12, 26),
    "san silvestro": _fixed(12, 31),
    "ultimo dell' anno": _fixed(12, 31),
    "ultimo giorno dell' anno": _fixed(12, 31),
    "vigilia di capodanno": _fixed(12, 31),
    "vigilia dell' epifania": _fixed(1, 5),
    "vigilia della befana": _fixed(1, 5),
    "vigilia di ferragosto": _fixed(8, 14),
    "vigilia dell' immacolata": _fixed(12, 7),
    "vigilia di pasqua": _moving(-1),
    "pasqua": _moving(0),
    "domenica di pasqua": _moving(0),
    "pasquetta": _moving(1),
    "lunedi dell' angelo": _moving(1),
    "lunedi di pasqua": _moving(1),
    "lunedi in albis": _moving(1),
    "giovedi santo": _moving(-3),
    "venerdi santo": _moving(-2),
    "sabato santo": _moving(-1),
    "domenica delle palme": _moving(-7),
    "le palme": _moving(-7),
    "ceneri": _moving(-46),
    "mercoledi delle ceneri": _moving(-46),
    "martedi grasso": _moving(-47),
    "carnevale": _moving(-47),
    "giovedi grasso": _moving(-52),
    "ascensione": _moving(39),
    "pentecoste": _moving(49),
    "corpus domini": _moving(60),
}
_PATRON = ("santo patrono", "patrono", "festa patronale", "festa del patrono", "festa del santo patrono")
_WEAK = frozenset({"san lorenzo", "san francesco", "san martino", "santa lucia", "liberazione", "san giuseppe", "ascensione", "le palme"})
"""Also streets, churches and hospitals: only with "il giorno di", "per", "la festa di"."""
_LICENCE = frozenset({"di", "per", "della", "dell'", "dopo", "prima", "a"})
_EVES = {"vigilia": 1, "antivigilia": 2}
_KEPT = frozenset({"giorno", "festa", "notte", "sera", "vigilia", "dopo", "prima", "invece", "ponte", "settimana"})
_NAMES = frozenset({"natale", "pasqua"})
"""Also first names and surnames."""

_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase in sorted([*_TABLE, *_PATRON], key=len, reverse=True):
    _words = tuple(_phrase.split())
    _BY_FIRST.setdefault(_words[0], []).append((_words, _phrase))

for _form, _number in WEEKDAYS.items():
    _name = ("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica")[_number]
    _BY_FIRST.setdefault(_form, [((_form, *_words[1:]), _phrase) for _words, _phrase in _BY_FIRST.get(_name, ())])

FIRST_WORDS = frozenset(_BY_FIRST)


def read(scene: Scene, index: int) -> tuple[Rule, int] | None:
    """The feast named at this word as a rule from year to day, and where its words end."""
    for phrase, name in _BY_FIRST.get(scene.at(index), ()):
        if not scene.matches(index, phrase) or (name in _WEAK and not _is_kept(scene, index)):
            continue
        if name in _NAMES and _is_a_person(scene, index):
            return None
        rule = _patron(scene) if name in _PATRON else _TABLE[name]
        eve = _eve_of_another(scene, index + len(phrase)) if name in _EVES else None
        if eve is not None:
            return _days_before(eve[0], _EVES[name]), eve[1]
        return (rule, index + len(phrase)) if rule else None
    return None


def _eve_of_another(scene: Scene, end: int) -> tuple[Rule, int] | None:
    """The feast after "vigilia" where it is not Christmas ("la vigilia della festa della donna")."""
    return read(scene, scene.skip(end, OF | {"la", "il"})) if scene.at(end) in OF else None


def _days_before(rule: Rule, days: int) -> Rule:
    def found(year: int) -> dt.date | None:
        day = rule(year)
        return plus(day, -days) if day else None

    return found


def _is_kept(scene: Scene, index: int) -> bool:
    """ "Per San Martino", "il giorno di San Lorenzo" are days; "la chiesa di San Lorenzo" is a place."""
    between = scene.at(index - 1) == "la" and scene.at(index - 2) in ("tra", "fra", "dopo", "prima")
    return between or (scene.at(index - 1) in _LICENCE and (scene.at(index - 1) != "di" or scene.at(index - 2) in _KEPT))


def _patron(scene: Scene) -> Rule | None:
    patron = scene.context.lexicon.patrono
    return _fixed(*patron) if patron else None


def _is_a_person(scene: Scene, index: int) -> bool:
    """ "Natale Greco": two capitals in a row."""
    word = scene.words[index]
    following = scene.words[index + 1] if index + 1 < len(scene.words) else None
    capitals = following is not None and word.surface[0].isupper() and following.surface[0].isupper() and not following.breaks
    return capitals and scene.at(index - 1) not in ("di", "a", "per", "dopo", "prima")


def next_time(rule: Rule, today: dt.date) -> dt.date | None:
    """The next time the feast is kept, today included."""
    for year in (today.year, today.year + 1):
        found = rule(year)
        if found and found >= today:
            return found
    return None
