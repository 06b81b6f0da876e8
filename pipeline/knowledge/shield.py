"""Whole values hidden from a model: names, prices, dates, links and numbers become placeholders that must all come back.

Called by `rendering` and `translation`. Calls `draft`. Laws: 1. what is shielded is never translated, changed or lost: the exact
set of placeholders returns or the model's text is thrown away; 2. names are found once, longest first, and never inside a
placeholder.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from pipeline.foreign.languages import fold
from pipeline.knowledge.draft import PLACEHOLDER, Draft, Value, one_line

_FACT = re.compile(
    r"https?://[^\s⟦⟧]+|www\.[^\s⟦⟧]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\+?\d(?:[\d ./\-]*\d){5,}"
    r"|(?:[€$£]\s?)?\d+(?:[.,:/h\-]\d+)*(?:\s?(?:€|%|euro\b|EUR\b))?",
    re.IGNORECASE,
)
_STARRED = re.compile(r"(?<!\*)\*([^*\n⟦⟧]{2,80})\*(?!\*)")
_ROW_NAME = re.compile(r"(?m)^[ \t]*[-•][ \t]+(?:[^\w\s⟦⟧*]+[ \t]+)?(\*[^*\n⟦⟧]+\*)")
_SENTENCE_END = "!?.:,;"


def shield(draft: Draft, names: Sequence[str]) -> Draft:
    """The draft with every name, number, price, date, link, address and telephone of its words turned into a placeholder."""
    values = list(draft.values)

    def hide(found: re.Match[str], group: int = 0) -> str:
        values.append(Value(found[group], found[group], "word"))
        start, end = found.start(group) - found.start(), found.end(group) - found.start()
        return f"{found[0][:start]}⟦{len(values) - 1}⟧{found[0][end:]}"

    text = _numbered(draft, values)
    text = _outside(text, _ROW_NAME, lambda found: hide(found, 1))
    text = _outside(text, _STARRED, lambda found: hide(found) if _proper(found[1]) else found[0])
    pattern = _name_pattern(names)
    if pattern is not None:
        text = _outside(text, pattern, hide)
    text = _outside(text, _FACT, hide)
    return Draft(text, tuple(values))


def same_placeholders(before: str, after: str) -> bool:
    """Whether exactly the placeholders of `before` stand in `after`, each as often."""
    stray = re.search(r"[⟦⟧]", PLACEHOLDER.sub("", after))
    return stray is None and Counter(PLACEHOLDER.findall(before)) == Counter(PLACEHOLDER.findall(after))


def _numbered(draft: Draft, values: list[Value]) -> str:
    """Each use of a value under a number of its own, so that a lost repetition is noticed."""
    seen: set[str] = set()

    def number(found: re.Match[str]) -> str:
        if found[1] not in seen:
            seen.add(found[1])
            return found[0]
        values.append(draft.values[int(found[1])])
        return f"⟦{len(values) - 1}⟧"

    return PLACEHOLDER.sub(number, draft.text)


def _outside(text: str, pattern: re.Pattern[str], hide: Callable[[re.Match[str]], str]) -> str:
    pieces = re.split(r"(⟦\d+⟧)", text)
    return "".join(piece if number % 2 else pattern.sub(hide, piece) for number, piece in enumerate(pieces))


def _proper(words: str) -> bool:
    """Whether emphasised words look like a name: every longer word with a capital, no end of a sentence."""
    if words.strip()[-1:] in _SENTENCE_END:
        return False
    longer = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)


def _name_pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    shown = sorted({one_line(name) for name in names if len(fold(one_line(name))) > 1}, key=len, reverse=True)
    if not shown:
        return None
    either = "|".join(_spelling(name) for name in shown)
    return re.compile(rf"\*(?:{either})\*|(?<!\w)(?:{either})(?!\w)")


def _spelling(name: str) -> str:
    """Several words in any case; one word only as it is stored, for in small letters it is a word like others ("colore", "rosa")."""
    return rf"(?i:{re.escape(name)})" if " " in name else re.escape(name)
