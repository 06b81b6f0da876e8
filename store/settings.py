"""The settings in force, read from `impostazioni` and, in a file of the desktop app, from `faq_settings` and `voice_agent_config`.

Used by `store.catalog`; nothing is kept past a change of the file (contract section 4, the defaults; desktop-made files, other names).
"""

from collections.abc import Mapping
from typing import Any, cast

import orjson

from pipeline.model.business import Settings
from store.connection import Connection
from store.schema import Schema
from store.values import clock, whole, words

PLACEHOLDER = "{{DA_CONFIGURARE}}"
"""What the desktop app leaves where the owner has written nothing: no answer."""

_NUMBERS: Mapping[str, tuple[int, int]] = {
    "durata_slot_minuti": (1, 1440),
    "min_anticipo_minuti": (0, 525_600),
    "max_anticipo_giorni": (0, 3650),
    "ore_disdetta": (0, 8760),
    "sessione_ttl_minuti": (1, 1440),
    "audit_giorni": (0, 36_500),
    "limite_turni_minuto": (0, 1_000_000),
    "limite_sessioni": (1, 1_000_000),
    "link_minuti": (1, 525_600),
}
"""Least and most that makes sense; anything else counts as not set."""


def read_settings(conn: Connection, schema: Schema) -> Settings:
    """The settings as the file holds them now."""
    own = _pairs(conn, "SELECT chiave, valore FROM impostazioni")
    extra: dict[str, str] = {}
    if schema.has("faq_settings", "chiave"):
        extra = _pairs(conn, "SELECT chiave, valore FROM faq_settings")
    agent = _agent(conn, schema) if schema.has("voice_agent_config") else {}
    return build(own, extra, agent)


def _pairs(conn: Connection, sql: str) -> dict[str, str]:
    pairs = {str(row[0]): words(row[1]) for row in conn.rows(sql)}
    return {name: text for name, text in pairs.items() if text is not None and text != PLACEHOLDER}


def _agent(conn: Connection, schema: Schema) -> dict[str, Any]:
    """Its switch `attivo` is not read: it tells the app whether to hand calls over, and whoever calls this program has."""
    wanted = (
        "saluto_personalizzato", "orario_attivo_da", "orario_attivo_a", "trasferisci_dopo_tentativi", "numero_trasferimento",
    )  # fmt: skip
    there = [name for name in wanted if schema.has("voice_agent_config", name)]
    row = conn.row(f"SELECT {', '.join(there)} FROM voice_agent_config LIMIT 1") if there else None
    return dict(zip(there, row, strict=True)) if row else {}


def build(own: Mapping[str, str], extra: Mapping[str, str], agent: Mapping[str, Any]) -> Settings:
    """Settings from the pairs of the file; what is missing or makes no sense keeps its default."""
    plain = Settings()
    numbers: dict[str, Any] = {
        name: _number(own.get(name) or extra.get(name), bounds, getattr(plain, name)) for name, bounds in _NUMBERS.items()
    }
    written = {name: None if cell == PLACEHOLDER else cell for name, cell in agent.items()}
    tries = whole(written.get("trasferisci_dopo_tentativi"))
    return Settings(
        nome_attivita=own.get("nome_attivita", plain.nome_attivita),
        telefono=own.get("telefono") or own.get("telefono_attivita"),
        indirizzo=own.get("indirizzo") or own.get("indirizzo_completo"),
        settore=own.get("settore", plain.settore).lower(),
        comune_patrono=own.get("comune_patrono"),
        link_base_url=own.get("link_base_url"),
        nomi_protetti=_names(own.get("nomi_protetti")),
        consenso_testo=own.get("consenso_testo"),
        consenso_versione=own.get("consenso_versione", plain.consenso_versione),
        tono="tu" if own.get("tono", "").lower() == "tu" else "lei",
        lingua=own.get("lingua", plain.lingua).lower(),
        attivo_da=clock(written.get("orario_attivo_da")),
        attivo_a=clock(written.get("orario_attivo_a")),
        saluto=words(written.get("saluto_personalizzato")),
        tentativi_prima_operatore=tries if tries is not None and tries > 0 else plain.tentativi_prima_operatore,
        numero_trasferimento=words(written.get("numero_trasferimento")),
        extra=tuple(sorted((name, text) for name, text in extra.items() if name != "ore_disdetta")),
        **numbers,
    )


def _number(text: str | None, bounds: tuple[int, int], default: int) -> int:
    value = whole(text)
    return value if value is not None and bounds[0] <= value <= bounds[1] else default


def _names(text: str | None) -> tuple[str, ...]:
    try:
        found: Any = orjson.loads(text or "[]")
    except orjson.JSONDecodeError:
        return ()
    return tuple(item for item in cast("list[Any]", found) if isinstance(item, str)) if isinstance(found, list) else ()
