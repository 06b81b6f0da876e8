"""The tables of version 1 as text: contract section 4, and our further ones, prefixed `sidecar_`.

Read by `store.migrations` alone. Append-only: a later version adds its own module; what stands here is never edited once it was released.
`{ref}` is the type of an id that names a row of the business (INTEGER, or TEXT where the desktop app made the file).
"""

BUSINESS: dict[str, str] = {
    "clienti": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', nome TEXT, cognome TEXT, soprannome TEXT, telefono TEXT,
        email TEXT, data_nascita TEXT, is_vip INTEGER DEFAULT 0, sconto_percentuale REAL,
        operatore_preferito_id {ref} REFERENCES operatori(id), consenso_whatsapp INTEGER DEFAULT 1, voice_consent INTEGER DEFAULT 0,
        voice_consent_at TEXT, voice_consent_version TEXT, note TEXT, created_at TEXT, updated_at TEXT, deleted_at TEXT""",
    "servizi": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', nome TEXT NOT NULL, descrizione TEXT, categoria TEXT,
        prezzo REAL, durata_minuti INTEGER DEFAULT 30, buffer_minuti INTEGER DEFAULT 0, sinonimi TEXT DEFAULT '[]',
        attivo INTEGER DEFAULT 1, ordine INTEGER DEFAULT 0""",
    "categorie": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', nome TEXT NOT NULL, attiva INTEGER DEFAULT 1,
        ordine INTEGER DEFAULT 0""",
    "prodotti": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', categoria_id INTEGER REFERENCES categorie(id),
        nome TEXT NOT NULL, descrizione TEXT, prezzo REAL, attivo INTEGER DEFAULT 1""",
    "carrello": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', cliente_id {ref} REFERENCES clienti(id),
        prodotto_id INTEGER REFERENCES prodotti(id), quantita INTEGER DEFAULT 1, created_at TEXT""",
    "operatori": "id INTEGER PRIMARY KEY, nome TEXT NOT NULL, cognome TEXT, genere TEXT, attivo INTEGER DEFAULT 1",
    "operatori_servizi": """operatore_id {ref} REFERENCES operatori(id), servizio_id {ref} REFERENCES servizi(id),
        PRIMARY KEY (operatore_id, servizio_id)""",
    "operatori_assenze": """id INTEGER PRIMARY KEY, operatore_id {ref} REFERENCES operatori(id), data_inizio TEXT NOT NULL,
        data_fine TEXT NOT NULL, tipo TEXT, approvata INTEGER""",
    "blocchi_orario": """id INTEGER PRIMARY KEY, operatore_id {ref} REFERENCES operatori(id), giorno_settimana INTEGER,
        data_specifica TEXT, ora_inizio TEXT, ora_fine TEXT, motivo TEXT, attivo INTEGER DEFAULT 1""",
    "orari_lavoro": """id INTEGER PRIMARY KEY, giorno_settimana INTEGER NOT NULL, ora_inizio TEXT NOT NULL, ora_fine TEXT NOT NULL,
        tipo TEXT DEFAULT 'lavoro', operatore_id {ref} REFERENCES operatori(id)""",
    "giorni_festivi": "id INTEGER PRIMARY KEY, data TEXT NOT NULL, descrizione TEXT, ricorrente INTEGER DEFAULT 0",
    "appuntamenti": """id INTEGER PRIMARY KEY, workspace_id TEXT DEFAULT 'default', cliente_id {ref} NOT NULL REFERENCES clienti(id),
        servizio_id {ref} NOT NULL REFERENCES servizi(id), operatore_id {ref} REFERENCES operatori(id), data_ora_inizio TEXT NOT NULL,
        data_ora_fine TEXT, durata_minuti INTEGER, stato TEXT DEFAULT 'confermato', prezzo REAL, sconto_percentuale REAL DEFAULT 0,
        prezzo_finale REAL, note TEXT, fonte_prenotazione TEXT DEFAULT 'manuale', confirmation_code TEXT,
        whatsapp_confirmed INTEGER DEFAULT 0, whatsapp_confirmed_at TEXT, created_at TEXT, updated_at TEXT, deleted_at TEXT""",
    "voice_agent_stats": """id INTEGER PRIMARY KEY, data TEXT NOT NULL UNIQUE, chiamate_totali INTEGER DEFAULT 0,
        chiamate_completate INTEGER DEFAULT 0, chiamate_abbandonate INTEGER DEFAULT 0, appuntamenti_creati INTEGER DEFAULT 0,
        durata_media_secondi REAL DEFAULT 0, handoff INTEGER DEFAULT 0, turni INTEGER DEFAULT 0, token_modello INTEGER DEFAULT 0,
        costo_modello REAL DEFAULT 0""",
    "impostazioni": "chiave TEXT PRIMARY KEY, valore TEXT",
}
"""Tables the business shares with the desktop app; where one is there already, only the columns it lacks are added."""

NEEDED: dict[str, tuple[str, ...]] = {
    "clienti": ("nome", "cognome", "telefono"),
    "servizi": ("nome", "durata_minuti"),
    "operatori": ("nome",),
    "orari_lavoro": ("giorno_settimana", "ora_inizio", "ora_fine"),
    "appuntamenti": ("cliente_id", "servizio_id", "data_ora_inizio", "durata_minuti", "stato"),
    "impostazioni": ("chiave", "valore"),
}
"""What a business cannot be served without. A file that had them and has them no longer is in the middle of another program's change, or
has lost its rows: an empty table in their place would sell every taken hour again and register everybody anew."""

ABSENT_IN_DESKTOP = frozenset({"categorie", "prodotti", "carrello"})
"""Not made in a file of the desktop app: it keeps its categories in `servizi.categoria` and has no products."""

OURS: dict[str, str] = {
    "waitlist": """id INTEGER PRIMARY KEY AUTOINCREMENT, cliente_id {ref} NOT NULL REFERENCES clienti(id), servizio_id {ref} NOT NULL,
        data_preferita DATE NOT NULL, ora_preferita TIME, operatore_preferito_id {ref}, priorita TEXT DEFAULT 'NORMAL',
        priorita_score INTEGER DEFAULT 0, status TEXT DEFAULT 'WAITING', created_at TIMESTAMP, expires_at TIMESTAMP""",
    "voice_sessions": """id TEXT PRIMARY KEY, cliente_id {ref} REFERENCES clienti(id), current_intent TEXT, current_step TEXT,
        slots JSON DEFAULT '{}', pending_disambiguation JSON, pending_alternatives JSON, history JSON DEFAULT '[]',
        failed_understanding_count INTEGER DEFAULT 0, total_turns INTEGER DEFAULT 0, created_at TIMESTAMP, updated_at TIMESTAMP,
        expires_at TIMESTAMP, handoff_requested BOOLEAN DEFAULT FALSE, completed BOOLEAN DEFAULT FALSE, dialogue JSON DEFAULT '{}'""",
    "voice_audit_log": """id INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL REFERENCES {voice_sessions}(id) DEFERRABLE INITIALLY DEFERRED, timestamp TIMESTAMP, user_input TEXT,
        user_input_hash TEXT, detected_intent TEXT, intent_confidence REAL, special_command TEXT, slots_extracted JSON,
        system_response TEXT, action_taken TEXT, action_result TEXT, error_message TEXT, latency_ms INTEGER, ip_address TEXT""",
    "whatsapp_outbox": """message_id TEXT PRIMARY KEY, recipient TEXT, template TEXT, params JSON DEFAULT '{}', cliente_id {ref},
        appuntamento_id {ref}, status TEXT DEFAULT 'pending', error TEXT, attempts INTEGER DEFAULT 0, created_at TEXT,
        updated_at TEXT""",
    "secure_tokens": """digest TEXT PRIMARY KEY, cliente_id {ref}, workspace_id TEXT DEFAULT 'default', kind TEXT, nonce TEXT,
        created_at TEXT, expires_at TEXT, revoked_at TEXT""",
    "schema_migrations": "version INTEGER PRIMARY KEY, nome TEXT, applied_at TEXT",
}

PRIVATE: dict[str, str] = {
    "sidecar_facts": "chiave TEXT PRIMARY KEY, valore TEXT",
    "sidecar_answers": "request_id TEXT PRIMARY KEY, answer BLOB NOT NULL, created_at TEXT NOT NULL",
    "sidecar_holds": """session_id TEXT PRIMARY KEY, day TEXT NOT NULL, start INTEGER NOT NULL, fine INTEGER NOT NULL,
        services TEXT DEFAULT '[]', operatore_id, expires_at TEXT NOT NULL""",
    "sidecar_handoffs": """id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, reason TEXT, summary TEXT, created_at TEXT""",
    "sidecar_unanswered": "id INTEGER PRIMARY KEY, question TEXT, language TEXT, session_id TEXT, created_at TEXT",
    "sidecar_hash_keys": "period TEXT PRIMARY KEY, secret BLOB NOT NULL",
}

INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("appuntamenti", ("data_ora_inizio",)),
    ("appuntamenti", ("cliente_id", "data_ora_inizio")),
    ("appuntamenti", ("confirmation_code",)),
    ("clienti", ("telefono",)),
    ("clienti", ("updated_at",)),
    ("clienti", ("cognome",)),
    ("operatori_assenze", ("data_fine",)),
    ("carrello", ("cliente_id",)),
    ("waitlist", ("status", "servizio_id", "data_preferita")),
    ("waitlist", ("cliente_id",)),
    ("voice_sessions", ("expires_at",)),
    ("voice_sessions", ("updated_at",)),
    ("voice_sessions", ("cliente_id",)),
    ("voice_audit_log", ("session_id",)),
    ("voice_audit_log", ("timestamp",)),
    ("whatsapp_outbox", ("status", "created_at")),
    ("whatsapp_outbox", ("cliente_id",)),
    ("secure_tokens", ("cliente_id", "kind")),
    ("secure_tokens", ("expires_at",)),
    ("sidecar_answers", ("created_at",)),
    ("sidecar_unanswered", ("created_at",)),
    ("sidecar_handoffs", ("session_id",)),
    ("sidecar_handoffs", ("created_at",)),
    ("sidecar_holds", ("day",)),
)
"""So that no statement of a turn scans a table that grows; one the file has already is not made twice."""

NOCASE_INDEX = frozenset({("clienti", ("cognome",))})
