"""Spanish words for who calls: opening, identification, registration."""

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
from pipeline.phrases.spanish.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(Greeted)
def greeted(m: Greeted, s: Say) -> str:
    hello = "buenos días" if 5 <= m.hour < 13 else "buenas tardes" if 13 <= m.hour < 20 else "buenas noches"
    if m.answered:
        return f"{hello}."
    if m.brief:
        return f"{hello}, soy la asistente de voz automática:"
    return f"{hello}, soy Paola, la asistente de voz automática de {m.business}. ¿En qué puedo ayudarle?"


@BOOK.says(AskMore)
def ask_more(m: AskMore, s: Say) -> str:
    return "¿Puedo ayudarle en algo más?"


@BOOK.says(AskWish)
def ask_wish(m: AskWish, s: Say) -> str:
    return "¿En qué puedo ayudarle?"


@BOOK.says(Goodbye)
def goodbye(m: Goodbye, s: Say) -> str:
    return "gracias a usted, ¡hasta pronto!" if m.thanks else "gracias por llamar, ¡hasta pronto!"


@BOOK.says(AskName)
def ask_name(m: AskName, s: Say) -> str:
    if m.whose and not m.first_only:
        return "¿A qué nombre y apellido está la cita?"
    return "¿Me dice también su nombre, por favor?" if m.first_only else "¿Me dice su nombre y apellido, por favor?"


@BOOK.says(AskSurname)
def ask_surname(m: AskSurname, s: Say) -> str:
    return f"gracias {m.nome}, ¿me dice también su apellido?" if m.nome else "¿Me dice su apellido?"


@BOOK.says(AskWhichClient)
def ask_which_client(m: AskWhichClient, s: Say) -> str:
    shown = "; ".join(_hint(hint, s) for hint in m.hints)
    known = f"hay varias personas con el nombre {m.hints[0].nome}"
    first = s.vary(m.tries - 1, "todavía no sé cuál es", "sigo sin distinguir") if m.again else known
    return f"{first}: {shown}. ¿Me dice su fecha de nacimiento o las últimas cifras de su teléfono?"


def _hint(hint: ClientHint, s: Say) -> str:
    known = [f"nacimiento en {s.v.year(hint.year)}"] if hint.year else []
    known += [f"teléfono terminado en {s.v.phone(hint.digits)}"] if hint.digits else []
    rank = f"{s.v.ordinal(hint.n)}," if s.ear else f"{hint.n}."
    return f"{rank} {', '.join(known)}" if known else f"{rank} {hint.nome}"


@BOOK.says(AskSamePerson)
def ask_same_person(m: AskSamePerson, s: Say) -> str:
    return f"¿Hablo con {m.nome}?"


WANTED: dict[Wanted, str] = {
    "both": "el día y el mes de nacimiento, o las últimas cuatro cifras del teléfono",
    "birth": "su fecha de nacimiento",
    "phone": "las últimas cuatro cifras del teléfono",
    "day": "el día y el mes de nacimiento",
    "digits": "las últimas cuatro cifras del teléfono",
    "code": "el código de la reserva",
}


@BOOK.says(AskProof)
def ask_proof(m: AskProof, s: Say) -> str:
    wanted = WANTED[m.wanted]
    if m.again:
        return f"tampoco coincide: ¿me dice {wanted}?" if m.tries > 1 else f"no coincide: ¿me dice {wanted}?"
    if m.plain:
        return s.vary(m.tries, f"¿Me dice {wanted}?", f"por favor, ¿me dice {wanted}?")
    if m.wanted in ("day", "digits"):
        return f"gracias, por seguridad, ¿me dice {wanted}?"
    return f"por seguridad, ¿me dice {wanted}?"


@BOOK.says(AskRegister)
def ask_register(m: AskRegister, s: Say) -> str:
    if m.again:
        return "¿Quiere que le abra una ficha de cliente?"
    return f"no encuentro a {m.nome} entre los clientes. ¿Quiere registrarse?"


@BOOK.says(ClientNotFound)
def client_not_found(m: ClientNotFound, s: Say) -> str:
    return f"no encuentro a nadie con el nombre {m.nome}. ¿Me repite nombre y apellido?"


@BOOK.says(AskPhone)
def ask_phone(m: AskPhone, s: Say) -> str:
    match m.problem:
        case "incomplete":
            return "faltan cifras. ¿Me repite el número completo?"
        case "invalid":
            return "ese número no parece válido. ¿Me lo repite?"
        case "taken":
            return "ese número ya está a otro nombre. ¿Me da otro?"
        case None:
            return "¿Cuál es su número de teléfono?"


@BOOK.says(ConfirmPhone)
def confirm_phone(m: ConfirmPhone, s: Say) -> str:
    if m.caller_id:
        return f"¿Uso el número desde el que llama, {s.v.phone(m.telefono)}?"
    return f"repito el número: {s.v.phone(m.telefono)}. ¿Es correcto?"


MISSING: dict[BirthPart, str] = {
    "all": "¿Me dice día, mes y año?",
    "day": "¿Me dice también el día y el mes?",
    "year": "¿Me dice también el año?",
}


@BOOK.says(AskBirth)
def ask_birth(m: AskBirth, s: Say) -> str:
    if m.missing and not m.again:
        return MISSING[m.missing]
    if m.again:
        return "no he entendido la fecha: ¿me la repite, o prefiere no decirla?"
    return "la fecha de nacimiento es opcional: ¿quiere decírmela?"


@BOOK.says(AskConsent)
def ask_consent(m: AskConsent, s: Say) -> str:
    if m.again:
        return "necesito un sí o un no: ¿acepta el tratamiento de sus datos?"
    return "para registrarle, ¿acepta el tratamiento de sus datos según el RGPD?"


@BOOK.says(Registered)
def registered(m: Registered, s: Say) -> str:
    return f"gracias {m.nome}, ya tiene su ficha de cliente:"


@BOOK.says(ConsentRefused)
def consent_refused(m: ConsentRefused, s: Say) -> str:
    return "de acuerdo, no registro nada."


WHY: dict[About, str] = {
    "nome": "el nombre es para la cita.",
    "registrazione": "para reservar solo hacen falta nombre y teléfono.",
    "telefono": "el número sirve para avisarle de sus citas.",
    "data_nascita": "sirve para distinguirle de quien tiene el mismo nombre.",
    "consenso": "el nombre y el teléfono sirven para gestionar las citas.",
    "omonimi": "así no le confundo con otra persona.",
    "prova": "así nadie más puede tocar sus citas.",
}


WHY_AGAIN: dict[About, str] = {
    "nome": "sin un nombre no puedo reservar.",
    "registrazione": "sin ficha no puedo reservar.",
    "telefono": "sin número no puedo registrarle, vale también un fijo.",
    "data_nascita": "también puede no decirla.",
    "consenso": "sin consentimiento no guardo nada.",
    "omonimi": "lo necesito para encontrar su ficha.",
    "prova": "sin confirmación no puedo tocar las citas.",
}


@BOOK.says(WhyAsked)
def why_asked(m: WhyAsked, s: Say) -> str:
    return (WHY_AGAIN if m.again else WHY)[m.about]


@BOOK.says(ProofRefused)
def proof_refused(m: ProofRefused, s: Say) -> str:
    return "de acuerdo, pero sin eso no puedo leerle sus citas." if m.reads else "de acuerdo, sin eso las citas quedan como están."


@BOOK.says(MissedBefore)
def missed_before(m: MissedBefore, s: Say) -> str:
    return "disculpe, se me ha escapado."
