"""One line of bytes to a message and back: JSON-RPC 2.0 as docs/contract, section 2, has it.

Called by `rpc.server` and `rpc.dispatch`; imports nothing of ours. It knows the shape of a message and nothing of what a method
means. Pure but for `Splitter`, which remembers the unfinished line.

Laws: 1. Whatever comes in becomes exactly one of nothing, a message, a `Bad` or a `Batch`; nothing raises. 2. Whatever goes out
is one compact line under 8 MiB that no client splits in two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

import orjson

Id = str | int | None

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line in, its line end not counted."""
MAX_OUT = 8 * 1024 * 1024
"""A line out stays under this many bytes, its line end counted."""
MAX_DEPTH = 64
MAX_BATCH = 1000

PARSE_ERROR, INVALID_REQUEST, INTERNAL_ERROR = -32700, -32600, -32603
ERROR_NAMES = {PARSE_ERROR: "parse_error", INVALID_REQUEST: "invalid_request", INTERNAL_ERROR: "internal_error"}

_BOM = b"\xef\xbb\xbf"
_JSON_SPACE = b" \t\r\n"


@dataclass(slots=True)
class Request:
    """A call; `answered` False makes it a notification, whose id is None. `params` as they came: object, array, or None."""

    id: Id
    method: str
    params: dict[str, Any] | list[Any] | None = None
    answered: bool = True


@dataclass(slots=True)
class Bad:
    """Something that is no request and is still owed one error answer; id None where none can be read."""

    code: int
    message: str
    id: Id = None


@dataclass(slots=True)
class Batch:
    """The members of a batch in their order; never empty."""

    members: list[Request | Bad]


Message = Request | Bad | Batch
TOO_LONG = Bad(PARSE_ERROR, f"the line is longer than {MAX_LINE} bytes")


def decode(line: bytes) -> Message | None:
    """The message a line holds, None for a blank one; what breaks a rule of docs/contract section 2 becomes a `Bad`."""
    if len(line) > MAX_LINE:
        return TOO_LONG
    if line.startswith(_BOM):
        line = line[3:]
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        if not line.strip(_JSON_SPACE):
            return None
        return Bad(PARSE_ERROR, "the line is not one JSON value in UTF-8")
    if line.count(b"[") + line.count(b"{") > MAX_DEPTH and _deeper_than_allowed(value):
        return Bad(PARSE_ERROR, f"the line is nested deeper than {MAX_DEPTH} levels")
    if type(value) is list:
        return _batch(cast("list[Any]", value))
    return _member(value)


def _batch(values: list[Any]) -> Batch | Bad:
    if not values:
        return Bad(INVALID_REQUEST, "the batch is empty")
    if len(values) > MAX_BATCH:
        return Bad(INVALID_REQUEST, f"the batch has more than {MAX_BATCH} members")
    return Batch([_member(value) for value in values])


def _member(value: Any) -> Request | Bad:
    if type(value) is not dict:
        return Bad(INVALID_REQUEST, "a request is an object")
    request = cast("dict[str, Any]", value)
    if not _is_id(identifier := request.get("id")):
        return Bad(INVALID_REQUEST, "the id is not a string, an integer of 64 bits or null")
    if request.get("jsonrpc") != "2.0":
        return Bad(INVALID_REQUEST, 'the member "jsonrpc" is not "2.0"', identifier)
    method = request.get("method")
    if type(method) is not str:
        return Bad(INVALID_REQUEST, "the method is not a string", identifier)
    params = request.get("params")
    if params is not None and type(params) is not dict and type(params) is not list:
        return Bad(INVALID_REQUEST, "the params are neither an object nor an array", identifier)
    return Request(identifier, method, cast("dict[str, Any] | list[Any] | None", params), "id" in request)


def _is_id(value: Any) -> bool:
    # Integers beyond 64 bits arrive as floats, so type() tells them apart; bool is a subclass of int and no id.
    return value is None or type(value) is str or type(value) is int


def _deeper_than_allowed(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in _children(node) if type(child) is dict or type(child) is list]
        if not level:
            return False
    return True


def _children(node: Any) -> Iterable[Any]:
    return cast("dict[str, Any]", node).values() if type(node) is dict else cast("list[Any]", node)


def result(identifier: Id, value: Mapping[str, Any]) -> bytes:
    """The answer with a result, without line end; an internal error where the value cannot be written or is too large."""
    try:
        body = _dump({"jsonrpc": "2.0", "id": identifier, "result": value})
    except (orjson.JSONEncodeError, RecursionError):
        return error(identifier, INTERNAL_ERROR, "the result cannot be written as JSON")
    if len(body) + 1 >= MAX_OUT:
        return error(identifier, INTERNAL_ERROR, "the result is larger than a line may be")
    return body


def empty_result(identifier: Id) -> bytes:
    """The answer {} without line end: what a ping gets, as fast as it can be made."""
    if type(identifier) is int:
        return b'{"jsonrpc":"2.0","id":%d,"result":{}}' % identifier
    return result(identifier, {})


def error(identifier: Id, code: int, message: str, data: Mapping[str, Any] | None = None) -> bytes:
    """The answer with an error, without line end; the id gives way to null where it alone would be too long to send."""
    if data is None:
        data = {"name": ERROR_NAMES.get(code, "internal_error"), "retryable": False}
    fault = {"code": code, "message": message, "data": data}
    try:
        body = _dump({"jsonrpc": "2.0", "id": identifier, "error": fault})
    except (orjson.JSONEncodeError, RecursionError):
        return error(identifier, code, "the details of this error cannot be written as JSON")
    if len(body) + 1 >= MAX_OUT:
        return error(None, INTERNAL_ERROR, "the answer is larger than a line may be")
    return body


def notification(method: str, params: Mapping[str, Any]) -> bytes:
    """A notification to the host, without line end."""
    return _dump({"jsonrpc": "2.0", "method": method, "params": params})


def batch(answers: Sequence[tuple[Id, bytes]]) -> bytes:
    """The answers of a batch as one array, without line end; the largest become errors until the line is short enough."""
    bodies = [body for _, body in answers]
    total = sum(map(len, bodies)) + len(bodies) + 2
    for index in sorted(range(len(bodies)), key=lambda index: -len(bodies[index])):
        if total < MAX_OUT:
            break
        smaller = error(answers[index][0], INTERNAL_ERROR, "the answers of this batch are larger than a line may be")
        if len(smaller) >= len(bodies[index]):
            smaller = error(None, INTERNAL_ERROR, "the answers of this batch are larger than a line may be")
        total += len(smaller) - len(bodies[index])
        bodies[index] = smaller
    return b"[" + b",".join(bodies) + b"]"


def _dump(value: Mapping[str, Any]) -> bytes:
    body = orjson.dumps(value, default=_plain)
    if b"\xe2\x80" in body or b"\xc2\x85" in body:
        # Characters that JSON allows bare and some clients take for a line end; UTF-8 makes replacing bytes safe.
        body = body.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029").replace(b"\xc2\x85", b"\\u0085")
    return body


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, Any]", value))
    if isinstance(value, AbstractSet):
        return list(cast("AbstractSet[Any]", value))
    raise TypeError


class Splitter:
    """Cuts a stream at LF into lines of at most MAX_LINE bytes; the rest of a longer one is dropped, and said once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._dropping = False

    def feed(self, chunk: bytes) -> Iterable[bytes | Bad]:
        """The lines that are complete after this chunk, without their LF, and TOO_LONG where a line has passed the limit."""
        pieces = chunk.split(b"\n")
        last = pieces.pop()
        if not (last or self._parts or self._dropping) and len(chunk) <= MAX_LINE:
            return pieces
        return self._pieces(pieces, last)

    def _pieces(self, pieces: list[bytes], last: bytes) -> Iterator[bytes | Bad]:
        for piece in pieces:
            yield from self._end(piece)
        if last:
            yield from self._keep(last)

    def close(self) -> Iterator[bytes | Bad]:
        """The last line, when the stream ended without LF."""
        if self._parts:
            yield from self._end(b"")

    def _end(self, piece: bytes) -> Iterator[bytes | Bad]:
        if not self._parts and not self._dropping:
            yield TOO_LONG if len(piece) > MAX_LINE else piece
            return
        yield from self._keep(piece)
        if not self._dropping:
            yield b"".join(self._parts)
        self._parts, self._size, self._dropping = [], 0, False

    def _keep(self, piece: bytes) -> Iterator[Bad]:
        if self._dropping:
            return
        self._size += len(piece)
        if self._size > MAX_LINE:
            self._parts, self._dropping = [], True
            yield TOO_LONG
            return
        self._parts.append(piece)
