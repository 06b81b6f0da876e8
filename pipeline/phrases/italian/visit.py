"""Italian words for the visit wanted: what, when, with whom, and what is free."""

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
from pipeline.phrases.italian.book import BOOK
from pipeline.phrases.voice import Say

AT_MOST = 3
"""Names read out in one question; more cannot be remembered on the phone."""


def _some(names: Sequence[str], s: Say, more: str) -> str:
    return s.v.either(names) if len(names) <= AT_MOST else s.v.either((*names[:AT_MOST], more))


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again:
        example = f", per esempio {s.v.either(m.examples)}" if m.examples else ""
        return s.y(f"che cosa desidera fare{example}?", f"che cosa vuoi fare{example}?")
    return s.y("quale servizio desidera?", "quale servizio ti serve?")


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    names = _some(m.names, s, "un altro")
    if m.again:
        return s.y(f"mi dice quale: {names}?", f"mi dici quale: {names}?")
    return s.y(f"quale preferisce: {names}?", f"quale preferisci: {names}?")


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    return f"mi dispiace, {s.v.names(m.names)} non {'è' if len(m.names) == 1 else 'sono'} tra i nostri servizi;"


@BOOK.says(AskDay)
def ask_day(m: AskDay, s: Say) -> str:
    return s.y("mi dice per quale giorno?", "mi dici per quale giorno?") if m.again else s.y("per quale giorno?", "per che giorno?")


@BOOK.says(AskWhichDay)
def ask_which_day(m: AskWhichDay, s: Say) -> str:
    days = s.v.either([s.v.day(day) for day in m.choices])
    first = "il giorno e la data non coincidono: " if m.conflict else ""
    return f"{first}{s.y('intende', 'intendi')} {days}?"


@BOOK.says(DayProblem)
def day_problem(m: DayProblem, s: Say) -> str:
    return "quel giorno è già passato." if m.problem == "past" else "questa data non esiste."


@BOOK.says(AskTime)
def ask_time(m: AskTime, s: Say) -> str:
    if m.again:
        return s.y("a che ora preferisce?", "a che ora preferisci?")
    return f"{s.v.on_day(m.day)}, a che ora?" if m.day else "a che ora?"


@BOOK.says(AskWhichTime)
def ask_which_time(m: AskWhichTime, s: Say) -> str:
    return f"{s.y('intende', 'intendi')} {s.v.either([s.v.at(at) for at in m.choices])}?"


@BOOK.says(AskOperator)
def ask_operator(m: AskOperator, s: Say) -> str:
    what = f"non si occupa di {m.service}" if m.service else "non fa tutti questi servizi"
    first = f"{m.without} {what}. " if m.without else ""
    if len(m.names) == 1:
        return f"{first}{s.y('Le', 'ti')} va bene con {m.names[0]}?"
    names = f": {_some(m.names, s, 'qualcun altro')}" if m.names else ""
    return f"{first}con chi {s.y('preferisce', 'preferisci')}{names}?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} non lavora qui."


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"se ne occupano persone diverse, fissiamo prima {s.v.names(m.first)} e poi {s.v.names(m.later)}:"


@BOOK.says(OneAtATime)
def one_at_a_time(m: OneAtATime, s: Say) -> str:
    if m.count is None:
        return "gli appuntamenti si fissano uno alla volta, cominciamo dal primo."
    return f"sono {s.v.number(m.count)} appuntamenti, li fissiamo uno alla volta."


@BOOK.says(NextVisit)
def next_visit(m: NextVisit, s: Say) -> str:
    return f"passiamo a {s.v.names(m.names)}:" if m.names else "passiamo all'altro appuntamento:"


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"sì, {s.v.on_day(m.day)} {s.v.at(m.time)} c'è posto."


@BOOK.says(EndsTooLate)
def ends_too_late(m: EndsTooLate, s: Say) -> str:
    return f"{s.v.at(m.start)} finirebbe {s.v.at(m.end)}."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    at = f"{day} {at}" if m.unnamed and at else at
    who = m.operator
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, at)
        case "operatore_non_fa_servizio":
            return f"{who or 'qui nessuno'} {'non fa' if who else 'fa'} questo servizio."
        case "operatore_assente":
            return _away(m, detail, day, s)
        case "anticipo_minimo":
            return "quell'ora è già passata." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"si prenota al massimo fino a {s.v.day(date.fromisoformat(last))}." if last else "quella data è troppo lontana."
        case _:
            return _closed(m, detail, day, at, s)


def _away(m: NotFree, detail: dict[str, str], day: str, s: Say) -> str:
    hours = detail.get("orari")
    if m.operator and hours:
        return f"{day} {m.operator} lavora {s.v.names([s.v.from_to(*map(_moment, part.split('-'))) for part in hours.split(',')])}."
    return f"{day} {m.operator} non c'è." if m.operator else f"{day} non c'è nessuno."


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"bisogna prenotare con almeno {s.v.duration(int(minutes))} di anticipo." if minutes else "serve più anticipo."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} siamo chiusi per {detail.get('nome') or 'festa'}."
        case "prima_apertura":
            return f"{day} apriamo {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} chiudiamo {_hour(detail, 'chiude', s)}."
        case "pausa":
            when = _break(detail, s) or at or "a quell'ora"
            return f"{when} siamo in pausa."
        case _:
            return f"{day} siamo chiusi."


def _taken(m: NotFree, day: str, at: str | None) -> str:
    if at is None and dict(m.refusal.detail).get("fascia") == "1":
        return (
            f"{day} in quella fascia oraria {m.operator} non ha posto." if m.operator else f"{day} in quella fascia oraria non c'è posto."
        )
    if at is None:
        return f"{day} {m.operator} non ha più posto." if m.operator else f"{day} non c'è più posto."
    return f"{at} {m.operator} ha già un impegno." if m.operator else f"{at} è già tutto occupato."


def _moment(value: str) -> time:
    """An hour of a refusal; the end of the day is midnight."""
    return time() if value == "24:00" else time.fromisoformat(value)


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name)
    return s.v.at(_moment(value)) if value else "a un altro orario"


def _break(detail: dict[str, str], s: Say) -> str:
    first, last = detail.get("dalle"), detail.get("alle")
    return s.v.from_to(_moment(first), _moment(last)) if first and last else ""


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    if len(times) == 1:
        still = "resta posto" if m.again else "c'è posto"
        return f"{still} {times[0]}: {s.y('Le', 'ti')} va bene?"
    first = "gli orari liberi sono" if m.again else "c'è posto"
    return f"{first} {s.v.either(times)}: quale {s.y('preferisce', 'preferisci')}?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new: "giovedì 12 marzo alle 15:00", "alle 16:00", "venerdì 13 alle 9:00"."""
    said: list[str] = []
    previous = m.said_day
    for slot, operator in zip_longest(m.slots, m.operators[: len(m.slots)]):
        who = f" con {operator}" if operator else ""
        if slot.data == previous:
            said.append(f"{s.v.at(slot.ora)}{who}")
        elif previous is not None and (slot.data.year, slot.data.month) == (previous.year, previous.month):
            number = s.v.number(slot.data.day) if slot.data.day > 1 else "primo"
            said.append(f"{s.v.weekday(slot.data)} {number} {s.v.at(slot.ora)}{who}")
        else:
            said.append(f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}{who}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return s.y("per quale altro giorno vuole provare?", "per quale altro giorno vuoi provare?")


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    if m.again:
        return f"{s.y('La', 'ti')} metto in lista d'attesa per {s.v.day(m.day)}, sì o no?"
    return s.y(f"vuole che La metta in lista d'attesa per {s.v.day(m.day)}?", f"vuoi che ti metta in lista d'attesa per {s.v.day(m.day)}?")
