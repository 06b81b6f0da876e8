"""Portuguese words for the visit wanted: what, when, with whom, and what is free."""

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
from pipeline.phrases.portuguese.book import BOOK
from pipeline.phrases.voice import Say

AT_MOST = 3
"""Names read out in one question; more cannot be remembered on the phone."""


def _some(names: Sequence[str], s: Say, more: str) -> str:
    return s.v.either(names) if len(names) <= AT_MOST else s.v.either((*names[:AT_MOST], more))


@BOOK.says(AskService)
def ask_service(m: AskService, s: Say) -> str:
    if m.again:
        return f"que serviço quer, por exemplo {s.v.either(m.examples)}?" if m.examples else "pode dizer-me que serviço quer?"
    return "que serviço deseja?"


@BOOK.says(AskWhichService)
def ask_which_service(m: AskWhichService, s: Say) -> str:
    return f"{'qual destes' if m.again else 'qual prefere'}: {_some(m.names, s, 'outro')}?"


@BOOK.says(ServiceUnknown)
def service_unknown(m: ServiceUnknown, s: Say) -> str:
    verb = "não está" if len(m.names) == 1 else "não estão"
    return f"lamento, {s.v.names(m.names)} {verb} entre os nossos serviços;"


@BOOK.says(ServicesSplit)
def services_split(m: ServicesSplit, s: Say) -> str:
    return f"são pessoas diferentes que o fazem, primeiro {s.v.names(m.first)} e depois {s.v.names(m.later)}:"


@BOOK.says(AskDay)
def ask_day(m: AskDay, s: Say) -> str:
    return "pode dizer-me o dia?" if m.again else "para que dia?"


@BOOK.says(AskWhichDay)
def ask_which_day(m: AskWhichDay, s: Say) -> str:
    days = s.v.either([s.v.day(day) for day in m.choices])
    return f"o dia e a data não coincidem: é {days}?" if m.conflict else f"é para {days}?"


@BOOK.says(DayProblem)
def day_problem(m: DayProblem, s: Say) -> str:
    return "esse dia já passou." if m.problem == "past" else "essa data não existe."


@BOOK.says(AskTime)
def ask_time(m: AskTime, s: Say) -> str:
    if m.again:
        return "que hora prefere?"
    return f"{s.v.on_day(m.day)}, a que horas?" if m.day else "a que horas?"


@BOOK.says(AskWhichTime)
def ask_which_time(m: AskWhichTime, s: Say) -> str:
    return f"quer dizer {s.v.either([s.v.at(at) for at in m.choices])}?"


@BOOK.says(AskOperator)
def ask_operator(m: AskOperator, s: Say) -> str:
    what = f"o serviço {m.service}" if m.service else "todos estes serviços"
    first = f"{m.without} não faz {what}. " if m.without else ""
    if not m.names:
        return f"{first}com quem prefere?"
    if len(m.names) == 1:
        return f"{first}pode ser com {m.names[0]}?"
    return f"{first}com quem prefere: {_some(m.names, s, 'outra pessoa')}?"


@BOOK.says(OperatorUnknown)
def operator_unknown(m: OperatorUnknown, s: Say) -> str:
    return f"{m.name} não trabalha aqui."


@BOOK.says(OneAtATime)
def one_at_a_time(m: OneAtATime, s: Say) -> str:
    if m.count is None:
        return "as marcações fazem-se uma de cada vez, começamos pela primeira."
    return f"são {s.v.number(m.count)} marcações, uma de cada vez."


@BOOK.says(NextVisit)
def next_visit(m: NextVisit, s: Say) -> str:
    return f"passamos a {s.v.names(m.names)}:" if m.names else "passamos à outra marcação:"


@BOOK.says(SlotFree)
def slot_free(m: SlotFree, s: Say) -> str:
    return f"sim, há vaga {s.v.on_day(m.day)} {s.v.at(m.time)}."


@BOOK.says(EndsTooLate)
def ends_too_late(m: EndsTooLate, s: Say) -> str:
    return f"{s.v.at(m.start)} terminaria {s.v.at(m.end)}."


@BOOK.says(NotFree)
def not_free(m: NotFree, s: Say) -> str:
    detail = dict(m.refusal.detail)
    day, at = s.v.on_day(m.day), s.v.at(m.time) if m.time is not None else None
    at = f"{day} {at}" if m.unnamed and at else at
    match m.refusal.reason:
        case "conflitto":
            return _taken(m, day, at)
        case "operatore_non_fa_servizio":
            return f"{m.operator or 'aqui ninguém'} {'não faz' if m.operator else 'faz'} esse serviço."
        case "operatore_assente":
            return _away(m, detail, day, s)
        case "anticipo_minimo":
            return "essa hora já passou." if detail.get("passato") == "1" else _notice(detail, s)
        case "anticipo_massimo":
            last = detail.get("ultimo")
            return f"só marcamos até {s.v.day(date.fromisoformat(last))}." if last else "essa data fica longe demais."
        case _:
            return _closed(m, detail, day, at, s)


def _away(m: NotFree, detail: dict[str, str], day: str, s: Say) -> str:
    hours = detail.get("orari")
    if m.operator and hours:
        return f"{day} {m.operator} trabalha {s.v.names([s.v.from_to(*map(_moment, part.split('-'))) for part in hours.split(',')])}."
    return f"{day} {m.operator or 'a pessoa certa'} não está."


def _notice(detail: dict[str, str], s: Say) -> str:
    minutes = detail.get("minuti")
    return f"é preciso marcar com {s.v.duration(int(minutes))} de antecedência." if minutes else "é preciso mais antecedência."


def _closed(m: NotFree, detail: dict[str, str], day: str, at: str | None, s: Say) -> str:
    match m.refusal.reason:
        case "festivo":
            return f"{day} fechamos por ser {detail.get('nome') or 'feriado'}."
        case "prima_apertura":
            return f"{day} abrimos {_hour(detail, 'apre', s)}."
        case "dopo_chiusura":
            return f"{day} fechamos {_hour(detail, 'chiude', s)}."
        case "pausa":
            return f"{_break(detail, s) or at or 'a essa hora'} fazemos uma pausa."
        case _:
            return f"{day} estamos fechados."


def _taken(m: NotFree, day: str, at: str | None) -> str:
    if at is None and dict(m.refusal.detail).get("fascia") == "1":
        return f"{day} nesse horário {m.operator + ' não tem' if m.operator else 'não há'} vaga."
    if at is None:
        return f"{day} {m.operator + ' já não tem' if m.operator else 'já não há'} vaga."
    return f"{at} {m.operator} não tem vaga." if m.operator else f"{at} já está tudo ocupado."


def _moment(value: str) -> time:
    """An hour of a refusal; the end of the day is midnight."""
    return time() if value == "24:00" else time.fromisoformat(value)


def _hour(detail: dict[str, str], name: str, s: Say) -> str:
    value = detail.get(name)
    return s.v.at(_moment(value)) if value else "a outra hora"


def _break(detail: dict[str, str], s: Say) -> str:
    first, last = detail.get("dalle"), detail.get("alle")
    return s.v.from_to(_moment(first), _moment(last)) if first and last else ""


@BOOK.says(OfferSlots)
def offer_slots(m: OfferSlots, s: Say) -> str:
    times = when_list(m, s)
    first = "as horas livres são" if m.again else "há vaga"
    if len(times) == 1:
        return f"{'fica livre' if m.again else 'há vaga'} {times[0]}: pode ser?"
    return f"{first} {s.v.either(times)}: qual prefere?"


def when_list(m: OfferSlots, s: Say) -> list[str]:
    """Each time in full only where its day is new, the month only where it changes."""
    said: list[str] = []
    previous = m.said_day
    for slot, operator in zip_longest(m.slots, m.operators[: len(m.slots)]):
        who = f" com {operator}" if operator else ""
        if slot.data == previous:
            said.append(f"{s.v.at(slot.ora)}{who}")
        elif previous is not None and (slot.data.year, slot.data.month) == (previous.year, previous.month):
            weekday = s.v.weekday(slot.data)
            said.append(f"{'na' if weekday.endswith('feira') else 'no'} {weekday}, {s.v.number(slot.data.day)}, {s.v.at(slot.ora)}{who}")
        else:
            said.append(f"{s.v.on_day(slot.data)} {s.v.at(slot.ora)}{who}")
        previous = slot.data
    return said


@BOOK.says(AskOtherTime)
def ask_other_time(m: AskOtherTime, s: Say) -> str:
    return "que outro dia quer tentar?"


@BOOK.says(OfferWaitlist)
def offer_waitlist(m: OfferWaitlist, s: Say) -> str:
    if m.again:
        return f"ponho o seu nome na lista de espera para {s.v.day(m.day)}, sim ou não?"
    return f"quer que ponha o seu nome na lista de espera para {s.v.day(m.day)}?"
