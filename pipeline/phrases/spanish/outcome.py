"""Spanish words for recaps and outcomes. A recap is read from the ids that will be stored; "booked" is said of committed rows only."""

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
from pipeline.phrases.spanish.book import BOOK
from pipeline.phrases.voice import Say


def _with(operator: str | None) -> str:
    return f" con {operator}" if operator else ""


def _confirm(again: bool) -> str:
    return "¿Le va bien?" if again else "¿Lo confirmo?"


@BOOK.says(Recap)
def recap(m: Recap, s: Say) -> str:
    visit = f"{s.v.names(m.services)} para {m.cliente}, {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}"
    price = f", {s.v.price(m.price)}" if m.price is not None else ""
    note = f", nota: {m.note}" if m.note and not s.ear else ""
    return f"{visit}{price}{note}. {_confirm(m.again)}"


@BOOK.says(RecapMove)
def recap_move(m: RecapMove, s: Say) -> str:
    who = f" de {m.cliente}" if m.cliente else ""
    old = f"del {s.v.day(m.old_day)} {s.v.at(m.old_time)}"
    if (m.old_day, m.old_time) == (m.day, m.time):
        return f"la cita{who} {old} pasa a ser {s.v.names(m.services)}{_with(m.operator)}. {_confirm(m.again)}"
    new = f"al {s.v.day(m.day)} {s.v.at(m.time)}"
    return f"paso {s.v.names(m.services)}{who} {old} {new}{_with(m.operator)}. {_confirm(m.again)}"


@BOOK.says(RecapCancel)
def recap_cancel(m: RecapCancel, s: Say) -> str:
    first = "¿Me confirma que anulo" if m.again else "¿Anulo"
    return f"{first} la cita del {s.v.day(m.day)} {s.v.at(m.time)} para {s.v.names(m.services)}?"


@BOOK.says(RecapCancelAll)
def recap_cancel_all(m: RecapCancelAll, s: Say) -> str:
    first = "¿Me confirma que anulo" if m.again else "¿Anulo"
    return f"{first} sus {s.v.number(len(m.moments))} citas, {_moments(m.moments, s)}?"


def _moments(moments: tuple[datetime, ...], s: Say) -> str:
    return s.v.names([f"{s.v.day(moment.date())} {s.v.at(moment.time())}" for moment in moments])


@BOOK.says(RecapWaitlist)
def recap_waitlist(m: RecapWaitlist, s: Say) -> str:
    at = f" {s.v.at(m.time)}" if m.time is not None else ""
    first = "¿Me confirma la lista de espera" if m.again else "¿Le apunto en la lista de espera"
    return f"{first} para {m.service}, {s.v.on_day(m.day)}{at}?"


@BOOK.says(AskWhatToChange)
def ask_what_to_change(m: AskWhatToChange, s: Say) -> str:
    return "¿Qué desea cambiar: el día, la hora u otra cosa?" if m.again else "¿Qué desea cambiar?"


@BOOK.says(AskNewTime)
def ask_new_time(m: AskNewTime, s: Say) -> str:
    if m.again:
        return "¿A qué día u hora la paso?"
    return f"tiene cita {s.v.on_day(m.day)} {s.v.at(m.time)} para {s.v.names(m.services)}. ¿A cuándo la paso?"


@BOOK.says(Booked)
def booked(m: Booked, s: Say) -> str:
    code = "" if s.ear else f", código {s.v.code(m.code)}"
    return f"he reservado su cita para {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(Moved)
def moved(m: Moved, s: Say) -> str:
    code = "" if s.ear else f", código {s.v.code(m.code)}"
    return f"hecho, la cita es {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(CancelDone)
def cancel_done(m: CancelDone, s: Say) -> str:
    return f"he anulado la cita del {s.v.day(m.day)} {s.v.at(m.time)}."


@BOOK.says(AllCancelled)
def all_cancelled(m: AllCancelled, s: Say) -> str:
    return f"he anulado las citas del {_moments(m.moments, s)}."


@BOOK.says(Waitlisted)
def waitlisted(m: Waitlisted, s: Say) -> str:
    first = "ya está" if m.already else "ahora está"
    return f"{first} en la lista de espera para {s.v.on_day(m.day)}, en la posición {s.v.number(m.position)}."


@BOOK.says(AskWhichBooking)
def ask_which_booking(m: AskWhichBooking, s: Say) -> str:
    shown = [_hint(b, s) for b in m.bookings]
    return f"¿cuál de ellas: {s.v.either(shown)}?" if m.again else f"tiene {s.v.names(shown)}. ¿A cuál se refiere?"


def _hint(hint: BookingHint, s: Say) -> str:
    return f"{s.v.names(hint.services)} {s.v.on_day(hint.day)} {s.v.at(hint.time)}"


@BOOK.says(NoBookings)
def no_bookings(m: NoBookings, s: Say) -> str:
    return f"no encuentro ninguna cita a su nombre{' para ' + s.v.on_day(m.day) if m.day is not None else ''}."


@BOOK.says(OwnBookings)
def own_bookings(m: OwnBookings, s: Say) -> str:
    shown = s.v.names([_hint(b, s) + (f" con {b.operator}" if b.operator else "") for b in m.bookings])
    return f"tiene una cita: {shown}." if len(m.bookings) == 1 else f"sus citas son: {shown}."


@BOOK.says(RecapLate)
def recap_late(m: RecapLate, s: Say) -> str:
    how = f"con {s.v.duration(m.minutes)} de retraso" if m.minutes else "con retraso"
    first = "¿Me confirma que llega" if m.again else "¿Anoto que llega"
    return f"{first} {how} a la cita del {s.v.day(m.day)} {s.v.at(m.time)}?"


@BOOK.says(LateNoted)
def late_noted(m: LateNoted, s: Say) -> str:
    how = f"con {s.v.duration(m.minutes)} de retraso" if m.minutes else "con retraso"
    return f"he anotado que llega {how}; la cita sigue el {s.v.day(m.day)} {s.v.at(m.time)}."


@BOOK.says(TooLate)
def too_late(m: TooLate, s: Say) -> str:
    call = f": llame al {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"lo siento, las citas se cambian o anulan hasta {s.v.count(m.hours, 'hora', 'horas', 'F')} antes{call}."


@BOOK.says(Corrected)
def corrected(m: Corrected, s: Say) -> str:
    said = [s.v.on_day(m.day)] if m.day is not None else []
    said += [s.v.at(m.time)] if m.time is not None else []
    said += [f"{'con ' if m.slot == 'operatore' else ''}{s.v.names(m.names)}"] if m.names else []
    return f"de acuerdo, {' '.join(said)}." if said else "de acuerdo."
