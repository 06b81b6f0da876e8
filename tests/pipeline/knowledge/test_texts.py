"""The wording of the room: complete in four languages, with the same slots and tokens in each."""

import re

import pytest

from pipeline.foreign.detect import prose_language
from pipeline.foreign.languages import LANGUAGES
from pipeline.knowledge.texts import TEXTS
from pipeline.knowledge.tokens import TOKENS

_OPEN = re.compile(r"\{[a-z_]+\}|\[[A-Z_]+\]")


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_has_the_same_slots_and_tokens_in_four_languages(key: str) -> None:
    shapes = {tuple(sorted(_OPEN.findall(text))) for text in TEXTS[key]}
    assert len(TEXTS[key]) == len(LANGUAGES)
    assert len(shapes) == 1
    assert all(text.strip() for text in TEXTS[key])


@pytest.mark.parametrize("key", TEXTS)
def test_every_token_in_a_text_is_one_of_the_eleven(key: str) -> None:
    assert {marker.strip("[]") for text in TEXTS[key] for marker in re.findall(r"\[[A-Z_]+\]", text)} <= set(TOKENS)


def test_there_are_eleven_tokens() -> None:
    assert len(set(TOKENS)) == 11


@pytest.mark.parametrize("key", [key for key, texts in TEXTS.items() if all(len(text.split()) > 6 for text in texts)])
def test_every_longer_text_is_in_the_language_of_its_column(key: str) -> None:
    heard = [prose_language(_OPEN.sub(" ", text))[0] for text in TEXTS[key]]
    assert heard == list(LANGUAGES)


def test_the_courtesy_texts_are_those_of_the_specification() -> None:
    assert [TEXTS[key][0] for key in ("no_categories", "no_services", "no_products", "no_discount", "no_link", "nothing_known")] == [
        "Al momento non abbiamo categorie disponibili 🙏",
        "Al momento non abbiamo servizi disponibili 🙏",
        "Al momento non abbiamo prodotti disponibili 🙏",
        "Nessuno sconto attivo al momento 🙏",
        "Link non disponibile al momento 🙏",
        "Non ho informazioni disponibili su questo argomento.",
    ]
