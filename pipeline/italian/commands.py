"""The special commands of specification 3.1, resolved by the open question.

Called by `parse`; calls nobody. It must never carry a command out.

Laws: 1. a command is a whole utterance, or nearly: what also names a day, an hour or a service is no command; 2. "annulla" at the
confirmation is a no, in an open flow a reset, without a question a cancellation.
"""

from collections.abc import Sequence

from pipeline.italian.cues import Hit
from pipeline.model.parse import Command, Step

_LEAST = 2.5
_ORDER: tuple[Command, ...] = ("ripeti", "indietro", "annulla", "aiuto")
_ROOM: dict[Command, int] = {"ripeti": 12, "indietro": 8, "annulla": 8, "aiuto": 7}
"""How many words an utterance may have beside the command: asking to repeat is often explained, giving up is short."""


def read(hits: Sequence[Hit], words: int, has_value: bool, step: Step | None) -> Command | None:
    """The command that was given, `umano` left to the intents; `words` counts what nobody else took."""
    best: Command | None = None
    best_score = _LEAST - 0.01
    for command in _ORDER:
        weights = [hit.cue.weight for hit in hits if hit.cue.kind == "command:" + command]
        score = max((weight for weight in weights if weight > 0), default=0.0) + sum(weight for weight in weights if weight < 0)
        if score > best_score and words <= _ROOM[command] and not (has_value and (command != "ripeti" or step in (None, "ascolto"))):
            best, best_score = command, score
    if best == "annulla" and step == "altro":
        # "basta così" after the work is done ends the call, it cancels nothing.
        return None
    return best
