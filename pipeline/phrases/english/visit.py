"""English words for the visit wanted: what, when, with whom, and what is free."""

from collections.abc import Sequence
from datetime import date, time
from itertools import zip_longest

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
    EndsTooLate,
    NextVisit,
    NotFree,
    OfferSlots,
    OfferWaitlist,
    OneAtATime,
    OperatorUnknown,
    ServicesSplit,
    ServiceUnknown,
    SlotFree,
)
from pipeline.phrases.english.book import BOOK
from pipeline.phrases.voice import Say

AT_MOST = 3
"""Names read out in one question; more cannot be remembered on the phone."""


def _some(names: Sequence[str], s: Say, more: str) -> str:
    return s.v.either(names) if len(names) <= AT_MOST else s.v.either((*names[:AT_MOST], more))


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again:
        example = f", for example {s.v.either(m.examples)}" if m.examples else ""
        return f"what would you like{example}?"
    return "which service would you like?"


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    return f"{'which one' if m.again else 'which would you like'}: {_some(m.names, s, 'another one')}?"


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    return f"I am sorry, {s.v.names(m.names)} {'is' if len(m.names) == 1 else 'are'} not among our services;"


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"these are done by different people, first {s.v.names(m.first)}, then {s.v.names(m.later)}:"


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
    return f"at what time {s.v.on_day(m.day)}?" if m.day else "at what time?"


@BOOK.says(AskWhichTime)
def ask_which_time(m: AskWhichTime, s: Say) -> str:
    return f"do you mean {s.v.either([s.v.at(at) for at in m.choices])}?"


@BOOK.says(AskOperator)
def ask_operator(m: AskOperator, s: Say) -> str:
    first = f"{m.without} does not do {m.service or 'all of these'}. " if m.without else ""
    names = _some(m.names, s, "somebody else")
    return f"{first}would you like {names}?" if names else f"{first}who would you like?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} does not work here."


@BOOK.says(OneAtATime)
def one_at_a_time(m: OneAtATime, s: Say) -> str:
    if m.count is None:
        return "appointments are made one at a time, here is the first."
    return f"that is {s.v.number(m.count)} appointments, one at a time."


@BOOK.says(NextVisit)
def next_visit(m: NextVisit, s: Say) -> str:
    return f"now {s.v.names(m.names)}:" if m.names else "now the other appointment:"


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"yes, there is room {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(EndsTooLate)
def ends_too_late(m: EndsTooLate, s: Say) -> str:
    return f"{s.v.at(m.start)} it would end {s.v.at(m.end)}."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    at = f"{day} {at}" if m.unnamed and at else at
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, s)
        case "operatore_non_fa_servizio":
            return f"{m.operator or 'nobody here'} does not do that service."
        case "operatore_assente":
            return _away(m, detail, day, s)
        case "anticipo_minimo":
            return "that time is already over." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"we take bookings until {s.v.day(date.fromisoformat(last))}." if last else "that is too far ahead."
        case _:
            return _closed(m, detail, day, at, s)


def _away(m: NotFree, detail: dict[str, str], day: str, s: Say) -> str:
    hours = detail.get("orari")
    if m.operator and hours:
        return f"{day} {m.operator} works {s.v.names([s.v.from_to(*map(_moment, part.split('-'))) for part in hours.split(',')])}."
    return f"{m.operator} is not in {day}." if m.operator else f"nobody is in {day}."


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"we need at least {s.v.duration(int(minutes))} of notice." if minutes else "we need more notice."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} we are closed for {detail.get('nome') or 'a holiday'}."
        case "prima_apertura":
            return f"{day} we open {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} we close {_hour(detail, 'chiude', s)}."
        case "pausa":
            return f"{_break(detail, s) or at or 'at that hour'} we are on our break."
        case _:
            return f"{day} we are closed."


def _taken(m: NotFree, day: str, s: Say) -> str:
    if m.time is None and dict(m.refusal.detail).get("fascia") == "1":
        return f"{day} {m.operator + ' has' if m.operator else 'there is'} no room at those hours."
    if m.time is None:
        return f"{day} {m.operator + ' has' if m.operator else 'there is'} no room left."
    when = f"{day}, " if m.unnamed else ""
    return f"{when}{m.operator} is busy {s.v.at(m.time)}." if m.operator else f"{when}{s.v.the_hour(m.time)} is fully booked."


def _moment(value: str) -> time:
    """An hour of a refusal; the end of the day is midnight."""
    return time() if value == "24:00" else time.fromisoformat(value)


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name)
    return s.v.at(_moment(value)) if value else "at another hour"


def _break(detail: dict[str, str], s: Say) -> str:
    first, last = detail.get("dalle"), detail.get("alle")
    return s.v.from_to(_moment(first), _moment(last)) if first and last else ""


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    if len(times) == 1:
        return f"there is {'still ' if m.again else ''}room {times[0]}: is that all right?"
    return f"{'the free times are' if m.again else 'there is room'} {s.v.either(times)}: which one?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new, the month only where it changes."""
    said: list[str] = []
    previous = m.said_day
    for slot, operator in zip_longest(m.slots, m.operators[: len(m.slots)]):
        who = f" with {operator}" if operator else ""
        if slot.data == previous:
            said.append(f"{s.v.at(slot.ora)}{who}")
        elif previous is not None and (slot.data.year, slot.data.month) == (previous.year, previous.month):
            said.append(f"on {s.v.weekday(slot.data)} the {s.v.ordinal(slot.data.day)} {s.v.at(slot.ora)}{who}")
        else:
            said.append(f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}{who}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return "which other day shall I try?"


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    end = ", yes or no?" if m.again else "?"
    return f"shall I put you on the waiting list for {s.v.day(m.day)}{end}"
