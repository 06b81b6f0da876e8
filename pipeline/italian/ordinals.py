"""A place in a list that was read out: "il primo", "la seconda opzione", "numero tre", "l'ultimo".

Called by `parse` before days are read, because "il primo" is a day where a day was asked for; calls nobody. It must never know the list.
"""

import re

from pipeline.italian.hearing import Hearing
from pipeline.italian.names_words import CALENDAR
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, fold, tokenize
from pipeline.model.parse import Step

LIST_STEPS: frozenset[Step] = frozenset({"disambiguazione", "alternative", "appuntamento"})
_PLACES = {
    "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5, "quinta": 5,
    "sesto": 6, "sesta": 6, "ultimo": -1, "ultima": -1,
}  # fmt: skip
_COUNTS = {"uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6}
_MIDDLE = re.compile(r"\b(?:quell[oa]|la|il)? ?(?:(?:in|di|nel|del) mezzo|central[ei])\b")
_FIRST_FEW = re.compile(r"\b(prim[ie]|ultim[ie]) (due|tre|2|3)\b")
_FEW = {"due": 2, "2": 2, "tre": 3, "3": 3}
_NUMBERED = frozenset({"numero", "opzione", "proposta", "scelta", "alternativa", "la", "il", "n"})
_NOT_A_PLACE = word_set(
    "di del della delle possibile disponibile utile libero libera che volta quarto pomeriggio mattina mattinata sera dopo giorno "
    "settimana posto visita e cosa domanda frase parte parola"
)
_REFUSING = word_set("no nemmeno neanche neppure non")
_LIST_WORDS = word_set("lista elenco che tre due detto opzioni")
_LARGEST = 9
_FREE = word_set("disponibile possibile utile libero libera posto orario")
"""After "la prima" these choose the first of some times that were read out; where no list is open they ask for the soonest."""


def read(hearing: Hearing, step: Step | None, options: int) -> int | None:
    """The place chosen, from 1, -1 = the last; the words taken as ORDINAL. Only where a list stands open."""
    if step not in LIST_STEPS and not options:
        return None
    for place, word in enumerate(hearing.words):
        if hearing.labels[place]:
            continue
        value = _PLACES.get(word.norm)
        stands = _stands(hearing, place) or (step == "alternative" and _of_the_free(hearing, place))
        if value is not None and stands and not _turned_down(hearing, place):
            hearing.take(
                Span(max(0, place - 1) if place and hearing.words[place - 1].norm in ("il", "la", "l'") else place, place + 1), "ORDINAL"
            )
            return value
    return _middle(hearing, options) or _counted(hearing, options)


def _middle(hearing: Hearing, options: int) -> int | None:
    """ "Quella in mezzo", of three."""
    found = _MIDDLE.search(fold(hearing.text))
    return (options + 1) // 2 if found is not None and options > 1 and options % 2 else None


def _turned_down(hearing: Hearing, place: int) -> bool:
    """ "La prima no, la terza va", "né la prima né la seconda": that one is not chosen."""
    after = hearing.words[place + 1].norm if place + 1 < len(hearing.words) else ""
    before = [word.norm for word in hearing.words[max(0, place - 3) : place]]
    goes_on = {"nemmeno", "neanche"} if before and before[0] not in _PLACES else set[str]()
    question = "?" in hearing.text and after == "no"
    return not ({"ne", "non"} | goes_on).isdisjoint(before[-2:]) or (after in _REFUSING and not question)


def _stands(hearing: Hearing, place: int) -> bool:
    """Whether the word chooses from the list instead of beginning a date or another phrase ("il primo aprile", "prima delle 11").

    "Le dieci e un quarto" is an hour.
    """
    if hearing.words[place].norm == "quarto" and place and hearing.words[place - 1].norm in ("un", "e", "meno"):
        return False
    if place + 1 >= len(hearing.words) or hearing.words[place + 1].breaks:
        return not (hearing.words[place].norm == "prima" and place > 0 and hearing.words[place - 1].norm not in ("la", "quella"))
    following = hearing.words[place + 1].norm
    later = {word.norm for word in hearing.words[place + 1 : place + 5]}
    if following in CALENDAR:
        return False
    return following not in _NOT_A_PLACE or (following in ("che", "di", "della", "delle", "del") and bool(later & _LIST_WORDS))


def _of_the_free(hearing: Hearing, place: int) -> bool:
    """ "La prima disponibile", "il primo posto": one of the times offered; "il prima possibile" is none."""
    article = hearing.words[place - 1].norm if place else ""
    agrees = article in ("la", "quella") if hearing.words[place].norm == "prima" else article in ("il", "la", "quello", "quella", "l'")
    return agrees and place + 1 < len(hearing.words) and hearing.words[place + 1].norm in _FREE


def _counted(hearing: Hearing, options: int) -> int | None:
    words = [
        word
        for word in hearing.words
        if word.norm not in ("ok", "va", "bene", "si", "allora", "ehm", "grazie", "facciamo", "prendo", "scelgo", "per", "favore", "direi")
    ]
    if not 1 <= len(words) <= 3:
        return None
    value = _COUNTS.get(words[-1].norm, int(words[-1].norm) if words[-1].norm.isdecimal() and len(words[-1].norm) == 1 else None)
    if value is None or not 0 < value <= (options or _LARGEST) or any(word.norm not in _NUMBERED for word in words[:-1]):
        return None
    if words[0].norm == "il" and len(words) == 2 and not options:
        return None
    place = hearing.words.index(words[-1])
    hearing.take(Span(0, place + 1), "ORDINAL")
    return value


def places(text: str, options: int) -> tuple[int, ...]:
    """Several places chosen from a list that was read out, from 0 ("i primi due", "il primo e il terzo"); () where none or one is."""
    few = _FIRST_FEW.search(fold(text))
    if few is not None:
        count = min(_FEW[few[2]], options)
        return tuple(range(count)) if few[1].startswith("prim") else tuple(range(options - count, options))
    named = [_PLACES[word.norm] for word in tokenize(text) if word.norm in _PLACES]
    chosen = dict.fromkeys(n - 1 if n > 0 else options - 1 for n in named if n <= options)
    return tuple(chosen) if len(chosen) > 1 else ()
