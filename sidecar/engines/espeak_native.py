"""The espeak-ng synthesiser inside piper's own native library, by ctypes: real speech with no model file at all.

Called by `voice_child` only: its state is global to a process and a bad data folder ends that process, so it never runs in ours.
One thread at a time.
"""

import ctypes
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_UTF8 = 1
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4
_POSITION_CHARACTER = 1
WORDS_PER_MINUTE = 160
_SETTINGS = {_VOLUME: 90, _PITCH: 52, _RANGE: 55}
VOICES = {"it": ("it+f2", "it"), "en": ("en-gb+f2", "en+f2", "en"), "es": ("es+f2", "es"), "pt": ("pt-br+f2", "pt+f2", "pt")}
"""Tried in order: a frozen program may have left a variant out."""

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class EspeakFailed(Exception):
    """The library is not there, or refused; the message names what."""


def package_folder() -> Path:
    """Where piper-tts lies, without importing it. Raises EspeakFailed."""
    spec = find_spec("piper")
    if spec is None or not spec.submodule_search_locations:
        raise EspeakFailed("piper-tts is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def data_folder() -> Path:
    """The folder of espeak-ng's data, with its phoneme table in it. Raises EspeakFailed: without it the library ends the process."""
    folder = package_folder() / "espeak-ng-data"
    if not (folder / "phontab").is_file():
        raise EspeakFailed("espeak-ng-data/phontab is missing")
    return folder


def _library() -> Path:
    for path in sorted(package_folder().iterdir()):
        if path.name.startswith("espeakbridge") and path.suffix in (".so", ".pyd", ".dylib"):
            return path
    raise EspeakFailed("espeakbridge is missing")


class Espeak:
    """One initialised synthesiser; `sample_rate` in Hz."""

    def __init__(self) -> None:
        """Loads and initialises the library. Raises EspeakFailed."""
        data = data_folder()
        try:
            self._library = ctypes.CDLL(str(_library()))
        except OSError as error:
            raise EspeakFailed("espeakbridge does not load") from error
        self._library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        self.sample_rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, str(data).encode(), _DONT_EXIT))
        if self.sample_rate <= 0:
            raise EspeakFailed("espeak-ng does not initialise")
        self._pieces: list[bytes] = []
        self._cancelled: Callable[[], bool] = bool
        self._callback = _Callback(self._receive)
        self._library.espeak_SetSynthCallback(self._callback)
        self._voice = ""

    def _receive(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._pieces.append(ctypes.string_at(samples, 2 * count))
        return 1 if self._cancelled() else 0

    def _choose(self, language: str) -> None:
        for name in VOICES.get(language, VOICES["it"]):
            if name == self._voice or self._library.espeak_SetVoiceByName(name.encode()) == 0:
                self._voice = name
                return
        raise EspeakFailed(f"no voice for {language}")

    def pcm(self, text: str, language: str, words_per_minute: int, cancelled: Callable[[], bool]) -> list[bytes]:
        """The samples of a text, 16 bit mono; stops early when cancelled. Raises EspeakFailed."""
        self._choose(language)
        for parameter, value in {**_SETTINGS, _RATE: words_per_minute}.items():
            self._library.espeak_SetParameter(parameter, value, 0)
        self._pieces, self._cancelled = [], cancelled
        data = text.replace("\0", " ").encode() + b"\0"
        if self._library.espeak_Synth(data, len(data), 0, _POSITION_CHARACTER, 0, _UTF8, None, None):
            raise EspeakFailed("espeak-ng refused the text")
        pieces, self._pieces = self._pieces, []
        return pieces
