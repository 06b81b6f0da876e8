"""What stands before and after a day or a time and bends it: "entro", "dopo", "non prima di", "tranne", "invece di", "verso".

Called by `when_days` and `when_times`; calls nothing of ours but the scene. It must never know what a day or a time is worth.
"""

from dataclasses import dataclass
from typing import Literal

from pipeline.italian.dates_words import ARTICLES, AT, FROM, OF, ON, THIS, WEEKDAYS, DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import OPENING_PHRASES, PARTS
from pipeline.italian.when_verbs import voice

Bend = Literal["", "after", "from", "until", "before", "around", "between", "not", "except", "origin"]

_PHRASES: dict[tuple[str, ...], Bend] = {
    ("dopo",): "after", ("oltre",): "after", ("dopo", "di"): "after", ("passate",): "after", ("successivamente",): "after",
    ("passato",): "after", ("passata",): "after", ("passati",): "after", ("finite",): "after", ("finita",): "after",
    ("a", "partire"): "from", ("partire",): "from", ("partendo",): "from", ("non", "prima"): "from", ("mai", "prima"): "from",
    ("minimo",): "from",
    ("non", "piu", "presto"): "from", ("almeno",): "from", ("no", "prima"): "from", ("non", "riesco", "prima"): "from",
    ("non", "posso", "prima"): "from",
    ("non", "posso", "venire", "prima"): "from", ("prima", "non"): "not", ("mai", "piu", "presto"): "from",
    ("non", "esco", "prima"): "from",
    ("non", "ce", "la", "faccio", "prima"): "from", ("non", "riesco", "a", "venire", "prima"): "from", ("non", "arrivo", "prima"): "from",
    ("entro",): "until", ("non", "oltre"): "until", ("e", "non", "oltre"): "until", ("entro", "e", "non", "oltre"): "until",
    ("fino",): "until",
    ("sino",): "until", ("al", "massimo"): "until", ("massimo",): "until", ("al", "piu", "tardi"): "until",
    ("non", "piu", "tardi"): "until",
    ("non", "dopo"): "until", ("mai", "dopo"): "until", ("no", "dopo"): "until", ("tassativamente", "entro"): "until", ("max",): "until",
    ("fin",): "until", ("fuori", "per"): "until", ("finire", "per"): "until", ("finito", "per"): "until", ("finita", "per"): "until",
    ("via", "per"): "until",
    ("finisca", "per"): "until", ("finisca", "entro"): "until",
    ("finiamo", "per"): "until", ("finisce", "per"): "until", ("pronta", "per"): "until", ("pronto", "per"): "until",
    ("comunque", "entro"): "until", ("non", "posso", "dopo"): "until",
    ("prima",): "before", ("poco", "prima"): "before", ("piu", "tardi"): "after", ("piu", "presto"): "before",
    ("verso",): "around", ("intorno",): "around", ("attorno",): "around", ("circa",): "around", ("tipo",): "around",
    ("piu", "o", "meno"): "around",
    ("indicativamente",): "around", ("su", "per", "giu"): "around", ("parti",): "around", ("vers",): "around",
    ("nei", "dintorni"): "around",
    ("orientativamente",): "around", ("all'", "incirca"): "around", ("pressappoco",): "around", ("quasi",): "around",
    ("in", "torno"): "around",
    ("tra",): "between", ("fra",): "between", ("compreso", "tra"): "between", ("compresa", "tra"): "between",
    ("non",): "not", ("invece",): "not", ("invece", "che"): "not", ("al", "posto"): "not", ("anziche",): "not", ("piuttosto", "che"): "not",
    ("macche",): "not",
    ("non", "piu"): "not", ("e", "non"): "not", ("altro", "che"): "not", ("mica",): "not", ("non", "e"): "not", ("non", "era"): "not",
    ("non", "dicevo"): "not", ("non", "volevo"): "not", ("non", "ho", "detto"): "not", ("non", "intendevo"): "not", ("invece", "di"): "not",
    ("tranne",): "except", ("tranne", "che"): "except", ("eccetto",): "except", ("eccetto", "che"): "except", ("escluso",): "except",
    ("escluse",): "except",
    ("esclusi",): "except", ("esclusa",): "except", ("fuorche",): "except", ("salvo",): "except", ("a", "parte"): "except",
    ("meno",): "except",
    ("meno", "che"): "except", ("ma", "non"): "except", ("mai",): "except", ("pero", "non"): "except",
    ("basta", "che", "non", "sia"): "except",
    ("purche", "non", "sia"): "except", ("ne",): "except", ("che", "non", "sia"): "except", ("non", "sia"): "except",
    ("basta", "che", "non"): "except", ("pero", "mai"): "except", ("basta", "non"): "except", ("fuori", "che"): "except",
    ("escluderei",): "except", ("escludo",): "except", ("escludiamo",): "except", ("eviterei",): "except", ("evito",): "except",
    ("evitiamo",): "except", ("evitando",): "except", ("togliendo",): "except",
}  # fmt: skip
"""Longest phrase first; read backwards from the day or the time."""

_BY_LAST: dict[str, list[tuple[tuple[str, ...], Bend]]] = {}
for _words, _bend in sorted(_PHRASES.items(), key=lambda item: len(item[0]), reverse=True):
    _BY_LAST.setdefault(_words[-1], []).append((_words, _bend))

_DETERMINERS = ARTICLES | OF | AT | FROM | ON | THIS | {"giorno", "giornata", "data", "tutti", "ogni", "che"}
_HOLDS_AFTER: dict[tuple[str, ...], Bend] = {
    ("in", "poi"): "from", ("in", "avanti"): "from", ("in", "su"): "from", ("o", "piu", "tardi"): "from", ("o", "dopo"): "from",
    ("o", "poco", "dopo"): "around", ("a", "seguire"): "from", ("o", "anche", "dopo"): "from", ("in", "la"): "from",
    ("o", "prima"): "until", ("o", "anche", "prima"): "until", ("al", "massimo"): "until", ("massimo",): "until",
    ("al", "piu", "tardi"): "until", ("minimo",): "from", ("come", "minimo"): "from",
    ("escluso",): "except", ("esclusi",): "except", ("no",): "not", ("mai",): "not", ("circa",): "around", ("piu", "o", "meno"): "around",
}  # fmt: skip
_AT_MOST = frozenset({"massimo", "max", "tardi"})
""" "Mercoledì o al più tardi giovedì": the second of two, no bound."""
_COUNTED_IN = frozenset({"giorno", "giorni", "settimana", "settimane", "mese", "mesi"})
_POINTS = frozenset({"alle", "all'", "nel", "nella", "in"})
_OR_BESIDE = (("o", "dopo"), ("o", "prima"))
_GOES_ON = frozenset({*WEEKDAYS, "pero", "ma", "meglio", "facciamo", "che", "perche", "siccome", "la", "quella", "quello", "nemmeno"})
_NOT_AFTER = frozenset({"", "posso", "riesco", "va", "ce", "ci", "mi", "vado", "potrei", "vorrei", "lavoro", "riuscirei"})


_THAN = (("piu", "tardi"), ("piu", "presto"))
_COURTEOUS = ("rebbe", "reste", "resti", "avete", "potete")
"""Verbs after which "mica" only softens a question ("mi fisserebbe mica il 24?")."""
_AWAY = frozenset({"ferie", "via", "fuori", "vacanza", "malattia", "impegnato", "impegnata", "occupato", "occupata", "viaggio"})
_MOVES = ("spost", "cambi", "pass", "mov", "muov", "anticip", "posticip", "rimand", "rinvi", "slitt", "modific", "trasfer")


@dataclass(frozen=True, slots=True)
class Link:
    """How a day or time is bent, the word "dal"/"al" it came with, and the positions its whole phrase covers."""

    bend: Bend
    det: str
    start: int
    end: int


def link(scene: Scene, start: int, end: int, own_det: str | None = None) -> Link:
    """The words around positions `start` to `end`; `own_det` is the determiner when it lies inside them already (a clock's "alle")."""
    det, cursor = (own_det, start) if own_det is not None else _determiner(scene, start)
    cursor, bend = _phrase_before(scene, cursor, own_det is None)
    after, stop = _phrase_after(scene, end)
    if bend in ("", "around") and after and not (after == "not" and not _stops(scene, stop)):
        bend, end = after, stop
    elif after == "from" and bend == "from":
        end = stop
    if not bend and det in ("da", "dal", "dall'", "dalla", "dalle", "dai", "dale"):
        bend = "from"
    if bend == "not" and scene.at(cursor) == "invece" and det not in OF and scene.at(cursor + 1) not in ("che", "di"):
        # "Facciamo invece venerdì" wishes; only "invece di venerdì" turns down.
        bend = ""
    if det == "sulle" and not bend:
        bend = "around"
    return Link(bend, det, max(cursor, 0), end)


def _determiner(scene: Scene, start: int) -> tuple[str, int]:
    cursor, det = start, ""
    while cursor > 0 and start - cursor < 4 and (scene.at(cursor - 1) in _DETERMINERS or _is_the_bridge(scene, cursor)):
        if scene.at(cursor - 1) == "che" and scene.at(cursor - 2) not in ("tranne", "eccetto", "fuori", "invece", "piuttosto", "meno"):
            break
        if scene.breaks(cursor) and (scene.at(cursor - 1) in THIS or (scene.at(cursor - 1) == "a" and cursor < start)):
            break
        cursor -= 1
        if not det or scene.at(cursor) in FROM | AT:
            det = scene.at(cursor)
    return det, cursor


def _is_the_bridge(scene: Scene, cursor: int) -> bool:
    """ "Dopo il ponte del 25 aprile": the days off around a feast stand for it."""
    return scene.at(cursor - 1) == "ponte" and scene.at(cursor) in OF


def _phrase_before(scene: Scene, cursor: int, is_day: bool) -> tuple[int, Bend]:
    place = cursor
    if scene.at(place - 1) == "di" and scene.at(place - 2) in ("dopo", "prima", "invece", "piu"):
        place -= 1
    for words, bend in _BY_LAST.get(scene.at(place - 1), ()):
        begin = place - len(words)
        if begin < 0 or not scene.matches(begin, words) or (words == ("mica",) and scene.at(begin - 1).endswith(_COURTEOUS)):
            continue
        if bend == "until" and words[-1] in _AT_MOST and scene.at(begin - 1) in ("o", "e", "oppure"):
            return begin, ""
        if words in (("prima",), ("dopo",)) and _ends_a_day(scene, begin, cursor, is_day):
            return cursor, ""
        if len(words) == 1 and bend in ("before", "after") and (scene.breaks(cursor) or cursor in scene.resumed):
            # "Prima, domani?", "quella dopo, il giovedì": the word belongs to what stands before it.
            return cursor, ""
        if words in _THAN and not (scene.at(cursor) in OF and not scene.breaks(cursor)):
            continue  # "un po' più tardi, alle 18" names the hour; "più tardi delle 18" does not
        if words == ("partire",) and scene.at(cursor) not in FROM:
            return cursor, ""
        return begin, bend
    if scene.at(place - 1) == "come" and scene.at(place - 2) in ("orario", "giorno"):
        return place - 2, ""
    return cursor, ""


def _ends_a_day(scene: Scene, begin: int, cursor: int, is_day: bool) -> bool:
    """ "Il giorno prima alle dieci", "due giorni prima di mattina", "quella dopo": the word belongs to what stands before it."""
    any_day = scene.at(begin - 2) in ("qualunque", "qualsiasi", "un", "ogni")
    if is_day and scene.at(begin) == "dopo" and scene.at(begin - 1) in ("giorno", "settimana", "quello", "quella") and not any_day:
        return True
    of_a_part = scene.at(begin - 1) in _COUNTED_IN and scene.at(cursor) in OF and scene.at(cursor + 1) in PARTS
    return of_a_part or scene.at(cursor) in _POINTS


def _phrase_after(scene: Scene, end: int) -> tuple[Bend, int]:
    for words, bend in _HOLDS_AFTER.items():
        if scene.at(end) == words[0] and scene.matches(end, words):
            if bend == "except" and (scene.at(end + len(words)) in ARTICLES or scene.at(end + len(words)) in WEEKDAYS):
                continue  # "Escluso il mercoledì" bends what follows
            of_the_next = scene.breaks(end) and not scene.breaks(end + len(words))
            if bend == "until" and of_the_next and (scene.number(end + len(words)) is not None or scene.at(end + len(words)) in AT):
                continue  # "Verso le tre, massimo tre e mezza"
            if words in _OR_BESIDE and (scene.at(end + 2) in ARTICLES | OF | AT or scene.number(end + 2) is not None):
                continue  # "Alle nove o dopo le cinque" names two
            return bend, end + len(words)
    return "", end


def _stops(scene: Scene, end: int) -> bool:
    """ "lunedì no, martedì": the no belongs to what precedes it."""
    return scene.breaks(end) or scene.at(end) in _NOT_AFTER or scene.at(end) in _GOES_ON


def refused_after(scene: Scene, end: int) -> bool:
    """Whether "non posso", "non riesco", "non ci sono", "non mi va bene" follows; "non ce l'avete?" and "non c'è posto?" wish for it."""
    while scene.at(end) in ("purtroppo", "proprio", "invece", "pero", "io") and not scene.breaks(end + 1):
        end += 1
    if scene.at(end) != "non":
        return False
    following = scene.at(end + 1)
    if following == "ci" and scene.at(end + 2) == "sono" and scene.at(end + 3) in ("problemi", "mai", "posti", "difficolta"):
        return False
    wants = following in ("vorrei", "voglio") and not scene.breaks(end)
    return wants or following in _CANNOT or scene.at(end + 2) in _CANNOT_THERE.get(following, ())


_CANNOT = frozenset({"posso", "riesco", "mi", "va", "potrei", "sono", "riuscirei"})
_CANNOT_THERE = {"ce": ("la",), "ci": ("sono", "saro", "siamo", "saremo", "riesco", "posso", "arrivo", "vengo")}


def refused_before(scene: Scene, start: int) -> bool:
    """Whether "non posso", "non ci sono", "non mi va bene" stands right before."""
    return any(
        scene.matches(start - len(words), words)
        for words in (
            ("non", "posso"), ("non", "riesco"), ("non", "ci", "sono"), ("non", "mi", "va", "bene"), ("non", "mi", "va"),
            ("non", "va", "bene"),
            ("non", "potrei"), ("non", "ce", "la", "faccio"), ("non", "mi", "vanno", "bene"), ("non", "voglio"), ("non", "vorrei"),
            ("non", "sono", "libera"),
            ("non", "sono", "libero"), ("non", "lavoriamo",), ("non", "fatemi", "venire"), ("non", "mi", "faccia", "venire"),
            ("non", "mi", "fate", "venire"), ("non", "mi", "metta"), ("non", "mettetemi"), ("non", "mi", "mettete"), ("non", "mi", "dia"),
        )
    )  # fmt: skip


def is_moving(scene: Scene) -> bool:
    """Whether a verb of moving an appointment is said."""
    return any(word.norm.startswith(_MOVES) for word in scene.words)


def is_away(scene: Scene, day: DateFound, ties: Link) -> bool:
    """ "fino a venerdì non posso", "sono in ferie fino al 25": what suits begins after that day."""
    before = {scene.at(index) for index in range(max(ties.start - 3, 0), ties.start)}
    return (
        refused_before(scene, ties.start)
        or refused_after(scene, day.span.end)
        or voice(scene, day.span.end) == "busy"
        or bool(before & _AWAY)
    )


def is_a_reason(scene: Scene, linked: list[tuple[DateFound, Link]], index: int) -> bool:
    """ "venerdì, che mercoledì lavoro": a day named only to say why; after "che" only one that was named before."""
    day, ties = linked[index]
    previous = scene.at(ties.start - 1) if scene.at(ties.start) != "che" else "che"
    if previous in ("parto", "torno", "rientro", "partiamo", "torniamo"):
        return True
    if previous != "che":
        return previous in ("perche", "siccome", "poiche")
    return any(other.first == day.first and other.first for other, _ in linked[:index])


_OPENERS = frozenset(words[0] for words in OPENING_PHRASES)


def at_opening(scene: Scene, index: int) -> bool:
    """Whether the words here ask for the first hour there is ("come primo della giornata", "all'apertura")."""
    return scene.at(index) in _OPENERS and any(scene.matches(index, words) for words in OPENING_PHRASES)
