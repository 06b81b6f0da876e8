"""What goes to a provider of language models and what comes back, and the few ways in which it can fail.

Shared by `llm`, `groq_chat` and `openrouter_chat`. Calls nothing. No value here shows a key: providers keep theirs to themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, Protocol

FailureKind = Literal["auth", "gone", "limit", "refused", "server", "network", "timeout", "reply"]

MAX_TOKENS = 1024
"""gpt-oss spends tokens on reasoning before it answers: below a thousand the answer may be empty."""


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One question: rules in `system`, data in `user`; `schema` asks for strict JSON."""

    model: str
    system: str
    user: str
    temperature: float
    schema: Mapping[str, Any] | None = None

    def messages(self) -> list[dict[str, str]]:
        """The two messages of the providers' API."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]

    def response_format(self) -> dict[str, Any] | None:
        """The strict JSON schema as the providers' API wants it."""
        if self.schema is None:
            return None
        return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": dict(self.schema)}}

    @property
    def reasons(self) -> bool:
        """Whether the model thinks before it answers and takes an effort setting."""
        return "gpt-oss" in self.model


@dataclass(frozen=True, slots=True)
class ChatReply:
    """The visible answer with what it took; `cost` in the provider's own currency where it says so."""

    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: Decimal | None = None


@dataclass
class ChatFailure(Exception):
    """A provider did not answer; carries no text of the provider, for that may hold a key or a caller's words."""

    kind: FailureKind
    retry_after_s: float | None = None

    @property
    def worth_repeating(self) -> bool:
        """Whether the same question may succeed a moment later."""
        return self.kind in ("limit", "server", "network", "reply")


class Provider(Protocol):
    """One service that speaks the chat completions API."""

    name: str

    def send(self, request: ChatRequest, timeout_s: float) -> ChatReply:
        """Raises ChatFailure. May block a little past `timeout_s` where a server drips: the caller stops waiting by itself."""
        ...

    def drop(self) -> None:
        """Closes the connections, so that an abandoned call ends."""
        ...


def failure_of_status(status: int, retry_after: str | None) -> ChatFailure:
    """What an HTTP status means for us."""
    if status in (401, 403):
        return ChatFailure("auth")
    if status == 404:
        return ChatFailure("gone")
    if status == 429:
        return ChatFailure("limit", _seconds(retry_after))
    if status >= 500 or status == 408:
        return ChatFailure("server", _seconds(retry_after))
    return ChatFailure("refused")


def means_gone(body: object) -> bool:
    """Whether an error body says that the model was retired."""
    text = str(body).lower()
    return any(sign in text for sign in ("decommissioned", "model_not_found", "does not exist", "no endpoints found", "not a valid model"))


def _seconds(retry_after: str | None) -> float | None:
    try:
        return max(float(retry_after), 0.0) if retry_after else None
    except ValueError:  # an HTTP date: longer than any of our deadlines
        return 3600.0
