"""Several visits with one wish: "tutti e due quelli di giovedì a sabato", "no, facciamo venerdì" for two who come together.

Called by the moving flow and by the stage that fills slots. They are served one at a time, each with its recap.
"""

from dataclasses import replace
from datetime import date

from pipeline.flows.memo import note, noted
from pipeline.flows.own import fits, upcoming
from pipeline.model.business import Booking
from pipeline.model.parse import Intent
from pipeline.model.session import Planned, Slots, When
from pipeline.model.turn import Turn
from pipeline.ports import World

_TOGETHER = ("insieme", "si")


def one_after_the_other(turn: Turn, world: World) -> Turn:
    """The first of several appointments that are meant is chosen, the others wait with the same wish."""
    slots = turn.slots
    if noted(turn, "tutti") is None or slots.appuntamento_id is not None:
        return turn
    meant = tuple(sorted((b for b in upcoming(turn, world) if fits(b, slots.quando, slots.servizi)), key=lambda b: b.inizio))
    if len(meant) < 2:
        return turn
    same = replace(slots, quando=When(), servizi=(), tenuti=(), nuovo=_of_the_rest(slots))
    rest = tuple(Planned("modifica", replace(same, appuntamento_id=booking.id), (_TOGETHER,)) for booking in meant[1:])
    queued: tuple[Intent, ...] = tuple("modifica" for _ in rest)
    turn = turn.with_dialogue(planned=(*rest, *turn.dialogue.planned), queue=(*queued, *turn.dialogue.queue))
    return note(turn.with_slots(appuntamento_id=meant[0].id, tenuti=()), "tutti", None)


def moved_along(turn: Turn) -> Turn:
    """The turn with the visits to come on the new day of the one being arranged, where they were wanted at its old one."""
    before, now = turn.before.slots.quando, turn.slots.quando
    same = turn.before.flow == turn.dialogue.flow == "prenotazione" and turn.before.slots.per_altri == turn.slots.per_altri
    if not same or before.data is None or (before.data, before.ora) == (now.data, now.ora):
        return turn

    def along(visit: Slots) -> Slots:
        if visit not in turn.before.later or visit.quando.data != before.data:
            return visit
        # At the same hour they follow whatever is booked; at their own they keep it.
        return replace(visit, quando=When() if visit.quando.ora == before.ora else replace(visit.quando, data=now.data))

    return turn.with_dialogue(later=tuple(along(visit) for visit in turn.dialogue.later))


def _of_the_rest(slots: Slots) -> When:
    """The same day or the same shift; an hour that was said is the first one's, and the rest come after it."""
    when = slots.nuovo
    return when if when.ora is None else replace(when, ora=None, da_ora=when.ora)


def rest_with_it(turn: Turn, moved: Booking, day: date) -> Turn:
    """Those that wait go to the day this one was moved to, where no other was said of them."""
    if day == moved.inizio.date():
        return turn

    def beside(plan: Planned) -> Planned:
        waits = _TOGETHER in plan.memo and plan.slots.nuovo == When()
        return replace(plan, slots=replace(plan.slots, nuovo=When(data=day))) if waits else plan

    return turn.with_dialogue(planned=tuple(beside(plan) for plan in turn.dialogue.planned))
