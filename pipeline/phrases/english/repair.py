"""English words of repair, refusal and everything beside the flows. No error prompt is repeated word for word."""

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
from pipeline.phrases.english.book import BOOK
from pipeline.phrases.voice import Say

INTENTS: dict[Intent, str] = {
    "prenotazione": "book an appointment",
    "cancella": "cancel an appointment",
    "modifica": "move an appointment",
    "waitlist": "be put on the waiting list",
    "info": "have some information",
    "operatore": "speak with a person",
}


@BOOK.says(NotUnderstood)
def not_understood(m: NotUnderstood, s: Say) -> str:
    alone = m.step in ("ascolto", "altro")
    if m.silence and alone:
        return s.vary(
            m.count - 1, "I did not hear anything: could you repeat?", "are you still there?", "I cannot hear you well: could you speak up?"
        )
    if m.silence:
        return s.vary(m.count - 1, "I did not hear anything:", "I cannot hear you well:", "I still cannot hear you:")
    if alone:
        return s.vary(
            m.count - 1,
            "I did not understand: could you say that again?",
            "sorry, could you say it in other words?",
            "I still do not understand: would you like to book, move or cancel?",
        )
    return s.vary(m.count - 1, "I did not understand:", "sorry, not yet:", "I cannot make it out:")


@BOOK.says(AskUncertain)
def ask_uncertain(m: AskUncertain, s: Say) -> str:
    if m.answered:
        return f"would you like to {INTENTS.get(m.intent, 'do something else')}?"
    return f"I understood that you want to {INTENTS.get(m.intent, 'do something else')}. Is that right?"


@BOOK.says(Dropped)
def dropped(m: Dropped, s: Say) -> str:
    match m.flow:
        case "cancella" | "modifica":
            return "all right, the appointment stays as it is."
        case "prenotazione":
            return "all right, I am not booking anything."
        case _:
            return "all right, let us leave it."


@BOOK.says(Helped)
def helped(m: Helped, s: Say) -> str:
    if m.flow is None:
        return "I can book, move or cancel an appointment and give information."
    match m.step:
        case "data":
            return "you can say a day, for example Friday, or as soon as possible:"
        case "ora" | "alternative":
            return "you can say a time, or morning or afternoon:"
        case "conferma":
            return "you can say yes, or what to change:"
        case _:
            return "you can also say back, repeat, cancel or operator:"


@BOOK.says(OfferHandoff)
def offer_handoff(m: OfferHandoff, s: Say) -> str:
    if m.reason in ("not_understood", "frustrated"):
        return "this seems a complex request. Would you rather speak with a person?"
    reason = "without registering you I cannot book. " if m.reason in ("registration", "telephone") else ""
    reason = "I cannot change contact details myself. " if m.reason == "contacts" else reason
    return f"{reason}shall I tell a person?"


@BOOK.says(HandoffRecorded)
def handoff_recorded(m: HandoffRecorded, s: Say) -> str:
    call = f" (you can also call {s.v.phone(m.telefono)})" if m.telefono and not s.ear else ""
    return f"I passed your request on to a person{call}."


@BOOK.says(HandoffState)
def handoff_state(m: HandoffState, s: Say) -> str:
    if m.state == "accepted":
        return "a colleague has taken your call, please hold the line."
    call = f": you can call {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"no colleague is free right now{call}."


@BOOK.says(HandoffDeclined)
def handoff_declined(m: HandoffDeclined, s: Say) -> str:
    return "all right, let us go on."


@BOOK.says(OffTopic)
def off_topic(m: OffTopic, s: Say) -> str:
    match m.kind:
        case "wrong_number":
            return f"you have called {m.business or 'another number'}. No problem, goodbye!"
        case "clinical":
            return "I cannot give medical advice, but I can book an appointment."
        case "other_person":
            return "I cannot give information about other people."
        case "abuse":
            return "I am sorry, let me try to help."
        case "attack":
            return "I cannot do that."
        case "other_trade":
            return "I am sorry, we do not do that."
        case "chat":
            return "I cannot help with that."


@BOOK.says(Emergency)
def emergency(m: Emergency, s: Say) -> str:
    return "if this is an emergency call 112 at once, or go to the emergency room."


@BOOK.says(DatabaseDown)
def database_down(m: DatabaseDown, s: Say) -> str:
    call = f" at {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"I cannot reach the data. Please contact the shop directly{call}."


@BOOK.says(Failed)
def failed(m: Failed, s: Say) -> str:
    return "sorry, something went wrong. Could you say that again?"


@BOOK.says(PeopleUnreadable)
def people_unreadable(m: PeopleUnreadable, s: Say) -> str:
    return "at the moment I cannot read the client list."


@BOOK.says(NeedsModel)
def needs_model(m: NeedsModel, s: Say) -> str:
    return "I can only take bookings in Italian at the moment: shall I tell a person?"


@BOOK.says(OutOfHours)
def out_of_hours(m: OutOfHours, s: Say) -> str:
    call = f" You can call {s.v.phone(m.telefono)}." if m.telefono else ""
    return f"this is the automatic voice assistant, I am not active at this hour.{call}"


@BOOK.says(Acknowledged)
def acknowledged(m: Acknowledged, s: Say) -> str:
    match m.kind:
        case "greeting":
            return "hello,"
        case "thanks":
            return "you are welcome,"
        case "sorry":
            return "sorry,"
        case "wait":
            return "take your time, I am still here."
        case "ok":
            return "all right,"
