"""The clients of the business: `clienti.*`.

Same telephone = the same client; the same name with another telephone = another person. PiiEncrypted where the file keeps
people encrypted and the host has lent no decrypted index (contract -32006).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pipeline.desk.deeds import Deed, Shape, carry_out
from pipeline.model.business import Client
from pipeline.model.calendar import Refusal
from pipeline.model.errors import Conflict, InvalidField, NotFound
from pipeline.model.writes import Committed, CreateClient
from pipeline.ports import Reads, World
from pipeline.rules import shapes
from pipeline.rules.phone import national
from pipeline.rules.rechecks import STALE

DEFAULT_LIMIT = 20
NOTE_LIMIT = 500
_OLDEST = 130
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def search(
    world: World, *, nome: str | None = None, telefono: str | None = None, query: str | None = None, limit: int | None = None
) -> Shape:
    """How many clients match, and the first of them; deleted ones never."""
    count, found = world.archive.search_clients(_given(nome), _given(telefono), _given(query), limit or DEFAULT_LIMIT)
    return {"count": count, "clienti": [shapes.client(client) for client in found]}


def create(
    world: World,
    *,
    nome: str,
    cognome: str,
    telefono: str,
    data_nascita: date | None = None,
    email: str | None = None,
    voice_consent: bool | None = None,
    note: str | None = None,
    request_id: str | None = None,
) -> Shape:
    """The new client. Raises InvalidField, and Conflict with the cliente_id of whoever has that telephone."""

    def decide(now: datetime) -> Deed:
        number = _checked(nome, cognome, telefono, data_nascita, email, note, now.date())
        known = world.reads.clients_by_phone(number)
        if known:
            raise Conflict("a client with this telephone exists", cliente_id=known[0].id)
        version = world.reads.settings().consenso_versione if voice_consent else None
        write = CreateClient(_tidy(nome), _tidy(cognome), number, data_nascita, _given(email), _given(note), bool(voice_consent), version)
        return Deed((write,), answer, lambda reads: _still_unknown(reads, number), {"voice_consent": bool(voice_consent)})

    def answer(made: Committed) -> Shape:
        client = world.reads.client(made.clients[0])
        if client is None:
            raise NotFound("cliente_id")
        return shapes.client(client)

    return carry_out(world, "clienti.create", request_id, decide)


def provide_index(world: World, *, clienti: Sequence[Mapping[str, Any]]) -> Shape:
    """How many decrypted people were taken; they stay in memory only."""
    people = [
        Client(
            id=person["id"],
            nome=person["nome"],
            cognome=person["cognome"],
            telefono=person["telefono"],
            data_nascita=person.get("data_nascita"),
        )
        for person in clienti
    ]
    return {"count": world.archive.provide_index(people)}


def _still_unknown(reads: Reads, number: str) -> Refusal | None:
    return STALE if reads.clients_by_phone(number) else None


def _checked(nome: str, cognome: str, telefono: str, data_nascita: date | None, email: str | None, note: str | None, today: date) -> str:
    """The telephone as it is stored. Raises InvalidField with every field that is wrong."""
    number = national(telefono)
    wrong = {
        "nome": "must have at least 2 characters" if len(_tidy(nome)) < 2 else None,
        "cognome": "must not be blank" if not _tidy(cognome) else None,
        "telefono": telephone_problem(telefono),
        "data_nascita": birth_problem(data_nascita, today),
        "email": email_problem(email),
        "note": f"must be at most {NOTE_LIMIT} characters long" if note and len(note) > NOTE_LIMIT else None,
    }
    problems = tuple((field, problem) for field, problem in wrong.items() if problem)
    if problems or number is None:
        raise InvalidField(problems)
    return number


def telephone_problem(telefono: str) -> str | None:
    """What is wrong with this telephone, None where nothing is."""
    return "is no telephone number" if national(telefono) is None else None


def email_problem(email: str | None) -> str | None:
    """What is wrong with this address, None where nothing is or there is none."""
    return "is no e-mail address" if _given(email) and not _EMAIL.fullmatch(_tidy(email or "")) else None


def birth_problem(born: date | None, today: date) -> str | None:
    """What is wrong with this day of birth, None where nothing is or there is none."""
    if born is None or (today.year - _OLDEST <= born.year and born <= today):
        return None
    return "lies in the future" if born > today else f"lies more than {_OLDEST} years back"


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _given(text: str | None) -> str | None:
    """The text, None where it is blank."""
    return text.strip() or None if text is not None else None
