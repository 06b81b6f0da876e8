"""English words for recaps and outcomes. A recap is read from the ids that will be stored; "booked" is said of committed rows only."""

from datetime import datetime

from pipeline.model.meanings import (
    AllCancelled,
    AskNewTime,
    AskWhatToChange,
    AskWhichBooking,
    Booked,
    BookingHint,
    CancelDone,
    Corrected,
    LateNoted,
    Moved,
    NoBookings,
    OwnBookings,
    Recap,
    RecapCancel,
    RecapCancelAll,
    RecapLate,
    RecapMove,
    RecapWaitlist,
    TooLate,
    Waitlisted,
)
from pipeline.phrases.english.book import BOOK
from pipeline.phrases.voice import Say


def _confirm(again: bool) -> str:
    return "is that all right?" if again else "shall I confirm?"


def _with(operator: str | None) -> str:
    return f" with {operator}" if operator else ""


@BOOK.says(Recap)
def recap(m: Recap, s: Say) -> str:
    visit = f"{s.v.names(m.services)} for {m.cliente}, {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}"
    price = f", {s.v.price(m.price)}" if m.price is not None else ""
    note = f", note: {m.note}" if m.note and not s.ear else ""
    return f"{visit}{price}{note}. {_confirm(m.again)}"


@BOOK.says(RecapMove)
def recap_move(m: RecapMove, s: Say) -> str:
    who = f" for {m.cliente}" if m.cliente else ""
    if (m.old_day, m.old_time) == (m.day, m.time):
        old = f"{s.v.on_day(m.old_day)} {s.v.at(m.old_time)}"
        return f"the appointment{who} {old} becomes {s.v.names(m.services)}{_with(m.operator)}. {_confirm(m.again)}"
    span = f"from {s.v.day(m.old_day)} {s.v.at(m.old_time)} to {s.v.day(m.day)} {s.v.at(m.time)}"
    return f"I move {s.v.names(m.services)}{who} {span}{_with(m.operator)}. {_confirm(m.again)}"


@BOOK.says(RecapCancel)
def recap_cancel(m: RecapCancel, s: Say) -> str:
    first = "do you confirm that I cancel" if m.again else "shall I cancel"
    return f"{first} {s.v.names(m.services)} {s.v.on_day(m.day)} {s.v.at(m.time)}?"


@BOOK.says(RecapCancelAll)
def recap_cancel_all(m: RecapCancelAll, s: Say) -> str:
    first = "do you confirm that I cancel" if m.again else "shall I cancel"
    return f"{first} your {s.v.number(len(m.moments))} appointments, {_moments(m.moments, s)}?"


def _moments(moments: tuple[datetime, ...], s: Say) -> str:
    return s.v.names([f"{s.v.on_day(moment.date())} {s.v.at(moment.time())}" for moment in moments])


@BOOK.says(RecapWaitlist)
def recap_waitlist(m: RecapWaitlist, s: Say) -> str:
    at = f" {s.v.at(m.time)}" if m.time is not None else ""
    first = "do you confirm the waiting list" if m.again else "shall I put you on the waiting list"
    return f"{first} for {m.service}, {s.v.on_day(m.day)}{at}?"


@BOOK.says(AskWhatToChange)
def ask_what_to_change(m: AskWhatToChange, s: Say) -> str:
    return "what would you like to change: the day, the time or something else?" if m.again else "what would you like to change?"


@BOOK.says(AskNewTime)
def ask_new_time(m: AskNewTime, s: Say) -> str:
    if m.again:
        return "to which day or time shall I move it?"
    return f"you have {s.v.names(m.services)} {s.v.on_day(m.day)} {s.v.at(m.time)}. When shall I move it to?"


@BOOK.says(Booked)
def booked(m: Booked, s: Say) -> str:
    code = "" if s.ear else f", code {s.v.code(m.code)}"
    return f"you are booked {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(Moved)
def moved(m: Moved, s: Say) -> str:
    code = "" if s.ear else f", code {s.v.code(m.code)}"
    return f"done, your appointment is now {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(CancelDone)
def cancel_done(m: CancelDone, s: Say) -> str:
    return f"I cancelled your appointment {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(AllCancelled)
def all_cancelled(m: AllCancelled, s: Say) -> str:
    return f"I cancelled your appointments {_moments(m.moments, s)}."


@BOOK.says(Waitlisted)
def waitlisted(m: Waitlisted, s: Say) -> str:
    first = "you already are" if m.already else "you are now"
    return f"{first} on the waiting list for {s.v.day(m.day)}, in position {s.v.number(m.position)}."


@BOOK.says(AskWhichBooking)
def ask_which_booking(m: AskWhichBooking, s: Say) -> str:
    shown = [_hint(b, s) for b in m.bookings]
    return f"which one: {s.v.either(shown)}?" if m.again else f"you have {s.v.names(shown)}. Which one do you mean?"


def _hint(hint: BookingHint, s: Say) -> str:
    return f"{s.v.names(hint.services)} {s.v.on_day(hint.day)} {s.v.at(hint.time)}"


@BOOK.says(NoBookings)
def no_bookings(m: NoBookings, s: Say) -> str:
    return f"I cannot find any appointment in your name{' ' + s.v.on_day(m.day) if m.day is not None else ''}."


@BOOK.says(OwnBookings)
def own_bookings(m: OwnBookings, s: Say) -> str:
    shown = s.v.names([_hint(b, s) + (f" with {b.operator}" if b.operator else "") for b in m.bookings])
    return f"you have an appointment: {shown}." if len(m.bookings) == 1 else f"your appointments are: {shown}."


@BOOK.says(RecapLate)
def recap_late(m: RecapLate, s: Say) -> str:
    how = f"{s.v.duration(m.minutes)} late" if m.minutes else "late"
    first = "do you confirm that you will be" if m.again else "shall I note that you will be"
    return f"{first} {how} for your appointment {s.v.on_day(m.day)} {s.v.at(m.time)}?"


@BOOK.says(LateNoted)
def late_noted(m: LateNoted, s: Say) -> str:
    how = f"{s.v.duration(m.minutes)} late" if m.minutes else "late"
    return f"I noted that you will be {how}; the appointment stays {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(TooLate)
def too_late(m: TooLate, s: Say) -> str:
    call = f": please call {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"I am sorry, appointments can be changed or cancelled up to {s.v.count(m.hours, 'hour', 'hours')} before{call}."


@BOOK.says(Corrected)
def corrected(m: Corrected, s: Say) -> str:
    said = [s.v.on_day(m.day)] if m.day is not None else []
    said += [s.v.at(m.time)] if m.time is not None else []
    said += [f"{'with ' if m.slot == 'operatore' else ''}{s.v.names(m.names)}"] if m.names else []
    return f"all right, {' '.join(said)}." if said else "all right."
