"""The running request goes on: its next question, its recap, or its rows. The last of the DECIDE stages.

Each flow is one file of `pipeline.flows`; this stage walks the one that runs, and begins the next one waiting in the queue
when it is done. A digression or a misunderstanding gets the same list read again instead of a new search.
"""

from pipeline.flows.ahead import with_what_was_done
from pipeline.flows.registration import newcomer
from pipeline.flows.table import FLOWS
from pipeline.flows.waiting import waited_for
from pipeline.model.meanings import AskWish, Corrected, OfferHandoff, OfferSlots, OfferWaitlist
from pipeline.model.turn import Turn
from pipeline.ports import World

MOST_REQUESTS = 3
"""Requests of one utterance served in one turn at the most."""


def flow(turn: Turn, world: World) -> Turn:
    """Settled by the running flow; a turn whose newcomer must be written first comes back unsettled."""
    again = _same_list(turn)
    if again is not None:
        return again
    for _ in range(MOST_REQUESTS):
        running = turn.dialogue.flow
        if running is None:
            break
        turn = FLOWS[running](turn, with_what_was_done(turn, world))
        if turn.settled or newcomer(turn) is not None:
            return turn
    return turn if turn.settled else turn.asking("ascolto", AskWish())


def _same_list(turn: Turn) -> Turn | None:
    """What was listed is listed again when the utterance changed nothing about it."""
    dialogue, before = turn.dialogue, turn.before
    if (dialogue.flow, dialogue.slots, dialogue.refused_slots) != (before.flow, before.slots, before.refused_slots) or turn.changed:
        return None
    options = before.options
    match before.step:
        case "alternative" if options and not _names_a_time(turn):
            slots = tuple(o.slot for o in options if o.slot is not None)
            return turn.asking("alternative", OfferSlots(slots, again=True), options)
        case "waitlist" if before.flow is not None and waited_for(turn) is not None:
            return turn.asking("waitlist", OfferWaitlist(waited_for(turn) or turn.now.date(), again=True))
        case "handoff" if dialogue.step == "handoff":
            return turn.asking("handoff", OfferHandoff(dialogue.handoff_reason or "again"))
        case _:
            return None


def _names_a_time(turn: Turn) -> bool:
    """ "E alle 16?" asks again: what was taken may be free by now."""
    parse = turn.parse
    return bool(parse.date or parse.time or parse.date_interval or parse.time_interval)


REGISTERING = frozenset({"telefono", "telefono_conferma", "data_nascita", "consenso"})
"""Questions of a registration that say no name: a name put right is said back before them."""


def corrected(turn: Turn) -> tuple[Corrected, ...]:
    """The new values to be said back at once, for a reply that holds no recap."""
    slots = turn.slots
    when = slots.nuovo if turn.dialogue.flow == "modifica" else slots.quando
    if "quando" in turn.changed or "nuovo" in turn.changed:
        old = turn.before.slots.nuovo if turn.dialogue.flow == "modifica" else turn.before.slots.quando
        day = when.data if when.data != old.data else None
        at = when.ora if when.ora != old.ora else None
        return (Corrected("data" if day else "ora", day, at),) if day or at else ()
    if "servizi" in turn.changed and slots.servizi:
        names = tuple(s.nome for s in turn.lexicon.services if s.id in slots.servizi)
        return (Corrected("servizi", names=names),)
    if "operatori_in_ordine" in turn.changed and slots.operatori_in_ordine:
        names = tuple(o.nome for o in turn.lexicon.operators if o.id == slots.operatori_in_ordine[0])
        return (Corrected("operatore", names=names),)
    renamed = {"nome", "cognome"} & set(turn.changed) and turn.dialogue.step in REGISTERING
    return (Corrected("cliente", names=(f"{slots.nome} {slots.cognome}",)),) if renamed else ()
