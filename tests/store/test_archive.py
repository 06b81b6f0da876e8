"""What the desktop's own methods ask of every file: the contract of the port Archive."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import orjson
import pytest

from pipeline.model.errors import NotFound
from pipeline.model.writes import AddToWaitlist, CancelBooking, QueueMessage, RequestHandoff, StoreToken
from tests.store.raw import sql
from tests.store.shop import NOW, THURSDAY, Shop

FOUR = datetime.combine(THURSDAY, time(16))


def test_a_full_name_is_searched_in_one_word_field(shop: Shop) -> None:
    for words in ("Marco Rossi", "rossi marco"):
        count, found = shop.store.archive.search_clients(words, None, None, 10)
        assert (count, [(client.nome, client.cognome) for client in found]) == (2, [("Marco", "Rossi")] * 2)


def test_a_compound_surname_is_found_however_it_is_split(shop: Shop) -> None:
    for words in ("Anna De Luca", "De Luca", "deluca anna"):
        assert [client.nome for client in shop.store.archive.search_clients(words, None, None, 10)[1]][:1] == ["Anna"]


def test_a_search_counts_all_and_gives_the_first(shop: Shop) -> None:
    count, found = shop.store.archive.search_clients(None, None, None, 5)
    assert (count, len(found)) == (22, 5)
    assert [client.cognome for client in found] == sorted((client.cognome for client in found), key=str.lower)


def test_a_query_is_a_name_or_a_number(shop: Shop) -> None:
    for query in ("340 111 2233", "de luca", "Anna De Luca"):
        assert [client.cognome for client in shop.store.archive.search_clients(None, None, query, 10)[1]][:1] == ["De Luca"]


def test_name_and_number_together_must_both_fit(shop: Shop) -> None:
    assert shop.store.archive.search_clients("Anna", "3285550101", None, 10) == (0, ())
    assert shop.store.archive.search_clients("Rossi", "3285550101", None, 10)[0] == 1


def test_bookings_are_listed_by_time_in_pages(shop: Shop) -> None:
    every = shop.store.archive.bookings(None, None, None, None, 100, 0)[0]
    assert [booking.inizio for booking in every] == sorted(booking.inizio for booking in every)
    pages = [shop.store.archive.bookings(None, None, None, None, 7, at) for at in range(0, len(every) + 7, 7)]
    assert [booking for page, _ in pages for booking in page] == list(every)
    assert [more for _, more in pages] == [len(every) > at + 7 for at in range(0, len(every) + 7, 7)]


def test_bookings_are_filtered_by_client_day_and_state_without_case(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega")).bookings[0]
    anna = shop.client("Anna", "De Luca").id
    list_of = shop.store.archive.bookings
    assert [booking.ids for booking in list_of(anna, THURSDAY, THURSDAY, "CONFERMATO", 10, 0)[0]] == [ids]
    assert list_of(anna, THURSDAY, THURSDAY, "cancellato", 10, 0) == ((), False)
    shop.commit(CancelBooking(ids))
    assert [booking.ids for booking in list_of(anna, THURSDAY, THURSDAY, "cancellato", 10, 0)[0]] == [ids]


def test_the_audit_is_listed_without_hash_and_address(shop: Shop) -> None:
    for at in range(3):
        shop.talk("s1", f"frase {at}")
    shop.talk("s2", "altro")
    rows, more = shop.store.archive.audit("s1", 2, 0)
    assert ([row["user_input"] for row in rows], more) == (["frase 0", "frase 1"], True)
    assert {"user_input_hash", "ip_address"} & set(rows[0]) == set()
    assert shop.store.archive.audit(None, 10, 3)[0][0]["session_id"] == "s2"


def held_about_anna(shop: Shop) -> str:
    """Traces of Anna De Luca wherever a call leaves them; her id as text."""
    anna, piega = shop.client("Anna", "De Luca"), shop.service("Piega").id
    shop.talk("s1", "sono Anna De Luca, il mio numero è 340 1112233", "Buongiorno signora De Luca", cliente_id=anna.id)
    shop.talk("s2", "prenoto per la mia amica anna de luca")
    visit = shop.visit(FOUR, "Piega")
    shop.commit(
        replace(visit, note="De Luca: allergica"),
        QueueMessage("m1", "3401112233", "booking_confirmation", (("nome", "Anna De Luca"),), cliente_id=anna.id, of_booking=True),
        QueueMessage("m2", "+393401112233", "booking_change", (("nome", "Anna"),)),
        AddToWaitlist(anna.id, piega, THURSDAY),
        StoreToken("d1", anna.id, "default", "orders", NOW + timedelta(hours=1)),
        RequestHandoff("s2", "richiesta", "Anna De Luca vuole parlare"),
    )
    answer = orjson.dumps({"clienti": [{"nome": "Anna", "cognome": "De Luca"}]})
    shop.store.ledger.commit([], NOW, request_id="r1", answer=lambda made: answer)
    sql(shop.path, "UPDATE clienti SET note = 'amica di Anna De Luca' WHERE cognome = 'Lombardi'")
    return str(anna.id)


def test_an_export_holds_everything_about_the_person(shop: Shop) -> None:
    anna = held_about_anna(shop)
    data = shop.store.archive.export(anna)
    assert (data["cliente"]["cognome"], data["cliente"]["telefono"]) == ("De Luca", "3401112233")
    assert [len(data[name]) for name in ("voice_sessions", "voice_audit_log", "whatsapp_outbox", "waitlist", "secure_tokens")] == [
        1,
        1,
        2,
        1,
        1,
    ]
    assert "De Luca: allergica" in [row["note"] for row in data["appuntamenti"]]
    assert orjson.loads(orjson.dumps(data)) == data


def test_an_unknown_client_is_neither_exported_nor_erased(shop: Shop) -> None:
    for job in (lambda: shop.store.archive.export("nessuno"), lambda: shop.store.archive.erase("nessuno", NOW)):
        with pytest.raises(NotFound):
            job()


def test_after_an_erasure_no_byte_of_the_folder_names_the_person(shop: Shop) -> None:
    anna = held_about_anna(shop)
    shop.store.archive.erase(anna, NOW)
    left = b"".join(path.read_bytes() for path in sorted(shop.path.parent.rglob("*")) if path.is_file()).lower()
    assert [word for word in (b"de luca", b"deluca", b"3401112233", b"340 1112233") if word in left] == []


def test_a_call_that_was_never_tied_to_the_person_is_emptied_whole(shop: Shop) -> None:
    shop.talk("s1", "sono Valentina Fontana")
    shop.talk("s1", "abito in via Larga 3")
    shop.talk("s2", "un appuntamento per la Valentina")
    shop.talk("s3", "un appuntamento per Elisa")
    shop.commit(QueueMessage("m1", "+39 375 6543210", "waitlist_offer", (("nome", "Vale"),)))
    shop.store.archive.erase(shop.client("Valentina", "Fontana").id, NOW)
    assert [row["user_input"] for row in shop.store.archive.audit(None, 10, 0)[0]] == ["[REDACTED]"] * 3 + ["un appuntamento per Elisa"]
    assert shop.store.reads.messages() == ()


def test_an_erasure_cancels_what_lies_ahead_and_keeps_the_rows(shop: Shop) -> None:
    anna = held_about_anna(shop)
    rows = sql(shop.path, "SELECT count(*) FROM appuntamenti WHERE cliente_id = ?", anna)
    shop.store.archive.erase(anna, NOW)
    assert sql(shop.path, "SELECT count(*) FROM appuntamenti WHERE cliente_id = ?", anna) == rows
    ahead = "SELECT DISTINCT lower(stato) FROM appuntamenti WHERE cliente_id = ? AND data_ora_inizio > '2026-03-10'"
    assert sql(shop.path, ahead, anna) == [("cancellato",)]
    assert shop.store.reads.client(anna) is None
    assert sql(shop.path, "PRAGMA foreign_key_check") == []


def test_an_erasure_leaves_everybody_else(shop: Shop) -> None:
    held_about_anna(shop)
    others = shop.store.archive.search_clients(None, None, None, 50)[1]
    anna = shop.client("Anna", "De Luca")
    shop.store.archive.erase(anna.id, NOW)
    after = shop.store.archive.search_clients(None, None, None, 50)[1]
    changed = {client.cognome for client in others if client not in after}
    assert changed == {"De Luca", "Lombardi"}
    assert shop.client("Chiara", "Lombardi").note == "amica di [REDACTED] [REDACTED]"


def test_a_homonym_keeps_the_name_in_what_is_not_the_erased_persons(shop: Shop) -> None:
    first, second = shop.store.reads.clients_by_name("Marco", "Rossi").exact
    shop.talk("s1", "sono Marco Rossi", cliente_id=first.id)
    shop.talk("s2", "sono Marco Rossi", cliente_id=second.id)
    shop.store.archive.erase(first.id, NOW)
    said = [row["user_input"] for row in shop.store.archive.audit(None, 10, 0)[0]]
    assert said == ["[REDACTED]", "sono Marco Rossi"]
    assert [client.id for client in shop.store.reads.clients_by_name("Marco", "Rossi").exact] == [second.id]


def test_the_accounts_keep_their_amounts_without_the_person(desktop_shop: Shop) -> None:
    anna = desktop_shop.client("Anna", "De Luca").id
    invoice = "INSERT INTO fatture (cliente_id, numero, cliente_denominazione, totale) VALUES (?, '7/2026', 'DE LUCA ANNA', 55)"
    sql(desktop_shop.path, invoice, anna)
    desktop_shop.store.archive.erase(anna, NOW)
    kept = sql(desktop_shop.path, "SELECT numero, cliente_denominazione, totale FROM fatture")
    assert kept == [("7/2026", "[REDACTED] [REDACTED]", 55.0)]


def test_what_is_older_than_the_period_loses_its_person(shop: Shop) -> None:
    held_about_anna(shop)
    later = NOW + timedelta(days=31)
    shop.store.archive.anonymize(30, later)
    left = b"".join(path.read_bytes() for path in sorted(shop.path.parent.rglob("*")) if path.is_file())
    people = sql(shop.path, "SELECT * FROM clienti")
    texts = sql(shop.path, "SELECT * FROM voice_audit_log") + sql(shop.path, "SELECT * FROM voice_sessions")
    assert "De Luca" in str(people)
    assert [word for word in ("Luca", "Anna", "340") if word in str(texts)] == []
    assert b"il mio numero" not in left
    assert {row["user_input"] for row in shop.store.archive.audit(None, 10, 0)[0]} == {"[REDACTED]"}
    assert sql(shop.path, "SELECT DISTINCT slots_extracted, user_input_hash, ip_address FROM voice_audit_log") == [("{}", None, None)]
    assert sql(shop.path, "SELECT count(*) FROM sidecar_hash_keys") == [(0,)]


def test_what_is_younger_stays_as_it_is(shop: Shop) -> None:
    held_about_anna(shop)
    counts = shop.store.archive.anonymize(30, NOW + timedelta(days=29))
    assert {name for name, count in counts.items() if count and name != "backup"} == set()
    assert shop.store.archive.audit("s2", 5, 0)[0][0]["user_input"] == "prenoto per la mia amica anna de luca"


def test_the_retention_can_run_every_day(shop: Shop) -> None:
    shop.talk("s1", "buongiorno")
    later = NOW + timedelta(days=40)
    assert shop.store.archive.anonymize(30, later)["audit"] == 1
    assert set(shop.store.archive.anonymize(30, later).values()) == {0}


def test_a_file_that_answers_is_healthy(shop: Shop) -> None:
    assert shop.store.health() == ("ok", shop.kind)


def test_questions_nobody_could_answer_are_listed_by_day(shop: Shop) -> None:
    assert shop.store.archive.unanswered(date(2026, 3, 1), None) == ()


def test_a_name_of_another_alphabet_is_erased_from_what_others_said(shop: Shop) -> None:
    sql(shop.path, "UPDATE clienti SET nome = 'Жанна', cognome = 'Иванова' WHERE cognome = 'Lombardi'")
    zhanna = next(client for client in shop.store.archive.search_clients(None, None, None, 50)[1] if client.cognome == "Иванова")
    shop.talk("s1", "viene con me Жанна Иванова", cliente_id=shop.client("Anna", "De Luca").id)
    shop.talk("s2", "la signora иванова ha la tinta")
    shop.store.archive.erase(zhanna.id, NOW)
    assert [row["user_input"] for row in shop.store.archive.audit(None, 9, 0)[0]] == ["viene con me [REDACTED] [REDACTED]", "[REDACTED]"]
    assert "Иванова".encode() not in b"".join(path.read_bytes() for path in sorted(shop.path.parent.rglob("*")) if path.is_file())
