"""The voice: Piper, then the espeak-ng synthesiser, then silence; one list, and a failing engine never costs the turn.

Made by `sidecar.wiring` through `make_voice`; implements `pipeline.ports.Voice`. The engines run in child processes
(`child_pool`), their sounds lie in `audio_store`. It knows no dialogue and never raises for a failing engine.

Laws: 1. a sound is returned only when its file is complete; 2. "tts" is among `degraded` when an expected engine did not serve, never
because the voice is off; 3. whoever cancels waits for nothing.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pipeline.ports import Clock, Sound
from sidecar.config import Config
from sidecar.engines.audio_store import AudioStore, Key, Recorded
from sidecar.engines.breaker import Breaker, State
from sidecar.engines.child_pool import Pool
from sidecar.engines.child_process import Job
from sidecar.engines.voice_files import VoiceFiles, espeak_problem, find_voice, installed_voices, voice_problem
from sidecar.engines.voice_idle import Idle

Engine = Literal["piper", "espeak"]
SPEED = 1.1
"""Specification 14: how much faster than its own pace Piper speaks."""
BUDGET_S: dict[Engine, tuple[float, float, float]] = {"piper": (2.0, 0.005, 3.0), "espeak": (1.0, 0.002, 2.0)}
"""Seconds an engine has for a text: at least, a character, and more while it is cold."""
_NOTHING = Sound(None, "none")
_FAILED = Sound(None, "none", degraded=("tts",))
_CANCELLED = Sound(None, "none", degraded=("tts_cancelled",))
_POISON = 256
_LONGEST = 6_000
"""Characters of one sound: some six minutes of speech."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One engine that may speak this text."""

    engine: Engine
    voice: str
    model: Path | None
    speed: float


def _sayable(speech: str) -> tuple[str, bool]:
    """(the text as the engines get it, whether it is all of it): valid UTF-8 on one line, cut at a sentence where it is endless."""
    text = " ".join(speech.encode("utf-8", "ignore").decode().replace("\0", " ").split())
    if len(text) <= _LONGEST:
        return text, True
    return text[: text.rfind(". ", 0, _LONGEST) + 1] or text[:_LONGEST], False


class _Stopped(Exception):
    """The caller does not want the sound any more."""


class ChainVoice:
    """The chain of engines with its cache. Safe for threads."""

    def __init__(self, config: Config, clock: Clock, argv: Sequence[str] | None = None) -> None:
        """Starts nothing yet; `argv` replaces the child's command line in tests."""
        self._config = config
        self._store = AudioStore(config.audio_dir)
        self._pools: dict[Engine, Pool] = {"piper": Pool(clock, 2, argv), "espeak": Pool(clock, 2, argv)}
        self._breakers: dict[Engine, Breaker] = {engine: Breaker(engine, clock) for engine in self._pools}
        self._idle = Idle(clock, self._say_ahead, self._store.sweep)
        self._lock = threading.Lock()
        self._poison: dict[Key, None] = {}
        self._warm: set[tuple[Engine, str]] = set()
        self._notes: dict[Engine, str] = {}
        self._served: Engine | Literal["none"] | None = None

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        """A finished sound of the text, from the first engine of the chain that can."""
        text, whole = _sayable(speech)
        if self._config.tts == "off" or not any(map(str.isalnum, text)):
            return _NOTHING
        self._idle.begin()
        try:
            sound = self._chain(text, language, cancelled)
            return sound if whole else replace(sound, degraded=("tts",))
        except _Stopped:
            return _CANCELLED
        finally:
            self._idle.end()

    @property
    def spoken(self) -> bool:
        """Whether a caller has been spoken to in this process."""
        return self._idle.begun

    def prepare(self, speeches: Sequence[str], language: str = "it") -> None:
        """Phrases to be spoken ahead while idle, from the first spoken turn on."""
        if self._config.tts != "off":
            for speech in speeches:
                self._idle.add(_sayable(speech)[0], language)

    def warm(self) -> None:
        """Starts the child of the first engine, so that the first spoken turn finds it there."""
        candidates = self._candidates("it")
        if candidates:
            try:
                self._pools[candidates[0].engine].warm()
            except OSError as error:
                self._note(candidates[0].engine, f"cannot be started ({type(error).__name__})")

    def close(self) -> None:
        """Ends threads and children."""
        self._idle.close()
        for pool in self._pools.values():
            pool.close()

    def pids(self) -> tuple[int, ...]:
        """The child processes that are running."""
        return tuple(pid for pool in self._pools.values() for pid in pool.pids)

    def busy(self) -> bool:
        """Whether a sound is being made at this moment."""
        return any(pool.busy for pool in self._pools.values())

    def breakers(self) -> dict[str, State]:
        """The state of each engine's breaker."""
        return {f"tts_{engine}": breaker.state for engine, breaker in self._breakers.items()}

    def probe(self) -> None:
        """Speaks a word, so that `state` tells of this moment."""
        if self._config.tts != "off":
            self._chain("prova", "it", None, fresh=True)

    def state(self) -> tuple[Literal["ok", "off", "degraded", "error"], str]:
        """How the voice is, by its last real use. The detail names the command that mends it."""
        if self._config.tts == "off":
            return "off", "switched off"
        name = self._config.voice
        files = find_voice(self._config.models_dir, name)
        wanted: Engine = "espeak" if self._config.tts == "espeak" else "piper"
        pull = f"`models pull {name}`"
        problem = voice_problem(files) if files and wanted == "piper" else None
        if self._served == "none" or (espeak_problem() and not files):
            return "error", self._notes.get("espeak") or espeak_problem() or "no engine can speak"
        if problem:
            return "degraded", f"{problem}: {pull} mends it"
        if wanted == "piper" and files is None:
            detail = f"espeak speaks; {pull} installs the better voice"
            return ("degraded", detail) if self._config.tts == "piper" else ("ok", detail)
        if wanted in self._notes:
            return "degraded", f"{wanted}: {self._notes[wanted]}"
        return "ok", f"piper {name}" if wanted == "piper" else "espeak"

    def _candidates(self, language: str) -> list[_Candidate]:
        """The one list: what may speak this language, best first."""
        if self._config.tts == "off":
            return []
        files = self._piper_voice(language) if self._config.tts != "espeak" else None
        piper = [_Candidate("piper", files.signature, files.model.absolute(), SPEED)] if files else []
        return [*piper, _Candidate("espeak", language, None, 1.0)]

    def _piper_voice(self, language: str) -> VoiceFiles | None:
        """The configured voice if it speaks this language (or is insisted on), otherwise any installed one that does."""
        folder = self._config.models_dir
        configured = find_voice(folder, self._config.voice)
        if configured and (configured.language == language or self._config.tts == "piper"):
            return configured
        return next((files for files in installed_voices(folder) if files.language == language), None)

    def _chain(self, text: str, language: str, cancelled: Callable[[], bool] | None, *, fresh: bool = False) -> Sound:
        candidates = self._candidates(language)
        best: Engine = "piper" if self._config.tts == "piper" else candidates[0].engine
        for candidate in candidates:
            recorded = self._try(candidate, text, language, cancelled, fresh=fresh)
            if recorded is not None:
                self._served = candidate.engine
                degraded = () if candidate.engine == best else ("tts",)
                return Sound(str(recorded.path), candidate.engine, recorded.duration_ms, recorded.sample_rate, degraded)
        self._served = "none"
        return _FAILED

    def _try(
        self,
        candidate: _Candidate,
        text: str,
        language: str,
        cancelled: Callable[[], bool] | None,
        *,
        fresh: bool = False,
        ahead: bool = False,
    ) -> Recorded | None:
        """The sound by this engine, from the cache or made now; None when it cannot. Raises _Stopped when the caller cancelled."""
        key: Key = (candidate.engine, candidate.voice, f"{candidate.speed}", language, text)
        recorded = None if fresh else self._store.get(key)
        if recorded is not None:
            return recorded
        breaker = self._breakers[candidate.engine]
        if key in self._poison or not breaker.allow():
            return None
        job = self._job(candidate, text, language, key)
        job.background = ahead
        base, each, cold = BUDGET_S[candidate.engine]
        budget = base + each * len(text) + (0.0 if (candidate.engine, candidate.voice) in self._warm else cold)
        try:
            finished = self._pools[candidate.engine].run(job, budget, cancelled)
        except OSError as error:
            breaker.failure()
            self._note(candidate.engine, f"cannot be started ({type(error).__name__})")
            return None
        if finished:
            return self._store.get(key) if job.reply and job.reply.get("ok") else None
        if cancelled is not None and cancelled():
            raise _Stopped
        if not ahead:
            breaker.failure()
            self._note(candidate.engine, f"took longer than {budget:.1f} s")
        return None

    def _job(self, candidate: _Candidate, text: str, language: str, key: Key) -> Job:
        path = self._store.new_path()
        request = {
            "engine": candidate.engine, "text": text, "language": language, "model": str(candidate.model or ""),
            "speed": candidate.speed, "path": str(path),
        }  # fmt: skip
        return Job(request, on_done=lambda job: self._report(job, candidate, key, path))

    def _report(self, job: Job, candidate: _Candidate, key: Key, path: Path) -> None:
        """What a job's end means for cache, breaker and memory, also when nobody waits for it any more."""
        engine, breaker, reply = candidate.engine, self._breakers[candidate.engine], job.reply
        if reply is None:
            breaker.failure()
            self._remember(key)
            self._note(engine, "stopped while speaking")
        elif reply.get("ok"):
            self._store.put(key, Recorded(path, int(reply["samples"]), int(reply["sample_rate"])))
            self._warm.add((engine, candidate.voice))
            if not job.abandoned:
                breaker.success()
                self._notes.pop(engine, None)
        elif reply.get("cancelled"):
            if breaker.state == "half_open":  # the probe proved nothing, but somebody must report it
                breaker.failure()
        elif reply.get("error") == "no sound":
            self._remember(key)
            breaker.success()
        elif not job.abandoned:
            breaker.failure()
            self._note(engine, str(reply.get("error")))

    def _remember(self, key: Key) -> None:
        """This engine is not asked for this text again."""
        with self._lock:
            self._poison[key] = None
            while len(self._poison) > _POISON:
                del self._poison[next(iter(self._poison))]

    def _note(self, engine: Engine, what: str) -> None:
        self._notes[engine] = what

    def _say_ahead(self, text: str, language: str) -> None:
        for candidate in self._candidates(language):
            if self._try(candidate, text, language, None, ahead=True) is not None:
                return


def make_voice(config: Config, clock: Clock) -> ChainVoice:
    """The voice that this configuration asks for; nothing is started or imported before the first sound."""
    return ChainVoice(config, clock)
