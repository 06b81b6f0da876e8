"""The listener: recorded speech to text, by Groq's Whisper where there is a key, then by an offline recogniser where one is installed.

Made by `sidecar.wiring` through `make_listener`; implements `pipeline.ports.Listener`. It checks what it is given, keeps one deadline
for everything and a breaker for each engine; it knows no dialogue.
"""

import threading
import unicodedata
from collections.abc import Callable
from typing import Literal

from pipeline.model.errors import InvalidField, Unavailable
from pipeline.ports import Clock
from sidecar.config import Config
from sidecar.engines.breaker import Breaker, State
from sidecar.engines.listener_audio import checked_kind
from sidecar.engines.whisper_groq import MODEL, GroqWhisper
from sidecar.engines.whisper_offline import Recogniser, offline_recogniser

DEADLINE_S = 15.0
_LANGUAGES = ("it", "en", "es", "pt")
_WAY_OUT = "set GROQ_API_KEY, or install an offline recogniser with its model"
_PHANTOMS = (
    "sottotitoli creati dalla comunita amara org",
    "sottotitoli e revisione a cura di qtss",
    "grazie per la visione",
    "grazie per aver guardato il video",
    "subtitulos realizados por la comunidad de amara org",
    "legendas pela comunidade amara org",
    "thank you for watching",
    "thanks for watching",
)
"""What Whisper writes for silence: the credits of the films it was trained on."""


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def _within(deadline_s: float, work: Callable[[], str], abort: Callable[[], None]) -> str:
    """What `work` returns or raises, or Unavailable when it is not there in time: a server that drips keeps every time-out of its own."""
    outcome: list[str] = []
    failure: list[Exception] = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:  # noqa: BLE001 - handed to the waiting thread below
            failure.append(error)

    thread = threading.Thread(target=run, name="listener", daemon=True)
    thread.start()
    thread.join(deadline_s)
    if outcome:
        return outcome[0]
    if failure:
        raise failure[0]
    abort()
    raise Unavailable("stt", f"no answer within {deadline_s:.0f} s")


class ChainListener:
    """Recognisers in order. Safe for threads."""

    def __init__(self, config: Config, clock: Clock, deadline_s: float = DEADLINE_S) -> None:
        self._config = config
        self._clock = clock
        self._deadline_s = deadline_s
        self._groq = GroqWhisper(config.groq_api_key, config.groq_base_url) if config.groq_api_key else None
        self._offline: Recogniser | None = None
        self._breakers: dict[str, Breaker] = {}
        self._lock = threading.Lock()
        self._last = ""

    def transcribe(self, audio: bytes, filename: str, language: str, vocabulary: str) -> tuple[str, str]:
        """(text, engine); silence gives an empty text. Raises InvalidField for what is no usable sound, otherwise Unavailable("stt")."""
        field = "audio_path" if filename else "audio_base64"
        kind = checked_kind(audio, field)
        language = language if language in _LANGUAGES else "it"
        end = self._clock.monotonic() + self._deadline_s
        reason = _WAY_OUT
        for engine in self._engines():
            left = end - self._clock.monotonic()
            breaker = self._breaker(engine.name)
            if left <= 0 or not breaker.allow():
                reason = self._last or "resting after failures"
                continue  # the next engine of the chain is asked instead
            try:
                text = self._ask(engine, breaker, audio, kind, language, vocabulary, left)
            except InvalidField as refused:
                raise InvalidField(((field, refused.fields[0][1]),)) from refused
            except Unavailable as failed:
                reason = self._last = failed.message
            else:
                self._last = ""
                return ("" if _bare(text) in _PHANTOMS else " ".join(text.split())), engine.name
        raise Unavailable("stt", reason)

    def breakers(self) -> dict[str, State]:
        """The state of each engine's breaker."""
        return {f"stt_{name}": breaker.state for name, breaker in self._breakers.items()}

    def state(self) -> tuple[Literal["ok", "off", "degraded", "error"], str]:
        """How listening is, by its last real use; never touches the network."""
        engines = self._engines()
        if not engines:
            return "off", _WAY_OUT
        if self._last:
            return ("error" if len(engines) == 1 else "degraded"), self._last
        return "ok", f"groq {MODEL}" if engines[0] is self._groq else engines[0].name

    def close(self) -> None:
        """Breaks off what is under way."""
        for engine in self._engines():
            engine.abort()

    def _engines(self) -> list[Recogniser]:
        with self._lock:
            self._offline = self._offline or offline_recogniser(self._config.models_dir)
            return [engine for engine in (self._groq, self._offline) if engine is not None]

    def _breaker(self, name: str) -> Breaker:
        with self._lock:
            return self._breakers.setdefault(name, Breaker(f"stt_{name}", self._clock))

    def _ask(self, engine: Recogniser, breaker: Breaker, audio: bytes, kind: str, language: str, vocabulary: str, left_s: float) -> str:
        """One engine's answer, told to its breaker. Raises InvalidField, Unavailable."""
        try:
            text = _within(left_s, lambda: engine.transcribe(audio, kind, language, vocabulary, left_s), engine.abort)
        except InvalidField:
            breaker.success()
            raise
        except Unavailable:
            breaker.failure()
            raise
        except Exception as error:  # whatever a recogniser's library raises, the caller hears of one thing only
            breaker.failure()
            raise Unavailable("stt", f"the recogniser failed ({type(error).__name__})") from error
        breaker.success()
        return text


def make_listener(config: Config, clock: Clock) -> ChainListener:
    """The listener that this configuration allows; nothing is imported or asked before the first transcription."""
    return ChainListener(config, clock)
