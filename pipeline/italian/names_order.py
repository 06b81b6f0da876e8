"""The pieces of a name and their order: which is the given name and which the surname, and how both are written.

Called by `names`; calls the lists of names. It must never know where in a sentence the name stood.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.italian.names_family import SURNAMES
from pipeline.italian.names_given import is_given
from pipeline.italian.words import Word
from pipeline.model.parse import Name

_DOUBLED = frozenset({"anna", "maria", "gian", "pier", "rosa"})
"""Given names that mostly begin a double one ("Anna Maria")."""


@dataclass(frozen=True, slots=True)
class Group:
    """A surname with its particles, or a single word."""

    words: tuple[Word, ...]

    @property
    def norm(self) -> str:
        """The last word, folded."""
        return self.words[-1].norm.rstrip("'")

    @property
    def particled(self) -> bool:
        """Whether particles stand before it (De Luca)."""
        return len(self.words) > 1

    @property
    def given(self) -> bool:
        """Whether it is a known given name."""
        return not self.particled and is_given(self.norm)

    @property
    def family(self) -> bool:
        """Whether it is a known surname, or has a particle."""
        return self.particled or self.norm in SURNAMES

    @property
    def written(self) -> str:
        """As it is written."""
        return written(self.words)


def written(words: Sequence[Word]) -> str:
    """A name as it is written: capitals, particles and apostrophes in place."""
    pieces: list[str] = []
    for word in words:
        surface = (
            word.surface if any(mark.isupper() for mark in word.surface[1:]) and not word.surface.isupper() else word.surface.capitalize()
        )
        surface = surface.replace("’", "'")
        if surface == "D" and len(words) > 1:
            surface = "D'"
        if pieces and pieces[-1].endswith("'"):
            pieces[-1] += surface
        else:
            pieces.append(surface)
    return " ".join(piece if not piece.endswith("'") else piece.rstrip("'") for piece in pieces)


def assigned(groups: tuple[Group, ...], surname: bool, announced: bool) -> Name:
    """Which pieces are the given name and which the surname."""
    if surname:
        return Name(cognome=_joined(groups)) if not (len(groups) == 2 and _clearly_two(groups)) else _pair(groups)
    if len(groups) == 1:
        only = groups[0]
        is_given = not only.particled and (only.given or (announced and not only.family))
        return Name(nome=only.written) if is_given else Name(cognome=only.written)
    if len(groups) == 2:
        return _pair(groups)
    first = next((place for place, group in enumerate(groups) if group.given), 0)
    if first == 0:
        split = 1
        while split < len(groups) - 1 and groups[split].given:
            split += 1
        return Name(_joined(groups[:split]), _joined(groups[split:]))
    return Name(_joined(groups[first:]), _joined(groups[:first]))


def _clearly_two(groups: tuple[Group, ...]) -> bool:
    one, two = groups
    return (one.given and two.family and not one.family) or (one.family and two.given and not two.family)


def _pair(groups: tuple[Group, ...]) -> Name:
    one, two = groups
    if one.norm in _DOUBLED and one.given and two.given and not two.family:
        return Name(nome=_joined(groups))
    forward, backward = one.given + two.family, one.family + two.given
    if not one.given and not two.given and one.family and two.family:
        return Name(cognome=_joined(groups))
    if (backward > forward and two.given) or (backward >= forward and one.particled and not two.particled):
        return Name(two.written, one.written)
    return Name(one.written, two.written)


def _joined(groups: tuple[Group, ...]) -> str:
    return " ".join(group.written for group in groups)
