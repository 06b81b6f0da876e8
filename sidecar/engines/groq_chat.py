"""Groq through its own SDK, imported at the first call.

Made and called by `llm`. Calls the `groq` package. The SDK's own time-outs (60 s) and retries (two) are switched off: `llm` counts
both. Facts about the SDK: an HTML answer with status 200 comes back as plain text, a stalled body raises httpx's own time-out.
"""

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sidecar.engines.llm_request import MAX_TOKENS, ChatFailure, ChatReply, ChatRequest, failure_of_status, means_gone

if TYPE_CHECKING:
    from groq import Groq

_CONNECT_S = 0.5
_SDK_PATH = "/openai/v1"


@dataclass
class GroqChat:
    """A provider of `llm_request.Provider`; the key stays out of repr."""

    api_key: str = field(repr=False)
    base_url: str | None = None
    name: str = "groq"
    _client: "Groq | None" = field(default=None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def send(self, request: ChatRequest, timeout_s: float) -> ChatReply:
        """One try within about `timeout_s` seconds. Raises ChatFailure."""
        import groq
        import httpx

        options: dict[str, Any] = {"reasoning_effort": "low"} if request.reasons else {}
        if request.schema is not None:
            options["response_format"] = request.response_format()
        client: Any = self._connected()  # its overloads ask for TypedDicts, these are plain dictionaries of the same shape
        try:
            made = client.chat.completions.create(
                messages=request.messages(),
                model=request.model,
                temperature=request.temperature,
                max_completion_tokens=MAX_TOKENS,
                timeout=httpx.Timeout(timeout_s, connect=min(_CONNECT_S, timeout_s)),
                **options,
            )
        except groq.APIStatusError as error:
            raise _judged(error) from None
        except (groq.APITimeoutError, httpx.TimeoutException):
            raise ChatFailure("timeout") from None
        except (groq.APIError, groq.GroqError, httpx.HTTPError, RuntimeError, ValueError):
            raise ChatFailure("network") from None
        return _read(made)

    def drop(self) -> None:
        """Closes the connections; the next call opens new ones."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def warm(self) -> None:
        """Imports the SDK ahead of the first call, which has a deadline to keep."""
        self._connected()

    def _connected(self) -> "Groq":
        from groq import Groq

        logging.getLogger("groq").setLevel(logging.WARNING)  # at DEBUG it writes whole requests, callers' words included
        logging.getLogger("httpx").setLevel(logging.WARNING)
        with self._lock:
            if self._client is None:
                self._client = Groq(api_key=self.api_key, base_url=_without_path(self.base_url), max_retries=0)
            return self._client


def _without_path(base_url: str | None) -> str | None:
    """The SDK adds its own path; an address that already ends in it is accepted too."""
    if base_url is None:
        return None
    return base_url.rstrip("/").removesuffix(_SDK_PATH)


def _judged(error: Any) -> ChatFailure:
    failure = failure_of_status(int(error.status_code), error.response.headers.get("retry-after"))
    return ChatFailure("gone") if failure.kind == "refused" and means_gone(error.body) else failure


def _read(made: Any) -> ChatReply:
    try:
        text = made.choices[0].message.content
        usage = made.usage
        tokens = (int(usage.prompt_tokens), int(usage.completion_tokens)) if usage is not None else (0, 0)
    except (AttributeError, IndexError, TypeError, ValueError):
        raise ChatFailure("reply") from None
    if not isinstance(text, str) or not text.strip():
        raise ChatFailure("reply")
    return ChatReply(text, *tokens)
