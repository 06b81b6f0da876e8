"""Groq's Whisper over HTTP by the groq SDK: own time-outs, no retries of the SDK's own, the key never leaves this process.

Called by `listener`. The SDK is imported at the first transcription. Knows no breaker and no deadline beyond its time-outs.
"""

import threading
from typing import TYPE_CHECKING

from pipeline.model.errors import InvalidField, Unavailable

if TYPE_CHECKING:
    from groq import Groq

MODEL = "whisper-large-v3-turbo"
_PROMPT = 800
"""Characters of vocabulary: Whisper reads at most 224 tokens and keeps the last ones."""
_REFUSED = (400, 413, 415, 422)


class GroqWhisper:
    """A recogniser; `name` is the engine's name in the answer."""

    name = "groq"

    def __init__(self, api_key: str, base_url: str | None) -> None:
        self._api_key = api_key
        self._base_url = base_url
        self._lock = threading.Lock()
        self._client: Groq | None = None

    def transcribe(self, audio: bytes, kind: str, language: str, vocabulary: str, deadline_s: float) -> str:
        """The words of a sound. Raises Unavailable, or InvalidField when the service cannot read the sound."""
        import groq
        import httpx

        timeout = httpx.Timeout(deadline_s, connect=min(2.0, deadline_s), pool=min(2.0, deadline_s))
        try:
            answer = self._connected().audio.transcriptions.create(
                file=(f"audio.{kind}", audio),
                model=MODEL,
                language=language,
                prompt=vocabulary[-_PROMPT:],
                response_format="json",
                temperature=0,
                timeout=timeout,
            )
        except groq.APIStatusError as error:
            if error.status_code in _REFUSED:
                raise InvalidField((("audio", "the recogniser cannot read this sound"),)) from error
            raise Unavailable("stt", f"the recogniser answered {error.status_code}") from error
        except (groq.GroqError, httpx.HTTPError) as error:
            raise Unavailable("stt", f"the recogniser cannot be reached ({type(error).__name__})") from error
        text = getattr(answer, "text", None)
        if not isinstance(text, str):
            raise Unavailable("stt", "the recogniser answered something else than a transcription")
        return text

    def abort(self) -> None:
        """Breaks off whatever is under way; the next call connects anew."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _connected(self) -> "Groq":
        import groq

        with self._lock:
            if self._client is None:
                self._client = groq.Groq(api_key=self._api_key, base_url=self._base_url, max_retries=0)
            return self._client
