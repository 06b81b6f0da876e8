"""What is a telephone number, how it is stored, and whom a message can reach."""

import pytest

from pipeline.rules.phone import Telephone, national, reachable, same_phone, telephone


@pytest.mark.parametrize(
    "written", ["3284567890", "328 456 7890", "328-456.7890", "+39 328 456 7890", "0039 3284567890", "393284567890", "(328) 4567890"]
)
def test_every_way_of_writing_a_mobile_is_stored_as_national_digits(written: str) -> None:
    assert telephone(written) == Telephone("+393284567890", "3284567890", True)


def test_landlines_are_numbers_that_no_message_reaches() -> None:
    assert telephone("06 1234567") == Telephone("+39061234567", "061234567", False)
    assert reachable("+39 02 1234567") is None
    assert reachable("3284567890") == "3284567890"


def test_a_foreign_number_keeps_its_country_code() -> None:
    assert national("+44 7911 123456") == "+447911123456"
    assert national("0044 7911 123456") == "+447911123456"


@pytest.mark.parametrize("written", ["", "abc", "12345", "328456", "+", "32845678901234567890", "328 456 789O", "٣٢٨٤٥٦٧٨٩٠"])
def test_what_is_no_number_is_nobody_s(written: str) -> None:
    assert telephone(written) is None
    assert not same_phone(written, written)


def test_numbers_are_compared_whatever_their_form() -> None:
    assert same_phone("+39 328 4567890", "3284567890")
    assert not same_phone("3284567890", "3284567891")
