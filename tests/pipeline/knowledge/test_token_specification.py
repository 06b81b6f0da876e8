"""The ten acceptance criteria of the token specification, one test or more for each, in its order."""

from dataclasses import replace

import pytest

from pipeline.knowledge.formatter import Formatted, format_response
from pipeline.model.errors import InvalidField
from tests.pipeline.knowledge.invented import FakeModel, Stage

CATEGORIES = "Ciao! Abbiamo le seguenti categorie:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"
TEN = """Categorie [LIST_CATEGORIES] servizi [LIST_SERVICES] prodotti [LIST_PRODUCTS] listino [LIST_ALL_PRODUCTS] sconto [USER_DISCOUNT]
pagina [LINK_WITH_TOKEN] ordini [LINK_ORDERS_WITH_TOKEN] carrello [LINK_CART_WITH_TOKEN] consegna [LINK_TRACKING_WITH_TOKEN]
cassa [LINK_CHECKOUT_WITH_TOKEN]"""


def made(stage: Stage, response: str, language: str = "it", customer_id: str = "7", workspace_id: str = "default") -> Formatted:
    return format_response(stage.world, response, language, customer_id, workspace_id, "che categorie avete?")


def test_criterion_1_a_token_becomes_the_rows_of_the_database() -> None:
    assert made(Stage(), "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]").display == CATEGORIES


def test_criterion_1_an_empty_table_gives_the_courtesy_text_on_the_same_line() -> None:
    stage = Stage()
    stage.reads.categories_ = ()
    expected = "Ciao! Abbiamo le seguenti categorie: Al momento non abbiamo categorie disponibili 🙏"
    assert made(stage, "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]").display == expected


@pytest.mark.parametrize(
    "invention",
    [
        "We have ⟦0⟧ and also *Wines*",
        "We have Vini, Formaggi and Salumi: ⟦0⟧",
        "Our categories:\n- 🍷 *Vini*\n⟦0⟧",
        "Our categories: ⟦0⟧ with 20% off",
        "Our categories: ⟦0⟧ from 9 to 19",
        "Our categories: ⟦0⟧ see www.example.com",
        "Our categories, open on Sunday: ⟦0⟧",
        "Our categories",
        "Our categories: ⟦0⟧ ⟦0⟧",
        "Our categories: ⟦0⟧ ⟦1⟧",
        "Our categories: [LIST_CATEGORIES] ⟦0⟧",
    ],
)
def test_criterion_2_a_model_that_invents_is_not_believed(invention: str) -> None:
    stage = Stage(model=FakeModel([invention]))
    out = made(stage, "Queste sono le nostre categorie: [LIST_CATEGORIES]", "en")
    assert out.display == "Queste sono le nostre categorie:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"
    assert (out.degraded, out.llm_used) == (("translation",), False)


@pytest.mark.parametrize("field", ["customer_id", "workspace_id", "language", "original_question"])
@pytest.mark.parametrize("blank", ["", "  \n"])
def test_criterion_3_a_blank_field_is_an_error_that_names_it(field: str, blank: str) -> None:
    given = {"language": "it", "customer_id": "7", "workspace_id": "default", "original_question": "che categorie avete?", field: blank}
    with pytest.raises(InvalidField) as caught:
        format_response(Stage().world, "testo", given["language"], given["customer_id"], given["workspace_id"], given["original_question"])
    assert [name for name, _ in caught.value.fields] == [field]


def test_criterion_4_the_model_gets_the_last_ten_turns_and_the_question() -> None:
    stage = Stage(model=FakeModel(["Here are our categories: ⟦0⟧"]))
    history = [("user", f"turno {number} finito") for number in range(30)]
    format_response(
        stage.world, "Queste sono le nostre categorie: [LIST_CATEGORIES]", "en", "7", "default", "what categories do you have?", history
    )
    system, user, purpose, temperature = stage.model.prompts[0]
    assert [f"turno {number} finito" in user for number in (19, 20, 29)] == [False, True, True]
    assert "what categories do you have?" in user
    assert "turno" not in system
    assert (purpose, temperature) == ("answer", 0.5)


def test_criterion_5_names_come_back_as_they_are_stored() -> None:
    stage = Stage(model=FakeModel(["We have ⟦0⟧ and ⟦1⟧, dear customers"]))
    out = made(stage, "Abbiamo *Mozzarella di Bufala* e *Prosecco DOCG*, cari clienti", "en")
    assert out.display == "We have *Mozzarella di Bufala* and *Prosecco DOCG*, dear customers"
    assert "Mozzarella" not in stage.model.prompts[0][1]


def test_criterion_5_the_business_and_protected_names_are_not_shown_to_the_model() -> None:
    stage = Stage(model=FakeModel(["Welcome to ⟦0⟧, home of the ⟦1⟧ cheese"]))
    stage.reads.settings_ = replace(stage.reads.settings_, nomi_protetti=("Tavola Grande",))
    out = made(stage, "Benvenuti da L'Altra Italia, casa del formaggio Tavola Grande", "en")
    assert out.display == "Welcome to L'Altra Italia, home of the Tavola Grande cheese"


def test_criterion_6_no_token_ever_reaches_the_model() -> None:
    stage = Stage(model=FakeModel([None]))
    made(stage, f"Ecco tutto quello che abbiamo per voi: {TEN} e poi [LIST_SECRETS] LIST_CATEGORIES (USER_DISCOUNT)", "en")
    system, user, _, _ = stage.model.prompts[0]
    assert [marker for marker in ("LIST_", "LINK_", "USER_", "Cheeses", "http", "10%") if marker in user + system] == []


def test_criterion_6_text_in_the_callers_language_asks_no_model() -> None:
    stage = Stage(model=FakeModel(["never used"]))
    assert made(stage, "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]").display == CATEGORIES
    assert made(stage, "Hello! We have the following categories: [LIST_CATEGORIES]", "en").llm_used is False
    assert stage.model.prompts == []


@pytest.mark.parametrize("language", ["it", "en", "es", "pt"])
def test_criterion_7_a_dead_database_gives_every_courtesy_text_and_no_exception(language: str) -> None:
    stage = Stage()
    stage.reads.down = True
    out = made(stage, TEN, language)
    assert "database" in out.degraded
    assert out.display.count("🙏") == 10
    assert out.writes == ()


def test_criterion_8_ten_tokens_are_replaced_each_read_once() -> None:
    stage = Stage()
    out = made(stage, TEN)
    assert len(out.facts) == 10
    assert out.display.count("token=") == 5
    assert [stage.reads.asked.count(read) for read in ("categories", "services", "products", "discount", "settings")] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("language", "courtesy"),
    [
        ("it", "Nessuno sconto attivo al momento 🙏"),
        ("en", "No discount active at the moment 🙏"),
        ("es", "Ningún descuento activo en este momento 🙏"),
        ("pt", "Nenhum desconto ativo no momento 🙏"),
    ],
)
def test_criterion_9_courtesy_texts_are_in_the_callers_language(language: str, courtesy: str) -> None:
    stage = Stage()
    stage.reads.discounts = {"7": 0}
    assert made(stage, "[USER_DISCOUNT]", language).display == courtesy


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "**Hello!** We have the following categories: ⟦0⟧"),
        ("es", "**¡Hola!** Tenemos las siguientes categorías: ⟦0⟧"),
        ("pt", "**Olá!** Temos as seguintes categorias: ⟦0⟧"),
    ],
)
def test_criterion_9_a_translation_keeps_the_rows_and_the_marks_of_whatsapp(language: str, answer: str) -> None:
    stage = Stage(model=FakeModel([answer]))
    out = made(stage, "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]", language)
    prose = answer.replace("**", "*").replace(" ⟦0⟧", "")
    assert out.display == f"{prose}\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"
    assert (out.degraded, out.llm_used) == ((), True)


def test_criterion_9_without_a_model_the_italian_text_stands_and_says_so() -> None:
    out = made(Stage(), "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]", "en")
    assert (out.display, out.degraded) == (CATEGORIES, ("translation",))


def test_criterion_9_a_fifth_language_gets_italian_and_says_so() -> None:
    stage = Stage(model=FakeModel(["never used"]))
    out = made(stage, "Ciao! Abbiamo le seguenti categorie: [LIST_CATEGORIES]", "fr")
    assert (out.display, out.degraded, stage.model.prompts) == (CATEGORIES, ("language",), [])


def test_criterion_10_every_token_in_one_text_with_its_exact_form() -> None:
    out = made(Stage(), "Listino: [LIST_ALL_PRODUCTS]\nServizi: [LIST_SERVICES]\nSconto: [USER_DISCOUNT]\nOrdini: [LINK_ORDERS_WITH_TOKEN]")
    lines = out.display.split("\n")
    assert lines[:9] == [
        "Listino:",
        "- 🧀 *Mozzarella di Bufala* - €8.90",
        "- 🍷 *Prosecco DOCG* - €12.50",
        "- • *Tovaglia*",
        "Servizi:",
        "- 💇 *Piega*",
        "- 💇 *Taglio Donna*",
        "- 🎨 *Balayage*",
        "Sconto: 10%",
    ]
    assert lines[9].startswith("Ordini: http://localhost:3000/orders?token=")
    assert out.speech.startswith("Listino: Mozzarella di Bufala a otto euro e novanta centesimi, Prosecco DOCG a dodici euro e cinquanta")
