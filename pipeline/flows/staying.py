"""Which of the caller's appointments stay as they are when he gives up or moves the others.

Called by the stage that fills slots, by the readers of answers and by the flows that touch an appointment.
"""

from dataclasses import replace

from pipeline.flows.memo import note
from pipeline.italian.changes import all_of_them
from pipeline.model.business import Booking, Id
from pipeline.model.parse import Parse
from pipeline.model.session import Kept, When
from pipeline.model.turn import Turn


def with_kept(turn: Turn) -> Turn:
    """What was said to stay is kept; where nothing else is pointed at, all the others are meant. "Uno lo tengo" asks which."""
    parse = turn.parse
    if not parse.kept:
        return turn
    stays = tuple(_kept(turn, one) for one in parse.kept)
    turn = turn.with_slots(tenuti=tuple(dict.fromkeys((*turn.slots.tenuti, *(one for one in stays if one != Kept())))))
    if Kept() in stays:
        return note(turn, "tutti", None)
    points = parse.date or parse.time or parse.date_interval or parse.services or parse.ordinal is not None
    return note(turn, "tutti", "si") if not points or all_of_them(parse.text) else turn


def _kept(turn: Turn, said: Parse) -> Kept:
    listed = tuple(option for option in turn.before.options if option.kind == "appuntamento")
    n = said.ordinal
    if n is not None and n != 0 and -len(listed) <= n <= len(listed):
        return Kept(appuntamento_id=listed[n - 1 if n > 0 else n].id)
    first, last = said.date_interval or (None, None)
    loose = said.date is not None and not any(letter.isdecimal() for letter in said.text)
    return Kept(When(data=said.date, ora=said.time, da_data=first, a_data=last), said.services, anche_dopo=loose)


def only(turn: Turn, chosen: tuple[Id, ...], mine: tuple[Booking, ...]) -> Turn:
    """With these of the caller's appointments meant, and no other."""
    others = tuple(Kept(appuntamento_id=booking.id) for booking in mine if booking.id not in chosen)
    return note(turn.with_slots(tenuti=others, quando=When(), servizi=()), "tutti", "si")


def without_kept(turn: Turn, mine: tuple[Booking, ...]) -> tuple[Booking, ...]:
    """The appointments that may be meant."""
    kept = {booking.id for one in turn.slots.tenuti for booking in _staying(one, mine)}
    return tuple(booking for booking in mine if booking.id not in kept)


def _staying(one: Kept, mine: tuple[Booking, ...]) -> tuple[Booking, ...]:
    fitting = tuple(booking for booking in mine if _fits(one, booking))
    day = one.quando.data
    if fitting or day is None or not one.anche_dopo:
        return fitting
    loose = replace(one, quando=replace(one.quando, data=None))
    return tuple(booking for booking in mine if booking.inizio.weekday() == day.weekday() and _fits(loose, booking))


def _fits(one: Kept, booking: Booking) -> bool:
    when, day, at = one.quando, booking.inizio.date(), booking.inizio.time()
    if one.appuntamento_id is not None:
        return booking.id == one.appuntamento_id
    within = (when.da_data is None or when.da_data <= day) and (when.a_data is None or day <= when.a_data)
    service = not one.servizi or not {s.servizio_id for s in booking.services}.isdisjoint(one.servizi)
    return when.data in (None, day) and when.ora in (None, at) and within and service
