"""The WhatsApp messages that go with a booking: which client gets one, and what stands in it.

Called by the flows, the waiting list rule and the desk, whose writes carry the message in the booking's own transaction;
calls `phone`. It knows no outbox. Templates and params: contract section 3, "WhatsApp templates" (specification 10.1).
"""

from collections.abc import Sequence
from datetime import date, datetime

from pipeline.model.business import Booking, Client, Id, Lexicon
from pipeline.model.writes import PricedRow, QueueMessage, Template
from pipeline.rules.phone import reachable

_DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip


def italian_date(day: date) -> str:
    """The day in Italian words with its weekday and year ("giovedì 12 marzo 2026", the first as 1º)."""
    number = "1º" if day.day == 1 else str(day.day)
    return f"{_DAYS[day.weekday()]} {number} {_MONTHS[day.month - 1]} {day.year}"


def message(
    template: Template,
    client: Client | None,
    booking: Booking | None,
    lexicon: Lexicon,
    message_id: str,
    *,
    rows: Sequence[PricedRow] = (),
    operatore_id: Id | None = None,
    code: str | None = None,
) -> QueueMessage | None:
    """The message about these rows, or about the booking as it stands; None for whoever cannot or must not be messaged.

    Without `booking` it belongs to the booking made in the same commit.
    """
    to = address(client)
    if client is None or to is None:
        return None
    if rows:
        start = rows[0].row.inizio
        services = service_names(lexicon, [row.row.servizio_id for row in rows])
    elif booking is not None:
        start = booking.inizio
        services = [service.nome for service in booking.services]
        operatore_id = booking.operatore_id
        code = code or booking.confirmation_code
    else:
        raise ValueError("a message needs the rows that are written or the booking it is about")
    return QueueMessage(
        message_id,
        to,
        template,
        params(client.nome, start, services, operator_name(lexicon, operatore_id), code or ""),
        cliente_id=client.id,
        appuntamento_id=booking.id if booking else None,
        of_booking=booking is None,
    )


def params(nome: str, start: datetime, services: Sequence[str], operatore: str, codice: str) -> tuple[tuple[str, str], ...]:
    """The six params of every template; operatore and codice "" where there is none."""
    return (
        ("nome", nome),
        ("data", italian_date(start.date())),
        ("ora", f"{start:%H:%M}"),
        ("servizio", ", ".join(services)),
        ("operatore", operatore),
        ("codice", codice),
    )


def address(client: Client | None) -> str | None:
    """Where this client is messaged; None for a landline, no number, or whoever does not want messages."""
    if client is None or not client.consenso_whatsapp:
        return None
    return reachable(client.telefono)


def service_names(lexicon: Lexicon, ids: Sequence[Id]) -> list[str]:
    """The names of these services, those no longer offered left out."""
    names = {str(service.id): service.nome for service in lexicon.services}
    return [names[str(servizio_id)] for servizio_id in ids if str(servizio_id) in names]


def operator_name(lexicon: Lexicon, operatore_id: Id | None) -> str:
    """The operator's name, "" where there is none."""
    if operatore_id is None:
        return ""
    return next((operator.nome for operator in lexicon.operators if str(operator.id) == str(operatore_id)), "")
