"""Logs: one JSON object a line on stderr, and in a file where one is named. Never what a caller said, never a key.

Set up by `sidecar.lifecycle` and `sidecar.cli`; everybody else writes through `logging`. Calls nothing of ours.

Laws: 1. Records of ours hold names, counts and places; a last net masks what looks like a telephone number, an address or a key.
2. Of a library's record only the library, the level and the type of the error are kept: its words may be anybody's.
"""

import logging
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from sidecar.config import Config

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_OURS = ("fluxion", "store", "sidecar")
"""The first part of our loggers' names."""
_MASK = "[...]"
_SECRETS = re.compile(
    r"\+?\d(?:[ .\-/]?\d){6,}"  # telephone numbers, spaced or not
    r"|[\w.+-]+@[\w-]+\.[\w.]+"  # addresses
    r"|\b(?:gsk|sk|key|Bearer)[-_ ][\w\-]{8,}"  # keys of model providers
)


class JsonLines(logging.Formatter):
    """A record as one line of JSON, masked."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """One line, without line end."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] in _OURS:
            entry["message"] = self._mask(record.getMessage())
            entry |= {name: self._mask(value) for name, value in vars(record).items() if name not in _STANDARD}
        else:
            entry["message"] = "a library has something to say"
        if record.exc_info and record.exc_info[0] is not None:
            entry["error"] = record.exc_info[0].__name__
        return orjson.dumps(entry, default=lambda value: type(value).__name__).decode()

    def _mask(self, value: Any) -> Any:
        if isinstance(value, str):
            for secret in self._secrets:
                value = value.replace(secret, _MASK)
            return _SECRETS.sub(_MASK, value)
        if isinstance(value, list | tuple):
            return [self._mask(item) for item in value]  # pyright: ignore[reportUnknownVariableType] - whatever a record carries
        return value if isinstance(value, int | float | bool) or value is None else type(value).__name__


def set_up(config: Config) -> None:
    """Directs every logger of the process; may be called again."""
    formatter = JsonLines(filter(None, (config.groq_api_key, config.openrouter_api_key)))
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    failure: OSError | None = None
    if config.log_file is not None:
        try:
            handlers.append(_file(config.log_file))
        except OSError as error:
            failure = error
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(config.log_level.upper())
    logging.captureWarnings(True)
    # A handler that cannot write must not print a traceback with the record in it.
    logging.raiseExceptions = False
    if failure is not None:
        logging.getLogger("sidecar").warning("the log file cannot be written", extra={"cause": type(failure).__name__})


def _file(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    path.parent.mkdir(parents=True, exist_ok=True)
    return RotatingFileHandler(path, maxBytes=5_000_000, backupCount=2, encoding="utf-8")


def flush() -> None:
    """Writes what is still in a buffer."""
    for handler in logging.getLogger().handlers:
        handler.flush()
