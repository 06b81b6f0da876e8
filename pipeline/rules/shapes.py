"""The wire shapes of the contract, section 3, made from values: plain JSON types, dates and times as text.

Called by the stages, the flows and the desk; calls nothing but the model. It knows no protocol and decides nothing.
"""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from pipeline.model.business import Booking, Client, Operator, Service
from pipeline.model.calendar import Slot
from pipeline.model.parse import Parse
from pipeline.model.session import Option, Session, Slots
from pipeline.model.writes import Message, WaitlistEntry
from pipeline.rules.phone import national

Shape = dict[str, Any]


def hour(at: time | None) -> str | None:
    """HH:MM."""
    return None if at is None else f"{at:%H:%M}"


def day(at: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if at is None else at.isoformat()


def euros(amount: Decimal | None) -> float | None:
    """A JSON number of euros."""
    return None if amount is None else float(amount)


def appointment(booking: Booking) -> Shape:
    """Appointment."""
    return {
        "id": booking.id,
        "ids": list(booking.ids),
        "confirmation_code": booking.confirmation_code,
        "cliente_id": booking.cliente_id,
        "servizi": [
            {"servizio_id": row.servizio_id, "nome": row.nome, "durata_minuti": row.durata, "prezzo": euros(row.prezzo)}
            for row in booking.services
        ],
        "operatore_id": booking.operatore_id,
        "data": booking.inizio.date().isoformat(),
        "ora": f"{booking.inizio:%H:%M}",
        "ora_fine": f"{booking.fine:%H:%M}",
        "durata_minuti": int((booking.fine - booking.inizio).total_seconds()) // 60,
        "prezzo": euros(booking.prezzo),
        "stato": booking.stato,
        "note": booking.note,
        "whatsapp_confirmed": booking.whatsapp_confirmed,
    }


def client(known: Client) -> Shape:
    """A client; telefono in national digits where the row holds a number."""
    return {
        "id": known.id,
        "nome": known.nome,
        "cognome": known.cognome,
        "soprannome": known.soprannome,
        "telefono": national(known.telefono) or known.telefono,
        "email": known.email,
        "data_nascita": day(known.data_nascita),
        "is_vip": known.is_vip,
        "operatore_preferito_id": known.operatore_preferito_id,
        "consenso_whatsapp": known.consenso_whatsapp,
        "voice_consent": known.voice_consent,
        "note": known.note,
    }


def service(offered: Service) -> Shape:
    """A service."""
    return {
        "id": offered.id,
        "nome": offered.nome,
        "descrizione": offered.descrizione,
        "categoria": offered.categoria,
        "prezzo": euros(offered.prezzo),
        "durata_minuti": offered.durata,
        "buffer_minuti": offered.buffer,
        "sinonimi": list(offered.sinonimi),
    }


def operator(active: Operator) -> Shape:
    """An operator; servizi null = does everything."""
    services = None if active.services is None else sorted(active.services, key=str)
    return {"id": active.id, "nome": active.nome, "cognome": active.cognome, "genere": active.genere, "servizi": services}


def slot(free: Slot) -> Shape:
    """A free time."""
    return {
        "data": free.day.isoformat(),
        "ora": hour(free.start),
        "ora_fine": hour(free.end),
        "operatore_id": free.operatore_id,
    }


def waiting(entry: WaitlistEntry, position: int | None = None) -> Shape:
    """An entry of the waiting list."""
    shape: Shape = {
        "waitlist_id": entry.id,
        "cliente_id": entry.cliente_id,
        "servizio_id": entry.servizio_id,
        "data_preferita": entry.data_preferita.isoformat(),
        "ora_preferita": hour(entry.ora_preferita),
        "operatore_preferito_id": entry.operatore_preferito_id,
        "priorita": entry.priorita,
        "priorita_score": entry.priorita_score,
        "status": entry.status,
        "created_at": entry.created_at.isoformat(timespec="seconds"),
        "expires_at": entry.expires_at.isoformat(timespec="seconds"),
    }
    return shape if position is None else shape | {"position": position}


def message(queued: Message) -> Shape:
    """A message of the outbox, as the notification to the host carries it."""
    return {
        "message_id": queued.message_id,
        "to": queued.to,
        "template": queued.template,
        "params": dict(queued.params),
        "appuntamento_id": queued.appuntamento_id,
    }


def parse(understood: Parse) -> Shape:
    """Parse."""
    said = understood
    # Readings of a day that must be asked: the convention's own stands as the date, unless day and weekday contradict each other.
    asked = () if said.date else said.date_choices
    main = asked[0] if asked and not said.conflict else said.date
    others = (*said.alternatives, *((one, said.time) for one in asked if one != main))
    return {
        "language": said.language,
        "intent": said.intent,
        "confidence": round(said.confidence, 3),
        "command": said.command,
        "correction": {"slot": said.correction.slot, "value": said.correction.value} if said.correction else None,
        "date": day(main),
        "time": hour(said.time),
        "date_interval": {"from": day(said.date_interval[0]), "to": day(said.date_interval[1])} if said.date_interval else None,
        "time_interval": {"from": hour(said.time_interval[0]), "to": hour(said.time_interval[1])} if said.time_interval else None,
        "alternatives": [{"date": day(one), "time": hour(at)} for one, at in others],
        "weekdays_excluded": list(said.weekdays_excluded),
        "approximate": said.approximate,
        "earliest": said.earliest,
        "conflict": said.conflict,
        "services": list(said.services),
        "services_ambiguous": [list(group) for group in said.services_ambiguous],
        "services_unknown": list(said.services_unknown),
        "operators": list(said.operators),
        "any_operator": said.any_operator,
        "operator_gender": said.operator_gender,
        "name": {"nome": said.name.nome, "cognome": said.name.cognome} if said.name else None,
        "telefono": said.telefono,
        "data_nascita": day(said.data_nascita),
        "yes_no": said.yes_no,
        "ordinal": said.ordinal,
        "notes": said.notes,
    }


def slots(known: Slots, offered: Sequence[Service]) -> Shape:
    """Turn.slots: only what is known; services of the file as it stands, an id no longer offered without name."""
    names = {str(one.id): one for one in offered}
    services = [
        {"servizio_id": one.id, "nome": one.nome, "durata_minuti": one.durata}
        for number in known.servizi or known.nuovi_servizi
        if (one := names.get(str(number))) is not None
    ]
    shape: Shape = {
        "cliente_id": known.cliente_id,
        "cliente_nome": known.nome,
        "cognome": known.cognome,
        "telefono": known.telefono,
        "data_nascita": day(known.data_nascita),
        "servizi": services or None,
        "data": day(known.quando.data),
        "ora": hour(known.quando.ora),
        "operatore_id": known.operatore_id if known.operatore_id is not None else next(iter(known.operatori_in_ordine), None),
        "note": known.note,
        "appuntamento_id": known.appuntamento_id,
        "nuova_data": day(known.nuovo.data),
        "nuova_ora": hour(known.nuovo.ora),
    }
    return {name: value for name, value in shape.items() if value is not None}


def options(listed: Sequence[Option]) -> list[Shape]:
    """Turn.options: value is the row's id, or the time for a slot."""
    return [
        {
            "n": one.n,
            "kind": one.kind,
            "label": one.label,
            "value": one.id
            if one.slot is None
            else {"data": day(one.slot.data), "ora": hour(one.slot.ora), "operatore_id": one.slot.operatore_id},
        }
        for one in listed
    ]


def session(stored: Session, offered: Sequence[Service]) -> Shape:
    """The stored session, by the columns of specification 11.1."""
    dialogue = stored.dialogue
    return {
        "session_id": stored.id,
        "cliente_id": stored.cliente_id,
        "current_intent": dialogue.flow,
        "current_step": dialogue.step,
        "slots": slots(dialogue.slots, offered),
        "options": options(dialogue.options),
        "history": [{"user": turn.user, "assistant": turn.assistant, "intent": turn.intent} for turn in stored.history],
        "language": dialogue.language,
        "handoff": dialogue.handoff,
        "handoff_requested": stored.handoff_requested,
        "failed_understanding_count": stored.failed_count,
        "total_turns": stored.total_turns,
        "completed": stored.completed,
        "created_at": stored.created_at.isoformat(timespec="seconds"),
        "updated_at": stored.updated_at.isoformat(timespec="seconds"),
        "expires_at": stored.expires_at.isoformat(timespec="seconds"),
    }
