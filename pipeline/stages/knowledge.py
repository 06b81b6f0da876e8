"""Questions: answered from what the business knows, in the middle of anything, after which the open question returns.

One of the DECIDE stages. The facts and their words come from `pipeline.knowledge`; one's own appointments need an identification
first and become a flow of their own.
"""

from dataclasses import replace

from pipeline.flows.asking import answered, question_of, told
from pipeline.flows.memo import note
from pipeline.flows.requests import REQUESTS
from pipeline.knowledge.question import Knowledge
from pipeline.model.meanings import Acknowledged, AskMore, AskWish, OffTopic
from pipeline.model.parse import Flag, Parse
from pipeline.model.turn import Turn
from pipeline.ports import World

SURE, PERHAPS = 0.8, 0.5
"""Below it, what is neither a question nor of a known kind was not understood (specification 2.3)."""
_A_SENTENCE = 4
KINDS: frozenset[Flag] = frozenset({"clinical", "attack", "other_person", "another_trade"})


def knowledge(turn: Turn, world: World) -> Turn:
    """The answer to an informative question said first; off-topic words refused politely; small talk returned."""
    turn = _asides(turn, world)
    parse = turn.parse
    if turn.agreed:
        return turn
    if parse.intent == "info" and turn.changed and not parse.question and turn.before.flow is not None:
        return turn  # "sì ma con Giulia": what changes the running request is an answer, however it sounds
    if parse.intent == "info":
        own = parse.topic == "mio_appuntamento" or (parse.topic is None and "own_appointment" in parse.flags)
        return _own_appointment(turn) if own else _answered(turn, world)
    if _asks_something(turn):
        return _answered(turn, world)
    if parse.intent == "fuori_tema" and parse.topic is not None and parse.confidence < SURE and not parse.flags & KINDS:
        return _answered(turn, world)  # "Mi scade l'abbonamento, come faccio?" speaks of this business, whoever doubts it
    if parse.intent == "fuori_tema" and (parse.question or parse.confidence >= SURE or parse.flags & KINDS):
        return _open(_off_topic(turn))
    if parse.intent == "saluto" and not turn.understood and turn.dialogue.flow is None:
        kind = "thanks" if "thanks" in parse.flags else "greeting"
        return _open(replace(turn.saying(Acknowledged(kind)), understood=True))
    return turn


def _asks_something(turn: Turn) -> bool:
    """ "Mi brucia la cute, che cosa ci metto?": a question of no known kind is looked up, or noted for the owner."""
    parse = turn.parse
    idle = turn.dialogue.flow is None and turn.dialogue.uncertain is None and turn.dialogue.step in ("ascolto", "altro")
    asked = "?" in parse.text and len(parse.text.split()) >= _A_SENTENCE and parse.command is None and parse.yes_no is None
    doubted = parse.intent in REQUESTS and parse.confidence < PERHAPS
    return idle and (parse.intent is None or doubted) and asked


def _asides(turn: Turn, world: World) -> Turn:
    """Questions said beside a request are answered at once; the request goes on."""
    if turn.parse.intent == "info":
        return turn
    for question in turn.parse.asides:
        turn = told(turn, _known(turn, question, world))
    return turn


def _known(turn: Turn, question: Parse, world: World) -> Knowledge:
    return answered(question_of(replace(turn, parse=question), question.text), world)


def _own_appointment(turn: Turn) -> Turn:
    turn = replace(turn, understood=True)
    if turn.dialogue.flow is None:
        return turn.with_dialogue(flow="info", step="ascolto", tries=0)
    return turn if "info" in turn.dialogue.queue else turn.with_dialogue(queue=(*turn.dialogue.queue, "info"))


def _answered(turn: Turn, world: World) -> Turn:
    first, *others = turn.parse.asides or (turn.parse,)
    found = _known(turn, first, world)
    if found.abstained and _is_a_guess(turn.parse):
        return turn
    if found.needs == "identity" and turn.dialogue.flow is None:
        turn = note(turn.with_dialogue(flow="info", step="ascolto", tries=0), "domanda", first.text)
        return replace(turn, understood=True)
    turn = told(turn, found)
    for question in others:
        turn = told(turn, _known(turn, question, world))
    return _open(turn)


def _is_a_guess(parse: Parse) -> bool:
    """Whether "a question" was only the nearest of ten guesses at words nobody understood."""
    heard = parse.question or parse.asides or parse.services or parse.operators or parse.topic not in (None, "altro")
    return parse.intent == "info" and parse.confidence < PERHAPS and not heard


def _off_topic(turn: Turn) -> Turn:
    flags = turn.parse.flags
    business, telefono = turn.settings.nome_attivita, turn.settings.telefono
    if "clinical" in flags:
        meaning = OffTopic("clinical", business, telefono)
    elif "attack" in flags:
        meaning = OffTopic("attack", business)
    elif "other_person" in flags:
        meaning = OffTopic("other_person", business)
    elif "another_trade" in flags:
        meaning = OffTopic("other_trade", business)
    else:
        meaning = OffTopic("chat", business)
    return replace(turn.saying(meaning), understood=True)


def _open(turn: Turn) -> Turn:
    """With no request running the call goes on with an open question; otherwise the flow returns to its own."""
    if turn.dialogue.flow is not None or turn.dialogue.uncertain is not None:
        return turn
    wishless = turn.parse.intent in ("saluto", "fuori_tema") or "whom_reached" in turn.parse.flags
    fresh = turn.before.step == "ascolto" and wishless
    return turn.asking("ascolto", AskWish()) if fresh else turn.asking("altro", AskMore())
