"""Messages between this process and its voice children: four bytes of length, then one JSON object in UTF-8.

Used by both ends (`child_process` here, `voice_child` there). Imports nothing of ours, so that a child starts in a blink.
"""

import json
import os
from collections.abc import Iterator
from typing import Any

Frame = dict[str, Any]
_HEADER = 4
_CHUNK = 65_536
_LARGEST = 1 << 20


def encode(frame: Frame) -> bytes:
    """The bytes of one message."""
    body = json.dumps(frame, ensure_ascii=True, separators=(",", ":")).encode()
    return len(body).to_bytes(_HEADER, "big") + body


def send(descriptor: int, frame: Frame) -> None:
    """Writes one whole message. Raises OSError when the other end is gone."""
    view = memoryview(encode(frame))
    while view:
        view = view[os.write(descriptor, view) :]


def frames(descriptor: int) -> Iterator[Frame]:
    """Messages until the other end closes; a broken length or body ends the stream as well."""
    buffer = bytearray()
    while True:
        try:
            chunk = os.read(descriptor, _CHUNK)
        except OSError:
            return
        if not chunk:
            return
        buffer += chunk
        while len(buffer) >= _HEADER:
            size = int.from_bytes(buffer[:_HEADER], "big")
            if size > _LARGEST:
                return
            if len(buffer) < _HEADER + size:
                break
            body = bytes(buffer[_HEADER : _HEADER + size])
            del buffer[: _HEADER + size]
            try:
                frame = json.loads(body)
            except ValueError:
                return
            if not isinstance(frame, dict):
                return
            yield frame
