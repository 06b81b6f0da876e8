"""A machine with nothing installed: its clock, its ids, and the roles that answer nothing. Used by `tests.fakes.memory`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.model.errors import Unavailable
from pipeline.ports import Completion, FaqHit, Sound


@dataclass
class FrozenClock:
    """A clock that a test moves by hand."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()


@dataclass
class CountingIds:
    """Ids in order: uuid-1, uuid-2, ... and codes CODE01, CODE02, ..."""

    count: int = 0

    def uuid(self) -> str:
        self.count += 1
        return f"uuid-{self.count}"

    def code(self) -> str:
        self.count += 1
        return f"CODE{self.count:02d}"


class Mute:
    """Model, Recall, Voice and Signer of a machine with nothing installed."""

    def available(self) -> bool:
        return False

    def complete(self, system: str, user: str, **options: Any) -> Completion:
        raise Unavailable("llm")

    def search(self, query: str, top_k: int = 3, language: str | None = None) -> tuple[FaqHit, ...]:
        return ()

    def agent_prompt(self) -> str | None:
        return None

    def entries(self) -> int:
        return 0

    def reload(self) -> tuple[int, str]:
        return 0, "lexical"

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        return Sound(None, "none")

    def sign(self, payload: Mapping[str, str]) -> str:
        return "|".join(f"{key}={value}" for key, value in sorted(payload.items()))

    def unsign(self, token: str) -> Mapping[str, str] | None:
        return dict(part.split("=", 1) for part in token.split("|") if "=" in part) or None

    def digest(self, text: str) -> str:
        return f"digest of {text}"
