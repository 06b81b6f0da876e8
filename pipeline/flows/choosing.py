"""Which of the caller's own appointments is meant.

Called by the flows that cancel, move or read out an appointment, after the caller has been identified and has proved who he is.
"""

from dataclasses import replace

from pipeline.flows import outcome
from pipeline.flows.memo import note, noted
from pipeline.flows.own import fits, just_made, upcoming
from pipeline.italian.proposals import ones_own
from pipeline.model.business import Booking
from pipeline.model.meanings import AskWhichBooking, BookingHint, Dropped, NoBookings
from pipeline.model.parse import Parse
from pipeline.model.session import Option, When
from pipeline.model.turn import Turn
from pipeline.phrases.values import Eye
from pipeline.ports import World


def choose(turn: Turn, world: World) -> tuple[Turn, Booking | None]:
    """The appointment meant, or a turn that asks which, or says that there is none."""
    turn, booking = _meant(turn, world)
    return (turn, None) if booking is None else (_as_read_out(turn, booking), booking)


def _meant(turn: Turn, world: World) -> tuple[Turn, Booking | None]:
    turn = _not_this_one(turn, world)
    if turn.slots.appuntamento_id is not None:
        booking = world.reads.booking(turn.slots.appuntamento_id)
        if booking is not None and booking.live and booking.cliente_id == turn.slots.cliente_id:
            return turn, booking
        # It is gone since it was read out: the yes was not meant for any other.
        gone = booking.inizio.date() if booking is not None else None
        return outcome.onward(replace(turn.saying(NoBookings(gone)), agreed=False)), None
    mine = upcoming(turn, world)
    if not mine:
        return outcome.onward(turn.saying(Dropped(turn.dialogue.flow) if turn.slots.tenuti else NoBookings())), None
    turn, fitting = _fitting(turn, mine)
    own = tuple(booking for booking in fitting if not (booking.note or "").startswith("per "))
    fitting = own if own and ones_own(turn.parse.text) else fitting  # "sposti la mia", beside one for her sister
    if len(mine) == 1:
        return _single(turn, mine[0], bool(fitting))
    fitting = _likeliest(turn, fitting)
    if len(fitting) == 1:
        return turn.with_slots(appuntamento_id=fitting[0].id), fitting[0]
    shown = (fitting or mine)[:3]
    again = turn.dialogue.step == "appuntamento"
    return turn.asking("appuntamento", AskWhichBooking(hints(shown), again), options_of(shown, turn)), None


def _not_this_one(turn: Turn, world: World) -> Turn:
    """ "Quello di venerdì lo tengo", where that is the one that was read out."""
    chosen = turn.slots.appuntamento_id
    booking = world.reads.booking(chosen) if chosen is not None and turn.slots.tenuti else None
    if booking is None or booking.id in {one.id for one in upcoming(turn, world)}:
        return turn
    return replace(turn.with_slots(appuntamento_id=None, quando=When(), servizi=()), agreed=False)


def options_of(bookings: tuple[Booking, ...], turn: Turn) -> tuple[Option, ...]:
    """Appointments as numbered options."""
    eye = Eye(turn.dialogue.language, turn.now.date())
    moments = ((b, f"{eye.on_day(b.inizio.date())} {eye.at(b.inizio.time())}") for b in bookings)
    return tuple(Option(n, "appuntamento", label, id=b.id) for n, (b, label) in enumerate(moments, 1))


def _as_read_out(turn: Turn, booking: Booking) -> Turn:
    """A yes counts for the appointment as it was read out; one that was changed at the desk meanwhile is read out again."""
    stands = f"{booking.inizio:%Y-%m-%d %H:%M}"
    if turn.agreed and noted(turn, "letto") not in (None, stands):
        turn = replace(turn, agreed=False)
    return note(turn, "letto", stands)


def _fitting(turn: Turn, mine: tuple[Booking, ...]) -> tuple[Turn, tuple[Booking, ...]]:
    """The appointments that fit what was said; an hour that none of them has is the new one ("anticipare alle 15 quello di venerdì")."""
    slots = turn.slots
    fitting = tuple(b for b in mine if fits(b, slots.quando, slots.servizi))
    if not fitting and "prenotazione" in turn.dialogue.queue:
        # The service named is the one of the new appointment.
        fitting = tuple(b for b in mine if fits(b, slots.quando, ()))
    if fitting or turn.dialogue.flow != "modifica" or slots.quando.ora is None:
        return turn, fitting
    origin = replace(slots.quando, ora=None)
    if slots.nuovo.ora is None:
        turn = turn.with_slots(quando=origin, nuovo=replace(slots.nuovo, ora=slots.quando.ora))
    return turn, tuple(b for b in mine if fits(b, origin, slots.servizi))


def _likeliest(turn: Turn, fitting: tuple[Booking, ...]) -> tuple[Booking, ...]:
    """Of several: the one on the day that was said without saying whether it is the old or the new one, else the one just made."""
    there = tuple(b for b in fitting if b.inizio.date().isoformat() == noted(turn, "forse"))
    if len(there) == 1:
        return there
    latest = just_made(turn, fitting)
    return (latest,) if latest is not None else fitting


def _single(turn: Turn, booking: Booking, fits: bool) -> tuple[Turn, Booking]:
    """The only appointment is meant even when a detail does not fit: the recap names it and asks."""
    said_day = turn.slots.quando.data
    if not fits and said_day is not None and said_day != booking.inizio.date():
        turn = turn.saying(NoBookings(said_day))
    return turn.with_slots(appuntamento_id=booking.id), booking


def hints(bookings: tuple[Booking, ...]) -> tuple[BookingHint, ...]:
    """What is read out of appointments, numbered from 1."""
    return tuple(BookingHint(n, tuple(s.nome for s in b.services), b.inizio.date(), b.inizio.time()) for n, b in enumerate(bookings, 1))


def pointed_at(parse: Parse, turn: Turn, world: World) -> Booking | None:
    """The listed appointment that an answer names by number, day, hour or service; None when it names none or several."""
    listed = tuple(o for o in turn.dialogue.options if o.kind == "appuntamento")
    if parse.ordinal is not None and listed and -len(listed) <= parse.ordinal <= len(listed) and parse.ordinal != 0:
        option = listed[parse.ordinal - 1] if parse.ordinal > 0 else listed[parse.ordinal]
        return world.reads.booking(option.id) if option.id is not None else None
    (first, last), (low, high) = parse.date_interval or (None, None), parse.time_interval or (None, None)
    when = When(data=parse.date, ora=parse.time, da_data=first, a_data=last, da_ora=low, a_ora=high)
    if when == When() and not parse.services:
        return None
    mine = upcoming(turn, world)
    found = [b for b in mine if fits(b, when, parse.services)] or _on_that_weekday(parse, when, mine)
    return found[0] if len(found) == 1 else None


def _on_that_weekday(parse: Parse, when: When, mine: tuple[Booking, ...]) -> list[Booking]:
    """ "Quello di venerdì", said without a number, may be of a later week."""
    day, loose = when.data, replace(when, data=None)
    if day is None or any(letter.isdecimal() for letter in parse.text):
        return []
    return [b for b in mine if b.inizio.weekday() == day.weekday() and fits(b, loose, parse.services)]
