"""Meanings become a text for the eye and the same text for the ear, in the caller's language.

Called by `pipeline.stages.speech`. Calls the phrasebooks, imported only when their language is spoken. All that is said stands below
`pipeline.phrases`; nothing here or there decides anything.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import import_module
from typing import Literal

from pipeline.model.meanings import Answered, Greeted, Meaning, Repeated
from pipeline.phrases.ear import speech
from pipeline.phrases.told import told
from pipeline.phrases.values import Ear, Eye
from pipeline.phrases.voice import Phrasebook, Say

BOOKS = {"it": "italian", "en": "english", "es": "spanish", "pt": "portuguese"}

_END = re.compile(r"[.!?](?=\s|$)")
_SENTENCE = re.compile(r"(^|[.!?]\s+|\n|[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\s+)([¿¡]?[a-zà-ÿ])")
"""The beginning of a sentence: also after an emoji, which ends a courtesy text; ¿ and ¡ stand before the letter."""


@cache
def book(language: str) -> Phrasebook:
    """The phrasebook of a language; Italian for any other."""
    module = import_module(f"pipeline.phrases.{BOOKS.get(language, 'italian')}")
    found: Phrasebook = module.BOOK
    return found


def render(said: Sequence[Meaning], language: str, today: date, tono: Literal["lei", "tu"]) -> tuple[str, str]:
    """(text, speech) of these Meanings in order. Raises KeyError for a Meaning without words in this language."""
    written = Say(Eye(language, today), tono == "tu")
    spoken = Say(Ear(language, today), tono == "tu", ear=True)
    text = _joined(_opened(said, _in_two(said, [_shown(m, language, written) for m in said])))
    sound = _joined(_opened(said, _in_two(said, [_ended(_heard(m, language, spoken)) for m in said])))
    return text, speech(sound, language, today)


def _shown(meaning: Meaning, language: str, say: Say) -> str:
    match meaning:
        case Answered(display=display):
            return told(display, say.v)
        case Repeated(text=text):
            return text
        case _:
            return book(language).words[type(meaning)](meaning, say)


def _heard(meaning: Meaning, language: str, say: Say) -> str:
    match meaning:
        case Answered(speech=words) | Repeated(speech=words):
            return words
        case _:
            return book(language).words[type(meaning)](meaning, say)


def _ended(words: str) -> str:
    """A part that ends without a mark would run into the next one for the ear."""
    words = words.rstrip()
    return words if not words or words[-1] in ".,;:!?" else f"{words}."


def _in_two(said: Sequence[Meaning], parts: list[str]) -> list[str]:
    """Two sentences a turn: a statement runs into what follows where there would be a third. Answers to questions stay as they are."""
    sentences = sum(len(_END.findall(part)) for part in parts)
    if sentences <= 2 or any(isinstance(meaning, Answered | Repeated) for meaning in said):
        return parts
    return [f"{part[:-1]};" if part.endswith(".") else part for part in parts[:-1]] + parts[-1:]


def _opened(said: Sequence[Meaning], parts: list[str]) -> list[str]:
    """The words that open a call end before an answer of whole sentences; a question, or a mere word, runs on from them."""
    first = len(said) > 1 and isinstance(said[0], Greeted) and isinstance(said[1], Answered) and not parts[1][:1].islower()
    return [f"{parts[0].rstrip(':.')}.", *parts[1:]] if first else parts


def _joined(parts: Sequence[str]) -> str:
    kept = [part.replace("’", "'").strip() for part in parts if part.strip()]
    text = "".join(part + ("\n" if "\n" in part else " ") for part in kept).strip()
    return _SENTENCE.sub(lambda found: found.group(1) + found.group(2).upper(), text)
