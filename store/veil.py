"""What an encrypted file may know of a conversation: ids only. The words stay in this process.

Used by `store.reads` and `store.ledger`. In a file without encryption it changes nothing.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from pipeline.model.business import Client
from pipeline.model.session import Dialogue, Session, Slots
from pipeline.model.writes import AuditTurn, QueueMessage, RecordUnanswered, RequestHandoff
from store.person import REDACTED, Known, person_of

_NUMBER = re.compile(r"(?<![\w:])\+?\d(?:[\s./\-]?\d){8,}(?![\w:])")
KEPT = 1000
"""Sessions, and answers, remembered at most; the oldest goes first."""


class SessionVeil:
    """Keeps in memory what was left out of the file."""

    def __init__(self) -> None:
        self._whole: OrderedDict[str, Session] = OrderedDict()
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def lift(self, stored: Session | None) -> Session | None:
        """The whole session where this process wrote the stored one; else what the file says."""
        if stored is None:
            return None
        with self._lock:
            whole = self._whole.get(stored.id)
        same = whole is not None and (whole.updated_at, whole.total_turns) == (stored.updated_at, stored.total_turns)
        return whole if same else stored

    def remember(self, session: Session) -> None:
        """The session whose veiled form was committed."""
        with self._lock:
            self._whole[session.id] = session
            self._whole.move_to_end(session.id)
            while len(self._whole) > KEPT:
                self._whole.popitem(last=False)

    def remember_answer(self, request_id: str, answer: bytes) -> None:
        """The answer whose nameless form was committed."""
        with self._lock:
            self._answers[request_id] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)

    def answer(self, request_id: str, stored: bytes | None) -> bytes | None:
        """The whole answer where this process gave it; else what the file says."""
        with self._lock:
            return self._answers.get(request_id, stored) if stored is not None else None

    def forget(self) -> None:
        """Nothing is remembered any more (after an erasure)."""
        with self._lock:
            self._whole.clear()
            self._answers.clear()


def veiled_answer(answer: bytes, sessions: Iterable[Session], people: Iterable[Client]) -> bytes:
    """The answer without the people it is about: those of its sessions, and those the host lent."""
    callers = tuple(sessions)
    ids = {session.cliente_id for session in callers} | {session.dialogue.slots.cliente_id for session in callers}
    text = answer.decode()
    heard = text.lower()
    meant = [each for each in people if each.id in ids or each.cognome.lower() in heard or each.telefono in heard]
    return _without([*(session.dialogue.slots for session in callers), *meant], text).encode()


def veiled_note(note: str, people: Iterable[Client]) -> str:
    """A note without the people the host lent, and without telephone numbers; what else it says is the shop's to know."""
    # In small letters a surname alone may be a word ("capelli bianchi").
    meant = [each for each in people if each.cognome and (each.cognome in note or f"{each.nome} {each.cognome}".lower() in note.lower())]
    return _NUMBER.sub(REDACTED, _without(meant, note))


def _without(people: Iterable[Client | Slots], text: str) -> str:
    for each in people:
        numbers = (each.telefono,) if each.telefono else ()
        text = person_of(Known(each.nome or "", each.cognome or each.nome or "", numbers=numbers), alone=True, homonym=False).out_of(text)
    return text


def veiled_session(session: Session) -> Session:
    """The session without names, numbers and words."""
    known = session.dialogue
    slots = replace(known.slots, nome=None, cognome=None, telefono=None, data_nascita=None, note=None, per_altri=None)
    options = tuple(option if option.kind == "slot" else replace(option, label="") for option in known.options)
    later = tuple(replace(each, nome=None, cognome=None, note=None, per_altri=None) for each in known.later)
    dialogue: Dialogue = replace(known, slots=slots, later=later, options=options, caller_phone=None, said=None, memo=())
    return replace(session, dialogue=dialogue, history=())


def veiled_turn(turn: AuditTurn) -> AuditTurn:
    """The audit row without words."""
    return replace(turn, user_input=None, response=None, slots="{}", error=None)


def veiled_message(message: QueueMessage) -> QueueMessage:
    """The message without number and name: both are filled in when it is sent."""
    return replace(message, to="", params=tuple((name, "" if name == "nome" else value) for name, value in message.params))


def veiled_question(question: RecordUnanswered) -> RecordUnanswered:
    """A question nobody could answer, without its words."""
    return replace(question, question="")


def veiled_handoff(handoff: RequestHandoff) -> RequestHandoff:
    """The wish for a person without its summary."""
    return replace(handoff, summary="")
