"""The waiting list.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.waitlist`. It knows the shapes, not the rules.
"""

from typing import Literal

from rpc.methods.fields import Date, Id, Params, Result, Time, WireDate, WireId, WireTime, Word


class WaitlistAddParams(Params):
    """Params of `waitlist.add`."""

    cliente_id: Id
    servizio_id: Id
    data_preferita: Date
    ora_preferita: Time | None = None
    operatore_preferito_id: Id | None = None
    priorita: Literal["VIP", "HIGH", "NORMAL"] | None = None
    request_id: Word | None = None


class WaitlistAddResult(Result):
    """The entry and its place in the queue, counted from 1."""

    waitlist_id: WireId
    position: int
    priorita: Literal["VIP", "HIGH", "NORMAL"]


class WaitlistParams(Params):
    """Params of `waitlist.list`."""

    data: Date | None = None
    servizio_id: Id | None = None


class Entry(Result):
    """One entry of the waiting list."""

    waitlist_id: WireId
    cliente_id: WireId
    servizio_id: WireId
    data_preferita: WireDate
    ora_preferita: WireTime | None
    operatore_preferito_id: WireId | None
    priorita: Literal["VIP", "HIGH", "NORMAL"]
    priorita_score: int
    status: Literal["WAITING", "NOTIFIED", "BOOKED", "EXPIRED"]
    created_at: str
    expires_at: str


class WaitlistResult(Result):
    """Entries still waiting: VIP first, then first come."""

    waitlist: list[Entry]


class WaitlistNotifyParams(Params):
    """Params of `waitlist.notify`."""

    data: Date
    servizio_id: Id | None = None


class Place(Result):
    """The free time that was offered."""

    data: WireDate
    ora: WireTime
    ora_fine: WireTime
    operatore_id: WireId | None


class Notified(Entry):
    """The entry that was told, the time it was offered and the message that says so."""

    slot: Place
    message_id: str | None


class WaitlistNotifyResult(Result):
    """The entry that was told, null where none fitted; its members stand beside it too."""

    notified: Notified | None
