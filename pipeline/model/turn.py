"""What comes in with a turn and what goes out of it: the two ends of `pipeline.turn.take`.

Made by `rpc` (Ask) and by `pipeline.turn` (Reply). A Reply is the Turn of the contract, section 3, in wire-ready values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.model.parse import Intent, Step


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
