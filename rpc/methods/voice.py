"""The conversation: a turn, a greeting, a fresh start, and sound both ways.

Named by `rpc.methods.METHODS`; calls `pipeline.turn`. It knows the shape of a Turn and nothing of how one is made.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from rpc.call import Call
from rpc.methods.fields import NoResult, Params, Path, Question, Result, Text, WireDate, WireId, WireTime, Word, exactly_one

if TYPE_CHECKING:
    from pipeline.model.turn import Reply

__all__ = ["NoResult"]


class GreetParams(Params):
    """Params of `voice.greet`; `telefono` is the caller id."""

    session_id: Word | None = None
    telefono: Text | None = None
    language: Text | None = None
    tts: bool = True


class ProcessParams(Params):
    """Params of `voice.process`; `text` is what the caller said, at most 2,000 characters."""

    text: Text
    session_id: Word | None = None
    telefono: Text | None = None
    language: Text | None = None
    workspace_id: Word = "default"
    tts: bool = True
    explain: bool = False
    request_id: Word | None = None


class ResetParams(Params):
    """Params of `voice.reset`."""

    session_id: Word


class SynthesizeParams(Params):
    """Params of `voice.synthesize`."""

    text: Question
    language: Text | None = None


class SynthesizeResult(Result):
    """A complete WAV file (PCM 16 bit mono) and the engine that spoke."""

    audio_path: str | None
    engine: Literal["piper", "espeak", "none"]
    duration_ms: int
    sample_rate: int


class TranscribeParams(Params):
    """Params of `voice.transcribe`: a file or its content in Base64, one of the two."""

    audio_base64: str | None = None
    audio_path: Path | None = Field(default=None, validate_default=True)
    language: Text | None = None

    @field_validator("audio_path")
    @classmethod
    def _one_source(cls, audio_path: str | None, info: ValidationInfo) -> str | None:
        exactly_one(audio_path, "audio_base64", info)
        return audio_path


class TranscribeResult(Result):
    """What was heard."""

    text: str
    engine: str


class SlotService(Result):
    """A service in the slots of a Turn."""

    servizio_id: WireId
    nome: str
    durata_minuti: int


class TurnSlots(Result):
    """What is known so far; absent = unknown."""

    cliente_id: WireId | None = None
    cliente_nome: str | None = None
    cognome: str | None = None
    telefono: str | None = None
    data_nascita: WireDate | None = None
    servizi: list[SlotService] | None = None
    data: WireDate | None = None
    ora: WireTime | None = None
    operatore_id: WireId | None = None
    note: str | None = None
    appuntamento_id: WireId | None = None
    nuova_data: WireDate | None = None
    nuova_ora: WireTime | None = None


class TurnOption(Result):
    """A numbered choice read to the caller."""

    n: int
    kind: Literal["cliente", "slot", "servizio", "operatore", "appuntamento"]
    label: str
    value: Any


class Action(Result):
    """Something that was committed."""

    type: Literal[
        "cliente_creato", "appuntamento_creato", "appuntamento_modificato", "appuntamento_cancellato", "waitlist_aggiunto", "handoff"
    ]
    id: WireId | None
    ids: list[WireId]
    confirmation_code: str | None = None


class Explained(Result):
    """A rule that decided, the rows it looked at and its numbers."""

    rule: str
    rows: Any
    values: Any


class Timings(Result):
    """Milliseconds, by part of the turn."""

    total: float
    understand: float
    decide: float
    store: float
    llm: float
    tts: float


class Turn(Result):
    """What the assistant answers (docs/contract section 3, Turn)."""

    session_id: str
    text: str
    speech: str
    audio_path: str | None
    tts_engine: Literal["piper", "espeak", "none"]
    language: str
    intent: Literal[
        "prenotazione", "cancella", "modifica", "info", "saluto", "conferma", "nega", "operatore", "waitlist", "fuori_tema", None
    ]
    confidence: float
    step: Literal[
        "ascolto", "cliente", "cognome", "disambiguazione", "registrazione", "telefono", "telefono_conferma",
        "data_nascita", "consenso", "servizi", "data", "ora", "operatore", "alternative", "waitlist", "appuntamento",
        "conferma", "altro", "handoff", "chiusa",
    ]  # fmt: skip
    slots: TurnSlots
    options: list[TurnOption]
    action: Action | None
    actions: list[Action]
    handoff: bool
    completed: bool
    explanation: list[Explained] | None = None
    degraded: list[str]
    timings_ms: Timings


def greet(params: GreetParams, call: Call) -> Mapping[str, Any]:
    """The first words of a call, or of a session that begins afresh."""
    from pipeline import turn
    from pipeline.model.turn import Ask

    ask = Ask(
        text=None,
        session_id=params.session_id,
        telefono=params.telefono,
        language=params.language,
        tts=params.tts,
    )
    return turn_of(turn.take(ask, call.world))


def process(params: ProcessParams, call: Call) -> Mapping[str, Any]:
    """One turn of a call."""
    from pipeline import turn
    from pipeline.model.turn import Ask

    ask = Ask(
        text=params.text,
        session_id=params.session_id,
        telefono=params.telefono,
        language=params.language,
        workspace_id=params.workspace_id,
        tts=params.tts,
        explain=params.explain,
        request_id=params.request_id,
    )
    return turn_of(turn.take(ask, call.world))


def reset(params: ResetParams, call: Call) -> Mapping[str, Any]:
    """The session forgets what it knew; its row stays."""
    from pipeline import turn

    turn.reset(params.session_id, call.world)
    return {}


def turn_of(reply: "Reply") -> Mapping[str, Any]:
    """The Turn of docs/contract section 3; `explanation` only where it was asked for."""
    turn: dict[str, Any] = {
        "session_id": reply.session_id,
        "text": reply.text,
        "speech": reply.speech,
        "audio_path": reply.audio_path,
        "tts_engine": reply.tts_engine,
        "language": reply.language,
        "intent": reply.intent,
        "confidence": reply.confidence,
        "step": reply.step,
        "slots": reply.slots,
        "options": reply.options,
        "action": reply.action,
        "actions": reply.actions,
        "handoff": reply.handoff,
        "completed": reply.completed,
        "degraded": reply.degraded,
        "timings_ms": reply.timings_ms,
    }
    if reply.explanation is not None:
        turn["explanation"] = reply.explanation
    return turn
