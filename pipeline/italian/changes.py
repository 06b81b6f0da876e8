"""Which part of a proposal the caller wants changed, when it is only named: "l'orario", "il giorno", "con chi".

Called by the stage that reads answers, after "Che cosa vuole cambiare?". Calls only the word splitter.
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
