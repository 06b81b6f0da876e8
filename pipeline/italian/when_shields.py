"""What looks like a day or an hour and is none (telephone numbers, names of services), and "as soon as possible".

Called by `when`; calls words and numbers. It must never know of the calendar.
"""

from functools import lru_cache

from pipeline.italian import proper_names
from pipeline.italian.names_words import STREETS
from pipeline.italian.numbers import SMALL, value
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import PARTS
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, Word, tokenize
from pipeline.model.business import Lexicon
from pipeline.model.parse import Context

_PHONE_DIGITS = 7
_PHONE_STEPS = frozenset({"telefono"})
_PHONE_MARKS = frozenset({"", ".", "-", " ", "+", "(", ")", "/"})

_SOONEST: tuple[tuple[str, ...], ...] = (
    ("prima", "possibile"), ("quanto", "prima"), ("al", "piu", "presto"), ("piu", "presto", "possibile"), ("appena", "possibile"),
    ("appena", "potete"),
    ("appena", "puo"), ("appena", "puoi"), ("appena", "riuscite"), ("appena", "riesce"), ("appena", "riesci"), ("appena", "avete"),
    ("appena", "hai"),
    ("appena", "ha"), ("appena", "c'", "e"), ("appena", "ce"), ("appena", "ci", "sia"), ("appena", "siete", "liberi"),
    ("appena", "e", "possibile"),
    ("appena", "siete", "libere"), ("prima", "che", "potete"), ("prima", "e", "meglio", "e"), ("prima", "meglio", "e"), ("quando", "prima"),
    ("il", "primo", "che", "avete"), ("il", "primo", "che", "hai"), ("il", "primo", "che", "c'", "e"), ("la", "prima", "che", "avete"),
    ("piu", "presto", "che"),
    ("piu", "vicino", "possibile"), ("piu", "vicina", "possibile"), ("subito", "se"), ("prima", "disponibilita"),
    ("prime", "disponibilita"),
    ("nel", "minor", "tempo"), ("piu", "in", "fretta"), ("asap",), ("prima", "c'", "e", "meglio"), ("non", "appena", "potete"),
    ("immediatamente",), ("primo", "buco"), ("primo", "buchetto"), ("primo", "posto"), ("prima", "occasione"), ("piu", "vicino", "che"),
    ("piu", "vicina", "che"),
    ("giorno", "piu", "vicino"), ("data", "piu", "vicina"), ("data", "piu", "ravvicinata"), ("breve", "tempo", "possibile"),
    ("piu", "breve", "tempo"), ("prima", "che", "si", "puo"), ("certa", "urgenza"), ("massima", "urgenza"), ("con", "urgenza"),
    ("urgentemente",), ("primo", "che", "capita"), ("prima", "che", "capita"), ("che", "avete", "prima"), ("alla", "svelta"),
    ("appena", "vi", "si", "libera"), ("appena", "si", "puo"), ("primo", "disponibile"), ("prima", "data", "che"),
    ("primo", "giorno", "che"),
    ("rapidamente", "possibile"), ("velocemente", "possibile"), ("prossima", "disponibilita"), ("il", "primo", "che", "trova"),
    ("presto", "che", "si", "puo"), ("presto", "che", "puo"), ("presto", "che", "potete"), ("appena", "e", "libero"), ("appena", "trovate"),
    ("subito", "appena", "si", "puo"), ("in", "tempi", "brevi"), ("piu", "presto", "che", "si", "puo"),
    ("quando", "avete", "il", "primo"), ("primissimo",), ("prima", "si", "puo"),
    ("disponibile", "prima"), ("libero", "prima"), ("libera", "prima"), ("appena", "si", "libera"), ("non", "appena", "si", "libera"),
)  # fmt: skip
_COMES = word_set("passare venire portarla portarlo portarvela portarvelo portare vederla vederlo vedermi visitarmi serve servirebbe")
_SOONEST_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(words for words in _SOONEST if words[0] == first) for first in {words[0] for words in _SOONEST}
}
_NUMBERED = frozenset({"civico", "interno", "stanza", "sportello", "scala", "binario", "taglia", "numero"})
_LISTED = frozenset({"o", "oppure", "e", "al", "il", "numero", "dal", "nel"})
_LONGEST_LIST = 5
_BEARS_A_NUMBER = word_set(
    "armadietto dente numero codice posto canale tavolo autobus bus tram linea misura colore tinta smalto modello box cabina corsia "
    "citofono campanello pulsante"
)
_GIVES_UP = ("disdic", "disdet", "annull", "cancell", "rinunc")
_DOSES = word_set("pastiglia pastiglie pillola pillole compressa compresse goccia gocce bustina bustine puntura punture volta volte")
_OF_ONE_DAY = frozenset({"stasera", "stamattina", "stamani", "stamane", "domattina", "stanotte"})
_OUT_OF = frozenset({"nessuno", "nessuna", "uno", "una", "qualcuna", "tutti", "tutte", "entrambe", "qualsiasi", "qualunque"})
_OF_AN_HOUR = frozenset({"mezza", "mezzo", "quarto", "un", "tre"})
_FREE = frozenset({"libero", "libera", "disponibile", "utile", "possibile", "liberi", "disponibili"})


def shielded(words: tuple[Word, ...], context: Context) -> set[int]:
    """Positions no day or hour may be read at: long runs of digits and names of this business that hold a number or a day."""
    blocked = (
        _phones(words, context)
        | _counts_of_a_list(words)
        | _house_numbers(words)
        | _doses(words)
        | _shifts(words)
        | _what_if(words, context)
    )
    blocked |= proper_names.places(words)
    names = _names(context.lexicon)
    if names:
        for index, word in enumerate(words):
            for name in names.get(word.norm, ()):
                if all(index + at < len(words) and words[index + at].norm == part for at, part in enumerate(name)):
                    blocked |= set(range(index, index + len(name)))
    return blocked


@lru_cache(maxsize=64)
def _names(lexicon: Lexicon) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of services and products that hold a number or the name of a part of the day, by first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in [*lexicon.products, *(name for service in lexicon.services for name in (service.nome, *service.sinonimi))]:
        parts = tuple(word.norm for word in tokenize(name))
        if len(parts) > 1 and any(value(part) is not None or part in PARTS for part in parts):
            table.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in table.items()}


def _counts_of_a_list(words: tuple[Word, ...]) -> set[int]:
    """The number in "nessuna delle tre", "una delle due", "tutte e tre": how many were offered."""
    blocked: set[int] = set()
    for index, word in enumerate(words):
        after = [each.norm for each in words[index + 1 : index + 3]]
        counted = len(after) == 2 and after[0] in ("di", "dei", "delle", "tra", "fra", "e") and value(after[1]) is not None
        one_and = word.norm in ("uno", "una") and counted and after[0] == "e"
        if word.norm in _OUT_OF and counted and not one_and:
            follows = words[index + 3].norm if index + 3 < len(words) else ""
            if follows not in ("e", "meno") or (
                index + 4 < len(words) and value(words[index + 4].norm) is None and words[index + 4].norm not in _OF_AN_HOUR
            ):
                blocked |= {index + 1, index + 2}
    return blocked


def _house_numbers(words: tuple[Word, ...]) -> set[int]:
    """The number of a house, a room or a floor ("al 15 di via Dante", "il numero civico è il 7", "stanza 12")."""
    norms = [word.norm for word in words]
    blocked: set[int] = set()
    for index, norm in enumerate(norms):
        if norm in STREETS and index >= 2 and norms[index - 1] in ("di", "in"):
            blocked |= {index - 2}
        if norm in _BEARS_A_NUMBER and norms[index + 1 : index + 3] == ["e", "il"]:
            blocked |= _listed(norms, index + 3)
        if norm in _NUMBERED:
            blocked |= _listed(norms, index + 1)
    return blocked


def _listed(norms: list[str], start: int) -> set[int]:
    """The numbers of a list that begins here ("al civico 15 o al 17")."""
    found: set[int] = set()
    at = start
    while at < len(norms) and (value(norms[at]) is not None or norms[at] in _LISTED) and at < start + _LONGEST_LIST:
        found |= {at} if value(norms[at]) is not None else set()
        at += 1
    return found


def _doses(words: tuple[Word, ...]) -> set[int]:
    """The parts of the day of a cure ("tre pastiglie al mattino e due la sera")."""
    norms = [word.norm for word in words]
    taken = [index for index, norm in enumerate(norms) if norm in _DOSES and index and value(norms[index - 1]) is not None]
    at_a_time = (at for index in taken for at in range(index + 1, min(index + 7, len(norms))) if norms[at] in PARTS)
    return {at for at in at_a_time if norms[at] not in _OF_ONE_DAY}


def _shifts(words: tuple[Word, ...]) -> set[int]:
    """The hours that name a shift at work ("turno sei quattordici", "turno 6-14")."""
    blocked: set[int] = set()
    for index, word in enumerate(words):
        after = index + 1
        while word.norm == "turno" and after < len(words) and value(words[after].norm) is not None and after <= index + 2:
            blocked.add(after)
            after += 1
    return blocked


def _what_if(words: tuple[Word, ...], context: Context) -> set[int]:
    """ "E se disdico il giorno prima?": the day of a case that is only asked about, up to what is said beside it."""
    if not words or "?" not in words[-1].after:
        return set()
    blocked: set[int] = set()
    for index, word in enumerate(words):
        gives_up = any(each.norm.startswith(_GIVES_UP) for each in words[index + 1 : index + 4])
        if word.norm == "se" and gives_up:
            after = range(index + 1, len(words))
            end = next((at for at in after if words[at].breaks or words[at].norm in ("e", "allora")), len(words))
            asked = context.step in (None, "ascolto", "altro", "chiusa")
            # Where nothing is being arranged "se disdico domani, pago?" names the visit it is about.
            blocked |= set(range(index, end)) if not asked or any(words[at].norm == "prima" for at in range(index, end)) else set()
    return blocked


def _phones(words: tuple[Word, ...], context: Context) -> set[int]:
    """Runs of figures too long for a date or a clock; at the question for the number every run of three figures and more."""
    blocked: set[int] = set()
    least = 3 if context.step in _PHONE_STEPS else _PHONE_DIGITS
    start = 0
    while start < len(words):
        end, digits = _run(words, start)
        if digits >= least and not (least > 3 and _is_a_date(words, start, end)):
            blocked |= set(range(start, end))
        start = max(end, start + 1)
    return blocked


def _run(words: tuple[Word, ...], start: int) -> tuple[int, int]:
    index, digits = start, 0
    while index < len(words):
        word = words[index]
        if index > start and word.before.strip() not in _PHONE_MARKS:
            break
        if word.is_number:
            digits += len(word.norm)
        elif word.norm in SMALL and word.norm not in ("un", "una"):
            digits += 1 if SMALL[word.norm] < 10 else 2
        elif word.norm not in ("doppio", "triplo", "doppia", "tripla") or index + 1 >= len(words) or value(words[index + 1].norm) is None:
            break
        index += 1
    return index, digits


def _is_a_date(words: tuple[Word, ...], start: int, end: int) -> bool:
    """ "24 03 2026", "21/03/2026 15:30": figures in the shape of a date."""
    lengths = [len(word.norm) for word in words[start:end] if word.is_number]
    slashed = any("/" in word.before for word in words[start + 1 : end])
    if len(lengths) < 3 or lengths[0] > 2:
        return len(lengths) >= 3 and lengths[:3] == [4, 2, 2] and "-" in words[start + 1].before
    year = lengths[2] == 4 and words[start + 2].norm[:2] in ("19", "20")
    return lengths[1] <= 2 and (year or slashed) and int(words[start + 1].norm) <= 12 if words[start + 1].is_number else False


def soonest(scene: Scene) -> tuple[Span, ...]:
    """Where the caller asks for the first time there is."""
    found: list[Span] = []
    for index in range(len(scene.words)):
        norm = scene.at(index)
        for words in _SOONEST_BY_FIRST.get(norm, ()):
            if scene.matches(index, words) and scene.at(index + len(words)) not in PARTS:
                found.append(Span(index, index + len(words)))
                break
        else:
            if norm in ("primo", "prima", "primi", "prime") and _is_free(scene, index + 2):
                found.append(Span(index, index + 3))
            elif norm == "subito" and _at_once(scene, index):
                found.append(Span(index, index + 1))
    return tuple(found)


def _at_once(scene: Scene, index: int) -> bool:
    """ "Posso passare subito?", "mi serve subito": as soon as there is a place; "chiamo subito dopo" and "arrivo subito" ask for none."""
    ends = scene.breaks(index + 1) or scene.at(index + 1) in ("", "per", "o", "se", "oggi", "grazie", "da", "con")
    return ends and scene.at(index - 1) in _COMES


def _is_free(scene: Scene, index: int) -> bool:
    if scene.at(index - 1) in ("che", "di", "non", "e", "volta"):
        return False
    return scene.at(index) in _FREE or (
        scene.at(index) == "che" and scene.at(index + 1) in ("avete", "hai", "ha", "c'", "ce", "trovate", "trova", "potete", "puo")
    )
