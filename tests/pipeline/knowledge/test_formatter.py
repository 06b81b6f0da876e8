"""Tokens in every shape models give them, the layout around them, and data that looks like a token."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.formatter import Formatted, format_response
from pipeline.knowledge.money import discount, emoji, price
from pipeline.knowledge.tokens import TOKENS
from tests.pipeline.knowledge.invented import SERVICES, Stage

ROWS = "- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"
ALPHABET = re.compile(r"[^\W\d_]|[ '.,;:?!-]")


def made(
    response: str, stage: Stage | None = None, language: str = "it", customer_id: str = "7", workspace_id: str = "default"
) -> Formatted:
    return format_response((stage or Stage()).world, response, language, customer_id, workspace_id, "domanda")


@pytest.mark.parametrize(
    "shape",
    [
        "[LIST_CATEGORIES]", "LIST_CATEGORIES", "(LIST_CATEGORIES)", "([LIST_CATEGORIES])", "**[LIST_CATEGORIES]**", "*LIST_CATEGORIES*",
        "`[LIST_CATEGORIES]`", "[LIST_CATEGORIES].", "[LIST_CATEGORIES]!", "[ LIST_CATEGORIES ]", "[[LIST_CATEGORIES]]",
        "{LIST_CATEGORIES}",
        "{{LIST_CATEGORIES}}", "<LIST_CATEGORIES>", "[list_categories]", r"[LIST\_CATEGORIES]", r"\[LIST_CATEGORIES\]", "[LIST CATEGORIES]",
        "_LIST_CATEGORIES_", "[LIST_CATEGORIES](LIST_CATEGORIES)", "[LIST_CATEGORIES](https://example.com/categorie)",
    ],
)  # fmt: skip
def test_a_token_is_known_in_every_shape_that_models_give_it(shape: str) -> None:
    assert made(f"Abbiamo: {shape}").display == f"Abbiamo:\n{ROWS}"


def test_a_link_keeps_its_label_and_loses_the_punctuation_glued_to_it() -> None:
    display = made("Vada su [i suoi ordini](LINK_ORDERS_WITH_TOKEN), poi paghi.").display
    assert re.fullmatch(r"Vada su i suoi ordini: http://localhost:3000/orders\?token=[^\s,]+ poi paghi\.", display)


def test_text_after_a_list_begins_on_a_line_of_its_own() -> None:
    assert made("Abbiamo [LIST_CATEGORIES], e molto altro.").display == f"Abbiamo\n{ROWS}\ne molto altro."


def test_a_list_that_stands_on_its_line_already_gets_no_blank_one() -> None:
    assert made("Categorie:\n[LIST_CATEGORIES]\nA presto").display == f"Categorie:\n{ROWS}\nA presto"
    assert made("Categorie:\n- [LIST_CATEGORIES]").display == f"Categorie:\n{ROWS}"


def test_emphasis_around_a_discount_stays() -> None:
    assert made("Il Suo sconto è del **[USER_DISCOUNT]**.").display == "Il Suo sconto è del *10%*."
    assert made("Il Suo sconto è del [USER_DISCOUNT]%.").display == "Il Suo sconto è del 10%."


@pytest.mark.parametrize("marker", ["[LIST_SECRETS]", "USER_PASSWORD", "[LINK_ADMIN_WITH_TOKEN]", "(LIST_)", "[user_name]"])
def test_an_unknown_marker_is_taken_out_and_reported(marker: str) -> None:
    out = made(f"Ecco qui {marker}.")
    assert out.display == "Ecco qui."
    assert len(out.removed) == 1


def test_a_name_that_looks_like_a_token_or_a_mark_is_left_as_it_is() -> None:
    stage = Stage()
    names = ("[LIST_PRODUCTS]", "$& {rows} ⟦0⟧", "Doppio **vero**\nrigo", r"\1 %s")
    stage.reads.services_ = tuple(replace(SERVICES[0], nome=name, ordine=number) for number, name in enumerate(names))
    shown = ["- • *[LIST_PRODUCTS]*", "- • *$& {rows} ⟦0⟧*", "- • *Doppio **vero** rigo*", r"- • *\1 %s*"]
    assert made("Servizi: [LIST_SERVICES]", stage).display == "\n".join(["Servizi:", *shown])


def test_at_most_five_names_are_spoken_and_all_are_shown() -> None:
    stage = Stage()
    stage.reads.categories_ = tuple(f"Reparto {name}" for name in ("Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta"))
    out = made("Abbiamo: [LIST_CATEGORIES]", stage)
    assert out.display.count("\n") == 7
    assert out.speech == "Abbiamo: Reparto Alfa, Reparto Beta, Reparto Gamma, Reparto Delta, Reparto Epsilon e altri due"


def test_another_workspace_sees_none_of_the_rows_and_gets_no_link() -> None:
    out = made("[LIST_SERVICES] [LIST_PRODUCTS] [USER_DISCOUNT] [LINK_CART_WITH_TOKEN]", workspace_id="altrove")
    assert out.display.count("🙏") == 4


def test_an_unidentified_caller_gets_the_courtesy_texts_for_discount_and_links() -> None:
    out = made("[USER_DISCOUNT]\n[LINK_PROFILE_WITH_TOKEN]", customer_id="anonymous")
    assert out.display == "Nessuno sconto attivo al momento 🙏\nLink non disponibile al momento 🙏"


def test_without_an_address_for_links_there_is_none() -> None:
    stage = Stage()
    stage.reads.settings_ = replace(stage.reads.settings_, link_base_url=None)
    assert made("[LINK_WITH_TOKEN]", stage).display == "Link non disponibile al momento 🙏"


@pytest.mark.parametrize(
    ("stored", "shown"), [("8.9", "€8.90"), ("12.345", "€12.35"), (0, "€0.00"), (7.1, "€7.10"), (None, None), ("x", None)]
)
def test_a_price_has_two_decimals(stored: object, shown: str | None) -> None:
    assert price(stored) == shown


@pytest.mark.parametrize(
    ("stored", "shown"), [(Decimal("10.00"), "10%"), (7.5, "7.5%"), ("100", "100%"), (0, None), (None, None), (-5, None), ("NaN", None)]
)
def test_a_discount_has_no_trailing_zeros_and_zero_is_none(stored: object, shown: str | None) -> None:
    assert discount(stored) == shown


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Cheeses & Dairy", "🧀"), ("Frozen Products", "🧊"), ("Spedizione Express", "🚚"), ("Assistenza Clienti", "📞"),
        ("Mozzarella", "🧀"),
        ("Prosecco", "🍷"), ("Vinile decorativo", "•"), ("Oggetto misterioso", "•"),
    ],
)  # fmt: skip
def test_each_name_has_the_sign_of_the_table(name: str, sign: str) -> None:
    assert emoji(name) == sign


MARKERS = st.sampled_from((*TOKENS, "LIST_FOO", "LINK_X_WITH_TOKEN", "USER_", "LIST_"))
SHAPED = st.tuples(
    st.sampled_from(("[", "(", "**[", " ", "", "](", "{{", "<", "`", r"\[", "[x](")),
    MARKERS,
    st.sampled_from(("]", ")", "]**", " ", "", ".", "}}", ">", "`", "](http://a.it/b)", r"\]")),
).map("".join)
TEMPLATES = st.lists(st.one_of(SHAPED, st.text(max_size=20)), max_size=8).map("".join)


@given(template=TEMPLATES, language=st.sampled_from(("it", "en", "es", "pt", "fr")))
def test_whatever_the_template_no_token_is_left_and_nothing_is_raised(template: str, language: str) -> None:
    out = made(template, language=language)
    assert re.search(r"(?:LIST|LINK|USER)_", re.sub(r"token=\S+", "", out.display)) is None
    assert "".join(ALPHABET.findall(out.speech)) == out.speech


@given(template=TEMPLATES)
def test_a_dead_database_raises_nothing_whatever_the_template(template: str) -> None:
    stage = Stage()
    stage.reads.down = True
    assert re.search(r"(?:LIST|LINK|USER)_", made(template, stage).display) is None
