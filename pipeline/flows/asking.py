"""The caller asks about his own appointments: read out only to the one they belong to (contract section 3, `info`).

Walked by `pipeline.stages.flow` when such a question needs an identification first.
"""

from pipeline.flows import outcome
from pipeline.flows.choosing import hints, upcoming
from pipeline.flows.who import identify, prove
from pipeline.model.meanings import NoBookings, OwnBookings
from pipeline.model.turn import Turn
from pipeline.ports import World


def advance(turn: Turn, world: World) -> Turn:
    """The next question of the identification, or the appointments themselves."""
    for question in (identify, prove):
        turn = question(turn, world)
        if turn.settled:
            return turn
        if turn.slots.cliente_id is None:
            return turn
    mine = upcoming(turn, world)
    return outcome.onward(turn.saying(OwnBookings(hints(mine[:3])) if mine else NoBookings()))
