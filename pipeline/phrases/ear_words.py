"""Abbreviations, addresses and symbols in words: the passes of `pipeline.phrases.ear` that read signs which are no numbers.

Pure; all words come from `pipeline.phrases.spoken.readings`. Patterns are built once a language.
"""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.phrases.spoken.lexicon import lexicon
from pipeline.phrases.spoken.readings import Reading, reading

_TOP_LEVEL = "it|com|net|org|eu|es|pt|fr|de|uk|br|io|info|biz|shop|online|app|cloud|dev|health|salon|beauty"
_MAIL = re.compile(r"(?<![\w.+-])(?:mailto:)?([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+", re.IGNORECASE)
_DOMAIN = re.compile(rf"(?<![\w@.-])((?:[a-z0-9-]{{2,}}\.)+(?:{_TOP_LEVEL}))(/[^\s<>\"]*)?(?![\w-])")
_HOST = re.compile(r"(?:https?://|ftp://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/?$", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?![^\W\d_]{2})")
_HALF_DAY = re.compile(r"(?<=\d)\s?([ap])\.\s?m\.(\s*$|\s+(?=(?-i:[A-Z])))?", re.IGNORECASE)
_CLOSING = frozenset(("ecc", "etc", "s.p.a", "s.r.l", "s.n.c", "s.a.s", "cad", "escl", "incl", "a.m", "p.m"))
"""Abbreviations that may end a sentence: a capital after them begins the next one."""
_LONGEST_HOST = 4
"""Labels and dashes of a host that are still worth reading out."""


def _alternatives(keys: Iterable[str]) -> str:
    return "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True))


@cache
def _dotted(language: str) -> re.Pattern[str]:
    table = reading(language)
    keys = (*table.titles, *table.abbreviations)
    inner = _alternatives(key for key in keys if "." in key)
    simple = _alternatives(key for key in keys if "." not in key)
    return re.compile(rf"(?<![^\W\d_])(?<!\.)(?:({inner})(?:\.|(?!\w))|({simple})\.)", re.IGNORECASE)


@cache
def _bare(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?<![./])({_alternatives(reading(language).bare)})(?![\w/])", re.IGNORECASE)


@cache
def _weekdays(language: str) -> re.Pattern[str]:
    short = _alternatives((*reading(language).short_weekdays, *lexicon(language).weekdays))
    return re.compile(rf"(?<![^\W\d_])(?<!-)({short})\.?\s*-\s*({short})(?![\w-])\.?", re.IGNORECASE)


@cache
def _short_weekday(language: str) -> re.Pattern[str]:
    names = _alternatives(reading(language).short_weekdays)
    short = rf"(?<![^\W\d_])(?<![\d-])(?<!\d )({names})(?:(\.)(?=\s|$)|(:)|(?=,?\s+\d))"
    alone = rf"(?<=[;,.(] )(?-i:(?=[A-Z]))({names})(?=\s+(?-i:[a-z]))"
    return re.compile(f"{short}|{alone}", re.IGNORECASE)


def _weekday(text: str, language: str) -> str:
    short = [name.lower() for name in reading(language).short_weekdays]
    return lexicon(language).weekdays[short.index(text.lower())] if text.lower() in short else text


def expand(text: str, language: str) -> str:
    """Abbreviations and short weekdays in full; the dot of "ecc." stays where it also ends the sentence."""
    table = reading(language)

    def dotted(match: re.Match[str]) -> str:
        key = (match.group(1) or match.group(2)).lower()
        words = table.titles.get(key) or table.abbreviations[key]
        if match.group()[0].isupper() and len(key) > 1:
            words = words[0].upper() + words[1:]
        following = match.string[match.end() :]
        ends = key not in table.titles and (not following.strip() or (key in _CLOSING and following.lstrip()[0].isupper()))
        return words + ("." if ends else " " if following[:1].isalnum() else "")

    def weekday(match: re.Match[str]) -> str:
        following = match.string[match.end() :].lstrip()
        pause = "," if match.group(3) else "." if match.group(2) and (not following or following[0].isupper()) else ""
        return _weekday(match.group(1) or match.group(4), language) + pause

    def span(match: re.Match[str]) -> str:
        first, last = table.weekday_span
        return f"{first} {_weekday(match.group(1), language)} {last} {_weekday(match.group(2), language)}"

    if language == "en":
        text = _HALF_DAY.sub(lambda m: f"{m[1].lower()}m" + (f".{m[2]}" if m[2] is not None else ""), text)
    text = _weekdays(language).sub(span, text)
    text = _short_weekday(language).sub(weekday, text)
    text = _dotted(language).sub(dotted, text)
    text = _bare(language).sub(lambda m: table.bare[m.group(1).lower()], text)
    return _ACRONYM.sub(lambda m: m.group().replace(".", " "), text)


def _spelled(address: str, table: Reading) -> str:
    for sign, word in ((".", table.dot), ("-", table.dash), ("_", table.underscore), ("+", "+")):
        address = address.replace(sign, f" {word} ")
    return address


def _address(match: re.Match[str], table: Reading) -> str:
    whole = match.group()
    address = whole.rstrip(".,;:?!)'")
    host = _HOST.fullmatch(address)
    short = host is not None and len(re.split(r"[.-]", host.group(1))) <= _LONGEST_HOST
    said = _spelled(host.group(1).lower(), table) if host and short else table.link
    return f" {said} {whole[len(address) :]}"


def addresses(text: str, language: str) -> str:
    """E-mail addresses and short hosts spelled in words; a long link is said to stand in the message."""
    table = reading(language)
    text = _MAIL.sub(lambda m: f" {_spelled(m.group(1), table)} {table.at_sign} {_spelled(m.group(2).rstrip('.'), table)} ", text)
    return _DOMAIN.sub(lambda m: _address(m, table), _URL.sub(lambda m: _address(m, table), text))


@cache
def _symbol(language: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(reading(language).symbols))}]")


def symbols(text: str, language: str) -> str:
    """Symbols that have a name are named; brackets, slashes and lone dashes become pauses."""
    table = reading(language)
    text = _symbol(language).sub(lambda m: f" {table.symbols[m.group()]} ", text)
    text = re.sub(r"\s*[()\[\]{}|•<>=\\«»“”„\"]\s*(?=\s|$)|\s*[(\[{|•>=\\]\s*", lambda m: _bracket(m.group()), text)
    text = re.sub(r"\s*/\s*", ", ", text)
    return re.sub(r"(?<!\w)-+|-+(?!\w)|-{2,}", lambda m: ", " if not m.group().strip("-") else " ", text)


def _bracket(sign: str) -> str:
    return " " if sign.strip() in '«»“”„"' else ", "
