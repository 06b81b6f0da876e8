"""The tables of the desktop app's file, as far as they are known. Text only; used by `tests.store.desktop`."""

_ID = "id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16))))"
_STAMPS = "created_at TEXT DEFAULT (datetime('now')), updated_at TEXT DEFAULT (datetime('now'))"

SCHEMA = f"""
CREATE TABLE clienti ({_ID}, nome TEXT NOT NULL, cognome TEXT NOT NULL, email TEXT, telefono TEXT NOT NULL, data_nascita TEXT,
  indirizzo TEXT, cap TEXT, citta TEXT, provincia TEXT, codice_fiscale TEXT, partita_iva TEXT, codice_sdi TEXT, pec TEXT, note TEXT,
  tags TEXT, fonte TEXT, consenso_marketing INTEGER DEFAULT 0, consenso_whatsapp INTEGER DEFAULT 0, data_consenso TEXT, {_STAMPS},
  deleted_at TEXT, loyalty_visits INTEGER DEFAULT 0, loyalty_threshold INTEGER DEFAULT 10, is_vip INTEGER DEFAULT 0,
  referral_source TEXT, referral_cliente_id TEXT, soprannome TEXT);
CREATE TABLE servizi ({_ID}, nome TEXT NOT NULL, descrizione TEXT, categoria TEXT, prezzo REAL NOT NULL, iva_percentuale REAL DEFAULT 22,
  durata_minuti INTEGER NOT NULL, buffer_minuti INTEGER DEFAULT 0, colore TEXT, icona TEXT, attivo INTEGER DEFAULT 1,
  ordine INTEGER DEFAULT 0, {_STAMPS});
CREATE TABLE operatori ({_ID}, nome TEXT NOT NULL, cognome TEXT NOT NULL, email TEXT, telefono TEXT, ruolo TEXT DEFAULT 'operatore',
  colore TEXT, avatar_url TEXT, attivo INTEGER DEFAULT 1, {_STAMPS}, specializzazioni TEXT, descrizione_positiva TEXT,
  anni_esperienza INTEGER, genere TEXT);
CREATE TABLE operatori_servizi (operatore_id TEXT NOT NULL REFERENCES operatori(id), servizio_id TEXT NOT NULL REFERENCES servizi(id),
  priorita INTEGER DEFAULT 0, PRIMARY KEY (operatore_id, servizio_id));
CREATE TABLE operatori_assenze ({_ID}, operatore_id TEXT NOT NULL REFERENCES operatori(id), data_inizio TEXT NOT NULL,
  data_fine TEXT NOT NULL, tipo TEXT, note TEXT, approvata INTEGER DEFAULT 1, created_at TEXT);
CREATE TABLE orari_lavoro ({_ID}, giorno_settimana INTEGER NOT NULL, ora_inizio TEXT NOT NULL, ora_fine TEXT NOT NULL,
  tipo TEXT DEFAULT 'lavoro', operatore_id TEXT);
CREATE TABLE blocchi_orario ({_ID}, operatore_id TEXT, giorno_settimana INTEGER, data_specifica TEXT, ora_inizio TEXT NOT NULL,
  ora_fine TEXT NOT NULL, motivo TEXT, ricorrente INTEGER DEFAULT 0, attivo INTEGER DEFAULT 1, created_at TEXT);
CREATE TABLE giorni_festivi ({_ID}, data TEXT NOT NULL UNIQUE, descrizione TEXT, ricorrente INTEGER DEFAULT 0);
CREATE TABLE appuntamenti ({_ID}, cliente_id TEXT NOT NULL REFERENCES clienti(id), servizio_id TEXT NOT NULL REFERENCES servizi(id),
  operatore_id TEXT REFERENCES operatori(id), data_ora_inizio TEXT NOT NULL, data_ora_fine TEXT NOT NULL, durata_minuti INTEGER NOT NULL,
  stato TEXT NOT NULL DEFAULT 'Bozza', prezzo REAL NOT NULL, sconto_percentuale REAL DEFAULT 0, prezzo_finale REAL NOT NULL, note TEXT,
  note_interne TEXT, fonte_prenotazione TEXT DEFAULT 'manuale', reminder_inviato INTEGER DEFAULT 0, {_STAMPS}, override_info TEXT,
  deleted_at TEXT);
CREATE INDEX idx_appuntamenti_data ON appuntamenti(data_ora_inizio);
CREATE TABLE impostazioni (chiave TEXT PRIMARY KEY, valore TEXT NOT NULL, tipo TEXT DEFAULT 'string');
CREATE TABLE faq_settings (chiave TEXT PRIMARY KEY, valore TEXT NOT NULL, categoria TEXT, descrizione TEXT);
CREATE TABLE waitlist ({_ID}, cliente_id TEXT NOT NULL, operatore_id TEXT NOT NULL, servizio_id TEXT NOT NULL, data_richiesta TEXT NOT NULL,
  ora_richiesta TEXT NOT NULL, priorita INTEGER DEFAULT 0, stato TEXT DEFAULT 'attivo', creato_il TEXT, notificato_il TEXT,
  scadenza_risposta TEXT);
CREATE TABLE voice_agent_stats ({_ID}, data TEXT NOT NULL UNIQUE, chiamate_totali INTEGER DEFAULT 0, chiamate_completate INTEGER DEFAULT 0,
  chiamate_abbandonate INTEGER DEFAULT 0, appuntamenti_creati INTEGER DEFAULT 0, durata_media_secondi INTEGER DEFAULT 0, {_STAMPS});
CREATE TABLE voice_agent_config (id TEXT PRIMARY KEY, attivo INTEGER DEFAULT 0, voce_modello TEXT, saluto_personalizzato TEXT,
  orario_attivo_da TEXT, orario_attivo_a TEXT, trasferisci_dopo_tentativi INTEGER DEFAULT 3, numero_trasferimento TEXT);
CREATE TABLE encryption_migration_state (name TEXT PRIMARY KEY, status TEXT, completed_at TEXT);
CREATE TABLE fatture ({_ID}, cliente_id TEXT REFERENCES clienti(id), numero TEXT, cliente_denominazione TEXT, totale REAL, {_STAMPS});
"""
