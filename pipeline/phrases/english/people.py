"""English words for who calls: opening, identification, registration."""

from pipeline.model.meanings import (
    AskBirth,
    AskConsent,
    AskMore,
    AskName,
    AskPhone,
    AskProof,
    AskRegister,
    AskSamePerson,
    AskSurname,
    AskWhichClient,
    AskWish,
    ClientHint,
    ClientNotFound,
    ConfirmPhone,
    ConsentRefused,
    Goodbye,
    Greeted,
    Registered,
)
from pipeline.phrases.english.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(Greeted)
def greeted(m: Greeted, s: Say) -> str:
    hello = "good morning" if 5 <= m.hour < 12 else "good afternoon" if 12 <= m.hour < 18 else "good evening"
    if m.answered:
        return f"{hello}."
    if m.brief:
        return f"{hello}, this is the automatic voice assistant:"
    return f"{hello}, I am Paola, the automatic voice assistant of {m.business}. How can I help you?"


@BOOK.says(AskMore)
def ask_more(m: AskMore, s: Say) -> str:
    return "is there anything else I can do for you?"


@BOOK.says(AskWish)
def ask_wish(m: AskWish, s: Say) -> str:
    return "how can I help you?"


@BOOK.says(Goodbye)
def goodbye(m: Goodbye, s: Say) -> str:
    return "thank you and goodbye!" if m.thanks else "goodbye, have a nice day!"


@BOOK.says(AskName)
def ask_name(m: AskName, s: Say) -> str:
    return "may I have your first name, too?" if m.first_only else "may I have your name and surname?"


@BOOK.says(AskSurname)
def ask_surname(m: AskSurname, s: Say) -> str:
    return f"thank you {m.nome}, what is your surname?" if m.nome else "what is your surname?"


@BOOK.says(AskWhichClient)
def ask_which_client(m: AskWhichClient, s: Say) -> str:
    shown = "; ".join(_hint(hint, s) for hint in m.hints)
    known = f"there are several people called {m.hints[0].nome}"
    first = s.vary(m.tries - 1, "I still cannot tell", "I cannot tell them apart yet") if m.again else known
    return f"{first}: {shown}. What is your date of birth, or the last digits of your phone?"


def _hint(hint: ClientHint, s: Say) -> str:
    known = [f"born in {s.v.year(hint.year)}"] if hint.year else []
    known += [f"phone ending in {s.v.phone(hint.digits)}"] if hint.digits else []
    rank = f"{s.v.ordinal(hint.n)}," if s.ear else f"{hint.n}."
    return f"{rank} {', '.join(known)}" if known else f"{rank} {hint.nome}"


@BOOK.says(AskSamePerson)
def ask_same_person(m: AskSamePerson, s: Say) -> str:
    return f"am I speaking with {m.nome}?"


@BOOK.says(AskProof)
def ask_proof(m: AskProof, s: Say) -> str:
    if m.tries > 1:
        return "that does not match either: may I have your date of birth, or the last digits of your number?"
    if m.again:
        return "that does not match: may I have your day and month of birth, or the last four digits of your phone?"
    return "to be safe, what is your date of birth, or the last four digits of your phone?"


@BOOK.says(AskRegister)
def ask_register(m: AskRegister, s: Say) -> str:
    return "shall I register you as a new client?" if m.again else f"I cannot find {m.nome}. Shall I register you as a new client?"


@BOOK.says(ClientNotFound)
def client_not_found(m: ClientNotFound, s: Say) -> str:
    return f"I cannot find anybody called {m.nome}. May I have the name and surname again?"


@BOOK.says(AskPhone)
def ask_phone(m: AskPhone, s: Say) -> str:
    match m.problem:
        case "incomplete":
            return "some digits are missing. May I have the whole number again?"
        case "invalid":
            return "that number does not seem valid. May I have it again?"
        case "taken":
            return "that number belongs to another name. May I have a different one?"
        case None:
            return "what is your phone number?"


@BOOK.says(ConfirmPhone)
def confirm_phone(m: ConfirmPhone, s: Say) -> str:
    if m.caller_id:
        return f"shall I use the number you are calling from, {s.v.phone(m.telefono)}?"
    return f"let me repeat the number: {s.v.phone(m.telefono)}. Is it correct?"


@BOOK.says(AskBirth)
def ask_birth(m: AskBirth, s: Say) -> str:
    if m.again:
        return "I did not get the date: may I have it again, or would you rather not say?"
    return "your date of birth is optional: would you like to tell me?"


@BOOK.says(AskConsent)
def ask_consent(m: AskConsent, s: Say) -> str:
    if m.again:
        return "I need a yes or a no: do you agree to the processing of your data?"
    return "to register you, do you agree to the processing of your data under the GDPR?"


@BOOK.says(Registered)
def registered(m: Registered, s: Say) -> str:
    return f"thank you {m.nome}, you are registered:"


@BOOK.says(ConsentRefused)
def consent_refused(m: ConsentRefused, s: Say) -> str:
    return "all right, I am not recording anything."
