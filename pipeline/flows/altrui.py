"""Whose appointment it is when it is not the caller's: his wife's, his mother's, or anybody's but the one he was taken for.

Called by the stage that fills the slots. A telephone proposes its owner; what the caller says of himself and of whom he calls for
goes before it, and whoever's appointment it is, it takes the proof of that person.
"""

import re
from dataclasses import replace

from pipeline.flows.memo import note, noted
from pipeline.italian.families import of_person
from pipeline.italian.others import called as named
from pipeline.italian.personal import STEPS
from pipeline.italian.vocabulary import compiled
from pipeline.italian.words import fold, tokenize
from pipeline.model.business import Booking
from pipeline.model.turn import Turn
from pipeline.ports import World

_MINE = re.compile(r"\b(?:a nome mio|a mio nome|il mio|la mia|sempre mi[oa]|e mi[oa]|al mio)\b")
_SAME = ({"madre", "mamma"}, {"padre", "papa", "babbo"}, {"bambino", "bimbo", "figlio"}, {"bambina", "bimba", "figlia"})


def denied(turn: Turn) -> Turn:
    """ "Non sono Anna": who calls must be asked, and she is not proposed again; "a nome mio": it is the caller's after all."""
    if noted(turn, "altrui") is not None and _MINE.search(fold(turn.parse.text)) and turn.parse.for_other is None:
        return replace(note(turn.with_slots(per_altri=None), "altrui", None), understood=True)
    if "not_me" not in turn.parse.flags or (turn.slots.nome is None and turn.slots.cliente_id is None):
        return turn
    turn = note(turn, "non_lui", str(turn.slots.cliente_id)) if turn.slots.cliente_id is not None else turn
    return turn.with_slots(cliente_id=None, nome=None, cognome=None).with_dialogue(proof="none")


def called(turn: Turn, world: World) -> Turn:
    """ "Si chiama Matteo", once it is known who calls: the name of whom this visit or the next is for, and not the caller's own."""
    parse, slots = turn.parse, turn.slots
    known = slots.cliente_id is not None or (slots.nome is not None and slots.cognome is not None)
    if not known or turn.dialogue.step in STEPS or parse.for_other is not None or turn.dialogue.flow != "prenotazione":
        return turn
    name = named(parse.text)
    waiting = next((visit for visit in turn.dialogue.later if visit.per_altri), None)
    if name is None or parse.operators or (slots.per_altri is None and waiting is None):
        return turn
    said = " ".join(part for part in (name.nome, name.cognome) if part)
    quiet = None if parse.correction is not None and parse.correction.slot in ("cliente_nome", "cognome") else parse.correction
    parse = replace(parse, name=None, correction=quiet)
    if slots.per_altri is not None or waiting is None:
        return replace(turn, parse=replace(parse, other_name=name, for_other=said))
    card = world.reads.clients_by_name(name.nome, name.cognome).exact if name.nome and name.cognome else ()
    told = replace(waiting, nome=name.nome, cognome=name.cognome, per_altri=None) if len(card) == 1 else replace(waiting, per_altri=said)
    later = tuple(told if visit is waiting else visit for visit in turn.dialogue.later)
    return replace(turn.with_dialogue(later=later), parse=parse, understood=True)


def somebody_elses(turn: Turn, world: World) -> Turn:
    """ "L'appuntamento di mio marito": one the caller made for him, or one on his own card, whose name is asked then."""
    if turn.parse.name is not None:
        return turn
    said = turn.parse.for_other or ""
    made = tuple(booking for booking in _of_the_caller(turn, world) if _for(booking, said))
    if len(made) == 1:
        return turn.with_slots(appuntamento_id=made[0].id)
    other = turn.parse.other_name
    turn = note(turn.with_slots(cliente_id=None, nome=None, cognome=None, appuntamento_id=None), "altrui", said)
    turn = turn.with_slots(nome=other.nome, cognome=other.cognome) if other is not None else turn
    return turn.with_dialogue(proof="none")


def for_whom(turn: Turn) -> Turn:
    """ "Un taglio", where the visit is for the husband: the man's, if there is one."""
    parse, person = turn.parse, turn.slots.per_altri
    if person is None or not parse.services_ambiguous:
        return turn
    families = tuple(of_person(compiled(turn.lexicon), family, person) for family in parse.services_ambiguous)
    told = tuple(family[0] for family in families if len(family) == 1)
    open_ones = tuple(family for family in families if len(family) > 1)
    return replace(turn, parse=replace(parse, services=tuple(dict.fromkeys((*parse.services, *told))), services_ambiguous=open_ones))


def _of_the_caller(turn: Turn, world: World) -> tuple[Booking, ...]:
    telefono = turn.dialogue.caller_phone
    by_phone = world.reads.clients_by_phone(telefono) if telefono else ()
    owner = turn.slots.cliente_id or (by_phone[0].id if len(by_phone) == 1 else None)
    return world.reads.bookings_of(owner, since=turn.now) if owner is not None else ()


def _for(booking: Booking, said: str) -> bool:
    """Whether the note of a booking says that it is for this person ("per mia madre")."""
    noted_for = {word.norm for word in tokenize(booking.note or "")}
    meant = {word.norm for word in tokenize(said)} - {"mio", "mia", "nostro", "nostra", "il", "la", "signora", "signor"}
    alike = set[str]().union(*(same for same in _SAME if same & meant))
    return "per" in noted_for and bool((meant | alike) & noted_for)
