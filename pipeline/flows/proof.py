"""What proves a caller: his birth day, the end of his telephone, the code of a booking, as they were told.

Called by `pipeline.flows.who` and by the stage that reads answers. It says what was told and whether it is right; it asks nothing.
"""

import re
from datetime import date

from pipeline.flows.memo import note, noted
from pipeline.italian.words import fold
from pipeline.model.business import Client
from pipeline.model.parse import PartialBirth
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.phone import same_phone

PROOF_DIGITS = 3
"""Last digits of a telephone that prove a caller: one more than a list of homonyms may show."""


def proves(turn: Turn, client: Client) -> bool:
    """Whether this utterance holds the client's own birth day, or at least three last digits of his telephone."""
    parse = turn.parse
    if parse.telefono and same_phone(parse.telefono, client.telefono):
        return True
    if any(len(ending) >= PROOF_DIGITS and client.telefono.endswith(ending) for ending in endings(turn)):
        return True
    born = client.data_nascita
    if born is None:
        return False
    if parse.data_nascita is not None:
        return parse.data_nascita == born
    if any(ending in _as_figures(born) for ending in endings(turn)):
        return True  # "quattordici tre"
    told = told_birth(turn)
    return (told.day, told.month) == (born.day, born.month) and told.year in (None, born.year)


def told_birth(turn: Turn) -> PartialBirth:
    """What was said of a birth date now, completed by what was said of it a moment ago ("novembre", then "il 5")."""
    now = turn.parse.birth or PartialBirth()
    year, month, day = (int(part) if part else None for part in (noted(turn, "nato") or "--").split("-"))
    alone = re.fullmatch(r"\D{0,4}(\d{1,2})\D{0,4}", turn.parse.text)
    if now.day is None and day is None and (now.month or month) and alone and turn.parse.birth is None and turn.parse.time is None:
        day = int(alone[1])
    return PartialBirth(now.year or year, now.month or month, now.day or day)


def born_as(client: Client, told: PartialBirth) -> bool:
    """Whether the parts of a birth date that were told are this client's."""
    born = client.data_nascita
    if born is None:
        return False
    return told.year in (None, born.year) and told.month in (None, born.month) and told.day in (None, born.day)


def kept_birth(turn: Turn) -> Turn:
    """The turn with the parts of a birth date noted until the rest is said."""
    told = told_birth(turn)
    return note(turn, "nato", f"{told.year or ''}-{told.month or ''}-{told.day or ''}") if told != PartialBirth() else turn


def _as_figures(born: date) -> tuple[str, ...]:
    """A birth day in the figures of its day and month, with or without its year."""
    days = f"{born.day}{born.month}", f"{born.day:02}{born.month:02}", f"{born.day}{born.month:02}"
    return (*days, *(f"{day}{born.year % 100:02}" for day in days), *(f"{day}{born.year}" for day in days))


def tells_code(turn: Turn, client: Client, world: World) -> bool:
    """Whether the code of one of the client's live bookings was said: only who made it, or was sent it, has it."""
    words: list[str] = re.findall(r"[a-z0-9]+", fold(turn.parse.text))
    heard = "".join(DIGITS.get(word, word) for word in words)
    codes = (booking.confirmation_code for booking in world.reads.bookings_of(client.id, since=turn.now))
    return any(code and len(code) >= CODE_LENGTH and fold(code) in heard for code in codes)


CODE_LENGTH = 5
"""Shorter ones could be part of anything."""
DIGITS = {name: str(n) for n, name in enumerate(("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"))}


def tells_identity(turn: Turn) -> bool:
    """Whether a birth day or a telephone was told at all: only that can fail to match."""
    parse = turn.parse
    told = told_birth(turn)
    day = parse.data_nascita is not None or (told.day is not None and told.month is not None)
    figures = parse.time is None and any(len(ending) >= PROOF_DIGITS for ending in endings(turn))
    return bool(day or parse.telefono or parse.phone_ending or parse.phone_problem or (figures and parse.birth is None))


def endings(turn: Turn) -> tuple[str, ...]:
    """The last digits of a telephone as they were said; bare figures count while a proof or a homonym is open, one guess at a time."""
    said = (turn.parse.phone_ending,) if turn.parse.phone_ending else ()
    bare = tuple(re.findall(r"\d+", turn.parse.text)) if turn.dialogue.step == "disambiguazione" else ()
    joined = ("".join(bare),) if bare else ()
    return tuple(dict.fromkeys((*said, *bare[:1], *bare[-1:], *joined)))
