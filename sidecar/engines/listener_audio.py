"""What kind of sound some bytes are, told by their first ones and never by a file name; and whether they may be sent at all.

Called by `listener`. Pure.
"""

from pipeline.model.errors import InvalidField

LARGEST_BYTES = 25 * 1024 * 1024
"""The limit of Groq's transcription service for an upload."""
_SMALLEST_BYTES = 44
_LAYER_BITS = 0b110


def _is_mp3(audio: bytes) -> bool:
    if audio.startswith(b"ID3"):
        return True
    return audio[0] == 0xFF and audio[1] & 0xE0 == 0xE0 and bool(audio[1] & _LAYER_BITS)


def kind_of(audio: bytes) -> str | None:
    """wav, mp3, m4a, ogg, flac or webm; None for anything else."""
    if len(audio) < _SMALLEST_BYTES:
        return None
    if audio[:4] == b"RIFF" and audio[8:12] == b"WAVE":
        return "wav"
    if audio[4:8] == b"ftyp":
        return "m4a"
    for start, kind in ((b"OggS", "ogg"), (b"fLaC", "flac"), (b"\x1a\x45\xdf\xa3", "webm")):
        if audio.startswith(start):
            return kind
    return "mp3" if _is_mp3(audio) else None


def checked_kind(audio: bytes, field: str) -> str:
    """The kind of a sound that may be transcribed. Raises InvalidField naming `field` for what is too large or no sound."""
    if len(audio) > LARGEST_BYTES:
        raise InvalidField(((field, f"larger than {LARGEST_BYTES // 1024 // 1024} MB"),))
    kind = kind_of(audio)
    if kind is None:
        raise InvalidField(((field, "not a wav, mp3, m4a, ogg, flac or webm sound"),))
    return kind
