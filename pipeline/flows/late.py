"""The caller will be late: written beside the appointment, which stays where it is.

Called by the moving flow, once the caller has proved who he is. Nothing is promised: whoever works there sees the note.
"""

from datetime import datetime, timedelta

from pipeline.flows import outcome
from pipeline.flows.memo import note, noted
from pipeline.flows.own import fits
from pipeline.model.business import Booking
from pipeline.model.meanings import LateNoted, NoBookings, RecapLate
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import ChangeBooking
from pipeline.ports import World
from pipeline.rules.calendar import plan
from pipeline.rules.pricing import price_rows
from pipeline.rules.visits import as_booked, prices_kept

BEGUN = timedelta(hours=2)
"""How long ago an appointment may have begun for whom is late for it."""


def late_for(turn: Turn, world: World) -> Turn:
    """The note's recap, or its row: for the next appointment that fits what was said."""
    booking = _meant(turn, world)
    if booking is None:
        return outcome.onward(turn.saying(NoBookings()))
    shift = turn.parse.shift
    if shift is not None and shift.minutes:
        turn = note(turn, "ritardo", str(shift.minutes))
    minutes = int(noted(turn, "ritardo") or 0)
    day, at = booking.inizio.date(), booking.inizio.time()
    if not turn.agreed:
        return turn.asking("conferma", RecapLate(day, at, minutes, again=turn.dialogue.step == "conferma"))
    write = _noted(turn, world, booking, minutes)
    turn = outcome.as_read(turn, booking).writing(write)
    return outcome.finished(turn, LateNoted(day, at, minutes), Action("appuntamento_modificato", booking.ids, write.code))


def _noted(turn: Turn, world: World, booking: Booking, minutes: int) -> ChangeBooking:
    """The booking as it stands, with the delay in its note; nobody is sent a message, nothing moves."""
    said = f"in ritardo di {minutes} minuti" if minutes else "in ritardo"
    text = said if not booking.note else booking.note if said in booking.note else f"{booking.note}; {said}"[:500]
    client = world.reads.client(booking.cliente_id)
    services = as_booked(booking, world.reads.services())
    rows = prices_kept(price_rows(plan(services, booking.inizio), services, client.sconto if client else None), booking.services)
    code = booking.confirmation_code or world.ids.code()
    return ChangeBooking(booking.ids, booking.cliente_id, rows, booking.operatore_id, code, text)


def _meant(turn: Turn, world: World) -> Booking | None:
    if turn.slots.cliente_id is None:
        return None
    since: datetime = turn.now - BEGUN
    mine = tuple(b for b in world.reads.bookings_of(turn.slots.cliente_id, since=since) if b.live)
    fitting = tuple(b for b in mine if fits(b, turn.slots.quando, turn.slots.servizi))
    return min(fitting or mine, key=lambda b: b.inizio, default=None)
