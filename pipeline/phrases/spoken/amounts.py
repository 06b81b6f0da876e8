"""Amounts in words: decimals, money, counted things, lengths of time.

Called by `pipeline.phrases.values` and `pipeline.phrases.ear`; built on `cardinals` and the tables of `lexicon`. Knows no layout.
"""

from decimal import ROUND_HALF_UP, Decimal

from pipeline.phrases.spoken.cardinals import Gender, cardinal, digits
from pipeline.phrases.spoken.lexicon import lexicon

_MILLION = 1_000_000
_LONG_FRACTION = 3


def decimal_words(value: Decimal, language: str) -> str:
    """A number with or without decimals: "sette virgola cinque"; decimals that begin with zero, or are many, digit by digit."""
    words = lexicon(language)
    sign, text = ("", f"{value:f}") if value >= 0 else (f"{words.minus} ", f"{-value:f}")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    head = sign + cardinal(int(whole), language)
    if not fraction:
        return head
    one_by_one = fraction.startswith("0") or len(fraction) >= _LONG_FRACTION or language == "en"
    tail = digits(fraction, language) if one_by_one else cardinal(int(fraction), language)
    return f"{head} {words.decimal} {tail}"


def _impure(noun: str) -> bool:
    """Whether an Italian masculine noun wants "uno" (lo sconto, lo zaino, lo psicologo)."""
    start = noun.lower()
    if start.startswith(("z", "x", "y", "ps", "pn", "gn")):
        return True
    return start.startswith("s") and start[1:2] not in "aeiouàèéìòù"


def one(noun: str, language: str, gender: Gender) -> str:
    """One thing with its numeral as a determiner: "un minuto", "uno sconto", "un'ora", "una hora"."""
    if language == "it" and gender == "M" and _impure(noun):
        return f"uno {noun}"
    if language == "it" and gender == "F" and noun[:1].lower() in "aeiouàèéìòù":
        return f"un'{noun}"
    return f"{cardinal(1, language, gender, apocope=True)} {noun}"


def count_words(n: int, singular: str, plural: str, language: str, gender: Gender = "M") -> str:
    """So many things, agreeing: "un appuntamento", "ventuno minuti", "veintiún minutos", "due milioni di euro"."""
    if n == 1:
        return one(singular, language, gender)
    of = lexicon(language).of_million
    joint = f" {of} " if of and n and n % _MILLION == 0 else " "
    return cardinal(n, language, gender, apocope=True) + joint + plural


def money_words(amount: Decimal, language: str, unit: tuple[str, str] | None = None, cent: tuple[str, str] | None = None) -> str:
    """An amount of money: "otto euro e novanta centesimi", "un euro", "cinquanta centesimi"; euros unless told otherwise."""
    words = lexicon(language)
    sign = f"{words.minus} " if amount < 0 else ""
    units, cents = divmod(int((abs(amount) * 100).to_integral_value(ROUND_HALF_UP)), 100)
    unit, cent = unit or words.euro, cent or words.cent
    small = count_words(cents, *cent, language) if cents else ""
    if small and not units:
        return sign + small
    large = count_words(units, *unit, language)
    return f"{sign}{large} {words.money_joint} {small}" if small else sign + large


def duration_words(minutes: int, language: str, *, spelled: bool) -> str:
    """A length of time: "45 minuti" or "quarantacinque minuti", "un'ora e mezza", "due ore e un quarto"."""
    words = lexicon(language)
    hours, rest = divmod(minutes, 60)

    def counted(n: int, names: tuple[str, str], gender: Gender) -> str:
        return count_words(n, *names, language, gender) if spelled else f"{n} {names[0] if n == 1 else names[1]}"

    if not hours:
        return counted(rest, words.minute, "M")
    head = words.one_hour if hours == 1 else counted(hours, words.hour, "F")
    short = {30: words.half, 15: words.quarter}.get(rest, "")
    if short and (hours == 1 or language != "en"):
        return f"{head} {short}"
    return f"{head} {words.joint} {counted(rest, words.minute, 'M')}" if rest else head
