"""A new appointment: who, what, when, with whom, the recap, the yes (specification 4.1, 6 and 8).

Walked by `pipeline.stages.flow`. Nothing is written before the yes but the hold of the slot that is being confirmed.
"""

from dataclasses import replace
from decimal import Decimal

from pipeline.flows import availability, outcome, what
from pipeline.flows.goal import Goal
from pipeline.flows.memo import note, noted
from pipeline.flows.who import identify
from pipeline.model.calendar import Slot
from pipeline.model.meanings import Booked, NextVisit, Recap, SlotFree
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import BookSlot, CountCall
from pipeline.ports import World


def advance(turn: Turn, world: World) -> Turn:
    """The booking's next question, its recap, or its rows. A caller who asks "is there room" hears that before giving a name."""
    wanted = (what.services, what.together, what.operator)
    first = wanted if noted(turn, "posto") else (identify,)
    second = () if noted(turn, "posto") else wanted
    for question in (*first, *second):
        turn = question(turn, world)
        if turn.settled or _registering(turn):
            return turn
    goal = Goal(what.chosen(turn), turn.slots.quando, what.preferences(turn, world))
    turn, slot = availability.place(turn, world, goal)
    if slot is None:
        return turn
    if turn.slots.cliente_id is None:
        asked = identify(_room(turn, slot), world)
        if asked.settled or _registering(asked):
            return asked
        # The recap that follows at once says all there is to say of the time.
        turn = identify(turn, world)
        goal = Goal(goal.services, goal.when, what.preferences(turn, world))
        turn, slot = availability.place(turn, world, goal)
        if slot is None:
            return turn
    settled = replace(turn.slots.quando, data=slot.day, ora=slot.start)
    turn = turn.with_slots(operatore_id=slot.operatore_id, quando=settled)
    return _book(turn, world, goal, slot) if turn.agreed else _recap(turn, world, goal, slot)


def _room(turn: Turn, slot: Slot) -> Turn:
    """Who asked whether there is room hears it, once."""
    return note(turn.saying(SlotFree(slot.day, slot.start)), "posto", "detto") if noted(turn, "posto") == "si" else turn


def _registering(turn: Turn) -> bool:
    return turn.slots.cliente_id is None and noted(turn, "consenso") == "si"


def _recap(turn: Turn, world: World, goal: Goal, slot: Slot) -> Turn:
    # A recap names the services: no word that they come next.
    turn = replace(turn, said=tuple(meaning for meaning in turn.said if not isinstance(meaning, NextVisit)))
    rows = outcome.priced(turn, world, goal, slot)
    price = sum((row.prezzo_finale for row in rows), Decimal(0))
    known = any(service.prezzo is not None for service in goal.services)
    slots = turn.slots
    recap = Recap(
        cliente=f"{slots.nome} {slots.cognome}",
        services=tuple(service.nome for service in goal.services),
        day=slot.day,
        time=slot.start,
        operator=what.operator_name(turn, slot.operatore_id),
        price=price if known else None,
        note=slots.note or (f"per {slots.per_altri}" if slots.per_altri else None),
        again=turn.dialogue.step == "conferma" and not turn.changed,
    )
    return outcome.hold(turn, goal, slot).asking("conferma", recap)


def _book(turn: Turn, world: World, goal: Goal, slot: Slot) -> Turn:
    slots = turn.slots
    rows = outcome.priced(turn, world, goal, slot)
    code = world.ids.code()
    note_text = "; ".join(part for part in (f"per {slots.per_altri}" if slots.per_altri else None, slots.note) if part)
    write = BookSlot(slots.cliente_id, rows, slot.operatore_id, code, note_text[:500] or None, workspace_id=turn.ask.workspace_id)
    client = world.reads.client(slots.cliente_id) if slots.cliente_id is not None else None
    messages = outcome.told(turn, world, "booking_confirmation", client, None, rows=rows, operatore_id=slot.operatore_id, code=code)
    turn = outcome.rechecked(turn, goal, slot).writing(write, *messages, CountCall(turn.now.date(), appuntamenti=1))
    booked = Booked(slot.day, slot.start, what.operator_name(turn, slot.operatore_id), code, message=bool(messages))
    return outcome.finished(turn, booked, Action("appuntamento_creato", confirmation_code=code))
