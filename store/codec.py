"""Frozen values to JSON and back, by their fields.

Used for sessions. Tolerant when reading: an unknown field is ignored, a missing or ill-typed one keeps its default, so that a session
written by an older or newer program is still understood.
"""

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")


class Mismatch(Exception):
    """The JSON value is not of the type that is wanted."""


def encode(value: Any) -> str:
    """JSON text of a frozen value made of plain values, dates and times."""
    return orjson.dumps(value).decode()


def decode(kind: type[T], text: str | bytes | None, fallback: T) -> T:
    """The value of that class written in `text`; `fallback` when the text is no such thing."""
    try:
        return cast("T", reader_of(kind)(orjson.loads(text or b"null")))
    except (Mismatch, orjson.JSONDecodeError):
        return fallback


def decode_list(kind: type[T], text: str | bytes | None) -> tuple[T, ...]:
    """The values of a JSON list that are of that class."""
    try:
        found: Any = orjson.loads(text or b"null")
    except orjson.JSONDecodeError:
        return ()
    read = reader_of(kind)
    items = (_read_or_lost(read, item) for item in cast("list[Any]", found)) if isinstance(found, list) else ()
    return tuple(cast("T", item) for item in items if item is not _LOST)


_LOST: Any = object()
"""What stands for a value that could not be read: every value is read once, however deep it lies."""


def _read_or_lost(read: Callable[[Any], Any], item: Any) -> Any:
    try:
        return read(item)
    except Mismatch:
        return _LOST


@cache
def reader_of(hint: Any) -> Callable[[Any], Any]:
    """A function that turns a JSON value into a value of that type, or raises Mismatch."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(tuple(reader_of(option) for option in get_args(hint)))
    if origin is Literal:
        return _one_of(frozenset(get_args(hint)))
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is frozenset:
        inner = reader_of(get_args(hint)[0])
        return lambda value: frozenset(inner(item) for item in _list(value))
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass(hint)
    return _plain(hint)


def _plain(hint: Any) -> Callable[[Any], Any]:
    parsers: dict[Any, Callable[[str], Any]] = {
        dt.date: dt.date.fromisoformat,
        dt.datetime: dt.datetime.fromisoformat,
        dt.time: dt.time.fromisoformat,
    }
    parse = parsers.get(hint)

    def read(value: Any) -> Any:
        if hint in (type(None), None):
            if value is None:
                return None
        elif parse is not None:
            if isinstance(value, str):
                return _parsed(parse, value)
        elif hint is float:
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return float(value)
        elif type(value) is hint:
            return value
        raise Mismatch

    return read


def _parsed(parse: Callable[[str], Any], value: str) -> Any:
    try:
        return parse(value)
    except ValueError:
        raise Mismatch from None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Mismatch
    return cast("list[Any]", value)


def _union(options: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        for option in options:
            found = _read_or_lost(option, value)
            if found is not _LOST:
                return found
        raise Mismatch

    return read


def _one_of(allowed: frozenset[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if isinstance(value, (str, int)) and value in allowed:
            return value
        raise Mismatch

    return read


def _tuple(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = reader_of(arguments[0])
        return lambda value: tuple(inner(item) for item in _list(value))
    readers = tuple(reader_of(argument) for argument in arguments)

    def read(value: Any) -> Any:
        items = _list(value)
        if len(items) != len(readers):
            raise Mismatch
        return tuple(one(item) for one, item in zip(readers, items, strict=True))

    return read


def _dataclass(kind: type[Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: reader_of(hints[field.name]) for field in fields(kind)}
    required = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Mismatch
        given = cast("dict[str, Any]", value)
        found: dict[str, Any] = {}
        for name, item in given.items():
            if name in readers and (value_of := _read_or_lost(readers[name], item)) is not _LOST:
                found[name] = value_of
        if not required <= found.keys():
            raise Mismatch
        return kind(**found)

    return read
