"""One file from a server to the disk: resumed where it broke off, checked against what the server says of it, never trusted half.

Called by `sidecar.models`. Knows no models. Proxy variables are respected (httpx reads them). The partial file stays for the next
try; what fails its check is thrown away.
"""

import hashlib
import json
import re
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
from httpx import codes

TIMEOUT = httpx.Timeout(30.0, connect=10.0, read=30.0)
_TRIES = 5
_PAUSE_S = 0.5
_SHA256 = re.compile(r"[0-9a-f]{64}")
_GIT_BLOB = re.compile(r"[0-9a-f]{40}")
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")
_BLOCK = 1 << 16

Progress = Callable[[int, int | None], None]
"""(bytes so far, bytes in all if known)."""


class _Digest(Protocol):
    """What hashlib's objects can do."""

    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


class DownloadFailed(Exception):
    """The file could not be had; the message is for the person at the terminal."""


class _Broken(Exception):
    """This try failed in a way that another one may not."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """What the server says of the file: compared with what arrives, and with a partial file of an earlier day."""

    url: str
    tag: str = ""
    size: int | None = None
    sha256: str = ""
    blob: str = ""


def fetch(client: httpx.Client, url: str, target: Path, progress: Progress, *, pause_s: float = _PAUSE_S) -> None:
    """The file at `url`, whole and checked, as `target`. Raises DownloadFailed; then `target` does not exist."""
    partial = target.with_name(f"{target.name}.partial")
    reason = ""
    for attempt in range(_TRIES):
        if attempt:
            threading.Event().wait(pause_s * attempt)
        try:
            promise = _receive(client, url, partial, progress)
            _check(client, promise, partial)
        except _Broken as broken:
            reason = str(broken)
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            raise DownloadFailed("FLUXION_MODELS_URL is no http or https address") from error
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise DownloadFailed(f"no connection to {httpx.URL(url).host} (are you offline, or is a proxy needed?)") from error
        except httpx.TimeoutException:
            reason = "the server stopped answering"
        except httpx.TransportError:
            reason = "the connection broke off"
        except OSError as error:
            raise DownloadFailed(f"cannot write {target.name}: {error.strerror or 'disk error'}") from error
        else:
            partial.replace(target)
            _note(partial).unlink(missing_ok=True)
            return
    raise DownloadFailed(f"{target.name}: {reason} ({_TRIES} tries)")


def _note(partial: Path) -> Path:
    return partial.with_name(f"{partial.name}.json")


def _tag(text: str | None) -> str:
    return (text or "").removeprefix("W/").strip('"').lower()


def _promised(response: httpx.Response, url: str) -> _Promise:
    """What the final answer and the redirects before it say: the hub names the checksum of a large file on the redirect."""
    linked = size = ""
    for answer in (*response.history, response):
        linked = linked or _tag(answer.headers.get("x-linked-etag"))
        size = size or answer.headers.get("x-linked-size", "")
    tag = _tag(response.headers.get("etag"))
    total = _total(response)
    if size.isdecimal():
        if total is not None and total != int(size):
            raise _Broken("the server contradicts itself about the size")
        total = int(size)
    digest = next((value for value in (linked, tag) if _SHA256.fullmatch(value)), "")
    blob = next((value for value in (linked, tag) if _GIT_BLOB.fullmatch(value)), "")
    return _Promise(url, linked or tag, total, digest, blob)


def _total(response: httpx.Response) -> int | None:
    """The size of the whole file, None where the server does not say or compresses on the way."""
    span = _RANGE.match(response.headers.get("content-range", ""))
    if span:
        return int(span[2])
    if response.headers.get("content-encoding", "identity") != "identity":
        return None
    length = response.headers.get("content-length", "")
    return int(length) if length.isdecimal() else None


def _started(partial: Path, url: str) -> tuple[int, str]:
    """(bytes there, their version) of a partial file that belongs to this address; (0, "") otherwise."""
    try:
        promise: dict[str, Any] = dict(json.loads(_note(partial).read_text(encoding="utf-8")))
        size = partial.stat().st_size
    except (OSError, ValueError, TypeError):
        return 0, ""
    same = promise.get("url") == url and promise.get("tag")
    return (size, str(promise["tag"])) if same else (0, "")


def _receive(client: httpx.Client, url: str, partial: Path, progress: Progress) -> _Promise:
    have, tag = _started(partial, url)
    headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={have}-"} if have else {})}
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == int(codes.REQUESTED_RANGE_NOT_SATISFIABLE):
            _forget(partial)
            raise _Broken("the server refused to go on")
        if response.status_code >= int(codes.INTERNAL_SERVER_ERROR) or response.status_code == int(codes.TOO_MANY_REQUESTS):
            raise _Broken(f"the server answered {response.status_code}")
        if response.status_code not in (int(codes.OK), int(codes.PARTIAL_CONTENT)):
            raise DownloadFailed(f"{httpx.URL(url).host} answered {response.status_code} for {url.rpartition('/')[2]}")
        promise = _promised(response, url)
        if response.status_code == int(codes.PARTIAL_CONTENT):
            span = _RANGE.match(response.headers.get("content-range", ""))
            if span is None or int(span[1]) != have or (promise.tag and promise.tag != tag):
                _forget(partial)
                raise _Broken("the file changed on the server")
        else:
            have = 0
        _note(partial).write_text(json.dumps(asdict(promise)), encoding="utf-8")
        with partial.open("ab" if have else "wb") as out:
            for block in response.iter_bytes():
                out.write(block)
                have += len(block)
                progress(have, promise.size)
    if promise.size is not None and have != promise.size:
        if have > promise.size:
            _forget(partial)
        raise _Broken(f"{have} of {promise.size} bytes arrived")
    return promise


def _forget(partial: Path) -> None:
    partial.unlink(missing_ok=True)
    _note(partial).unlink(missing_ok=True)


def _check(client: httpx.Client, promise: _Promise, partial: Path) -> None:
    """Compares the checksum: the server's own, or that of a `.sha256` file beside it. Raises _Broken."""
    digest = promise.sha256 or ("" if promise.blob else _beside(client, promise.url))
    if digest and _hash(partial, hashlib.sha256()) != digest:
        _forget(partial)
        raise _Broken("the checksum does not match")
    if not digest and promise.blob:
        prefix = b"blob %d\0" % partial.stat().st_size
        if promise.blob not in (_hash(partial, hashlib.sha1(prefix)), _hash(partial, hashlib.sha1())):
            _forget(partial)
            raise _Broken("the checksum does not match")


def _beside(client: httpx.Client, url: str) -> str:
    try:
        answer = client.get(f"{url}.sha256")
    except httpx.HTTPError:
        return ""
    first = answer.text.split()[:1] if answer.status_code == int(codes.OK) else []
    return first[0].lower() if first and _SHA256.fullmatch(first[0].lower()) else ""


def _hash(path: Path, digest: _Digest) -> str:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
