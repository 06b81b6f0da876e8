"""The four languages of the house and the folding that makes words comparable.

Used by every module of this package and by `pipeline.knowledge`. Calls nothing. Must never know a caller or a database.
"""

import re
import unicodedata
from typing import Literal

Language = Literal["it", "en", "es", "pt"]

LANGUAGES: tuple[Language, ...] = ("it", "en", "es", "pt")

_BY_NAME: dict[str, Language] = {
    "it": "it", "ita": "it", "italian": "it", "italiano": "it",
    "en": "en", "eng": "en", "english": "en", "inglese": "en",
    "es": "es", "spa": "es", "esp": "es", "spanish": "es", "spagnolo": "es", "espanol": "es",
    "pt": "pt", "por": "pt", "portuguese": "pt", "portoghese": "pt", "portugues": "pt",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'"})


def supported(language: str | None) -> Language | None:
    """One of the four languages for a code, a locale ("pt-BR") or a name in any case; None for anything else."""
    if not language:
        return None
    head = re.split(r"[-_]", fold(language).strip(), maxsplit=1)[0]
    return _BY_NAME.get(head)


def fold(text: str) -> str:
    """Lower case without accents, with plain apostrophes; the length may change."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of a text, elisions split ("l'orario" gives "l" and "orario"); digits are no words."""
    return _WORD.findall(fold(text))
