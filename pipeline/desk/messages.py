"""WhatsApp messages that the host sends for the sidecar: `whatsapp.*` (specification 10).

Queued in the database, then notified by the host's side of the protocol. consenso_whatsapp 0 = never; landlines are not messaged.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pipeline.desk.deeds import Deed, Shape, carry_out
from pipeline.model.business import Booking, Id
from pipeline.model.errors import InvalidField, NotFound, Refused
from pipeline.model.writes import AckMessage, QueueMessage, Template
from pipeline.ports import World
from pipeline.rules import shapes
from pipeline.rules.phone import telephone


def send_template(
    world: World,
    *,
    to: str,
    template: Template,
    params: Mapping[str, str],
    appuntamento_id: Id | None = None,
    request_id: str | None = None,
) -> Shape:
    """The id of the queued message. Raises InvalidField for what is no mobile, NotFound, and Refused("consenso")."""
    message_id = world.ids.uuid()

    def decide(now: datetime) -> Deed:
        number = _mobile(to)
        booking = _booking(world, appuntamento_id)
        asked = list(world.reads.clients_by_phone(number)) if not world.reads.encrypted() else []
        whose = world.reads.client(booking.cliente_id) if booking else None
        if any(not client.consenso_whatsapp for client in (*asked, *([whose] if whose else []))):
            raise Refused("consenso", "this client does not want WhatsApp messages")
        client = whose or (asked[0] if asked else None)
        write = QueueMessage(
            message_id,
            number,
            template,
            tuple(params.items()),
            cliente_id=client.id if client else None,
            appuntamento_id=booking.id if booking else None,
        )
        return Deed((write,), lambda made: {"message_id": message_id}, subject={"template": template})

    return carry_out(world, "whatsapp.send_template", request_id, decide)


def ack(world: World, *, message_id: str, status: Literal["sent", "failed"], error: str | None = None) -> Shape:
    """What the host did with a message; `sent` marks the appointment as confirmed. Raises NotFound."""
    write = AckMessage(message_id, status, error)
    return carry_out(world, "whatsapp.ack", None, lambda now: Deed((write,), lambda made: {}, subject={"status": status}))


def pending(world: World) -> Shape:
    """The messages not acknowledged yet, oldest first."""
    return {"messages": [shapes.message(message) for message in world.reads.messages()]}


def _mobile(to: str) -> str:
    complaint = mobile_problem(to)
    number = telephone(to)
    if complaint is not None or number is None:
        raise InvalidField((("to", complaint or "is no telephone number"),))
    return number.stored


def mobile_problem(to: str) -> str | None:
    """Why this telephone cannot be messaged, None where it can."""
    number = telephone(to)
    if number is None:
        return "is no telephone number"
    return None if number.mobile else "is a landline: it is not messaged"


def _booking(world: World, appuntamento_id: Id | None) -> Booking | None:
    if appuntamento_id is None:
        return None
    booking = world.reads.booking(appuntamento_id)
    if booking is None:
        raise NotFound("appuntamento_id")
    return booking
