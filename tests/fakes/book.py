"""The rows of an invented business held in memory, and how the fake ledger changes them.

Used by `tests.fakes.memory`. One `Book` value is the whole file: a commit makes a new one or leaves the old one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from pipeline.model.business import BookedService, Booking, Client, Id, Operator, Service, Settings
from pipeline.model.calendar import Absence, Block, Hold, Hours
from pipeline.model.errors import NotFound
from pipeline.model.session import Session
from pipeline.model.writes import (
    AckMessage,
    AddToWaitlist,
    AuditTurn,
    BookSlot,
    CancelBooking,
    ChangeBooking,
    CreateClient,
    HoldSlot,
    MarkWaitlist,
    Message,
    PricedRow,
    QueueMessage,
    RecordConsent,
    ReleaseHold,
    SaveSession,
    WaitlistEntry,
    Write,
)

SCORES = {"VIP": 100, "HIGH": 50, "NORMAL": 0}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of `appuntamenti`."""

    id: int
    cliente_id: Id
    servizio_id: Id
    operatore_id: Id | None
    inizio: datetime
    fine: datetime
    durata: int
    stato: str
    prezzo: PricedRow | None
    note: str | None
    code: str | None
    fonte: str = "voice"
    whatsapp_confirmed: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the file holds; lists are tuples so that an undone commit leaves no trace."""

    settings: Settings = field(default_factory=Settings)
    services: tuple[Service, ...] = ()
    operators: tuple[Operator, ...] = ()
    hours: tuple[Hours, ...] = ()
    holidays: tuple[tuple[date, str], ...] = ()
    absences: tuple[Absence, ...] = ()
    blocks: tuple[Block, ...] = ()
    clients: tuple[Client, ...] = ()
    lines: tuple[Line, ...] = ()
    waitlist: tuple[WaitlistEntry, ...] = ()
    holds: tuple[tuple[Hold, datetime], ...] = ()
    sessions: tuple[Session, ...] = ()
    audit: tuple[AuditTurn, ...] = ()
    messages: tuple[Message, ...] = ()
    acked: tuple[AckMessage, ...] = ()
    others: tuple[Write, ...] = ()
    """Writes that no question of the fake reads back."""

    def booking(self, row_id: Id) -> Booking | None:
        """The visit that this row belongs to."""
        line = next((one for one in self.lines if str(one.id) == str(row_id) and not one.deleted), None)
        if line is None:
            return None
        rows = [one for one in self.lines if not one.deleted and (one.id == line.id or (line.code and one.code == line.code))]
        rows.sort(key=lambda one: (one.inizio, one.id))
        names = {service.id: service.nome for service in self.services}
        return Booking(
            id=rows[0].id,
            ids=tuple(one.id for one in rows),
            cliente_id=line.cliente_id,
            services=tuple(
                BookedService(one.servizio_id, names.get(one.servizio_id, ""), one.durata, one.prezzo.prezzo_finale if one.prezzo else None)
                for one in rows
            ),
            inizio=rows[0].inizio,
            fine=rows[-1].fine,
            stato=rows[0].stato,
            operatore_id=rows[0].operatore_id,
            confirmation_code=line.code,
            note=rows[0].note,
            whatsapp_confirmed=rows[0].whatsapp_confirmed,
        )


@dataclass(slots=True)
class Made:
    """The ids of one commit while it is carried out."""

    clients: list[Id] = field(default_factory=list[Id])
    bookings: list[tuple[Id, ...]] = field(default_factory=list[tuple[Id, ...]])
    waitlist: list[Id] = field(default_factory=list[Id])
    messages: list[str] = field(default_factory=list[str])


def carry_out(book: Book, write: Write, at: datetime, made: Made) -> Book:
    """The file after this write."""
    change: Callable[[Book, Write, datetime, Made], Book] | None = _CHANGES.get(type(write))
    return change(book, write, at, made) if change else replace(book, others=(*book.others, write))


def _create(book: Book, write: CreateClient, at: datetime, made: Made) -> Book:
    number = 1 + max((int(client.id) for client in book.clients), default=0)
    made.clients.append(number)
    client = Client(
        number,
        write.nome,
        write.cognome,
        write.telefono,
        email=write.email,
        data_nascita=write.data_nascita,
        voice_consent=write.voice_consent,
        note=write.note,
    )
    return replace(book, clients=(*book.clients, client))


def _consent(book: Book, write: RecordConsent, at: datetime, made: Made) -> Book:
    clients = tuple(replace(one, voice_consent=write.given) if one.id == write.cliente_id else one for one in book.clients)
    return replace(book, clients=clients)


def _book(book: Book, write: BookSlot, at: datetime, made: Made) -> Book:
    client = made.clients[-1] if write.cliente_id is None else write.cliente_id
    lines = [_line(book, offset, row, client, write) for offset, row in enumerate(write.rows)]
    made.bookings.append(tuple(line.id for line in lines))
    return replace(book, lines=(*book.lines, *lines))


def _line(book: Book, offset: int, priced: PricedRow, cliente_id: Id, write: BookSlot | ChangeBooking) -> Line:
    number = 1 + offset + max((line.id for line in book.lines), default=0)
    row = priced.row
    fonte = write.fonte if isinstance(write, BookSlot) else "voice"
    return Line(
        number,
        cliente_id,
        row.servizio_id,
        write.operatore_id,
        row.inizio,
        row.fine,
        row.durata,
        "confermato",
        priced,
        write.note,
        write.code,
        fonte,
    )


def _change(book: Book, write: ChangeBooking, at: datetime, made: Made) -> Book:
    old = {line.id: line for line in book.lines}
    stored = [old[int(row_id)] for row_id in write.ids]
    ids: list[int] = []
    for offset, priced in enumerate(write.rows):
        line = _line(book, offset - len(stored), priced, write.cliente_id, write)
        if offset < len(stored):
            note = stored[offset].note if write.note is None else write.note
            line = replace(line, id=stored[offset].id, note=note, stato=stored[offset].stato, fonte=stored[offset].fonte)
        old[line.id] = line
        ids.append(line.id)
    for line in stored[len(write.rows) :]:
        old[line.id] = replace(line, stato="cancellato", deleted=True)
    made.bookings.append(tuple(ids))
    return replace(book, lines=tuple(old.values()))


def _cancel(book: Book, write: CancelBooking, at: datetime, made: Made) -> Book:
    gone = {str(row_id) for row_id in write.ids}
    lines = tuple(replace(line, stato="cancellato") if str(line.id) in gone else line for line in book.lines)
    return replace(book, lines=lines)


def _wait(book: Book, write: AddToWaitlist, at: datetime, made: Made) -> Book:
    number = 1 + len(book.waitlist)
    made.waitlist.append(number)
    entry = WaitlistEntry(
        number,
        write.cliente_id,
        write.servizio_id,
        write.data_preferita,
        write.ora_preferita,
        write.operatore_preferito_id,
        write.priorita,
        SCORES[write.priorita],
        "WAITING",
        at,
        at + timedelta(days=30),
    )
    return replace(book, waitlist=(*book.waitlist, entry))


def _mark(book: Book, write: MarkWaitlist, at: datetime, made: Made) -> Book:
    entries = tuple(replace(one, status=write.status) if one.id == write.waitlist_id else one for one in book.waitlist)
    return replace(book, waitlist=entries)


def _queue(book: Book, write: QueueMessage, at: datetime, made: Made) -> Book:
    if any(one.message_id == write.message_id for one in book.messages):
        return book
    booking = made.bookings[-1][0] if write.of_booking and made.bookings else write.appuntamento_id
    made.messages.append(write.message_id)
    message = Message(write.message_id, write.to, write.template, write.params, booking, write.cliente_id, 0, at)
    return replace(book, messages=(*book.messages, message))


def _ack(book: Book, write: AckMessage, at: datetime, made: Made) -> Book:
    message = next((one for one in book.messages if one.message_id == write.message_id), None)
    if message is None:
        raise NotFound("message_id")
    booking = book.booking(message.appuntamento_id) if message.appuntamento_id is not None else None
    told = booking.ids if booking and write.status == "sent" else ()
    lines = tuple(replace(line, whatsapp_confirmed=True) if line.id in told else line for line in book.lines)
    return replace(book, lines=lines, acked=(*book.acked, write))


def _hold(book: Book, write: HoldSlot, at: datetime, made: Made) -> Book:
    hold = Hold(write.session_id, write.day, write.start, write.end, write.services, write.operatore_id)
    others = tuple(one for one in book.holds if one[0].session_id != write.session_id)
    return replace(book, holds=(*others, (hold, write.expires_at)))


def _release(book: Book, write: ReleaseHold, at: datetime, made: Made) -> Book:
    return replace(book, holds=tuple(one for one in book.holds if one[0].session_id != write.session_id))


def _save(book: Book, write: SaveSession, at: datetime, made: Made) -> Book:
    others = tuple(one for one in book.sessions if one.id != write.session.id)
    return replace(book, sessions=(*others, write.session))


def _audit(book: Book, write: AuditTurn, at: datetime, made: Made) -> Book:
    return replace(book, audit=(*book.audit, write))


# Each function takes the write of its key: a table instead of eleven branches.
_CHANGES: dict[type, Callable[..., Book]] = {
    CreateClient: _create,
    RecordConsent: _consent,
    BookSlot: _book,
    ChangeBooking: _change,
    CancelBooking: _cancel,
    AddToWaitlist: _wait,
    MarkWaitlist: _mark,
    QueueMessage: _queue,
    AckMessage: _ack,
    HoldSlot: _hold,
    ReleaseHold: _release,
    SaveSession: _save,
    AuditTurn: _audit,
}
