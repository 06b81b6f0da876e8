"""The codes of docs/contract section 2, and the one place where an exception becomes an answer.

Called by `rpc.dispatch`, `rpc.server`; the errors of the trade are `pipeline.model.errors`. Nothing that an exception says
leaves by itself: only sentences written for a developer do, never a traceback, SQL, a path or personal data.
"""

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rpc import wire

if TYPE_CHECKING:
    # At start a ping is answered before these are loaded.
    from pydantic import ValidationError

    from pipeline.model.calendar import Slot

CODES: Mapping[str, int] = {
    "parse_error": wire.PARSE_ERROR,
    "invalid_request": wire.INVALID_REQUEST,
    "method_not_found": -32601,
    "invalid_params": -32602,
    "internal_error": wire.INTERNAL_ERROR,
    "cancelled": -32800,
    "not_found": -32001,
    "conflict": -32002,
    "refused": -32003,
    "rate_limited": -32004,
    "unavailable": -32005,
    "pii_encrypted": -32006,
    "shutting_down": -32007,
}
RETRYABLE = frozenset({"rate_limited", "unavailable"})
"""What may well go right when the same request is sent once more."""

_log = logging.getLogger("fluxion.rpc")


@dataclass(frozen=True, slots=True)
class Fault:
    """An error answer before it is written: `name` of the code table, a sentence, further members of `error.data`."""

    name: str
    message: str
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def encode(self, identifier: wire.Id) -> bytes:
        """The answer for that request, without line end."""
        data = {"name": self.name, "retryable": self.name in RETRYABLE, **self.details}
        return wire.error(identifier, CODES[self.name], self.message, data)


class Faulty(Exception):
    """Carries a ready Fault up to `fault_of`: raised by rpc itself where no rule of the trade is concerned."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


METHOD_NOT_FOUND = Fault("method_not_found", "there is no such method")
CANCELLED = Fault("cancelled", "the request was cancelled")
SHUTTING_DOWN = Fault("shutting_down", "the server is shutting down")


def invalid(fields: Iterable[tuple[str, str]]) -> Fault:
    """-32602 with every bad field and its problem (docs/contract section 2, `data.fields`)."""
    listed = [{"field": name, "problem": problem} for name, problem in fields]
    message = "invalid params: " + "; ".join(f"{entry['field']} {entry['problem']}" for entry in listed[:5])
    return Fault("invalid_params", message, {"fields": listed})


def rate_limited(retry_after_ms: int, message: str = "too much at once: try again later") -> Fault:
    """-32004; `retry_after_ms` says when another try makes sense."""
    return Fault("rate_limited", message, {"retry_after_ms": max(1, retry_after_ms)})


class Unexpected:
    """Counts the exceptions nobody foresaw, by the method that met them; read by `health.check`'s host."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, int] = {}

    def add(self, method: str) -> None:
        """One more for this method."""
        with self._lock:
            self._counts[method] = self._counts.get(method, 0) + 1

    def counts(self) -> dict[str, int]:
        """How many so far, by method."""
        with self._lock:
            return dict(self._counts)


UNEXPECTED = Unexpected()


def fault_of(error: BaseException, method: str) -> Fault:
    """The answer that an exception of this method becomes; what nobody foresaw is logged with its cause, counted, and told as -32603."""
    if isinstance(error, Faulty):
        return error.fault
    fault = _fault_of_trade(error) or _fault_of_validation(error)
    if fault is not None:
        return fault
    note(error, method)
    return Fault("internal_error", "an unexpected error stopped this request; the log names its cause")


def note(error: BaseException, method: str) -> None:
    """Logs an error nobody foresaw with its cause, and counts it."""
    UNEXPECTED.add(method)
    # Names and places only: the message of an exception may hold what a caller said.
    _log.error("unexpected error", extra={"method": method, "cause": list(_causes(error))})


def _fault_of_trade(error: BaseException) -> Fault | None:
    from pipeline.model import errors as trade

    match error:
        case trade.NotFound(what):
            return Fault("not_found", f"{what} names nothing that is there", {"field": what})
        case trade.Conflict(message, alternatives, None):
            return Fault("conflict", message, {"alternatives": [_slot(slot) for slot in alternatives]})
        case trade.Conflict(message, _, cliente_id):
            return Fault("conflict", message, {"cliente_id": cliente_id})
        case trade.Refused(reason, message, alternatives):
            offered = {"alternatives": [_slot(slot) for slot in alternatives]} if alternatives else {}
            return Fault("refused", message or f"a rule says no: {reason}", {"reason": reason, **offered})
        case trade.RateLimited(retry_after_ms):
            return rate_limited(retry_after_ms)
        case trade.Unavailable(component, message):
            return Fault("unavailable", message or f"the {component} cannot be used at the moment", {"component": component})
        case trade.InvalidField(fields):
            return invalid(fields)
        case trade.PiiEncrypted():
            return Fault("pii_encrypted", "personal data in this file is encrypted: call clienti.provide_index first")
        case trade.Cancelled():
            return CANCELLED
        case _:
            return None


def _slot(slot: "Slot") -> dict[str, Any]:
    return {
        "data": slot.day.isoformat(),
        "ora": slot.start.strftime("%H:%M"),
        "ora_fine": slot.end.strftime("%H:%M"),
        "operatore_id": slot.operatore_id,
    }


_PROBLEMS = {
    "missing": "is required",
    "extra_forbidden": "is not a parameter of this method",
    "string_type": "must be a string",
    "int_type": "must be an integer",
    "bool_type": "must be true or false",
    "list_type": "must be an array",
    "dict_type": "must be an object",
    "model_type": "must be an object",
}


def _fault_of_validation(error: BaseException) -> Fault | None:
    from pydantic import ValidationError

    return invalid(_fields(error)) if isinstance(error, ValidationError) else None


def _fields(error: "ValidationError") -> Iterator[tuple[str, str]]:
    # The input stays out of the answer: it may be somebody's name.
    for entry in error.errors(include_url=False, include_input=False):
        place = ".".join(str(part)[:60] for part in entry["loc"]) or "params"
        problem = _PROBLEMS.get(entry["type"]) or entry["msg"][:1].lower() + entry["msg"][1:]
        yield place, problem


def _causes(error: BaseException) -> Iterator[str]:
    current: BaseException | None = error
    while current is not None:
        places: list[str] = []
        trace = current.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{code.co_qualname}:{trace.tb_lineno}")
            trace = trace.tb_next
        yield f"{type(current).__name__} at {' > '.join(places[-8:])}"
        current = current.__cause__ or current.__context__
