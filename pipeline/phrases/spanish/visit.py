"""Spanish words for the visit wanted: what, when, with whom, and what is free."""

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
from pipeline.phrases.spanish.book import BOOK
from pipeline.phrases.voice import Say

AT_MOST = 3
"""Names read out in one question; more cannot be remembered on the phone."""


def _some(names: Sequence[str], s: Say, more: str) -> str:
    return s.v.either(names) if len(names) <= AT_MOST else s.v.either((*names[:AT_MOST], more))


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again:
        return f"¿Qué servicio quiere, por ejemplo {s.v.either(m.examples)}?" if m.examples else "¿Me dice qué servicio quiere?"
    return "¿Qué servicio desea?"


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    return f"¿{'Me dice cuál' if m.again else 'Cuál prefiere'}: {_some(m.names, s, 'algún otro')}?"


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    verb = "no está" if len(m.names) == 1 else "no están"
    return f"lo siento, {s.v.names(m.names)} {verb} entre nuestros servicios;"


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"lo hacen personas distintas, primero {s.v.names(m.first)} y después {s.v.names(m.later)}:"


@BOOK.says(AskDay)
def ask_day(m: AskDay, s: Say) -> str:
    return "¿Me dice qué día?" if m.again else "¿Para qué día?"


@BOOK.says(AskWhichDay)
def ask_which_day(m: AskWhichDay, s: Say) -> str:
    days = s.v.either([s.v.on_day(day) for day in m.choices])
    return f"el día y la fecha no coinciden: ¿es {days}?" if m.conflict else f"¿Es para {days}?"


@BOOK.says(DayProblem)
def day_problem(m: DayProblem, s: Say) -> str:
    return "ese día ya ha pasado." if m.problem == "past" else "esa fecha no existe."


@BOOK.says(AskTime)
def ask_time(m: AskTime, s: Say) -> str:
    if m.again:
        return "¿Qué hora prefiere?"
    return f"{s.v.on_day(m.day)}, ¿a qué hora?" if m.day else "¿A qué hora?"


@BOOK.says(AskWhichTime)
def ask_which_time(m: AskWhichTime, s: Say) -> str:
    return f"¿Quiere decir {s.v.either([s.v.at(at) for at in m.choices])}?"


@BOOK.says(AskOperator)
def ask_operator(m: AskOperator, s: Say) -> str:
    what = f"el servicio {m.service}" if m.service else "todos estos servicios"
    first = f"{m.without} no hace {what}. " if m.without else ""
    if not m.names:
        return f"{first}¿Con quién la prefiere?"
    if len(m.names) == 1:
        return f"{first}¿Le va bien con {m.names[0]}?"
    return f"{first}¿Con quién la prefiere: {_some(m.names, s, 'otra persona')}?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} no trabaja aquí."


@BOOK.says(OneAtATime)
def one_at_a_time(m: OneAtATime, s: Say) -> str:
    if m.count is None:
        return "las citas se fijan una por una, empezamos por la primera."
    return f"son {s.v.number(m.count)} citas, vamos una por una."


@BOOK.says(NextVisit)
def next_visit(m: NextVisit, s: Say) -> str:
    return f"pasamos a {s.v.names(m.names)}:" if m.names else "pasamos a la otra cita:"


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"sí, hay hueco {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(EndsTooLate)
def ends_too_late(m: EndsTooLate, s: Say) -> str:
    return f"{s.v.at(m.start)} terminaría {s.v.at(m.end)}."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    at = f"{day} {at}" if m.unnamed and at else at
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, at)
        case "operatore_non_fa_servizio":
            return f"{m.operator or 'aquí nadie'} {'no hace' if m.operator else 'hace'} ese servicio."
        case "operatore_assente":
            return _away(m, detail, day, s)
        case "anticipo_minimo":
            return "esa hora ya ha pasado." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"se puede reservar hasta el {s.v.day(date.fromisoformat(last))}." if last else "esa fecha queda demasiado lejos."
        case _:
            return _closed(m, detail, day, at, s)


def _away(m: NotFree, detail: dict[str, str], day: str, s: Say) -> str:
    hours = detail.get("orari")
    if m.operator and hours:
        return f"{day} {m.operator} trabaja {s.v.names([s.v.from_to(*map(_moment, part.split('-'))) for part in hours.split(',')])}."
    return f"{day} {m.operator or 'el personal'} no está."


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"hace falta reservar con {s.v.duration(int(minutes))} de antelación." if minutes else "hace falta más antelación."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} cerramos por {detail.get('nome') or 'festivo'}."
        case "prima_apertura":
            return f"{day} abrimos {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} cerramos {_hour(detail, 'chiude', s)}."
        case "pausa":
            return f"{_break(detail, s) or at or 'a esa hora'} hacemos una pausa."
        case _:
            return f"{day} está cerrado."


def _taken(m: NotFree, day: str, at: str | None) -> str:
    if at is None and dict(m.refusal.detail).get("fascia") == "1":
        return f"{day} a esas horas {m.operator + ' no tiene' if m.operator else 'no hay'} hueco."
    if at is None:
        return f"{day} {m.operator + ' ya no tiene' if m.operator else 'ya no queda'} hueco."
    return f"{at} {m.operator} no está libre." if m.operator else f"{at} ya está todo ocupado."


def _moment(value: str) -> time:
    """An hour of a refusal; the end of the day is midnight."""
    return time() if value == "24:00" else time.fromisoformat(value)


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name)
    return s.v.at(_moment(value)) if value else "a otra hora"


def _break(detail: dict[str, str], s: Say) -> str:
    first, last = detail.get("dalle"), detail.get("alle")
    return s.v.from_to(_moment(first), _moment(last)) if first and last else ""


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    first = "las horas libres son" if m.again else "hay hueco"
    if len(times) == 1:
        return f"{'queda' if m.again else 'hay'} hueco {times[0]}: ¿le va bien?"
    return f"{first} {s.v.either(times)}: ¿cuál prefiere?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new, the month only where it changes."""
    said: list[str] = []
    previous = m.said_day
    for slot, operator in zip_longest(m.slots, m.operators[: len(m.slots)]):
        who = f" con {operator}" if operator else ""
        if slot.data == previous:
            said.append(f"{s.v.at(slot.ora)}{who}")
        elif previous is not None and (slot.data.year, slot.data.month) == (previous.year, previous.month):
            number = s.v.number(slot.data.day) if slot.data.day > 1 else "primero"
            said.append(f"el {s.v.weekday(slot.data)} {number} {s.v.at(slot.ora)}{who}")
        else:
            said.append(f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}{who}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return "¿Qué otro día quiere probar?"


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    if m.again:
        return f"¿Le apunto en la lista de espera para {s.v.on_day(m.day)}, sí o no?"
    return f"¿Quiere que le apunte en la lista de espera para {s.v.on_day(m.day)}?"
