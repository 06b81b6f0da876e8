"""What is to be placed in the calendar: the services, the time wanted, and who may do them.

Made by the booking and moving flows, read by `availability`, `offering` and `outcome`; calls nobody.
"""

from dataclasses import dataclass
from datetime import date, time

from pipeline.model.business import Id, Service
from pipeline.model.calendar import SlotRequest
from pipeline.model.session import OfferedSlot, When
from pipeline.model.turn import Turn


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be placed: services, when, whom to try in turn, and the rows that do not count as busy."""

    services: tuple[Service, ...]
    when: When
    operators: tuple[Id | None, ...]
    exclude: tuple[Id, ...] = ()
    stands: OfferedSlot | None = None
    """Where an appointment that moves is now: free for itself, and nothing to offer."""

    def request(self, turn: Turn, day: date, at: time, operatore_id: Id | None) -> SlotRequest:
        """The question to the calendar rule for one time and one operator."""
        return SlotRequest(self.services, day, at, operatore_id, self.exclude, turn.session.id)
