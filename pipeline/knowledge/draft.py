"""A text whose data stands apart from its words: numbered placeholders and the values they stand for.

Made by `tokens` and by the calling functions, shielded by `shield`, filled here. Data goes in once, in one pass, and is never read
again. Calls nothing of ours but `texts`. Must never know where a value comes from.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "list", "link", "courtesy", "word"]

PLACEHOLDER = re.compile(r"⟦(\d+)⟧")
_BRACKETS = str.maketrans("", "", "⟦⟧")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_TRAILING = re.compile(r"^[ \t]*[.,;:!]+(?=\s|$)")
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[-•*–]|\d{1,2}[.)])[ \t]*$")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a placeholder: `display` for the eye, `spoken` for the ear; `token` names where it came from."""

    display: str
    spoken: str
    kind: Kind = "text"
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Words with ⟦n⟧ for `values[n]`."""

    text: str
    values: tuple[Value, ...] = ()


def clean(text: str) -> str:
    """The text without the signs that mark our own placeholders."""
    return text.translate(_BRACKETS)


def one_line(name: object) -> str:
    """A stored name on one line, without control characters: a name must never break a row of a list."""
    return " ".join("".join(char if char.isprintable() else " " for char in str(name)).split())


def words(display: object) -> Value:
    """A short value that is said as it is written."""
    text = one_line(display)
    return Value(text, text)


def with_slots(draft: Draft, slots: Mapping[str, Value]) -> Draft:
    """The draft with each `{slot}` turned into a placeholder; a name without a value stays as it is written."""
    values = list(draft.values)

    def place(found: re.Match[str]) -> str:
        value = slots.get(found[1])
        if value is None:
            return found[0]
        values.append(value)
        return f"⟦{len(values) - 1}⟧"

    return Draft(_SLOT.sub(place, draft.text), tuple(values))


def fill(draft: Draft, spoken: bool = False) -> str:
    """The finished text: lists begin on a line of their own, a sign glued to a link or a list is dropped."""
    parts: list[str] = []
    after: Value | None = None
    for number, piece in enumerate(PLACEHOLDER.split(draft.text)):
        if number % 2:
            value = draft.values[int(piece)]
            _append(parts, value, after, spoken)
            after = value
        else:
            parts.append(_joined(piece, after, spoken))
    return "".join(parts).strip()


def _append(parts: list[str], value: Value, after: Value | None, spoken: bool) -> None:
    if spoken:
        parts.append(value.spoken)
        return
    if after is not None and after.kind == "list" and "".join(parts).rstrip(" \t").endswith(after.display):
        parts.append("\n")
    if value.kind == "list":
        before = "".join(parts)
        line = _BULLET.sub("\n" if "\n" in before else "", before).rstrip(" \t")
        parts[:] = [line + "\n" if line and not line.endswith("\n") else line]
    parts.append(value.display)


def _joined(piece: str, after: Value | None, spoken: bool) -> str:
    if after is None or after.kind == "text" or after.kind == "word":
        return piece[1:] if after and after.display.endswith("%") and piece.startswith("%") else piece
    if spoken and after.kind != "list":
        return piece
    rest = _TRAILING.sub("", piece)
    if after.kind != "list":
        return rest
    if spoken:
        return f". {rest.lstrip()}" if rest.strip() else rest
    rest = rest.lstrip(" \t")
    return rest if not rest or rest.startswith("\n") else "\n" + rest


def prose(draft: Draft) -> str:
    """The words alone, the placeholders taken out."""
    return PLACEHOLDER.sub(" ", draft.text)


def used(draft: Draft) -> Sequence[Value]:
    """The values that the text really holds, in order."""
    return [draft.values[int(number)] for number in PLACEHOLDER.findall(draft.text)]
