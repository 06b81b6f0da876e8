"""Portuguese words for recaps and outcomes. A recap is read from the ids that will be stored; "booked" is said of committed rows only."""

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
from pipeline.phrases.portuguese.book import BOOK
from pipeline.phrases.voice import Say


def _with(operator: str | None) -> str:
    return f" com {operator}" if operator else ""


def _confirm(again: bool) -> str:
    return "fica bem assim?" if again else "posso confirmar?"


@BOOK.says(Recap)
def recap(m: Recap, s: Say) -> str:
    visit = f"{s.v.names(m.services)} para {m.cliente}, {s.v.on_day(m.day)} {s.v.at(m.time)}{_with(m.operator)}"
    price = f", {s.v.price(m.price)}" if m.price is not None else ""
    note = f", nota: {m.note}" if m.note and not s.ear else ""
    return f"{visit}{price}{note}. {_confirm(m.again)}"


@BOOK.says(RecapMove)
def recap_move(m: RecapMove, s: Say) -> str:
    who = f" de {m.cliente}" if m.cliente else ""
    old = f"de {s.v.day(m.old_day)} {s.v.at(m.old_time)}"
    if (m.old_day, m.old_time) == (m.day, m.time):
        return f"a marcação{who} {old} passa a ser {s.v.names(m.services)}{_with(m.operator)}. {_confirm(m.again)}"
    new = f"para {s.v.day(m.day)} {s.v.at(m.time)}"
    return f"mudo a marcação{who}, {s.v.names(m.services)}, {old} {new}{_with(m.operator)}. {_confirm(m.again)}"


@BOOK.says(RecapCancel)
def recap_cancel(m: RecapCancel, s: Say) -> str:
    first = "confirma que cancelo" if m.again else "cancelo"
    return f"{first} a marcação de {s.v.day(m.day)} {s.v.at(m.time)} para {s.v.names(m.services)}?"


@BOOK.says(RecapCancelAll)
def recap_cancel_all(m: RecapCancelAll, s: Say) -> str:
    first = "confirma que cancelo" if m.again else "cancelo"
    return f"{first} as suas {s.v.number(len(m.moments))} marcações, {_moments(m.moments, s)}?"


def _moments(moments: tuple[datetime, ...], s: Say) -> str:
    return s.v.names([f"{s.v.day(moment.date())} {s.v.at(moment.time())}" for moment in moments])


@BOOK.says(RecapWaitlist)
def recap_waitlist(m: RecapWaitlist, s: Say) -> str:
    at = f" {s.v.at(m.time)}" if m.time is not None else ""
    first = "confirma a lista de espera" if m.again else "posso pôr o seu nome na lista de espera"
    return f"{first} para {m.service}, {s.v.on_day(m.day)}{at}?"


@BOOK.says(AskWhatToChange)
def ask_what_to_change(m: AskWhatToChange, s: Say) -> str:
    return "o que deseja mudar: o dia, a hora ou outra coisa?" if m.again else "o que deseja mudar?"


@BOOK.says(AskNewTime)
def ask_new_time(m: AskNewTime, s: Say) -> str:
    if m.again:
        return "para que dia ou hora deseja mudar?"
    return f"tem {s.v.names(m.services)} {s.v.on_day(m.day)} {s.v.at(m.time)}. Para quando deseja mudar?"


@BOOK.says(Booked)
def booked(m: Booked, s: Say) -> str:
    code = "" if s.ear else f", código {s.v.code(m.code)}"
    return f"ficou marcado para {s.v.day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(Moved)
def moved(m: Moved, s: Say) -> str:
    code = "" if s.ear else f", código {s.v.code(m.code)}"
    return f"pronto, a marcação ficou para {s.v.day(m.day)} {s.v.at(m.time)}{_with(m.operator)}{code}."


@BOOK.says(CancelDone)
def cancel_done(m: CancelDone, s: Say) -> str:
    return f"cancelei a marcação de {s.v.day(m.day)} {s.v.at(m.time)}."


@BOOK.says(AllCancelled)
def all_cancelled(m: AllCancelled, s: Say) -> str:
    return f"cancelei as marcações de {_moments(m.moments, s)}."


@BOOK.says(Waitlisted)
def waitlisted(m: Waitlisted, s: Say) -> str:
    first = "já está" if m.already else "agora está"
    return f"{first} na lista de espera para {s.v.day(m.day)}, na posição {s.v.number(m.position)}."


@BOOK.says(AskWhichBooking)
def ask_which_booking(m: AskWhichBooking, s: Say) -> str:
    shown = [_hint(b, s) for b in m.bookings]
    return f"qual delas: {s.v.either(shown)}?" if m.again else f"tem {s.v.names(shown)}. Qual destas marcações?"


def _hint(hint: BookingHint, s: Say) -> str:
    return f"{s.v.names(hint.services)} {s.v.on_day(hint.day)} {s.v.at(hint.time)}"


@BOOK.says(NoBookings)
def no_bookings(m: NoBookings, s: Say) -> str:
    return f"não encontro nenhuma marcação em seu nome{' para ' + s.v.day(m.day) if m.day is not None else ''}."


@BOOK.says(OwnBookings)
def own_bookings(m: OwnBookings, s: Say) -> str:
    shown = s.v.names([_hint(b, s) + (f" com {b.operator}" if b.operator else "") for b in m.bookings])
    return f"tem uma marcação: {shown}." if len(m.bookings) == 1 else f"as suas marcações são: {shown}."


@BOOK.says(RecapLate)
def recap_late(m: RecapLate, s: Say) -> str:
    how = f"com {s.v.duration(m.minutes)} de atraso" if m.minutes else "com atraso"
    first = "confirma que chega" if m.again else "anoto que chega"
    return f"{first} {how} à marcação de {s.v.day(m.day)} {s.v.at(m.time)}?"


@BOOK.says(LateNoted)
def late_noted(m: LateNoted, s: Say) -> str:
    how = f"com {s.v.duration(m.minutes)} de atraso" if m.minutes else "com atraso"
    return f"anotei que chega {how}; a marcação continua {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(TooLate)
def too_late(m: TooLate, s: Say) -> str:
    call = f": ligue para o {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"lamento, só é possível mudar ou desmarcar até {s.v.count(m.hours, 'hora', 'horas', 'F')} antes{call}."


@BOOK.says(Corrected)
def corrected(m: Corrected, s: Say) -> str:
    said = [s.v.on_day(m.day)] if m.day is not None else []
    said += [s.v.at(m.time)] if m.time is not None else []
    said += [f"{'com ' if m.slot == 'operatore' else ''}{s.v.names(m.names)}"] if m.names else []
    return f"está bem, {' '.join(said)}." if said else "está bem."
