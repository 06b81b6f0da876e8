"""The FAQ file of the business, read into entries: `### question` or `### [en] question`, `sinonimi: a; b`, answer (contract section 3).

Called by `sidecar.engines.recall`; calls `plain_file` alone. Must never know how entries are searched. The file is written by hand, on any
system: byte order marks, Windows line ends, the encodings of old editors and code fences are all accepted.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sidecar.engines.plain_file import read_plain

LARGEST = 8 * 1024 * 1024
"""A larger file is refused: it is no FAQ."""

_HEAD = re.compile(r"^ {0,3}###(?!#)[ \t]*(?P<text>.*?)[ \t]*#*[ \t]*$")
_TAG = re.compile(r"^\[\s*(?P<language>[A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?\s*\]\s*")
_SYNONYMS = re.compile(
    r"^\s*(?:[-*]\s+)?[*_]{0,2}(?:sinonimi|synonyms|sinónimos|sinônimos)[*_]{0,2}\s*:[*_]{0,2}\s*(?P<text>.*)$", re.IGNORECASE
)
_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question the business answers, in one language (`it` where the heading has no tag)."""

    question: str
    answer: str
    language: str = "it"
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of the file from another; None fields stand for a file that is not there."""

    mtime_ns: int | None = None
    size: int | None = None
    inode: int | None = None


@dataclass(frozen=True, slots=True)
class FaqFile:
    """The file at one moment. `problem` says, for the owner, why it could not be read and what to do."""

    entries: tuple[Entry, ...]
    state: Literal["ok", "missing", "error"] = "ok"
    problem: str = ""


def stamp(path: Path) -> Stamp:
    """The file's state at this moment, from one look at it; a file that cannot be looked at counts as missing."""
    try:
        found = os.stat(path)
    except OSError:
        return Stamp()
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read(path: Path) -> FaqFile:
    """The entries of the file; a missing one is empty, an unreadable one is empty with its problem; never raises."""
    try:
        if path.stat().st_size > LARGEST:
            return FaqFile((), "error", f"{path.name} is larger than {LARGEST // (1024 * 1024)} MiB: keep only questions and answers in it")
        raw = read_plain(path, LARGEST)
    except FileNotFoundError:
        return FaqFile((), "missing", f"no {path.name}: write one with '### question' headings")
    except OSError as error:
        return FaqFile((), "error", f"{path.name} cannot be read ({error.strerror}): check that it is a file and its permissions")
    text = _decode(raw)
    if "\x00" in text:
        return FaqFile((), "error", f"{path.name} is not a text file: save it as Markdown in UTF-8")
    return FaqFile(parse(text))


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # what Windows editors call ANSI


def parse(text: str) -> tuple[Entry, ...]:
    """The entries of a Markdown text in order; what stands before the first heading, and headings without an answer, are no entries."""
    entries: list[Entry] = []
    heading: str | None = None
    body: list[str] = []
    fence: str | None = None
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        fence = _fence_after(line, fence)
        head = None if fence is not None else _HEAD.match(line)
        if head is None:
            body.append(line)
            continue
        entries.extend(_entry(heading, body))
        heading, body = head["text"], []
    entries.extend(_entry(heading, body))
    return tuple(dict.fromkeys(entries))


def _fence_after(line: str, fence: str | None) -> str | None:
    """The mark that closes the code block this line is in, None outside of one."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    mark = found["mark"]
    if fence is None:
        return mark
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and line.strip() == mark
    return None if closes else fence


def _entry(heading: str | None, body: list[str]) -> list[Entry]:
    if heading is None:
        return []
    tag = _TAG.match(heading)
    language = tag["language"].lower() if tag else "it"
    question = (heading[tag.end() :] if tag else heading).strip()
    synonyms, rest = _split_synonyms(body)
    answer = "\n".join(rest).strip("\n").rstrip()
    if not question or not answer.strip():
        return []
    return [Entry(question, answer, language, synonyms)]


def _split_synonyms(body: list[str]) -> tuple[tuple[str, ...], list[str]]:
    first = next((at for at, line in enumerate(body) if line.strip()), None)
    if first is None:
        return (), []
    found = _SYNONYMS.match(body[first])
    if found is None:
        return (), body
    return tuple(part.strip() for part in found["text"].split(";") if part.strip()), body[first + 1 :]
