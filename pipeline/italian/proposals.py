"""What is said beside a proposal that was read out: a yes with a further wish, a wish in its place, that it shall not be at all.

Called by the stages and flows. Calls only the folding of words. It must never know what was proposed.
"""

import re

from pipeline.italian.words import fold

_GOES_ON = re.compile(
    r"^(?:si|va bene|va benissimo|ok|okay|perfetto|certo|d ?'? ?accordo|confermo|esatto|benissimo)\b[,. ]+"
    r"(?:(?:grazie|confermo|perfetto|va bene|cosi|senta|guardi|ah|anzi senta|gia che ci siamo)[,. ]+)*(?:e|ed|poi|inoltre|dopo)\b"
)


def agrees_and_goes_on(text: str) -> bool:
    """Whether a yes is followed by something more that is wanted ("sì, e poi ..."), with no word against it."""
    return _GOES_ON.search(fold(text).strip()) is not None


_ONES_OWN = re.compile(r"\b(?:il mio|la mia)\b(?! (?:appuntament|prenotazion))")
_NOT_TO_BE_BOOKED = re.compile(r"\bnon (?:lo|la|li|le) (?:facci\w*|prenot\w+|mett\w+|segn\w+|fiss\w+|vogli\w+)\b(?!.* (?:alle|per)\b)")


def ones_own(text: str) -> bool:
    """Whether the caller's own is meant beside somebody else's ("sposti la mia")."""
    return _ONES_OWN.search(fold(text)) is not None


def not_to_be_booked(text: str) -> bool:
    """Whether what was read out shall not be at all ("no, il secondo non lo faccia")."""
    return _NOT_TO_BE_BOOKED.search(fold(text)) is not None


_IN_PLACE_OF_IT = re.compile(r"\b(?:anzi|invece|piuttosto|al posto|lasci\w* (?:stare|perdere)|allora (?:no|niente))\b")


def instead(text: str) -> bool:
    """Whether what is said takes the place of what was wanted before ("anzi, disdica quello di giovedì")."""
    return _IN_PLACE_OF_IT.search(fold(text)) is not None
