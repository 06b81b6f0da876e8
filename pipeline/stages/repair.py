"""Nothing was understood, or nothing was said: asked again in other words; the third time a person is offered.

One of the DECIDE stages, before the flow goes on (specification 2.3). An understood turn starts the count again.
"""

from dataclasses import replace

from pipeline.flows.handoff import offer_person
from pipeline.model.meanings import Answered, NotUnderstood
from pipeline.model.turn import Turn
from pipeline.ports import World


def repair(turn: Turn, world: World) -> Turn:
    """The turn with its misunderstanding counted and said; settled where no flow repeats the question."""
    # "No, ho detto male, alle quattro" fills or corrects a slot: who is understood needs no person.
    learned = turn.changed or turn.slots != turn.before.slots
    # Nor does who has just been answered ("ho detto che la fa una donna, vero?").
    learned = learned or (turn.parse.topic not in (None, "altro") and any(isinstance(meaning, Answered) for meaning in turn.said))
    if "frustrated" in turn.parse.flags and turn.dialogue.handoff == "none" and not learned:
        return offer_person(replace(turn, understood=True), "frustrated")
    if turn.understood:
        return replace(turn, session=replace(turn.session, failed_count=0))
    failed = turn.session.failed_count + 1
    turn = replace(turn, session=replace(turn.session, failed_count=failed))
    limit = turn.settings.tentativi_prima_operatore
    if failed >= limit and turn.dialogue.handoff in ("none", "offered"):
        turn = replace(turn, session=replace(turn.session, failed_count=0))
        return offer_person(turn.with_dialogue(handoff_reason="not_understood"), "not_understood")
    silence = not any(character.isalnum() for character in turn.ask.text or "")
    step = turn.dialogue.step
    meaning = NotUnderstood(failed, step, silence)
    if turn.dialogue.flow is None and turn.dialogue.uncertain is None and step != "handoff":
        return turn.asking(step if step == "altro" else "ascolto", meaning)
    return turn.saying(meaning)
