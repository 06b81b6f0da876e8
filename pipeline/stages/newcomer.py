"""A client registered in this turn: known to the flow before the row is there, written in the turn's one transaction.

Called by `pipeline.turn` between the decision and the close. Until the commit the client goes by PLACE, an id no file holds; the ledger
gives the real one to whatever names no client, and the answer is told it afterwards (specification 9).
"""

from dataclasses import replace
from typing import Any, Final, cast

from pipeline.flows.registration import newcomer
from pipeline.model.business import Client, Id
from pipeline.model.meanings import Registered
from pipeline.model.session import Session
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import Committed, CreateClient, Write
from pipeline.ports import Reads, World
from pipeline.stages.flow import flow

PLACE: Final = "nuovo cliente"


class _WithNewcomer:
    """Reads that know one client more; everything else is asked of the file."""

    def __init__(self, reads: Reads, client: Client) -> None:
        self._reads, self._client = reads, client

    def client(self, cliente_id: Id) -> Client | None:
        return self._client if cliente_id == PLACE else self._reads.client(cliente_id)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reads, name)


def introduced(turn: Turn, world: World) -> Turn:
    """The turn with the registered client among its writes and the flow gone on; the same turn where nobody is to be registered."""
    row = None if turn.settled else newcomer(turn)
    if row is None:
        return turn
    turn = turn.writing(row).with_slots(cliente_id=PLACE).with_dialogue(proof="second", memo=())  # all his card holds he has told himself
    turn = replace(turn, session=replace(turn.session, cliente_id=PLACE))
    turn = replace(turn.saying(Registered(row.nome)), actions=(*turn.actions, Action("cliente_creato", (PLACE,))))
    return flow(turn, replace(world, reads=cast("Reads", _WithNewcomer(world.reads, _client(row)))))


def nameless(session: Session) -> Session:
    """The session as it is handed to the ledger, which fills in the client that the commit makes."""
    slots = session.dialogue.slots
    if slots.cliente_id == PLACE:
        session = replace(session, dialogue=replace(session.dialogue, slots=replace(slots, cliente_id=None)))
    return replace(session, cliente_id=None) if session.cliente_id == PLACE else session


def addressed(writes: tuple[Write, ...]) -> tuple[Write, ...]:
    """The writes as the ledger takes them: what belongs to the newcomer names no client."""
    return tuple(replace(cast("Any", write), cliente_id=None) if getattr(write, "cliente_id", None) == PLACE else write for write in writes)


def known(turn: Turn, committed: Committed) -> Turn:
    """The turn with the newcomer's real id, as the answer tells it."""
    if not committed.clients or turn.session.cliente_id != PLACE:
        return turn
    cliente_id = committed.clients[-1]
    turn = replace(turn, session=replace(turn.session, cliente_id=cliente_id))
    if turn.slots.cliente_id == PLACE:
        turn = turn.with_slots(cliente_id=cliente_id)
    return replace(turn, actions=tuple(replace(a, ids=(cliente_id,)) if a.ids == (PLACE,) else a for a in turn.actions))


def _client(row: CreateClient) -> Client:
    return Client(
        PLACE, row.nome, row.cognome, row.telefono, email=row.email, data_nascita=row.data_nascita, voice_consent=row.voice_consent,
        note=row.note, workspace_id=row.workspace_id,
    )  # fmt: skip
