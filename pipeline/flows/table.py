"""The flows by request, and their transitions as data: the charts in docs/flows.md are drawn from here.

Read by `pipeline.stages.flow` and by the tests that count which transitions the golden dialogues have taken.
"""

from collections.abc import Callable

from pipeline.flows import asking, booking, cancelling, moving, waiting
from pipeline.model.parse import Intent, Step
from pipeline.model.turn import Turn
from pipeline.ports import World

Advance = Callable[[Turn, World], Turn]

FLOWS: dict[Intent, Advance] = {
    "prenotazione": booking.advance,
    "cancella": cancelling.advance,
    "modifica": moving.advance,
    "waitlist": waiting.advance,
    "info": asking.advance,
}

IDENTIFY: tuple[Step, ...] = ("cliente", "cognome", "disambiguazione")
REGISTER: tuple[Step, ...] = ("registrazione", "telefono", "telefono_conferma", "data_nascita", "consenso")

QUESTIONS: dict[Intent, tuple[Step, ...]] = {
    "prenotazione": (*IDENTIFY, *REGISTER, "servizi", "operatore", "data", "ora", "alternative", "waitlist", "conferma"),
    "cancella": (*IDENTIFY, "appuntamento", "conferma"),
    "modifica": (*IDENTIFY, "appuntamento", "servizi", "data", "ora", "alternative", "conferma"),
    "waitlist": (*IDENTIFY, *REGISTER, "servizi", "data", "conferma"),
    "info": IDENTIFY,
}
"""The questions of each flow in the order they are asked; every one is skipped when its slot is filled."""
