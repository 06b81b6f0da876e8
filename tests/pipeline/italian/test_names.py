"""Names as regions say them, told in two halves, and what is named after somebody and is nobody."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Name, Step
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    ("text", "step", "name"),
    [
        ("buongiorno salvatore sabato mi chiamo vorrei una piega", None, Name("Salvatore", "Sabato")),
        ("Esposito mi chiamo, per una piega domani", None, Name(None, "Esposito")),
        ("Peddis Efisio sono, mi serve una piega", None, Name("Efisio", "Peddis")),
        ("Deiana sono", "cliente", Name(None, "Deiana")),
        ("son bepi dal molin, me servirìa na piega", None, Name("Bepi", "Dal Molin")),
        ("allora, Maria Vittoria è il nome e Serra il cognome", "registrazione", Name("Maria Vittoria", "Serra")),
        ("Anna è il nome, Conti il cognome", "registrazione", Name("Anna", "Conti")),
        ("Zitto Kevin che sono al telefono! Mi perdoni. Assunta Esposito", "cliente", Name("Assunta", "Esposito")),
        ("Rossi, Matilde Rossi, di nome Matilde eh", "cliente", Name("Matilde", "Rossi")),
        ("dunque il cognome è Ruggeri e il nome Pia", "cliente", Name("Pia", "Ruggeri")),
        ("mi chiamo ines eh ines cattaneo", "cliente", Name("Ines", "Cattaneo")),
        ("buongiorno sono la mirella fabbian volevo sapere se c'è posto", None, Name("Mirella", "Fabbian")),
        ("mi scusi se sussurro sono in biblioteca bruno calligaris", "cliente", Name("Bruno", "Calligaris")),
        ("gliel'ho gia detto marangoni", "cognome", Name(None, "Marangoni")),
        ("non bianco bianchi", "conferma", Name(None, "Bianchi")),
        ("il cognome me l'avete scritto male e zanatta", "conferma", Name(None, "Zanatta")),
    ],
)
def test_a_name_is_heard_whichever_way_round_it_is_told(text: str, step: Step | None, name: Name) -> None:
    assert parse(text, context(step)).name == name


@pytest.mark.parametrize("text", ["alle cinque", "per le cinque", "facciamo alle cinque"])
def test_an_hour_is_nobodys_name_where_a_name_is_asked(text: str) -> None:
    said = parse(text, context("cliente"))
    assert (said.name, said.time) == (None, dt.time(17))
    assert parse("Cinque", context("cliente")).name == Name(None, "Cinque")


@pytest.mark.parametrize(
    "text",
    [
        "sono rimasto a piedi al semaforo di viale Europa",
        "abito in via Giuseppe Verdi, siete lontani?",
        "siete quelli di piazza Santa Lucia?",
        "con lei mi sono trovato bene",
        "pronta sono, quando vengo?",
        "mi serve una scheda nuova, quando è in sala Giorgia?",
    ],
)
def test_a_street_or_a_state_is_nobodys_name(text: str) -> None:
    assert parse(text, context()).name is None
