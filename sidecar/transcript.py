"""A transcript: JSON-RPC lines in and out, as they crossed the wire, with what differs from run to run masked.

The format of docs/contract (Transcripts): `# ` a comment, `> ` a line in, `< ` a line out; the first line says
`# now=... db=demo|empty|desktop tts=off`. Read and compared by `sidecar.replay` and by the snapshot tests. It knows no server.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from sidecar.clock import parse_instant

MASKED = frozenset({"pid", "version", "commit", "timings_ms", "uptime_s", "audio_path", "duration_ms", "latency_ms"})
"""Members whose values differ from run to run."""
MASK = "*"
DATABASES = ("demo", "empty", "desktop")
_BARRIER = "transcript-barrier"
_NOT_EXIT = '"exit"'


class BadTranscript(ValueError):
    """The file is no transcript; the message says where."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Lines sent together and the lines that came back before the next ones were sent."""

    sent: tuple[str, ...]
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as written: where it plays, and its exchanges in order with the comments before each."""

    now: datetime
    db: str
    tts: str
    exchanges: tuple[Exchange, ...]
    comments: tuple[tuple[str, ...], ...]
    header: str

    def renewed(self, answers: Sequence[Sequence[str]]) -> str:
        """The same transcript with these answers, masked: what a renewed file holds."""
        lines = [self.header]
        for comments, exchange, answered in zip(self.comments, self.exchanges, answers, strict=True):
            lines += [*comments, *(f"> {line}" for line in exchange.sent), *(f"< {shown(line)}" for line in answered)]
        return "\n".join(lines) + "\n"


class Wire(Protocol):
    """A server at the other end: lines go in and come out."""

    def send(self, data: bytes) -> None:
        """Whole lines to the server."""
        ...

    def next(self) -> str | None:
        """The next line of the server; None once it has ended."""
        ...


def read(path: Path) -> Transcript:
    """The transcript of that file. Raises BadTranscript, and OSError where there is no such file."""
    try:
        lines = [line for line in path.read_text(encoding="utf-8-sig").split("\n") if line]
    except UnicodeDecodeError as error:
        raise BadTranscript(f"{path.name}: it is no text in UTF-8") from error
    if not lines or not lines[0].startswith("# "):
        raise BadTranscript(f"{path.name}: the first line must be: # now=... db=demo|empty|desktop tts=off")
    settings = dict(word.split("=", 1) for word in lines[0][2:].split() if "=" in word)
    if settings.get("db", "demo") not in DATABASES:
        raise BadTranscript(f"{path.name}: db must be one of {', '.join(DATABASES)}")
    try:
        now = parse_instant(settings.get("now", ""))
    except ValueError as error:
        raise BadTranscript(f"{path.name}: now must be a local instant") from error
    exchanges, comments = _exchanges(path, lines[1:])
    return Transcript(now, settings.get("db", "demo"), settings.get("tts", "off"), exchanges, comments, lines[0])


def _exchanges(path: Path, lines: list[str]) -> tuple[tuple[Exchange, ...], tuple[tuple[str, ...], ...]]:
    blocks: list[tuple[list[str], list[str], list[str]]] = []
    waiting: list[str] = []
    for number, line in enumerate(lines, 2):
        mark, text = line[:1], line[2:]
        if mark == "#":
            waiting.append(line)
        elif mark == ">":
            if not blocks or blocks[-1][2] or waiting:
                blocks.append((waiting, [], []))
                waiting = []
            blocks[-1][1].append(text)
        elif mark == "<" and blocks:
            blocks[-1][2].append(text)
        else:
            raise BadTranscript(f"{path.name}:{number}: a line begins with '> ', '< ' or '# '")
    exchanges = tuple(Exchange(tuple(sent), tuple(answered)) for _, sent, answered in blocks)
    return exchanges, tuple(tuple(comments) for comments, _, _ in blocks)


def play(transcript: Transcript, wire: Wire) -> list[list[str]]:
    """What the server answers to each exchange. A barrier after each makes sure that nothing is still under way."""
    now, answers = transcript.now, list[list[str]]()
    for exchange in transcript.exchanges:
        now = max(now, *(_moved(line, now) for line in exchange.sent))
        ask = {"jsonrpc": "2.0", "id": _BARRIER, "method": "$/now", "params": {"now": now.isoformat()}}
        ends = any(_NOT_EXIT in line for line in exchange.sent)
        wire.send("".join(f"{line}\n" for line in (*exchange.sent, *([] if ends else [json.dumps(ask)]))).encode())
        answers.append(_until_barrier(wire))
    return answers


def _until_barrier(wire: Wire) -> list[str]:
    heard: list[str] = []
    while (line := wire.next()) is not None:
        if _BARRIER in line:
            break
        heard.append(line)
    return heard


def _moved(line: str, now: datetime) -> datetime:
    """The instant a line moves the calendar to, `now` where it moves nothing."""
    try:
        message: Any = json.loads(line)
        return parse_instant(message["params"]["now"]) if message.get("method") == "$/now" else now
    except (ValueError, KeyError, TypeError, AttributeError):
        return now


def shown(line: str) -> str:
    """A line out as a transcript shows it: compact, masked."""
    try:
        value: Any = json.loads(line)
    except ValueError:
        return line
    return json.dumps(masked(value), ensure_ascii=False, separators=(",", ":"))


def masked(value: Any) -> Any:
    """The value with every member that differs from run to run replaced by a star."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {name: MASK if name in MASKED else masked(member) for name, member in members.items()}
    return [masked(member) for member in cast("list[Any]", value)] if isinstance(value, list) else value


def differences(transcript: Transcript, answers: Sequence[Sequence[str]], told: Callable[[str], str] = shown) -> list[str]:
    """What came back otherwise than written, as lines of a diff; empty = everything as expected."""
    lines: list[str] = []
    for exchange, answered in zip(transcript.exchanges, answers, strict=True):
        expected, found = [told(line) for line in exchange.answered], [told(line) for line in answered]
        if expected == found:
            continue
        lines += [f"> {line}" for line in exchange.sent]
        lines += [f"- {line}" for line in expected if line not in found]
        lines += [f"+ {line}" for line in found if line not in expected]
        if sorted(expected) == sorted(found):
            lines += ["! the same lines in another order", *(f"+ {line}" for line in found)]
    return lines
