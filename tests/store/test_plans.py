"""No statement of a turn scans a table that grows."""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.model.writes import (
    AckMessage,
    AddToWaitlist,
    AuditTurn,
    BookSlot,
    CancelBooking,
    ChangeBooking,
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
)  # fmt: skip
from store import open_store
from tests.store.raw import sql
from tests.store.shop import NOW, THURSDAY, FrozenClock, Kind, Shop, open_shop

FOUR = datetime.combine(THURSDAY, time(16))
GROWING = (
    "appuntamenti", "clienti", "voice_sessions", "voice_audit_log", "whatsapp_outbox", "secure_tokens", "waitlist", "sidecar_waitlist",
    "sidecar_answers", "sidecar_handoffs", "sidecar_unanswered", "operatori_assenze", "voice_agent_stats", "carrello",
)  # fmt: skip


def everything_a_turn_may_do(shop: Shop) -> None:
    """Every question of the port Reads and every kind of write, once."""
    reads, anna, sara = shop.store.reads, shop.client("Anna", "De Luca").id, shop.operator("Sara").id
    piega = shop.service("Piega").id
    at = NOW
    made = shop.store.ledger.commit(
        [
            CreateClient("Irene", "Sartori", "3391234567"), BookSlot(None, shop.rows(FOUR, "Piega", "Colore"), sara, "PLAN11"),
            SaveSession(shop.session()), AuditTurn("s1", at, "ciao"), CountCall(at.date(), chiamate=1, costo_modello=Decimal("0.1")),
            HoldSlot("s1", THURSDAY, 960, 990, (piega,), sara, at + timedelta(minutes=5)), RecordUnanswered("?", "it", "s1", at),
            QueueMessage("m1", "340", "booking_confirmation", (("nome", "A"),), of_booking=True), AddToWaitlist(anna, piega, THURSDAY),
            StoreToken("d", anna, "default", "cart", at + timedelta(hours=1)), RequestHandoff("s1", "r", "s"),
            RecordConsent(anna, True, "1"),
        ],
        at, lambda inside: inside.calendar(THURSDAY, THURSDAY, at) and None, "r1", lambda committed: b"{}",
    )  # fmt: skip
    ids, client = made.bookings[0], made.clients[0]
    shop.commit(ChangeBooking(ids, client, shop.rows(FOUR, "Piega"), sara, "PLAN11"), AckMessage("m1", "sent"), ReleaseHold("s1"))
    shop.commit(CancelBooking(ids[:1]), MarkWaitlist(made.waitlist[0], "NOTIFIED"))
    asked: list[object] = [
        reads.booking(ids[0]), reads.bookings_of(client, at), reads.bookings_of(client), reads.calendar(THURSDAY, THURSDAY, at),
        reads.session("s1"), reads.answer("r1"), reads.client(anna), reads.clients_by_name("Kiara", "Lombardo"), reads.discount(anna),
        reads.clients_by_phone("3401112233"), reads.waitlist(THURSDAY, piega), reads.waitlist(), reads.messages(), reads.token("d"),
        reads.live_token(anna, "default", "cart", at), reads.cart(anna), reads.categories(), reads.products(), reads.holidays(2026),
    ]  # fmt: skip
    assert len(asked) == 19
    shop.store.knows("PLAN11")


def crowd(path: Path, kind: Kind, people: int) -> None:
    """Adds that many clients as another program would."""
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
    row_id = "'c' || i" if kind == "desktop" else "1000 + i"
    cells = f"{row_id}, 'Nome' || i, 'Cognome' || i, 333000000 + i"
    sql(path, f"{numbers} INSERT INTO clienti (id, nome, cognome, telefono) SELECT {cells} FROM n", people)


@pytest.mark.parametrize("kind", ["own", "desktop"])
@pytest.mark.parametrize("people", [1, 2500])
def test_no_statement_of_a_turn_scans_a_table_that_grows(tmp_path: Path, kind: Kind, people: int) -> None:
    first = open_shop(tmp_path, kind)
    first.close()
    crowd(first.path, kind, people)
    statements: set[str] = set()
    store = open_store(first.path, clock=FrozenClock(), create=False, trace=statements.add)
    store.reads.clients_by_name("Anna", "De Luca")
    statements.clear()
    everything_a_turn_may_do(Shop(store, first.path, kind))
    store.close()
    assert len(statements) > 50
    assert [(statement, line) for statement in sorted(statements) for line in plan(first.path, statement)] == []


def plan(path: Path, statement: str) -> list[str]:
    """The lines of a statement's plan in which a growing table is gone through from end to end."""
    if not re.match(r"(SELECT|INSERT|UPDATE|DELETE)", statement) or "/* people index */" in statement:
        return []
    if statement in ("SELECT count(*) FROM clienti", "SELECT max(rowid) FROM clienti"):
        return []
    lines = [str(row[3]) for row in sql(path, f"EXPLAIN QUERY PLAN {statement}", *[1] * holes(statement))]
    aliases = {"a": "appuntamenti", "c": "carrello"}
    named = [(line, re.match(r"SCAN (\w+)(?! USING (COVERING )?INDEX sidecar_ix_clienti_updated_at)", line)) for line in lines]
    return [line for line, found in named if found and aliases.get(found[1], found[1]) in GROWING]


def holes(statement: str) -> int:
    """How many values a statement takes."""
    numbered = [int(number) for number in re.findall(r"\?(\d+)", statement)]
    return max(numbered) if numbered else statement.count("?")
