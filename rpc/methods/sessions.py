"""A conversation seen from outside, and what the host did about a request for a person.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.sessions`. It knows the shapes, not the rules.
"""

from typing import Literal

from rpc.methods.fields import NoResult, Params, Result, Word

__all__ = ["NoResult"]


class HandoffParams(Params):
    """Params of `handoff.update`."""

    session_id: Word
    status: Literal["accepted", "unavailable"]


class SessionParams(Params):
    """Params of `session.get`."""

    session_id: Word


class SessionResult(Result):
    """The stored session."""
