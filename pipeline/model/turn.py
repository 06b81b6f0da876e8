"""What comes in with a turn and what goes out of it: the two ends of `pipeline.turn.take`.

Made by `rpc` (Ask) and by `pipeline.turn` (Reply). A Reply is the Turn of the contract, section 3, in wire-ready values.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from pipeline.model.business import Id, Lexicon, Settings
from pipeline.model.calendar import Refusal
from pipeline.model.meanings import Meaning
from pipeline.model.parse import Intent, Parse, Step
from pipeline.model.session import Dialogue, Option, Session, Slots
from pipeline.model.writes import Write


@dataclass(frozen=True, slots=True)
class Ask:
    """One `voice.process`, or one `voice.greet` when `text` is None. `telefono` is the caller id: it proposes, it proves nothing."""

    text: str | None
    session_id: str | None = None
    telefono: str | None = None
    language: str | None = None
    workspace_id: str = "default"
    tts: bool = True
    explain: bool = False
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The Turn of contract section 3; `slots`, `options`, `actions`, `explanation` already in wire shape."""

    session_id: str
    text: str
    speech: str
    step: Step
    audio_path: str | None = None
    tts_engine: Literal["piper", "espeak", "none"] = "none"
    language: str = "it"
    intent: Intent | None = None
    confidence: float = 0.0
    slots: Mapping[str, Any] = field(default_factory=dict[str, Any])
    options: tuple[Mapping[str, Any], ...] = ()
    action: Mapping[str, Any] | None = None
    actions: tuple[Mapping[str, Any], ...] = ()
    handoff: bool = False
    completed: bool = False
    explanation: tuple[Mapping[str, Any], ...] | None = None
    degraded: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class Action:
    """Something this turn will have done once it is committed; ids are filled in from the commit where they are new."""

    type: Literal[
        "cliente_creato", "appuntamento_creato", "appuntamento_modificato", "appuntamento_cancellato", "waitlist_aggiunto", "handoff"
    ]
    ids: tuple[Id, ...] = ()
    confirmation_code: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn on its way through the stages. `said` is what will be said, in order; `settled` ends the DECIDE stages."""

    ask: Ask
    now: datetime
    settings: Settings
    lexicon: Lexicon
    session: Session
    parse: Parse
    before: Dialogue
    """The dialogue as the turn found it."""
    fresh: bool = False
    """The session began with this turn."""
    understood: bool = False
    """Something of the utterance was used: the count of misunderstandings starts again."""
    settled: bool = False
    said: tuple[Meaning, ...] = ()
    writes: tuple[Write, ...] = ()
    rechecks: tuple[Callable[[Any], Refusal | None], ...] = ()
    """What must still be true inside the write transaction (`pipeline.ports.Recheck`)."""
    actions: tuple[Action, ...] = ()
    explanation: tuple[Mapping[str, Any], ...] = ()
    degraded: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Slots that had a value and got another one in this turn."""
    agreed: bool = False
    """The caller said yes to the open recap in this turn."""
    tokens: int = 0
    cost: Decimal = Decimal(0)

    @property
    def dialogue(self) -> Dialogue:
        """The state of the conversation, as far as this turn has changed it."""
        return self.session.dialogue

    @property
    def slots(self) -> Slots:
        """The slots of the running request."""
        return self.session.dialogue.slots

    def with_dialogue(self, **changes: Any) -> "Turn":
        """This turn with some fields of its dialogue replaced."""
        return replace(self, session=replace(self.session, dialogue=replace(self.session.dialogue, **changes)))

    def with_slots(self, **changes: Any) -> "Turn":
        """This turn with some slots replaced."""
        return self.with_dialogue(slots=replace(self.slots, **changes))

    def saying(self, *meanings: Meaning) -> "Turn":
        """This turn with more to say; not settled yet."""
        return replace(self, said=(*self.said, *meanings))

    def writing(self, *writes: Write) -> "Turn":
        """This turn with more to write when it closes."""
        return replace(self, writes=(*self.writes, *writes))

    def asking(self, step: Step, meaning: Meaning, options: tuple[Option, ...] = ()) -> "Turn":
        """Settled with a question: `step` is what is waited for, `options` what was listed."""
        trail = self.dialogue.trail
        if self.dialogue.step != step and self.dialogue.step in UNDOABLE:
            trail = (*(s for s in trail if s != self.dialogue.step), self.dialogue.step)
        return replace(self.with_dialogue(step=step, options=options, trail=trail).saying(meaning), settled=True)


UNDOABLE: frozenset[Step] = frozenset({"servizi", "data", "ora", "operatore", "alternative", "cognome", "telefono", "cliente"})
"""Questions whose answers "indietro" takes back."""
