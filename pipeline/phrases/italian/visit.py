"""Italian words for the visit wanted: what, when, with whom, and what is free."""

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
from pipeline.phrases.italian.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again and m.examples:
        return s.y(
            f"che cosa desidera fare? Per esempio {s.v.either(m.examples)}.", f"che cosa vuoi fare? Per esempio {s.v.either(m.examples)}."
        )
    return s.y("quale servizio desidera?", "quale servizio ti serve?")


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    return s.y(f"quale preferisce: {s.v.either(m.names)}?", f"quale preferisci: {s.v.either(m.names)}?")


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    return f"mi dispiace, {s.v.names(m.names)} non è tra i nostri servizi."


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
    names = s.v.either(m.names)
    if m.without:
        what = m.service or "tutto questo"
        return f"{m.without} non fa {what}. {s.y('Preferisce', 'Preferisci')} {names}?" if names else f"{m.without} non fa {what}. Con chi?"
    return s.y(f"con chi preferisce: {names}?", f"con chi preferisci: {names}?") if names else "con chi?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} non lavora qui."


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"sono persone diverse: fissiamo prima {s.v.names(m.first)} e poi {s.v.names(m.later)}."


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"sì, {s.v.on_day(m.day)} {s.v.at(m.time)} c'è posto."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    who = m.operator
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, at)
        case "operatore_non_fa_servizio":
            return f"{who} non fa questo servizio." if who else "nessuno è disponibile per questo servizio."
        case "operatore_assente":
            return f"{who or 'il personale'} {day} non c'è."
        case "anticipo_minimo":
            return "quell'ora è già passata." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"si prenota al massimo fino a {s.v.day(date.fromisoformat(last))}." if last else "è troppo lontano."
        case _:
            return _closed(m, detail, day, at, s)


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"serve almeno {s.v.duration(int(minutes))} di anticipo." if minutes else "serve più anticipo."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} siamo chiusi per {detail.get('nome', 'festa')}."
        case "prima_apertura":
            return f"{day} apriamo {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} chiudiamo {_hour(detail, 'chiude', s)}."
        case "pausa":
            return f"{at or 'a quell’ora'} siamo in pausa."
        case _:
            return f"{day} siamo chiusi."


def _taken(m: NotFree, day: str, at: str | None) -> str:
    if at is None:
        return f"{day} {m.operator + ' non ha' if m.operator else 'non c’è'} più posto."
    return f"{at} {m.operator} ha già un impegno." if m.operator else f"{at} è già tutto occupato."


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name) or next((v for v in detail.values() if ":" in v), "")
    return s.v.at(time.fromisoformat(value)) if value else "a un altro orario"


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    if len(times) == 1:
        return f"c'è posto {times[0]}: {s.y('Le', 'ti')} va bene?"
    return f"c'è posto {s.v.either(times)}: {s.y('quale preferisce', 'quale preferisci')}?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new: "giovedì 12 marzo alle 15:00", "alle 16:00", "venerdì 13 alle 9:00"."""
    said: list[str] = []
    previous = m.said_day
    for slot in m.slots:
        if slot.data == previous:
            said.append(s.v.at(slot.ora))
        elif previous is not None and (slot.data.year, slot.data.month) == (previous.year, previous.month):
            said.append(f"{s.v.weekday(slot.data)} {s.v.number(slot.data.day) if slot.data.day > 1 else 'primo'} {s.v.at(slot.ora)}")
        else:
            said.append(f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return s.y("per quale altro giorno vuole provare?", "per quale altro giorno vuoi provare?")


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    return s.y(f"vuole che La metta in lista d'attesa per {s.v.day(m.day)}?", f"vuoi che ti metta in lista d'attesa per {s.v.day(m.day)}?")
