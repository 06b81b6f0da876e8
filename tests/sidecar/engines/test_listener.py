"""Listening through the real groq SDK against a local service, and by offline recognisers that are doubles of the real packages."""

import io
import json
import sys
import types
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.errors import InvalidField, Unavailable
from sidecar.engines.listener import ChainListener, make_listener
from sidecar.engines.listener_audio import LARGEST_BYTES, kind_of
from tests.sidecar.engines.sounds import HandClock, RealClock, make_config
from tests.sidecar.engines.whisper_server import Whisper, listening

KEY = "gsk_invented_key_of_a_test"


def wav(seconds: float = 0.2) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(b"\0\1" * int(16_000 * seconds))
    return out.getvalue()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Whisper]:
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)
    with listening() as running:
        yield running


@pytest.fixture
def listener(tmp_path: Path, service: Whisper) -> ChainListener:
    return make_listener(make_config(tmp_path, groq_api_key=KEY, groq_base_url=service.url), RealClock())


def test_a_recording_becomes_words(listener: ChainListener, service: Whisper) -> None:
    assert listener.transcribe(wav(), "chiamata.wav", "it", "Piega, Sara, Salone Aurora") == (
        "buongiorno vorrei prenotare una piega",
        "groq",
    )
    path, authorization, body = service.requests[0]
    assert (path, authorization) == ("/openai/v1/audio/transcriptions", f"Bearer {KEY}")
    for part in (b"whisper-large-v3-turbo", b"Piega, Sara, Salone Aurora", b'filename="audio.wav"', b'name="language"\r\n\r\nit\r\n'):
        assert part in body


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90\x00", "mp3"),
        (b"\0\0\0\x20ftypM4A ", "m4a"),
        (b"OggS\0", "ogg"),
        (b"fLaC\0", "flac"),
        (b"\x1a\x45\xdf\xa3", "webm"),
        (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
        (b"RIFF\0\0\0\0AVI ", None),
        (b"%PDF-1.7", None),
        (b"\xff\xf1\x50\x80", None),
        (b"", None),
    ],
)
def test_the_kind_is_told_by_the_first_bytes(start: bytes, kind: str | None) -> None:
    assert kind_of(start.ljust(64, b"\0") if start else start) == kind


@pytest.mark.parametrize(
    ("audio", "problem"), [(b"hello" * 100, "not a wav"), (b"", "not a wav"), (b"OggS" + bytes(LARGEST_BYTES), "larger than 25 MB")]
)
def test_what_is_no_usable_sound_is_refused_before_it_is_sent(
    listener: ChainListener, service: Whisper, audio: bytes, problem: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        listener.transcribe(audio, "", "it", "")
    assert refused.value.fields[0][0] == "audio_base64"
    assert refused.value.fields[0][1].startswith(problem)
    assert service.requests == []


@pytest.mark.parametrize("fault", ["500", "401", "404", "429", "html", "other", "hangup"])
def test_every_failure_of_the_service_is_one_error_and_no_secret(listener: ChainListener, service: Whisper, fault: str) -> None:
    service.faults = [fault]
    with pytest.raises(Unavailable) as failed:
        listener.transcribe(wav(), "a.wav", "it", "")
    assert failed.value.component == "stt"
    assert KEY not in failed.value.message
    assert len(service.requests) == 1
    assert listener.transcribe(wav(), "a.wav", "it", "")[1] == "groq"


def test_a_sound_the_service_cannot_read_is_the_callers_mistake(listener: ChainListener, service: Whisper) -> None:
    service.faults = ["400"]
    with pytest.raises(InvalidField) as refused:
        listener.transcribe(wav(), "a.wav", "it", "")
    assert refused.value.fields == (("audio_path", "the recogniser cannot read this sound"),)
    assert listener.breakers() == {"stt_groq": "closed"}


def test_a_silent_service_is_left_at_the_deadline(tmp_path: Path, service: Whisper) -> None:
    service.faults = ["hang"]
    impatient = ChainListener(make_config(tmp_path, groq_api_key=KEY, groq_base_url=service.url), RealClock(), deadline_s=0.8)
    with pytest.raises(Unavailable):
        impatient.transcribe(wav(), "a.wav", "it", "")
    assert impatient.state()[0] == "error"


def test_three_failures_open_the_breaker_and_nothing_more_is_sent(tmp_path: Path, service: Whisper) -> None:
    clock = HandClock()
    listener = make_listener(make_config(tmp_path, groq_api_key=KEY, groq_base_url=service.url), clock)
    service.faults = ["500"] * 3
    for _ in range(4):
        with pytest.raises(Unavailable):
            listener.transcribe(wav(), "a.wav", "it", "")
    assert (len(service.requests), listener.breakers()) == (3, {"stt_groq": "open"})
    clock.at += 61
    assert listener.transcribe(wav(), "a.wav", "it", "")[1] == "groq"
    assert listener.breakers() == {"stt_groq": "closed"}


@pytest.mark.parametrize(
    "phantom", ["Sottotitoli e revisione a cura di QTSS", " Sottotitoli creati dalla comunità Amara.org", "Thank you for watching!"]
)
def test_the_phantoms_of_silence_are_not_taken_for_words(listener: ChainListener, service: Whisper, phantom: str) -> None:
    service.text = phantom
    assert listener.transcribe(wav(), "a.wav", "it", "") == ("", "groq")


def test_without_key_and_package_listening_is_off_and_says_what_to_do(tmp_path: Path) -> None:
    listener = make_listener(make_config(tmp_path), RealClock())
    with pytest.raises(Unavailable) as failed:
        listener.transcribe(wav(), "a.wav", "it", "")
    assert "GROQ_API_KEY" in failed.value.message
    assert listener.state()[0] == "off"


def fake_package(monkeypatch: pytest.MonkeyPatch, name: str, **members: object) -> None:
    package = types.ModuleType(name)
    package.__dict__.update(members)
    package.__spec__ = types.SimpleNamespace(name=name)  # type: ignore[assignment]  # find_spec asks only whether there is one
    monkeypatch.setitem(sys.modules, name, package)


class WhisperModel:
    """Stands for faster_whisper.WhisperModel."""

    def __init__(self, folder: str, device: str, compute_type: str) -> None:
        assert (Path(folder, "model.bin").is_file(), device, compute_type) == (True, "cpu", "int8")

    def transcribe(self, audio: io.BytesIO, **options: object) -> tuple[list[object], None]:
        assert options["language"] == "it"
        return [types.SimpleNamespace(text=" vorrei "), types.SimpleNamespace(text="un taglio")], None


@pytest.fixture
def offline_whisper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models" / "faster-whisper-small").mkdir(parents=True)
    (tmp_path / "models" / "faster-whisper-small" / "model.bin").write_bytes(b"x")
    fake_package(monkeypatch, "faster_whisper", WhisperModel=WhisperModel)


@pytest.mark.usefixtures("offline_whisper")
def test_an_offline_recogniser_is_used_where_package_and_model_are_there(tmp_path: Path) -> None:
    listener = make_listener(make_config(tmp_path), RealClock())
    assert listener.transcribe(wav(), "a.wav", "it", "") == ("vorrei un taglio", "faster-whisper")
    assert listener.state() == ("ok", "faster-whisper")


@pytest.mark.usefixtures("offline_whisper")
def test_the_offline_recogniser_takes_over_when_the_service_fails(tmp_path: Path, service: Whisper) -> None:
    service.faults = ["500"]
    config = replace(make_config(tmp_path), groq_api_key=KEY, groq_base_url=service.url)
    listener = make_listener(config, RealClock())
    assert listener.transcribe(wav(), "a.wav", "it", "")[1] == "faster-whisper"
    assert listener.transcribe(wav(), "a.wav", "it", "")[1] == "groq"


class KaldiRecognizer:
    """Stands for vosk.KaldiRecognizer."""

    def __init__(self, model: object, rate: float) -> None:
        self.rate, self.heard = rate, 0

    def AcceptWaveform(self, block: bytes) -> None:  # noqa: N802 - the package's own name
        self.heard += len(block)

    def FinalResult(self) -> str:  # noqa: N802 - the package's own name
        return json.dumps({"text": f"sentiti {self.heard} byte a {self.rate:.0f}"})


def test_vosk_reads_wav_and_refuses_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models" / "vosk-model-small-it").mkdir(parents=True)
    fake_package(monkeypatch, "vosk", Model=str, KaldiRecognizer=KaldiRecognizer)
    listener = make_listener(make_config(tmp_path), RealClock())
    assert listener.transcribe(wav(1.0), "a.wav", "it", "") == ("sentiti 32000 byte a 16000", "vosk")
    with pytest.raises(InvalidField):
        listener.transcribe(b"OggS".ljust(100, b"\0"), "a.ogg", "it", "")
