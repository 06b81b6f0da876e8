"""How a list of words is written in this room: as text, one space between.

Called by the modules of data; calls nobody.
"""

from sys import intern


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set; a word of several lists is kept once."""
    return frozenset(map(intern, text.split()))


def phrase_list(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a text, parted by commas, each as its words."""
    return tuple(tuple(map(intern, phrase.split())) for phrase in text.split(", "))
