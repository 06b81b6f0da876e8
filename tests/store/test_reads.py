"""What every file must answer, whoever made it: the contract of the port Reads."""

from datetime import date, datetime, time, timedelta

import pytest

from pipeline.model.calendar import Busy, Hold
from pipeline.model.writes import AddToWaitlist, CancelBooking, HoldSlot, ReleaseHold
from tests.store.raw import sql
from tests.store.shop import NOW, THURSDAY, Shop

FOUR = datetime.combine(THURSDAY, time(16))


def test_settings_are_those_of_the_file(shop: Shop) -> None:
    settings = shop.store.reads.settings()
    assert (settings.nome_attivita, settings.telefono, settings.indirizzo) == ("Salone Aurora", "0255501234", "Via dei Tigli 12, Milano")


def test_a_changed_setting_is_seen_by_the_next_question(shop: Shop) -> None:
    shop.store.reads.settings()
    sql(shop.path, "INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES ('nome_attivita', 'Da Mirella')")
    assert shop.store.reads.settings().nome_attivita == "Da Mirella"


def test_a_setting_that_makes_no_sense_keeps_its_default(shop: Shop) -> None:
    for key, value in (("durata_slot_minuti", "0"), ("max_anticipo_giorni", "tanti"), ("min_anticipo_minuti", "-5")):
        sql(shop.path, "INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES (?, ?)", key, value)
    settings = shop.store.reads.settings()
    assert (settings.durata_slot_minuti, settings.max_anticipo_giorni, settings.min_anticipo_minuti) == (30, 90, 60)


def test_the_last_settings_and_words_outlive_the_file(shop: Shop) -> None:
    lexicon = shop.store.reads.lexicon()
    shop.store.close()
    assert shop.store.reads.last_settings().telefono == "0255501234"
    assert shop.store.reads.last_lexicon() is lexicon


def test_the_lexicon_is_one_object_until_the_file_changes(shop: Shop) -> None:
    first = shop.store.reads.lexicon()
    shop.talk("s1", "buongiorno")
    assert shop.store.reads.lexicon() is first
    sql(shop.path, "UPDATE servizi SET nome = 'Piega veloce' WHERE nome = 'Piega'")
    assert "Piega veloce" in [service.nome for service in shop.store.reads.lexicon().services]


def test_the_lexicon_knows_the_open_hours_without_the_break(shop: Shop) -> None:
    hours = shop.store.reads.lexicon().hours
    assert hours[0] == ()
    assert hours[6] == ()
    assert hours[3] == ((time(9), time(13)), (time(14), time(19)))


def test_operators_do_what_the_file_says(shop: Shop) -> None:
    sara = shop.operator("Sara")
    assert sara.does(shop.service("Piega").id)
    assert not sara.does(shop.service("Barba").id)


def test_an_operator_without_services_does_everything(shop: Shop) -> None:
    sql(shop.path, "DELETE FROM operatori_servizi WHERE operatore_id = ?", shop.operator("Elena").id)
    assert shop.operator("Elena").services is None


def test_an_inactive_operator_or_service_is_not_there(shop: Shop) -> None:
    sql(shop.path, "UPDATE operatori SET attivo = 0 WHERE nome = 'Davide'")
    sql(shop.path, "UPDATE servizi SET attivo = 0 WHERE nome = 'Ceretta'")
    assert "Davide" not in [operator.nome for operator in shop.store.reads.operators()]
    assert "Ceretta" not in [service.nome for service in shop.store.reads.services()]


def test_homonyms_are_both_found(shop: Shop) -> None:
    found = shop.store.reads.clients_by_name("Marco", "Rossi")
    assert [(client.nome, client.cognome) for client in found.exact] == [("Marco", "Rossi")] * 2
    assert len({client.data_nascita for client in found.exact}) == 2


def test_a_nickname_counts_as_a_first_name(shop: Shop) -> None:
    assert [client.nome for client in shop.store.reads.clients_by_name("Pino", "Ferraro").exact] == ["Giuseppe"]


def test_a_name_that_sounds_the_same_is_close_and_not_exact(shop: Shop) -> None:
    found = shop.store.reads.clients_by_name("Kiara", "Lombardi")
    assert found.exact == ()
    assert [client.nome for client in found.close][:1] == ["Chiara"]


def test_accents_case_blanks_and_apostrophes_do_not_matter(shop: Shop) -> None:
    for nome, cognome in (("PAOLA", "dangelo"), ("paola", "D’Angelo"), ("Paola", "d angelo")):
        assert [client.cognome for client in shop.store.reads.clients_by_name(nome, cognome).exact] == ["D'Angelo"]


def test_a_stranger_is_nobody(shop: Shop) -> None:
    found = shop.store.reads.clients_by_name("Zaccaria", "Ottobrini")
    assert (found.exact, found.close) == ((), ())


def test_a_number_is_found_in_every_form(shop: Shop) -> None:
    for form in ("3401112233", "+39 340 111 2233", "0039 3401112233", "340-1112233"):
        assert [client.cognome for client in shop.store.reads.clients_by_phone(form)] == ["De Luca"]
    assert shop.store.reads.clients_by_phone("3401112234") == ()


def test_a_number_the_app_stored_with_blanks_is_found(shop: Shop) -> None:
    sql(shop.path, "UPDATE clienti SET telefono = '+39 340 111-2233' WHERE cognome = 'De Luca'")
    assert [client.nome for client in shop.store.reads.clients_by_phone("3401112233")] == ["Anna"]


def test_a_client_the_app_adds_renames_or_deletes_is_seen_at_once(shop: Shop) -> None:
    anna = shop.client("Anna", "De Luca")
    sql(shop.path, "UPDATE clienti SET cognome = 'Bianchini' WHERE id = ?", anna.id)
    assert shop.store.reads.clients_by_name("Anna", "De Luca").exact == ()
    assert shop.client("Anna", "Bianchini").id == anna.id
    sql(shop.path, "UPDATE clienti SET deleted_at = '2026-03-10T08:00:00' WHERE id = ?", anna.id)
    assert shop.store.reads.clients_by_name("Anna", "Bianchini").exact == ()
    assert shop.store.reads.client(anna.id) is None


def test_an_id_is_found_as_number_and_as_text(shop: Shop) -> None:
    anna = shop.client("Anna", "De Luca")
    assert shop.store.reads.client(str(anna.id)) == anna


def test_any_row_of_a_visit_names_the_whole(shop: Shop) -> None:
    made = shop.commit(shop.visit(FOUR, "Taglio Donna", "Piega")).bookings[0]
    booking = shop.store.reads.booking(made[1])
    assert booking is not None
    assert (booking.id, booking.ids) == (made[0], made)
    assert (booking.inizio, booking.fine) == (FOUR, FOUR + timedelta(minutes=75))
    assert [service.nome for service in booking.services] == ["Taglio Donna", "Piega"]


def test_bookings_of_a_client_are_live_and_soonest_first(shop: Shop) -> None:
    later = shop.commit(shop.visit(FOUR + timedelta(days=7), "Piega", code="LATER1")).bookings[0]
    sooner = shop.commit(shop.visit(FOUR, "Piega", code="SOON11")).bookings[0]
    gone = shop.commit(shop.visit(FOUR + timedelta(days=1), "Piega", code="GONE11")).bookings[0]
    shop.commit(CancelBooking(gone))
    anna = shop.client("Anna", "De Luca").id
    assert [booking.ids for booking in shop.store.reads.bookings_of(anna, NOW)] == [sooner, later]
    every = shop.store.reads.bookings_of(anna)
    assert [booking.inizio for booking in every] == sorted((booking.inizio for booking in every), reverse=True)
    assert gone in [booking.ids for booking in every]


def test_the_calendar_holds_a_booking_with_its_buffer(shop: Shop) -> None:
    row = shop.commit(shop.visit(FOUR, "Colore")).bookings[0][0]
    calendar = shop.store.reads.calendar(THURSDAY, THURSDAY, NOW)
    expected = Busy(row, THURSDAY, 960, 960 + 90 + 15, shop.service("Colore").id, shop.operator("Sara").id)
    assert expected in calendar.busy


def test_a_state_in_capitals_changes_nothing(shop: Shop) -> None:
    made = shop.commit(shop.visit(FOUR, "Piega")).bookings[0]
    before = shop.store.reads.calendar(THURSDAY, THURSDAY, NOW)
    sql(shop.path, "UPDATE appuntamenti SET stato = upper(substr(stato, 1, 1)) || substr(stato, 2)")
    assert shop.store.reads.calendar(THURSDAY, THURSDAY, NOW) == before
    shop.commit(CancelBooking(made))
    assert sql(shop.path, "SELECT stato FROM appuntamenti WHERE id = ?", made[0]) == [("Cancellato",)]


def test_free_states_and_deleted_rows_take_no_time(shop: Shop) -> None:
    before = shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy
    for at, state in enumerate(("Cancellato", "rifiutato", "no_show")):
        made = shop.commit(shop.visit(FOUR + timedelta(hours=at), "Piega", code=f"FREE{at}")).bookings[0]
        sql(shop.path, "UPDATE appuntamenti SET stato = ? WHERE id = ?", state, made[0])
    hidden = shop.commit(shop.visit(FOUR, "Taglio Donna", code="HIDDEN")).bookings[0]
    sql(shop.path, "UPDATE appuntamenti SET deleted_at = '2026-03-10T09:00:00' WHERE id = ?", hidden[0])
    assert shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy == before


def test_a_row_past_midnight_is_busy_on_the_next_day(shop: Shop) -> None:
    row = shop.commit(shop.visit(datetime.combine(THURSDAY, time(23)), "Balayage")).bookings[0][0]
    friday = shop.store.reads.calendar(THURSDAY + timedelta(days=1), THURSDAY + timedelta(days=1), NOW)
    assert [(each.day, each.start, each.end) for each in friday.busy if each.row_id == row] == [(THURSDAY, 1380, 1380 + 135)]


def test_only_approved_absences_count_and_null_is_approved(shop: Shop) -> None:
    for name, approved in (("Sara", 1), ("Marco", 0), ("Elena", None)):
        sql(
            shop.path, "INSERT INTO operatori_assenze (operatore_id, data_inizio, data_fine, tipo, approvata) VALUES (?, ?, ?, 'ferie', ?)",
            shop.operator(name).id, "2026-03-11", "2026-03-13", approved,
        )  # fmt: skip
    absent = {absence.operatore_id for absence in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).absences}
    assert absent == {shop.operator("Sara").id, shop.operator("Elena").id}


def test_blocks_count_weekdays_from_monday(shop: Shop) -> None:
    sql(
        shop.path,
        "INSERT INTO blocchi_orario (operatore_id, giorno_settimana, ora_inizio, ora_fine, motivo, attivo)"
        " VALUES (?, 3, '10:00', '11:30', 'corso', 1)",
        shop.operator("Sara").id,
    )  # fmt: skip
    block = shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).blocks[0]
    assert (block.operatore_id, block.weekday, block.start, block.end) == (shop.operator("Sara").id, 3, 600, 690)


def test_a_hold_is_seen_until_it_expires_or_is_released(shop: Shop) -> None:
    piega, sara = shop.service("Piega").id, shop.operator("Sara").id
    until = NOW + timedelta(minutes=5)
    shop.commit(HoldSlot("s1", THURSDAY, 960, 990, (piega,), sara, until))
    assert shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).holds == (Hold("s1", THURSDAY, 960, 990, (piega,), sara),)
    assert shop.store.reads.calendar(THURSDAY, THURSDAY, until).holds == ()
    shop.commit(HoldSlot("s1", THURSDAY, 1020, 1050, (piega,), sara, until))
    assert [hold.start for hold in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).holds] == [1020]
    shop.commit(ReleaseHold("s1"))
    assert shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).holds == ()


def test_a_recurring_holiday_comes_every_year(shop: Shop) -> None:
    sql(shop.path, "INSERT INTO giorni_festivi (data, descrizione, ricorrente) VALUES ('2020-09-19', 'Santo patrono', 1)")
    for year in (2026, 2031):
        assert (date(year, 9, 19), "Santo patrono") in shop.store.reads.holidays(year)


def test_easter_monday_is_a_holiday(shop: Shop) -> None:
    assert date(2026, 4, 6) in dict(shop.store.reads.holidays(2026))


def test_the_waiting_list_puts_a_vip_first_and_forgets_the_expired(shop: Shop) -> None:
    piega = shop.service("Piega").id
    anna, bella = shop.client("Anna", "De Luca").id, shop.client("Francesca", "Bellini").id
    shop.commit(AddToWaitlist(anna, piega, THURSDAY))
    shop.commit(AddToWaitlist(bella, piega, THURSDAY, time(16), priorita="VIP"))
    assert [entry.cliente_id for entry in shop.store.reads.waitlist(THURSDAY, piega)] == [bella, anna]
    shop.clock.at = NOW + timedelta(days=31)
    assert shop.store.reads.waitlist() == ()


def test_categories_are_those_of_the_business(shop: Shop) -> None:
    assert set(shop.store.reads.categories()) == {"Taglio e piega", "Colore", "Trattamenti", "Uomo", "Estetica"}
    assert shop.store.reads.categories("altrove") == ()


def test_a_business_without_products_has_none(desktop_shop: Shop) -> None:
    anna = desktop_shop.client("Anna", "De Luca").id
    assert (desktop_shop.store.reads.products(), desktop_shop.store.reads.cart(anna)) == ((), ())


def test_questions_inside_a_commit_see_what_it_found(shop: Shop) -> None:
    seen: list[int] = []

    def recheck(reads: object) -> None:
        seen.append(len(shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy))

    before = len(shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy)
    shop.store.ledger.commit([shop.visit(FOUR, "Piega")], NOW, recheck)
    assert seen == [before]
    assert len(shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy) == before + 1


@pytest.mark.parametrize("minutes", [-30, 0, "mezz'ora"])
def test_a_service_without_a_duration_that_can_be_lasts_half_an_hour(shop: Shop, minutes: int | str) -> None:
    sql(shop.path, "UPDATE servizi SET durata_minuti = ?, buffer_minuti = -5 WHERE nome = 'Piega'", minutes)
    assert (shop.service("Piega").durata, shop.service("Piega").buffer) == (30, 0)
