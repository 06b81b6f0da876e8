"""Italian words of repair, refusal and everything beside the flows. No error prompt is repeated word for word."""

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
from pipeline.phrases.italian.book import BOOK
from pipeline.phrases.voice import Say

INTENTS: dict[Intent, str] = {
    "prenotazione": "prenotare un appuntamento",
    "cancella": "disdire un appuntamento",
    "modifica": "spostare un appuntamento",
    "waitlist": "entrare in lista d'attesa",
    "info": "un'informazione",
    "operatore": "parlare con una persona",
}


@BOOK.says(NotUnderstood)
def not_understood(m: NotUnderstood, s: Say) -> str:
    alone = m.step in ("ascolto", "altro")
    if m.silence and alone:
        return s.vary(
            m.count - 1,
            s.y("non ho sentito: può ripetere?", "non ho sentito: puoi ripetere?"),
            s.y("è ancora in linea?", "sei ancora in linea?"),
            s.y("non La sento bene: può parlare più forte?", "non ti sento bene: puoi parlare più forte?"),
        )
    if m.silence:
        return s.vary(
            m.count - 1,
            "non ho sentito:",
            s.y("non La sento bene:", "non ti sento bene:"),
            s.y("ancora non La sento:", "ancora non ti sento:"),
        )
    if alone:
        return s.vary(
            m.count - 1,
            s.y("non ho capito bene: può ripetere?", "non ho capito bene: puoi ripetere?"),
            s.y("mi scusi, può dirlo con altre parole?", "scusa, puoi dirlo con altre parole?"),
            s.y("ancora non ho capito: vuole prenotare, spostare o disdire?", "ancora non ho capito: vuoi prenotare, spostare o disdire?"),
        )
    return s.vary(m.count - 1, "non ho capito bene:", s.y("mi scusi, ancora no:", "scusa, ancora no:"), "non riesco a capire:")


@BOOK.says(AskUncertain)
def ask_uncertain(m: AskUncertain, s: Say) -> str:
    what = INTENTS.get(m.intent, "un'altra cosa")
    if m.answered:
        return f"{s.y('vuole', 'vuoi')} {what}?"
    return f"ho capito che {s.y('vuole', 'vuoi')} {what}. È corretto?"


@BOOK.says(Dropped)
def dropped(m: Dropped, s: Say) -> str:
    match m.flow:
        case "cancella" | "modifica":
            return "va bene, l'appuntamento resta com'è."
        case "prenotazione":
            return "va bene, non prenoto nulla."
        case _:
            return "va bene, lasciamo stare."


@BOOK.says(Helped)
def helped(m: Helped, s: Say) -> str:
    if m.flow is None:
        return "posso prenotare, spostare o disdire un appuntamento e dare informazioni."
    match m.step:
        case "data":
            return s.y(
                "può dire un giorno, per esempio venerdì, o il prima possibile:",
                "puoi dire un giorno, per esempio venerdì, o il prima possibile:",
            )
        case "ora" | "alternative":
            return s.y("può dire un'ora, o mattina o pomeriggio:", "puoi dire un'ora, o mattina o pomeriggio:")
        case "conferma":
            return s.y("può dire sì, oppure che cosa cambiare:", "puoi dire sì, oppure che cosa cambiare:")
        case _:
            return s.y("può anche dire indietro, ripeti, annulla o operatore:", "puoi anche dire indietro, ripeti, annulla o operatore:")


@BOOK.says(OfferHandoff)
def offer_handoff(m: OfferHandoff, s: Say) -> str:
    if m.reason in ("not_understood", "frustrated"):
        return s.y(
            "mi sembra una richiesta complessa. Preferisce parlare con una persona?",
            "mi sembra una richiesta complessa. Preferisci parlare con una persona?",
        )
    reason = "senza registrazione non posso prenotare. " if m.reason in ("registration", "telephone") else ""
    reason = "i recapiti non li posso cambiare io. " if m.reason == "contacts" else reason
    return reason + s.y("vuole che avvisi una persona?", "vuoi che avvisi una persona?")


@BOOK.says(HandoffRecorded)
def handoff_recorded(m: HandoffRecorded, s: Say) -> str:
    call = f" ({s.y('può', 'puoi')} anche chiamare il numero {s.v.phone(m.telefono)})" if m.telefono and not s.ear else ""
    return f"ho segnalato la {s.y('Sua', 'tua')} richiesta a una persona{call}."


@BOOK.says(HandoffState)
def handoff_state(m: HandoffState, s: Say) -> str:
    if m.state == "accepted":
        return f"un collega ha preso la {s.y('Sua', 'tua')} chiamata, {s.y('resti', 'resta')} in linea."
    call = f": {s.y('può', 'puoi')} chiamare il numero {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"adesso nessun collega è libero{call}."


@BOOK.says(HandoffDeclined)
def handoff_declined(m: HandoffDeclined, s: Say) -> str:
    return "va bene, continuiamo noi:"


@BOOK.says(OffTopic)
def off_topic(m: OffTopic, s: Say) -> str:
    match m.kind:
        case "wrong_number":
            who = m.business or "un altro numero"
            return s.y(f"ha chiamato {who}. Nessun problema, arrivederci!", f"hai chiamato {who}. Nessun problema, ciao!")
        case "clinical":
            return "non posso dare consigli medici, ma posso fissare un appuntamento."
        case "other_person":
            return "non posso dare informazioni su altre persone."
        case "abuse":
            return "mi dispiace."
        case "attack":
            return "questo non posso farlo."
        case "other_trade":
            return "mi dispiace, di questo non ci occupiamo."
        case "chat":
            return "su questo non posso aiutare."


@BOOK.says(Emergency)
def emergency(m: Emergency, s: Say) -> str:
    return s.y(
        "se è un'emergenza chiami subito il numero 112, oppure vada al pronto soccorso.",
        "se è un'emergenza chiama subito il numero 112, oppure vai al pronto soccorso.",
    )


@BOOK.says(DatabaseDown)
def database_down(m: DatabaseDown, s: Say) -> str:
    call = f" al {s.v.phone(m.telefono)}" if m.telefono else ""  # the words of specification 16.2
    return f"non riesco ad accedere ai dati. {s.y('La prego', 'Ti prego')} di contattare il negozio direttamente{call}."


@BOOK.says(Failed)
def failed(m: Failed, s: Say) -> str:
    return s.y("mi scusi, qualcosa non ha funzionato. Può ripetere?", "scusa, qualcosa non ha funzionato. Puoi ripetere?")


@BOOK.says(PeopleUnreadable)
def people_unreadable(m: PeopleUnreadable, s: Say) -> str:
    return "in questo momento non posso leggere l'archivio dei clienti."


@BOOK.says(NeedsModel)
def needs_model(m: NeedsModel, s: Say) -> str:
    return s.y("per questo serve una persona: vuole che la avvisi?", "per questo serve una persona: vuoi che la avvisi?")


@BOOK.says(OutOfHours)
def out_of_hours(m: OutOfHours, s: Say) -> str:
    call = f" {s.y('Può', 'Puoi')} chiamare il numero {s.v.phone(m.telefono)}." if m.telefono else ""
    return f"sono l'assistente vocale automatica, a quest'ora non sono attiva.{call}"


@BOOK.says(Acknowledged)
def acknowledged(m: Acknowledged, s: Say) -> str:
    match m.kind:
        case "greeting":
            return s.y("salve,", "ciao,")
        case "thanks":
            return s.y("di nulla,", "di niente,")
        case "sorry":
            return s.y("mi scusi,", "scusa,")
        case "wait":
            return s.y("faccia con comodo, resto in linea.", "fai con comodo, resto in linea.")
        case "ok":
            return "va bene,"
