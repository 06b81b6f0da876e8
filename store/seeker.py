"""One person looked for in a file: which texts name them, whose calls are theirs, and what was searched already.

Used by `store.erasure` and `store.mentions`. A file is searched twice, once beside the callers and once with the write lock held; what was
searched is remembered, so that the second time only what was written since is looked at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from store.calls import Call
from store.connection import Connection
from store.person import ANYWHERE, Heard, Person
from store.schema import Schema
from store.spoken import places

IN_A_CALL = Heard(spoken=True)
SHORTEST_PIECE = 3
"""Fewer characters are no part of a number that says whose it is."""
_MEMORY = "id, slots, history, dialogue, pending_disambiguation"


@dataclass(slots=True)
class Seeker:
    """The search for one person; `searched`: hashes of texts to what was found in them."""

    person: Person
    searched: dict[int, bool] = field(default_factory=dict[int, bool])
    turns: tuple[int, tuple[int, ...]] = (0, ())
    """The last row of the audit that was searched, and those up to it that name the person: its rows never change their words."""

    def found_in(self, text: str, heard: Heard = ANYWHERE) -> bool:
        """As `Person.found_in`."""
        key = hash((text, heard))
        if key not in self.searched:
            self.searched[key] = self.person.found_in(text, heard)
        return self.searched[key]

    def is_certain(self, text: str) -> bool:
        """As `Person.is_certain`."""
        key = hash((text, "certain"))
        if key not in self.searched:
            self.searched[key] = self.person.is_certain(text)
        return self.searched[key]

    def names(self, call: Call, heard: Heard) -> bool:
        """Whether the person is named in the call."""
        return any(self.found_in(text, heard) for text in call.texts)

    def pieces(self, call: Call) -> tuple[str, ...]:
        """The parts of the person's number that was told over several turns of the call."""
        said = " ".join(call.said)
        if not self.is_certain(said):
            return ()
        found: list[str] = []
        for number in self.person.numbers:
            for start, end in places(said, number):
                at = 0
                for turn in call.said:
                    part = turn[max(0, start - at) : max(0, end - at)].strip(" ,.")
                    found += [part] if len(part) >= SHORTEST_PIECE else []
                    at += len(turn) + 1
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Sessions:
    """Ids of sessions that were the person's own, and how the texts of the others are heard."""

    own: frozenset[str]
    heard: Mapping[str, Heard]

    def of(self, session_id: str) -> Heard:
        """How what was said in this session is heard."""
        return self.heard.get(session_id, IN_A_CALL)


def sort(seeker: Seeker, calls: Sequence[Call], cliente_id: str) -> tuple[list[Call], Sessions]:
    """(the person's own calls, all sessions). A call that was tied to nobody and names the person was theirs."""
    strangers: dict[str, Heard] = {}
    for call in calls:
        known = strangers.get(call.session_id, IN_A_CALL)
        heard = _heard(call, seeker.person)
        strangers[call.session_id] = Heard(known.spoken and heard.spoken, known.surname and heard.surname)
    theirs: list[Call] = []
    for call in calls:
        known, pieces = strangers[call.session_id], seeker.pieces(call)
        named = pieces or seeker.names(call, known if call.clients else _heard(call, seeker.person))
        if cliente_id in call.clients or (named and not call.clients):
            theirs.append(call)
        if named:
            strangers[call.session_id] = replace(known, told=True, pieces=(*known.pieces, *pieces))
    return theirs, Sessions(frozenset(call.session_id for call in theirs), strangers)


def _heard(call: Call, person: Person) -> Heard:
    """A caller with the same first name and another surname means himself by it; one with the same surname and another first name, too."""
    first = any(nome == person.given != "" and cognome not in ("", person.surname) for nome, cognome in call.names)
    last = any(cognome == person.surname != "" and nome not in ("", person.given) for nome, cognome in call.names)
    return Heard(spoken=not first, surname=not last)


def unclaimed(conn: Connection, schema: Schema, seeker: Seeker, theirs: Sequence[Call], sessions: Sessions) -> set[str]:
    """Sessions that are tied to no client and are this one's, to be emptied whole: by their last call, or by what they remember."""
    ours = {call.session_id for call in theirs if call.last}
    rows = conn.rows(schema.sql(f"SELECT {_MEMORY} FROM {{voice_sessions}} WHERE cliente_id IS NULL AND id != 'rpc'"))
    return {
        str(row[0]) for row in rows if row[0] in ours or any(cell and seeker.found_in(str(cell), sessions.of(row[0])) for cell in row[1:])
    }
