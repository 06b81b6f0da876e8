"""Carries out the writes about clients: registration, consent, cart, link records.

Called by `store.ledger` inside its transaction. Never changes a name or a number of somebody who is there already.
"""

from typing import Any

from pipeline.model.errors import NotFound, PiiEncrypted
from pipeline.model.writes import ChangeCart, CreateClient, RecordConsent, StoreToken
from store.draft import Draft
from store.values import stamp


def create(draft: Draft, write: CreateClient) -> None:
    """A new client; PiiEncrypted where the file keeps its people encrypted."""
    if draft.hidden:
        raise PiiEncrypted
    columns: dict[str, Any] = {
        "workspace_id": write.workspace_id,
        "nome": write.nome,
        "cognome": write.cognome,
        "telefono": write.telefono,
        "email": write.email,
        "data_nascita": write.data_nascita.isoformat() if write.data_nascita else None,
        "note": write.note,
        "consenso_whatsapp": 1,
        "voice_consent": int(write.voice_consent),
        "voice_consent_at": draft.now if write.voice_consent else None,
        "voice_consent_version": write.voice_consent_version if write.voice_consent else None,
        "created_at": draft.now,
        "updated_at": draft.now,
    }
    draft.clients.append(draft.insert("clienti", columns))


def consent(draft: Draft, write: RecordConsent) -> None:
    """Consent given or withdrawn, with its moment and the version of its text."""
    changed = draft.run(
        "UPDATE clienti SET voice_consent = ?, voice_consent_at = ?, voice_consent_version = ?, updated_at = ?"
        " WHERE id = ? AND deleted_at IS NULL",
        (int(write.given), draft.now, write.version, draft.now, write.cliente_id),
    )
    if not changed:
        raise NotFound("cliente_id")


def cart(draft: Draft, write: ChangeCart) -> None:
    """A product put aside, or dropped; NotFound where the business sells none."""
    if not draft.schema.has("carrello"):
        raise NotFound("prodotto_id")
    whose = (write.cliente_id, write.workspace_id, write.prodotto_id)
    where = "cliente_id = ? AND workspace_id = ? AND prodotto_id = ?"
    if write.quantita <= 0:
        draft.run(f"DELETE FROM carrello WHERE {where}", whose)
    elif not draft.run(f"UPDATE carrello SET quantita = ? WHERE {where}", (write.quantita, *whose)):
        draft.insert_plain(
            "carrello",
            {
                "cliente_id": write.cliente_id,
                "workspace_id": write.workspace_id,
                "prodotto_id": write.prodotto_id,
                "quantita": write.quantita,
                "created_at": draft.now,
            },
        )


def link(draft: Draft, write: StoreToken) -> None:
    """The record of a signed link; the link itself is never stored."""
    draft.insert_plain(
        "secure_tokens",
        {
            "digest": write.digest,
            "cliente_id": write.cliente_id,
            "workspace_id": write.workspace_id,
            "kind": write.kind,
            "nonce": write.nonce,
            "created_at": draft.now,
            "expires_at": stamp(write.expires_at),
        },
    )
