"""Portuguese words for who calls: opening, identification, registration."""

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
from pipeline.phrases.portuguese.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(Greeted)
def greeted(m: Greeted, s: Say) -> str:
    hello = "bom dia" if 5 <= m.hour < 12 else "boa tarde" if 12 <= m.hour < 19 else "boa noite"
    if m.answered:
        return f"{hello}."
    if m.brief:
        return f"{hello}, fala a assistente de voz automática:"
    return f"{hello}, sou a Paola, a assistente de voz automática de {m.business}. Como posso ajudar?"


@BOOK.says(AskMore)
def ask_more(m: AskMore, s: Say) -> str:
    return "posso ajudar em mais alguma coisa?"


@BOOK.says(AskWish)
def ask_wish(m: AskWish, s: Say) -> str:
    return "como posso ajudar?"


@BOOK.says(Goodbye)
def goodbye(m: Goodbye, s: Say) -> str:
    return "nós é que agradecemos, até breve!" if m.thanks else "agradecemos a sua chamada, até breve!"


@BOOK.says(AskName)
def ask_name(m: AskName, s: Say) -> str:
    if m.whose and not m.first_only:
        return "em que primeiro e último nome está a marcação?"
    return "pode dizer-me também o primeiro nome?" if m.first_only else "pode dizer-me o primeiro e o último nome?"


@BOOK.says(AskSurname)
def ask_surname(m: AskSurname, s: Say) -> str:
    return f"certo, {m.nome}, e qual é o último nome?" if m.nome else "qual é o seu último nome?"


@BOOK.says(AskWhichClient)
def ask_which_client(m: AskWhichClient, s: Say) -> str:
    shown = "; ".join(_hint(hint, s) for hint in m.hints)
    known = f"há várias pessoas com o nome {m.hints[0].nome}"
    first = s.vary(m.tries - 1, "ainda não consigo distinguir", "continuo sem distinguir") if m.again else known
    return f"{first}: {shown}. Pode dizer-me a data de nascimento ou os últimos números do telefone?"


def _hint(hint: ClientHint, s: Say) -> str:
    known = [f"nascimento em {s.v.year(hint.year)}"] if hint.year else []
    known += [f"telefone que termina em {s.v.phone(hint.digits)}"] if hint.digits else []
    rank = f"{s.v.ordinal(hint.n)}," if s.ear else f"{hint.n}."
    return f"{rank} {', '.join(known)}" if known else f"{rank} {hint.nome}"


@BOOK.says(AskSamePerson)
def ask_same_person(m: AskSamePerson, s: Say) -> str:
    return f"estou a falar com {m.nome}?"


WANTED: dict[Wanted, str] = {
    "both": "o dia e o mês de nascimento, ou os últimos quatro números do telefone",
    "birth": "a sua data de nascimento",
    "phone": "o final do telefone, os últimos quatro números",
    "day": "o dia e o mês de nascimento",
    "digits": "o final do telefone, os últimos quatro números",
    "code": "o código da marcação",
}


@BOOK.says(AskProof)
def ask_proof(m: AskProof, s: Say) -> str:
    wanted = WANTED[m.wanted]
    if m.again:
        return f"também não coincide: qual é {wanted}?" if m.tries > 1 else f"não coincide: qual é {wanted}?"
    if m.plain:
        return s.vary(m.tries, f"qual é {wanted}?", f"por favor, qual é {wanted}?")
    if m.wanted in ("day", "digits"):
        return f"obrigada, por segurança, qual é {wanted}?"
    return f"por segurança, qual é {wanted}?"


@BOOK.says(AskRegister)
def ask_register(m: AskRegister, s: Say) -> str:
    if m.again:
        return "quer que abra uma ficha de cliente?"
    return f"não encontro {m.nome} entre os clientes. Quer que abra uma ficha?"


@BOOK.says(ClientNotFound)
def client_not_found(m: ClientNotFound, s: Say) -> str:
    return f"não encontro ninguém com o nome {m.nome}. Pode repetir o primeiro e o último nome?"


@BOOK.says(AskPhone)
def ask_phone(m: AskPhone, s: Say) -> str:
    match m.problem:
        case "incomplete":
            return "faltam algarismos. Pode repetir o número completo?"
        case "invalid":
            return "esse número não parece válido. Pode repeti-lo?"
        case "taken":
            return "esse número já está em outro nome. Pode dar-me outro?"
        case None:
            return "qual é o seu número de telefone?"


@BOOK.says(ConfirmPhone)
def confirm_phone(m: ConfirmPhone, s: Say) -> str:
    if m.caller_id:
        return f"uso o número de onde está a ligar, {s.v.phone(m.telefono)}?"
    return f"repito o número: {s.v.phone(m.telefono)}. Está certo?"


MISSING: dict[BirthPart, str] = {
    "all": "qual é o dia, o mês e o ano?",
    "day": "e o dia e o mês?",
    "year": "e o ano?",
}


@BOOK.says(AskBirth)
def ask_birth(m: AskBirth, s: Say) -> str:
    if m.missing and not m.again:
        return MISSING[m.missing]
    if m.again:
        return "não percebi a data: pode repetir, ou prefere não dizer?"
    return "a data de nascimento é opcional: quer dizer-me qual é?"


@BOOK.says(AskConsent)
def ask_consent(m: AskConsent, s: Say) -> str:
    if m.again:
        return "preciso de um sim ou de um não: aceita o tratamento dos seus dados?"
    return "para abrir a ficha, aceita o tratamento dos seus dados segundo o RGPD?"


@BOOK.says(Registered)
def registered(m: Registered, s: Say) -> str:
    return f"certo, {m.nome}, a sua ficha de cliente está aberta:"


@BOOK.says(ConsentRefused)
def consent_refused(m: ConsentRefused, s: Say) -> str:
    return "está bem, não registo nada."


WHY: dict[About, str] = {
    "nome": "o nome é para a marcação.",
    "registrazione": "para marcar preciso só de nome e telefone.",
    "telefono": "o número serve para avisos sobre as marcações.",
    "data_nascita": "serve para o distinguir de quem tem o mesmo nome.",
    "consenso": "o nome e o telefone servem para gerir as marcações.",
    "omonimi": "assim não o confundo com outra pessoa.",
    "prova": "assim mais ninguém pode tocar nas suas marcações.",
}


WHY_AGAIN: dict[About, str] = {
    "nome": "sem um nome não posso marcar.",
    "registrazione": "sem registo não posso marcar.",
    "telefono": "sem número não posso fazer o registo, pode ser um fixo.",
    "data_nascita": "também pode não dizer.",
    "consenso": "sem consentimento não guardo nada.",
    "omonimi": "preciso disso para encontrar a sua ficha.",
    "prova": "sem confirmação não posso mexer nas marcações.",
}


@BOOK.says(WhyAsked)
def why_asked(m: WhyAsked, s: Say) -> str:
    return (WHY_AGAIN if m.again else WHY)[m.about]


@BOOK.says(ProofRefused)
def proof_refused(m: ProofRefused, s: Say) -> str:
    return "está bem, mas sem isso não posso ler as marcações." if m.reads else "está bem, sem isso as marcações ficam como estão."


@BOOK.says(MissedBefore)
def missed_before(m: MissedBefore, s: Say) -> str:
    return "desculpe, escapou-me."
