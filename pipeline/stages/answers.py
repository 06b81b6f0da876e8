"""The open question's answer: what fills it is an answer before it is a new request.

One of the DECIDE stages. ANSWERS has one reader a step; a reader returns the turn with `understood` set when the utterance
answered its question, and untouched when it did not (it may still be a correction, a digression or a new request).
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.flows.choosing import pointed_at
from pipeline.flows.ending import close
from pipeline.flows.handoff import ask_for_person, declined, left_open
from pipeline.flows.looking import beside_the_proposed
from pipeline.flows.memo import note, noted
from pipeline.flows.outcome import onward
from pipeline.flows.own import reconsidered, undone
from pipeline.flows.replies_aside import aside, name_asked
from pipeline.flows.replies_choice import alternative, another_one, appointment, operator, service
from pipeline.flows.replies_registration import birth, consent, phone, phone_read_back, registration
from pipeline.flows.replies_when import day, hour
from pipeline.flows.replies_who import which_person
from pipeline.flows.requests import and_then, asks, begin, brings_news, goes_on, spoken_of, with_news
from pipeline.flows.waiting import accepted
from pipeline.italian.changes import alone, holds_on, mistaken, part_named, takes_out, wants_nothing
from pipeline.italian.followups import asks_what_was_said
from pipeline.italian.parse import parse as read
from pipeline.italian.proposals import not_to_be_booked
from pipeline.italian.words import fold, tokenize
from pipeline.model.meanings import AskName, AskOperator, AskOtherTime, AskWhatToChange, AskWish, Dropped, Goodbye
from pipeline.model.parse import Intent
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn
from pipeline.model.writes import ReleaseHold
from pipeline.ports import World
from pipeline.stages.understanding import context

STANDING = re.compile(r"\bl ?'? ?appuntamento d|\blappuntamento d|\bmio appuntamento")
"""The appointment, not an appointment: one that stands already."""

Reader = Callable[[Turn, World], Turn]


def answers(turn: Turn, world: World) -> Turn:
    """The turn with the open question answered, as far as this utterance does."""
    wrong = mistaken(turn.parse.text) if turn.dialogue.flow in ("prenotazione", "modifica") and not brings_news(turn) else None
    if wrong is not None and turn.dialogue.step not in ("conferma", "data_nascita"):
        return _named(turn, wrong)  # "mi sono sbagliata di giorno", where the hour is asked: the day is asked again
    reader = ANSWERS.get(turn.dialogue.step)
    if reader is None or turn.parse.command in ("aiuto", "ripeti"):
        return aside(turn)
    if "not_me" in turn.parse.flags:
        return replace(turn, understood=True)  # "non sono Anna" answers nothing about the visit: who calls comes first
    turned = aside(turn)
    answered = turned is turn or turn.parse.yes_no is True  # "sì, ma perché?" is both
    return reader(turned, world) if answered else turned


def confirmation(turn: Turn, world: World) -> Turn:
    """Yes to the recap, no to it, or a change; also the answer to "Ho capito che vuole ...?"."""
    if turn.dialogue.uncertain is not None:
        return _uncertain(turn)
    parse = turn.parse
    if noted(turn, "cambia") == "si":
        return _change(turn)
    standing = _standing_one(turn, world)
    if standing is not None:
        return standing
    beside = and_then(turn) or beside_the_proposed(turn)
    if beside is not None:
        return beside
    if brings_news(turn) or _another_request(turn) or _fewer(turn) or (parse.ordinal is not None and turn.dialogue.options):
        return another_one(turn, world)
    if parse.yes_no is True and parse.intent not in ("info", "cancella", "modifica", "prenotazione", "waitlist"):
        return replace(turn, agreed=True, understood=True)
    if parse.intent == "info" and parse.asides:
        return turn  # "No, aspetti, quanto dura?": answered, and the recap returns
    if parse.yes_no is False or parse.intent == "nega" or _finds_a_fault(turn):
        return _refused(turn)
    if parse.intent == "modifica":
        return _named(turn, part_named(parse.text))
    return replace(turn, understood=True) if parse.intent is None and asks_what_was_said(parse.text) else turn


def _finds_a_fault(turn: Turn) -> bool:
    """ "Tutto bene tranne l'ora", "il giorno sì, l'ora no": a part of the proposal is wrong."""
    parse = turn.parse
    neither = parse.yes_no is None and parse.intent is None and turn.dialogue.flow in ("prenotazione", "modifica")
    return neither and ("partly" in parse.flags or mistaken(parse.text) is not None)


def _standing_one(turn: Turn, world: World) -> Turn | None:
    """ "No, l'appuntamento di sabato" at the recap of a new one: the visit that stands already was to be changed."""
    parse, slots = turn.parse, turn.slots
    said = parse.yes_no is not True and "cancella" not in asks(parse) and STANDING.search(fold(parse.text)) is not None
    booking = pointed_at(replace(parse, ordinal=None), turn, world) if said and turn.dialogue.flow == "prenotazione" else None
    if booking is None:
        return None
    day = slots.quando.data if slots.quando.data != booking.inizio.date() else None
    at = slots.quando.ora if slots.quando.ora != booking.inizio.time() else None
    kept = Slots(cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome, operatori_in_ordine=slots.operatori_in_ordine)
    kept = replace(kept, appuntamento_id=booking.id, nuovo=When(data=day, ora=at))
    quiet = replace(parse, date=None, time=None, services=(), correction=None)
    return replace(turn.with_dialogue(flow="modifica", slots=kept, memo=(), step="ascolto"), parse=quiet, understood=True)


def _fewer(turn: Turn) -> bool:
    """ "No, solo il taglio", "senza la barba": the no is for the rest, and the stage of slots takes it out."""
    named = turn.parse.services or turn.parse.services_ambiguous
    return bool(named) and turn.dialogue.flow == "prenotazione" and (alone(turn.parse.text) or takes_out(turn.parse.text))


def _another_request(turn: Turn) -> bool:
    """ "Non annullare, solo spostare" at the recap of a cancellation: the intent stage changes the request."""
    flow, wanted = turn.dialogue.flow, set(asks(turn.parse))
    if flow == "modifica":
        return "cancella" in wanted
    return flow in ("cancella", "waitlist") and bool(wanted - {flow})


def _refused(turn: Turn) -> Turn:
    """A bare no: a cancellation or a waiting place is left, a proposal is changed."""
    turn = replace(turn, understood=True)
    part = mistaken(turn.parse.text) or part_named(turn.parse.text)
    proposed = turn.dialogue.flow in ("prenotazione", "modifica") and not not_to_be_booked(turn.parse.text)
    if proposed and noted(turn, "ritardo") is None:
        if part is not None:
            return _named(turn, part)
        return note(turn, "cambia", "si").asking("conferma", AskWhatToChange())
    turn = turn.saying(Dropped(turn.dialogue.flow)).writing(ReleaseHold(turn.session.id))
    return onward(turn)


def _change(turn: Turn) -> Turn:
    """The answer to "Che cosa vuole cambiare?": a part that is named, news, or nothing. A yes to this question confirms no recap."""
    turn = note(turn, "cambia", None)
    part = part_named(turn.parse.text)
    if brings_news(turn):
        return turn
    if part is not None:
        return _named(turn, part)
    if turn.parse.yes_no is False:
        return onward(replace(turn.saying(Dropped(turn.dialogue.flow)).writing(ReleaseHold(turn.session.id)), understood=True))
    return replace(turn, understood=True) if turn.parse.yes_no else turn


def _named(turn: Turn, part: str | None) -> Turn:
    """Only the part that was named is forgotten; the flow asks for it again."""
    name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    when: When = getattr(turn.slots, name)
    turn = replace(turn, understood=part is not None or turn.understood)
    match part:
        case "ora":
            return turn.with_slots(**{name: replace(when, ora=None, candidati=())}).with_dialogue(step="ora")
        case "data":
            return turn.with_slots(**{name: replace(when, data=None, da_data=None, a_data=None, candidati=())}).with_dialogue(step="data")
        case "servizi":
            return turn.with_slots(servizi=(), servizi_in_dubbio=(), nuovi_servizi=()).with_dialogue(step="servizi")
        case "operatore":
            return turn.asking("operatore", AskOperator(tuple(o.nome for o in turn.lexicon.operators)))
        case "nome":
            return turn.with_slots(cliente_id=None, nome=None, cognome=None).asking("cliente", AskName())
        case _:
            return turn


def _uncertain(turn: Turn) -> Turn:
    parse, flow = turn.parse, turn.dialogue.uncertain
    if flow is None:
        return turn
    if parse.yes_no is True and not asks(parse):
        return _meant_it(turn.with_dialogue(uncertain=None), flow)
    told = bool(parse.date or parse.time or parse.services)  # "no, lunedì lavoro: martedì" is a no to the day
    asked = "?" in parse.text  # "e se non mi piace?" is no no
    if parse.yes_no is False and not asked and not told and not asks(parse) and parse.intent != "info" and not parse.asides:
        turn = turn.with_dialogue(uncertain=None, slots=type(turn.slots)(cliente_id=turn.slots.cliente_id))
        if "thanks" in parse.flags:
            return close(turn, Goodbye(thanks=True))
        return replace(turn.asking("ascolto", AskWish()), understood=True)
    doubts = parse.intent == "info" or (parse.intent in (None, "nega") and asked and parse.name is None)
    if doubts and not told and not asks(parse):
        return turn  # answered first; the question about the wish returns
    turn = turn.with_dialogue(uncertain=None, step="ascolto")
    # Who answers the question with a day or a service has taken it for granted.
    granted = parse.intent is None and (brings_news(turn) or parse.name is not None)
    asked = parse.question and parse.date is None and parse.time is None and parse.name is None
    if granted and not asked:
        return begin(turn, (flow,))
    # Nor does a word that nobody here knows ("la Panda") throw away the service that was named before it.
    unheard = parse.intent is None and not parse.question and parse.command is None and bool(spoken_of(turn.slots).servizi)
    return replace(begin(turn, (flow,)), understood=turn.understood) if unheard and flow == "prenotazione" else turn


def _meant_it(turn: Turn, flow: Intent) -> Turn:
    """The request that was in doubt is read once more, now that it is known what it was: every detail finds its place."""
    asked = turn.session.history[-1].user if turn.session.history else ""
    if turn.dialogue.language != "it" or not asked:
        return begin(turn, (flow,))
    known = turn.slots
    turn = turn.with_dialogue(step="ascolto", slots=spoken_of(known))
    meant = read(asked, context(turn))
    turn = begin(turn, asks(meant) if flow in asks(meant) else (flow,))
    meant = with_news(meant, turn.parse)
    return replace(turn, parse=replace(meant, intent=turn.parse.intent, confidence=turn.parse.confidence, yes_no=True, command=None))


def waiting_list(turn: Turn, world: World) -> Turn:
    """The offer of a place on the waiting list: the yes is its confirmation."""
    if brings_news(turn) or turn.parse.intent in ("info", "prenotazione", "cancella"):
        return turn
    if turn.parse.yes_no is True or turn.parse.intent == "waitlist":
        return accepted(turn, world)
    if turn.parse.yes_no is False or "refuse_all" in turn.parse.flags:
        name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
        turn = turn.with_slots(**{name: When()}).with_dialogue(refused_slots=())
        return replace(turn.asking("data", AskOtherTime()), understood=True)
    return turn


def person(turn: Turn, world: World) -> Turn:
    """The offer of a person."""
    if turn.parse.yes_no is True and not asks(turn.parse):
        return ask_for_person(turn, turn.dialogue.handoff_reason or "offered")
    if turn.parse.yes_no is False and not asks(turn.parse):
        return declined(turn)
    return _still_answered(turn, world)


def _still_answered(turn: Turn, world: World) -> Turn:
    """ "La seconda", said to the offer of a person, answers the question that stood open before."""
    step = left_open(turn)
    if step is None:
        return turn
    answered = ANSWERS[step](turn.with_dialogue(step=step), world)
    return note(answered, "aperta", None) if answered.understood or answered.settled else turn


SHORT_NO = 2
"""Words of a no that ends a call before anything was asked; a longer one ("non voglio cancellare") has something to say."""


def something_else(turn: Turn, world: World) -> Turn:
    """ "Posso fare altro?": no ends the call, a bare yes waits for the wish."""
    parse = turn.parse
    changed = reconsidered(turn, world) if not asks(parse) else None
    changed = changed or undone(turn)
    if changed is not None:
        return changed
    if goes_on(turn):
        return begin(turn, ("prenotazione",))
    if asks(parse) or parse.intent in ("info", "operatore", "fuori_tema", "prenotazione", "cancella", "modifica", "waitlist"):
        return turn
    if parse.yes_no is True and parse.question and (parse.services or parse.services_ambiguous):
        # "Ah ok, e il controllo?" agrees to nothing: it asks on.
        return replace(turn, parse=replace(parse, intent=None, yes_no=None, requests=()))
    if parse.yes_no is False or parse.intent == "nega":
        ends = turn.dialogue.step == "altro" or "thanks" in parse.flags or len(tokenize(parse.text)) <= SHORT_NO
        ends = (ends or wants_nothing(parse.text)) and not holds_on(parse.text) and "?" not in parse.text
        return close(turn, Goodbye(thanks="thanks" in parse.flags)) if ends else replace(turn.asking("ascolto", AskWish()), understood=True)
    if parse.yes_no is True or parse.intent == "conferma":
        return _once_more(turn) or replace(turn.asking("ascolto", AskWish()), understood=True)
    return turn


def _once_more(turn: Turn) -> Turn | None:
    """ "Sì, anche l'altro" after a cancellation: the same is wanted of another appointment."""
    also = any(word.norm in ("anche", "pure") for word in tokenize(turn.parse.text))
    if not also or turn.dialogue.last_action != "appuntamento_cancellato":
        return None
    return begin(turn, ("cancella",))


ANSWERS: dict[str, Reader] = {
    "conferma": confirmation,
    "cliente": name_asked,
    "cognome": name_asked,
    "disambiguazione": which_person,
    "registrazione": registration,
    "telefono": phone,
    "telefono_conferma": phone_read_back,
    "data_nascita": birth,
    "consenso": consent,
    "servizi": service,
    "operatore": operator,
    "data": day,
    "ora": hour,
    "alternative": alternative,
    "waitlist": waiting_list,
    "appuntamento": appointment,
    "handoff": person,
    "altro": something_else,
    "ascolto": something_else,
}
