"""The port `Ledger`: the one door through which a turn or a method writes. One BEGIN IMMEDIATE; all of it or nothing.

Made by `store.open_store`; calls the `write_*` modules. Knows no rule: whether the commit may stand is judged by the `recheck` handed in.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from pipeline.model.session import Session
from pipeline.model.writes import (
    AckMessage,
    AddToWaitlist,
    AuditTurn,
    BookSlot,
    CancelBooking,
    ChangeBooking,
    ChangeCart,
    Committed,
    CountCall,
    CreateClient,
    HoldSlot,
    MarkWaitlist,
    QueueMessage,
    RecordConsent,
    RecordUnanswered,
    ReleaseHold,
    RequestHandoff,
    SaveSession,
    StoreToken,
    Write,
)  # fmt: skip
from pipeline.ports import AlreadyDone, Answer, Recheck, RecheckFailed
from store import kept, write_bookings, write_calls, write_messages, write_people
from store.door import Door
from store.draft import Draft
from store.pii import LentPeople
from store.reads import SqliteReads
from store.veil import SessionVeil, veiled_answer


class SqliteLedger:
    """Commits to the file. Safe to use from many threads; commits of all processes are serialised by SQLite."""

    def __init__(self, door: Door, reads: SqliteReads, lent: LentPeople, veil: SessionVeil) -> None:
        self._door = door
        self._lent = lent
        self._reads = reads
        self._veil = veil

    def commit(
        self,
        writes: Sequence[Write],
        at: datetime,
        recheck: Recheck | None = None,
        request_id: str | None = None,
        answer: Answer | None = None,
    ) -> Committed:
        """Carries out all writes in one transaction.

        Raises RecheckFailed (nothing was written), AlreadyDone when another commit has answered this request, NotFound for a row that is
        not there, PiiEncrypted, and Unavailable("database") after at most 2 s for a lock.
        """
        with self._door.writing() as conn:
            self._refuse_repetition(request_id)
            refusal = recheck(self._reads) if recheck is not None else None
            if refusal is not None:
                raise RecheckFailed(refusal)
            draft = Draft(conn, self._door.schema, at, self._reads.catalog().marked_encrypted, self._lent.people)
            saved = _carry_out(draft, writes)
            kept.prove(conn, draft.visits, draft.clients)
            made = Committed(tuple(draft.clients), tuple(draft.bookings), tuple(draft.waitlist), tuple(draft.messages))
            said = answer(made) if request_id is not None and answer is not None else None
            if said is not None:
                self._keep_answer(draft, str(request_id), said, saved)
        if draft.hidden:
            for session in saved:
                self._veil.remember(session)
            if said is not None:
                self._veil.remember_answer(str(request_id), said)
        return made

    def _keep_answer(self, draft: Draft, request_id: str, said: bytes, saved: Sequence[Session]) -> None:
        stored = veiled_answer(said, saved, self._lent.people()) if draft.hidden else said
        draft.run("INSERT INTO sidecar_answers (request_id, answer, created_at) VALUES (?, ?, ?)", (request_id, stored, draft.now))

    def _refuse_repetition(self, request_id: str | None) -> None:
        stored = self._reads.answer(request_id) if request_id is not None else None
        if stored is not None:
            raise AlreadyDone(stored)


def _carry_out(draft: Draft, writes: Sequence[Write]) -> list[Session]:
    """All the writes; sessions and audit last, when every id of the commit is known. The sessions as saved."""
    saved: list[Session] = []
    for write in writes:
        if not isinstance(write, (SaveSession, AuditTurn)):
            _business(draft, write)
    saved += [write_calls.save(draft, write) for write in writes if isinstance(write, SaveSession)]
    for write in writes:
        if isinstance(write, AuditTurn):
            write_calls.audit(draft, write)
    return saved


_Business = (
    CreateClient | RecordConsent | BookSlot | ChangeBooking | CancelBooking | AddToWaitlist | MarkWaitlist | QueueMessage | AckMessage
    | HoldSlot | ReleaseHold | CountCall | RecordUnanswered | ChangeCart | StoreToken | RequestHandoff
)  # fmt: skip
_Calls = HoldSlot | ReleaseHold | CountCall | RecordUnanswered | RequestHandoff


def _business(draft: Draft, write: _Business) -> None:
    match write:
        case BookSlot():
            write_bookings.book(draft, write)
        case ChangeBooking():
            write_bookings.change(draft, write)
        case CancelBooking():
            write_bookings.cancel(draft, write)
        case CreateClient() | RecordConsent() | ChangeCart() | StoreToken():
            _people(draft, write)
        case AddToWaitlist() | MarkWaitlist() | QueueMessage() | AckMessage():
            _messages(draft, write)
        case HoldSlot() | ReleaseHold() | CountCall() | RecordUnanswered() | RequestHandoff():
            _calls(draft, write)
        case _:
            assert_never(write)


def _people(draft: Draft, write: CreateClient | RecordConsent | ChangeCart | StoreToken) -> None:
    match write:
        case CreateClient():
            write_people.create(draft, write)
        case RecordConsent():
            write_people.consent(draft, write)
        case ChangeCart():
            write_people.cart(draft, write)
        case StoreToken():
            write_people.link(draft, write)
        case _:
            assert_never(write)


def _messages(draft: Draft, write: AddToWaitlist | MarkWaitlist | QueueMessage | AckMessage) -> None:
    match write:
        case AddToWaitlist():
            write_messages.wait(draft, write)
        case MarkWaitlist():
            write_messages.mark(draft, write)
        case QueueMessage():
            write_messages.queue(draft, write)
        case AckMessage():
            write_messages.acknowledge(draft, write)
        case _:
            assert_never(write)


def _calls(draft: Draft, write: _Calls) -> None:
    match write:
        case HoldSlot():
            write_calls.hold(draft, write)
        case ReleaseHold():
            write_calls.release(draft, write)
        case CountCall():
            write_calls.count(draft, write)
        case RecordUnanswered():
            write_calls.unanswered(draft, write)
        case RequestHandoff():
            write_calls.handoff(draft, write)
        case _:
            assert_never(write)
