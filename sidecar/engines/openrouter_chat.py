"""OpenRouter over plain HTTP, the second provider behind the same port.

Made and called by `llm`. Calls `httpx`, imported at the first call. Its replies are checked by a pydantic model before anything of
them is used.
"""

import threading
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sidecar.engines.llm_request import MAX_TOKENS, ChatFailure, ChatReply, ChatRequest, failure_of_status, means_gone

if TYPE_CHECKING:
    import httpx

_DEFAULT_URL = "https://openrouter.ai/api/v1"
_CONNECT_S = 0.5
_LARGEST = 1_000_000
"""Bytes of an answer that is still looked at."""


@dataclass
class OpenRouterChat:
    """A provider of `llm_request.Provider`; the key stays out of repr."""

    api_key: str = field(repr=False)
    base_url: str | None = None
    name: str = "openrouter"
    _client: "httpx.Client | None" = field(default=None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def send(self, request: ChatRequest, timeout_s: float) -> ChatReply:
        """One try within about `timeout_s` seconds. Raises ChatFailure."""
        import httpx

        body: dict[str, Any] = {
            "model": request.model,
            "messages": request.messages(),
            "temperature": request.temperature,
            "max_tokens": MAX_TOKENS,
            "usage": {"include": True},
        }
        if request.reasons:
            body["reasoning"] = {"effort": "low"}
        if request.schema is not None:
            body["response_format"] = request.response_format()
        try:
            answer = self._connected().post(
                f"{(self.base_url or _DEFAULT_URL).rstrip('/')}/chat/completions",
                json=body,
                headers={"Authorization": f"Bearer {self.api_key}"},
                timeout=httpx.Timeout(timeout_s, connect=min(_CONNECT_S, timeout_s)),
            )
        except httpx.TimeoutException:
            raise ChatFailure("timeout") from None
        except (httpx.HTTPError, httpx.InvalidURL, RuntimeError, ValueError):
            raise ChatFailure("network") from None
        return _judged(answer)

    def drop(self) -> None:
        """Closes the connections; the next call opens new ones."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def warm(self) -> None:
        """Imports what the first call needs, which has a deadline to keep."""
        self._connected()

    def _connected(self) -> "httpx.Client":
        import httpx

        with self._lock:
            if self._client is None:
                self._client = httpx.Client()
            return self._client


def _judged(answer: "httpx.Response") -> ChatReply:
    if answer.status_code != 200:
        failure = failure_of_status(answer.status_code, answer.headers.get("retry-after"))
        raise ChatFailure("gone") if failure.kind == "refused" and means_gone(answer.text[:2000]) else failure
    if len(answer.content) > _LARGEST:
        raise ChatFailure("reply")
    return _read(answer.content)


def _read(content: bytes) -> ChatReply:
    from pydantic import ValidationError

    from sidecar.engines.openrouter_reply import Reply

    try:
        made = Reply.model_validate_json(content)
    except ValidationError:
        raise ChatFailure("reply") from None
    if made.error is not None:
        raise failure_of_status(made.error.code or 500, None)
    text = made.choices[0].message.content if made.choices else None
    if not text or not text.strip():
        raise ChatFailure("reply")
    usage = made.usage
    cost = Decimal(str(usage.cost)) if usage.cost is not None else None
    return ChatReply(text, usage.prompt_tokens, usage.completion_tokens, cost)
