"""Rows of words written as one line of text, so that the tables of a language can be read at a glance. Used by the other tables here."""


def row(text: str) -> tuple[str, ...]:
    """The words of a line in order; "-" stands for an empty cell."""
    return tuple("" if word == "-" else word for word in text.split())
