"""A yes that takes a part back confirms nothing (specification 3.2: what is said after it is a correction)."""

import pytest

from pipeline.italian.parse import parse
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    "text",
    [
        "va bene tutto tranne l'orario",
        "tutto giusto a parte il nome",
        "ok salvo il giorno",
        "sì, fuorché l'ora",
        "va bene ma non con lui",
        "quasi tutto giusto",
        "sì e no",
        "sì se mi fa lo sconto",
        "va bene se non fosse che lavoro",
        "sarebbe perfetto se fosse mezz'ora dopo",
        "perfetto, eccetto che l'operatrice",
        "tutto bene tranne il giorno era mercoledì",
        "sì peccato che alle tre non posso",
    ],
)
def test_a_yes_with_an_exception_is_none(text: str) -> None:
    said = parse(text, context("conferma"))
    assert (said.yes_no, said.intent == "conferma") != (True, True)
    assert said.yes_no is not True


@pytest.mark.parametrize(
    "text",
    [
        "direi di sì, salvo imprevisti",
        "sì sì ma non si preoccupi",
        "sì se possibile",
        "sì se per voi va bene",
        "sì se non c'è altro",
        "va bene meno male",
        "sì dai, più o meno ci siamo",
        "va benissimo anche se preferivo prima",
        "sì e se ci sono problemi mi telefoni",
        "a parte il ritardo, sì confermo",
        "va bene, a parte gli scherzi",
    ],
)
def test_a_yes_with_a_courtesy_stays_one(text: str) -> None:
    assert parse(text, context("conferma")).yes_no is True
