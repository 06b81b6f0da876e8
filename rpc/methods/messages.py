"""WhatsApp messages that the host sends for the sidecar.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.messages`. It knows the shapes, not the rules.
"""

from typing import Literal

from rpc.methods.fields import Id, NoParams, NoResult, Note, Params, Result, WireId, Word
from rpc.methods.judged import Mobile

__all__ = ["NoParams", "NoResult"]

Template = Literal["booking_confirmation", "booking_change", "booking_cancellation", "waitlist_offer"]


class SendParams(Params):
    """Params of `whatsapp.send_template`."""

    to: Mobile
    template: Template
    params: dict[str, str]
    appuntamento_id: Id | None = None
    request_id: Word | None = None


class SendResult(Result):
    """The message as it is queued in the database."""

    message_id: str


class AckParams(Params):
    """Params of `whatsapp.ack`."""

    message_id: Word
    status: Literal["sent", "failed"]
    error: Note | None = None


class Message(Result):
    """A message the host has not acknowledged."""

    message_id: str
    to: str
    template: Template
    params: dict[str, str]
    appuntamento_id: WireId | None


class PendingResult(Result):
    """The messages not acknowledged yet, oldest first."""

    messages: list[Message]
