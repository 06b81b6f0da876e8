"""The eleven tokens of the token specification and every shape in which models write them: one scan of a template.

Called by `formatter`. Calls `draft`. Must never know what a token stands for: it hands each marker to the resolver it is given.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.knowledge.draft import Draft, Value, clean

LISTS = ("LIST_CATEGORIES", "LIST_SERVICES", "LIST_PRODUCTS", "LIST_ALL_PRODUCTS")
LINKS = (
    "LINK_WITH_TOKEN", "LINK_ORDERS_WITH_TOKEN", "LINK_PROFILE_WITH_TOKEN", "LINK_CART_WITH_TOKEN", "LINK_TRACKING_WITH_TOKEN",
    "LINK_CHECKOUT_WITH_TOKEN",
)  # fmt: skip
TOKENS = (*LISTS, "USER_DISCOUNT", *LINKS)
KINDS = ("orders", "profile", "cart", "tracking", "checkout")

_NAME = r"(?:LIST|LINK|USER)(?:\\?_[A-Za-z0-9]*)+"
_ANY_CASE = r"(?i:LIST|LINK|USER)(?:\\?_[A-Za-z0-9]*)+"
_SPACED = r"(?:LIST|LINK|USER)(?:[ -][A-Z]+)+"
_OPEN = r"\\?[\[{<]{1,3}\s*"
_CLOSE = r"\s*\\?[\]}>]{1,3}"
_BOXED = rf"{_OPEN}(?:{_ANY_CASE}|{_SPACED}){_CLOSE}"
_TARGET = r"\((?:https?:|www\.|/|#)[^()\s]*\)"
_MARKER = re.compile(
    rf"(?P<mark>\*{{1,3}}|`{{1,3}}|_)?(?:"
    rf"\[(?P<label>(?![^\[\]\n]*(?:LIST|LINK|USER)\\?_)[^\[\]\n]{{1,120}})\]\(\s*(?P<target>{_BOXED}|{_ANY_CASE})\s*\)"
    rf"|(?P<boxed>{_BOXED})(?:{_TARGET}|\(\s*(?:{_BOXED}|{_NAME})\s*\))?"
    rf"|\(\s*(?P<round>{_BOXED}|{_NAME})\s*\)"
    rf"|(?P<bare>{_NAME})"
    rf")(?P<unmark>\*{{1,3}}|`{{1,3}})?"
)
_NOT_NAME = re.compile(r"[^A-Za-z0-9_ -]")
_MARKDOWN_LINK = re.compile(r"\[((?!\W*(?:LIST|LINK|USER)\\?_)[^\[\]\n]{1,120})\]\((https?://[^()\s]+)\)")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*\*")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(.+?)[ \t#]*$")

Resolve = Callable[[str], Value]


@dataclass(frozen=True, slots=True)
class Scan:
    """A template after its one scan: the draft, the distinct tokens in order, and the markers that were removed."""

    draft: Draft
    tokens: tuple[str, ...]
    removed: tuple[str, ...]


def whatsapp(text: str) -> str:
    """Markdown as models write it turned into WhatsApp marks: `**x**` becomes `*x*`, a heading bold, a link its address."""
    text = _BOLD.sub(r"*\1*", text)
    text = _HEADING.sub(lambda found: f"*{found[1].strip('*')}*", text)
    return _MARKDOWN_LINK.sub(r"\1: \2", text)


def scan(template: str, resolve: Resolve) -> Scan:
    """Replaces every marker by a placeholder; each distinct token is resolved once, an unknown marker is taken out and reported."""
    resolved: dict[str, int] = {}
    values: list[Value] = []
    removed: list[str] = []

    def place(found: re.Match[str]) -> str:
        name = _name(found)
        if name not in TOKENS:
            removed.append(name)
            return f"{found['label'] or ''} "
        if name not in resolved:
            resolved[name] = len(values)
            values.append(resolve(name))
        value = values[resolved[name]]
        return _dressed(found, f"⟦{resolved[name]}⟧", value)

    text = _MARKER.sub(place, whatsapp(clean(template)))
    if removed:
        text = re.sub(r"(?<=\S) {2,}", " ", text)
        text = re.sub(r" +(?=[.,;:!?\n]|$)", "", text)
    return Scan(Draft(text, tuple(values)), tuple(resolved), tuple(removed))


def _name(found: re.Match[str]) -> str:
    written = found["target"] or found["boxed"] or found["round"] or found["bare"]
    return re.sub(r"[ -]", "_", _NOT_NAME.sub("", written).strip()).strip("_").upper()


def _dressed(found: re.Match[str], placeholder: str, value: Value) -> str:
    """Emphasis around a discount stays; around a row, a link or a courtesy text it would break the mark or the address."""
    label = f"{found['label']}: " if found["label"] else ""
    keep = value.kind == "text" and not label
    mark, unmark = found["mark"] or "", found["unmark"] or ""
    if mark == "_" and found["bare"]:
        unmark = "_" if found["bare"].endswith("_") else ""
    before = mark if keep or not unmark else ""
    after = unmark if keep or not mark else ""
    return f"{before}{label}{placeholder}{after}"
