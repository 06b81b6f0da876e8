"""A stored visit as the writing methods see it: found, its client, and whether it is still as it was read.

Called by `bookings` and `changing`; calls only `world.reads`.
"""

from pipeline.model.business import Booking, Client, Id
from pipeline.model.errors import NotFound, PiiEncrypted
from pipeline.ports import World


def known(world: World, appuntamento_id: Id) -> Booking:
    """The whole visit that any of its row ids names. Raises NotFound("id")."""
    booking = world.reads.booking(appuntamento_id)
    if booking is None:
        raise NotFound("id")
    return booking


def client_of(world: World, booking: Booking) -> Client | None:
    """Whose visit it is; None when nobody can be named, which costs the message and nothing else."""
    try:
        return world.reads.client(booking.cliente_id)
    except PiiEncrypted:
        return None
