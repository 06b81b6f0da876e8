"""What is no longer wanted of a visit, told from what is."""

import pytest

from pipeline.italian.parse import parse
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    ("text", "out", "only", "swap"),
    [
        ("vorrei il massaggio cinque sensi senza la piega", (2,), False, False),
        ("tolga la piega", (2,), False, False),
        ("la piega non la faccio più", (2,), False, False),
        ("la piega no", (2,), False, False),
        ("devo far togliere la piega", (), False, False),
        ("facciamo solo la piega", (), True, False),
        ("disdica solo la piega", (2,), False, False),
        ("al posto della piega un massaggio cinque sensi", (2,), False, True),
        ("può sostituire la piega con il massaggio cinque sensi?", (), False, True),
        ("una piega venerdì invece di giovedì", (), False, False),
        ("vorrei una piega e non più tardi delle 16", (), False, False),
    ],
)
def test_what_is_not_wanted_any_more(text: str, out: tuple[int, ...], only: bool, swap: bool) -> None:
    found = parse(text, context())
    assert (found.services_out, found.services_only, found.services_swap) == (out, only, swap)
