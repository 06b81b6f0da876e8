"""The waiting list.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.waitlist`. It knows the shapes, not the rules.
"""

from typing import Any, Literal

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
    ora_preferita: WireTime | None = None
    operatore_preferito_id: WireId | None = None
    priorita: Literal["VIP", "HIGH", "NORMAL"]


class WaitlistResult(Result):
    """Entries still waiting: VIP first, then first come."""

    waitlist: list[Entry]


class WaitlistNotifyParams(Params):
    """Params of `waitlist.notify`."""

    data: Date
    servizio_id: Id | None = None


class WaitlistNotifyResult(Result):
    """The entry that was told, if one fitted."""

    notified: Any = None
