"""Frozen values to JSON and back: nothing lost, nothing believed that does not fit."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.session import Dialogue, Exchange, OfferedSlot, Option, Slots, When
from store import codec

ids = st.integers(min_value=-(2**53), max_value=2**53) | st.text(max_size=8)
days = st.dates(min_value=dt.date(1900, 1, 1))
hours = st.times().map(lambda value: value.replace(microsecond=0))
text = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=20)
whens = st.builds(
    When,
    data=st.none() | days,
    ora=st.none() | hours,
    giorni_esclusi=st.lists(st.integers(0, 6)).map(tuple),
    candidati=st.lists(st.tuples(st.none() | days, st.none() | hours), max_size=3).map(tuple),
)
slots = st.builds(
    Slots,
    cliente_id=st.none() | ids,
    nome=st.none() | text,
    servizi=st.lists(ids, max_size=3).map(tuple),
    quando=whens,
    servizi_in_dubbio=st.lists(st.lists(ids, max_size=2).map(tuple), max_size=2).map(tuple),
    data_nascita=st.none() | days,
)
options = st.builds(
    Option,
    n=st.integers(0, 9),
    kind=st.sampled_from(["cliente", "slot"]),
    label=text,
    id=st.none() | ids,
    slot=st.none() | st.builds(OfferedSlot, data=days, ora=hours, operatore_id=st.none() | ids),
)
dialogues = st.builds(
    Dialogue,
    slots=slots,
    options=st.lists(options, max_size=2).map(tuple),
    caller_phone=st.none() | text,
    memo=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)


@given(dialogues)
def test_a_dialogue_survives_the_file(dialogue: Dialogue) -> None:
    assert codec.decode(Dialogue, codec.encode(dialogue), Dialogue()) == dialogue


json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["slots", "options", "step", "flow", "memo", "tries", "said", "language"]), json))
def test_whatever_stands_in_the_file_gives_a_dialogue(found: dict[str, object]) -> None:
    assert isinstance(codec.decode(Dialogue, codec.encode(found), Dialogue()), Dialogue)


def test_what_is_no_json_gives_the_fallback() -> None:
    for broken in (None, "", "{", "[]", "7", '"x"'):
        assert codec.decode(Dialogue, broken, Dialogue(step="ora")) == Dialogue(step="ora")


def test_a_list_keeps_the_items_that_fit() -> None:
    assert codec.decode_list(Exchange, '[{"user":"a","assistant":"b"},{"user":1},7,{"user":"c","assistant":"d","intent":"boh"}]') == (
        Exchange("a", "b"), Exchange("c", "d"),
    )  # fmt: skip
