"""Italian words for who calls: opening, identification, registration."""

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
from pipeline.phrases.italian.book import BOOK
from pipeline.phrases.voice import Say


@BOOK.says(Greeted)
def greeted(m: Greeted, s: Say) -> str:
    hello = "buongiorno" if 5 <= m.hour < 12 else "buon pomeriggio" if 12 <= m.hour < 18 else "buonasera"
    if m.answered:
        return f"{hello}."
    if m.brief:
        return f"{hello}, sono l'assistente vocale automatica:"
    if m.custom and m.custom.strip():
        return _own(m.custom.strip(), s)
    return f"{hello}, sono Paola, l'assistente vocale automatica di {m.business}. Come posso {s.y('aiutarla', 'aiutarti')}?"


def _own(custom: str, s: Say) -> str:
    """The greeting of the business; that a machine speaks is always said, and its question, if it asks one, comes last."""
    if custom.endswith("?"):
        return f"sono l'assistente vocale automatica. {custom}"
    ended = custom if custom.endswith((".", "!")) else f"{custom.rstrip(',;:')}."
    return f"{ended} Sono l'assistente vocale automatica, come posso {s.y('aiutarla', 'aiutarti')}?"


@BOOK.says(AskMore)
def ask_more(m: AskMore, s: Say) -> str:
    return f"posso fare altro per {s.y('Lei', 'te')}?"


@BOOK.says(AskWish)
def ask_wish(m: AskWish, s: Say) -> str:
    return f"come posso {s.y('aiutarla', 'aiutarti')}?"


@BOOK.says(Goodbye)
def goodbye(m: Goodbye, s: Say) -> str:
    return f"grazie a {s.y('Lei, arrivederci', 'te, ciao')}!" if m.thanks else s.y("grazie, arrivederci!", "grazie, ciao!")


@BOOK.says(AskName)
def ask_name(m: AskName, s: Say) -> str:
    if m.first_only:
        return s.y("mi dice anche il nome, per favore?", "mi dici anche il nome?")
    if m.whose:
        return "a che nome e cognome è l'appuntamento?"
    return s.y("mi dice nome e cognome, per favore?", "mi dici nome e cognome?")


@BOOK.says(AskSurname)
def ask_surname(m: AskSurname, s: Say) -> str:
    who = f" {m.nome}" if m.nome else ""
    return s.y(f"grazie{who}, mi dice anche il cognome?", f"grazie{who}, mi dici anche il cognome?")


@BOOK.says(AskWhichClient)
def ask_which_client(m: AskWhichClient, s: Say) -> str:
    shown = "; ".join(_hint(hint, s) for hint in m.hints)
    ask = s.y(
        "mi dice la Sua data di nascita o le ultime cifre del telefono?", "mi dici la tua data di nascita o le ultime cifre del telefono?"
    )
    first = (
        s.vary(m.tries - 1, "non riesco a distinguere", "ancora non distinguo")
        if m.again
        else f"ho trovato più persone con il nome {m.hints[0].nome}"
    )
    return f"{first}: {shown}. {ask}"


def _hint(hint: ClientHint, s: Say) -> str:
    known = [f"classe {s.v.year(hint.year)}"] if hint.year else []
    known += [f"telefono che finisce con {s.v.phone(hint.digits)}"] if hint.digits else []
    rank = f"{s.v.ordinal(hint.n)}," if s.ear else f"{hint.n}."
    return f"{rank} {', '.join(known)}" if known else f"{rank} {hint.nome}"


@BOOK.says(AskSamePerson)
def ask_same_person(m: AskSamePerson, s: Say) -> str:
    return s.y(f"parlo con {m.nome}?", f"sei {m.nome}?")


@BOOK.says(AskProof)
def ask_proof(m: AskProof, s: Say) -> str:
    tell = s.y("mi dice", "mi dici")
    if m.again and m.tries > 1:
        return f"neanche questo coincide: {tell} {_other_way(m, s)}?"
    if m.again:
        return f"non coincide: {tell} {_wanted(m, s)}?"
    if m.plain:
        return s.vary(m.tries, f"{tell} {_wanted(m, s)}?", f"per favore, {tell} {_wanted(m, s)}?")
    if m.wanted in ("day", "digits"):
        return f"grazie, per sicurezza {tell} anche {_wanted(m, s)}?"
    your, own = (s.y("Sua ", "tua "), s.y("Suo ", "tuo ")) if m.of is None else ("", "")
    whose = f" di {m.of}" if m.of else ""
    first = {
        "birth": f"la {your}data di nascita{whose}",
        "code": "il codice della prenotazione",
        "phone": f"le ultime quattro cifre del {own}telefono{whose}",
        "both": f"la {your}data di nascita{whose} o le ultime quattro cifre del {own}telefono",
    }
    return f"per sicurezza, {tell} {first[m.wanted]}?"


def _wanted(m: AskProof, s: Say) -> str:
    match m.wanted:
        case "phone" | "digits":
            return "le ultime quattro cifre del telefono"
        case "birth" | "day":
            return "giorno e mese di nascita"
        case "code":
            return "il codice della prenotazione"
        case "both":
            return "giorno e mese di nascita, o le ultime quattro cifre del telefono"


def _other_way(m: AskProof, s: Say) -> str:
    own = s.y("Suo", "tuo")
    match m.wanted:
        case "phone":
            return f"come finisce il {own} numero"
        case "birth":
            return "la data di nascita"
        case "code":
            return "il codice della prenotazione"
        case _:
            return f"la data di nascita o come finisce il {own} numero"


@BOOK.says(AskRegister)
def ask_register(m: AskRegister, s: Say) -> str:
    if m.again:
        return s.y("vuole che La registri tra i nostri clienti?", "vuoi che ti registri tra i nostri clienti?")
    return s.y(f"non trovo {m.nome} tra i clienti. Vuole registrarsi?", f"non trovo {m.nome} tra i clienti. Vuoi registrarti?")


@BOOK.says(ClientNotFound)
def client_not_found(m: ClientNotFound, s: Say) -> str:
    return f"non trovo nessuno con il nome {m.nome}. {s.y('Mi ripete', 'Mi ripeti')} nome e cognome?"


@BOOK.says(AskPhone)
def ask_phone(m: AskPhone, s: Say) -> str:
    match m.problem:
        case "incomplete":
            return s.y("mancano delle cifre. Mi ripete il numero per intero?", "mancano delle cifre. Mi ripeti il numero per intero?")
        case "invalid":
            return s.y("questo numero non mi risulta valido. Me lo ripete?", "questo numero non mi risulta valido. Me lo ripeti?")
        case "taken":
            return s.y(
                "questo numero è già legato a un altro nome. Me ne dà un altro?",
                "questo numero è già legato a un altro nome. Me ne dai un altro?",
            )
        case None:
            return s.y("qual è il Suo numero di telefono?", "qual è il tuo numero di telefono?")


@BOOK.says(ConfirmPhone)
def confirm_phone(m: ConfirmPhone, s: Say) -> str:
    if m.caller_id:
        return s.y(f"uso il numero da cui chiama, {s.v.phone(m.telefono)}?", f"uso il numero da cui chiami, {s.v.phone(m.telefono)}?")
    return f"ripeto il numero: {s.v.phone(m.telefono)}. È corretto?"


@BOOK.says(AskBirth)
def ask_birth(m: AskBirth, s: Say) -> str:
    if m.missing and not m.again:
        tell = s.y("mi dice", "mi dici")
        return {"all": f"{tell} giorno, mese e anno?", "day": f"{tell} anche giorno e mese?", "year": f"{tell} anche l'anno?"}[m.missing]
    if m.again:
        return s.y(
            "non ho capito la data: me la ripete, oppure preferisce non dirla?",
            "non ho capito la data: me la ripeti, oppure preferisci non dirla?",
        )
    return s.y("la data di nascita è facoltativa: vuole dirmela?", "la data di nascita è facoltativa: vuoi dirmela?")


@BOOK.says(AskConsent)
def ask_consent(m: AskConsent, s: Say) -> str:
    if m.again:
        return s.y(
            "mi serve un sì o un no: acconsente al trattamento dei dati?", "mi serve un sì o un no: acconsenti al trattamento dei dati?"
        )
    if m.text:
        return m.text if m.text.rstrip().endswith("?") else f"{m.text.rstrip(' .')}. {s.y('Acconsente', 'Acconsenti')}?"
    return s.y(
        "per la registrazione, acconsente al trattamento dei Suoi dati secondo il GDPR?",
        "per la registrazione, acconsenti al trattamento dei tuoi dati secondo il GDPR?",
    )


@BOOK.says(Registered)
def registered(m: Registered, s: Say) -> str:
    return s.y(f"grazie {m.nome}, ora è tra i nostri clienti:", f"grazie {m.nome}, ora sei tra i nostri clienti:")


@BOOK.says(ConsentRefused)
def consent_refused(m: ConsentRefused, s: Say) -> str:
    return "va bene, non registro nulla."


@BOOK.says(WhyAsked)
def why_asked(m: WhyAsked, s: Say) -> str:
    if m.again:
        return _why_again(m, s)
    match m.about:
        case "nome":
            return s.y("il nome serve a intestarLe l'appuntamento.", "il nome serve a intestarti l'appuntamento.")
        case "registrazione":
            return "per prenotare servono soltanto nome e telefono."
        case "telefono":
            return s.y("il numero serve ad avvisarLa degli appuntamenti.", "il numero serve ad avvisarti degli appuntamenti.")
        case "data_nascita":
            return s.y("serve a distinguerLa da chi ha lo stesso nome.", "serve a distinguerti da chi ha lo stesso nome.")
        case "consenso":
            return "nome e telefono servono a gestire gli appuntamenti."
        case "omonimi":
            return s.y("così non La scambio con un'altra persona.", "così non ti scambio con un'altra persona.")
        case "prova":
            return s.y("così nessun altro tocca i Suoi appuntamenti.", "così nessun altro tocca i tuoi appuntamenti.")


def _why_again(m: WhyAsked, s: Say) -> str:
    match m.about:
        case "nome":
            return "senza un nome non posso prenotare."
        case "registrazione":
            return "senza registrazione non posso prenotare."
        case "telefono":
            return s.y(
                "senza numero non posso registrarLa, va bene anche un fisso.", "senza numero non posso registrarti, va bene anche un fisso."
            )
        case "data_nascita":
            return s.y("può anche non dirla.", "puoi anche non dirla.")
        case "consenso":
            return "senza consenso non registro nulla."
        case "omonimi":
            return s.y("mi serve per trovare la Sua scheda.", "mi serve per trovare la tua scheda.")
        case "prova":
            return "senza conferma non posso toccare gli appuntamenti."


@BOOK.says(ProofRefused)
def proof_refused(m: ProofRefused, s: Say) -> str:
    if m.reads:
        return s.y(
            "va bene, ma senza conferma non posso leggerLe gli appuntamenti.",
            "va bene, ma senza conferma non posso leggerti gli appuntamenti.",
        )
    return "va bene, senza conferma gli appuntamenti restano come sono."


@BOOK.says(MissedBefore)
def missed_before(m: MissedBefore, s: Say) -> str:
    return s.y("mi scusi, mi è sfuggito.", "scusa, mi è sfuggito.")
