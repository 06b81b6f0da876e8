"""Telephone numbers: what is one, how it is stored, whether it is a mobile.

Called by flows, messages and the desk; calls `phonenumbers` for what is no everyday Italian number, imported at first use.
Rule: contract section 4, "telefono is stored and returned as national digits ... (+CC... if foreign) and compared in E.164".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_SEPARATORS = re.compile(r"[\s.\-/()\u00a0\u2010-\u2015]+")
_SHAPE = re.compile(r"\+?[0-9]{5,17}")
_MOBILE = re.compile(r"(?:\+39|0039)?(3[0-9]{8,9})|39(3[0-9]{9})")


@dataclass(frozen=True, slots=True)
class Telephone:
    """A valid number: `e164` to compare, `stored` as the file keeps it, `mobile` whether a message can reach it."""

    e164: str
    stored: str
    mobile: bool


@lru_cache(maxsize=4096)
def telephone(text: str) -> Telephone | None:
    """The number that was written, read in Italy; None for what is no telephone number."""
    number = _SEPARATORS.sub("", text)
    if not _SHAPE.fullmatch(number):
        return None
    mobile = _MOBILE.fullmatch(number)
    if mobile:
        digits = mobile[1] or mobile[2]
        return Telephone(f"+39{digits}", digits, True)
    return _by_library(number)


def national(text: str) -> str | None:
    """The form in which a number is stored: national digits, +CC... if foreign; None for what is no telephone number."""
    known = telephone(text)
    return known.stored if known else None


def same_phone(one: str, other: str) -> bool:
    """Whether both name the same line, whatever their form; what is no number is nobody's."""
    first, second = telephone(one), telephone(other)
    return first is not None and second is not None and first.e164 == second.e164


def reachable(text: str) -> str | None:
    """The number a message goes to, as stored; None for a landline or what is no number."""
    known = telephone(text)
    return known.stored if known and known.mobile else None


def _by_library(number: str) -> Telephone | None:
    import phonenumbers  # 25 ms, and seldom needed

    try:
        parsed = phonenumbers.parse(f"+{number[2:]}" if number.startswith("00") else number, "IT")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    italian = parsed.country_code == 39
    return Telephone(e164, e164[3:] if italian else e164, phonenumbers.number_type(parsed) in kinds)
