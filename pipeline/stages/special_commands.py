"""Words that stand above every flow: emergency, goodbye, a person, help, repeat, back, give up (specification 3.1).

First of the DECIDE stages. Resolved by state: with a recap open "annulla" drops the proposal, with a flow open it resets, otherwise
it is the wish to cancel an appointment and belongs to the intent stage.
"""

from dataclasses import replace

from pipeline.flows.ending import close, drop
from pipeline.flows.handoff import ask_for_person, offer_person
from pipeline.flows.memo import note
from pipeline.flows.requests import asks, remaining
from pipeline.italian.changes import mistaken, only_a_moment, undone
from pipeline.italian.followups import takes_leave_agreeing, takes_leave_greeting
from pipeline.italian.others import PETS, is_relative, relative_in
from pipeline.italian.pauses import asks_to_wait, is_back
from pipeline.italian.personal import new_contact
from pipeline.italian.words import fold, tokenize
from pipeline.knowledge.links import is_masked
from pipeline.model.meanings import (
    Acknowledged,
    AskWhatToChange,
    AskWish,
    Emergency,
    Goodbye,
    Helped,
    OffTopic,
    Repeated,
)
from pipeline.model.parse import Step
from pipeline.model.session import When
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.stages.understanding import understanding

MEDICAL = frozenset({"medico", "dentista", "clinica", "poliambulatorio"})


def special_commands(turn: Turn, world: World) -> Turn:
    """Settled by a command or by a word that no flow may overhear; untouched otherwise."""
    parse = turn.parse
    if "emergency" in parse.flags and _is_of_an_animal(turn):
        return ask_for_person(turn, "emergency")
    if "emergency" in parse.flags and turn.settings.settore in MEDICAL:
        return _kept(turn, Emergency())
    if turn.dialogue.flow is None and parse.telefono is None and new_contact(parse.text):
        # A telephone tells clients apart: it is never changed by who only says a name.
        return offer_person(replace(turn, understood=True), "contacts")
    paused = _paused(turn)
    if paused is not None:
        return paused
    if (parse.command == "umano" or parse.intent == "operatore") and parse.confidence >= PERHAPS:
        return ask_for_person(turn, "asked")
    if parse.command == "ripeti":
        return _repeated(turn, world)
    if parse.command == "aiuto":
        return _kept(turn, Helped(turn.dialogue.step, turn.dialogue.flow))
    if parse.command == "indietro" and turn.dialogue.flow is not None:
        return back(turn)
    if turn.dialogue.step not in _DECIDING and only_a_moment(turn.parse.text):
        return replace(turn.saying(Acknowledged("ok")), understood=True)
    return drop(turn) if _gives_up(turn) or _takes_back(turn) else _leaving(turn)


def _is_of_an_animal(turn: Turn) -> bool:
    """ "Il cane è stato investito": no ambulance comes for it; somebody of the practice must know at once."""
    treated = {word for service in turn.lexicon.services for word in fold(service.nome).split()} & PETS
    ours = turn.settings.settore.startswith("veterinar") or bool(treated)
    person = any(is_relative(word.norm) and word.norm not in PETS for word in tokenize(turn.parse.text))
    named = any(word.norm in PETS for word in tokenize(turn.parse.text))
    return ours and not person and (named or turn.settings.settore not in MEDICAL)


def _repeated(turn: Turn, world: World) -> Turn:
    """The last answer once more; where nothing was said yet, the question that opens a call."""
    said = turn.dialogue.said
    if said is None:
        return replace(turn.asking("ascolto", AskWish()), understood=True) if turn.dialogue.flow is None else turn
    if is_masked(said.text) and turn.session.history:
        # A link is kept without its token: the question is answered anew, with the same link while it is valid.
        asked = replace(turn, ask=replace(turn.ask, text=turn.session.history[-1].user))
        return replace(turn, parse=understanding(asked, world).parse)
    return replace(turn.saying(Repeated(said.text, said.speech)), settled=True, understood=True)


def _takes_back(turn: Turn) -> bool:
    """ "Annulla" with a request open, or "lasciamo perdere" with none."""
    if turn.parse.command != "annulla":
        return False
    if relative_in(turn.parse.text) in {visit.per_altri for visit in turn.dialogue.later if visit.per_altri}:
        return False  # "lasci stare mio figlio": the other visit is wanted
    if turn.dialogue.flow is not None:
        return not _renews(turn)
    return turn.dialogue.uncertain is None and not asks(turn.parse)


PERHAPS = 0.5
"""Below it a wish for a person is a guess (specification 2.3): nobody is called for it."""
OPEN_QUESTIONS = frozenset({"cliente", "cognome", "servizi", "data", "ora", "operatore"})
"""Questions that no yes or no answers: a polite no there turns down the whole request."""


def _gives_up(turn: Turn) -> bool:
    """ "No, niente, grazie" where a name or a day was asked."""
    parse = turn.parse
    nothing = any(word.norm in ("niente", "nulla", "idea") for word in tokenize(parse.text))
    thanks = "thanks" in parse.flags
    # A no to the recap may mean one word of it; "no, niente, grazie" means all.
    refuses = (thanks or nothing) if turn.dialogue.step in OPEN_QUESTIONS else (thanks and nothing and turn.dialogue.step == "conferma")
    return turn.dialogue.flow is not None and parse.intent == "nega" and refuses and not _renews(turn)


_DECIDING = frozenset({"conferma", "altro", "ascolto", "chiusa", "consenso", "registrazione", "telefono_conferma"})
"""Where "no, aspetti" may be a no."""


def _paused(turn: Turn) -> Turn | None:
    """A moment is given; "sì, eccomi" after it agrees to nothing: the open question is asked again."""
    parse = turn.parse
    if _pauses(turn):
        return replace(turn.saying(Acknowledged("wait")), settled=True, understood=True)
    if is_back(parse.text) and turn.dialogue.flow is not None:
        return replace(turn, parse=replace(parse, intent=None, yes_no=None, requests=()), understood=True)
    return None


def _pauses(turn: Turn) -> bool:
    """Whether a moment is asked for and nothing else is said: no question is answered by it, and none is misunderstood."""
    parse = turn.parse
    if parse.command is not None or parse.intent not in (None, "nega", "conferma", "saluto") or not asks_to_wait(parse.text):
        return False
    if mistaken(parse.text) is not None:
        return False  # "No aspetti, ho sbagliato ora"
    if (turn.dialogue.undo is not None and undone(parse.text)) or (
        parse.shift is not None and (parse.shift.later is not None or parse.shift.days is not None)
    ):
        return False  # "No aspetti, la rimetta com'era", "aspetti, un'ora dopo", "aspetti, due settimane"
    said = (parse.date, parse.time, parse.date_interval, parse.time_interval, parse.services, parse.services_ambiguous, parse.operators)
    also = (parse.name, parse.telefono, parse.phone_problem, parse.birth, parse.ordinal, parse.earliest, parse.notes, parse.correction)
    return not any((*said, *also))


def _renews(turn: Turn) -> bool:
    """ "Niente, meglio venerdì" is a correction, not the end; nor is "lasciamo stare il taglio" where a colour is wanted as well."""
    parse = turn.parse
    if parse.services_out and turn.dialogue.flow == "prenotazione" and remaining(turn.slots, parse.services_out) is not None:
        return True
    return parse.correction is not None or parse.date is not None or parse.time is not None


def _leaving(turn: Turn) -> Turn:
    parse = turn.parse
    asks = parse.intent in ("prenotazione", "cancella", "modifica", "waitlist", "info")
    if "abuse" in parse.flags and not asks:
        return _kept(turn, OffTopic("abuse"))
    if "wrong_number" in parse.flags and parse.intent == "fuori_tema":
        return close(turn, OffTopic("wrong_number", turn.settings.nome_attivita))
    if _agrees_leaving(turn):
        said = replace(parse, yes_no=True, intent="conferma", requests=("conferma",))
        return replace(turn, parse=replace(said, date=None, time=None, correction=None))
    if turn.dialogue.step == "conferma" and parse.date is not None:
        return turn  # "ci vediamo giovedì" speaks of the appointment: it is read out once more before anybody hangs up
    goes = "goodbye" in parse.flags or (turn.dialogue.step == "altro" and ("thanks" in parse.flags or _greets_at_the_end(turn)))
    if goes and not asks and parse.yes_no is not True:
        return close(turn, Goodbye(thanks="thanks" in parse.flags))
    return turn


def _greets_at_the_end(turn: Turn) -> bool:
    """ "Ok ciao", "buonasera", when nothing is left to be asked: the words of a greeting take leave then; "pronto?" does not."""
    return turn.parse.intent == "saluto" and turn.dialogue.greeted and takes_leave_greeting(turn.parse.text)


def _agrees_leaving(turn: Turn) -> bool:
    """ "Perfetto, ci vediamo sabato" at the recap: who looks forward to the very day that was read out has agreed to it."""
    parse = turn.parse
    if turn.dialogue.step != "conferma" or turn.dialogue.flow not in ("prenotazione", "modifica") or parse.yes_no is not None:
        return False
    when = turn.slots.nuovo if turn.dialogue.flow == "modifica" else turn.slots.quando
    other = (parse.date is not None and parse.date != when.data) or (parse.time is not None and parse.time != when.ora)
    return not other and not parse.services and not parse.operators and takes_leave_agreeing(parse.text)


def back(turn: Turn) -> Turn:
    """One question back: the last answer is forgotten and asked again; the flow stage asks it."""
    trail = turn.dialogue.trail
    if not trail and turn.dialogue.step != "conferma":
        # At the first question there is nothing to take back: it is asked again.
        return replace(turn.saying(Acknowledged("ok")), understood=True)
    if not trail:
        return note(replace(turn, understood=True), "cambia", "si").asking("conferma", AskWhatToChange())
    step = trail[-1]
    turn = turn.with_dialogue(trail=trail[:-1], step=step, options=(), refused_slots=())
    return replace(_forget(turn, step).saying(Acknowledged("ok")), understood=True, changed=("indietro",))


def _forget(turn: Turn, step: Step) -> Turn:
    when_name = "nuovo" if turn.dialogue.flow == "modifica" else "quando"
    when: When = getattr(turn.slots, when_name)
    match step:
        case "servizi":
            return turn.with_slots(servizi=(), servizi_in_dubbio=(), nuovi_servizi=())
        case "data":
            return turn.with_slots(**{when_name: When()})
        case "ora" | "alternative":
            return turn.with_slots(**{when_name: replace(when, ora=None, da_ora=None, a_ora=None)})
        case "operatore":
            return turn.with_slots(operatori_in_ordine=(), operatore_id=None, operatore_qualsiasi=False)
        case "cliente" | "cognome":
            return turn.with_slots(cliente_id=None, nome=None, cognome=None).with_dialogue(proof="none")
        case "telefono":
            return turn.with_slots(telefono=None)
        case _:
            return turn


def _kept(turn: Turn, meaning: Emergency | Helped | OffTopic) -> Turn:
    """Said without losing the open question, which returns."""
    turn = replace(turn.saying(meaning), understood=True)
    if turn.dialogue.flow is None:
        return turn.asking("ascolto" if turn.dialogue.step != "altro" else "altro", AskWish())
    return turn
