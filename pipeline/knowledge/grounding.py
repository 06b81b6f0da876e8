"""Nothing a model writes is believed: what its text states must already stand in the text it was given.

Called by `rendering`, `faq` and `direct`. Calls `foreign` for folding and for the language of a text. Values in, reasons out: an
empty answer means grounded. A check that is too strict costs a nicer wording, one that is too lax costs a made-up fact: it is
strict.
"""

import re
from collections.abc import Iterable

from pipeline.foreign.detect import prose_language
from pipeline.foreign.languages import Language, fold, words
from pipeline.knowledge.draft import PLACEHOLDER
from pipeline.knowledge.numerals import CALENDAR_WORDS, FUNCTION_WORDS, NEGATIONS, NUMBER_WORDS

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_LINK = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:it|com|net|org|eu|es|pt|br|uk)\b", re.IGNORECASE)
_ROW = re.compile(r"(?m)^[ \t]*(?:[-•–]|\*(?=[ \t])|\d{1,2}[.)])[ \t]+\S")
_MARKER = re.compile(r"\b(?:LIST|LINK|USER)_|[\[\]{}<>]")
_CAPITAL = re.compile(r"(?<=[\w,;:)%€¤])[ \t*_(\"«“]+([A-ZÀ-Ý][a-zà-ÿ]{2,})")
_MONEY = re.compile(r"[€$£%]|\b(?:euros?|dollar[is]?|per ?cento|percent|por ?cento)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…]+(?:\s|$)")


def invented(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The kinds of fact in `text` that no source holds: number, money, date, link, row, marker, name. Empty = none."""
    source = "\n".join(sources)
    checks = (
        ("number", _numbers(text) - _numbers(source)),
        ("money", _MONEY.search(text) and not _MONEY.search(source)),
        ("date", _calendar(text) - _calendar(source)),
        ("link", _links(text) - _links(source)),
        ("row", len(_ROW.findall(text)) > len(_ROW.findall(source))),
        ("marker", _MARKER.search(text) and not _MARKER.search(source)),
        ("name", _capitals(text) - set(words(source))),
    )
    return tuple(kind for kind, found in checks if found)


def unfaithful(text: str, sources: Iterable[str], question: str) -> tuple[str, ...]:
    """As `invented`, and stricter for a text in the language of its sources: no new content word, no turned negation, no number lost."""
    told = list(sources)
    source = "\n".join(told)
    known = {_stem(word) for word in words(source)} | {_stem(word) for word in words(question)}
    fresh = {word for word in words(text) if len(word) > 3 and word not in FUNCTION_WORDS and _stem(word) not in known}
    checks = (
        ("word", fresh),
        ("negation", _negations(text) != _negations(source)),
        ("lost", _numbers(source) - _numbers(text)),
    )
    return (*invented(text, told), *(kind for kind, found in checks if found))


def untranslated(before: str, after: str, language: Language) -> tuple[str, ...]:
    """Why a translation of prose with placeholders cannot be used: facts, another language, or more said than there was to say."""
    source, result = PLACEHOLDER.sub(" ¤ ", before), PLACEHOLDER.sub(" ¤ ", after)
    heard, _ = prose_language(result)
    source_words, result_words = len(words(source)), len(words(result))
    checks = (
        ("language", heard is not None and heard != language),
        ("empty", source_words > 0 and result_words == 0),
        ("length", result_words > source_words * 1.6 + 4),
        ("sentences", len(_SENTENCE.findall(result)) > len(_SENTENCE.findall(source)) + 1),
        ("figure", re.search(r"\d", result) is not None),
    )
    return (*invented(result, (source,)), *(kind for kind, found in checks if found))


def _numbers(text: str) -> set[str]:
    found = {_plain(number) for number in _NUMBER.findall(text)}
    return found | {str(NUMBER_WORDS[word]) for word in words(text) if word in NUMBER_WORDS}


def _links(text: str) -> set[str]:
    return {link.casefold().rstrip(".,;") for link in _LINK.findall(text)}


def _plain(number: str) -> str:
    """One spelling for one number: "8,90", "8.90" and "8.9", "09:00" and "9:00", "9:00" and "9" are the same."""
    parts = [part.lstrip("0") or "0" for part in re.split(r"[.,:]", number)]
    while len(parts) > 1 and not parts[-1].strip("0"):
        parts.pop()
    if len(parts) > 1:
        parts[-1] = re.split(r"[.,:]", number)[len(parts) - 1].rstrip("0")
    return ".".join(parts)


def _calendar(text: str) -> set[str]:
    return {CALENDAR_WORDS[word] for word in words(text) if word in CALENDAR_WORDS}


def _capitals(text: str) -> set[str]:
    found = {fold(name) for name in _CAPITAL.findall(text)}
    return {name for name in found if name not in CALENDAR_WORDS and name not in FUNCTION_WORDS}


def _negations(text: str) -> bool:
    return any(word in NEGATIONS for word in words(text))


def _stem(word: str) -> str:
    return word[:5] if len(word) > 5 else word[:-1] if len(word) > 3 else word
