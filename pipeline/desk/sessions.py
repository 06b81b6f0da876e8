"""A conversation seen from outside: `session.get`, `handoff.update`."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from pipeline.desk.deeds import Deed, Shape, carry_out
from pipeline.model.errors import NotFound
from pipeline.model.session import Session
from pipeline.model.writes import SaveSession
from pipeline.ports import World
from pipeline.rules import shapes


def get(world: World, *, session_id: str) -> Shape:
    """The stored session (the columns of specification 11.1). Raises NotFound."""
    return shapes.session(_known(world, session_id), world.reads.services())


def handoff_update(world: World, *, session_id: str, status: Literal["accepted", "unavailable"]) -> Shape:
    """What the host did with a request for a person, kept on the session. Raises NotFound."""

    def decide(now: datetime) -> Deed:
        session = _known(world, session_id)
        told = replace(session, updated_at=now, dialogue=replace(session.dialogue, handoff=status))
        return Deed((SaveSession(told),), lambda made: {}, subject={"session_id": session_id, "status": status})

    return carry_out(world, "handoff.update", None, decide)


def _known(world: World, session_id: str) -> Session:
    session = world.reads.session(session_id)
    if session is None:
        raise NotFound("session_id")
    return session
