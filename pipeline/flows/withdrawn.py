"""Services that are turned down while they are being booked: "tolga la manicure", "la tinta no, solo la piega".

Called by the stages that understand and fill slots, and by `requests`. It must never touch an appointment that stands.
"""

from dataclasses import replace

from pipeline.italian.changes import all_of_them, another_of_mine
from pipeline.model.business import Id
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn


def of_the_wish(turn: Turn) -> Turn:
    """ "Annulla la piega", "disdica tutto", while it is being booked: nothing that stands is given up. All of it = the wish itself."""
    parse, slots = turn.parse, turn.slots
    if turn.dialogue.flow != "prenotazione" or parse.intent != "cancella" or parse.then is not None or not _speaks_of_it(turn):
        return turn
    said = {*parse.services, *parse.services_rejected, *(one for family in parse.services_ambiguous for one in family)}
    wanted = _named(slots)
    later = {one for visit in turn.dialogue.later for one in _named(visit)}
    everything = not said and all_of_them(parse.text)
    if not everything and said.isdisjoint(wanted | later):
        return turn
    if everything or (wanted <= said and not later - said):
        return replace(turn, parse=replace(parse, command="annulla"))
    quiet = replace(parse, intent=None, requests=(), services=(), services_ambiguous=(), services_out=(), command=None, question=False)
    return replace(turn, parse=replace(quiet, services_rejected=tuple(said & (wanted | later)), confidence=0.9))


def _speaks_of_it(turn: Turn) -> bool:
    parse = turn.parse
    elsewhere = parse.moved_from is not None or bool(parse.days_given_up) or parse.date not in (None, turn.slots.quando.data)
    return not elsewhere and "own_appointment" not in parse.flags and not parse.kept and not another_of_mine(parse.text)


def turns_down(turn: Turn) -> bool:
    """Whether this utterance turns down a service that is being booked."""
    wanted = {one for visit in (turn.slots, *turn.dialogue.later) for one in _named(visit)}
    return not wanted.isdisjoint(_rejected(turn))


def without_turned_down(turn: Turn) -> Turn:
    """The wish without them; the first of the visits still to come takes the place of one that is empty."""
    if not turns_down(turn):
        return turn
    rejected = _rejected(turn)
    # What two visits hold is turned down of the one that is being arranged.
    elsewhere = rejected - _named(turn.slots)
    running = _without(turn.slots, rejected)
    kept = tuple(_without(visit, elsewhere) for visit in turn.dialogue.later if not _named(visit) or _named(visit) - elsewhere)
    if not _named(running) and kept:
        running, kept = _in_place_of(running, kept[0]), kept[1:]
    return turn.with_dialogue(slots=running, later=kept)


def _rejected(turn: Turn) -> set[Id]:
    """ "La manicure no, solo la piega": where the piega is all of this visit, the caller's own next ones are turned down with it."""
    rejected, running = set(turn.parse.services_rejected), set(turn.slots.servizi)
    if turn.parse.services_only and running and set(turn.parse.services) == running:
        own = (visit for visit in turn.dialogue.later if visit.nome is None and visit.per_altri == turn.slots.per_altri)
        rejected |= {one for visit in own for one in _named(visit)} - running
    return rejected


def _named(visit: Slots) -> set[Id]:
    return {*visit.servizi, *(one for family in visit.servizi_in_dubbio for one in family)}


def _without(visit: Slots, rejected: set[Id]) -> Slots:
    doubt = tuple(family for family in visit.servizi_in_dubbio if not rejected.issuperset(family))
    return replace(visit, servizi=tuple(one for one in visit.servizi if one not in rejected), servizi_in_dubbio=doubt)


def _in_place_of(empty: Slots, following: Slots) -> Slots:
    """The next visit on its own time, or on that of the one given up."""
    if following.nome is None:
        following = replace(following, cliente_id=empty.cliente_id, nome=empty.nome, cognome=empty.cognome)
    following = replace(following, telefono=empty.telefono, data_nascita=empty.data_nascita)
    return following if following.quando != When() else replace(following, quando=empty.quando)


def without_only_asked_about(turn: Turn) -> Turn:
    """ "Allora facciamo la postura", after the price of a massage: what a request names stands alone beside what was only asked about."""
    parse, begins = turn.parse, turn.before.flow is None and turn.before.uncertain is None and turn.dialogue.flow == "prenotazione"
    return turn.with_slots(servizi=(), servizi_in_dubbio=()) if begins and (parse.services or parse.services_ambiguous) else turn
