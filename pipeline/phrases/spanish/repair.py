"""Spanish words of repair, refusal and everything beside the flows. No error prompt is repeated word for word."""

from pipeline.model.meanings import (
    Acknowledged,
    AskUncertain,
    DatabaseDown,
    Dropped,
    Emergency,
    Failed,
    HandoffDeclined,
    HandoffRecorded,
    HandoffState,
    Helped,
    NeedsModel,
    NotUnderstood,
    OfferHandoff,
    OffTopic,
    OutOfHours,
    PeopleUnreadable,
)
from pipeline.model.parse import Intent
from pipeline.phrases.spanish.book import BOOK
from pipeline.phrases.voice import Say

INTENTS: dict[Intent, str] = {
    "prenotazione": "reservar una cita",
    "cancella": "anular una cita",
    "modifica": "cambiar una cita",
    "waitlist": "entrar en la lista de espera",
    "info": "una información",
    "operatore": "hablar con una persona",
}


@BOOK.says(NotUnderstood)
def not_understood(m: NotUnderstood, s: Say) -> str:
    alone = m.step in ("ascolto", "altro")
    if m.silence and alone:
        return s.vary(m.count - 1, "no he oído nada: ¿puede repetir?", "¿Sigue ahí?", "no le oigo bien: ¿puede hablar más alto?")
    if m.silence:
        return s.vary(m.count - 1, "no he oído nada:", "no le oigo bien:", "sigo sin oírle:")
    if alone:
        return s.vary(
            m.count - 1,
            "no le he entendido bien: ¿puede repetir?",
            "disculpe, ¿puede decirlo con otras palabras?",
            "sigo sin entender: ¿quiere reservar, cambiar o anular?",
        )
    return s.vary(m.count - 1, "no le he entendido bien:", "disculpe, todavía no:", "no consigo entenderle:")


@BOOK.says(AskUncertain)
def ask_uncertain(m: AskUncertain, s: Say) -> str:
    if m.answered:
        return f"¿quiere {INTENTS.get(m.intent, 'otra cosa')}?"
    return f"he entendido que quiere {INTENTS.get(m.intent, 'otra cosa')}. ¿Es correcto?"


@BOOK.says(Dropped)
def dropped(m: Dropped, s: Say) -> str:
    match m.flow:
        case "cancella" | "modifica":
            return "de acuerdo, la cita se queda como está."
        case "prenotazione":
            return "de acuerdo, no reservo nada."
        case _:
            return "de acuerdo, lo dejamos."


@BOOK.says(Helped)
def helped(m: Helped, s: Say) -> str:
    if m.flow is None:
        return "puedo reservar, cambiar o anular una cita y dar información."
    match m.step:
        case "data":
            return "puede decir un día, por ejemplo el viernes, o lo antes posible:"
        case "ora" | "alternative":
            return "puede decir una hora, o por la mañana o por la tarde:"
        case "conferma":
            return "puede decir sí, o lo que desea cambiar:"
        case _:
            return "también puede decir atrás, repetir, anular u operador:"


@BOOK.says(OfferHandoff)
def offer_handoff(m: OfferHandoff, s: Say) -> str:
    if m.reason in ("not_understood", "frustrated"):
        return "parece una petición compleja. ¿Prefiere hablar con una persona?"
    reason = "sin ficha no puedo reservar. " if m.reason in ("registration", "telephone") else ""
    reason = "yo no puedo cambiar los datos de contacto. " if m.reason == "contacts" else reason
    return f"{reason}¿Quiere que avise a una persona?"


@BOOK.says(HandoffRecorded)
def handoff_recorded(m: HandoffRecorded, s: Say) -> str:
    call = f" (también puede llamar al {s.v.phone(m.telefono)})" if m.telefono and not s.ear else ""
    return f"he pasado su petición a una persona{call}."


@BOOK.says(HandoffState)
def handoff_state(m: HandoffState, s: Say) -> str:
    if m.state == "accepted":
        return "mi equipo ha aceptado su llamada, no cuelgue, por favor."
    call = f": puede llamar al {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"ahora mismo no hay nadie disponible{call}."


@BOOK.says(HandoffDeclined)
def handoff_declined(m: HandoffDeclined, s: Say) -> str:
    return "de acuerdo, seguimos."


@BOOK.says(OffTopic)
def off_topic(m: OffTopic, s: Say) -> str:
    match m.kind:
        case "wrong_number":
            return f"ha llamado a {m.business or 'otro número'}. No pasa nada, ¡adiós!"
        case "clinical":
            return "no puedo dar consejos médicos, pero puedo reservar una cita."
        case "other_person":
            return "no puedo dar información sobre otras personas."
        case "abuse":
            return "lo siento, intento ayudarle."
        case "attack":
            return "eso no puedo hacerlo."
        case "other_trade":
            return "lo siento, de eso no nos ocupamos."
        case "chat":
            return "en eso no puedo ayudarle."


@BOOK.says(Emergency)
def emergency(m: Emergency, s: Say) -> str:
    return "si es una emergencia, llame enseguida al 112 o vaya a urgencias."


@BOOK.says(DatabaseDown)
def database_down(m: DatabaseDown, s: Say) -> str:
    call = f" llamando al {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"no consigo acceder a los datos. Le ruego que contacte directamente con el negocio{call}."


@BOOK.says(Failed)
def failed(m: Failed, s: Say) -> str:
    return "disculpe, algo no ha funcionado. ¿Puede repetir?"


@BOOK.says(PeopleUnreadable)
def people_unreadable(m: PeopleUnreadable, s: Say) -> str:
    return "en este momento no puedo leer el archivo de clientes."


@BOOK.says(NeedsModel)
def needs_model(m: NeedsModel, s: Say) -> str:
    return "de momento solo puedo reservar en italiano: ¿quiere que avise a una persona?"


@BOOK.says(OutOfHours)
def out_of_hours(m: OutOfHours, s: Say) -> str:
    call = f" Puede llamar al {s.v.phone(m.telefono)}." if m.telefono else ""
    return f"soy la asistente de voz automática, a esta hora no atiendo llamadas.{call}"


@BOOK.says(Acknowledged)
def acknowledged(m: Acknowledged, s: Say) -> str:
    match m.kind:
        case "greeting":
            return "hola."
        case "thanks":
            return "de nada."
        case "sorry":
            return "disculpe."
        case "wait":
            return "tómese su tiempo, sigo en línea."
        case "ok":
            return "de acuerdo."
