"""By how much something moves, counted from where it stands: "di un'ora", "mezz'ora prima", "il giorno dopo", "più tardi".

Called by `parse` after days and hours are known: what names a day or an hour of its own is none ("dopo le 17", "fra un'ora"). Calls the
readers of numbers and lengths. It must never know where the appointment stands.
"""

from pipeline.italian.scene import Scene
from pipeline.italian.times_parts import duration
from pipeline.italian.when import WhenFound
from pipeline.italian.words import Word
from pipeline.model.parse import Context, Shift

_LATER = frozenset({"dopo", "avanti", "tardi", "la", "successivo", "successiva", "seguente", "oltre"})
_EARLIER = frozenset({"prima", "presto", "indietro", "precedente", "anticipo"})
_BACKWARD = ("anticip",)
_FORWARD = ("posticip", "rimand", "rinvi", "slitt", "ritard", "spost", "allontan", "differi", "procrastin", "prorog")
_FROM_NOW = frozenset({"tra", "fra", "ogni", "dura", "durano", "durata", "minimo", "almeno", "entro"})
_DAYS = {"giorno": 1, "giorni": 1, "giornata": 1, "settimana": 7, "settimane": 7, "settimanella": 7, "giornate": 1}
_ONE = frozenset({"un", "una", "il", "la", "al", "alla", "del", "della", "nel", "nella"})
_LINK = frozenset({"piu", "in", "un", "po", "all", "pochino", "poco", "&"})
_SAME = frozenset({"stesso", "stessa", "medesimo", "medesima"})
_SOON, _MOST_DAYS, _SHORT = 3, 60, 4
_OPEN = frozenset({"tardi", "presto"})
_BARE = frozenset({"prima", "dopo"})
_AFTER_BARE = frozenset(
    {"", "se", "grazie", "per", "possibile", "no", "invece", "o", "che", "cortesia", "favore", "lo", "nello", "della", "dello", "del"}
)
_BESIDE_BARE = frozenset({"po", "pochino", "poco", "piu", "qualcosa", "posto", "anche", "meglio", "vengo", "metta", "metti", "mettete"})
_INFINITIVES = ("are", "ere", "ire", "rlo", "rla", "rmi", "rci")
_OF_ITS_OWN = frozenset({"di", "d", "come", "in"})


def read(words: tuple[Word, ...], when: WhenFound, context: Context) -> Shift | None:
    """The last shift said, or None."""
    scene = Scene(words, context)
    lead = _lead(scene)
    for index in range(len(words) - 1, -1, -1):
        found = _counted(scene, index, lead)
        if found is not None:
            return found
    if when.time is not None or when.time_interval is not None or when.time_choices:
        return None
    return _open(scene, lead) or _same_day(scene) or _length(scene)


def _lead(scene: Scene) -> bool | None:
    """Whether the verb of the sentence moves forward (True) or backward; None when none of the kind is said."""
    for word in scene.words:
        if word.norm.startswith(_BACKWARD):
            return False
        if word.norm.startswith(_FORWARD):
            return True
    return None


def _counted(scene: Scene, index: int, lead: bool | None) -> Shift | None:
    minutes, end, _ = duration(scene, index)
    days = 0
    if not minutes:
        days, end = _days(scene, index)
    if not minutes and not days:
        return None
    before = scene.at(index - 1)
    if before in _FROM_NOW:
        return None
    side = _side(scene, end)
    if side is None:
        # "Di un'ora" tells how far where the verb tells which way; without a verb it is a length of something else.
        side = lead if before in ("di", "d", "del", "della") or before.startswith((*_FORWARD, *_BACKWARD)) else None
    return None if side is None else Shift(side, minutes or None, days or None)


def _days(scene: Scene, index: int) -> tuple[int, int]:
    number = scene.number(index)
    one = scene.at(index) in _ONE and scene.at(index + 1) in ("giorno", "settimana", "settimanella", "giornata")
    count, cursor = (1, index + 1) if one else (number.value, number.span.end) if number and number.value <= _MOST_DAYS else (0, index)
    unit = _DAYS.get(scene.at(cursor), 0)
    if one and scene.at(index) not in ("un", "una") and _side(scene, cursor + 1) is None:
        return 0, index
    return count * unit, cursor + 1


def _side(scene: Scene, end: int) -> bool | None:
    """Later (True) or earlier, as the words right after a length say."""
    if scene.matches(end, ("di", "ritardo")):
        return True
    at = end
    while scene.at(at) in _LINK and at - end < _SOON:
        at += 1
    word, following = scene.at(at), scene.at(at + 1)
    if word in _LATER:
        return None if word == "la" and scene.at(at - 1) != "in" else True if not _names_a_moment(scene, at + 1) else None
    if word in _EARLIER:
        return False if not _names_a_moment(scene, at + 1) or following == "di" else None
    return None


def _names_a_moment(scene: Scene, index: int) -> bool:
    """ "Un'ora dopo pranzo", "prima delle 10": counted from a moment of its own."""
    return scene.at(index) in ("pranzo", "cena", "le", "delle", "dell", "mezzogiorno", "lavoro", "scuola", "pasqua", "natale", "ferragosto")


def _open(scene: Scene, lead: bool | None) -> Shift | None:
    for index, word in enumerate(scene.words):
        norm = word.norm
        if norm in _OPEN and scene.at(index - 1) in ("piu", "troppo") and scene.at(index - 2) != "al":
            return Shift((norm == "tardi") == (scene.at(index - 1) == "piu"))
        if norm in _BARE and scene.at(index + 1) in _AFTER_BARE and _bare(scene, index, lead):
            return Shift(norm == "dopo")
        if lead is not None and scene.matches(index, ("un", "po")) and scene.at(index + 2) not in _OF_ITS_OWN:
            return Shift(lead)
    return None


def _same_day(scene: Scene) -> Shift | None:
    """ "Lo stesso giorno": no day further, at another hour."""
    said = any(scene.at(i) in _SAME and scene.at(i + 1) in ("giorno", "giornata") for i in range(len(scene.words)))
    return Shift(True, days=0) if said else None


def _length(scene: Scene) -> Shift | None:
    """ "No, un'ora", "meglio di una settimana": a length that says no way, as the answer to one that did."""
    for index in range(len(scene.words)):
        minutes, end, _ = duration(scene, index)
        days, end = (0, end) if minutes else _days(scene, index)
        if (minutes or days) and scene.at(index - 1) not in _FROM_NOW and len(scene.words) - (end - index) <= _SHORT:
            return Shift(None, minutes or None, days or None)
    return None


def _bare(scene: Scene, index: int, lead: bool | None) -> bool:
    """ "Un po' prima", "venire prima", "anticipare a prima": nothing that belongs to another word ("come le dicevo prima")."""
    before = scene.at(index - 1)
    if before == "a":
        return lead is not None
    return index == 0 or before in _BESIDE_BARE or before.endswith(_INFINITIVES)
