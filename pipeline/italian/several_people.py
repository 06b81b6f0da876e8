"""Whose a part of an utterance is, where that was said with another part: "piega e manicure, e per mio padre la barba".

Called by `several`; calls the word splitter. It must never know which services there are.
"""

import re
from dataclasses import dataclass, replace

from pipeline.italian import others
from pipeline.italian.words import fold
from pipeline.model.parse import Parse

_HOUR_LAST = re.compile(r"\b(?:alle|all ?'?|ore)\b[^,]{1,18}\W*$")
_PERSON_FIRST = re.compile(
    rf"\W*(?:(?:e|ed|poi|anche|invece|mentre)\W+)*(?:per |a )?(?:il |la )?(?:{'|'.join(sorted(others.POSSESSIVES))}) "
    rf"(?:{'|'.join(sorted(others.RELATIVES))})\b"
)
_LIKEWISE = re.compile(r"^(?:(?:anche|e|poi|invece|ne) )*(?:un[oa]|un ?'? ?altr[oa]|l ?'? ?altr[oa]|l[oa] stess[oa]|idem)\b")
OF_ITS_TIME = ("date", "time", "date_interval", "time_interval", "alternatives", "date_choices", "time_choices", "approximate", "earliest")
SOMEBODY = "un'altra persona"
THAT_ONE = "lei o lui"
"""Stands for somebody who was spoken of before."""


@dataclass(frozen=True, slots=True)
class Part:
    """One visit: what was said of it, and for whom ("" = the caller said "per me", None = nothing was said)."""

    parse: Parse
    person: str | None

    @property
    def what(self) -> bool:
        """Whether a service is named."""
        return bool(self.parse.services or self.parse.services_ambiguous)

    @property
    def when(self) -> tuple[object, ...]:
        """What is said of its time; empty values where nothing is."""
        said = self.parse
        return (said.date, said.time, said.date_interval, said.time_interval, said.alternatives, said.date_choices)


def inherited(pieces: list[str], parts: list[Part]) -> list[Part]:
    """ "Piega e manicure, e poi per mio padre la barba": what stands before is the caller's own; what follows a person is that person's."""
    own = next(
        (place for place in range(1, len(pieces)) if parts[place].what and _begins_anew(pieces[place - 1], pieces[place], parts[place])), 0
    )
    result: list[Part] = []
    for place, part in enumerate(parts):
        before = result[-1].person if result else None
        person = part.person if part.person is not None else "" if place < own else before
        result.append(part if person is None or person == part.person else for_person(person, part) if person else replace(part, person=""))
    return result


def _begins_anew(before: str, piece: str, part: Part) -> bool:
    """Whether a piece is somebody else's whole wish: he is named first, or what stands before has its hour already."""
    return _PERSON_FIRST.match(fold(piece)) is not None or (bool(part.person) and _HOUR_LAST.search(fold(before)) is not None)


def merged(parts: list[Part]) -> list[Part]:
    """Services of one person, said one after the other with no time of their own, are one visit."""
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        same = last is not None and last.person is not None and last.person == part.person and last.what and part.what
        if last is None or not same or (any(part.when) and any(last.when)):
            result.append(part)
            continue
        said = replace(last.parse, **{name: getattr(part.parse, name) for name in OF_ITS_TIME}) if any(part.when) else last.parse
        services, doubt = (*said.services, *part.parse.services), (*said.services_ambiguous, *part.parse.services_ambiguous)
        result[-1] = replace(last, parse=replace(said, services=tuple(dict.fromkeys(services)), services_ambiguous=doubt))
    return result


def one_each(pieces: list[str], parts: list[Part]) -> bool:
    """ "Un taglio donna alle 16 e uno per mio figlio": the first is the caller's own."""
    if len(parts) != 2 or parts[0].person is not None or not parts[0].what:
        return False
    return bool(parts[1].person) and not parts[1].what and likewise(pieces[1])


def for_person(person: str, part: Part) -> Part:
    return Part(replace(part.parse, for_other=person), person)


def likewise(piece: str) -> bool:
    """Whether a piece wants one more of what was named before ("e uno per ...", "lo stesso")."""
    return _LIKEWISE.search(fold(piece).strip(" ,.;")) is not None
