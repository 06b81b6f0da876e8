"""The register of personal data: what every column of every table holds, and to whom a row belongs.

Read by `store.retention`, `store.erasure` and `store.export`; a test fails on a column that is not in it.

plain: says nothing about a person. personal: names, numbers, dates, words of a person. derived: made from something personal
(a hash, a parse, a stored answer). link: an id that points to a person's row. mention: the business's own words, which may name
anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Class = Literal["plain", "personal", "derived", "link", "mention"]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns by class, and the column by which a row belongs to a client or to a session."""

    columns: Mapping[str, Class]
    client: str | None = None
    session: str | None = None

    def of(self, *classes: Class) -> tuple[str, ...]:
        """The columns of these classes."""
        return tuple(name for name, kind in self.columns.items() if kind in classes)


def _table(client: str | None = None, session: str | None = None, /, **classes: str) -> Table:
    columns: dict[str, Class] = {}
    for kind in ("plain", "personal", "derived", "link", "mention"):
        columns |= dict.fromkeys(classes.get(kind, "").split(), kind)
    return Table(columns, client, session)


_APPOINTMENT_PLAIN = (
    "id workspace_id servizio_id operatore_id data_ora_inizio data_ora_fine durata_minuti stato prezzo sconto_percentuale prezzo_finale"
    " fonte_prenotazione whatsapp_confirmed whatsapp_confirmed_at created_at updated_at deleted_at reminder_inviato confirmation_code"
)
_CLIENT_PERSONAL = (
    "nome cognome soprannome telefono email data_nascita note indirizzo cap citta provincia codice_fiscale partita_iva codice_sdi pec tags"
    " referral_source"
)
_CLIENT_PLAIN = (
    "id workspace_id is_vip sconto_percentuale consenso_whatsapp voice_consent voice_consent_at voice_consent_version created_at"
    " updated_at deleted_at fonte consenso_marketing data_consenso loyalty_visits loyalty_threshold operatore_preferito_id"
)

TABLES: Mapping[str, Table] = {
    "clienti": _table("id", None, plain=_CLIENT_PLAIN, personal=_CLIENT_PERSONAL, link="referral_cliente_id"),
    "appuntamenti": _table(
        "cliente_id", None, plain=_APPOINTMENT_PLAIN, personal="note note_interne override_info", link="cliente_id"
    ),
    "carrello": _table("cliente_id", None, plain="id workspace_id prodotto_id quantita created_at", link="cliente_id"),
    "waitlist": _table(
        "cliente_id", None,
        plain="id servizio_id data_preferita ora_preferita operatore_preferito_id priorita priorita_score status created_at expires_at",
        link="cliente_id",
    ),
    "voice_sessions": _table(
        "cliente_id", None,
        plain="id current_intent current_step failed_understanding_count total_turns created_at updated_at expires_at handoff_requested"
        " completed",
        personal="slots pending_disambiguation pending_alternatives history dialogue", link="cliente_id",
    ),
    "voice_audit_log": _table(
        None, "session_id",
        plain="id session_id timestamp detected_intent intent_confidence special_command action_taken action_result latency_ms",
        personal="user_input system_response ip_address", derived="user_input_hash slots_extracted error_message",
    ),
    "whatsapp_outbox": _table(
        "cliente_id", None, plain="message_id template appuntamento_id status attempts created_at updated_at",
        personal="recipient params", derived="error", link="cliente_id",
    ),
    "secure_tokens": _table(
        "cliente_id", None, plain="workspace_id kind created_at expires_at revoked_at", derived="digest nonce", link="cliente_id"
    ),
    "sidecar_answers": _table(None, None, plain="request_id created_at", derived="answer"),
    "sidecar_holds": _table(None, "session_id", plain="session_id day start fine services operatore_id expires_at"),
    "sidecar_handoffs": _table(None, "session_id", plain="id session_id reason created_at", personal="summary"),
    "sidecar_unanswered": _table(None, "session_id", plain="id language session_id created_at", personal="question"),
    "sidecar_hash_keys": _table(None, None, plain="period", derived="secret"),
    "sidecar_facts": _table(None, None, plain="chiave valore"),
    "schema_migrations": _table(None, None, plain="version nome applied_at"),
    "impostazioni": _table(None, None, plain="chiave valore tipo"),
    "faq_settings": _table(None, None, plain="chiave valore categoria descrizione"),
    "servizi": _table(
        None, None,
        plain="id workspace_id nome descrizione categoria prezzo durata_minuti buffer_minuti sinonimi attivo ordine iva_percentuale"
        " colore icona created_at updated_at",
    ),
    "categorie": _table(None, None, plain="id workspace_id nome attiva ordine"),
    "prodotti": _table(None, None, plain="id workspace_id categoria_id nome descrizione prezzo attivo"),
    "operatori": _table(
        None, None,
        plain="id nome cognome genere attivo email telefono ruolo colore avatar_url specializzazioni descrizione_positiva"
        " anni_esperienza created_at updated_at",
    ),
    "operatori_servizi": _table(None, None, plain="operatore_id servizio_id priorita"),
    "operatori_assenze": _table(
        None, None, plain="id operatore_id data_inizio data_fine tipo approvata created_at", mention="note"
    ),
    "blocchi_orario": _table(
        None, None, plain="id operatore_id giorno_settimana data_specifica ora_inizio ora_fine ricorrente attivo created_at",
        mention="motivo",
    ),
    "orari_lavoro": _table(None, None, plain="id giorno_settimana ora_inizio ora_fine tipo operatore_id"),
    "giorni_festivi": _table(None, None, plain="id data descrizione ricorrente"),
    "voice_agent_stats": _table(
        None, None,
        plain="id data chiamate_totali chiamate_completate chiamate_abbandonate appuntamenti_creati durata_media_secondi handoff turni"
        " token_modello costo_modello created_at updated_at",
    ),
    "voice_agent_config": _table(
        None, None,
        plain="id attivo voce_modello saluto_personalizzato orario_attivo_da orario_attivo_a trasferisci_dopo_tentativi"
        " numero_trasferimento",
    ),
    "encryption_migration_state": _table(None, None, plain="id name status nome stato chiave valore updated_at completed_at"),
}  # fmt: skip
"""Operators are staff, not callers: their names are the business's own and stay. The app's own `waitlist` is that of DESKTOP."""

DESKTOP_WAITLIST = _table(
    "cliente_id", None,
    plain="id operatore_id servizio_id data_richiesta ora_richiesta priorita stato creato_il notificato_il scadenza_risposta",
    link="cliente_id",
)  # fmt: skip

STAFF = frozenset({"operatori", "operatori_servizi", "impostazioni", "sidecar_facts", "servizi",
                   "categorie", "prodotti", "giorni_festivi", "orari_lavoro", "faq_settings", "voice_agent_config", "voice_agent_stats",
                   "schema_migrations", "sidecar_hash_keys", "encryption_migration_state"})  # fmt: skip
"""Tables that are not searched for a person's name: what stands there is the business's own."""
