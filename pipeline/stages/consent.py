"""A consent that is taken back: recorded at once for whoever has proved who they are, and told to a person in any case.

One of the DECIDE stages, before every flow. What is to be erased is erased by the business (docs/contract, `gdpr.erase`): appointments
still ahead are theirs to settle.
"""

from pipeline.flows.handoff import ask_for_person
from pipeline.italian.consent import withdraws_consent
from pipeline.model.turn import Turn
from pipeline.model.writes import RecordConsent, ReleaseHold
from pipeline.ports import World


def consent_withdrawn(turn: Turn, world: World) -> Turn:
    """Settled when the caller takes a consent back; untouched otherwise."""
    if turn.dialogue.step == "consenso" or not withdraws_consent(turn.parse.text):
        return turn
    if turn.session.cliente_id is not None and _proved(turn):
        turn = turn.writing(RecordConsent(turn.session.cliente_id, False, turn.settings.consenso_versione))
    turn = turn.writing(ReleaseHold(turn.session.id)).with_dialogue(flow=None, queue=())
    return ask_for_person(turn, "consenso")


def _proved(turn: Turn) -> bool:
    """A name alone takes nobody's consent back; whoever registered in this call is who they are."""
    registered = any("cliente_creato" in exchange.actions for exchange in turn.session.history)
    return registered or turn.dialogue.proof not in ("none", "named")
