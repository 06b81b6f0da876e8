"""The table of methods: complete, resolvable, and its params as strict as docs/contract says."""

import inspect
from datetime import date, time
from importlib import import_module
from typing import Any

import pytest
from pydantic import ValidationError

from rpc.dispatch import resolve
from rpc.methods import METHODS, TURNS
from rpc.openrpc import SUMMARIES, document

CONTRACT = [
    "initialize",
    "ping",
    "shutdown",
    "rpc.discover",
    "health.check",
    "voice.greet",
    "voice.process",
    "voice.reset",
    "voice.synthesize",
    "voice.transcribe",
    "handoff.update",
    "session.get",
    "nlu.parse",
    "clienti.search",
    "clienti.create",
    "clienti.provide_index",
    "appuntamenti.disponibilita",
    "appuntamenti.create",
    "appuntamenti.update",
    "appuntamenti.delete",
    "appuntamenti.list",
    "servizi.list",
    "operatori.list",
    "waitlist.add",
    "waitlist.list",
    "waitlist.notify",
    "settings.nome_attivita",
    "settings.orari_lavoro",
    "settings.giorni_festivi",
    "whatsapp.send_template",
    "whatsapp.ack",
    "whatsapp.pending",
    "faq.search",
    "faq.answer",
    "faq.reload",
    "faq.unanswered",
    "formatter.format",
    "links.resolve",
    "audit.list",
    "stats.get",
    "gdpr.anonymize",
    "gdpr.export",
    "gdpr.erase",
]
BESIDE = [
    "rpc.discover",
    "health.check",
    "nlu.parse",
    "faq.search",
    "faq.answer",
    "faq.reload",
    "faq.unanswered",
    "formatter.format",
    "gdpr.anonymize",
    "gdpr.export",
    "gdpr.erase",
    "voice.synthesize",
    "voice.transcribe",
    "voice.process",
    "voice.greet",
]
MINIMAL: dict[str, dict[str, Any]] = {
    "voice.process": {"text": ""},
    "voice.reset": {"session_id": "s"},
    "voice.synthesize": {"text": "ciao"},
    "voice.transcribe": {"audio_path": "/a.wav"},
    "handoff.update": {"session_id": "s", "status": "accepted"},
    "session.get": {"session_id": "s"},
    "nlu.parse": {"text": ""},
    "clienti.create": {"nome": "Ada", "cognome": "Prova", "telefono": "3331234567"},
    "clienti.provide_index": {"clienti": []},
    "appuntamenti.disponibilita": {"data": "2026-03-12", "servizi": [1, "due"]},
    "appuntamenti.create": {"cliente_id": "12", "servizi": [1], "data": "2026-03-12", "ora": "09:30"},
    "appuntamenti.update": {"id": 1},
    "appuntamenti.delete": {"id": 1},
    "waitlist.add": {"cliente_id": 1, "servizio_id": 2, "data_preferita": "2026-03-12"},
    "waitlist.notify": {"data": "2026-03-12"},
    "whatsapp.send_template": {"to": "3331234567", "template": "booking_change", "params": {"nome": "Ada"}},
    "whatsapp.ack": {"message_id": "m", "status": "sent"},
    "faq.search": {"query": ""},
    "faq.answer": {"query": ""},
    "formatter.format": {"response": "", "language": "it", "customer_id": 1, "workspace_id": "default", "original_question": "q"},
    "links.resolve": {"token": "t", "kind": "cart"},
    "gdpr.export": {"cliente_id": 1},
    "gdpr.erase": {"cliente_id": 1},
}


def test_the_table_holds_every_method_of_the_contract_and_no_other() -> None:
    assert sorted(METHODS) == sorted(CONTRACT)


def test_what_runs_beside_the_one_lane_is_what_the_contract_lists() -> None:
    assert sorted(name for name, method in METHODS.items() if method.lane == "beside") == sorted(BESIDE)
    assert {name for name, method in METHODS.items() if method.lane == "reader"} == {"initialize", "ping", "shutdown"}
    assert set(METHODS) >= TURNS


@pytest.mark.parametrize("name", METHODS)
def test_every_name_of_the_table_resolves_and_takes_its_smallest_params(name: str) -> None:
    resolved = resolve(METHODS[name])
    assert resolved.params.model_validate(MINIMAL.get(name, {}))
    assert callable(resolved.handler)


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.handler.startswith("desk:")])
def test_every_desk_function_takes_the_fields_of_its_params(name: str) -> None:
    family, _, function = METHODS[name].handler.removeprefix("desk:").partition(".")
    signature = inspect.signature(getattr(import_module(f"pipeline.desk.{family}"), function))
    signature.bind(None, **dict.fromkeys(resolve(METHODS[name]).params.model_fields))


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.handler.startswith("desk:")])
def test_no_desk_function_needs_more_than_its_required_params(name: str) -> None:
    family, _, function = METHODS[name].handler.removeprefix("desk:").partition(".")
    signature = inspect.signature(getattr(import_module(f"pipeline.desk.{family}"), function))
    fields = resolve(METHODS[name]).params.model_fields
    signature.bind(None, **{field: None for field, info in fields.items() if info.is_required()})


def test_values_arrive_as_values() -> None:
    params = resolve(METHODS["appuntamenti.create"]).params.model_validate(MINIMAL["appuntamenti.create"]).model_dump()
    assert params["data"] == date(2026, 3, 12)
    assert params["ora"] == time(9, 30)
    assert params["cliente_id"] == "12"


def test_from_and_to_are_named_as_the_contract_names_them() -> None:
    params = resolve(METHODS["appuntamenti.list"]).params
    assert params.model_validate({"from": "2026-03-01", "to": "2026-03-31"}).model_dump()["last"] == date(2026, 3, 31)
    with pytest.raises(ValidationError):
        params.model_validate({"first": "2026-03-01"})


@pytest.mark.parametrize("text", ["2026-3-12", "2026-03-12T09:00", "20260312", "٢٠٢٦-03-12", "2025-02-29", "0000-01-01", "", " 2026-03-12"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        resolve(METHODS["waitlist.notify"]).params.model_validate({"data": text})


@pytest.mark.parametrize("text", ["9:30", "24:00", "09:60", "09.30", "0930", "09:30:00", "٠٩:30", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        resolve(METHODS["appuntamenti.create"]).params.model_validate({**MINIMAL["appuntamenti.create"], "ora": text})


def test_a_text_of_two_thousand_characters_is_allowed() -> None:
    assert resolve(METHODS["voice.process"]).params.model_validate({"text": "è" * 2000})


def test_the_openrpc_document_describes_every_method_and_points_nowhere_empty() -> None:
    made = document("1.2.3")
    assert made["info"]["version"] == "1.2.3"
    assert [method["name"] for method in made["methods"]] == list(METHODS)
    assert set(SUMMARIES) == set(METHODS)
    pointed = set(_references(made))
    assert all(
        reference.removeprefix("#/components/schemas/") in made["components"]["schemas"] for reference in pointed if "schemas" in reference
    )
    assert all(
        reference.removeprefix("#/components/errors/") in made["components"]["errors"] for reference in pointed if "errors" in reference
    )
    assert not any("__" in name for name in made["components"]["schemas"])


def test_the_openrpc_document_is_the_same_twice() -> None:
    assert document("1") == document("1")


def test_required_params_of_the_document_come_first() -> None:
    method = next(method for method in document("1")["methods"] if method["name"] == "appuntamenti.create")
    assert [(param["name"], param["required"]) for param in method["params"]][:4] == [
        ("cliente_id", True),
        ("servizi", True),
        ("data", True),
        ("ora", True),
    ]


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for name, inner in value.items() for found in ([inner] if name == "$ref" else _references(inner))]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, list):
        return [found for inner in value for found in _references(inner)]  # pyright: ignore[reportUnknownVariableType]
    return []
