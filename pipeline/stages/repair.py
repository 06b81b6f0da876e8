"""Nothing was understood, or nothing was said, or the answer left its question open: asked again; the third time a person is offered.

One of the DECIDE stages, before the flow goes on (specification 2.3). An understood turn starts the count again.
"""

from dataclasses import replace

from pipeline.flows.handoff import offer_person
from pipeline.model.meanings import Answered, NotUnderstood
from pipeline.model.parse import Step
from pipeline.model.turn import Turn
from pipeline.ports import World

PERHAPS = 0.5
"""Below it an intent is a guess (specification 2.3)."""


def repair(turn: Turn, world: World) -> Turn:
    """The turn with its misunderstanding counted and said; settled where no flow repeats the question."""
    # "No, ho detto male, alle quattro" fills or corrects a slot: who is understood needs no person.
    learned = turn.changed or turn.slots != turn.before.slots
    # Nor does who has just been answered ("ho detto che la fa una donna, vero?").
    learned = learned or (turn.parse.topic not in (None, "altro") and any(isinstance(meaning, Answered) for meaning in turn.said))
    if "frustrated" in turn.parse.flags and turn.dialogue.handoff == "none" and not learned:
        return offer_person(replace(turn, understood=True), "frustrated")
    idle = turn.understood and not learned and _leaves_it_open(turn)
    if turn.understood and not idle:
        return replace(turn, session=replace(turn.session, failed_count=0))
    failed = turn.session.failed_count + 1
    turn = replace(turn, session=replace(turn.session, failed_count=failed))
    if not turn.understood and turn.parse.confidence < PERHAPS:
        # What was not understood has no intent (contract section 3, Turn): the nearest of ten guesses is none.
        turn = replace(turn, parse=replace(turn.parse, intent=None, requests=()))
    limit = turn.settings.tentativi_prima_operatore
    if idle and failed < limit:
        return turn
    if failed >= limit and turn.dialogue.handoff in ("none", "offered"):
        turn = replace(turn, session=replace(turn.session, failed_count=0))
        return offer_person(turn.with_dialogue(handoff_reason="not_understood"), "not_understood")
    if idle:
        return turn
    silence = not any(character.isalnum() for character in turn.ask.text or "")
    step = turn.dialogue.step
    meaning = NotUnderstood(failed, step, silence)
    if turn.dialogue.flow is None and turn.dialogue.uncertain is None and step != "handoff":
        return turn.asking(step if step == "altro" else "ascolto", meaning)
    return turn.saying(meaning)


QUESTIONS: frozenset[Step] = frozenset(
    {
        "cliente",
        "cognome",
        "registrazione",
        "telefono",
        "telefono_conferma",
        "consenso",
        "servizi",
        "data",
        "ora",
        "operatore",
        "alternative",
    }
)
"""Not the recap: who says once more what stands in it is near his yes."""


def _leaves_it_open(turn: Turn) -> bool:
    """Whether an understood answer brings the open question no further ("sì" to "qual è il numero?", the family once more)."""
    if turn.before.step not in QUESTIONS or turn.agreed or turn.said or turn.writes or turn.parse.intent == "info":
        return False
    return all(getattr(turn.dialogue, name) == getattr(turn.before, name) for name in _PROGRESS)


_PROGRESS = ("flow", "step", "memo", "options", "tries", "queue", "later", "planned", "refused_slots", "uncertain", "proof", "handoff")
"""What changes in a dialogue that goes on."""
