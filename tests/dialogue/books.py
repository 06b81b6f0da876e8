"""The business tables as any other program sees them, and how they differ: the judge of every golden dialogue.

A row is told in one line of names, not of ids. Called by the stage and the laws.
"""

import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

APPOINTMENTS = """
SELECT a.id, a.cliente_id, s.nome, o.nome, a.data_ora_inizio, a.data_ora_fine, lower(a.stato), a.note, a.confirmation_code, a.operatore_id,
       a.fonte_prenotazione, a.deleted_at
FROM appuntamenti a LEFT JOIN servizi s ON s.id = a.servizio_id LEFT JOIN operatori o ON o.id = a.operatore_id ORDER BY a.id
"""
CLIENTS = "SELECT id, nome, cognome, telefono, data_nascita, voice_consent, voice_consent_version, consenso_whatsapp, note FROM clienti"
WAITING = """
SELECT w.id, w.cliente_id, s.nome, w.data_preferita, w.ora_preferita, o.nome, w.priorita, w.status
FROM {waitlist} w JOIN servizi s ON s.id = w.servizio_id LEFT JOIN operatori o ON o.id = w.operatore_preferito_id
"""
MESSAGES = "SELECT message_id, recipient, template FROM whatsapp_outbox"
PERSONS = "SELECT id, handoff_requested FROM voice_sessions WHERE handoff_requested"
CART = "SELECT k.id, k.cliente_id, p.nome, k.quantita FROM carrello k JOIN prodotti p ON p.id = k.prodotto_id"

_GROUP = re.compile(r"gruppo:[0-9a-f]+;?\s*")
"""The mark the desktop app leaves in the note of a visit of several services: nobody's words."""

Rows = dict[Any, tuple[Any, ...]]


@dataclass(slots=True)
class Books:
    """The business tables at one moment: id to row."""

    appointments: Rows
    clients: Rows
    waiting: Rows
    messages: Rows
    persons: Rows
    cart: Rows

    def person(self, identifier: Any) -> str:
        """A client's name, with the year of birth where there are homonyms."""
        row = self.clients[identifier]
        same = [other for other in self.clients.values() if other[1:3] == row[1:3]]
        year = f" ({str(row[4])[:4]})" if len(same) > 1 else ""
        return f"{row[1]} {row[2]}{year}"

    def adopt(self, before: "Books", after: "Books") -> None:
        """What somebody else changed meanwhile counts as having been there from the start."""
        for name in self.__slots__:
            mine, old, new = (getattr(books, name) for books in (self, before, after))
            for identifier in {*old, *new}:
                if old.get(identifier) != new.get(identifier):
                    mine.pop(identifier, None)
                    if identifier in new:
                        mine[identifier] = new[identifier]


def open_books(file: Path) -> Books:
    """The tables as they stand in the file."""
    connection: Any = apsw.Connection(str(file))
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        waiting = WAITING.format(waitlist="sidecar_waitlist" if "sidecar_waitlist" in tables else "waitlist")
        asked = (APPOINTMENTS, CLIENTS, waiting, MESSAGES, PERSONS, CART if "carrello" in tables else None)
        return Books(*({row[0]: row for row in connection.execute(sql)} if sql else {} for sql in asked))
    finally:
        connection.close()


def difference(start: Books, end: Books) -> list[str]:
    """Every business row that is new or different, in words, sorted; messages are judged by `messages_due`."""
    lines = _changes(start.appointments, end.appointments, end, "appuntamento", _appointment)
    lines += _changes(start.clients, end.clients, end, "cliente", _client)
    lines += _changes(start.waiting, end.waiting, end, "attesa", _waiting)
    lines += _changes(start.cart, end.cart, end, "carrello", _cart)
    lines += ["+ persona" for session in end.persons if session not in start.persons]
    return sorted(lines)


def _changes(old: Rows, new: Rows, books: Books, noun: str, told: Any) -> list[str]:
    lines = [f"+ {noun} {told(row, books)}" for key, row in new.items() if key not in old]
    lines += [f"- {noun} {told(row, books)}" for key, row in old.items() if key not in new]
    for key, row in new.items():
        if key in old and old[key] != row:
            ended = noun == "appuntamento" and row[6] == "cancellato" and (*old[key][:6], row[6], *old[key][7:]) == row
            lines.append(f"- {noun} {told(old[key], books)}" if ended else f"~ {noun} {told(old[key], books)} -> {told(row, books)}")
    return lines


def _appointment(row: tuple[Any, ...], books: Books) -> str:
    _, client, service, operator, start, _, state, note, *_ = row
    note = _GROUP.sub("", note or "")
    more = (f" | {state}" if state != "confermato" else "") + (f" | nota: {note}" if note else "")
    return f"{books.person(client)} | {service} | {operator or '-'} | {start[:16].replace('T', ' ')}{more}"


def _client(row: tuple[Any, ...], books: Books) -> str:
    _, nome, cognome, phone, birth, consent, version, _, note = row
    agreed = f"consenso {version}" if consent else "senza consenso"
    return f"{nome} {cognome} | {phone} | {birth or '-'} | {agreed}" + (f" | nota: {note}" if note else "")


def _waiting(row: tuple[Any, ...], books: Books) -> str:
    _, client, service, day, at, operator, priority, status = row
    more = (f" | {operator}" if operator else "") + (f" | {status}" if status != "WAITING" else "")
    return f"{books.person(client)} | {service} | {day} | {at or '-'} | {priority}{more}"


def _cart(row: tuple[Any, ...], books: Books) -> str:
    return f"{books.person(row[1])} | {row[2]} | {row[3]}"


def messages_due(before: Books, after: Books) -> list[tuple[str, str]]:
    """(recipient, template) of the messages that what changed calls for: one a visit, none to landlines or to who wants none."""
    due: set[tuple[str, str, str]] = set()
    for key, row in after.appointments.items():
        old = before.appointments.get(key)
        if old is not None and (*old[:7], *old[8:]) == (*row[:7], *row[8:]):
            continue  # a note beside it is for who works there: no message tells it
        booked_before = any(other[8] == row[8] and other[6] == "confermato" for other in before.appointments.values())
        still_there = any(other[8] == row[8] and other[6] == "confermato" for other in after.appointments.values())
        template = "booking_change" if booked_before and still_there else "booking_confirmation" if still_there else "booking_cancellation"
        due.add((str(row[8]), *_recipient(after, row[1]), template))  # pyright: ignore[reportArgumentType]
    for key, row in after.waiting.items():
        if row[7] == "NOTIFIED" and (key not in before.waiting or before.waiting[key][7] != "NOTIFIED"):
            due.add((f"waiting {key}", *_recipient(after, row[1]), "waitlist_offer"))  # pyright: ignore[reportArgumentType]
    return sorted((recipient, template) for _, recipient, template in due if recipient)


def _recipient(books: Books, client: Any) -> tuple[str]:
    row = books.clients[client]
    phone = str(row[3] or "")
    wanted = row[7] != 0 and (phone.startswith(("3", "+")))
    return (phone if wanted else "",)


def messages_sent(before: Books, after: Books) -> list[tuple[str, str]]:
    """(recipient, template) of the messages queued in between, recipients in national digits where they are Italian."""
    new = (row for key, row in after.messages.items() if key not in before.messages)
    return sorted((str(row[1]).removeprefix("+39"), str(row[2])) for row in new)


def overlapping(books: Books) -> list[tuple[Any, Any]]:
    """Pairs of live rows of one operator that stand in each other's time."""
    live = [row for row in books.appointments.values() if row[6] in ("confermato", "completato") and row[9] is not None and row[11] is None]
    live.sort(key=lambda row: (str(row[9]), row[4]))
    return [(one[0], two[0]) for one, two in itertools.pairwise(live) if one[9] == two[9] and two[4] < one[5]]
