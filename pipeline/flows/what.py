"""Which services, and who is to do them.

Called by the flows as questions. The recap is read from the ids held here, so what was asked for is what is stored (a family
with several members is asked, never guessed); a requested operator is never swapped silently.
"""

from pipeline.flows.memo import note, noted
from pipeline.italian.changes import usual
from pipeline.model.business import Booking, Id, Operator, Service
from pipeline.model.meanings import AskOperator, AskService, AskWhichService, OperatorUnknown, ServicesSplit, ServiceUnknown
from pipeline.model.session import Option, Slots
from pipeline.model.turn import Turn
from pipeline.ports import World


def services(turn: Turn, world: World) -> Turn:
    """The services are known and unambiguous, or one question about them is asked."""
    turn = _usual_services(turn, world)
    staff = {operator.nome.lower() for operator in turn.lexicon.operators}
    heard = tuple(name for name in turn.parse.services_unknown if name not in staff)
    unknown = () if turn.slots.servizi and usual(turn.parse.text) else heard
    doubt = turn.slots.servizi_in_dubbio
    if doubt:
        return which_service(turn, doubt[0])
    if unknown and not turn.slots.servizi:
        return turn.saying(ServiceUnknown(unknown)).asking("servizi", AskService(_examples(turn)))
    if not turn.slots.servizi:
        return turn.asking("servizi", AskService(_examples(turn), again=turn.dialogue.step == "servizi"))
    return turn.saying(ServiceUnknown(unknown)) if unknown else turn


def _usual_services(turn: Turn, world: World) -> Turn:
    """ "Il solito": what the caller's last visit was, as far as it is still offered."""
    slots = turn.slots
    asked = usual(turn.parse.text) or noted(turn, "solito") == "si"
    if slots.servizi or slots.servizi_in_dubbio or not asked:
        return turn
    if slots.cliente_id is None:
        return note(turn, "solito", "si")
    last = next((b for b in world.reads.bookings_of(slots.cliente_id) if b.inizio < turn.now), None)
    offered = {service.id for service in turn.lexicon.services}
    same = tuple(s.servizio_id for s in last.services if s.servizio_id in offered) if last is not None else ()
    return note(turn.with_slots(servizi=same), "solito", None)


def which_service(turn: Turn, family: tuple[Id, ...]) -> Turn:
    """One member of a family is to be chosen."""
    members = [s for s in turn.lexicon.services if s.id in family]
    options = tuple(Option(n, "servizio", s.nome, id=s.id) for n, s in enumerate(members, 1))
    again = turn.dialogue.step == "servizi" and bool(turn.dialogue.options)
    return turn.asking("servizi", AskWhichService(tuple(s.nome for s in members), again), options)


def _examples(turn: Turn) -> tuple[str, ...]:
    return tuple(s.nome for s in turn.lexicon.services[:3])


def remaining(turn: Turn, booking: Booking) -> tuple[Id, ...]:
    """What stays of a visit when what was said not to be wanted is taken out; all of it where nothing of it was named."""
    slots, own = turn.slots, tuple(s.servizio_id for s in booking.services)
    swapped = slots.nuovi_servizi if noted(turn, "aggiunge") == "no" else ()
    left = tuple(i for i in own if i not in slots.servizi_tolti and i not in swapped)
    alone = tuple(i for i in left if i in slots.servizi_soli)
    return alone or left


def chosen(turn: Turn, ids: tuple[Id, ...] | None = None) -> tuple[Service, ...]:
    """The services of the running request, in the order they were asked for."""
    by_id = {service.id: service for service in turn.lexicon.services}
    return tuple(by_id[i] for i in (turn.slots.servizi if ids is None else ids) if i in by_id)


def together(turn: Turn, world: World) -> Turn:
    """Services that nobody does together become two appointments: what one person does first, the rest right after it."""
    ids = turn.slots.servizi
    if len(ids) < 2 or not turn.lexicon.operators or able(turn):
        return turn
    wanted = set(turn.slots.operatori_in_ordine)
    staff = sorted(turn.lexicon.operators, key=lambda o: (o.id not in wanted, not o.does(ids[0]), -sum(o.does(i) for i in ids)))
    first = tuple(i for i in ids if staff[0].does(i)) if staff else ()
    later = tuple(i for i in ids if i not in first)
    if not first or not later:
        return turn
    split = ServicesSplit(tuple(s.nome for s in chosen(turn, first)), tuple(s.nome for s in chosen(turn, later)))
    rest = Slots(servizi=later, per_altri=turn.slots.per_altri, note=turn.slots.note)
    return turn.with_slots(servizi=first).saying(split).with_dialogue(later=(rest, *turn.dialogue.later))


def operator(turn: Turn, world: World) -> Turn:
    """The operators asked for exist and do the services, or another is asked for."""
    slots = turn.slots
    wanted = slots.operatori_in_ordine
    if turn.parse.operators_unknown and not wanted and not slots.operatore_qualsiasi:
        unknown = turn.saying(OperatorUnknown(turn.parse.operators_unknown[0]))
        if not able(turn):
            return unknown
        return unknown.asking("operatore", AskOperator(tuple(o.nome for o in able(turn))), options_of(able(turn)))
    unable = [o for o in turn.lexicon.operators if o.id in wanted and not _does_all(o, slots.servizi)]
    if not unable:
        return turn
    kept = tuple(i for i in wanted if i not in {o.id for o in unable})
    turn = turn.with_slots(operatori_in_ordine=kept)
    if kept:
        return turn
    candidates = able(turn)
    names = tuple(o.nome for o in candidates)
    service = chosen(turn)[0].nome if len(slots.servizi) == 1 else None
    return turn.asking("operatore", AskOperator(names, without=unable[0].nome, service=service), options_of(candidates))


def able(turn: Turn) -> tuple[Operator, ...]:
    """The operators who do every service of the request, in the business's order."""
    return tuple(o for o in turn.lexicon.operators if _does_all(o, turn.slots.servizi))


def _does_all(candidate: Operator, ids: tuple[Id, ...]) -> bool:
    return all(candidate.does(i) for i in ids)


def options_of(operators: tuple[Operator, ...]) -> tuple[Option, ...]:
    """At most three operators as numbered options."""
    return tuple(Option(n, "operatore", o.nome, id=o.id) for n, o in enumerate(operators[:3], 1))


def preferences(turn: Turn, world: World) -> tuple[Id | None, ...]:
    """Whom to try, in this order; None = whoever is free. An operator who was asked for comes alone: he is never swapped."""
    slots = turn.slots
    if slots.operatori_in_ordine:
        return slots.operatori_in_ordine
    if slots.operatore_genere is not None:
        same = tuple(o.id for o in able(turn) if o.genere == slots.operatore_genere)
        return same or (None,)
    if slots.operatore_qualsiasi:
        return (None,)
    client = world.reads.client(slots.cliente_id) if slots.cliente_id is not None else None
    usual = _usual(turn, world) if slots.operatore_abituale else (client.operatore_preferito_id if client else None)
    doing = {o.id for o in able(turn)}
    if usual is None or usual not in doing:
        return (None,)
    return (usual,) if slots.operatore_abituale else (usual, None)


def _usual(turn: Turn, world: World) -> Id | None:
    if turn.slots.cliente_id is None:
        return None
    past = [b for b in world.reads.bookings_of(turn.slots.cliente_id) if b.operatore_id is not None and b.inizio < turn.now]
    return past[0].operatore_id if past else None


def operator_name(turn: Turn, operatore_id: Id | None) -> str | None:
    """The first name of an operator, None for nobody in particular."""
    return next((o.nome for o in turn.lexicon.operators if o.id == operatore_id), None)
