"""Splitting what was heard into words that keep their place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian.words import Span, fold, is_filler, tokenize

ANY_TEXT = st.text(max_size=2000)


def norms(text: str) -> list[str]:
    """The folded words of a text."""
    return [word.norm for word in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'appuntamento di giovedì", ["l'", "appuntamento", "di", "giovedi"]),
        ("un po' dopo, e' martedi'", ["un", "po", "dopo", "e", "martedi"]),
        ("dell’85 all'una", ["dell'", "85", "all'", "una"]),
        ("all una", ["all'", "una"]),
        ("D’Angelo e Dell'Orto", ["d'", "angelo", "e", "dell'", "orto"]),
        ("giovedi'12", ["giovedi", "12"]),
        ("h10:30 del 1° 21/5-26", ["h", "10", "30", "del", "1", "21", "5", "26"]),
        ("PERCHE\u0301 così", ["perche", "cosi"]),
        ("٣ e 4", ["3", "e", "4"]),
        ("", []),
        ("?!… — 👍", []),
    ],
)
def test_a_text_is_split_into_folded_words(text: str, expected: list[str]) -> None:
    assert norms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gio gio giovedì", ["giovedi"]),
        ("v-venerdì", ["venerdi"]),
        ("vorrei vorrei prenotare", ["vorrei", "prenotare"]),
        ("ve... venerdì", ["venerdi"]),
        ("no no va bene", ["no", "no", "va", "bene"]),
        ("tre tre due due", ["tre", "tre", "due", "due"]),
        ("ma martedì la lampada", ["ma", "martedi", "la", "lampada"]),
        ("33 33", ["33", "33"]),
    ],
)
def test_stutters_are_collapsed_and_what_was_meant_twice_is_kept(text: str, expected: list[str]) -> None:
    assert norms(text) == expected


def test_a_collapsed_stutter_leaves_the_marks_before_it() -> None:
    words = tokenize("va bene, gio gio giovedì")
    assert (words[2].norm, words[2].before, words[2].breaks) == ("giovedi", ", ", True)


def test_figures_written_together_know_what_joins_them() -> None:
    hour, minute = tokenize("15:30")
    assert (hour.after, minute.before, minute.glued, minute.is_number) == (":", ":", True, True)


def test_a_filler_that_opens_is_kept_and_one_in_between_is_left_out() -> None:
    assert [word.norm for word in tokenize("venerdì diciamo alle ehm dieci")] == ["venerdi", "alle", "dieci"]
    assert [is_filler(word) for word in tokenize("ehm venerdì")] == [True, False]


def test_spans_count_words_half_open() -> None:
    assert (len(Span(2, 5)), Span(2, 5).overlaps(Span(4, 6)), Span(2, 5).overlaps(Span(5, 6))) == (3, True, False)


@given(ANY_TEXT)
def test_any_text_gives_words_that_stand_where_they_say(text: str) -> None:
    words = tokenize(text)
    assert [text[word.start : word.end] for word in words] == [word.surface for word in words]
    assert all(one.end <= two.start for one, two in pairwise(words))


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
