"""docs/contract section 4, "When is a time free": a business where nobody is on the list of operators."""

import pytest

from tests.acceptance.program import Shop, run


def test_a_business_without_operators_has_room_for_one_at_a_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Shop(tmp_path_factory.mktemp("alone"), demo=False)
    assert run("init-db", *shop.args).returncode == 0
    shop.write("INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo) VALUES (2, '09:00', '12:00', 'lavoro')")
    shop.write("INSERT INTO servizi (nome, prezzo, durata_minuti) VALUES ('Visita', 50, 30)")
    shop.write("INSERT INTO clienti (nome, cognome, telefono) VALUES ('Ugo', 'Serri', '3400000001')")
    with shop.serving() as program:
        made = program.call("appuntamenti.create", cliente_id=1, servizi=[1], data="2026-03-10", ora="10:00")
        assert made["operatore_id"] is None
        error = program.error("appuntamenti.create", cliente_id=1, servizi=[1], data="2026-03-10", ora="10:15")
        assert (error.code, error.data["name"]) == (-32002, "conflict")
        assert [a["ora"] for a in error.data["alternatives"]][:2] == ["09:30", "10:30"]
