"""Which part of a proposal the caller wants changed, when it is only named: "l'orario", "il giorno", "con chi".

Also where to look instead ("più tardi", "prima no?") and "il solito". Called by the stage that reads answers and by the flows.
Calls only the word splitter.
"""

from typing import Literal

from pipeline.italian.words import tokenize

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


_WITHOUT = frozenset(
    {"senza", "tolga", "togli", "togliamo", "togliete", "tolgo", "togliere", "leva", "levi", "leviamo", "elimini", "escluda"}
)


def takes_out(text: str) -> bool:
    """Whether what is named is no longer wanted ("senza la piega", "tolga il colore")."""
    return any(word.norm in _WITHOUT for word in tokenize(text))


def _holds(said: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(said[place : place + len(form)] == form for place in range(len(said)))
