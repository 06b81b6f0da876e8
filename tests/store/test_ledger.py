"""What every file must keep, whoever made it: the contract of the port Ledger."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from pipeline.model.errors import NotFound, Unavailable
from pipeline.model.session import Dialogue, Exchange, OfferedSlot, Option, Said, Slots, When
from pipeline.model.writes import (
    AckMessage,
    AddToWaitlist,
    AuditTurn,
    BookSlot,
    CancelBooking,
    ChangeBooking,
    CountCall,
    CreateClient,
    MarkWaitlist,
    QueueMessage,
    RecordConsent,
    RecordUnanswered,
    RequestHandoff,
    SaveSession,
)  # fmt: skip
from pipeline.ports import AlreadyDone, RecheckFailed
from store import open_store
from tests.store.raw import everything, holding_the_lock, sql
from tests.store.shop import NOW, THURSDAY, Shop, free_at, taken

FOUR = datetime.combine(THURSDAY, time(16))
NEW = CreateClient("Irene", "Sartori", "3391234567", date(1990, 4, 3), voice_consent=True, voice_consent_version="1")


def confirmation(message_id: str = "m1") -> QueueMessage:
    return QueueMessage(message_id, "3401112233", "booking_confirmation", (("nome", "Anna"), ("ora", "16:00")), of_booking=True)


def test_a_visit_of_two_services_is_two_consecutive_rows(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega")).bookings[0]
    cells = "data_ora_inizio, data_ora_fine, durata_minuti, confirmation_code, fonte_prenotazione"
    rows = [sql(shop.path, f"SELECT {cells} FROM appuntamenti WHERE id = ?", row_id)[0] for row_id in ids]
    assert rows == [
        ("2026-03-12T16:00:00", "2026-03-12T16:45:00", 45, "AB12CD", "voice"),
        ("2026-03-12T16:45:00", "2026-03-12T17:15:00", 30, "AB12CD", "voice"),
    ]


def test_a_state_is_written_as_most_rows_of_the_file_spell_it(shop: Shop) -> None:
    row = shop.commit(shop.visit(FOUR, "Piega")).bookings[0][0]
    most = sql(shop.path, "SELECT stato FROM appuntamenti WHERE lower(stato) = 'confermato' GROUP BY stato ORDER BY count(*) DESC LIMIT 1")
    assert sql(shop.path, "SELECT stato FROM appuntamenti WHERE id = ?", row) == most


def test_every_time_is_local_wall_clock_text(shop: Shop) -> None:
    shop.commit(NEW, BookSlot(None, shop.rows(FOUR, "Piega"), shop.operator("Sara").id, "QQ11"), SaveSession(shop.session()))
    cells = sql(shop.path, "SELECT created_at, updated_at FROM appuntamenti WHERE confirmation_code = 'QQ11'")[0]
    cells += sql(shop.path, "SELECT created_at, updated_at, voice_consent_at FROM clienti WHERE cognome = 'Sartori'")[0]
    assert [cell for cell in cells if not re.fullmatch(r"2026-03-10T09:00:00", cell)] == []


def test_a_new_client_and_the_booking_of_the_same_breath_belong_together(shop: Shop) -> None:
    made = shop.commit(NEW, BookSlot(None, shop.rows(FOUR, "Piega"), shop.operator("Sara").id, "QQ11"), SaveSession(shop.session()))
    booking, session = shop.store.reads.booking(made.bookings[0][0]), shop.store.reads.session("s1")
    assert booking is not None
    assert session is not None
    assert booking.cliente_id == made.clients[0]
    assert (session.cliente_id, session.dialogue.slots.cliente_id) == (made.clients[0], made.clients[0])
    assert session.dialogue.last_booking == booking.id
    assert shop.client("Irene", "Sartori").telefono == "3391234567"


def test_nothing_is_kept_when_the_recheck_refuses(shop: Shop) -> None:
    before = everything(shop.path)
    with pytest.raises(RecheckFailed) as failed:
        shop.store.ledger.commit([NEW, shop.visit(FOUR, "Piega"), confirmation()], NOW, lambda reads: taken(FOUR))
    assert failed.value.refusal == taken(FOUR)
    assert everything(shop.path) == before


def test_nothing_is_kept_when_a_later_write_fails(shop: Shop) -> None:
    before = everything(shop.path)
    with pytest.raises(NotFound):
        shop.commit(NEW, shop.visit(FOUR, "Piega"), SaveSession(shop.session()), CancelBooking(("nessuno",)))
    assert everything(shop.path) == before


def test_the_second_to_come_finds_the_slot_taken(shop: Shop) -> None:
    sara = shop.operator("Sara").id
    shop.store.ledger.commit([shop.visit(FOUR, "Piega", code="FIRST1")], NOW, free_at(FOUR, sara))
    with pytest.raises(RecheckFailed):
        shop.store.ledger.commit([shop.visit(FOUR, "Piega", code="SECOND")], NOW, free_at(FOUR, sara))
    rows = sql(
        shop.path, "SELECT confirmation_code FROM appuntamenti WHERE data_ora_inizio = '2026-03-12T16:00:00' AND operatore_id = ?", sara
    )
    assert rows == [("FIRST1",)]


def test_a_change_keeps_the_ids_and_adds_a_row(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Piega")).bookings[0]
    anna, later = shop.client("Anna", "De Luca").id, FOUR + timedelta(days=1)
    made = shop.commit(ChangeBooking(ids, anna, shop.rows(later, "Taglio Donna", "Piega"), shop.operator("Giulia").id, "AB12CD", "grazie"))
    booking = shop.store.reads.booking(ids[0])
    assert booking is not None
    assert (booking.ids, booking.ids[0], booking.inizio, booking.note) == (made.bookings[0], ids[0], later, "grazie")
    assert booking.operatore_id == shop.operator("Giulia").id


def test_a_change_to_fewer_services_cancels_the_surplus_row_and_hides_it(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega")).bookings[0]
    anna = shop.client("Anna", "De Luca").id
    shop.commit(ChangeBooking(ids, anna, shop.rows(FOUR, "Piega"), shop.operator("Sara").id, "AB12CD"))
    booking = shop.store.reads.booking(ids[1])
    assert booking is not None
    assert booking.ids == ids[:1]
    assert sql(shop.path, "SELECT lower(stato) FROM appuntamenti WHERE id = ?", ids[1]) == [("cancellato",)]
    assert [each.ids for each in shop.store.archive.bookings(anna, THURSDAY, THURSDAY, None, 10, 0)[0]] == [ids[:1]]


def test_a_visit_the_app_grouped_is_changed_as_one(desktop_shop: Shop) -> None:
    valentina = desktop_shop.client("Valentina", "Fontana")
    booking = desktop_shop.store.reads.bookings_of(valentina.id, NOW)[0]
    assert ([service.nome for service in booking.services], booking.note) == (["Taglio Donna", "Piega"], None)
    rows = desktop_shop.rows(FOUR, "Taglio Donna", "Piega")
    desktop_shop.commit(ChangeBooking(booking.ids, valentina.id, rows, booking.operatore_id, "VAL123", "sempre lei"))
    moved = desktop_shop.store.reads.booking(booking.ids[1])
    assert moved is not None
    assert (moved.ids, moved.inizio, moved.note) == (booking.ids, FOUR, "sempre lei")
    notes = {row[0] for row in sql(desktop_shop.path, "SELECT note FROM appuntamenti WHERE confirmation_code = 'VAL123'")}
    assert [note for note in notes if "gruppo:" not in note] == []


def test_a_cancelled_visit_stays_as_rows(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega")).bookings[0]
    shop.commit(CancelBooking(ids, "ha l'influenza"))
    booking = shop.store.reads.booking(ids[0])
    assert booking is not None
    assert (booking.live, booking.ids, booking.stato.lower(), booking.note) == (False, ids, "cancellato", "ha l'influenza")


def test_the_same_request_is_never_carried_out_twice(shop: Shop) -> None:
    shop.store.ledger.commit([NEW], NOW, request_id="r1", answer=lambda made: b'{"ok":1}')
    with pytest.raises(AlreadyDone) as done:
        shop.store.ledger.commit([replace(NEW, telefono="3391111111")], NOW, request_id="r1", answer=lambda made: b"{}")
    assert (done.value.answer, shop.store.reads.answer("r1"), shop.store.reads.answer("r2")) == (b'{"ok":1}', b'{"ok":1}', None)
    assert len(shop.store.reads.clients_by_name("Irene", "Sartori").exact) == 1


def test_a_session_comes_back_as_it_was(shop: Shop) -> None:
    piega, anna = shop.service("Piega").id, shop.client("Anna", "De Luca").id
    dialogue = Dialogue(
        flow="prenotazione", step="alternative", queue=("info",), trail=("servizi", "data"), proof="second", uncertain="cancella",
        slots=Slots(cliente_id=anna, nome="Anna", servizi=(piega,), servizi_in_dubbio=((piega, anna),), data_nascita=date(1985, 3, 14),
                    quando=When(data=THURSDAY, ora=time(16), giorni_esclusi=(0, 2), candidati=((THURSDAY, None),))),
        options=(Option(1, "slot", "giovedì alle 16", slot=OfferedSlot(THURSDAY, time(16), 1)), Option(1, "cliente", "Anna", id=anna)),
        said=Said("Va bene?", "Va bene?"), memo=(("a", "b"),), tono="tu", handoff="offered",
    )  # fmt: skip
    session = replace(shop.session(), cliente_id=anna, dialogue=dialogue, total_turns=4, failed_count=1, handoff_requested=True,
                      history=(Exchange("ciao", "salve", "saluto"), Exchange("eh?", "prego?")))  # fmt: skip
    shop.commit(SaveSession(session))
    assert shop.store.reads.session("s1") == session


def test_the_specifications_columns_of_a_session_tell_the_truth(shop: Shop) -> None:
    option = Option(1, "slot", "giovedì alle 16", slot=OfferedSlot(THURSDAY, time(16)))
    dialogue = Dialogue(flow="prenotazione", step="alternative", slots=Slots(nome="Anna", quando=When(ora=time(16))), options=(option,))
    shop.commit(SaveSession(replace(shop.session(), dialogue=dialogue, failed_count=2, total_turns=5)))
    cells = "current_intent, current_step, slots, pending_disambiguation, failed_understanding_count, total_turns, expires_at"
    row = sql(shop.path, f"SELECT {cells} FROM voice_sessions WHERE id = 's1'")[0]
    assert row == ("prenotazione", "alternative", '{"cliente_nome":"Anna","ora":"16:00"}', None, 2, 5, "2026-03-10T09:10:00")


def test_a_session_of_another_version_keeps_what_is_understood(shop: Shop) -> None:
    shop.commit(SaveSession(shop.session()))
    stored = '{"step":"ora","flow":"ballo","gone":1,"slots":{"nome":"Anna","servizi":"x"}}'
    sql(shop.path, "UPDATE voice_sessions SET dialogue = ?, history = 'rotto'", stored)
    session = shop.store.reads.session("s1")
    assert session is not None
    assert (session.dialogue, session.history) == (Dialogue(step="ora", slots=Slots(nome="Anna")), ())


def test_a_turn_is_audited_with_a_keyed_hash(shop: Shop) -> None:
    shop.talk("s1", "vorrei una piega")
    shop.talk("s2", "vorrei una piega")
    hashes = {row[0] for row in sql(shop.path, "SELECT user_input_hash FROM voice_audit_log WHERE user_input = 'vorrei una piega'")}
    assert len(hashes) == 1
    assert len(hashes.pop()) == 32


def test_a_method_is_audited_under_the_session_rpc(shop: Shop) -> None:
    shop.commit(AuditTurn("rpc", NOW, action="clienti.create", result="ok"), AuditTurn("mai vista", NOW))
    rows = sql(shop.path, "SELECT session_id, action_taken FROM voice_audit_log ORDER BY id")
    assert rows == [("rpc", "clienti.create"), ("mai vista", None)]
    assert sql(shop.path, "PRAGMA foreign_key_check") == []


def test_a_message_waits_in_the_outbox_until_it_is_acknowledged(shop: Shop) -> None:
    made = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega"), confirmation())
    assert made.messages == ("m1",)
    waiting = shop.store.reads.messages()
    assert [(each.message_id, each.to, each.params, each.appuntamento_id) for each in waiting] == [
        ("m1", "3401112233", (("nome", "Anna"), ("ora", "16:00")), made.bookings[0][0])
    ]
    shop.commit(AckMessage("m1", "sent"))
    assert shop.store.reads.messages() == ()
    assert (
        sql(shop.path, "SELECT whatsapp_confirmed, whatsapp_confirmed_at FROM appuntamenti WHERE confirmation_code = 'AB12CD'")
        == [(1, "2026-03-10T09:00:00")] * 2
    )


def test_a_message_is_queued_once_for_its_id(shop: Shop) -> None:
    shop.commit(confirmation())
    assert shop.commit(confirmation()).messages == ()
    assert len(shop.store.reads.messages()) == 1


def test_a_failed_message_confirms_nothing(shop: Shop) -> None:
    shop.commit(shop.visit(FOUR, "Piega"), confirmation())
    shop.commit(AckMessage("m1", "failed", "numero sconosciuto"))
    assert shop.store.reads.messages() == ()
    assert sql(shop.path, "SELECT whatsapp_confirmed FROM appuntamenti WHERE confirmation_code = 'AB12CD'")[0][0] in (0, None)


def test_an_unknown_message_or_entry_is_not_found(shop: Shop) -> None:
    for write in (AckMessage("mai", "sent"), MarkWaitlist(99, "NOTIFIED"), RecordConsent("mai", True)):
        with pytest.raises(NotFound):
            shop.commit(write)


def test_who_waits_already_keeps_the_place(shop: Shop) -> None:
    piega, anna = shop.service("Piega").id, shop.client("Anna", "De Luca").id
    first = shop.commit(AddToWaitlist(anna, piega, THURSDAY)).waitlist
    assert shop.commit(AddToWaitlist(anna, piega, THURSDAY)).waitlist == first
    shop.commit(MarkWaitlist(first[0], "NOTIFIED"))
    assert shop.store.reads.waitlist() == ()


def test_consent_is_kept_with_its_moment_and_version(shop: Shop) -> None:
    anna = shop.client("Anna", "De Luca").id
    shop.commit(RecordConsent(anna, False, "2"))
    assert sql(shop.path, "SELECT voice_consent, voice_consent_at, voice_consent_version FROM clienti WHERE id = ?", anna) == [
        (0, "2026-03-10T09:00:00", "2")
    ]


def test_calls_are_counted_and_their_length_averaged(shop: Shop) -> None:
    day = NOW.date()
    shop.commit(CountCall(day, chiamate=1, turni=3, token_modello=100, costo_modello=Decimal("0.002")))
    shop.commit(CountCall(day, completate=1, secondi=60, appuntamenti=1))
    shop.commit(CountCall(day, chiamate=1, abbandonate=1, secondi=30, handoff=1))
    row = shop.store.archive.stats(day, day, 5, 0)[0][0]
    assert (row["chiamate_totali"], row["chiamate_completate"], row["chiamate_abbandonate"], row["durata_media_secondi"]) == (2, 1, 1, 45)
    assert (row["appuntamenti_creati"], row["handoff"], row["turni"], row["token_modello"]) == (1, 1, 3, 100)


def test_a_question_and_a_wish_for_a_person_are_kept(shop: Shop) -> None:
    shop.commit(RecordUnanswered("fate il trucco?", "it", "s1", NOW), RequestHandoff("s1", "richiesta", "vuole parlare"))
    assert [row["question"] for row in shop.store.archive.unanswered(NOW.date(), NOW.date())] == ["fate il trucco?"]
    assert sql(shop.path, "SELECT session_id, reason, summary FROM sidecar_handoffs") == [("s1", "richiesta", "vuole parlare")]


def test_hostile_text_is_stored_as_text(shop: Shop) -> None:
    text = "Robert'); DROP TABLE clienti;-- {{7*7}} \u202eabc\u200b"
    made = shop.commit(replace(NEW, cognome=text, note=text)).clients[0]
    client = shop.store.reads.client(made)
    assert client is not None
    assert (client.cognome, client.note) == (text, text)


def test_a_locked_file_is_unavailable_and_free_again_afterwards(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.connection.BUSY_MS", 30)
    visit = shop.visit(FOUR, "Piega")
    shop.close()
    opened = Shop(open_store(shop.path, clock=shop.clock, create=False), shop.path, shop.kind, shop.clock)
    opened.store.reads.settings()
    before, lock = everything(shop.path), holding_the_lock(shop.path)
    with pytest.raises(Unavailable, match="database"):
        opened.commit(visit)
    lock.close()
    assert everything(shop.path) == before
    assert len(opened.commit(visit).bookings) == 1
    opened.close()
