"""A business in a file of either kind, for the tests: the store, its clock, and the ids of the demo's people and things by name."""

import time
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pipeline.model.business import Client, Id, Operator, Service
from pipeline.model.calendar import PlannedRow, Refusal
from pipeline.model.session import Dialogue, Exchange, Session, Slots
from pipeline.model.writes import AuditTurn, BookSlot, Committed, PricedRow, SaveSession, Write
from pipeline.ports import Reads, Recheck
from store import Store, open_store
from tests.store.desktop import make_desktop_file

NOW = datetime(2026, 3, 10, 9, 0)
"""A Tuesday."""
THURSDAY = date(2026, 3, 12)
Kind = Literal["own", "desktop"]


@dataclass
class FrozenClock:
    """A clock that stands still until a test moves it."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass
class Shop:
    """The demo business behind the ports."""

    store: Store
    path: Path
    kind: Kind
    clock: FrozenClock = field(default_factory=FrozenClock)

    def client(self, nome: str, cognome: str) -> Client:
        return self.store.reads.clients_by_name(nome, cognome).exact[0]

    def service(self, nome: str) -> Service:
        return next(service for service in self.store.reads.services() if service.nome == nome)

    def operator(self, nome: str) -> Operator:
        return next(operator for operator in self.store.reads.operators() if operator.nome == nome)

    def rows(self, start: datetime, *names: str) -> tuple[PricedRow, ...]:
        """The rows of a visit: these services one after the other."""
        made: list[PricedRow] = []
        for name in names:
            service = self.service(name)
            end = start + timedelta(minutes=service.durata)
            price = service.prezzo or Decimal(0)
            made.append(PricedRow(PlannedRow(service.id, start, end, service.durata), price, Decimal(0), price))
            start = end + timedelta(minutes=service.buffer)
        return tuple(made)

    def visit(self, start: datetime, *names: str, code: str = "AB12CD", nome: str = "Sara", cliente_id: Id | None = None) -> BookSlot:
        """A visit of Anna De Luca (or of that client)."""
        whose = self.client("Anna", "De Luca").id if cliente_id is None else cliente_id
        return BookSlot(whose, self.rows(start, *names), self.operator(nome).id, code)

    def commit(self, *writes: Write) -> Committed:
        return self.store.ledger.commit(writes, self.clock.at)

    def session(self, name: str = "s1", cliente_id: Id | None = None, slots: Slots | None = None) -> Session:
        at = self.clock.at
        dialogue = Dialogue(slots=slots or Slots())
        return Session(name, at, at, at + timedelta(minutes=10), cliente_id=cliente_id, dialogue=dialogue)

    def talk(self, name: str, user: str, response: str = "Va bene.", cliente_id: Id | None = None) -> Committed:
        """A turn that changes nothing but the session and its audit."""
        session = replace(self.session(name, cliente_id), history=(Exchange(user, response),))
        return self.commit(SaveSession(session), AuditTurn(name, self.clock.at, user, response=response))

    def close(self) -> None:
        self.store.close()


def taken(start: datetime) -> Refusal:
    """What a recheck answers when the slot is gone."""
    return Refusal("conflitto", (("ora", start.strftime("%H:%M")),))


def free_at(start: datetime, operator: Id) -> Recheck:
    """A recheck: refuses when that operator is busy at that minute."""

    def recheck(reads: Reads) -> Refusal | None:
        calendar = reads.calendar(start.date(), start.date(), NOW)
        minute = start.hour * 60 + start.minute
        busy = [row for row in calendar.busy if row.operatore_id == operator and row.start <= minute < row.end]
        return taken(start) if busy else None

    return recheck


def open_shop(folder: Path, kind: Kind, **options: bool) -> Shop:
    """A fresh file of that kind with the demo business in it."""
    path, clock = folder / "dati" / "fluxion.db", FrozenClock()
    if kind == "desktop":
        make_desktop_file(path, NOW, **options)
    store = open_store(path, clock=clock, create=kind == "own", audio_dir=folder / "audio", data_dir=folder / "dati")
    store.warm_up()
    if kind == "own":
        store.fill_demo(NOW)
    return Shop(store, path, kind, clock)
