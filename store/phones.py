"""Telephone numbers compared in E.164, whatever their stored form (contract section 4).

Used by `store.people` and the erasure. Everyday Italian numbers are read here; `phonenumbers` is imported only for the others.
"""

import re
from functools import lru_cache

_MOBILE = re.compile(r"^(?:\+39|0039)?(3\d{8,9})$")
_MOBILE_WITH_39 = re.compile(r"^39(3\d{9})$")
_LANDLINE = re.compile(r"^(?:\+39|0039)?(0[1-9]\d{4,9})$")
_NOISE = re.compile(r"[^\d+]")
TAIL = 7


def digits(text: str) -> str:
    """The digits of a number and a leading plus."""
    squeezed = _NOISE.sub("", text)
    return squeezed[:1] + squeezed[1:].replace("+", "")


def tail(text: str) -> str:
    """The last digits, the same in every form of one number; "" for what is too short to be a number."""
    only = digits(text).lstrip("+")
    return only[-TAIL:] if len(only) >= 5 else ""


@lru_cache(maxsize=4096)
def e164(text: str) -> str | None:
    """The number in E.164, read in Italy; None for what is no number."""
    number = digits(text)
    for pattern in (_MOBILE, _MOBILE_WITH_39, _LANDLINE):
        found = pattern.match(number)
        if found:
            return f"+39{found[1]}"
    return _by_library(number)


def _by_library(number: str) -> str | None:
    if len(number) < 5:
        return None
    import phonenumbers  # 25 ms, and seldom needed

    try:
        parsed = phonenumbers.parse(f"+{number[2:]}" if number.startswith("00") else number, "IT")
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
