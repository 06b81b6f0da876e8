"""Signs link tokens with a secret of this installation.

Made by `sidecar.wiring` as `pipeline.ports.Signer`. Calls `itsdangerous`, imported at the first signature. The secret is a file
that only its owner may read; it is made once, survives restarts, and is never logged or sent. Whoever deletes it makes every link
given so far worthless.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from sidecar.engines.plain_file import read_plain

_NAME = "link_secret"
_BYTES = 32
_LARGEST = 4096
_SALT = b"fluxion.links"


class FileSigner:
    """Implements `pipeline.ports.Signer`; the secret is read or made at the first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __repr__(self) -> str:
        return "FileSigner()"

    def sign(self, payload: Mapping[str, str]) -> str:
        """A token safe in an address; the same payload gives the same token."""
        return str(self._serializer.dumps(dict(sorted(payload.items()))))

    def unsign(self, token: str) -> Mapping[str, str] | None:
        """The payload of a token that was signed here, None for anything else."""
        from itsdangerous import BadData

        try:
            payload: Any = self._serializer.loads(token)
        except (BadData, ValueError):  # ValueError: text that is no ASCII
            return None
        if not isinstance(payload, dict):
            return None
        found = cast("dict[Any, Any]", payload)
        return {str(key): str(value) for key, value in found.items()}

    def digest(self, text: str) -> str:
        """A keyed hash in hexadecimal: without the secret nobody can try out what it stands for."""
        return hmac.new(self._secret, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()

    @cached_property
    def _serializer(self) -> Any:
        from itsdangerous import URLSafeSerializer

        return URLSafeSerializer(self._secret, salt=_SALT, signer_kwargs={"digest_method": sha256})

    @cached_property
    def _secret(self) -> bytes:
        path = self._folder / _NAME
        found = _read(path)
        if found is not None:
            return found
        _make(path)
        return _read(path) or secrets.token_bytes(_BYTES)


def make_signer(data_dir: Path) -> FileSigner:
    """The signer of this installation; nothing is read or written before the first signature."""
    return FileSigner(data_dir / "secrets")


def _read(path: Path) -> bytes | None:
    try:
        found = read_plain(path, _LARGEST)
    except OSError:
        return None
    return found if len(found) >= _BYTES else None


def _make(path: Path) -> None:
    """Writes the secret whole and without replacing one that another process has just made; a folder that cannot be written leaves
    this process with a secret of its own, and its links end with it."""
    import tempfile  # it brings the archive formats with it, and a secret is made once

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)  # created 0600
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        _place(Path(name), path)
    finally:
        Path(name).unlink(missing_ok=True)


def _place(made: Path, path: Path) -> None:
    """Gives the finished file its name; where a whole secret is already there, that one stays."""
    if path.exists() and _read(path) is None:
        path.unlink(missing_ok=True)
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if _read(path) is None:
            made.replace(path)
