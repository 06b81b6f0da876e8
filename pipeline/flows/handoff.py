"""A person is wanted: recorded, told to the host, and said truthfully (specification 3.1 and 16.2).

Called by the stages. Nobody is "put through" unless the host accepted; what was recorded is what is said.
"""

from dataclasses import replace

from pipeline.flows.ending import drop
from pipeline.flows.memo import note, noted
from pipeline.model.meanings import AskMore, HandoffDeclined, HandoffRecorded, HandoffState, OfferHandoff
from pipeline.model.parse import Step
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import CountCall, RequestHandoff

STUCK = frozenset({"registration", "identity", "telephone", "appointment"})
"""Reasons for which the open request cannot go on without a person."""


def ask_for_person(turn: Turn, reason: str) -> Turn:
    """The wish is on record and goes to the host after this answer; the conversation stays open."""
    turn = replace(turn, understood=True)
    state = turn.dialogue.handoff
    telefono = turn.settings.numero_trasferimento or turn.settings.telefono
    if state == "accepted":
        return turn.asking("handoff", HandoffState("accepted"))
    if state == "unavailable":
        return turn.saying(HandoffState("unavailable", telefono)).asking("altro", AskMore())
    if state == "none":
        turn = turn.writing(RequestHandoff(turn.session.id, reason, summary(turn)), CountCall(turn.now.date(), handoff=1))
        turn = replace(turn, actions=(*turn.actions, Action("handoff")))
    turn = replace(turn, session=replace(turn.session, handoff_requested=True))
    turn = turn.with_dialogue(handoff="requested", handoff_reason=reason)
    return turn.saying(HandoffRecorded(telefono)).asking("altro", AskMore())


def offer_person(turn: Turn, reason: str = "not_understood") -> Turn:
    """A person is offered; the caller's yes records the wish. What stood open stays so: its answer is still heard."""
    dialogue = turn.dialogue
    if dialogue.step != "handoff":
        turn = note(turn, "aperta", dialogue.step if dialogue.flow is not None and reason not in STUCK else None)
    return turn.with_dialogue(handoff_reason=reason).asking("handoff", OfferHandoff(reason), dialogue.options)


LEFT_OPEN: tuple[Step, ...] = ("alternative", "conferma", "data", "ora", "servizi", "operatore", "waitlist")
"""Questions that may be answered over the offer of a person."""


def left_open(turn: Turn) -> Step | None:
    """The question that stood open when the person was offered, if the offer is still unanswered."""
    if turn.dialogue.step != "handoff":
        return None
    return next((step for step in LEFT_OPEN if step == noted(turn, "aperta")), None)


def declined(turn: Turn) -> Turn:
    """The caller goes on with the assistant: the open request returns, unless it could not go on."""
    if turn.dialogue.handoff_reason in STUCK and turn.dialogue.flow is not None:
        return drop(turn)
    turn = replace(turn.saying(HandoffDeclined()), understood=True)
    return turn.with_dialogue(step="ascolto", options=(), tries=0)


def summary(turn: Turn) -> str:
    """What a colleague must know, without the caller's words: the request, how far it has come, why."""
    slots = turn.slots
    parts = [turn.dialogue.flow or "nessuna richiesta"]
    names = [s.nome for s in turn.lexicon.services if s.id in slots.servizi]
    if names:
        parts.append(", ".join(names))
    if slots.quando.data is not None:
        parts.append(slots.quando.data.isoformat() + (f" {slots.quando.ora:%H:%M}" if slots.quando.ora else ""))
    return "; ".join(parts)
