"""Portuguese words of repair, refusal and everything beside the flows. No error prompt is repeated word for word."""

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
from pipeline.phrases.portuguese.book import BOOK
from pipeline.phrases.voice import Say

INTENTS: dict[Intent, str] = {
    "prenotazione": "fazer uma marcação",
    "cancella": "desmarcar uma hora",
    "modifica": "mudar uma marcação",
    "waitlist": "entrar na lista de espera",
    "info": "uma informação",
    "operatore": "falar com uma pessoa",
}


@BOOK.says(NotUnderstood)
def not_understood(m: NotUnderstood, s: Say) -> str:
    alone = m.step in ("ascolto", "altro")
    if m.silence and alone:
        return s.vary(m.count - 1, "não ouvi nada: pode repetir?", "ainda está em linha?", "não consigo ouvir bem: pode falar mais alto?")
    if m.silence:
        return s.vary(m.count - 1, "não ouvi nada:", "não consigo ouvir bem:", "continuo sem ouvir:")
    if alone:
        return s.vary(
            m.count - 1,
            "não percebi bem: pode repetir?",
            "desculpe, pode dizer por outras palavras?",
            "ainda não percebi: quer marcar, mudar ou desmarcar?",
        )
    return s.vary(m.count - 1, "não percebi bem:", "desculpe, ainda não percebi:", "não estou a conseguir perceber:")


@BOOK.says(AskUncertain)
def ask_uncertain(m: AskUncertain, s: Say) -> str:
    if m.answered:
        return f"quer {INTENTS.get(m.intent, 'outra coisa')}?"
    return f"percebi que quer {INTENTS.get(m.intent, 'outra coisa')}. Está certo?"


@BOOK.says(Dropped)
def dropped(m: Dropped, s: Say) -> str:
    match m.flow:
        case "cancella" | "modifica":
            return "está bem, a marcação fica como está."
        case "prenotazione":
            return "está bem, não marco nada."
        case _:
            return "está bem, fica assim."


@BOOK.says(Helped)
def helped(m: Helped, s: Say) -> str:
    if m.flow is None:
        return "posso marcar, mudar ou desmarcar uma hora e dar informações."
    match m.step:
        case "data":
            return "pode dizer um dia, por exemplo sexta-feira, ou o mais cedo possível:"
        case "ora" | "alternative":
            return "pode dizer uma hora, ou de manhã ou à tarde:"
        case "conferma":
            return "pode dizer sim, ou o que deseja mudar:"
        case _:
            return "também pode dizer voltar, repetir, cancelar ou operador:"


@BOOK.says(OfferHandoff)
def offer_handoff(m: OfferHandoff, s: Say) -> str:
    if m.reason in ("not_understood", "frustrated"):
        return "parece um pedido complexo. Prefere falar com uma pessoa?"
    reason = "sem registo não posso marcar. " if m.reason in ("registration", "telephone") else ""
    reason = "não posso mudar os contactos. " if m.reason == "contacts" else reason
    return f"{reason}quer que avise uma pessoa?"


@BOOK.says(HandoffRecorded)
def handoff_recorded(m: HandoffRecorded, s: Say) -> str:
    call = f" (também pode ligar para o {s.v.phone(m.telefono)})" if m.telefono and not s.ear else ""
    return f"passei o seu pedido a uma pessoa{call}."


@BOOK.says(HandoffState)
def handoff_state(m: HandoffState, s: Say) -> str:
    if m.state == "accepted":
        return "um colega aceitou a sua chamada, não desligue, por favor."
    call = f": pode ligar para o {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"neste momento não há ninguém disponível{call}."


@BOOK.says(HandoffDeclined)
def handoff_declined(m: HandoffDeclined, s: Say) -> str:
    return "está bem, continuamos."


@BOOK.says(OffTopic)
def off_topic(m: OffTopic, s: Say) -> str:
    match m.kind:
        case "wrong_number":
            return f"ligou para {m.business or 'outro número'}. Não faz mal, até à próxima!"
        case "clinical":
            return "não posso dar conselhos médicos, mas posso fazer uma marcação."
        case "other_person":
            return "não posso dar informações sobre outras pessoas."
        case "abuse":
            return "lamento, vou tentar ajudar."
        case "attack":
            return "isso não posso fazer."
        case "other_trade":
            return "lamento, não tratamos disso."
        case "chat":
            return "nisso não posso ajudar."


@BOOK.says(Emergency)
def emergency(m: Emergency, s: Say) -> str:
    return "se for uma emergência, ligue já para o 112 ou vá às urgências."


@BOOK.says(DatabaseDown)
def database_down(m: DatabaseDown, s: Say) -> str:
    call = f", pelo {s.v.phone(m.telefono)}" if m.telefono else ""
    return f"não consigo aceder aos dados. Por favor, fale diretamente com a loja{call}."


@BOOK.says(Failed)
def failed(m: Failed, s: Say) -> str:
    return "desculpe, algo não funcionou. Pode repetir?"


@BOOK.says(PeopleUnreadable)
def people_unreadable(m: PeopleUnreadable, s: Say) -> str:
    return "neste momento não posso ler o arquivo de clientes."


@BOOK.says(NeedsModel)
def needs_model(m: NeedsModel, s: Say) -> str:
    return "de momento só posso marcar em italiano: quer que avise uma pessoa?"


@BOOK.says(OutOfHours)
def out_of_hours(m: OutOfHours, s: Say) -> str:
    call = f" Pode ligar para o {s.v.phone(m.telefono)}." if m.telefono else ""
    return f"sou a assistente de voz automática, a esta hora não atendo chamadas.{call}"


@BOOK.says(Acknowledged)
def acknowledged(m: Acknowledged, s: Say) -> str:
    match m.kind:
        case "greeting":
            return "olá,"
        case "thanks":
            return "de nada,"
        case "sorry":
            return "desculpe,"
        case "wait":
            return "esteja à vontade, continuo em linha."
        case "ok":
            return "está bem,"
