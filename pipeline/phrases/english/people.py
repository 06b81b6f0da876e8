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
    MissedBefore,
    ProofRefused,
    Registered,
    WhyAsked,
)
from pipeline.model.meanings.people import About, BirthPart, Wanted
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
    if m.whose and not m.first_only:
        return "what name and surname is the appointment under?"
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


WANTED: dict[Wanted, str] = {
    "both": "your day and month of birth, or the last four digits of your phone",
    "birth": "your date of birth",
    "phone": "the last four digits of your phone",
    "day": "your day and month of birth",
    "digits": "the last four digits of your phone",
    "code": "the code of your booking",
}


@BOOK.says(AskProof)
def ask_proof(m: AskProof, s: Say) -> str:
    wanted = WANTED[m.wanted]
    if m.again:
        return f"that does not match either: may I have {wanted}?" if m.tries > 1 else f"that does not match: may I have {wanted}?"
    if m.plain:
        return s.vary(m.tries, f"may I have {wanted}?", f"please, may I have {wanted}?")
    if m.wanted in ("day", "digits"):
        return f"thank you, to be safe, may I have {wanted}?"
    return f"to be safe, may I have {wanted}?"


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


MISSING: dict[BirthPart, str] = {
    "all": "what are the day, month and year?",
    "day": "and the day and month?",
    "year": "and the year?",
}


@BOOK.says(AskBirth)
def ask_birth(m: AskBirth, s: Say) -> str:
    if m.missing and not m.again:
        return MISSING[m.missing]
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


WHY: dict[About, str] = {
    "nome": "the name is for your booking.",
    "registrazione": "to book I only need a name and a phone.",
    "telefono": "the number is for news about your appointments.",
    "data_nascita": "it tells you apart from people of the same name.",
    "consenso": "your name and phone are kept for the appointments.",
    "omonimi": "this way I do not mistake you for somebody else.",
    "prova": "this way nobody else can touch your appointments.",
}


WHY_AGAIN: dict[About, str] = {
    "nome": "without a name I cannot book.",
    "registrazione": "without registering you I cannot book.",
    "telefono": "without a number I cannot register you, a landline will do.",
    "data_nascita": "you may leave it out.",
    "consenso": "without consent I record nothing.",
    "omonimi": "I need it to find your card.",
    "prova": "without it I cannot touch the appointments.",
}


@BOOK.says(WhyAsked)
def why_asked(m: WhyAsked, s: Say) -> str:
    return (WHY_AGAIN if m.again else WHY)[m.about]


@BOOK.says(ProofRefused)
def proof_refused(m: ProofRefused, s: Say) -> str:
    return (
        "all right, but without it I cannot read out your appointments."
        if m.reads
        else "all right, without it the appointments stay as they are."
    )


@BOOK.says(MissedBefore)
def missed_before(m: MissedBefore, s: Say) -> str:
    return "I am sorry, I missed it."
