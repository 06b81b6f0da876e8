"""Meanings become words: `text` for the eye, `speech` for the ear. Runs in CLOSE, always."""

from pipeline.model.session import Said
from pipeline.model.turn import Turn
from pipeline.phrases.render import render
from pipeline.ports import World


def speech(turn: Turn, world: World) -> Turn:
    """The turn with the words of all its Meanings, kept for "ripeti"."""
    text, spoken = render(turn.said, turn.dialogue.language, turn.now.date(), turn.dialogue.tono or turn.settings.tono)
    return turn.with_dialogue(said=Said(text, spoken), author=world.author)
