"""Italian words for recaps and outcomes. A recap is read from the ids that will be stored; "prenotato" is said of committed rows only."""

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
from pipeline.phrases.italian.book import BOOK
from pipeline.phrases.voice import Say


def _confirm(again: bool) -> str:
    return "va bene così?" if again else "confermo?"


def _with(operator: str | None) -> str:
    return f" con {operator}" if operator else ""


@BOOK.says(Recap)
def recap(m: Recap, s: Say) -> str:
    visit = f"{s.v.names(m.services)} per {m.cliente}, {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}"
    price = f", {s.v.price(m.price)}" if m.price is not None else ""
    note = f", nota: {m.note}" if m.note and not s.ear else ""
    return f"{visit}{price}{note}. {_confirm(m.again)}"


@BOOK.says(RecapMove)
def recap_move(m: RecapMove, s: Say) -> str:
    who = f" di {m.cliente}" if m.cliente else ""
    old = f"{s.v.on_day(m.old_day)} {s.v.at(m.old_time)}"
    new = f"{s.v.on_day(m.day)} {s.v.at(m.time)}"
    if (m.old_day, m.old_time) == (m.day, m.time):
        return f"l'appuntamento{who} di {old} diventa {s.v.names(m.services)}{_with(m.operator)}. {_confirm(m.again)}"
    return f"sposto l'appuntamento{who} per {s.v.names(m.services)} da {old} a {new}{_with(m.operator)}. {_confirm(m.again)}"


@BOOK.says(RecapCancel)
def recap_cancel(m: RecapCancel, s: Say) -> str:
    first = s.y("mi conferma che disdico", "mi confermi che disdico") if m.again else s.y("vuole disdire", "vuoi disdire")
    return f"{first} l'appuntamento di {s.v.on_day(m.day)} {s.v.at(m.time)} per {s.v.names(m.services)}?"


@BOOK.says(RecapCancelAll)
def recap_cancel_all(m: RecapCancelAll, s: Say) -> str:
    first = s.y("mi conferma che disdico", "mi confermi che disdico") if m.again else s.y("vuole disdire", "vuoi disdire")
    count = s.v.number(len(m.moments))
    return f"{first} {s.y('i Suoi', 'i tuoi')} {count} appuntamenti, {_moments(m.moments, s)}?"


def _moments(moments: tuple[datetime, ...], s: Say) -> str:
    return s.v.names([f"{s.v.on_day(moment.date())} {s.v.at(moment.time())}" for moment in moments])


@BOOK.says(RecapWaitlist)
def recap_waitlist(m: RecapWaitlist, s: Say) -> str:
    at = f" {s.v.at(m.time)}" if m.time is not None else ""
    first = s.y("mi conferma la lista", "mi confermi la lista") if m.again else s.y("La metto in lista", "ti metto in lista")
    return f"{first} d'attesa per {m.service}, {s.v.on_day(m.day)}{at}?"


@BOOK.says(AskWhatToChange)
def ask_what_to_change(m: AskWhatToChange, s: Say) -> str:
    what = ": il giorno, l'ora o altro?" if m.again else "?"
    return s.y(f"che cosa vuole cambiare{what}", f"che cosa vuoi cambiare{what}")


@BOOK.says(AskNewTime)
def ask_new_time(m: AskNewTime, s: Say) -> str:
    when = f"{s.v.on_day(m.day)} {s.v.at(m.time)}"
    if m.again:
        return s.y("a quale giorno o ora vuole spostarlo?", "a quale giorno o ora vuoi spostarlo?")
    return f"{s.y('ha', 'hai')} un appuntamento {when} per {s.v.names(m.services)}. A quando {s.y('vuole', 'vuoi')} spostarlo?"


@BOOK.says(Booked)
def booked(m: Booked, s: Say) -> str:
    code = "" if s.ear else f", codice {s.v.code(m.code)}"
    return f"ho prenotato per {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(Moved)
def moved(m: Moved, s: Say) -> str:
    code = "" if s.ear else f", codice {s.v.code(m.code)}"
    return f"fatto, l'appuntamento è {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(CancelDone)
def cancel_done(m: CancelDone, s: Say) -> str:
    return f"ho disdetto l'appuntamento di {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(AllCancelled)
def all_cancelled(m: AllCancelled, s: Say) -> str:
    return f"ho disdetto gli appuntamenti di {_moments(m.moments, s)}."


@BOOK.says(Waitlisted)
def waitlisted(m: Waitlisted, s: Say) -> str:
    first = s.y("è già", "sei già") if m.already else s.y("ora è", "ora sei")
    return f"{first} in lista d'attesa per {s.v.day(m.day)}, in posizione {s.v.number(m.position)}."


@BOOK.says(AskWhichBooking)
def ask_which_booking(m: AskWhichBooking, s: Say) -> str:
    shown = [_hint(b, s) for b in m.bookings]
    if m.again:
        return f"{s.y('mi dice', 'mi dici')} quale: {s.v.either(shown)}?"
    return f"{s.y('ha', 'hai')} {s.v.names(shown)}. Quale {s.y('intende', 'intendi')}?"


def _hint(hint: BookingHint, s: Say) -> str:
    return f"{s.v.names(hint.services)} {s.v.on_day(hint.day)} {s.v.at(hint.time)}"


@BOOK.says(NoBookings)
def no_bookings(m: NoBookings, s: Say) -> str:
    when = f" per {s.v.on_day(m.day)}" if m.day is not None else " in programma"
    return f"non trovo appuntamenti a {s.y('Suo', 'tuo')} nome{when}."


@BOOK.says(OwnBookings)
def own_bookings(m: OwnBookings, s: Say) -> str:
    shown = s.v.names([_hint(b, s) + (f" con {b.operator}" if b.operator else "") for b in m.bookings])
    if len(m.bookings) == 1:
        return f"{s.y('ha', 'hai')} un appuntamento: {shown}."
    return f"{s.y('i Suoi', 'i tuoi')} appuntamenti sono: {shown}."


@BOOK.says(RecapLate)
def recap_late(m: RecapLate, s: Say) -> str:
    how = f"con {s.v.duration(m.minutes)} di ritardo" if m.minutes else "in ritardo"
    first = s.y("mi conferma che arriva", "mi confermi che arrivi") if m.again else s.y("annoto che arriva", "annoto che arrivi")
    return f"{first} {how} all'appuntamento di {s.v.on_day(m.day)} {s.v.at(m.time)}?"


@BOOK.says(LateNoted)
def late_noted(m: LateNoted, s: Say) -> str:
    how = f"con {s.v.duration(m.minutes)} di ritardo" if m.minutes else "in ritardo"
    return f"ho annotato che {s.y('arriva', 'arrivi')} {how}: l'appuntamento resta {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(TooLate)
def too_late(m: TooLate, s: Say) -> str:
    call = f": {s.y('chiami', 'chiama')} il numero {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"mi dispiace, si può disdire o spostare fino a {s.v.count(m.hours, 'ora', 'ore', 'F')} prima{call}."


@BOOK.says(Corrected)
def corrected(m: Corrected, s: Say) -> str:
    said = [s.v.on_day(m.day)] if m.day is not None else []
    said += [s.v.at(m.time)] if m.time is not None else []
    said += [f"{'con ' if m.slot == 'operatore' else ''}{s.v.names(m.names)}"] if m.names else []
    return f"va bene, {' '.join(said)}." if said else "va bene."
