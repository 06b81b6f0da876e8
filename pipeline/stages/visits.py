"""Several visits said in one breath, or one more said beside the one being arranged: each is kept, and they are arranged one at a time.

One of the DECIDE stages, after the intent and before the slots: what belongs to another visit never reaches the slots of this one.
"""

from dataclasses import replace
from datetime import timedelta

from pipeline.flows.memo import noted
from pipeline.flows.requests import asks
from pipeline.italian.followups import Followup, also, followup, on_each, regularly
from pipeline.italian.parse import parse
from pipeline.italian.proposals import agrees_and_goes_on
from pipeline.italian.several import Part, beside, like, visits_in
from pipeline.model.meanings import OneAtATime
from pipeline.model.parse import Parse
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.shifting import kept, settled
from pipeline.stages.slots import slots
from pipeline.stages.understanding import context
from pipeline.stages.visits_later import of_those_to_come

OF_A_VISIT = (
    "services", "services_ambiguous", "services_unknown", "date", "time", "date_interval", "time_interval", "alternatives", "approximate",
    "earliest", "conflict", "date_choices", "time_choices", "date_problem", "operators", "any_operator", "operator_gender", "for_other",
    "other_name", "correction", "shift", "services_out", "services_only", "services_swap",
)  # fmt: skip
"""What an utterance says of one visit; the rest (who calls, yes or no, questions) it says of the call."""


def visits(turn: Turn, world: World) -> Turn:
    """The turn with only its first visit left to be put into the slots; the others wait in `later`."""
    if turn.dialogue.flow == "prenotazione" and turn.dialogue.language == "it" and not turn.slots.servizi_in_dubbio:
        turn = of_those_to_come(turn, world)
    said = turn.parse
    if turn.dialogue.flow != "prenotazione" or turn.dialogue.language != "it" or said.intent == "info":
        return turn
    # "Prenoti anche mio marito" adds to what is being arranged: it is no change of an appointment that stands.
    within = {"prenotazione", "modifica"} if "add_service" in said.flags and turn.before.flow == "prenotazione" else {"prenotazione"}
    if set(asks(said)) - within and (said.then is None or said.intent != "prenotazione"):
        return turn
    if turn.slots.servizi_in_dubbio and turn.dialogue.later:
        return _each_answered(turn)
    if turn.slots.quando.data is None and said.date is not None and said.time is not None and said.alternatives and on_each(said.text):
        return _on_each_day(turn, world)
    known = turn.slots.servizi or turn.slots.servizi_in_dubbio
    return _one_more(turn, world) if known else _several(turn, world)


def _on_each_day(turn: Turn, world: World) -> Turn:
    """ "Martedì e giovedì alle 18": a visit on each, the nearest first."""
    said, slots = turn.parse, turn.slots
    days = sorted({day for day in (said.date, *(other for other, _ in said.alternatives)) if day is not None})
    parts = [Part(replace(said, date=day, alternatives=()), None) for day in days]
    visits = (
        _beside_this(turn, part, world) if slots.servizi or slots.servizi_in_dubbio else _slots_of(turn, part, world) for part in parts[1:]
    )
    later = tuple(visit if visit.operatori_in_ordine else replace(visit, operatori_in_ordine=slots.operatori_in_ordine) for visit in visits)
    turn = turn.with_dialogue(later=(*turn.dialogue.later, *later)).saying(OneAtATime(len(days)))
    return replace(turn, parse=parts[0].parse, understood=True)


def _again_and_again(turn: Turn) -> Turn:
    """ "Tutti i giovedì": the first of them is arranged, and said to be one."""
    return turn.saying(OneAtATime()) if regularly(turn.parse.text) and not turn.agreed else turn


def _like_the_last(turn: Turn, world: World) -> Turn:
    """ "Un'altra subito dopo", "alla stessa ora": what is left to be understood from the visit this call has just booked."""
    said, last = turn.parse, turn.dialogue.last_booking
    points, with_it = followup(said.text), also(said.text)
    fresh = turn.before.flow is None and last is not None and (points != Followup() or with_it)
    booking = world.reads.booking(last) if fresh and last is not None else None
    if booking is None:
        return turn
    if not said.services and not said.services_ambiguous and (points.again or said.for_other):
        said = replace(said, services=tuple(service.servizio_id for service in booking.services), services_unknown=())
    if said.date is None and said.date_interval is None and not said.date_choices:
        said = replace(said, date=booking.inizio.date())
    beside = with_it and said.date == booking.inizio.date() and said.time_interval is None
    if said.time is None and said.shift is not None and said.shift.minutes and said.shift.later is not None:
        # "Un'altra per mia sorella mezz'ora dopo"
        at = settled(kept(When(), said.shift), booking.inizio)
        said = replace(said, date=at.data, time=at.ora, time_interval=None, shift=None)
    if said.time is None and (points.after or points.same_hour or beside or said.for_other):
        after = points.after or not (points.same_hour or said.for_other)
        said = replace(said, time=booking.fine.time() if after else booking.inizio.time(), time_interval=None)
    return replace(turn, parse=said)


def _each_answered(turn: Turn) -> Turn:
    """ "Uomo per me e bambino per lui": the question about one visit is answered for those to come, too."""
    parts = visits_in(turn.parse, context(turn))
    if not parts:
        return turn
    later = list(turn.dialogue.later)
    for place, part in enumerate(parts[1 : len(later) + 1]):
        if part.parse.services and later[place].servizi_in_dubbio:
            later[place] = replace(later[place], servizi=part.parse.services, servizi_in_dubbio=())
    return replace(turn.with_dialogue(later=tuple(later)), parse=_with(turn.parse, parts[0].parse))


def _several(turn: Turn, world: World) -> Turn:
    parts = visits_in(turn.parse, context(turn))
    if not parts:
        return _again_and_again(_like_the_last(turn, world))
    later = tuple(_slots_of(turn, part, world) for part in parts[1:])
    turn = turn.with_dialogue(later=later).saying(OneAtATime(len(parts)))
    return replace(turn, parse=_with(turn.parse, parts[0].parse))


def _one_more(turn: Turn, world: World) -> Turn:
    """ "Sì, e anche un taglio per mio figlio": more visits, whatever becomes of this one."""
    parts, before = beside(turn.parse, context(turn), turn.slots.per_altri)
    parts = tuple(_not_the_same_day(turn, part) for part in parts)
    held = {visit.per_altri for visit in turn.dialogue.later}
    added = [part for part in parts if _is_new(turn, part, held)]
    if not added:
        return _again_and_again(turn)
    agreed = turn.before.step == "conferma" and noted(turn, "cambia") is None and _agreed(turn, before)
    later = (*turn.dialogue.later, *(_beside_this(turn, part, world) for part in added))
    turn = replace(turn.with_dialogue(later=later), agreed=turn.agreed or agreed, understood=True)
    turn = replace(turn, parse=_with(turn.parse, Parse(turn.parse.text)))
    return turn if turn.agreed else turn.saying(OneAtATime(len(turn.dialogue.later) + 1))


def _not_the_same_day(turn: Turn, part: Part) -> Part:
    """ "E anche sabato prossimo", beside a visit on Saturday: the one after it."""
    said, day = part.parse, turn.slots.quando.data
    next_one = part.person is None and said.date is not None and said.date == day and "prossim" in said.text
    return replace(part, parse=replace(said, date=said.date + timedelta(days=7))) if next_one and said.date else part


def _is_new(turn: Turn, part: Part, held: set[str | None]) -> bool:
    if part.person is None:
        return _at_another_time(turn, part)
    if part.person == "":
        # "Anche per me", where the visit is the caller's own by his telephone, adds nobody.
        return turn.slots.per_altri is not None or turn.dialogue.caller_phone is None or turn.dialogue.proof != "caller_id"
    return part.person not in held


def _agreed(turn: Turn, before: str) -> bool:
    """Whether the recap is agreed to: by the whole, or by what stands before the further visit ("sì, poi devo prenotare anche per ...")."""
    return turn.parse.yes_no is True or (bool(before.strip()) and parse(before, context(turn)).yes_no is True)


def _beside_this(turn: Turn, part: Part, world: World) -> Slots:
    """The visit of a part; who says no service for somebody wants the same as in this one."""
    slots = turn.slots
    said, when = part.parse, slots.quando
    others = tuple(day for day in said.date_choices if day != when.data)
    if len(others) == 1:
        said = replace(said, date=others[0], date_choices=())  # "anche sabato prossimo" is not the Saturday of this one
    if not part.what:
        part = like(replace(part, parse=said), slots.servizi, slots.servizi_in_dubbio, context(turn))
        if part.person is None and said.date is not None and said.time is None and said.time_interval is None:
            part = replace(part, parse=replace(part.parse, time=when.ora))  # "e la stessa cosa sabato"
    else:
        part = replace(part, parse=said)
    visit = _slots_of(turn, part, world)
    return replace(visit, nome="") if part.person == "" and slots.per_altri is None else visit


def _at_another_time(turn: Turn, part: Part) -> bool:
    """Whether it is no service of this visit: this one has its time, and that one another."""
    when, said = turn.slots.quando, part.parse
    if turn.before.step != "conferma" or when.data is None or when.ora is None:
        return False
    other_day = said.date is not None and said.date != when.data
    if part.what and (other_day or (said.time is not None and said.time != when.ora)):
        return True
    # "Sì, e mi segni anche per il 26", "sì, e poi anche un colore la settimana dopo"
    later = any(day != when.data for day in said.date_choices) or said.date_interval is not None
    return (other_day or later) and agrees_and_goes_on(turn.parse.text)


def _with(whole: Parse, part: Parse) -> Parse:
    return replace(whole, **{name: getattr(part, name) for name in OF_A_VISIT})


def _slots_of(turn: Turn, part: Part, world: World) -> Slots:
    """The slots of a visit to come; whom it is for is the caller with a note, or a client of that whole name."""
    alone = replace(turn.with_dialogue(slots=Slots(nome=""), step="ascolto"), parse=replace(part.parse, name=None))
    said, shift = slots(alone, world).slots, part.parse.shift
    if shift is not None and shift.minutes and shift.later is not None and said.quando.data is None and said.quando.ora is None:
        said = replace(said, quando=kept(said.quando, shift))  # "e una per mia sorella mezz'ora dopo"
    return replace(said, nome=said.nome or None)


__all__ = ["visits"]
