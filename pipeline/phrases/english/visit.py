"""English words for the visit wanted: what, when, with whom, and what is free."""

from datetime import date, time

from pipeline.model.meanings import (
    AskDay,
    AskOperator,
    AskOtherTime,
    AskService,
    AskTime,
    AskWhichDay,
    AskWhichService,
    AskWhichTime,
    DayProblem,
    NotFree,
    OfferSlots,
    OfferWaitlist,
    OperatorUnknown,
    ServicesSplit,
    ServiceUnknown,
    SlotFree,
)
from pipeline.phrases.english.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again and m.examples:
        return f"what would you like? For example {s.v.either(m.examples)}."
    return "which service would you like?"


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    return f"which one: {s.v.either(m.names)}?"


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    return f"I am sorry, {s.v.names(m.names)} is not one of our services."


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"different people do these: first {s.v.names(m.first)}, then {s.v.names(m.later)}."


@BOOK.says(AskDay)
def ask_day(m: AskDay, s: Say) -> str:
    return "may I have the day?" if m.again else "for which day?"


@BOOK.says(AskWhichDay)
def ask_which_day(m: AskWhichDay, s: Say) -> str:
    first = "the weekday and the date do not agree: " if m.conflict else ""
    return f"{first}do you mean {s.v.either([s.v.day(day) for day in m.choices])}?"


@BOOK.says(DayProblem)
def day_problem(m: DayProblem, s: Say) -> str:
    return "that day is already over." if m.problem == "past" else "that date does not exist."


@BOOK.says(AskTime)
def ask_time(m: AskTime, s: Say) -> str:
    if m.again:
        return "what time would you like?"
    return f"{s.v.on_day(m.day)}, at what time?" if m.day else "at what time?"


@BOOK.says(AskWhichTime)
def ask_which_time(m: AskWhichTime, s: Say) -> str:
    return f"do you mean {s.v.either([s.v.at(at) for at in m.choices])}?"


@BOOK.says(AskOperator)
def ask_operator(m: AskOperator, s: Say) -> str:
    names = s.v.either(m.names)
    first = f"{m.without} does not do {m.service or 'all of this'}. " if m.without else ""
    return f"{first}Would you like {names}?" if names else f"{first}Who would you like?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} does not work here."


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"yes, there is room {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, at)
        case "operatore_non_fa_servizio":
            return f"{m.operator or 'nobody here'} does not do that service."
        case "operatore_assente":
            return f"{m.operator or 'nobody'} is not in {day}."
        case "anticipo_minimo":
            return "that time is already over." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"we take bookings until {s.v.day(date.fromisoformat(last))}." if last else "that is too far ahead."
        case _:
            return _closed(m, detail, day, at, s)


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"we need at least {s.v.duration(int(minutes))} of notice." if minutes else "we need more notice."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} we are closed for {detail.get('nome', 'a holiday')}."
        case "prima_apertura":
            return f"{day} we open {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} we close {_hour(detail, 'chiude', s)}."
        case "pausa":
            return f"{at or 'at that hour'} we are on our break."
        case _:
            return f"{day} we are closed."


def _taken(m: NotFree, day: str, at: str | None) -> str:
    if at is None:
        return f"{day} {m.operator + ' has' if m.operator else 'there is'} no room left."
    return f"{at} {m.operator} is busy." if m.operator else f"{at} is fully booked."


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name)
    return s.v.at(time.fromisoformat(value)) if value and value != "24:00" else "at another hour"


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    if len(times) == 1:
        return f"there is room {times[0]}: is that all right?"
    return f"there is room {s.v.either(times)}: which one suits you?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new."""
    said: list[str] = []
    previous = m.said_day
    for slot in m.slots:
        said.append(s.v.at(slot.ora) if slot.data == previous else f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return "which other day shall I try?"


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    return f"shall I put you on the waiting list for {s.v.day(m.day)}?"
