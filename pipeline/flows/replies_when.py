"""Answers to "which day?" and "what time?" that name neither: the soonest, whatever is free, another day, a part of day.

Called by `pipeline.stages.answers`, one reader a step. A day or an hour that is named is put into its slot by the stage of slots.
"""

from dataclasses import replace
from datetime import time

from pipeline.flows.memo import note, noted
from pipeline.italian.changes import another, asks_which_hours, end_of_the_day
from pipeline.italian.followups import whenever
from pipeline.model.session import When
from pipeline.model.turn import Turn
from pipeline.ports import World

LATE = time(17)
"""From here on a day has its last times ("sul tardi"); where it closes before, the last ones before it are offered."""


def day(turn: Turn, world: World) -> Turn:
    """ "Quando volete": the soonest. "Il 14 non ci sono" leaves the question open."""
    parse = turn.parse
    if "cannot_come" in parse.flags and not parse.date:
        return replace(turn, understood=True)
    if parse.date or parse.date_interval:
        return turn
    if whenever(parse.text):
        return _proposed(turn)
    if not parse.flags & {"no_matter", "dont_know"}:
        return turn
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    return _left_to_us(turn, name, replace(getattr(turn.slots, name), prima_possibile=True))


def hour(turn: Turn, world: World) -> Turn:
    """ "È uguale": whatever is free that day; a part of day chooses between two readings of an hour."""
    parse = turn.parse
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    when: When = getattr(turn.slots, name)
    if parse.date is None and another(parse.text) == "data":
        return replace(turn.with_slots(**{name: replace(when, data=None)}).with_dialogue(step="data"), understood=True)
    if parse.time is None and parse.time_interval is None and (whenever(parse.text) or asks_which_hours(parse.text)):
        return _proposed(turn)
    if parse.time is None and parse.time_interval is None and parse.flags & {"no_matter", "dont_know"}:
        return _left_to_us(turn, name, replace(when, prima_possibile=True))
    end = end_of_the_day(parse.text) if parse.time is None and parse.time_interval is None else None
    if end is not None:
        looked = replace(when, prima_possibile=True) if end == "earlier" else replace(when, da_ora=LATE)
        return replace(turn.with_slots(**{name: looked}), understood=True)
    chosen = _part_of_day(turn)
    if chosen is None:
        return turn
    parse = replace(parse, time=chosen, time_interval=None)
    return note(replace(turn, parse=parse, understood=True), "ore", None)


def _left_to_us(turn: Turn, name: str, when: When) -> Turn:
    """ "Fate voi" asks nothing of the house, whatever it sounds like."""
    quiet = replace(turn.parse, intent=None, requests=(), topic=None, question=False) if turn.parse.intent == "info" else turn.parse
    return replace(turn.with_slots(**{name: when}), parse=quiet, understood=True)


def _proposed(turn: Turn) -> Turn:
    """ "Quando avete posto?" answers the question with another one: times are proposed, one a day where no day is known."""
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    when: When = getattr(turn.slots, name)
    when = replace(when, prima_possibile=True) if when.data else replace(when, da_data=when.da_data or turn.now.date())
    # No question about the hours of the house: a time is looked for.
    quiet = replace(turn.parse, intent="prenotazione", topic=None) if turn.parse.intent == "info" else turn.parse
    return replace(turn.with_slots(**{name: when}), parse=quiet, understood=True)


def _part_of_day(turn: Turn) -> time | None:
    """ "Di sera" after "alle 7 o alle 19?": the one reading that lies in it."""
    low, high = turn.parse.time_interval or (None, None)
    asked = [time.fromisoformat(text) for text in (noted(turn, "ore") or "").split()]
    fitting = [at for at in asked if (low is not None or high is not None) and (low is None or at >= low) and (high is None or at <= high)]
    return fitting[0] if len(fitting) == 1 and turn.parse.time is None else None
