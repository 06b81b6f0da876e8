"""What a model sees, what must come back from it, and what of its words is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.draft import Draft, Value, fill
from pipeline.knowledge.grounding import invented, unfaithful, untranslated
from pipeline.knowledge.redaction import redacted
from pipeline.knowledge.shield import same_placeholders, shield
from pipeline.knowledge.translation import translate
from tests.pipeline.knowledge.invented import FakeModel, Stage

NAMES = ("Mozzarella di Bufala", "Mozzarella", "L'Altra Italia")


@pytest.mark.parametrize(
    "text",
    [
        "La Mozzarella di Bufala costa €8.90, la Mozzarella 5,50 euro",
        "Chiami il 0577 123456 o il +39 333 000 1122 entro il 12/03/2026 alle 15:30",
        "Scriva a info@example.it o guardi https://example.it/a?b=c, sconto del 10%",
        "Da L'Altra Italia: *Prosecco DOCG* e _poi_ *ciao!*",
        "- 🧀 *mozzarella affumicata*\n- • *altro*",
    ],
)
def test_shielding_and_filling_again_gives_the_same_text(text: str) -> None:
    shielded = shield(Draft(text), NAMES)
    assert fill(shielded) == text
    assert [sign for sign in "0123456789€%@" if sign in shielded.text.replace("⟦", "").replace("⟧", "") and not sign.isdigit()] == []
    assert "Mozzarella" not in shielded.text


@given(text=st.text(max_size=120), names=st.lists(st.text(max_size=12), max_size=4))
def test_whatever_the_text_and_the_names_nothing_is_lost(text: str, names: list[str]) -> None:
    plain = text.replace("⟦", "").replace("⟧", "").strip()
    shielded = shield(Draft(plain), names)
    assert fill(shielded) == plain
    assert same_placeholders(shielded.text, shielded.text)


def test_a_value_that_is_used_twice_must_come_back_twice() -> None:
    shielded = shield(Draft("⟦0⟧ e ancora ⟦0⟧", (Value("10%", "10%"),)), ())
    assert not same_placeholders(shielded.text, shielded.text.split(" e ")[0])


@pytest.mark.parametrize("after", ["⟦0⟧", "⟦0⟧ ⟦0⟧ ⟦1⟧", "⟦0⟧ ⟦2⟧", "⟦0⟧ ⟦1⟧ ⟧", "[0] [1]"])
def test_a_placeholder_lost_doubled_made_up_or_broken_is_noticed(after: str) -> None:
    assert not same_placeholders("⟦0⟧ e ⟦1⟧", after)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Costa 12 euro", "number"), ("Costa dodici euro", "number"), ("C'è uno sconto del 5%", "money"), ("Aperti anche domenica", "date"),
        ("Aperti a Natale", "date"), ("Vada su www.altro.it", "link"), ("- una riga in più", "row"), ("Vedi LIST_PRODUCTS", "marker"),
        ("Chieda pure a Ginevra", "name"), ("Il parcheggio è gratuito", "date"),
    ],
)  # fmt: skip
def test_a_fact_that_no_source_holds_is_noticed(text: str, kind: str) -> None:
    assert kind in invented(text, ("Il parcheggio è davanti al negozio, in via Roma.",))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Apriamo alle 9:00", "Siamo aperti dalle 09:00"), ("Costa 8,90 euro", "€8.90, cioè 8.9 euro"),
        ("We open on Monday", "Apriamo lunedì"),
        ("It takes two hours", "Ci vogliono due ore"), ("The car park is free", "Il parcheggio è gratis"),
        ("Abra em março", "Apriamo a marzo"),
    ],
)  # fmt: skip
def test_the_same_fact_in_other_words_is_grounded(text: str, source: str) -> None:
    assert invented(text, (source,)) == ()


def test_a_turned_negation_and_a_lost_number_are_noticed() -> None:
    source = "Non accettiamo assegni. Il parcheggio costa 2 euro."
    assert "negation" in unfaithful("Accettiamo assegni. Il parcheggio costa 2 euro.", (source,), "")
    assert "lost" in unfaithful("Non accettiamo assegni, il parcheggio costa euro.", (source,), "")
    assert unfaithful(source, (source,), "") == ()


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ("Abbiamo le seguenti categorie: ⟦0⟧", "language"), ("⟦0⟧", "empty"), ("We have ⟦0⟧ 3", "figure"),
        ("We have the following. ⟦0⟧. Come soon. Bring friends. You will like it.", "sentences"),
        ("We have the following wonderful tasty fresh local organic handmade seasonal famous categories for you: ⟦0⟧", "length"),
    ],
)  # fmt: skip
def test_a_translation_that_is_none_or_says_more_is_noticed(after: str, reason: str) -> None:
    assert reason in untranslated("Abbiamo le seguenti categorie: ⟦0⟧", after, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mi chiamo Ottavia Brentani, 333 000 1122", "mi chiamo (nome), (telefono)"),
        ("my name is Mary Ann Jones", "my name is (nome)"),
        ("scriva a ottavia@example.it", "scriva a (email)"),
        ("sono interessata alla piega", "sono interessata alla piega"),
        ("costa 20 euro il 12 marzo alle 15:30", "costa 20 euro il 12 marzo alle 15:30"),
    ],
)
def test_personal_data_is_taken_out_and_nothing_else(text: str, expected: str) -> None:
    assert redacted(text) == expected


def test_the_model_sees_neither_the_name_nor_the_number_of_the_caller() -> None:
    stage = Stage(model=FakeModel(["vorrei una ⟦0⟧ giovedì, sono ⟦1⟧ e il mio numero è ⟦2⟧"]))
    said = "I'd like a Piega on Thursday, I am Ottavia Brentani and my number is 333 000 1122"
    assert translate(said, "en", stage.world) == "vorrei una Piega giovedì, sono Ottavia Brentani e il mio numero è 333 000 1122"
    assert [secret for secret in ("Ottavia", "Brentani", "333", "Piega") if secret in stage.model.prompts[0][1]] == []


@pytest.mark.parametrize("answer", [None, "vorrei una Piega", "I would like a ⟦0⟧ on Thursday", "⟦0⟧ ⟦0⟧"])
def test_a_turn_that_could_not_be_translated_faithfully_is_none(answer: str | None) -> None:
    assert translate("I would like a Piega on Thursday", "en", Stage(model=FakeModel([answer])).world) is None


def test_italian_is_its_own_translation_and_without_a_model_there_is_none() -> None:
    assert translate("vorrei una piega", "it", Stage().world) == "vorrei una piega"
    assert translate("I would like a Piega", "en", Stage().world) is None
    assert translate("je voudrais", "fr", Stage(model=FakeModel(["x"])).world) is None
