"""Lists read as one phrase, with the conjunction that sounds right before the last member.

Called by `pipeline.phrases.values`. Italian "ed" and Spanish "e" and "u" come before the same vowel only.
"""

from collections.abc import Callable, Sequence

_AND = {"it": "e", "en": "and", "es": "y", "pt": "e"}
_OR = {"it": "o", "en": "or", "es": "o", "pt": "ou"}


def conjunction(following: str, language: str) -> str:
    """ "And" before this word: "ed Elena", "y corte", "e hidratación"."""
    start = following.lower()
    if language == "it" and start.startswith(("e", "è", "é")):
        return "ed"
    if language == "es" and start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hie", "hia", "hio")):
        return "e"
    return _AND[language]


def disjunction(following: str, language: str) -> str:
    """ "Or" before this word: "o colore", "u otro"."""
    start = following.lower()
    if language == "es" and start.startswith(("o", "ó", "ho", "hó")):
        return "u"
    return _OR[language]


def joined(names: Sequence[str], language: str, word: Callable[[str, str], str]) -> str:
    """All names with commas, the last after `word`; nothing for no names."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word(names[-1], language)} {names[-1]}"
