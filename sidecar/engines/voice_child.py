"""The voice child: the same program started as `voice-child`, in which the native speech libraries run.

Started by `child_process`; calls `espeak_native` and `piper_native`. A crash or an exit of a library costs one sound, never the
sidecar. It ends as soon as its standard input does, so it never outlives a killed parent. It knows no configuration: every
request names engine, voice, speed and the file to write.

Frames in: {id, engine, text, language, model, speed, path} and {cancel: id}. Frames out: {id, ok, samples, sample_rate} or
{id, ok: false, error, cancelled}; {started: id} before the work begins.
"""

import os
import queue
import re
import signal
import sys
import threading
from pathlib import Path

from sidecar.engines.audio_wav import write_wav
from sidecar.engines.child_frames import Frame, frames, send
from sidecar.engines.espeak_native import WORDS_PER_MINUTE, Espeak
from sidecar.engines.piper_native import Piper


class _Engines:
    """The libraries, loaded at first use and kept warm."""

    def __init__(self) -> None:
        self._espeak: Espeak | None = None
        self._voices: dict[str, Piper] = {}
        self.cancelled: set[int] = set()

    def speak(self, frame: Frame) -> Frame:
        """Carries out one request and says what came of it."""
        number = int(frame["id"])

        def cancelled() -> bool:
            return number in self.cancelled

        path, speed = Path(frame["path"]), float(frame["speed"])
        if frame["engine"] == "piper":
            voice = self._piper(frame["model"])
            rate, pieces = voice.sample_rate, voice.pcm(frame["text"], speed, cancelled)
        else:
            self._espeak = self._espeak or Espeak()
            rate = self._espeak.sample_rate
            pieces = self._espeak.pcm(frame["text"], frame["language"], round(WORDS_PER_MINUTE * speed), cancelled)
        samples = write_wav(path, rate, pieces)
        if cancelled():
            path.unlink(missing_ok=True)
            return {"id": number, "ok": False, "cancelled": True, "error": "cancelled"}
        return {"id": number, "ok": samples > 0, "samples": samples, "sample_rate": rate, "error": "" if samples else "no sound"}

    def _piper(self, model: str) -> Piper:
        if model not in self._voices:
            self._voices = {model: Piper(Path(model))}
        return self._voices[model]


def _claim() -> tuple[int, int]:
    """Private copies of both pipes; what a library prints or reads goes nowhere."""
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return source, sink


def _listen(source: int, jobs: "queue.SimpleQueue[Frame]", engines: _Engines) -> None:
    """Hands requests on, notes cancellations at once, and ends the process with its input."""
    for frame in frames(source):
        if "cancel" in frame:
            engines.cancelled.add(int(frame["cancel"]))
        else:
            jobs.put(frame)
    os._exit(0)


def _answer(engines: _Engines, frame: Frame) -> Frame:
    try:
        return engines.speak(frame)
    except Exception as error:  # noqa: BLE001 - any failure of a library becomes an answer; the parent goes down the chain
        return {"id": frame["id"], "ok": False, "error": _said(error)}


_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\\/\s'\"]+[\\/])+")


def _said(error: Exception) -> str:
    """What went wrong, with the name of the file and without the folders it lies in: the sentence reaches the host."""
    if isinstance(error, OSError) and error.strerror:
        return f"{os.path.basename(str(error.filename or '')) or 'a file'} cannot be used ({error.strerror}): check it and its permissions"
    return _FOLDERS.sub("", f"{type(error).__name__}: {error}")[:300]


def main() -> int:
    """Serves requests until standard input ends; returns only when the parent stops listening."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = _claim()
    jobs: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    engines = _Engines()
    threading.Thread(target=_listen, args=(source, jobs, engines), daemon=True).start()
    while True:
        frame = jobs.get()
        try:
            send(sink, {"started": frame["id"]})
            send(sink, _answer(engines, frame))
        except OSError:
            return 0
        engines.cancelled.discard(int(frame["id"]))


if __name__ == "__main__":
    sys.exit(main())
