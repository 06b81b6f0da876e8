"""When: the day, the hour, and whether there is room. Proposals come from the same rule that judges the commit.

Called by the booking, moving and waiting list flows. `goal` tells which slots of the dialogue hold the time wanted: those of a
new booking, or the new time of one that moves. Everything proposed was free when it was said (contract section 4).
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pipeline.flows import offering, what
from pipeline.flows.goal import Goal
from pipeline.flows.memo import note, noted
from pipeline.model.calendar import Calendar, Refusal, Slot, Verdict, Window
from pipeline.model.meanings import (
    AskDay,
    AskOtherTime,
    AskTime,
    AskWhichDay,
    AskWhichTime,
    DayProblem,
    EndsTooLate,
    NotFree,
)
from pipeline.model.session import OfferedSlot, When
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.calendar import alternatives, covering, explain, free_slots, judge, span
from pipeline.rules.shifting import earlier

SEARCH_DAYS = 14
"""How far "the soonest" looks at first; the whole horizon follows when nothing is free."""


def place(turn: Turn, world: World, goal: Goal) -> tuple[Turn, Slot | None]:
    """A free slot for the time wanted; or a turn that asks, says why not, and proposes."""
    when = goal.when
    asked = _doubt(turn, when)
    if asked is not None:
        return asked, None
    if when.candidati and when.data is None:
        return _among(turn, world, goal)
    if when.data is None and not _searching(when):
        return turn.asking("data", AskDay(again=turn.dialogue.step == "data")), None
    if when.data is None or (when.ora is None and (when.da_ora or when.a_ora or when.fine_entro or when.prima_possibile)):
        return _propose(turn, world, goal), None
    if when.ora is None:
        return _hour(turn, world, goal, when.data), None
    return _judge(turn, world, goal, when.data, when.ora)


def _doubt(turn: Turn, when: When) -> Turn | None:
    parse = turn.parse
    if parse.date_choices and when.data is None:
        return turn.asking("data", AskWhichDay(parse.date_choices, conflict=parse.conflict is not None))
    if parse.date_problem is not None and when.data is None:
        return turn.saying(DayProblem(parse.date_problem)).asking("data", AskDay(again=True))
    if parse.time_choices and parse.time is None and when.ora is None and when.data is not None:
        turn = note(turn, "ore", " ".join(f"{at:%H:%M}" for at in parse.time_choices))
        return turn.asking("ora", AskWhichTime(parse.time_choices))
    return None


def _among(turn: Turn, world: World, goal: Goal) -> tuple[Turn, Slot | None]:
    """Of several times that would do, the first that is free; days without an hour are searched, hours without a day ask for it."""
    when = goal.when
    days = tuple(day for day, _ in when.candidati if day is not None)
    if not days:
        return turn.asking("data", AskDay()), None
    full = tuple((day, at) for day, at in when.candidati if day is not None and at is not None)
    if not full:
        searched = replace(when, candidati=(), da_data=min(days), a_data=max(days))
        return _propose(turn, world, replace(goal, when=searched), frozenset(days)), None
    calendar = world.reads.calendar(min(days) - timedelta(days=1), max(days) + timedelta(days=1), turn.now)
    for day, at in full:
        for operatore_id in goal.operators:
            verdict = judge(calendar, goal.request(turn, day, at, operatore_id))
            if isinstance(verdict, Slot):
                return turn, verdict
    return _judge(turn, world, goal, *full[0])


def _searching(when: When) -> bool:
    return bool(when.prima_possibile or when.da_data or when.a_data)


def _judge(turn: Turn, world: World, goal: Goal, day: date, at: time) -> tuple[Turn, Slot | None]:
    asked_for = goal.operators[0] if None not in goal.operators else None
    request = goal.request(turn, day, at, asked_for)
    calendar = world.reads.calendar(*covering(request), turn.now)
    verdicts: list[Verdict] = []
    for operatore_id in goal.operators:
        verdict = judge(calendar, goal.request(turn, day, at, operatore_id))
        if isinstance(verdict, Slot):
            return _in_time(turn, world, goal, verdict)
        verdicts.append(verdict)
    refusal = next(v for v in verdicts if isinstance(v, Refusal))
    found = _ending_in_time(goal.when, alternatives(world.reads.calendar(*span(request), turn.now), request))
    turn = replace(turn, explanation=(*turn.explanation, *explain(request, refusal)))
    turn = turn.saying(NotFree(refusal, day, at, what.operator_name(turn, asked_for), unnamed=_reckoned(turn, day)))
    return offering.offer(turn, found, day, goal), None


def _in_time(turn: Turn, world: World, goal: Goal, slot: Slot) -> tuple[Turn, Slot | None]:
    """The slot, unless it ends after the caller must be gone: then those that do not are offered, once."""
    gone = goal.when.fine_entro
    if gone is None or slot.end <= gone or noted(turn, "finisce") is not None:
        return turn, slot
    turn = note(turn.saying(EndsTooLate(slot.start, slot.end)), "finisce", "tardi")
    calendar = world.reads.calendar(slot.day - timedelta(days=1), slot.day + timedelta(days=8), turn.now)
    found = _free_in(calendar, turn, goal, Window(slot.day, slot.day, done_by=gone), limit=600)
    return (offering.offer(turn, offering.spread(found), slot.day, goal), None) if found else (turn, slot)


def _ending_in_time(when: When, found: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The slots that end before the caller must be gone; all of them where none does."""
    gone = when.fine_entro
    return tuple(slot for slot in found if gone is None or slot.end <= gone) or found


def _reckoned(turn: Turn, day: date) -> bool:
    shift = turn.parse.shift
    said = turn.parse.date != day or turn.parse.moved_to == day
    return shift is not None and bool(shift.days) and said


def _hour(turn: Turn, world: World, goal: Goal, day: date) -> Turn:
    """The day is known and the hour is not: asked, unless the day has no room at all."""
    calendar = world.reads.calendar(day - timedelta(days=1), day + timedelta(days=8), turn.now)
    if _free_in(calendar, turn, goal, Window(day, day), limit=1):
        return turn.asking("ora", AskTime(day, again=turn.dialogue.step == "ora"))
    return full_day(turn, calendar, goal, day)


def full_day(turn: Turn, calendar: Calendar, goal: Goal, day: date) -> Turn:
    """Nothing is free that day: why, and the nearest times on the days after."""
    asked_for = goal.operators[0] if None not in goal.operators else None
    opening = min((h.start for h in calendar.hours if h.weekday == day.weekday() and h.operatore_id is None and not h.pausa), default=540)
    at = time(opening // 60 % 24, opening % 60)
    verdict = judge(calendar, goal.request(turn, day, at, asked_for))
    refusal = verdict if isinstance(verdict, Refusal) and verdict.reason in WHOLE_DAY else Refusal("conflitto")
    after = _free_in(calendar, turn, goal, Window(day + timedelta(days=1), day + timedelta(days=7)), limit=200)
    turn = replace(turn, explanation=(*turn.explanation, *explain(goal.request(turn, day, at, asked_for), refusal)))
    turn = turn.saying(NotFree(refusal, day, None, what.operator_name(turn, asked_for)))
    return offering.offer(turn, offering.spread(after), day, goal)


WHOLE_DAY = frozenset({"festivo", "giorno_chiuso", "anticipo_massimo", "operatore_assente", "operatore_non_fa_servizio"})


def _propose(turn: Turn, world: World, goal: Goal, days: frozenset[date] | None = None) -> Turn:
    """Up to three free times inside what was said ("nel pomeriggio", "il prima possibile", "tra il 20 e il 24")."""
    window = window_of(goal.when, turn)
    first = min(window.first, goal.when.data or window.first) - timedelta(days=1)
    calendar = world.reads.calendar(first, window.last + timedelta(days=8), turn.now)
    found = _free_in(calendar, turn, goal, window, limit=600)
    found = found if days is None else tuple(slot for slot in found if slot.day in days)
    if not found and goal.when.prima_possibile and goal.when.data is None:
        last = turn.now.date() + timedelta(days=turn.settings.max_anticipo_giorni)
        calendar = world.reads.calendar(turn.now.date(), last, turn.now)
        found = _free_in(calendar, turn, goal, replace(window, last=last), limit=600)
    found = _at_the_hour(goal.when, found)
    if found:
        return offering.offer(
            turn, found[:3] if goal.when.prima_possibile and goal.when.data is None else offering.spread(found), window.first, goal
        )
    if goal.when.data is not None:
        return _window_full(turn, calendar, goal, goal.when.data)
    return turn.asking("data", AskOtherTime())


def _at_the_hour(when: When, found: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The hour that was said on days still open ("la settimana prossima alle 11"); every free time where none is at that hour."""
    exact = tuple(slot for slot in found if slot.start == when.ora) if when.ora is not None and when.data is None else ()
    return exact or found


def _window_full(turn: Turn, calendar: Calendar, goal: Goal, day: date) -> Turn:
    rest = _free_in(calendar, turn, goal, Window(day, day), limit=600)
    if not rest:
        return full_day(turn, calendar, goal, day)
    refusal = _outside(calendar, turn, goal, day)
    asked_for = goal.operators[0] if None not in goal.operators else None
    turn = turn.saying(NotFree(refusal, day, None, what.operator_name(turn, asked_for)))
    return offering.offer(turn, _around(calendar, turn, goal, rest), day, goal)


def _around(calendar: Calendar, turn: Turn, goal: Goal, rest: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Instead of the hours that were said: the times of the day nearest to them, and the first inside them on the days after."""
    day, low, high = rest[0].day, goal.when.da_ora, goal.when.a_ora or goal.when.fine_entro

    def away(slot: Slot) -> float:
        at = datetime.combine(day, slot.start)
        below = datetime.combine(day, low) - at if low is not None else timedelta()
        above = at - datetime.combine(day, high) if high is not None else timedelta()
        return max(below, above).total_seconds()

    nearest = sorted(rest, key=away)
    later = _free_in(calendar, turn, goal, _window(goal.when, day + timedelta(days=1), day + timedelta(days=7)), limit=1)
    chosen = nearest[:2] if later else nearest[:3]
    return (*sorted(chosen, key=lambda slot: slot.start), *later)


def _outside(calendar: Calendar, turn: Turn, goal: Goal, day: date) -> Refusal:
    """Why nothing is free in the hours said though the day has room: closed then, away then, or taken."""
    low, high = goal.when.da_ora, goal.when.a_ora
    asked_for = goal.operators[0] if None not in goal.operators else None
    shut = SHUT_BOTH if low and high else SHUT_LATER if low else SHUT_EARLIER
    ends = [at for at in (low, earlier(high) if high else None) if at is not None]
    verdicts = [judge(calendar, goal.request(turn, day, at, asked_for)) for at in ends]
    refusals = [verdict for verdict in verdicts if isinstance(verdict, Refusal) and verdict.reason in shut]
    whole = len(refusals) == len(ends) and len({refusal.reason for refusal in refusals}) == 1
    return refusals[0] if whole else Refusal("conflitto", (("fascia", "1"),))


SHUT_LATER = frozenset({"dopo_chiusura", "operatore_assente"})
SHUT_EARLIER = frozenset({"prima_apertura", "operatore_assente"})
SHUT_BOTH = SHUT_LATER | SHUT_EARLIER | {"pausa"}
"""Reasons that hold for a whole stretch of hours when they hold at its ends."""


def window_of(when: When, turn: Turn) -> Window:
    """The stretch of days and hours that was said, from today on."""
    today = turn.now.date()
    first = when.data or when.da_data or today
    last = when.data or when.a_data or max(first, today) + timedelta(days=SEARCH_DAYS)
    return _window(when, max(first, today), max(last, today))


def _window(when: When, first: date, last: date) -> Window:
    """These days in the hours that were said: a visit begins before they end ("prima delle undici", "di mattina")."""
    latest = earlier(when.a_ora) if when.a_ora is not None and when.a_ora != when.da_ora else when.a_ora
    return Window(first, last, when.da_ora, latest, when.giorni_esclusi, when.fine_entro)


def _free_in(calendar: Calendar, turn: Turn, goal: Goal, window: Window, limit: int) -> tuple[Slot, ...]:
    most = limit + len(turn.dialogue.refused_slots) + 1
    for operatore_id in goal.operators:
        found = free_slots(
            calendar, goal.services, window, operatore_id=operatore_id, exclude=goal.exclude, session_id=turn.session.id, limit=most
        )
        elsewhere = tuple(slot for slot in found if OfferedSlot(slot.day, slot.start, slot.operatore_id) != goal.stands)
        fresh = offering.fresh(turn, elsewhere)[:limit]
        if fresh:
            return fresh
    return ()
