"""Whole numbers in words, from 0 to 999,999,999, in Italian, English, Spanish and Portuguese.

Called by `pipeline.phrases.values` and `pipeline.phrases.ear`. Tables and a few lines of grammar for each language; what is
larger than the tables is read digit by digit. Knows nothing of what is counted beyond its gender.
"""

from collections.abc import Callable
from typing import Literal

from pipeline.phrases.spoken.table import row

Gender = Literal["M", "F"]
LIMIT = 999_999_999

_IT_SMALL = row(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
_IT_TENS = row("- dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_EN_SMALL = row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = row("- ten twenty thirty forty fifty sixty seventy eighty ninety")
_ES_SMALL = row(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_ES_TENS = row("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = row("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
_PT_SMALL = row(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove"
)
_PT_TENS = row("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = row("- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")


def _it_below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    head = "" if not hundreds else ("" if hundreds == 1 else _IT_SMALL[hundreds]) + "cento"
    if not rest:
        return head
    if rest < 20:
        tail = _IT_SMALL[rest]
    else:
        tens, unit = divmod(rest, 10)
        stem = _IT_TENS[tens][:-1] if unit in (1, 8) else _IT_TENS[tens]
        tail = stem + (_IT_SMALL[unit] if unit else "")
    return head[:-1] + tail if head and tail.startswith("ott") else head + tail


def _italian(n: int, gender: Gender, apocope: bool) -> str:
    if n == 0:
        return "zero"
    millions, rest = divmod(n, 1_000_000)
    thousands, below = divmod(rest, 1000)
    parts: list[str] = []
    if millions:
        parts.append("un milione" if millions == 1 else f"{_italian(millions, 'M', True)} milioni")
    compound = "" if not thousands else "mille" if thousands == 1 else f"{_it_below_thousand(thousands)}mila"
    compound += _it_below_thousand(below) if below else ""
    if compound:
        parts.append(compound)
    words = " ".join(parts)
    if n == 1:
        return "una" if gender == "F" else "un" if apocope else "uno"
    return words[:-3] + "tré" if words.endswith("tre") and n != 3 else words


def _en_below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    parts = [f"{_EN_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, unit = divmod(rest, 10)
        tail = _EN_SMALL[rest] if rest < 20 else _EN_TENS[tens] + (f"-{_EN_SMALL[unit]}" if unit else "")
        parts.append(tail)
    return " and ".join(parts)


def _english(n: int, _gender: Gender, _apocope: bool) -> str:
    if n == 0:
        return "zero"
    millions, rest = divmod(n, 1_000_000)
    thousands, below = divmod(rest, 1000)
    parts = [f"{_en_below_thousand(part)} {name}" for part, name in ((millions, "million"), (thousands, "thousand")) if part]
    if below:
        joint = "and " if parts and below < 100 else ""
        parts.append(joint + _en_below_thousand(below))
    return " ".join(parts)


def _es_below_thousand(n: int, gender: Gender, apocope: bool) -> str:
    if n == 100:
        return "cien"
    hundreds, rest = divmod(n, 100)
    head = _ES_HUNDREDS[hundreds]
    if gender == "F" and hundreds > 1:
        head = head[:-2] + "as"
    if rest < 30:
        tail = _ES_SMALL[rest] if rest else ""
    else:
        tens, unit = divmod(rest, 10)
        tail = _ES_TENS[tens] + (f" y {_ES_SMALL[unit]}" if unit else "")
    if tail.endswith("uno"):
        tail = f"{tail[:-3]}una" if gender == "F" else tail[:-1] if apocope else tail
        tail = "veintiún" if tail == "veintiun" else tail
    return f"{head} {tail}".strip()


def _spanish(n: int, gender: Gender, apocope: bool) -> str:
    if n == 0:
        return "cero"
    millions, rest = divmod(n, 1_000_000)
    thousands, below = divmod(rest, 1000)
    parts: list[str] = []
    if millions:
        parts.append("un millón" if millions == 1 else f"{_spanish(millions, 'M', True)} millones")
    if thousands:
        parts.append("mil" if thousands == 1 else f"{_es_below_thousand(thousands, gender, True)} mil")
    if below:
        parts.append(_es_below_thousand(below, gender, apocope))
    return " ".join(parts)


def _pt_below_thousand(n: int, gender: Gender) -> str:
    if n == 100:
        return "cem"
    hundreds, rest = divmod(n, 100)
    parts: list[str] = []
    if hundreds:
        head = _PT_HUNDREDS[hundreds]
        parts.append(head[:-2] + "as" if gender == "F" and hundreds > 1 else head)
    if rest >= 20:
        tens, rest = divmod(rest, 10)
        parts.append(_PT_TENS[tens])
    if rest:
        word = _PT_SMALL[rest]
        parts.append({"um": "uma", "dois": "duas"}.get(word, word) if gender == "F" else word)
    return " e ".join(parts)


def _portuguese(n: int, gender: Gender, _apocope: bool) -> str:
    if n == 0:
        return "zero"
    millions, rest = divmod(n, 1_000_000)
    thousands, below = divmod(rest, 1000)
    parts: list[str] = []
    if millions:
        parts.append("um milhão" if millions == 1 else f"{_portuguese(millions, 'M', False)} milhões")
    if thousands:
        parts.append("mil" if thousands == 1 else f"{_pt_below_thousand(thousands, gender)} mil")
    if below:
        joint = "e " if parts and (below <= 100 or below % 100 == 0) else ""
        parts.append(joint + _pt_below_thousand(below, gender))
    return " ".join(parts)


_LANGUAGES: dict[str, Callable[[int, Gender, bool], str]] = {
    "it": _italian,
    "en": _english,
    "es": _spanish,
    "pt": _portuguese,
}
_MINUS = {"it": "meno", "en": "minus", "es": "menos", "pt": "menos"}


def cardinal(n: int, language: str, gender: Gender = "M", *, apocope: bool = False) -> str:
    """The number in words; `apocope` is the form before a noun (un minuto, veintiún minutos). Beyond the tables digit by digit."""
    if n < 0:
        return f"{_MINUS[language]} {cardinal(-n, language, gender, apocope=apocope)}"
    if n > LIMIT:
        return digits(str(n), language)
    return _LANGUAGES[language](n, gender, apocope)


def digits(text: str, language: str) -> str:
    """Each decimal digit of the text as a word, everything else left out: "02" gives "zero due"."""
    return " ".join(_LANGUAGES[language](int(character), "M", False) for character in text if character.isdecimal())


def year(n: int, language: str) -> str:
    """A year as it is said: "duemilaventisei", "nineteen eighty-five", "two thousand and five"."""
    if language != "en" or not 1100 <= n <= 2099 or n // 10 == 200:
        return cardinal(n, language)
    century, rest = divmod(n, 100)
    if not rest:
        return f"{cardinal(century, 'en')} hundred"
    return f"{cardinal(century, 'en')} {'oh ' if rest < 10 else ''}{cardinal(rest, 'en')}"
