"""Every exception becomes the answer that docs/contract section 2 names, and nothing else crosses the wire."""

import logging
from datetime import date, time
from typing import Any

import orjson
import pytest

from pipeline.model import errors as trade
from pipeline.model.calendar import Slot
from rpc import errors

SLOT = Slot(date(2026, 3, 12), time(10), time(10, 45), "op-1")
OFFER = {"data": "2026-03-12", "ora": "10:00", "ora_fine": "10:45", "operatore_id": "op-1"}


def answer(error: BaseException) -> Any:
    return orjson.loads(errors.fault_of(error, "some.method").encode(1))["error"]


@pytest.mark.parametrize(
    ("error", "code", "data"),
    [
        (trade.NotFound("cliente_id"), -32001, {"name": "not_found", "retryable": False, "field": "cliente_id"}),
        (trade.Conflict("taken", (SLOT,)), -32002, {"name": "conflict", "retryable": False, "alternatives": [OFFER]}),
        (trade.Conflict("there", cliente_id=7), -32002, {"name": "conflict", "retryable": False, "cliente_id": 7}),
        (trade.Refused("festivo"), -32003, {"name": "refused", "retryable": False, "reason": "festivo"}),
        (trade.Refused("pausa", "x", (SLOT,)), -32003, {"name": "refused", "retryable": False, "reason": "pausa", "alternatives": [OFFER]}),
        (trade.RateLimited(500), -32004, {"name": "rate_limited", "retryable": True, "retry_after_ms": 500}),
        (trade.Unavailable("database"), -32005, {"name": "unavailable", "retryable": True, "component": "database"}),
        (trade.PiiEncrypted(), -32006, {"name": "pii_encrypted", "retryable": False}),
        (trade.Cancelled(), -32800, {"name": "cancelled", "retryable": False}),
        (
            trade.InvalidField((("telefono", "is no telephone number"),)),
            -32602,
            {"name": "invalid_params", "retryable": False, "fields": [{"field": "telefono", "problem": "is no telephone number"}]},
        ),
    ],
)
def test_an_error_of_the_trade_has_its_code_and_data(error: Exception, code: int, data: dict[str, Any]) -> None:
    told = answer(error)
    assert (told["code"], told["data"]) == (code, data)
    assert told["message"]


def test_the_unforeseen_is_told_as_internal_and_logged_with_its_cause_but_not_its_words(caplog: pytest.LogCaptureFixture) -> None:
    before = errors.UNEXPECTED.counts().get("some.method", 0)
    try:
        try:
            raise KeyError("Anna De Luca 3331234567")
        except KeyError as cause:
            raise ValueError("SELECT * FROM clienti WHERE nome = 'Anna' in /home/shop/fluxion.db") from cause
    except ValueError as error:
        with caplog.at_level(logging.ERROR, "fluxion.rpc"):
            told = answer(error)
    assert told["code"] == -32603
    assert told["data"] == {"name": "internal_error", "retryable": False}
    record = caplog.records[-1]
    assert [cause.split()[0] for cause in vars(record)["cause"]] == ["ValueError", "KeyError"]
    for text in (orjson.dumps(told).decode(), repr(vars(record))):
        assert not any(secret in text for secret in ("Anna", "3331234567", "SELECT", "/home"))
    assert errors.UNEXPECTED.counts()["some.method"] == before + 1


def test_every_name_has_one_code_and_every_code_one_name() -> None:
    assert len(set(errors.CODES.values())) == len(errors.CODES) == 13
