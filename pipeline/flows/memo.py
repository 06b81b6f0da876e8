"""Small facts of a conversation that belong to no slot, kept in `Dialogue.memo` as key and value.

Called by the flows and stages. Keys in use:

registra, telefono, consenso            how far a registration has come
nascita, non_capita                     what was said of a birth date; it was not understood once
cifre_dette                             digits of half a telephone number
non_lui, nessuno                        a client the caller said he is not; none of the homonyms
posto                                   availability was asked before a name was given
codice                                  the confirmation code was offered as a proof
nato, cifre                             the half of a proof that told homonyms apart
non_coincide                            how many proofs did not match
perche, non_dice, gia_cliente                   the step whose reason was given, or that the caller will not answer; he is a client already
domanda                                 the question that waits for an identification
ore                                     the readings of an hour that was asked about
forse                                   a day that may be the present one of the appointment or its new one
ritardo                                 the caller will be late for an appointment: so many minutes, 0 = not said
verso                                   which way an appointment was said to move
cambia, aggiunge                        what to change was asked; services join those of a visit
altrui                                  whose appointment it is, when it is not the caller's
altro                                   another of the caller's appointments is meant than the one this call made
tutti                                   every one of several appointments is to be cancelled
aperta                                  the question that stood open when a person was offered
solito                                  the usual was asked for
"""

from pipeline.model.turn import Turn


def noted(turn: Turn, key: str) -> str | None:
    """The value noted under this key in this conversation, or None."""
    return next((value for name, value in turn.dialogue.memo if name == key), None)


def note(turn: Turn, key: str, value: str | None) -> Turn:
    """The turn with this fact noted; None forgets it."""
    kept = tuple(pair for pair in turn.dialogue.memo if pair[0] != key)
    return turn.with_dialogue(memo=kept if value is None else (*kept, (key, value)))
