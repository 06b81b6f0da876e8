"""The OpenRPC document of the server, made from the table of methods it is served from.

Called by `rpc.discover` and by the command `openrpc`. It knows the classes of `rpc.methods` and nothing of what methods do but one
sentence each.
"""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from rpc.dispatch import resolve
from rpc.errors import CODES
from rpc.methods import METHODS

SUMMARIES = {
    "initialize": "Who calls and what this server can do; optional.",
    "ping": "Answers at once while the process lives.",
    "shutdown": "Answered once everything read before it is done; afterwards nothing new is begun.",
    "rpc.discover": "This document.",
    "health.check": "The state of every component; `probe` exercises all of them now.",
    "voice.greet": "Opens a call with the business's greeting.",
    "voice.process": "One turn of a call: what the caller said to what the assistant answers.",
    "voice.reset": "The session forgets what it knew.",
    "voice.synthesize": "Speaks a text into a WAV file.",
    "voice.transcribe": "Writes down what is said in a recording.",
    "handoff.update": "What the host did with a request for a person.",
    "session.get": "A conversation as it is stored.",
    "nlu.parse": "Understands an utterance and changes nothing.",
    "clienti.search": "Finds clients by name, telephone or free text.",
    "clienti.create": "Registers a client.",
    "clienti.provide_index": "Gives decrypted people for an encrypted file; kept in memory only.",
    "appuntamenti.disponibilita": "Whether a time is free, or what is.",
    "appuntamenti.create": "Books a visit.",
    "appuntamenti.update": "Changes a visit in place.",
    "appuntamenti.delete": "Cancels a visit; its rows stay.",
    "appuntamenti.list": "Visits by time, a page at once.",
    "servizi.list": "The active services.",
    "operatori.list": "The active operators.",
    "waitlist.add": "Puts a client on the waiting list.",
    "waitlist.list": "Who waits, in order.",
    "waitlist.notify": "Tells the first who fits what is free.",
    "settings.nome_attivita": "The name of the business.",
    "settings.orari_lavoro": "The opening hours of the week, Monday first.",
    "settings.giorni_festivi": "The holidays of a year.",
    "whatsapp.send_template": "Queues a message that the host is told to send.",
    "whatsapp.ack": "The host's word on a message.",
    "whatsapp.pending": "Messages the host has not acknowledged.",
    "faq.search": "The FAQ entries nearest to a question.",
    "faq.answer": "Answers a question from the FAQ and the business's data, or admits that it cannot.",
    "faq.reload": "Reads the FAQ file again.",
    "faq.unanswered": "Questions nobody could answer.",
    "formatter.format": "Replaces the tokens of an answer by the business's data, for the eye and for the ear.",
    "links.resolve": "Whom a link stands for.",
    "audit.list": "Who did what, one row a turn.",
    "stats.get": "The figures of each day.",
    "gdpr.anonymize": "Removes personal data past its retention.",
    "gdpr.export": "Everything held about a person.",
    "gdpr.erase": "Removes a person; accounting rows stay without them.",
}

OPENRPC = "1.3.2"
_PREFIX = "#/components/schemas/"


class _Untitled(GenerateJsonSchema):
    """Schemas without the titles that only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def document(version: str) -> dict[str, Any]:
    """The OpenRPC document; the same bytes for the same table and version."""
    resolved = {name: resolve(method) for name, method in METHODS.items()}
    models: set[type[BaseModel]] = {model for entry in resolved.values() for model in (entry.params, entry.result)}
    ordered = sorted(models, key=lambda model: (model.__module__, model.__qualname__))
    schemas, definitions = models_json_schema(
        [(model, "validation") for model in ordered], by_alias=True, ref_template=_PREFIX + "{model}", schema_generator=_Untitled
    )
    components: dict[str, Any] = definitions.get("$defs", {})
    by_model = {model: schemas[(model, "validation")] for model in ordered}
    return {
        "openrpc": OPENRPC,
        "info": {
            "title": "FLUXION sidecar",
            "version": version,
            "description": "JSON-RPC 2.0 over stdin and stdout, one UTF-8 JSON value a line.",
            "license": {"name": "GPL-3.0-or-later"},
        },
        "methods": [_method(name, _schema(by_model[entry.params], components), by_model[entry.result]) for name, entry in resolved.items()],
        "components": {
            "schemas": components,
            "errors": {name: {"code": code, "message": name} for name, code in CODES.items()},
        },
    }


def _schema(reference: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """The object schema a reference points to."""
    target = reference.get("$ref")
    return components[str(target).removeprefix(_PREFIX)] if target else reference


def _method(name: str, params: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    required = set(params.get("required", []))
    return {
        "name": name,
        "summary": SUMMARIES[name],
        "paramStructure": "by-name",
        "params": [
            {"name": field, "required": field in required, "schema": schema}
            for field, schema in sorted(params.get("properties", {}).items(), key=lambda item: item[0] not in required)
        ],
        "result": {"name": "result", "schema": result},
        "errors": [{"$ref": f"#/components/errors/{error}"} for error in CODES],
    }
