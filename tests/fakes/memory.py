"""The ports in memory: a `World` whose file is one `Book`, for tests that need rows but no SQLite.

`world_of(book, now=...)` gives a World and the Memory behind it. Faithful to `pipeline.ports`: one commit is all or nothing, the
recheck and the answer see what the commit has written so far, a repeated request raises AlreadyDone.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal

from pipeline.model.business import FREE_STATES, Booking, Client, Id, Lexicon, Operator, Service, Settings
from pipeline.model.calendar import Busy, Calendar
from pipeline.model.errors import NotFound, PiiEncrypted, Unavailable
from pipeline.model.session import Session
from pipeline.model.writes import Committed, Message, WaitlistEntry, Write
from pipeline.ports import AlreadyDone, Answer, People, Recheck, RecheckFailed, Row, World
from pipeline.rules.phone import same_phone
from tests.fakes.book import Book, Line, Made, carry_out
from tests.fakes.machine import CountingIds, FrozenClock, Mute


@dataclass
class Memory:
    """Reads, Ledger and Archive over one Book; `before_commit` lets a test write in between, `broken` takes the file away."""

    book: Book
    clock: "FrozenClock"
    answers: dict[str, bytes] = field(default_factory=dict[str, bytes])
    before_commit: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])
    broken: bool = False
    hidden: bool = False
    """The file is encrypted and no index was given."""
    lent: tuple[Client, ...] = ()

    def _open(self) -> Book:
        if self.broken:
            raise Unavailable("database")
        return self.book

    def settings(self) -> Settings:
        return self._open().settings

    def last_settings(self) -> Settings:
        return self.book.settings

    def last_lexicon(self) -> Lexicon:
        return lexicon_of(self.book)

    def lexicon(self) -> Lexicon:
        return lexicon_of(self._open())

    def services(self) -> tuple[Service, ...]:
        return self._open().services

    def operators(self) -> tuple[Operator, ...]:
        return self._open().operators

    def session(self, session_id: str) -> Session | None:
        return next((one for one in self._open().sessions if one.id == session_id), None)

    def answer(self, request_id: str) -> bytes | None:
        self._open()
        return self.answers.get(request_id)

    def client(self, cliente_id: Id) -> Client | None:
        return next((one for one in self._open().clients if str(one.id) == str(cliente_id)), None)

    def clients_by_phone(self, telefono: str) -> tuple[Client, ...]:
        self._refuse_hidden()
        return tuple(one for one in self._open().clients if same_phone(one.telefono, telefono))

    def clients_by_name(self, nome: str | None, cognome: str | None) -> People:
        self._refuse_hidden()
        found = tuple(
            one
            for one in self._open().clients
            if (nome is None or nome.lower() in (one.nome.lower(), (one.soprannome or "").lower()))
            and (cognome is None or one.cognome.lower() == cognome.lower())
        )
        return People(exact=found)

    def booking(self, appuntamento_id: Id) -> Booking | None:
        return self._open().booking(appuntamento_id)

    def bookings_of(self, cliente_id: Id, since: datetime | None = None, limit: int = 50) -> tuple[Booking, ...]:
        visits = [one for one in self._visits() if str(one.cliente_id) == str(cliente_id)]
        if since is None:
            return tuple(sorted(visits, key=lambda one: one.inizio, reverse=True)[:limit])
        return tuple(one for one in visits if one.live and one.inizio >= since)[:limit]

    def calendar(self, first: date, last: date, now: datetime) -> Calendar:
        book = self._open()
        return Calendar(
            now=now,
            first=first,
            last=last,
            slot_minutes=book.settings.durata_slot_minuti,
            min_notice=book.settings.min_anticipo_minuti,
            max_days=book.settings.max_anticipo_giorni,
            hours=book.hours,
            operators=book.operators,
            services=book.services,
            holidays=tuple((day, name) for day, name in book.holidays if first <= day <= last),
            absences=book.absences,
            blocks=book.blocks,
            busy=tuple(busy_of(book, line) for line in book.lines if line.stato not in FREE_STATES and first <= line.inizio.date() <= last),
            holds=tuple(hold for hold, expires in book.holds if expires > now and first <= hold.day <= last),
        )

    def holidays(self, year: int) -> tuple[tuple[date, str], ...]:
        return tuple((day, name) for day, name in self._open().holidays if day.year == year)

    def waitlist(self, data: date | None = None, servizio_id: Id | None = None) -> tuple[WaitlistEntry, ...]:
        found = [
            one
            for one in self._open().waitlist
            if one.status == "WAITING"
            and one.expires_at > self.clock.now()
            and data in (None, one.data_preferita)
            and (servizio_id is None or str(one.servizio_id) == str(servizio_id))
        ]
        return tuple(sorted(found, key=lambda one: (-one.priorita_score, one.created_at, one.id)))

    def categories(self, workspace_id: str = "default") -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.categoria for one in self._open().services if one.categoria))

    def products(self, workspace_id: str = "default") -> tuple[Row, ...]:
        return ()

    def services_of(self, workspace_id: str) -> tuple[Service, ...]:
        return self._open().services if workspace_id == "default" else ()

    def discount(self, cliente_id: Id, workspace_id: str = "default") -> Decimal | None:
        client = self.client(cliente_id)
        return client.sconto if client else None

    def cart(self, cliente_id: Id, workspace_id: str = "default") -> tuple[Row, ...]:
        return ()

    def token(self, digest: str) -> Row | None:
        return None

    def live_token(self, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> Row | None:
        return None

    def messages(self) -> tuple[Message, ...]:
        sent = {ack.message_id for ack in self._open().acked if ack.status == "sent"}
        return tuple(one for one in self.book.messages if one.message_id not in sent)

    def encrypted(self) -> bool:
        return self.hidden and not self.lent

    def commit(
        self,
        writes: Sequence[Write],
        at: datetime,
        recheck: Recheck | None = None,
        request_id: str | None = None,
        answer: Answer | None = None,
    ) -> Committed:
        for meanwhile in self.before_commit:
            meanwhile()
        self._open()
        if request_id is not None and request_id in self.answers:
            raise AlreadyDone(self.answers[request_id])
        refusal = recheck(self) if recheck else None
        if refusal is not None:
            raise RecheckFailed(refusal)
        before, made = self.book, Made()
        try:
            for write in writes:
                self.book = carry_out(self.book, write, at, made)
            committed = Committed(tuple(made.clients), tuple(made.bookings), tuple(made.waitlist), tuple(made.messages))
            if request_id is not None and answer is not None:
                self.answers[request_id] = answer(committed)
        except Exception:
            self.book = before
            raise
        return committed

    def search_clients(self, nome: str | None, telefono: str | None, query: str | None, limit: int) -> tuple[int, tuple[Client, ...]]:
        self._refuse_hidden()
        found = [
            one
            for one in self._open().clients
            if (nome is None or nome.lower() in f"{one.nome} {one.cognome}".lower())
            and (telefono is None or same_phone(one.telefono, telefono))
            and (query is None or query.lower() in f"{one.nome} {one.cognome} {one.telefono}".lower())
        ]
        return len(found), tuple(found[:limit])

    def bookings(
        self, cliente_id: Id | None, first: date | None, last: date | None, stato: str | None, limit: int, offset: int
    ) -> tuple[tuple[Booking, ...], bool]:
        found = [
            one
            for one in self._visits()
            if (cliente_id is None or str(one.cliente_id) == str(cliente_id))
            and (first is None or one.inizio.date() >= first)
            and (last is None or one.inizio.date() <= last)
            and (stato is None or one.stato.lower() == stato.lower())
        ]
        return tuple(found[offset : offset + limit]), len(found) > offset + limit

    def services_of_operator(self) -> Mapping[Id, frozenset[Id] | None]:
        return {one.id: one.services for one in self._open().operators}

    def audit(self, session_id: str | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]:
        rows = [{"session_id": one.session_id, "action_taken": one.action} for one in self.book.audit]
        found = [row for row in rows if session_id in (None, row["session_id"])]
        return tuple(found[offset : offset + limit]), len(found) > offset + limit

    def stats(self, first: date | None, last: date | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]:
        return (), False

    def unanswered(self, first: date | None, last: date | None) -> tuple[Row, ...]:
        return ()

    def anonymize(self, days: int, now: datetime) -> Mapping[str, int]:
        return {"days": days}

    def export(self, cliente_id: Id) -> Row:
        client = self.client(cliente_id)
        if client is None:
            raise NotFound("cliente_id")
        return {"nome": client.nome}

    def keep_export(self, data: bytes, name: str) -> str:
        return f"/exports/{name}.json"

    def erase(self, cliente_id: Id, now: datetime, everyday: Collection[str] = ()) -> Mapping[str, int]:
        if self.client(cliente_id) is None:
            raise NotFound("cliente_id")
        return {"clienti": 1}

    def provide_index(self, people: Sequence[Client]) -> int:
        self.lent = tuple(people)
        return len(people)

    def health(self) -> tuple[Literal["ok", "error"], str]:
        return ("error", "gone") if self.broken else ("ok", "")

    def _refuse_hidden(self) -> None:
        if self.encrypted():
            raise PiiEncrypted

    def _visits(self) -> list[Booking]:
        visits = (self.book.booking(line.id) for line in self._open().lines)
        return sorted({one.id: one for one in visits if one is not None}.values(), key=lambda one: (one.inizio, str(one.id)))


def busy_of(book: Book, line: Line) -> Busy:
    """The minutes a row keeps busy: to the later of its end and start + duration + buffer of its service."""
    buffer = next((one.buffer for one in book.services if one.id == line.servizio_id), 0)
    start = line.inizio.hour * 60 + line.inizio.minute
    lasting = (line.fine - line.inizio) // timedelta(minutes=1)
    return Busy(line.id, line.inizio.date(), start, start + max(lasting, line.durata + buffer), line.servizio_id, line.operatore_id)


def lexicon_of(book: Book) -> Lexicon:
    """The words of the business; the hours as given, with breaks cut out of them."""
    days: list[tuple[tuple[time, time], ...]] = []
    for weekday in range(7):
        rows = [row for row in book.hours if row.weekday == weekday and row.operatore_id is None]
        shut = {minute for row in rows if row.pausa for minute in range(row.start, row.end)}
        open_at = sorted({minute for row in rows if not row.pausa for minute in range(row.start, row.end)} - shut)
        starts = [minute for minute in open_at if minute - 1 not in open_at]
        ends = [minute + 1 for minute in open_at if minute + 1 not in open_at]
        days.append(tuple((time(a // 60, a % 60), time(b // 60 % 24, b % 60)) for a, b in zip(starts, ends, strict=True)))
    return Lexicon(book.services, book.operators, tuple(days), settore=book.settings.settore)


def world_of(book: Book, now: datetime, **changed: Any) -> tuple[World, Memory]:
    """A World over this book at this moment, and the memory behind it; any port may be replaced."""
    clock = FrozenClock(now)
    memory, mute = Memory(book, clock), Mute()
    ports: dict[str, Any] = {"model": mute, "recall": mute, "voice": mute, "signer": mute, "ids": CountingIds(), **changed}
    return World(reads=memory, ledger=memory, clock=clock, archive=memory, **ports), memory
