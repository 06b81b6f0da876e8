"""What callers say to a question about themselves that is no answer: why it is asked, that they will not say, that they have said so.

Called by `pipeline.stages.answers` before the reader of the open question. A reason is given and the question returns; who will not
say goes on without it where that can be, and otherwise leaves politely or with a person; nobody is told that something "does not match".
"""

from dataclasses import replace

from pipeline.flows.handoff import offer_person
from pipeline.flows.memo import note, noted
from pipeline.flows.outcome import onward
from pipeline.flows.requests import asks
from pipeline.model.meanings import ClientNotFound, MissedBefore, ProofRefused, WhyAsked
from pipeline.model.meanings.people import About
from pipeline.model.parse import Flag, Step
from pipeline.model.turn import Turn
from pipeline.ports import World

ABOUT: dict[Step, About] = {
    "cliente": "nome",
    "cognome": "nome",
    "registrazione": "registrazione",
    "telefono": "telefono",
    "telefono_conferma": "telefono",
    "data_nascita": "data_nascita",
    "consenso": "consenso",
    "disambiguazione": "omonimi",
}
ASIDES: tuple[Flag, ...] = ("asks_why", "told_already", "known_client", "unwilling")
MOST_ASIDES = 3
"""Asides about one question before a person is offered."""


def aside(turn: Turn) -> Turn:
    """The turn with the aside answered; settled where the question is not asked again, untouched where there is none."""
    step = turn.dialogue.step
    said = next((flag for flag in ASIDES if flag in turn.parse.flags), None)
    if said is None or step not in ABOUT:
        return turn
    match said:
        case "asks_why":
            return _reasoned(turn)
        case "told_already":
            return _counted(turn.saying(MissedBefore()))
        case "known_client":
            return _known(turn)
        case _:
            return unwilling(turn)


def name_asked(turn: Turn, world: World) -> Turn:
    """ "No grazie" where a name is asked is a wish not to say it."""
    parse = turn.parse
    refuses = parse.yes_no is False and parse.name is None and not asks(parse) and parse.intent != "info"
    return unwilling(turn) if refuses else turn


def proof_refused(turn: Turn) -> Turn:
    """Who will not prove who he is keeps his appointments as they are; the call goes on."""
    return onward(replace(turn.saying(ProofRefused(turn.dialogue.flow == "info")), understood=True))


def _about(turn: Turn) -> About:
    proving = turn.dialogue.step == "disambiguazione" and turn.slots.cliente_id is not None
    return "prova" if proving else ABOUT[turn.dialogue.step]


def _counted(turn: Turn) -> Turn:
    """The same question once more; who gets no further with it is offered a person."""
    tries = turn.dialogue.tries + 1
    turn = replace(turn.with_dialogue(tries=tries), understood=True)
    return offer_person(turn, _reason(turn)) if tries >= MOST_ASIDES else turn


def _reason(turn: Turn) -> str:
    return "telephone" if turn.dialogue.step in ("telefono", "telefono_conferma") else "identity"


def _known(turn: Turn) -> Turn:
    """ "Ma sono già cliente": the name was not heard right, so it is asked again; the second time a person can look."""
    if turn.dialogue.step not in ("registrazione", "telefono", "telefono_conferma", "data_nascita", "consenso"):
        return _counted(turn)
    name = f"{turn.slots.nome} {turn.slots.cognome}"
    turn = replace(turn, understood=True)
    if noted(turn, "gia_cliente") is not None:
        return offer_person(turn, "identity")
    turn = note(note(turn, "gia_cliente", "si"), "registra", None)
    return turn.with_slots(nome=None, cognome=None).asking("cliente", ClientNotFound(name))


def unwilling(turn: Turn) -> Turn:
    """Who will not or cannot say is told what it is for; the second time a person is offered."""
    step = turn.dialogue.step
    if step == "disambiguazione" and turn.slots.cliente_id is not None:
        return proof_refused(turn)
    if step in ("data_nascita", "consenso", "registrazione"):
        return turn  # a plain no to a question that takes one
    if noted(turn, "non_dice") == step:
        return offer_person(replace(turn, understood=True), _reason(turn))
    return _reasoned(note(turn, "non_dice", step))


def _reasoned(turn: Turn) -> Turn:
    """The reason for the question; the second time, what cannot be done without an answer."""
    step = turn.dialogue.step
    turn = turn.saying(WhyAsked(_about(turn), noted(turn, "perche") == step))
    return replace(note(turn, "perche", step), understood=True)
