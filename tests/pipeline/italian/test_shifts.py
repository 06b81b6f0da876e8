"""How far an appointment moves, counted from where it stands; and what is none of that."""

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Shift
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("vorrei posticipare di un'ora l'appuntamento di venerdì", Shift(True, minutes=60)),
        ("mi può anticipare di mezz'ora?", Shift(False, minutes=30)),
        ("posso venire un'ora e mezza più tardi?", Shift(True, minutes=90)),
        ("facciamo un quarto d'ora prima", Shift(False, minutes=15)),
        ("rimandiamo di due giorni", Shift(True, days=2)),
        ("il giorno dopo alla stessa ora", Shift(True, days=1)),
        ("devo slittare di quindici giorni", Shift(True, days=15)),
        ("una settimana prima", Shift(False, days=7)),
        ("si può fare più tardi?", Shift(True)),
        ("vorrei anticipare un po'", Shift(False)),
        ("lo stesso giorno", Shift(True, days=0)),
        ("no, mezz'ora", Shift(None, minutes=30)),
    ],
)
def test_how_far_it_moves(text: str, shift: Shift) -> None:
    assert parse(text, context()).shift == shift


@pytest.mark.parametrize(
    "text",
    [
        "fra un'ora",
        "dopo le 17",
        "prima delle 10 se possibile",
        "un'ora dopo pranzo",
        "come le dicevo prima",
        "la richiamo dopo",
        "vorrei una piega giovedì alle 16",
        "il massaggio dura un'ora vero?",
        "ho un'ora di tempo per pranzo giovedì, avete posto?",
    ],
)
def test_what_moves_nothing(text: str) -> None:
    assert parse(text, context()).shift is None
