"""The process as the protocol sees it: who it is, what it can do, how it is, and the World of each request.

Made by `sidecar.lifecycle`, implements `rpc.call.Host`. Quick until it is first asked for a World: then `sidecar.wiring` builds one.
It knows no method and no line.
"""

import os
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from rpc.call import Token
from sidecar import version
from sidecar.clock import FrozenClock, parse_instant
from sidecar.config import Config

if TYPE_CHECKING:
    # A ping is answered before the pipeline and the store are loaded.
    from pipeline.ports import Clock, World
    from sidecar.bound import Shared
    from sidecar.wiring import Parts

LANGUAGES = ["it", "en", "es", "pt"]
_LIMITS = {"line_bytes": 4 * 1024 * 1024, "answer_bytes": 8 * 1024 * 1024, "nesting": 64, "batch": 1000, "text": 2000}


class Process:
    """This process. `build` makes the World at first use; `on_answered` is called once, when the first answer is out."""

    def __init__(
        self,
        config: Config,
        clock: "Clock",
        build: "Callable[[], Parts] | None" = None,
        on_answered: Callable[[], None] = lambda: None,
    ) -> None:
        self._config = config
        self._clock = clock
        self._build = build or self._build_from_config
        self._on_answered = on_answered
        self._started = time.monotonic()
        self._lock = threading.Lock()
        self._built: tuple[Parts, Shared] | None = None
        self._person = False

    @property
    def frozen(self) -> bool:
        """Whether --now holds the calendar."""
        return isinstance(self._clock, FrozenClock)

    @property
    def speaks(self) -> bool:
        """Whether the settings want a voice."""
        return self._config.tts != "off"

    def server(self) -> Mapping[str, Any]:
        """name, version, commit, pid."""
        return {"name": version.NAME, "version": version.VERSION, "commit": version.commit(), "pid": os.getpid()}

    def capabilities(self) -> Mapping[str, Any]:
        """What the configuration promises; whether it holds is the matter of `health.check`."""
        return {
            "tts": self._config.tts,
            "llm": self._llm(),
            "embeddings": self._config.embeddings,
            "languages": LANGUAGES,
            "limits": _LIMITS,
        }

    def meet(self, client: Mapping[str, Any]) -> None:
        """Remembers whether a person is at hand there."""
        self._person = client.get("handoff") is True

    def health(self, probe: bool, queues: Mapping[str, int]) -> Mapping[str, Any]:
        """The answer of `health.check`."""
        from sidecar import health

        parts, shared = self.parts()
        answers = health.components(parts, shared.outbox, self._config, probe)
        return {
            "status": "degraded" if health.degraded(answers) else "ok",
            "components": answers,
            "breakers": health.breakers(parts),
            "queues": {**queues, "outbox": shared.outbox.pending},
            "version": version.VERSION,
            "pid": os.getpid(),
            "uptime_s": round(time.monotonic() - self._started, 3),
            "timestamp": self._clock.now().isoformat(),
        }

    def world(self, token: Token) -> "World":
        """The World, bound to this request."""
        from sidecar.bound import bind

        parts, shared = self.parts()
        return bind(parts.world, token, shared)

    def parts(self) -> "tuple[Parts, Shared]":
        """What `sidecar.wiring` built, with the messages under way; built by the first who asks."""
        built = self._built
        if built is None:
            with self._lock:
                built = self._built
                if built is None:
                    built = self._built = self._make()
        return built

    def move_clock(self, now: str) -> bool:
        """Moves the frozen calendar forward."""
        try:
            return isinstance(self._clock, FrozenClock) and self._clock.move(parse_instant(now))
        except ValueError:
            return False

    def answered(self) -> None:
        """The first answer is out."""
        self._on_answered()

    def close(self) -> None:
        """Closes what was opened: the database first, then the engines."""
        if self._built is None:
            return
        parts, _ = self._built
        parts.store.close()
        for engine in parts.engines.values():
            if hasattr(engine, "close"):
                engine.close()

    def _make(self) -> "tuple[Parts, Shared]":
        from dataclasses import replace

        from sidecar.bound import Shared
        from sidecar.outbox import Outbox

        parts = self._build()
        parts = replace(parts, world=replace(parts.world, person_at_hand=lambda: self._person))
        return parts, Shared(Outbox(parts.world.reads, self._clock))

    def _build_from_config(self) -> "Parts":
        from sidecar import wiring

        return wiring.build(self._config, self._clock)

    def _llm(self) -> str:
        keys = {"groq": self._config.groq_api_key, "openrouter": self._config.openrouter_api_key}
        if self._config.llm != "auto":
            return self._config.llm
        return next((name for name, key in keys.items() if key), "off")
