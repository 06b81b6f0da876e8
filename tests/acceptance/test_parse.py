"""docs/contract section 3: Parse and its conventions. It is Monday 9 March 2026, 10:00; the shop is open 9-13 and 14-19."""

from __future__ import annotations

import pytest

from tests.acceptance.program import Json, Program

MEMBERS = (
    "language intent confidence command correction date time date_interval time_interval alternatives weekdays_excluded approximate"
    " earliest conflict services services_ambiguous services_unknown operators any_operator operator_gender name telefono data_nascita"
    " yes_no ordinal notes"
)


def parse(program: Program, text: str, step: str | None = None) -> Json:
    return program.call("nlu.parse", text=text, step=step)


def test_a_parse_has_every_member_the_contract_names(program: Program) -> None:
    assert set(MEMBERS.split()) <= set(parse(program, "vorrei una piega"))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("vorrei venire martedì", "2026-03-10"),
        ("mercoledì", "2026-03-11"),
        ("domenica mattina", "2026-03-15"),
        ("lunedì", "2026-03-16"),
        ("venerdì prossimo", "2026-03-13"),
        ("giovedì della settimana prossima", "2026-03-19"),
        ("lunedì della settimana prossima", "2026-03-16"),
        ("domenica della prossima settimana", "2026-03-22"),
        ("giovedì a otto", "2026-03-19"),
        ("lunedì a otto", "2026-03-23"),
        ("oggi a otto", "2026-03-16"),
        ("domani a otto", "2026-03-17"),
        ("fra una quindicina di giorni", "2026-03-24"),
        ("tra quindici giorni", "2026-03-24"),
        ("fra un mese", "2026-04-09"),
        ("tra due mesi", "2026-05-09"),
        ("il 16", "2026-03-16"),
        ("il 9", "2026-03-09"),
        ("il 5", "2026-04-05"),
        ("il 5 marzo", "2027-03-05"),
        ("il 9 marzo", "2026-03-09"),
        ("il due aprile", "2026-04-02"),
        ("dopodomani", "2026-03-11"),
        ("21/5", "2026-05-21"),
        ("venerdì 13", "2026-03-13"),
        ("il primo lunedì di aprile", "2026-04-06"),
        ("a Ferragosto", "2026-08-15"),
        ("stasera", "2026-03-09"),
    ],
)
def test_a_day_is_read_as_the_conventions_say(program: Program, text: str, date: str) -> None:
    assert parse(program, text)["date"] == date


def test_the_name_of_today_means_in_seven_days_with_today_as_an_alternative(program: Program) -> None:
    found = parse(program, "vorrei un appuntamento lunedì alle 16")
    assert found["date"] == "2026-03-16"
    assert "2026-03-09" in [a["date"] for a in found["alternatives"]]


def test_x_prossimo_at_most_two_days_off_is_asked(program: Program) -> None:
    near = parse(program, "martedì prossimo")
    assert near["date"] == "2026-03-10"
    assert near["alternatives"] == [{"date": "2026-03-17", "time": None}]
    assert parse(program, "giovedì prossimo")["alternatives"] == []


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("di mattina", ("06:00", "12:00")),
        ("nel pomeriggio", ("12:00", "18:00")),
        ("di sera", ("18:00", "23:59")),
        ("nel primo pomeriggio", ("13:00", "15:00")),
        ("nel tardo pomeriggio", ("16:00", "19:00")),
        ("dopo pranzo", ("13:00", "16:00")),
        ("dopo le 18", ("18:00", None)),
        ("non prima delle 16", ("16:00", None)),
        ("entro le 11", (None, "11:00")),
        ("tra le 9 e le 11", ("09:00", "11:00")),
    ],
)
def test_a_part_of_the_day_is_an_interval_as_spoken(program: Program, text: str, interval: tuple[str, str]) -> None:
    found = parse(program, f"giovedì {text}")
    assert found["date"] == "2026-03-12"
    assert found["time_interval"] == {"from": interval[0], "to": interval[1]}
    assert found["time"] is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("giovedì alle tre", "15:00"),
        ("alle tre", "15:00"),
        ("alle nove", "09:00"),
        ("alle sette", "19:00"),
        ("alle 15:30", "15:30"),
        ("alle 15 e 30", "15:30"),
        ("alle quattro e mezza", "16:30"),
        ("alle nove meno un quarto", "08:45"),
        ("a mezzogiorno", "12:00"),
        ("all'una", "13:00"),
        ("alle undici e tre quarti", "11:45"),
    ],
)
def test_an_hour_is_read_inside_the_opening_hours(program: Program, text: str, time: str) -> None:
    assert parse(program, text)["time"] == time


def test_about_four_fills_time_with_approximate(program: Program) -> None:
    found = parse(program, "verso le 4")
    assert (found["time"], found["approximate"]) == ("16:00", True)


@pytest.mark.parametrize(
    ("text", "step", "member", "value"),
    [
        ("alle tre", "ora", "time", "15:00"),
        ("tre", "ora", "time", "15:00"),
        ("il primo", "disambiguazione", "ordinal", 1),
        ("l'ultimo", "disambiguazione", "ordinal", -1),
        ("il secondo", "alternative", "ordinal", 2),
        ("il primo", "data", "date", "2026-04-01"),
        ("sì", "conferma", "yes_no", True),
        ("no no va benissimo", "conferma", "yes_no", True),
        ("certo che no", "conferma", "yes_no", False),
        ("non c'è problema", "conferma", "yes_no", True),
        ("annulla", None, "command", "annulla"),
        ("annulla", None, "intent", "cancella"),
        ("torna indietro", None, "command", "indietro"),
        ("può ripetere?", None, "command", "ripeti"),
        ("aiuto", None, "command", "aiuto"),
        ("voglio parlare con una persona", None, "command", "umano"),
        ("voglio parlare con una persona", None, "intent", "operatore"),
        ("il mio numero è 328 456 78 90", None, "telefono", "3284567890"),
        ("il prima possibile", None, "earliest", True),
        ("con chiunque", None, "any_operator", True),
        ("con una ragazza", None, "operator_gender", "F"),
        ("tranne il lunedì", None, "weekdays_excluded", [0]),
        ("taglio donna, colore e piega", None, "services", [1, 5, 4]),
        ("vorrei una piega con Sara o Giulia", None, "operators", [1, 2]),
        ("mi chiamo Rosa Dell'Orto", None, "name", {"nome": "Rosa", "cognome": "Dell'Orto"}),
        ("tra il 20 e il 24", None, "date_interval", {"from": "2026-03-20", "to": "2026-03-24"}),
        ("da lunedì a mercoledì", None, "date_interval", {"from": "2026-03-16", "to": "2026-03-18"}),
        ("sono nata il 3 maggio 1980", "data_nascita", "data_nascita", "1980-05-03"),
        ("hello, I would like an appointment", None, "language", "en"),
    ],
)
def test_what_is_said_fills_its_member(program: Program, text: str, step: str | None, member: str, value: Json) -> None:
    assert parse(program, text, step)[member] == value


def test_a_family_of_services_is_ambiguous_and_an_unknown_one_is_named(program: Program) -> None:
    found = parse(program, "vorrei un taglio")
    assert (found["services"], found["services_ambiguous"]) == ([], [[1, 2, 3]])
    assert parse(program, "vorrei una piega e un massaggio thailandese")["services_unknown"] != []


@pytest.mark.parametrize(
    ("text", "step", "correction"),
    [
        ("no, non alle 15, volevo dire alle 16", "conferma", {"slot": "ora", "value": "16:00"}),
        ("anzi, meglio venerdì", "conferma", {"slot": "data", "value": "2026-03-13"}),
        ("ho sbagliato, è il 12", "conferma", {"slot": "data", "value": "2026-03-12"}),
        ("correggo: alle dieci", "conferma", {"slot": "ora", "value": "10:00"}),
        ("mi sono sbagliata, venerdì", None, {"slot": "data", "value": "2026-03-13"}),
        ("vorrei una piega venerdì", None, None),
    ],
)
def test_a_correction_names_its_slot(program: Program, text: str, step: str | None, correction: Json) -> None:
    assert parse(program, text, step)["correction"] == correction


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("vorrei prenotare una piega", "prenotazione"),
        ("c'è posto per una piega giovedì?", "prenotazione"),
        ("devo disdire l'appuntamento", "cancella"),
        ("vorrei spostare il mio appuntamento a venerdì", "modifica"),
        ("domani non posso venire, c'è posto mercoledì?", "modifica"),
        ("posso aggiungere una piega al mio appuntamento?", "modifica"),
        ("a che ora chiudete?", "info"),
        ("quanto costa il colore?", "info"),
        ("quando ho l'appuntamento?", "info"),
        ("buongiorno", "saluto"),
        ("arrivederci", "saluto"),
        ("mi avvisi se si libera un posto", "waitlist"),
        ("mi passi un operatore umano", "operatore"),
        ("mi dà il numero di telefono della signora Bellini?", "fuori_tema"),
        ("vendete pneumatici?", "fuori_tema"),
        ("tre", None),
    ],
)
def test_the_intent_of_an_utterance(program: Program, text: str, intent: str | None) -> None:
    assert parse(program, text)["intent"] == intent


@pytest.mark.parametrize("text", ["", " ", "🙏", "\u202e\u200b", "x" * 2000, "'; DROP TABLE clienti; --", "{{7*7}}", "ة" * 500, "1" * 2000])
def test_any_string_is_parsed(program: Program, text: str) -> None:
    assert parse(program, text)["date"] is None


def test_a_parse_changes_nothing(program: Program) -> None:
    before = program.call("audit.list")
    parse(program, "sono Anna De Luca, vorrei una piega domani")
    assert program.call("audit.list") == before
