"""Where else to look for a time than among those offered: later, earlier, another day, another hour, somebody else.

Called by `pipeline.stages.answers` and the reader of the times offered. Puts the wish into the slots; the flow that placed the times
searches again. It must never know what is free.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pipeline.flows.requests import asks, brings_news
from pipeline.italian.changes import Direction, agrees_otherwise, another, asks_for_room, direction, looks_on, of_days
from pipeline.model.meanings import AskOtherTime
from pipeline.model.parse import Parse
from pipeline.model.session import OfferedSlot, When
from pipeline.model.turn import Turn
from pipeline.rules.shifting import later

_EARLY = time(10)
"""Who finds the first hours of several days too late means the days."""
_FURTHER = timedelta(minutes=90)
"""How much later "più tardi" looks on several days, of each of which only the first free time was offered."""

VAGUE = (None, "altro", "disponibilita")
"""What a question that names nothing of the house is about: "ne avete un'altra?" asks for other times."""


def elsewhere(turn: Turn, parse: Parse) -> Turn | None:
    """The turn looking elsewhere than offered; None when nothing of the kind is said."""
    offered = offered_times(turn)
    if not offered:
        return None
    other, toward = another(parse.text), direction(parse.text)
    if other == "operatore":
        return replace(turn.with_slots(operatori_in_ordine=(), operatore_qualsiasi=True, operatore_id=None), understood=True)
    if other is None and toward is not None and ("refuse_all" not in parse.flags or looks_on(parse.text)):
        return _other_way(turn, offered, toward)
    if other is None:
        return None
    turn = turn.with_dialogue(refused_slots=tuple(dict.fromkeys((*turn.dialogue.refused_slots, *offered))))
    return _with_when(turn, _another_day(turn, offered) if other == "data" else _same_days(turn, offered))


def beside_the_proposed(turn: Turn) -> Turn | None:
    """ "È troppo presto", "prima non c'è niente?" at the recap: other hours of the day that was read out; None when it is not said."""
    parse, when = turn.parse, _when(turn)
    toward = direction(parse.text)
    agrees = parse.yes_no is True and not agrees_otherwise(parse.text)
    about = parse.intent == "info" and not (parse.topic in VAGUE and asks_for_room(parse.text))
    told = agrees or about or parse.asides or asks(parse) or brings_news(turn)
    if toward is None or told or turn.dialogue.flow not in ("prenotazione", "modifica") or when.data is None or when.ora is None:
        return None
    turn = replace(turn, parse=replace(parse, yes_no=None))
    return _with_when(turn, _toward([OfferedSlot(when.data, when.ora)], toward, False))


def offered_times(turn: Turn) -> list[OfferedSlot]:
    """The times that were read out as choices."""
    return [option.slot for option in turn.dialogue.options if option.slot is not None]


def _when(turn: Turn) -> When:
    return turn.slots.nuovo if turn.dialogue.flow == "modifica" else turn.slots.quando


def _with_when(turn: Turn, when: When) -> Turn:
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    # Which way to look is said by the time put here: it is not counted from it once more.
    quiet = replace(turn.parse, shift=None)
    answers = quiet.intent in ("prenotazione", "modifica", "waitlist", "cancella")
    quiet = quiet if answers else replace(quiet, intent=None, requests=(), topic=None, question=False)
    return replace(turn.with_slots(**{name: when}), parse=quiet, understood=True)


def _other_way(turn: Turn, offered: list[OfferedSlot], toward: Direction) -> Turn:
    """Later or earlier than offered; where that way nothing was left the last time, another day is asked for."""
    if _looked_in_vain(_when(turn), offered, toward):
        return replace(_with_when(turn, When()).asking("data", AskOtherTime()), understood=True)
    days = [slot.data for slot in offered]
    spread = len(set(days)) == len(days) > 1
    if spread and toward == "later" and of_days(turn.parse.text):
        return _with_when(turn, _another_day(turn, offered))
    if spread and toward == "earlier" and min(slot.ora for slot in offered) <= _EARLY:
        return _with_when(turn, When(da_data=turn.now.date(), a_data=min(days) - timedelta(days=1)))
    return _with_when(turn, _toward(offered, toward, spread))


def _looked_in_vain(when: When, offered: list[OfferedSlot], toward: Direction) -> bool:
    """Whether the times offered lie outside what was looked for that way already."""
    if toward == "later":
        return when.da_ora is not None and all(slot.ora < when.da_ora for slot in offered)
    return when.a_ora is not None and all(slot.ora >= when.a_ora for slot in offered)


def _toward(offered: list[OfferedSlot], toward: Direction, spread: bool) -> When:
    """ "Più tardi non c'è niente?": the search goes on behind the last time offered, or before the first, of the same days."""
    days = [slot.data for slot in offered]
    hours = [slot.ora for slot in offered if spread or slot.data == days[0]]
    when = When(da_data=min(days), a_data=max(days)) if spread else When(data=days[0])
    if toward == "earlier":
        return replace(when, a_ora=min(hours))
    last = max(hours)
    further = datetime.combine(date.min, last) + _FURTHER
    return replace(when, da_ora=further.time() if spread and further.date() == date.min else later(last))


def _another_day(turn: Turn, offered: list[OfferedSlot]) -> When:
    """The days behind those offered, at the hour that was wanted or later."""
    when = _when(turn)
    last = max((slot.data for slot in offered), default=turn.now.date())
    return When(da_data=last + timedelta(days=1), da_ora=when.ora or when.da_ora, a_ora=when.a_ora, giorni_esclusi=when.giorni_esclusi)


def _same_days(turn: Turn, offered: list[OfferedSlot]) -> When:
    """Other hours of the day that was wanted, or of the stretch of days."""
    when = _when(turn)
    if when.data is None:
        return replace(when, candidati=())
    day = when.data if any(slot.data == when.data for slot in offered) else offered[0].data
    return replace(when, data=day, ora=None, candidati=(), prima_possibile=True)
