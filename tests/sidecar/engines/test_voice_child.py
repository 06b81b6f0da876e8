"""The child process itself: it dies with its parent, and whatever its library does costs one sound."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from sidecar.engines import voice as voice_module
from sidecar.engines.child_frames import encode, frames, send
from sidecar.engines.child_process import ROOT, command
from sidecar.engines.voice import ChainVoice
from tests.sidecar.engines.sounds import RealClock, make_config, measure, wait_until
from tests.sidecar.engines.tiny_voice import build

PATCHED = """
import os, sys, time
from pathlib import Path
from sidecar.engines import espeak_native, piper_native, voice_child
{change}
sys.exit(voice_child.main())
"""


def child_that(change: str) -> list[str]:
    """The command line of a child whose library misbehaves."""
    return [sys.executable, "-c", PATCHED.format(change=change)]


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], ChainVoice]:
    build(tmp_path / "models")

    def made(change: str) -> ChainVoice:
        return ChainVoice(make_config(tmp_path), RealClock(), child_that(change))

    return made


@pytest.mark.parametrize(
    "change",
    [
        "piper_native.Piper.pcm = lambda *a: os.abort()",
        "piper_native.Piper.pcm = lambda *a: os._exit(1)",
        "piper_native.Piper.__init__ = lambda *a: sys.exit(1)",
        "piper_native.Piper.pcm = lambda *a: iter(())",
        "piper_native.Piper.pcm = lambda *a: 1 / 0",
        "import ctypes; piper_native.Piper.pcm = lambda *a: ctypes.string_at(0)",
        "piper_native.Piper.__init__ = lambda *a: print('more') or 1 / 0",
    ],
)
def test_whatever_pipers_library_does_the_synthesiser_serves_the_same_request(make: Callable[[str], ChainVoice], change: str) -> None:
    voice = make(change)
    sound = voice.speak("Buongiorno", "it")
    assert (sound.engine, sound.degraded) == ("espeak", ("tts",))
    assert measure(sound.path).seconds > 0.3
    voice.close()


def test_a_library_that_hangs_is_left_at_its_deadline(make: Callable[[str], ChainVoice], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(voice_module.BUDGET_S, "piper", (0.3, 0.0, 0.3))
    voice = make("piper_native.Piper.pcm = lambda *a: time.sleep(60)")
    sound = voice.speak("Buongiorno", "it")
    assert (sound.engine, sound.degraded, voice.state()[0]) == ("espeak", ("tts",), "degraded")
    voice.close()
    assert voice.pids() == ()


def test_a_missing_phoneme_table_is_noticed_before_the_library_ends_the_process(make: Callable[[str], ChainVoice], tmp_path: Path) -> None:
    (tmp_path / "piper").mkdir()
    voice = make(f"espeak_native.package_folder = lambda: Path({str(tmp_path / 'piper')!r})")
    sound = voice.speak("Buongiorno", "it")
    assert (sound.path, sound.engine, sound.degraded) == (None, "none", ("tts",))
    assert voice.state()[0] == "error"
    assert "phontab" in voice.state()[1]
    assert len(voice.pids()) == 2
    voice.close()


def test_all_libraries_failing_leaves_text_only_and_breakers_open(make: Callable[[str], ChainVoice]) -> None:
    voice = make("piper_native.Piper.pcm = espeak_native.Espeak.pcm = lambda *a: os._exit(3)")
    sounds = [voice.speak(word, "it") for word in ("uno", "due", "tre", "quattro")]
    assert {(sound.path, sound.engine, sound.degraded) for sound in sounds} == {(None, "none", ("tts",))}
    assert voice.breakers() == {"tts_piper": "open", "tts_espeak": "open"}
    voice.close()


def test_a_child_ends_when_its_parent_is_killed() -> None:
    script = (
        "import sys, time\n"
        "from sidecar.engines.child_process import Child\n"
        "child = Child(lambda c: None)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert wait_until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_a_child_answers_over_its_pipes_and_ends_with_its_input(tmp_path: Path) -> None:
    process = subprocess.Popen(command(), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    target = tmp_path / "a.wav"
    request = {"id": 7, "engine": "espeak", "text": "Buongiorno", "language": "it", "model": "", "speed": 1.0, "path": str(target)}
    send(process.stdin.fileno(), request)
    received = frames(process.stdout.fileno())
    assert next(received) == {"started": 7}
    reply = next(received)
    assert (reply["id"], reply["ok"], reply["sample_rate"]) == (7, True, 22_050)
    assert abs(measure(str(target)).seconds - reply["samples"] / 22_050) < 0.001
    process.stdin.close()
    assert process.wait(10) == 0
    process.stdout.close()


@pytest.mark.parametrize("garbage", [b"\xff\xff\xff\xff", b"\0\0\0\2[]", b"\0\0\0\5{oops", b"\0\0"])
def test_broken_frames_end_the_child_instead_of_confusing_it(garbage: bytes) -> None:
    process = subprocess.run(command(), cwd=ROOT, input=garbage, capture_output=True, timeout=20, check=False)
    assert (process.returncode, process.stdout) == (0, b"")


def test_frames_survive_any_cut(tmp_path: Path) -> None:
    sent = [{"text": "è così 🙂", "n": n} for n in range(3)]
    path = tmp_path / "stream"
    path.write_bytes(b"".join(map(encode, sent)))
    with path.open("rb") as file:
        assert list(frames(file.fileno())) == sent


def test_the_frozen_program_starts_itself_as_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, "voice-child"]
