"""Sound in and out for the host: `voice.synthesize`, `voice.transcribe`."""

import base64
import binascii
from pathlib import Path

from pipeline.desk.deeds import Shape
from pipeline.model.errors import InvalidField, Unavailable
from pipeline.phrases.ear import speech
from pipeline.ports import World

MAX_AUDIO = 25 * 1024 * 1024
"""Bytes; a longer recording is no utterance."""


def synthesize(world: World, *, text: str, language: str | None = None) -> Shape:
    """A finished WAV of the text. Raises InvalidField for blank text, Unavailable("tts") when no engine could speak."""
    spoken = language or world.reads.settings().lingua
    heard = speech(text, spoken, world.clock.now().date())
    if not heard.strip():
        raise InvalidField((("text", "holds nothing that can be spoken"),))
    sound = world.voice.speak(heard, spoken, world.cancelled)
    if sound.path is None:
        raise Unavailable("tts", "no voice could speak: see `doctor`")
    return {
        "audio_path": sound.path,
        "engine": sound.engine,
        "duration_ms": sound.duration_ms,
        "sample_rate": sound.sample_rate,
    }


def transcribe(world: World, *, audio_path: str | None = None, audio_base64: str | None = None, language: str | None = None) -> Shape:
    """The text of a recording. Raises InvalidField for a file that cannot be read, Unavailable("stt")."""
    if (audio_path is None) == (audio_base64 is None):
        raise InvalidField((("audio_path", "must be given, or audio_base64, and not both"),))
    if world.listener is None:
        raise Unavailable("stt", "no speech recognition is configured")
    audio, name = (_read(audio_path), Path(audio_path).name) if audio_path is not None else (_decoded(audio_base64 or ""), "audio.wav")
    text, engine = world.listener.transcribe(audio, name, language or world.reads.settings().lingua, _vocabulary(world))
    return {"text": text, "engine": engine}


def _vocabulary(world: World) -> str:
    """The proper words of the business, so that they are heard as they are written."""
    lexicon = world.reads.lexicon()
    return ", ".join([service.nome for service in lexicon.services] + [operator.nome for operator in lexicon.operators])


def _read(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return _bounded(file.read(MAX_AUDIO + 1), "audio_path")
    except (OSError, ValueError) as error:
        raise InvalidField((("audio_path", "cannot be read"),)) from error


def _decoded(text: str) -> bytes:
    try:
        return _bounded(base64.b64decode(text, validate=True), "audio_base64")
    except (binascii.Error, ValueError) as error:
        raise InvalidField((("audio_base64", "is not base64"),)) from error


def _bounded(audio: bytes, field: str) -> bytes:
    if not audio:
        raise InvalidField(((field, "is empty"),))
    if len(audio) > MAX_AUDIO:
        raise InvalidField(((field, "is longer than 25 MB"),))
    return audio
