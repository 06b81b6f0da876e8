"""By when somebody must be gone: "alle cinque devo scappare", "a mezzogiorno ho il treno", "deve essere pronta per le sei".

Called by `when` with the clocks that were said; calls the scene. Such an hour is no wish to begin then: the visit ends before it. It must
never know how long a visit lasts.
"""

from pipeline.italian.dates_words import OF
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import PARTS, TimeFound
from pipeline.italian.wordlists import word_set

_REACH = 7
_NEED = 2
_OBLIGED = word_set("devo dobbiamo deve dovrei dovremmo dovro dovremo bisogna tocca devono dev' voglio vorrei bisognerebbe")
_GO = word_set(
    "uscire andare andarmene andarcene scappare partire correre volare tornare rientrare ripartire liberarmi finire finito terminare "
    "ritirare recuperare raggiungere riattaccare attaccare cominciare iniziare entrare chiudere aprire accompagnare "
    "ritirarla riprenderla ritirarlo riprenderlo"
)
_TO_BE = word_set("essere trovarmi stare presentarmi")
_ELSEWHERE = word_set("fuori via casa a al all' alla in dal dalla dall' dai da libero libera pronta pronto altrove sul")
_HERE = word_set("voi lì li")
_LEAVING = word_set("scappo parto riparto attacco riattacco vado ritiro riprendo scappiamo partiamo andiamo riattacchiamo rientro")
"""What is done then, in the present; "vado" and "rientro" need to say where."""
_WHERE = word_set("via al in a dal dalla all' alla")
_BEGINS = word_set("comincio inizio entro comincia inizia")
_WORK = word_set("turno lavoro lavorare servizio lezione ufficio scuola riunione")
_TRANSPORT = word_set("treno aereo volo pullman autobus bus traghetto frecciarossa corriera nave")
_FETCH = (("a", "prendere"), ("a", "prendermi"), ("a", "riprendere"))
_GIVEN_BACK = ("ridat", "ridar", "ridai", "ridia", "riconsegn", "restitu", "riaver")
_FETCHED = word_set(
    "riprenderla riprenderlo riprenderli ritirarla ritirarlo ritirarli prenderla prenderlo prenderli recuperarla recuperarlo "
    "riprendermela riprendermelo"
)
"""What was left here and is wanted back: the car, the dog."""
_UP_TO_IT = word_set("per le l' alle all' entro verso prima delle dalle già gia")
_NEEDED = word_set("serve servirebbe occorre servira")
_DONE = word_set("abbia abbiate abbiamo avere aver")
_COMING = word_set("venire passare arrivare vengo passo arrivo esserci")
_OFF_WORK = (
    ("dal", "lavoro"), ("dall'", "ufficio"), ("da", "scuola"), ("di", "lavorare"), ("da", "lavoro"), ("dal", "turno"), ("da", "lavorare"),
    ("dall'", "ospedale"), ("dalla", "scuola"),
)  # fmt: skip
_ENDS = word_set("ma pero perche quindi percio siccome se o oppure e cosi facciamo diciamo mettiamo direi")


def must_leave(scene: Scene, time: TimeFound) -> bool:
    """Whether the clause of a clock says that the caller has to be gone, or done, by then."""
    if not time.is_clock:
        return False
    words, places = _clause(scene, time.span.start, time.span.end)
    if _wanted_back(words, sum(place < time.span.start for place in places)):
        return True
    if not words or not _COMING.isdisjoint(words) or any(scene.matches(place, off) for place in places for off in _OFF_WORK):
        return False
    if any(scene.matches(place, fetch) for place in places for fetch in _FETCH):
        return "mi" in words or "ci" in words or not _OBLIGED.isdisjoint(words) or "vado" in words
    if not _OBLIGED.isdisjoint(words):
        return not _GO.isdisjoint(words) or not _TRANSPORT.isdisjoint(words) or _to_be_elsewhere(words)
    travels = not _TRANSPORT.isdisjoint(words) and not {"ho", "abbiamo", "c'", "parte", "prendo"}.isdisjoint(words)
    done = "finito" in words and not _DONE.isdisjoint(words)
    return travels or done or _goes(words) or _works_then(words)


def _wanted_back(words: list[str], before: int) -> bool:
    """ "Me la ridate per le sei?", "ripasso a prenderla alle sei", "la macchina mi serve per le cinque"."""
    if not _FETCHED.isdisjoint(words) or any(word.startswith(_GIVEN_BACK) for word in words):
        return True
    led = words[:before]
    while led and led[-1] in _UP_TO_IT:
        led.pop()
    # "Mi serve per le cinque" may be the hour itself: only a thing named before is needed then.
    return len(led) > _NEED and led[-1] in _NEEDED and led[-2] in ("mi", "ci", "le", "gli")


def _clause(scene: Scene, start: int, end: int) -> tuple[list[str], list[int]]:
    """The words around a clock up to the ends of its clause, and their places."""
    before: list[int] = []
    for place in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if scene.breaks(place + 1) or scene.at(place) in _ENDS:
            break
        before.insert(0, place)
    while scene.at(end) in PARTS or (scene.at(end) in OF and scene.at(end + 1) in PARTS):
        end += 1  # "alle due di pomeriggio"
    after: list[int] = []
    for place in range(end, min(end + _REACH, len(scene.words))):
        behind = place == end and scene.at(place) in ("pero", "poi")  # "alle sei però devo essere al lavoro"
        if scene.breaks(place) or (scene.at(place) in _ENDS and not behind):
            break
        after.append(place)
    places = [*before, *after]
    return [scene.at(place) for place in places], places


def _to_be_elsewhere(words: list[str]) -> bool:
    """ "Devo essere fuori", "devo essere in ufficio", "deve essere pronta"; "devo essere da voi" comes here."""
    at = next((place for place, word in enumerate(words) if word in _TO_BE), None)
    if at is None:
        return False
    return not _ELSEWHERE.isdisjoint(words[at + 1 : at + 3]) and _HERE.isdisjoint(words[at + 1 : at + 4])


def _goes(words: list[str]) -> bool:
    at = next((place for place, word in enumerate(words) if word in _LEAVING), None)
    if at is None:
        return False
    return words[at] not in ("vado", "rientro", "andiamo") or not _WHERE.isdisjoint(words[at + 1 : at + 2])


def _works_then(words: list[str]) -> bool:
    """ "Alle due comincio il turno", "alle sette entro in servizio"."""
    return not _BEGINS.isdisjoint(words) and not _WORK.isdisjoint(words)
