"""The port `Reads` over the open file: every question a turn or a method may ask.

Made by `store.open_store`; safe to use from many threads, each with its own connection. Inside a write transaction of the same thread the
questions are answered on that connection, so a recheck sees what the commit has written. Never writes.
"""

from datetime import date, datetime
from typing import Any

from pipeline.model.business import Booking, Client, Id, Lexicon, Operator, Service, Settings
from pipeline.model.calendar import Calendar
from pipeline.model.errors import PiiEncrypted
from pipeline.model.session import Session
from pipeline.model.writes import Message, WaitlistEntry
from pipeline.ports import People, Row
from store import agenda, bookings, clients, festivi, lists, sessions
from store.catalog import Catalog, CatalogCache
from store.door import Door
from store.namesakes import told_apart
from store.people import PeopleIndex
from store.pii import LentPeople
from store.veil import SessionVeil


class SqliteReads:
    """Questions to the file."""

    def __init__(self, door: Door, lent: LentPeople, people: PeopleIndex, veil: SessionVeil) -> None:
        self._door = door
        self._lent = lent
        self._people = people
        self._veil = veil
        self._cache = CatalogCache(door)

    def last_settings(self) -> Settings:
        """The settings read last, also when the file cannot be read now; the defaults when it never could."""
        return self._cache.last[0].settings if self._cache.last is not None else Settings()

    def last_lexicon(self) -> Lexicon:
        """The words read last, also when the file cannot be read now; none when it never could."""
        return self._cache.last[1] if self._cache.last is not None else Lexicon()

    def catalog(self) -> Catalog:
        """The small tables as the file stands."""
        with self._door.reading() as conn:
            return self._cache.get(conn)[0]

    def settings(self) -> Settings:
        return self.catalog().settings

    def lexicon(self) -> Lexicon:
        with self._door.reading() as conn:
            return self._cache.get(conn)[1]

    def services(self) -> tuple[Service, ...]:
        return self.catalog().services

    def services_of(self, workspace_id: str) -> tuple[Service, ...]:
        return told_apart(tuple(service for workspace, service in self.catalog().by_workspace if workspace == workspace_id))

    def operators(self) -> tuple[Operator, ...]:
        return self.catalog().operators

    def session(self, session_id: str) -> Session | None:
        with self._door.reading() as conn:
            return self._veil.lift(sessions.load(conn, self._door.schema, session_id))

    def answer(self, request_id: str) -> bytes | None:
        with self._door.reading() as conn:
            stored: bytes | None = conn.value("SELECT answer FROM sidecar_answers WHERE request_id = ?", (request_id,))
        return self._veil.answer(request_id, stored)

    def client(self, cliente_id: Id) -> Client | None:
        with self._door.reading() as conn:
            return clients.by_id(conn, cliente_id, self._lent)

    def clients_by_phone(self, telefono: str) -> tuple[Client, ...]:
        self._refuse_if_encrypted()
        with self._door.reading() as conn:
            return self._people.by_phone(conn, telefono)

    def clients_by_name(self, nome: str | None, cognome: str | None) -> People:
        self._refuse_if_encrypted()
        with self._door.reading() as conn:
            return self._people.by_name(conn, nome, cognome)

    def booking(self, appuntamento_id: Id) -> Booking | None:
        with self._door.reading() as conn:
            return bookings.by_id(conn, appuntamento_id)

    def bookings_of(self, cliente_id: Id, since: datetime | None = None, limit: int = 50) -> tuple[Booking, ...]:
        with self._door.reading() as conn:
            return bookings.of_client(conn, cliente_id, since, limit)

    def calendar(self, first: date, last: date, now: datetime) -> Calendar:
        with self._door.snapshot() as conn:
            easter = self._door.schema.kind == "desktop"
            return agenda.read_calendar(conn, self._cache.get(conn)[0], first, last, now, easter)

    def holidays(self, year: int) -> tuple[tuple[date, str], ...]:
        catalog = self.catalog()
        return festivi.between(catalog.holidays, date(year, 1, 1), date(year, 12, 31), self._door.schema.kind == "desktop")

    def waitlist(self, data: date | None = None, servizio_id: Id | None = None) -> tuple[WaitlistEntry, ...]:
        with self._door.reading() as conn:
            return lists.waiting(conn, self._door.schema, self._door.clock.now(), data, servizio_id)

    def categories(self, workspace_id: str = "default") -> tuple[str, ...]:
        with self._door.reading() as conn:
            return lists.categories(conn, self._door.schema, workspace_id)

    def products(self, workspace_id: str = "default") -> tuple[Row, ...]:
        with self._door.reading() as conn:
            return lists.products(conn, self._door.schema, workspace_id)

    def discount(self, cliente_id: Id, workspace_id: str = "default") -> Any:
        with self._door.reading() as conn:
            return lists.discount(conn, cliente_id, workspace_id)

    def cart(self, cliente_id: Id, workspace_id: str = "default") -> tuple[Row, ...]:
        with self._door.reading() as conn:
            return lists.cart(conn, self._door.schema, cliente_id, workspace_id)

    def token(self, digest: str) -> Row | None:
        with self._door.reading() as conn:
            return lists.token(conn, self._door.schema, digest)

    def live_token(self, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> Row | None:
        with self._door.reading() as conn:
            return lists.live_token(conn, self._door.schema, cliente_id, workspace_id, kind, now)

    def messages(self) -> tuple[Message, ...]:
        with self._door.reading() as conn:
            return lists.messages(conn, self._door.schema, self._lent)

    def encrypted(self) -> bool:
        return self.catalog().marked_encrypted and not self._lent

    def prepare(self) -> None:
        """Fills every cache before the first question: the small tables and the index of people."""
        self.lexicon()
        with self._door.reading() as conn:
            self._people.prepare(conn)

    def _refuse_if_encrypted(self) -> None:
        if self.encrypted():
            raise PiiEncrypted
