"""Answers that choose among what was listed: a time, an appointment, a service, an operator.

Called by `pipeline.stages.answers`, one reader a step. A number chooses from the list; so does anything that only one of the listed
choices has: its hour, its day, its name.
"""

from dataclasses import replace

from pipeline.flows.choosing import pointed_at
from pipeline.flows.handoff import offer_person
from pipeline.flows.looking import VAGUE, elsewhere
from pipeline.flows.outcome import onward
from pipeline.flows.own import fits, upcoming
from pipeline.flows.requests import asks
from pipeline.flows.staying import only
from pipeline.flows.what import options_of, which_service
from pipeline.italian.changes import all_of_them, asks_which_hours, extreme
from pipeline.italian.ordinals import places
from pipeline.italian.words import tokenize
from pipeline.model.meanings import Dropped, OfferWaitlist
from pipeline.model.parse import Parse
from pipeline.model.session import OfferedSlot, Option, When
from pipeline.model.turn import Turn
from pipeline.ports import World


def nth(turn: Turn, parse: Parse) -> Option | None:
    """The option an ordinal names: 1 is the first, -1 the last; None when there is none of that number."""
    listed, n = turn.dialogue.options, parse.ordinal
    if n is None or n == 0 or not -len(listed) <= n <= len(listed):
        return None
    return listed[n - 1] if n > 0 else listed[n]


def alternative(turn: Turn, world: World) -> Turn:
    """One of the times offered is taken; all refused leads to the waiting list; anything new is a new wish."""
    turn = _meant_hour(turn)
    parse = turn.parse
    option = nth(turn, parse) or _by_time(turn, parse) or _outermost(turn, parse)
    if option is None and parse.yes_no is True and len(turn.dialogue.options) == 1 and parse.date is None and parse.time is None:
        option = turn.dialogue.options[0]
    if option is not None and option.slot is not None:
        return _taken(turn, option.slot, parse)
    hour = parse.time or parse.time_interval
    wants_more = parse.date or hour or parse.date_interval or parse.earliest or parse.operators or parse.any_operator
    wants_more = wants_more or parse.services or parse.services_ambiguous
    # "No aspetti, due settimane": how far an appointment moves, said anew.
    wants_more = wants_more or (turn.dialogue.flow == "modifica" and parse.shift is not None and parse.shift.later is None)
    if wants_more or asks(parse):
        return turn.with_dialogue(refused_slots=()) if wants_more else turn
    looked = elsewhere(turn, parse) if parse.intent != "info" or parse.topic in VAGUE else None
    if looked is not None:
        return looked
    if parse.intent == "info" and asks_which_hours(parse.text):
        return replace(turn, parse=replace(parse, intent=None, topic=None, question=False, requests=(), asides=()), understood=True)
    if parse.intent == "info":
        return turn
    if parse.yes_no is False or "refuse_all" in parse.flags or parse.intent == "nega":
        return _all_refused(turn)
    # A yes to several times takes none of them: they are read out once more.
    return replace(turn, understood=turn.understood or parse.yes_no is True)


def _meant_hour(turn: Turn) -> Turn:
    """ "Le sette e mezza", morning or evening: the one of the two that lies among the times offered."""
    hours = [option.slot.ora for option in turn.dialogue.options if option.slot is not None]
    among = [at for at in turn.parse.time_choices if hours and min(hours) <= at <= max(hours)]
    if turn.parse.time is not None or len(among) != 1:
        return turn
    return replace(turn, parse=replace(turn.parse, time=among[0], time_choices=()))


def _outermost(turn: Turn, parse: Parse) -> Option | None:
    """ "Quella più tardi": the latest hour of the list, "la più presto": what comes soonest."""
    way = extreme(parse.text)
    timed = [(option.slot, option) for option in turn.dialogue.options if option.slot is not None]
    if way is None or not timed:
        return None
    if way == "earlier":
        return min(timed, key=lambda pair: (pair[0].data, pair[0].ora))[1]
    return max(timed, key=lambda pair: (pair[0].ora, pair[0].data))[1]


def _by_time(turn: Turn, parse: Parse) -> Option | None:
    """The only option that fits the hour or day said."""
    if parse.time is None and parse.date is None and parse.time_interval is None:
        return None
    low, high = parse.time_interval or (None, None)
    fitting = [
        option
        for option in turn.dialogue.options
        if option.slot is not None
        and (parse.date is None or option.slot.data == parse.date)
        and (parse.time is None or option.slot.ora == parse.time)
        and (low is None or option.slot.ora >= low)
        and (high is None or option.slot.ora < high)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _taken(turn: Turn, slot: OfferedSlot, parse: Parse) -> Turn:
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    turn = turn.with_slots(**{name: When(data=slot.data, ora=slot.ora)})
    if slot.operatore_id is not None and not parse.operators:
        turn = turn.with_slots(operatore_id=slot.operatore_id)
    quiet = replace(parse, date=None, time=None, date_interval=None, time_interval=None, alternatives=(), correction=None, earliest=False)
    quiet = replace(quiet, shift=None)
    return replace(turn.with_dialogue(options=(), refused_slots=()), parse=quiet, understood=True)


def _all_refused(turn: Turn) -> Turn:
    when = turn.slots.nuovo if turn.dialogue.flow == "modifica" else turn.slots.quando
    first = turn.dialogue.options[0].slot if turn.dialogue.options else None
    day = when.data or when.da_data or (first.data if first is not None else turn.now.date())
    turn = replace(turn, understood=True)
    if turn.dialogue.flow in ("prenotazione", "modifica"):
        name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
        turn = turn.with_slots(**{name: replace(when, data=day)})
    return turn.asking("waitlist", OfferWaitlist(day))


_SHORT_NO = 4
"""Words of a no to all that was listed ("no, nessuno", "no li tengo tutti")."""


def appointment(turn: Turn, world: World) -> Turn:
    """Which appointment: by number, day, hour or service; after three tries a person is offered."""
    several = turn.dialogue.flow in ("cancella", "modifica") and _several(turn, world)
    if several:
        return replace(several.with_dialogue(tries=0), understood=True)
    booking = pointed_at(turn.parse, turn, world)
    if booking is not None:
        parse = turn.parse
        quiet = replace(parse, date=None, time=None, date_interval=None, time_interval=None, alternatives=(), services=())
        return replace(turn.with_slots(appuntamento_id=booking.id).with_dialogue(tries=0), parse=quiet, understood=True)
    if asks(turn.parse) or turn.parse.intent == "info":
        return turn
    if turn.parse.intent == "nega" and len(tokenize(turn.parse.text)) <= _SHORT_NO and turn.dialogue.flow in ("cancella", "modifica"):
        return onward(replace(turn.saying(Dropped(turn.dialogue.flow)), understood=True))
    tries = turn.dialogue.tries + 1
    turn = turn.with_dialogue(tries=tries)
    return offer_person(turn, "appointment") if tries >= 3 else turn


def _several(turn: Turn, world: World) -> Turn | None:
    """More than one of the list: "tutti", "i primi due", "la piega e la manicure", "tutti tranne quello di venerdì"."""
    parse, listed = turn.parse, tuple(o.id for o in turn.dialogue.options if o.kind == "appuntamento" and o.id is not None)
    chosen = tuple(listed[place] for place in places(parse.text, len(listed)))
    if len(chosen) > 1:
        return only(turn, chosen, upcoming(turn, world))
    if parse.kept or all_of_them(parse.text, listed=True) or len(parse.days_given_up) > 1:
        return turn
    by_service = [b for b in upcoming(turn, world) if fits(b, When(), parse.services)] if len(parse.services) > 1 else []
    return only(turn, tuple(b.id for b in by_service), upcoming(turn, world)) if len(by_service) > 1 else None


def another_one(turn: Turn, world: World) -> Turn:
    """ "No, quello del 19" at the recap of a cancellation: a yes must never be for the one that was read out before."""
    parse = turn.parse
    if turn.dialogue.flow == "modifica":
        return _moved_one(turn, world)
    named = parse.date or parse.time or parse.services or (parse.ordinal is not None and turn.dialogue.options)
    if turn.dialogue.flow != "cancella" or asks(parse) or not named:
        return turn
    booking = pointed_at(parse, turn, world)
    chosen = world.reads.booking(turn.slots.appuntamento_id) if turn.slots.appuntamento_id is not None else None
    if chosen is not None and fits(chosen, When(data=parse.date, ora=parse.time), parse.services):
        return replace(turn, understood=True)  # "no, solo la barba": a part of the one read out
    if booking is None:
        return turn.with_slots(appuntamento_id=None, quando=When(), servizi=())
    turn = turn.with_slots(appuntamento_id=booking.id, quando=When(data=booking.inizio.date()))
    return replace(turn, understood=True)


def _moved_one(turn: Turn, world: World) -> Turn:
    """ "No, quello del 19" at the recap of a change: the other appointment is changed, its new time stays as it was said."""
    parse, origin = turn.parse, turn.parse.moved_from
    if origin is None or parse.date not in (None, origin[0], parse.moved_to) or parse.time not in (None, origin[1]):
        return turn
    booking = pointed_at(replace(parse, date=origin[0], time=origin[1], ordinal=None), turn, world)
    if booking is None:
        return turn
    quiet = replace(parse, date=None, time=None, services=(), correction=None)
    return replace(turn.with_slots(appuntamento_id=booking.id), parse=quiet, understood=True)


def service(turn: Turn, world: World) -> Turn:
    """A member of the family in doubt, by number or by the word that only it has ("donna")."""
    listed = tuple(o for o in turn.dialogue.options if o.kind == "servizio")
    if not listed or set(turn.parse.services) & {o.id for o in listed}:
        return turn
    option = nth(turn, turn.parse) or _by_word(turn, listed)
    if option is None or option.id is None:
        return turn
    doubt = tuple(family for family in turn.slots.servizi_in_dubbio if option.id not in family)
    held = "nuovi_servizi" if turn.dialogue.flow == "modifica" else "servizi"
    # The family is named before the rest of a visit in practice ("taglio e piega"), and cut comes before finish.
    chosen = (option.id, *getattr(turn.slots, held))
    return replace(turn.with_slots(servizi_in_dubbio=doubt, **{held: chosen}), understood=True)


def _by_word(turn: Turn, listed: tuple[Option, ...]) -> Option | None:
    said = {word.norm for word in tokenize(turn.parse.text)}
    own = {o.n: {w.norm for w in tokenize(o.label)} for o in listed}
    fitting = [o for o in listed if said & (own[o.n] - set().union(*(words for n, words in own.items() if n != o.n)))]
    return fitting[0] if len(fitting) == 1 else None


def operator(turn: Turn, world: World) -> Turn:
    """One of the operators named, by number; anybody when it does not matter."""
    parse = turn.parse
    option = nth(turn, parse)
    if option is not None and option.kind == "operatore" and option.id is not None and not parse.operators:
        return replace(turn.with_slots(operatori_in_ordine=(option.id,), operatore_id=None), understood=True)
    if not parse.operators and (parse.flags & {"no_matter", "dont_know"} or parse.yes_no is not None):
        return replace(turn.with_slots(operatori_in_ordine=(), operatore_qualsiasi=True, operatore_id=None), understood=True)
    return turn


__all__ = ["alternative", "another_one", "appointment", "nth", "operator", "options_of", "service", "which_service"]
