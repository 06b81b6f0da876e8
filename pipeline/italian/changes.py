"""Which part of a proposal the caller wants changed, when it is only named: "l'orario", "il giorno", "con chi".

Also where to look instead ("più tardi", "prima no?") and "il solito". Called by the stage that reads answers and by the flows.
Calls only the word splitter.
"""

import re
from typing import Literal

from pipeline.italian.words import fold, tokenize

Part = Literal["ora", "data", "servizi", "operatore", "nome", "note"]

NAMED: dict[str, Part] = {
    "ora": "ora", "orario": "ora", "orari": "ora", "ore": "ora", "orarie": "ora",
    "giorno": "data", "data": "data", "giornata": "data", "giorni": "data", "quando": "data",
    "servizio": "servizi", "servizi": "servizi", "trattamento": "servizi", "prestazione": "servizi", "cosa": "servizi",
    "operatore": "operatore", "operatrice": "operatore", "persona": "operatore", "parrucchiere": "operatore", "parrucchiera": "operatore",
    "dottore": "operatore", "dottoressa": "operatore", "medico": "operatore", "ragazza": "operatore", "ragazzo": "operatore",
    "nome": "nome", "cognome": "nome", "nominativo": "nome",
    "nota": "note", "note": "note",
}  # fmt: skip


def part_named(text: str) -> Part | None:
    """The first part of an appointment that the words name; None when they name none."""
    return next((NAMED[word.norm] for word in tokenize(text) if word.norm in NAMED), None)


Direction = Literal["later", "earlier"]

_LATER = (("piu", "tardi"), ("piu", "avanti"), ("piu", "in", "la"), ("dopo",), ("tardi",))
_EARLIER = (("piu", "presto"), ("prima",), ("presto",), ("anticipare",))


def direction(text: str) -> Direction | None:
    """Whether the words ask for something later or earlier than what was offered; None when they ask for neither or both."""
    said = tuple(word.norm for word in tokenize(text))
    later, earlier = (any(_holds(said, form) for form in forms) for forms in (_LATER, _EARLIER))
    return None if later == earlier else "later" if later else "earlier"


def usual(text: str) -> bool:
    """Whether the caller wants what he always has ("il solito", "la solita cosa")."""
    return any(word.norm in ("solito", "solita", "solite", "soliti") for word in tokenize(text))


_ANOTHER = re.compile(
    r"\b(?:(?:l|un)'? ?|gli |le |quell[oa] )altr[oaie]\b(?! (?:giorn|or[ae]|dat|volt|settiman|mes|moment|person|operat|parrucch))"
    r"|\b(?:vecchi[oa]|precedent[ei]|tutt[ie]|appuntamenti|prenotazioni)\b"
    r"|\bun'? ?(?:appuntamento|prenotazione|visita)\b(?! (?:che ho (?:appena|ora|adesso)|di adesso))"
    r"|\banche (?:di )?(?:cancell|disd|annull|spost|sapere quando)"
    r"|\bche (?:avevo|ho gia)\b"
)


def another_of_mine(text: str) -> bool:
    """Whether the words mean an appointment other than the one just spoken of ("un altro", "i miei appuntamenti", "quello che avevo")."""
    return _ANOTHER.search(fold(text)) is not None


_TAKEN_BACK = re.compile(
    r"\b(?:anzi|sbagliat[oaie]|intendevo|volevo|(?:avevo|ho|avevamo) detto|meglio|piuttosto|aspetti|aspetta|ripensandoci)\b"
)
_CONTENT = re.compile(r"\b(?:basta|a posto|apposto|ci vediamo|arrivederci|nient'? ?altro)\b")


def second_thought(text: str, refused: bool) -> bool:
    """Whether something agreed on is taken back ("anzi", "ho sbagliato", a no that does not end the call)."""
    said = fold(text)
    return _CONTENT.search(said) is None and (refused or _TAKEN_BACK.search(said) is not None)


def just_now(text: str) -> bool:
    """Whether what was done a moment ago is spoken of ("quello che ho appena preso")."""
    return any(word.norm == "appena" for word in tokenize(text))


_WITHOUT = frozenset(
    {"senza", "tolga", "togli", "togliamo", "togliete", "tolgo", "togliere", "leva", "levi", "leviamo", "elimini", "escluda"}
)


def takes_out(text: str) -> bool:
    """Whether what is named is no longer wanted ("senza la piega", "tolga il colore")."""
    return any(word.norm in _WITHOUT for word in tokenize(text))


def _holds(said: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(said[place : place + len(form)] == form for place in range(len(said)))
