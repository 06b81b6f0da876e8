"""Understanding alone: `nlu.parse`. It changes nothing.

Reads as a turn would: in the light of `step`, and of the session's own state when one is named.
"""

from pipeline.desk.deeds import Shape
from pipeline.foreign.detect import detect
from pipeline.foreign.understand import understand
from pipeline.italian.parse import parse as read
from pipeline.model.parse import Context, Step
from pipeline.ports import World
from pipeline.rules import shapes


def parse(world: World, *, text: str, step: Step | None = None, session_id: str | None = None, language: str | None = None) -> Shape:
    """What the text says, as far as it can be understood without a model."""
    session = world.reads.session(session_id) if session_id is not None else None
    dialogue = session.dialogue if session else None
    spoken = language if language in ("it", "en", "es", "pt") else detect(text, dialogue.language if dialogue else "it")[0]
    when = dialogue.slots.quando.data if dialogue else None
    context = Context(
        now=world.clock.now(),
        lexicon=world.reads.lexicon(),
        step=step or (dialogue.step if dialogue else None),
        flow=dialogue.flow if dialogue else None,
        options=len(dialogue.options) if dialogue else 0,
        language=spoken,
        date=when,
    )
    return shapes.parse(read(text, context) if spoken == "it" else understand(text, spoken, context))
