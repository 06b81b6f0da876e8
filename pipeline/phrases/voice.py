"""What every phrase is written with: the values' format, the register, and the table that ties a Meaning to its words.

Used by the phrase modules of the four languages; called by `pipeline.phrases.render`. A phrase begins in lower case: the renderer
capitalises the beginning of each sentence. It knows no Meaning by name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.phrases.values import Format

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Say:
    """`v` formats values for the eye or for the ear; `ear` tells which, for what is only written (codes, numbers in a list)."""

    v: Format
    tu: bool = False
    ear: bool = False

    def y(self, lei: str, tu: str) -> str:
        """The polite or the familiar form, one register per call."""
        return tu if self.tu else lei

    def vary(self, n: int, *forms: str) -> str:
        """The n-th of several wordings, so that nothing is repeated word for word."""
        return forms[n % len(forms)]


Words = Callable[[Any, Say], str]


class Phrasebook:
    """The words of one language: one function a Meaning."""

    def __init__(self) -> None:
        self.words: dict[type, Words] = {}

    def says(self, meaning: type[M]) -> Callable[[Callable[[M, Say], str]], Callable[[M, Say], str]]:
        """Registers the words of a Meaning. Raises ValueError if it has some already."""

        def register(function: Callable[[M, Say], str]) -> Callable[[M, Say], str]:
            if meaning in self.words:
                raise ValueError(f"{meaning.__name__} has words already")
            self.words[meaning] = function
            return function

        return register
