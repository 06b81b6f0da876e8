"""How every writing method of the desk is carried out: decided from a fresh read, committed once, answered once.

Called by the other modules of this room; calls the ledger. It knows no rule of its own. Laws:
1. The same request_id again gives the stored answer and changes nothing (contract section 3).
2. What was read when the deed was decided is read again inside the transaction; if it moved, the deed is decided anew.
3. Every deed leaves a row in the audit under session "rpc".
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.model.business import Id, Operator, Service
from pipeline.model.errors import Conflict, NotFound
from pipeline.model.writes import AuditTurn, Committed, Write
from pipeline.ports import AlreadyDone, Recheck, RecheckFailed, World

Shape = dict[str, Any]
AUDIT_SESSION = "rpc"
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be written and what is answered; `answer` is asked inside the transaction, when the rows are there."""

    writes: tuple[Write, ...]
    answer: Callable[[Committed], Shape]
    recheck: Recheck | None = None
    subject: Shape | None = None
    """Ids and settings for the audit; never a name or a number of a person."""


def carry_out(world: World, method: str, request_id: str | None, decide: Callable[[datetime], Deed]) -> Shape:
    """The answer of the deed, now or from the time it was done.

    Raises what `decide` raises, and Conflict when others keep getting there first.
    """
    key = f"{method}:{request_id}" if request_id is not None else None
    stored = world.reads.answer(key) if key is not None else None
    if stored is not None:
        return json.loads(stored)
    for _ in range(_TRIES):
        now = world.clock.now()
        deed = decide(now)
        try:
            return _commit(world, method, key, deed, now)
        except AlreadyDone as done:
            return json.loads(done.answer)
        except RecheckFailed:
            continue  # somebody was faster: the next round decides on the rows as they are now, and refuses if it must
    raise Conflict("others were faster: the rows changed each time they were about to be written")


def _commit(world: World, method: str, key: str | None, deed: Deed, now: datetime) -> Shape:
    told: list[Shape] = []

    def answer(made: Committed) -> bytes:
        told.append(deed.answer(made))
        return json.dumps(told[-1], ensure_ascii=False, separators=(",", ":")).encode()

    audit = AuditTurn(AUDIT_SESSION, now, slots=json.dumps(deed.subject or {}), action=method, result="ok")
    made = world.ledger.commit((*deed.writes, audit), now, recheck=deed.recheck, request_id=key, answer=answer if key is not None else None)
    return told[-1] if told else deed.answer(made)


def find_services(world: World, ids: Sequence[Id]) -> tuple[Service, ...]:
    """The active services of these ids in this order. Raises NotFound("servizi")."""
    known = {str(service.id): service for service in world.reads.services()}
    if any(str(servizio_id) not in known for servizio_id in ids):
        raise NotFound("servizi")
    return tuple(known[str(servizio_id)] for servizio_id in ids)


def find_service(world: World, servizio_id: Id) -> Service:
    """The active service of this id. Raises NotFound("servizio_id")."""
    for service in world.reads.services():
        if str(service.id) == str(servizio_id):
            return service
    raise NotFound("servizio_id")


def find_operator(world: World, operatore_id: Id | None, what: str = "operatore_id") -> Operator | None:
    """The active operator of this id, None for None. Raises NotFound(what)."""
    if operatore_id is None:
        return None
    for operator in world.reads.operators():
        if str(operator.id) == str(operatore_id):
            return operator
    raise NotFound(what)
