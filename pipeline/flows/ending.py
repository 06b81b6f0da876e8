"""How a request is given up and how a call ends: nothing is claimed, nothing stays held.

Called by the stages that read commands and answers.
"""

from dataclasses import replace

from pipeline.flows.outcome import onward
from pipeline.model.meanings import AskMore, Dropped, Goodbye, OffTopic
from pipeline.model.parse import Parse
from pipeline.model.session import Slots
from pipeline.model.turn import Turn
from pipeline.model.writes import ReleaseHold


def close(turn: Turn, *last: Goodbye | OffTopic) -> Turn:
    """The call ends: an open proposal is dropped and nothing is claimed."""
    if turn.dialogue.flow is not None and turn.dialogue.step != "altro":
        turn = turn.saying(Dropped(turn.dialogue.flow))
    turn = turn.writing(ReleaseHold(turn.session.id)).with_dialogue(
        flow=None, slots=Slots(cliente_id=turn.slots.cliente_id), queue=(), planned=(), later=()
    )
    session = replace(turn.session, completed=True)
    return replace(
        turn.asking("chiusa", last[0]), session=replace(session, dialogue=replace(session.dialogue, step="chiusa")), understood=True
    )


def drop(turn: Turn) -> Turn:
    """The running request is given up: nothing is written, the client stays known. One that was said beside it has its turn."""
    slots = turn.slots
    turn = turn.saying(Dropped(turn.dialogue.flow)).writing(ReleaseHold(turn.session.id)).with_dialogue(later=())
    if turn.dialogue.planned:
        return replace(onward(turn), parse=Parse("", turn.parse.language), understood=True)
    kept = Slots(cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome) if slots.cliente_id is not None else Slots()
    turn = turn.with_dialogue(flow=None, slots=kept, queue=(), planned=(), trail=(), memo=(), tries=0, refused_slots=(), uncertain=None)
    return replace(turn.asking("altro", AskMore()), understood=True)
