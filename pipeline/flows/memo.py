"""Small facts of a conversation that belong to no slot, kept in `Dialogue.memo` as key and value.

Called by the flows and stages. Keys in use: `registra` and `telefono` and `consenso` (how far a registration has come),
`nessuno` (none of the homonyms), `non_lui` (a client the caller said he is not), `posto` (availability was asked before a name was given), `lista` (a waiting
list place was refused), `domanda` (the question that waits for an identification),
`ore` (the readings of an hour that was asked about), `cambia` (what to change was asked), `letto` (the time of an appointment as it was read out), `aggiunge` (services join those of a visit), `nascita`.
"""

from pipeline.model.turn import Turn


def noted(turn: Turn, key: str) -> str | None:
    """The value noted under this key in this conversation, or None."""
    return next((value for name, value in turn.dialogue.memo if name == key), None)


def note(turn: Turn, key: str, value: str | None) -> Turn:
    """The turn with this fact noted; None forgets it."""
    kept = tuple(pair for pair in turn.dialogue.memo if pair[0] != key)
    return turn.with_dialogue(memo=kept if value is None else (*kept, (key, value)))
