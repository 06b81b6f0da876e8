"""Free times as choices that are read out, and what is offered when there is none.

Called by `availability`; what was offered and turned down is not offered again. It must never know how a time is found free.
"""

from datetime import date, timedelta

from pipeline.flows import what
from pipeline.flows.goal import Goal
from pipeline.model.calendar import Slot
from pipeline.model.meanings import AskOtherTime, NotFree, OfferSlots, OfferWaitlist
from pipeline.model.session import OfferedSlot, Option
from pipeline.model.turn import Turn
from pipeline.model.writes import BookSlot
from pipeline.phrases.values import Eye


def fresh(turn: Turn, found: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """What has not been offered and turned down yet."""
    known = {(s.data, s.ora) for s in turn.dialogue.refused_slots}
    return tuple(slot for slot in found if (slot.day, slot.start) not in known) if known else found


def spread(found: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Three of many: one a day when there are several days, else the first, one of the middle and the last."""
    days = dict.fromkeys(slot.day for slot in found)
    if len(days) >= 3:
        return tuple(next(s for s in found if s.day == day) for day in list(days)[:3])
    if len(found) <= 3:
        return found
    return (found[0], found[len(found) // 2], found[-1])


def offer(turn: Turn, found: tuple[Slot, ...], day: date, goal: Goal) -> Turn:
    """The free times as numbered options, or the waiting list when there is none."""
    elsewhere = tuple(slot for slot in found if OfferedSlot(slot.day, slot.start, slot.operatore_id) != goal.stands)
    new = fresh(turn, elsewhere)
    if not new:
        return waiting_list(turn, day)
    slots = tuple(OfferedSlot(s.day, s.start, s.operatore_id) for s in new)
    names = tuple(what.operator_name(turn, s.operatore_id) for s in slots) if len({s.operatore_id for s in slots}) > 1 else ()
    eye = Eye(turn.dialogue.language, turn.now.date())
    options = tuple(Option(n, "slot", f"{eye.on_day(s.data)} {eye.at(s.ora)}", id=s.operatore_id, slot=s) for n, s in enumerate(slots, 1))
    booked = any(isinstance(write, BookSlot) for write in turn.writes)
    named = None if booked else next((meaning.day for meaning in reversed(turn.said) if isinstance(meaning, NotFree)), None)
    return turn.asking("alternative", OfferSlots(slots, names, said_day=named), options)


def waiting_list(turn: Turn, day: date) -> Turn:
    """A place on the waiting list is offered, once a call for the same day; otherwise another day is asked for."""
    today = turn.now.date()
    if day < today or day > today + timedelta(days=turn.settings.max_anticipo_giorni):
        return turn.asking("data", AskOtherTime(day))
    return turn.asking("waitlist", OfferWaitlist(day))
