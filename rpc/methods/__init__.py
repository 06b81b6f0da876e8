"""The whole surface on one screen: METHODS, from the name of a method to what serves it.

Read by `rpc.server` (lanes), `rpc.dispatch` (params and handlers), `rpc.openrpc` and the documents made from it. Names only, nothing
is loaded here: a ping is answered before pydantic is imported. One test resolves every name.
"""

from dataclasses import dataclass
from typing import Literal

Lane = Literal["reader", "beside", "shared"]
"""Where a request that names no session runs: on the thread that reads, beside everything, or in the one lane in order."""


@dataclass(frozen=True, slots=True)
class Method:
    """`module` in this folder holds the classes. `handler`: a function of that module, or `desk:family.function` of `pipeline.desk`.

    `firm`: its effects do not pass through the ledger of the request, so that once begun it is not cancelled.
    """

    module: str
    params: str
    result: str
    handler: str
    lane: Lane = "shared"
    firm: bool = False


_HERE: Lane = "reader"
_BESIDE: Lane = "beside"

METHODS: dict[str, Method] = {
    "initialize": Method("process", "InitializeParams", "InitializeResult", "reader", _HERE),
    "ping": Method("process", "NoParams", "NoResult", "reader", _HERE),
    "shutdown": Method("process", "NoParams", "NoResult", "reader", _HERE),
    "rpc.discover": Method("process", "NoParams", "DiscoverResult", "discover", _BESIDE),
    "health.check": Method("process", "HealthParams", "HealthResult", "health", _BESIDE),
    "voice.greet": Method("voice", "GreetParams", "Turn", "greet", _BESIDE),
    "voice.process": Method("voice", "ProcessParams", "Turn", "process", _BESIDE),
    "voice.reset": Method("voice", "ResetParams", "NoResult", "reset"),
    "voice.synthesize": Method("voice", "SynthesizeParams", "SynthesizeResult", "desk:speech.synthesize", _BESIDE),
    "voice.transcribe": Method("voice", "TranscribeParams", "TranscribeResult", "desk:speech.transcribe", _BESIDE),
    "handoff.update": Method("sessions", "HandoffParams", "NoResult", "desk:sessions.handoff_update"),
    "session.get": Method("sessions", "SessionParams", "SessionResult", "desk:sessions.get"),
    "nlu.parse": Method("understanding", "ParseParams", "Parse", "desk:understanding.parse", _BESIDE),
    "clienti.search": Method("clients", "ClientSearchParams", "ClientSearchResult", "desk:clients.search"),
    "clienti.create": Method("clients", "ClientCreateParams", "Client", "desk:clients.create"),
    "clienti.provide_index": Method("clients", "IndexParams", "IndexResult", "desk:clients.provide_index", firm=True),
    "appuntamenti.disponibilita": Method("bookings", "FreeParams", "FreeResult", "desk:bookings.disponibilita"),
    "appuntamenti.create": Method("bookings", "AppointmentCreateParams", "Appointment", "desk:bookings.create"),
    "appuntamenti.update": Method("bookings", "AppointmentUpdateParams", "Appointment", "desk:bookings.update"),
    "appuntamenti.delete": Method("bookings", "AppointmentDeleteParams", "Appointment", "desk:bookings.delete"),
    "appuntamenti.list": Method("bookings", "AppointmentListParams", "AppointmentListResult", "desk:bookings.list_bookings"),
    "servizi.list": Method("catalogue", "CatalogueParams", "ServicesResult", "desk:catalogue.servizi"),
    "operatori.list": Method("catalogue", "CatalogueParams", "OperatorsResult", "desk:catalogue.operatori"),
    "waitlist.add": Method("waitlist", "WaitlistAddParams", "WaitlistAddResult", "desk:waitlist.add"),
    "waitlist.list": Method("waitlist", "WaitlistParams", "WaitlistResult", "desk:waitlist.list_entries"),
    "waitlist.notify": Method("waitlist", "WaitlistNotifyParams", "WaitlistNotifyResult", "desk:waitlist.notify"),
    "settings.nome_attivita": Method("settings", "NoParams", "NameResult", "desk:settings.nome_attivita"),
    "settings.orari_lavoro": Method("settings", "NoParams", "HoursResult", "desk:settings.orari_lavoro"),
    "settings.giorni_festivi": Method("settings", "HolidaysParams", "HolidaysResult", "desk:settings.giorni_festivi"),
    "whatsapp.send_template": Method("messages", "SendParams", "SendResult", "desk:messages.send_template"),
    "whatsapp.ack": Method("messages", "AckParams", "NoResult", "desk:messages.ack"),
    "whatsapp.pending": Method("messages", "NoParams", "PendingResult", "desk:messages.pending"),
    "faq.search": Method("knowledge", "FaqSearchParams", "FaqSearchResult", "desk:knowledge.faq_search", _BESIDE),
    "faq.answer": Method("knowledge", "FaqAnswerParams", "FaqAnswerResult", "desk:knowledge.faq_answer", _BESIDE),
    "faq.reload": Method("knowledge", "NoParams", "ReloadResult", "desk:knowledge.faq_reload", _BESIDE, firm=True),
    "faq.unanswered": Method("knowledge", "UnansweredParams", "RowsResult", "desk:archive.unanswered", _BESIDE),
    "formatter.format": Method("knowledge", "FormatParams", "FormatResult", "desk:knowledge.format_response", _BESIDE),
    "links.resolve": Method("knowledge", "LinkParams", "LinkResult", "desk:knowledge.links_resolve"),
    "audit.list": Method("archive", "AuditParams", "PageResult", "desk:archive.audit"),
    "stats.get": Method("archive", "StatsParams", "PageResult", "desk:archive.stats"),
    "gdpr.anonymize": Method("archive", "AnonymizeParams", "CountsResult", "desk:archive.anonymize", _BESIDE, firm=True),
    "gdpr.export": Method("archive", "ClientParams", "ExportResult", "desk:archive.export", _BESIDE),
    "gdpr.erase": Method("archive", "ClientParams", "CountsResult", "desk:archive.erase", _BESIDE, firm=True),
}

TURNS = frozenset({"voice.greet", "voice.process"})
"""The methods that are a turn of a conversation: limited by the settings, and silencing the turn before them."""
