// The client of the FLUXION sidecar (JSON-RPC 2.0, one JSON value a line). Printed by `fluxion-sidecar types`, not edited.

export const SIDECAR_VERSION = "1.0.0";

/** The codes of an error answer by the name in its `data`. */
export const ERRORS = {
  parse_error: -32700,
  invalid_request: -32600,
  method_not_found: -32601,
  invalid_params: -32602,
  internal_error: -32603,
  cancelled: -32800,
  not_found: -32001,
  conflict: -32002,
  refused: -32003,
  rate_limited: -32004,
  unavailable: -32005,
  pii_encrypted: -32006,
  shutting_down: -32007,
} as const;

/** Params of `whatsapp.ack`. */
export interface AckParams {
  message_id: string;
  status: "sent" | "failed";
  error?: string | null;
}

/** Something that was committed. */
export interface Action {
  type: "cliente_creato" | "appuntamento_creato" | "appuntamento_modificato" | "appuntamento_cancellato" | "waitlist_aggiunto" | "handoff";
  id: number | string | null;
  ids: Array<number | string>;
  confirmation_code?: string | null;
}

/** Params of `gdpr.anonymize`: rows older than `days`; absent = the setting audit_giorni. */
export interface AnonymizeParams {
  days?: number | null;
}

/** One visit: `id` is its first row, any of `ids` names the whole. */
export interface Appointment {
  id: number | string;
  ids: Array<number | string>;
  confirmation_code: string | null;
  cliente_id: number | string;
  servizi: AppointmentService[];
  operatore_id: number | string | null;
  data: string;
  ora: string;
  ora_fine: string;
  durata_minuti: number;
  prezzo: number | null;
  stato: string;
  note: string | null;
  whatsapp_confirmed: boolean;
}

/** Params of `appuntamenti.create`. */
export interface AppointmentCreateParams {
  cliente_id: number | string;
  servizi: Array<number | string>;
  data: string;
  ora: string;
  operatore_id?: number | string | null;
  note?: string | null;
  request_id?: string | null;
}

/** Params of `appuntamenti.delete`. */
export interface AppointmentDeleteParams {
  id: number | string;
  reason?: string | null;
  request_id?: string | null;
}

/** Params of `appuntamenti.list`; `from` and `to` are both included. */
export interface AppointmentListParams {
  cliente_id?: number | string | null;
  from?: string | null;
  to?: string | null;
  stato?: string | null;
  limit?: number | null;
  offset?: number | null;
}

/** A page of visits by time. */
export interface AppointmentListResult {
  appuntamenti: Appointment[];
  more: boolean;
}

/** One service of a visit. */
export interface AppointmentService {
  servizio_id: number | string;
  nome: string;
  durata_minuti: number;
  prezzo: number | null;
}

/** Params of `appuntamenti.update`; what is absent stays. */
export interface AppointmentUpdateParams {
  id: number | string;
  data?: string | null;
  ora?: string | null;
  operatore_id?: number | string | null;
  servizi?: Array<number | string> | null;
  note?: string | null;
  request_id?: string | null;
}

/** Params of `audit.list`. */
export interface AuditParams {
  session_id?: string | null;
  limit?: number | null;
  offset?: number | null;
}

/** What this server can do as it is configured. */
export interface Capabilities {
  methods: string[];
  tts: string;
  llm: string;
  embeddings: string;
  languages: string[];
  limits: Record<string, number>;
}

/** Params of `servizi.list` and `operatori.list`: this service alone, or those who do it. */
export interface CatalogueParams {
  servizio_id?: number | string | null;
}

/** A client that is not deleted; telefono in national digits. */
export interface Client {
  id: number | string;
  nome: string;
  cognome: string;
  telefono: string;
  soprannome: string | null;
  data_nascita: string | null;
  email: string | null;
  is_vip: boolean;
  operatore_preferito_id: number | string | null;
  consenso_whatsapp: boolean;
  voice_consent: boolean;
  note: string | null;
}

/** Params of `clienti.create`. */
export interface ClientCreateParams {
  nome: string;
  cognome: string;
  telefono: string;
  data_nascita?: string | null;
  email?: string | null;
  voice_consent?: boolean | null;
  note?: string | null;
  request_id?: string | null;
}

/** Who calls; `handoff` true = a person at the host can take a call over. */
export interface ClientInfo {
  name?: string | null;
  version?: string | null;
  handoff?: boolean | null;
}

/** Params of `gdpr.export` and `gdpr.erase`. */
export interface ClientParams {
  cliente_id: number | string;
}

/** Params of `clienti.search`; `nome` may be the full name. */
export interface ClientSearchParams {
  nome?: string | null;
  telefono?: string | null;
  query?: string | null;
  limit?: number | null;
}

/** `count` counts all matches, `clienti` holds the first of them. */
export interface ClientSearchResult {
  count: number;
  clienti: Client[];
}

/** One component; `off` is not degraded. */
export interface Component {
  state: "ok" | "off" | "degraded" | "error";
  detail: string;
}

/** The components of docs/contract section 3. */
export interface Components {
  database: Component;
  faq: Component;
  tts: Component;
  embeddings: Component;
  llm: Component;
  whatsapp: Component;
}

/** The caller corrects one slot. */
export interface Correction {
  slot: string;
  value: string;
}

/** How many rows of each kind were changed. */
export type CountsResult = Record<string, unknown>;

/** Days, both ends included; null = open. */
export interface DateInterval {
  from: string | null;
  to: string | null;
}

/** One day of the week; `giorno` 0 = lunedì; `fasce` are the open stretches, breaks taken out. */
export interface Day {
  giorno: number;
  aperto: boolean;
  apertura: string | null;
  chiusura: string | null;
  pausa_inizio: string | null;
  pausa_fine: string | null;
  fasce: string[][];
}

/** An OpenRPC document. */
export interface DiscoverResult {
  openrpc: string;
  info: Record<string, unknown>;
  methods: Array<Record<string, unknown>>;
}

/** One entry of the waiting list. */
export interface Entry {
  waitlist_id: number | string;
  cliente_id: number | string;
  servizio_id: number | string;
  data_preferita: string;
  ora_preferita: string | null;
  operatore_preferito_id: number | string | null;
  priorita: "VIP" | "HIGH" | "NORMAL";
  priorita_score: number;
  status: "WAITING" | "NOTIFIED" | "BOOKED" | "EXPIRED";
  created_at: string;
  expires_at: string;
}

/** A rule that decided, the rows it looked at and its numbers. */
export interface Explained {
  rule: string;
  rows: unknown;
  values: unknown;
}

/** Everything held about a person: `data`, or `path` of a file where it is large. */
export interface ExportResult {
  data?: Record<string, unknown> | null;
  path?: string | null;
}

/** A token and what it was replaced by. */
export interface Fact {
  token: string;
  value: string;
}

/** Params of `faq.answer`. */
export interface FaqAnswerParams {
  query: string;
  session_id?: string | null;
  language?: string | null;
  cliente_id?: number | string | null;
  workspace_id?: string | null;
}

/** The answer, where it comes from, or the admission that there is none. */
export interface FaqAnswerResult {
  text: string;
  sources: unknown[];
  grounded: boolean;
  abstained: boolean;
}

/** Params of `faq.search`. */
export interface FaqSearchParams {
  query: string;
  top_k?: number;
  language?: string | null;
}

/** The nearest entries, best first. */
export interface FaqSearchResult {
  results: Hit[];
}

/** Params of `formatter.format`. */
export interface FormatParams {
  response: string;
  language: string;
  customer_id: number | string;
  workspace_id: string;
  original_question: string;
  conversation_history?: HistoryEntry[] | null;
  format_rules?: string | null;
  link_kind?: "orders" | "profile" | "cart" | "tracking" | "checkout" | null;
}

/** The answer with its tokens replaced. */
export interface FormatResult {
  display: string;
  speech: string;
  facts: Fact[];
  degraded: string[];
  llm_used: boolean;
}

/** Params of `appuntamenti.disponibilita`: services or a bare duration. */
export interface FreeParams {
  data: string;
  ora?: string | null;
  durata_minuti?: number | null;
  servizi?: Array<number | string> | null;
  operatore_id?: number | string | null;
  escludi_id?: number | string | null;
}

/** `reason` is a reason code of docs/contract section 4; `slots` where no `ora` was asked for. */
export interface FreeResult {
  available: boolean;
  reason?: string | null;
  operatore_id?: number | string | null;
  slots?: FreeSlot[] | null;
  alternatives: FreeSlot[];
}

/** A time that is free. */
export interface FreeSlot {
  data: string;
  ora: string;
  ora_fine: string;
  operatore_id: number | string | null;
}

/** Params of `voice.greet`; `telefono` is the caller id. */
export interface GreetParams {
  session_id?: string | null;
  telefono?: string | null;
  language?: string | null;
  tts?: boolean;
}

/** Params of `handoff.update`. */
export interface HandoffParams {
  session_id: string;
  status: "accepted" | "unavailable";
}

/** `probe` exercises every component instead of reporting its last real use. */
export interface HealthParams {
  probe?: boolean;
}

/** Answer of `health.check`. */
export interface HealthResult {
  status: "ok" | "degraded";
  components: Components;
  breakers: Record<string, "closed" | "open" | "half_open">;
  queues: Record<string, number>;
  version: string;
  pid: number;
  uptime_s: number;
  timestamp: string;
}

/** One message of the conversation so far. */
export interface HistoryEntry {
  role: string;
  content: string;
}

/** An entry near the question; score from 0 to 1. */
export interface Hit {
  question: string;
  answer: string;
  score: number;
  source: string;
}

/** A day on which the business is closed. */
export interface Holiday {
  data: string;
  nome: string;
}

/** Params of `settings.giorni_festivi`. */
export interface HolidaysParams {
  year?: number | null;
}

/** The holidays of a year by date. */
export interface HolidaysResult {
  festivi: Holiday[];
}

/** Seven days, Monday first. */
export interface HoursResult {
  orari: Day[];
}

/** Params of `clienti.provide_index`: decrypted people for an encrypted file, kept in memory only. */
export interface IndexParams {
  clienti: KnownClient[];
}

/** How many were taken. */
export interface IndexResult {
  count: number;
}

/** All optional, and anything else is tolerated. */
export interface InitializeParams {
  client?: ClientInfo | null;
  protocol_version?: string | null;
}

/** Answer of `initialize`. */
export interface InitializeResult {
  server: ServerInfo;
  protocol_version: string;
  capabilities: Capabilities;
}

/** A decrypted person. */
export interface KnownClient {
  id: number | string;
  nome: string;
  cognome: string;
  telefono: string;
  data_nascita?: string | null;
}

/** Params of `links.resolve`. */
export interface LinkParams {
  token: string;
  kind: "orders" | "profile" | "cart" | "tracking" | "checkout";
}

/** Whom and what a link stands for. */
export interface LinkResult {
  cliente_id: number | string;
  workspace_id: string;
  kind: "orders" | "profile" | "cart" | "tracking" | "checkout";
  expires_at: string;
}

/** A message the host has not acknowledged. */
export interface Message {
  message_id: string;
  to: string;
  template: "booking_confirmation" | "booking_change" | "booking_cancellation" | "waitlist_offer";
  params: Record<string, string>;
  appuntamento_id: number | string | null;
}

/** A day, a time, or both. */
export interface Moment {
  date: string | null;
  time: string | null;
}

/** The name of the business. */
export interface NameResult {
  nome_attivita: string;
}

/** The entry that was told, the time it was offered and the message that says so. */
export interface Notified {
  waitlist_id: number | string;
  cliente_id: number | string;
  servizio_id: number | string;
  data_preferita: string;
  ora_preferita: string | null;
  operatore_preferito_id: number | string | null;
  priorita: "VIP" | "HIGH" | "NORMAL";
  priorita_score: number;
  status: "WAITING" | "NOTIFIED" | "BOOKED" | "EXPIRED";
  created_at: string;
  expires_at: string;
  slot: Place;
  message_id: string | null;
}

/** An active operator; `servizi` null = does everything. */
export interface Operator {
  id: number | string;
  nome: string;
  cognome: string;
  genere: "M" | "F" | null;
  servizi: Array<number | string> | null;
}

/** The active operators in the business's order. */
export interface OperatorsResult {
  operatori: Operator[];
}

/** A page of rows. */
export interface PageResult {
  rows: Array<Record<string, unknown>>;
  more: boolean;
}

/** What was understood (docs/contract section 3, Parse). */
export interface Parse {
  language: string;
  intent: string | null;
  confidence: number;
  command: "annulla" | "indietro" | "aiuto" | "ripeti" | "umano" | null;
  correction: Correction | null;
  date: string | null;
  time: string | null;
  date_interval: DateInterval | null;
  time_interval: TimeInterval | null;
  alternatives: Moment[];
  weekdays_excluded: number[];
  approximate: boolean;
  earliest: boolean;
  conflict: string | null;
  services: Array<number | string>;
  services_ambiguous: Array<Array<number | string>>;
  services_unknown: string[];
  operators: Array<number | string>;
  any_operator: boolean;
  operator_gender: "M" | "F" | null;
  name: PersonName | null;
  telefono: string | null;
  data_nascita: string | null;
  yes_no: boolean | null;
  ordinal: number | null;
  notes: string | null;
}

/** Params of `nlu.parse`; `step` is the question the text answers. */
export interface ParseParams {
  text: string;
  step?: "ascolto" | "cliente" | "cognome" | "disambiguazione" | "registrazione" | "telefono" | "telefono_conferma" | "data_nascita" | "consenso" | "servizi" | "data" | "ora" | "operatore" | "alternative" | "waitlist" | "appuntamento" | "conferma" | "altro" | "handoff" | "chiusa" | null;
  session_id?: string | null;
  language?: string | null;
}

/** The messages not acknowledged yet, oldest first. */
export interface PendingResult {
  messages: Message[];
}

/** A person's name as said. */
export interface PersonName {
  nome: string | null;
  cognome: string | null;
}

/** The free time that was offered. */
export interface Place {
  data: string;
  ora: string;
  ora_fine: string;
  operatore_id: number | string | null;
}

/** Params of `voice.process`; `text` is what the caller said, at most 2,000 characters. */
export interface ProcessParams {
  text: string;
  session_id?: string | null;
  telefono?: string | null;
  language?: string | null;
  workspace_id?: string;
  tts?: boolean;
  explain?: boolean;
  request_id?: string | null;
}

/** How many entries were read, and how they are indexed. */
export interface ReloadResult {
  entries: number;
  index: unknown;
}

/** Params of `voice.reset`. */
export interface ResetParams {
  session_id: string;
}

/** Rows; `draft` of each is the entry of the FAQ file that lacks its answer. */
export interface RowsResult {
  rows: Array<Record<string, unknown>>;
}

/** Params of `whatsapp.send_template`. */
export interface SendParams {
  to: string;
  template: "booking_confirmation" | "booking_change" | "booking_cancellation" | "waitlist_offer";
  params: Record<string, string>;
  appuntamento_id?: number | string | null;
  request_id?: string | null;
}

/** The message as it is queued in the database. */
export interface SendResult {
  message_id: string;
}

/** This program. */
export interface ServerInfo {
  name: string;
  version: string;
  commit: string;
  pid: number;
}

/** An active service; minutes and euros. */
export interface Service {
  id: number | string;
  nome: string;
  descrizione: string | null;
  categoria: string | null;
  prezzo: number | null;
  durata_minuti: number;
  buffer_minuti: number;
  sinonimi: string[];
}

/** The active services in the business's order. */
export interface ServicesResult {
  servizi: Service[];
}

/** Params of `session.get`. */
export interface SessionParams {
  session_id: string;
}

/** The stored session, by the columns of specification 11.1. */
export interface SessionResult {
  session_id: string;
  cliente_id: number | string | null;
  current_intent: string | null;
  current_step: string;
  slots: Record<string, unknown>;
  options: Array<Record<string, unknown>>;
  history: Array<Record<string, unknown>>;
  language: string;
  handoff: "none" | "offered" | "requested" | "accepted" | "unavailable";
  handoff_requested: boolean;
  failed_understanding_count: number;
  total_turns: number;
  completed: boolean;
  created_at: string;
  updated_at: string;
  expires_at: string;
}

/** A service in the slots of a Turn. */
export interface SlotService {
  servizio_id: number | string;
  nome: string;
  durata_minuti: number;
}

/** Params of `stats.get`; `from` and `to` are both included. */
export interface StatsParams {
  from?: string | null;
  to?: string | null;
  limit?: number | null;
  offset?: number | null;
}

/** Params of `voice.synthesize`. */
export interface SynthesizeParams {
  text: string;
  language?: string | null;
}

/** A complete WAV file (PCM 16 bit mono) and the engine that spoke. */
export interface SynthesizeResult {
  audio_path: string | null;
  engine: "piper" | "espeak" | "none";
  duration_ms: number;
  sample_rate: number;
}

/** Times of day, both ends included; null = open. */
export interface TimeInterval {
  from: string | null;
  to: string | null;
}

/** Milliseconds, by part of the turn. */
export interface Timings {
  total: number;
  understand: number;
  decide: number;
  store: number;
  llm: number;
  tts: number;
}

/** Params of `voice.transcribe`: a file or its content in Base64, one of the two. */
export interface TranscribeParams {
  audio_base64?: string | null;
  audio_path?: string | null;
  language?: string | null;
}

/** What was heard. */
export interface TranscribeResult {
  text: string;
  engine: string;
}

/** What the assistant answers (docs/contract section 3, Turn). */
export interface Turn {
  session_id: string;
  text: string;
  speech: string;
  audio_path: string | null;
  tts_engine: "piper" | "espeak" | "none";
  language: string;
  intent: "prenotazione" | "cancella" | "modifica" | "info" | "saluto" | "conferma" | "nega" | "operatore" | "waitlist" | "fuori_tema" | null;
  confidence: number;
  step: "ascolto" | "cliente" | "cognome" | "disambiguazione" | "registrazione" | "telefono" | "telefono_conferma" | "data_nascita" | "consenso" | "servizi" | "data" | "ora" | "operatore" | "alternative" | "waitlist" | "appuntamento" | "conferma" | "altro" | "handoff" | "chiusa";
  slots: TurnSlots;
  options: TurnOption[];
  action: Action | null;
  actions: Action[];
  handoff: boolean;
  completed: boolean;
  explanation?: Explained[] | null;
  degraded: string[];
  timings_ms: Timings;
}

/** A numbered choice read to the caller. */
export interface TurnOption {
  n: number;
  kind: "cliente" | "slot" | "servizio" | "operatore" | "appuntamento";
  label: string;
  value: unknown;
}

/** What is known so far; absent = unknown. */
export interface TurnSlots {
  cliente_id?: number | string | null;
  cliente_nome?: string | null;
  cognome?: string | null;
  telefono?: string | null;
  data_nascita?: string | null;
  servizi?: SlotService[] | null;
  data?: string | null;
  ora?: string | null;
  operatore_id?: number | string | null;
  note?: string | null;
  appuntamento_id?: number | string | null;
  nuova_data?: string | null;
  nuova_ora?: string | null;
}

/** Params of `faq.unanswered`; `from` and `to` are both included. */
export interface UnansweredParams {
  from?: string | null;
  to?: string | null;
}

/** Params of `waitlist.add`. */
export interface WaitlistAddParams {
  cliente_id: number | string;
  servizio_id: number | string;
  data_preferita: string;
  ora_preferita?: string | null;
  operatore_preferito_id?: number | string | null;
  priorita?: "VIP" | "HIGH" | "NORMAL" | null;
  request_id?: string | null;
}

/** The entry and its place in the queue, counted from 1. */
export interface WaitlistAddResult {
  waitlist_id: number | string;
  position: number;
  priorita: "VIP" | "HIGH" | "NORMAL";
}

/** Params of `waitlist.notify`. */
export interface WaitlistNotifyParams {
  data: string;
  servizio_id?: number | string | null;
}

/** The entry that was told, null where none fitted; its members stand beside it too. */
export interface WaitlistNotifyResult {
  notified: Notified | null;
}

/** Params of `waitlist.list`. */
export interface WaitlistParams {
  data?: string | null;
  servizio_id?: number | string | null;
}

/** Entries still waiting: VIP first, then first come. */
export interface WaitlistResult {
  waitlist: Entry[];
}

/** How far a request has come that was sent with a progress token. */
export interface Progress {
  token: string | number;
  message: string;
  percentage: number;
}
/** A caller wants a person: show it, then say what became of it with `handoff.update`. */
export interface HandoffRequested {
  session_id: string;
  reason: string;
  summary: string;
}
/** What the sidecar tells by itself. */
export interface Notifications {
  "$/progress": Progress;
  "whatsapp.send_template": Message;
  "handoff.requested": HandoffRequested;
}

/** Every method: what it takes and what it gives. */
export interface Methods {
  /** Who calls and what this server can do; optional. */
  "initialize": { params: InitializeParams; result: InitializeResult; optional: true };
  /** Answers at once while the process lives. */
  "ping": { params: Record<string, never>; result: Record<string, never>; optional: true };
  /** Answered once everything read before it is done; afterwards nothing new is begun. */
  "shutdown": { params: Record<string, never>; result: Record<string, never>; optional: true };
  /** This document. */
  "rpc.discover": { params: Record<string, never>; result: DiscoverResult; optional: true };
  /** The state of every component; `probe` exercises all of them now. */
  "health.check": { params: HealthParams; result: HealthResult; optional: true };
  /** Opens a call with the business's greeting. */
  "voice.greet": { params: GreetParams; result: Turn; optional: true };
  /** One turn of a call: what the caller said to what the assistant answers. */
  "voice.process": { params: ProcessParams; result: Turn; optional: false };
  /** The session forgets what it knew. */
  "voice.reset": { params: ResetParams; result: Record<string, never>; optional: false };
  /** Speaks a text into a WAV file. */
  "voice.synthesize": { params: SynthesizeParams; result: SynthesizeResult; optional: false };
  /** Writes down what is said in a recording. */
  "voice.transcribe": { params: TranscribeParams; result: TranscribeResult; optional: true };
  /** What the host did with a request for a person. */
  "handoff.update": { params: HandoffParams; result: Record<string, never>; optional: false };
  /** A conversation as it is stored. */
  "session.get": { params: SessionParams; result: SessionResult; optional: false };
  /** Understands an utterance and changes nothing. */
  "nlu.parse": { params: ParseParams; result: Parse; optional: false };
  /** Finds clients by name, telephone or free text. */
  "clienti.search": { params: ClientSearchParams; result: ClientSearchResult; optional: true };
  /** Registers a client. */
  "clienti.create": { params: ClientCreateParams; result: Client; optional: false };
  /** Gives decrypted people for an encrypted file; kept in memory only. */
  "clienti.provide_index": { params: IndexParams; result: IndexResult; optional: false };
  /** Whether a time is free, or what is. */
  "appuntamenti.disponibilita": { params: FreeParams; result: FreeResult; optional: false };
  /** Books a visit. */
  "appuntamenti.create": { params: AppointmentCreateParams; result: Appointment; optional: false };
  /** Changes a visit in place. */
  "appuntamenti.update": { params: AppointmentUpdateParams; result: Appointment; optional: false };
  /** Cancels a visit; its rows stay. */
  "appuntamenti.delete": { params: AppointmentDeleteParams; result: Appointment; optional: false };
  /** Visits by time, a page at once. */
  "appuntamenti.list": { params: AppointmentListParams; result: AppointmentListResult; optional: true };
  /** The active services. */
  "servizi.list": { params: CatalogueParams; result: ServicesResult; optional: true };
  /** The active operators. */
  "operatori.list": { params: CatalogueParams; result: OperatorsResult; optional: true };
  /** Puts a client on the waiting list. */
  "waitlist.add": { params: WaitlistAddParams; result: WaitlistAddResult; optional: false };
  /** Who waits, in order. */
  "waitlist.list": { params: WaitlistParams; result: WaitlistResult; optional: true };
  /** Tells the first who fits what is free. */
  "waitlist.notify": { params: WaitlistNotifyParams; result: WaitlistNotifyResult; optional: false };
  /** The name of the business. */
  "settings.nome_attivita": { params: Record<string, never>; result: NameResult; optional: true };
  /** The opening hours of the week, Monday first. */
  "settings.orari_lavoro": { params: Record<string, never>; result: HoursResult; optional: true };
  /** The holidays of a year. */
  "settings.giorni_festivi": { params: HolidaysParams; result: HolidaysResult; optional: true };
  /** Queues a message that the host is told to send. */
  "whatsapp.send_template": { params: SendParams; result: SendResult; optional: false };
  /** The host's word on a message. */
  "whatsapp.ack": { params: AckParams; result: Record<string, never>; optional: false };
  /** Messages the host has not acknowledged. */
  "whatsapp.pending": { params: Record<string, never>; result: PendingResult; optional: true };
  /** The FAQ entries nearest to a question. */
  "faq.search": { params: FaqSearchParams; result: FaqSearchResult; optional: false };
  /** Answers a question from the FAQ and the business's data, or admits that it cannot. */
  "faq.answer": { params: FaqAnswerParams; result: FaqAnswerResult; optional: false };
  /** Reads the FAQ file again. */
  "faq.reload": { params: Record<string, never>; result: ReloadResult; optional: true };
  /** Questions nobody could answer. */
  "faq.unanswered": { params: UnansweredParams; result: RowsResult; optional: true };
  /** Replaces the tokens of an answer by the business's data, for the eye and for the ear. */
  "formatter.format": { params: FormatParams; result: FormatResult; optional: false };
  /** Whom a link stands for. */
  "links.resolve": { params: LinkParams; result: LinkResult; optional: false };
  /** Who did what, one row a turn. */
  "audit.list": { params: AuditParams; result: PageResult; optional: true };
  /** The figures of each day. */
  "stats.get": { params: StatsParams; result: PageResult; optional: true };
  /** Removes personal data past its retention. */
  "gdpr.anonymize": { params: AnonymizeParams; result: CountsResult; optional: true };
  /** Everything held about a person. */
  "gdpr.export": { params: ClientParams; result: ExportResult; optional: false };
  /** Removes a person; accounting rows stay without them. */
  "gdpr.erase": { params: ClientParams; result: CountsResult; optional: false };
}

export type MethodName = keyof Methods;
export type NotificationName = keyof Notifications;
export type ErrorName = keyof typeof ERRORS;

/** Two pipes that carry lines. `send` gets a line without its end; `onLine` may be called with one that still has it. */
export interface LineTransport {
  send(line: string): void | Promise<void>;
  onLine(listener: (line: string) => void): void;
  /** Called once, when nothing can come any more. */
  onClose(listener: (reason: string) => void): void;
}

/** What an error answer carries beside its code; further members depend on `name`. */
export interface ErrorData {
  name: ErrorName;
  retryable: boolean;
  reason?: string;
  component?: string;
  retry_after_ms?: number;
  cliente_id?: number | string;
  alternatives?: FreeSlot[];
  fields?: Array<{ field: string; problem: string }>;
}

/** An error answer. */
export class SidecarError extends Error {
  override readonly name = "SidecarError";
  constructor(
    readonly code: number,
    message: string,
    readonly data: ErrorData,
  ) {
    super(message);
  }
  /** Whether this is the error of that name. */
  is(name: ErrorName): boolean {
    return this.code === ERRORS[name];
  }
}

/** The process has ended, or its pipe has. Whatever was not answered is rejected with this. */
export class SidecarClosed extends Error {
  override readonly name = "SidecarClosed";
}

export interface CallOptions {
  /** Gives the request up; it is answered with the error `cancelled`, or with its result where rows were being written already. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** One member of a batch. */
export interface BatchCall<M extends MethodName = MethodName> {
  method: M;
  params?: Methods[M]["params"];
}
export type Outcome<T> = { ok: true; result: T } | { ok: false; error: SidecarError };
export type Outcomes<C extends readonly BatchCall[]> = {
  [K in keyof C]: C[K] extends BatchCall<infer M> ? Outcome<Methods[M]["result"]> : never;
};

/** A member of a batch, with its params checked. */
export function call<M extends MethodName>(method: M, params?: Methods[M]["params"]): BatchCall<M> {
  return params === undefined ? { method } : { method, params };
}

interface Pending {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  progress: ((progress: Progress) => void) | undefined;
  done: () => void;
}

interface Incoming {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data?: ErrorData };
}

/** JSON-RPC over lines: every request is answered exactly once, or rejected when the process ends. */
export class Connection {
  private number = 0;
  private closed: string | undefined;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<string, Set<(params: never) => void>>();
  private readonly endings = new Set<(reason: string) => void>();

  constructor(private readonly transport: LineTransport) {
    transport.onLine((line) => this.received(line));
    transport.onClose((reason) => this.ended(reason));
  }

  /** Calls a method. */
  request<M extends MethodName>(method: M, params: Methods[M]["params"], options: CallOptions = {}): Promise<Methods[M]["result"]> {
    const { message, answer } = this.prepare(method, params, options);
    // What was given up before it began is not sent: it would be carried out.
    if (this.pending.has(message.id)) this.write(JSON.stringify(message));
    return answer;
  }

  /** Several calls in one line; they are answered together, each with its own outcome. */
  async batch<const C extends readonly BatchCall[]>(...calls: C): Promise<Outcomes<C>> {
    if (calls.length === 0) return [] as unknown as Outcomes<C>;
    const prepared = calls.map((one) => this.prepare(one.method, (one.params ?? {}) as never, {}));
    const outcomes = prepared.map(({ answer }) =>
      answer.then(
        (result) => ({ ok: true, result }),
        (error: unknown) => {
          if (error instanceof SidecarError) return { ok: false, error };
          throw error;
        },
      ),
    );
    this.write(JSON.stringify(prepared.map(({ message }) => message)));
    return (await Promise.all(outcomes)) as unknown as Outcomes<C>;
  }

  /** Sends a notification; nothing comes back. */
  notify(method: string, params: Record<string, unknown> = {}): void {
    this.write(JSON.stringify({ jsonrpc: "2.0", method, params }));
  }

  /** Listens to what the sidecar tells by itself; the function that is returned ends it. */
  on<N extends NotificationName>(name: N, listener: (params: Notifications[N]) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set<(params: never) => void>();
    this.listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Called once when the process has ended, for whatever reason; at once where it already has. */
  onClose(listener: (reason: string) => void): void {
    if (this.closed === undefined) this.endings.add(listener);
    else listener(this.closed);
  }

  /** Ends the sidecar in order: what was asked is answered, then the process ends with exit code 0. */
  async stop(): Promise<void> {
    await this.request("shutdown", {});
    this.notify("exit");
  }

  private prepare<M extends MethodName>(method: M, params: Methods[M]["params"], options: CallOptions) {
    const id = ++this.number;
    const { signal, onProgress } = options;
    const sent = onProgress ? { ...params, progress_token: id } : params;
    const answer = new Promise<Methods[M]["result"]>((resolve, reject) => {
      if (this.closed !== undefined) return reject(new SidecarClosed(this.closed));
      if (signal?.aborted) return reject(new SidecarError(ERRORS.cancelled, "Cancelled.", { name: "cancelled", retryable: false }));
      const cancel = () => this.notify("$/cancelRequest", { id });
      signal?.addEventListener("abort", cancel, { once: true });
      this.pending.set(id, { resolve, reject, progress: onProgress, done: () => signal?.removeEventListener("abort", cancel) });
    });
    return { message: { jsonrpc: "2.0", id, method, params: sent }, answer };
  }

  private write(line: string): void {
    if (this.closed !== undefined) return;
    const failed = (error: unknown) => this.ended(error instanceof Error ? error.message : String(error));
    try {
      Promise.resolve(this.transport.send(line)).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  private received(line: string): void {
    const text = line.trim();
    if (text === "") return;
    const message = JSON.parse(text) as Incoming | Incoming[];
    for (const one of Array.isArray(message) ? message : [message]) this.settled(one);
  }

  private settled(message: Incoming): void {
    if (message.method !== undefined) return this.told(message.method, message.params);
    const pending = typeof message.id === "number" ? this.pending.get(message.id) : undefined;
    if (pending === undefined) return;
    this.pending.delete(message.id as number);
    pending.done();
    if (message.error === undefined) return pending.resolve(message.result as never);
    const { code, message: text, data } = message.error;
    pending.reject(new SidecarError(code, text, data ?? { name: "internal_error", retryable: false }));
  }

  private told(method: string, params: unknown): void {
    if (method === "$/progress") {
      const progress = params as Progress;
      if (typeof progress.token === "number") this.pending.get(progress.token)?.progress?.(progress);
    }
    for (const listener of this.listeners.get(method) ?? []) listener(params as never);
  }

  private ended(reason: string): void {
    if (this.closed !== undefined) return;
    this.closed = reason;
    const left = [...this.pending.values()];
    this.pending.clear();
    for (const one of left) {
      one.done();
      one.reject(new SidecarClosed(reason));
    }
    for (const listener of this.endings) listener(reason);
  }
}

/** Makes lines of the pieces a pipe delivers. */
export class LineSplitter {
  private rest = "";
  constructor(private readonly listener: (line: string) => void) {}

  push(piece: string): void {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.listener(line);
  }
}

/** The sidecar, method by method. */
export class Sidecar extends Connection {
  /** Who calls and what this server can do; optional. */
  readonly initialize = (params: InitializeParams = {}, options?: CallOptions): Promise<InitializeResult> =>
    this.request("initialize", params, options);
  /** Answers at once while the process lives. */
  readonly ping = (params: Record<string, never> = {}, options?: CallOptions): Promise<Record<string, never>> =>
    this.request("ping", params, options);
  /** Answered once everything read before it is done; afterwards nothing new is begun. */
  readonly shutdown = (params: Record<string, never> = {}, options?: CallOptions): Promise<Record<string, never>> =>
    this.request("shutdown", params, options);
  readonly rpc = {
    /** This document. */
    discover: (params: Record<string, never> = {}, options?: CallOptions): Promise<DiscoverResult> =>
      this.request("rpc.discover", params, options),
  };
  readonly health = {
    /** The state of every component; `probe` exercises all of them now. */
    check: (params: HealthParams = {}, options?: CallOptions): Promise<HealthResult> => this.request("health.check", params, options),
  };
  readonly voice = {
    /** Opens a call with the business's greeting. */
    greet: (params: GreetParams = {}, options?: CallOptions): Promise<Turn> => this.request("voice.greet", params, options),
    /** One turn of a call: what the caller said to what the assistant answers. */
    process: (params: ProcessParams, options?: CallOptions): Promise<Turn> => this.request("voice.process", params, options),
    /** The session forgets what it knew. */
    reset: (params: ResetParams, options?: CallOptions): Promise<Record<string, never>> => this.request("voice.reset", params, options),
    /** Speaks a text into a WAV file. */
    synthesize: (params: SynthesizeParams, options?: CallOptions): Promise<SynthesizeResult> =>
      this.request("voice.synthesize", params, options),
    /** Writes down what is said in a recording. */
    transcribe: (params: TranscribeParams = {}, options?: CallOptions): Promise<TranscribeResult> =>
      this.request("voice.transcribe", params, options),
  };
  readonly handoff = {
    /** What the host did with a request for a person. */
    update: (params: HandoffParams, options?: CallOptions): Promise<Record<string, never>> =>
      this.request("handoff.update", params, options),
  };
  readonly session = {
    /** A conversation as it is stored. */
    get: (params: SessionParams, options?: CallOptions): Promise<SessionResult> => this.request("session.get", params, options),
  };
  readonly nlu = {
    /** Understands an utterance and changes nothing. */
    parse: (params: ParseParams, options?: CallOptions): Promise<Parse> => this.request("nlu.parse", params, options),
  };
  readonly clienti = {
    /** Finds clients by name, telephone or free text. */
    search: (params: ClientSearchParams = {}, options?: CallOptions): Promise<ClientSearchResult> =>
      this.request("clienti.search", params, options),
    /** Registers a client. */
    create: (params: ClientCreateParams, options?: CallOptions): Promise<Client> => this.request("clienti.create", params, options),
    /** Gives decrypted people for an encrypted file; kept in memory only. */
    provide_index: (params: IndexParams, options?: CallOptions): Promise<IndexResult> =>
      this.request("clienti.provide_index", params, options),
  };
  readonly appuntamenti = {
    /** Whether a time is free, or what is. */
    disponibilita: (params: FreeParams, options?: CallOptions): Promise<FreeResult> =>
      this.request("appuntamenti.disponibilita", params, options),
    /** Books a visit. */
    create: (params: AppointmentCreateParams, options?: CallOptions): Promise<Appointment> =>
      this.request("appuntamenti.create", params, options),
    /** Changes a visit in place. */
    update: (params: AppointmentUpdateParams, options?: CallOptions): Promise<Appointment> =>
      this.request("appuntamenti.update", params, options),
    /** Cancels a visit; its rows stay. */
    delete: (params: AppointmentDeleteParams, options?: CallOptions): Promise<Appointment> =>
      this.request("appuntamenti.delete", params, options),
    /** Visits by time, a page at once. */
    list: (params: AppointmentListParams = {}, options?: CallOptions): Promise<AppointmentListResult> =>
      this.request("appuntamenti.list", params, options),
  };
  readonly servizi = {
    /** The active services. */
    list: (params: CatalogueParams = {}, options?: CallOptions): Promise<ServicesResult> => this.request("servizi.list", params, options),
  };
  readonly operatori = {
    /** The active operators. */
    list: (params: CatalogueParams = {}, options?: CallOptions): Promise<OperatorsResult> =>
      this.request("operatori.list", params, options),
  };
  readonly waitlist = {
    /** Puts a client on the waiting list. */
    add: (params: WaitlistAddParams, options?: CallOptions): Promise<WaitlistAddResult> => this.request("waitlist.add", params, options),
    /** Who waits, in order. */
    list: (params: WaitlistParams = {}, options?: CallOptions): Promise<WaitlistResult> => this.request("waitlist.list", params, options),
    /** Tells the first who fits what is free. */
    notify: (params: WaitlistNotifyParams, options?: CallOptions): Promise<WaitlistNotifyResult> =>
      this.request("waitlist.notify", params, options),
  };
  readonly settings = {
    /** The name of the business. */
    nome_attivita: (params: Record<string, never> = {}, options?: CallOptions): Promise<NameResult> =>
      this.request("settings.nome_attivita", params, options),
    /** The opening hours of the week, Monday first. */
    orari_lavoro: (params: Record<string, never> = {}, options?: CallOptions): Promise<HoursResult> =>
      this.request("settings.orari_lavoro", params, options),
    /** The holidays of a year. */
    giorni_festivi: (params: HolidaysParams = {}, options?: CallOptions): Promise<HolidaysResult> =>
      this.request("settings.giorni_festivi", params, options),
  };
  readonly whatsapp = {
    /** Queues a message that the host is told to send. */
    send_template: (params: SendParams, options?: CallOptions): Promise<SendResult> =>
      this.request("whatsapp.send_template", params, options),
    /** The host's word on a message. */
    ack: (params: AckParams, options?: CallOptions): Promise<Record<string, never>> => this.request("whatsapp.ack", params, options),
    /** Messages the host has not acknowledged. */
    pending: (params: Record<string, never> = {}, options?: CallOptions): Promise<PendingResult> =>
      this.request("whatsapp.pending", params, options),
  };
  readonly faq = {
    /** The FAQ entries nearest to a question. */
    search: (params: FaqSearchParams, options?: CallOptions): Promise<FaqSearchResult> => this.request("faq.search", params, options),
    /** Answers a question from the FAQ and the business's data, or admits that it cannot. */
    answer: (params: FaqAnswerParams, options?: CallOptions): Promise<FaqAnswerResult> => this.request("faq.answer", params, options),
    /** Reads the FAQ file again. */
    reload: (params: Record<string, never> = {}, options?: CallOptions): Promise<ReloadResult> =>
      this.request("faq.reload", params, options),
    /** Questions nobody could answer. */
    unanswered: (params: UnansweredParams = {}, options?: CallOptions): Promise<RowsResult> =>
      this.request("faq.unanswered", params, options),
  };
  readonly formatter = {
    /** Replaces the tokens of an answer by the business's data, for the eye and for the ear. */
    format: (params: FormatParams, options?: CallOptions): Promise<FormatResult> => this.request("formatter.format", params, options),
  };
  readonly links = {
    /** Whom a link stands for. */
    resolve: (params: LinkParams, options?: CallOptions): Promise<LinkResult> => this.request("links.resolve", params, options),
  };
  readonly audit = {
    /** Who did what, one row a turn. */
    list: (params: AuditParams = {}, options?: CallOptions): Promise<PageResult> => this.request("audit.list", params, options),
  };
  readonly stats = {
    /** The figures of each day. */
    get: (params: StatsParams = {}, options?: CallOptions): Promise<PageResult> => this.request("stats.get", params, options),
  };
  readonly gdpr = {
    /** Removes personal data past its retention. */
    anonymize: (params: AnonymizeParams = {}, options?: CallOptions): Promise<CountsResult> =>
      this.request("gdpr.anonymize", params, options),
    /** Everything held about a person. */
    export: (params: ClientParams, options?: CallOptions): Promise<ExportResult> => this.request("gdpr.export", params, options),
    /** Removes a person; accounting rows stay without them. */
    erase: (params: ClientParams, options?: CallOptions): Promise<CountsResult> => this.request("gdpr.erase", params, options),
  };
}
