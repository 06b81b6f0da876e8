"""Is it free? One function answers it for a proposal and, inside the write transaction, for the commit.

Called by stages, flows and the desk (as `pipeline.rules.calendar.judge`), and by the ledger through `still_free`; calls
`agenda`. It knows no words. The reasons and their order: contract section 4, "Reasons, in the order they are tried".
"""

from datetime import date, datetime, time, timedelta

from pipeline.model.business import Id, Operator
from pipeline.model.calendar import Calendar, Reason, Refusal, Slot, SlotRequest, Verdict
from pipeline.ports import Reads, Recheck
from pipeline.rules.calendar.agenda import Agenda, Day
from pipeline.rules.calendar.masks import intervals
from pipeline.rules.calendar.visits import Visit, clock, minute_of, visit_of

Detail = tuple[tuple[str, str], ...]


def judge(calendar: Calendar, request: SlotRequest) -> Verdict:
    """The Slot that the request gets, with who takes it, or the first reason why not.

    Raises ValueError when the calendar does not cover the day (see `span`) or a service has no duration.
    """
    if not calendar.first <= request.day <= calendar.last:
        raise ValueError("the calendar does not cover the day that was asked for")
    agenda = Agenda(calendar, request.exclude, request.session_id)
    visit = visit_of(request.services)
    start = minute_of(request.time)
    day = agenda.day(request.day, visit)
    return _firm(day, visit, start) or _distance(calendar, request.day, request.time) or _staff(day, visit, start, request.operatore_id)


def still_free(request: SlotRequest, now: datetime) -> Recheck:
    """The judgement of `judge` for the ledger: asked again on the rows as they stand inside the transaction."""

    def recheck(reads: Reads) -> Refusal | None:
        first, last = covering(request)
        verdict = judge(reads.calendar(first, last, now), request)
        return verdict if isinstance(verdict, Refusal) else None

    return recheck


def span(request: SlotRequest) -> tuple[date, date]:
    """(first, last) day that a calendar must hold for `judge` and `alternatives`: the nights around the following 7 days too."""
    return request.day - timedelta(days=1), request.day + timedelta(days=8)


def covering(request: SlotRequest) -> tuple[date, date]:
    """(first, last) day that a calendar must hold for `judge` alone."""
    return request.day - timedelta(days=1), request.day + timedelta(days=1)


def too_near(calendar: Calendar, day: date, at: time) -> bool:
    """Whether the instant has passed or lies within the notice; exactly the notice ahead is allowed."""
    return datetime.combine(day, at) < calendar.now + timedelta(minutes=calendar.min_notice)


def too_far(calendar: Calendar, day: date) -> bool:
    """Whether the day lies beyond the horizon; its last day is allowed."""
    return day > calendar.now.date() + timedelta(days=calendar.max_days)


def _firm(day: Day, visit: Visit, start: int) -> Refusal | None:
    holiday = day.agenda.holidays.get(day.date)
    if holiday is not None:
        return _refuse("festivo", nome=holiday)
    openings = day.weekday.openings
    if not openings:
        return _refuse("giorno_chiuso", giorno=str(day.date.weekday()))
    opens, closes = openings[0][0], openings[-1][1]
    if start < opens:
        return _refuse("prima_apertura", apre=_hour(opens), chiude=_hour(closes))
    if start + visit.length > closes:
        return _refuse("dopo_chiusura", apre=_hour(opens), chiude=_hour(closes), fine=_hour(start + visit.length))
    if not day.opens_for(visit) >> start & 1:
        return _refuse("pausa", **_gap(day, visit, start))
    return None


def _gap(day: Day, visit: Visit, start: int) -> dict[str, str]:
    """The break or blocked stretch that the visit runs into first."""
    opens, closes = day.weekday.openings[0][0], day.weekday.openings[-1][1]
    shut = ~(day.weekday.open & ~day.shut) & (((1 << closes) - 1) >> opens << opens)
    for first, last in intervals(shut):
        for offset, durata in visit.rows:
            if first < start + offset + durata and start + offset < last:
                return {"dalle": _hour(first), "alle": _hour(last)}
    return {}


def _distance(calendar: Calendar, day: date, at: time) -> Refusal | None:
    if too_near(calendar, day, at):
        return _refuse("anticipo_minimo", minuti=str(calendar.min_notice), passato=str(int(datetime.combine(day, at) < calendar.now)))
    if too_far(calendar, day):
        last = calendar.now.date() + timedelta(days=calendar.max_days)
        return _refuse("anticipo_massimo", giorni=str(calendar.max_days), ultimo=last.isoformat())
    return None


def _staff(day: Day, visit: Visit, start: int, wanted: Id | None) -> Verdict:
    agenda = day.agenda
    pool = [place for place in day.order() if wanted is None or place == wanted]
    if wanted is not None and not pool:
        return _refuse("operatore_assente", operatore_id=str(wanted))
    capable = [place for place in pool if place is None or does_all(agenda.operators[place], visit.services)]
    if not capable:
        return _refuse("operatore_non_fa_servizio", **_cannot(agenda, visit, wanted))
    present = [place for place in capable if day.works(place, visit) >> start & 1]
    if not present:
        return _refuse("operatore_assente", **_away(day, wanted))
    for place in present:
        if day.fits(place, visit) >> start & 1 and day.takes(place, visit, start):
            return Slot(day.date, clock(start), clock(start + visit.length), place)
    end = start + visit.occupied
    rows = tuple(
        taken.row_id
        for taken in day.taken
        if taken.row_id is not None
        and taken.start < end
        and start < taken.end
        and (taken.operatore_id is None or None in present or taken.operatore_id in present)
    )
    detail: Detail = () if wanted is None else (("operatore_id", str(wanted)),)
    return Refusal("conflitto", detail, rows)


def does_all(operator: Operator, services: tuple[Id, ...]) -> bool:
    """Whether this operator does every one of the services."""
    return all(operator.does(servizio_id) for servizio_id in services)


def _cannot(agenda: Agenda, visit: Visit, wanted: Id | None) -> dict[str, str]:
    if wanted is None:
        return {"servizi": ",".join(str(servizio_id) for servizio_id in visit.services)}
    missing = [str(servizio_id) for servizio_id in visit.services if not agenda.operators[wanted].does(servizio_id)]
    return {"operatore_id": str(wanted), "servizi": ",".join(missing)}


def _away(day: Day, wanted: Id | None) -> dict[str, str]:
    if wanted is None:
        return {}
    hours = intervals(day.open[wanted])
    detail = {"operatore_id": str(wanted), "giornata": "0" if hours else "1"}
    if hours:
        detail |= {"orari": ",".join(f"{_hour(first)}-{_hour(last)}" for first, last in hours)}
    return detail


def _hour(minute: int) -> str:
    return "24:00" if minute == 1440 else clock(minute).strftime("%H:%M")


def _refuse(reason: Reason, **detail: str) -> Refusal:
    return Refusal(reason, tuple(detail.items()))
