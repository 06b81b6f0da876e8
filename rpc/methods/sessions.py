"""A conversation seen from outside, and what the host did about a request for a person.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.sessions`. It knows the shapes, not the rules.
"""

from typing import Any, Literal

from rpc.methods.fields import NoResult, Params, Result, WireId, Word

__all__ = ["NoResult"]


class HandoffParams(Params):
    """Params of `handoff.update`."""

    session_id: Word
    status: Literal["accepted", "unavailable"]


class SessionParams(Params):
    """Params of `session.get`."""

    session_id: Word


class SessionResult(Result):
    """The stored session, by the columns of specification 11.1."""

    session_id: str
    cliente_id: WireId | None
    current_intent: str | None
    current_step: str
    slots: dict[str, Any]
    options: list[dict[str, Any]]
    history: list[dict[str, Any]]
    language: str
    handoff: Literal["none", "offered", "requested", "accepted", "unavailable"]
    handoff_requested: bool
    failed_understanding_count: int
    total_turns: int
    completed: bool
    created_at: str
    updated_at: str
    expires_at: str
