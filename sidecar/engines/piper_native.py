"""A Piper voice through piper-tts's own code, inside a voice child.

Called by `voice_child` only. Loading and speaking may end the process (a missing phoneme table) or crash it (a broken model):
that is why it lives there. Specification 14: speed 1.1 is a length scale of 1/1.1.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from sidecar.engines.espeak_native import data_folder

_CLAUSES = 220
"""Characters after which a text is cut at the next pause, so that a cancelled synthesis stops soon."""


def _sentences(text: str) -> Iterator[str]:
    """The text in pieces that end at a sentence, each of them quick to speak."""
    rest = text
    while len(rest) > _CLAUSES:
        cut = max((rest.rfind(sign, 1, _CLAUSES) for sign in (". ", "? ", "! ", "; ")), default=-1)
        if cut < 1:
            break
        yield rest[: cut + 1]
        rest = rest[cut + 1 :].lstrip()
    yield rest


class Piper:
    """One warm voice."""

    def __init__(self, model: Path) -> None:
        """Loads the model and its configuration. Raises whatever piper, json or onnxruntime raise."""
        data = data_folder()
        from piper import PiperVoice

        self._voice = PiperVoice.load(model, espeak_data_dir=data)
        self.sample_rate = self._voice.config.sample_rate

    def pcm(self, text: str, speed: float, cancelled: Callable[[], bool]) -> Iterator[bytes]:
        """The samples sentence by sentence, 16 bit mono; stops between sentences when cancelled."""
        from piper import SynthesisConfig

        settings = SynthesisConfig(length_scale=self._voice.config.length_scale / speed, volume=0.95)
        for sentence in _sentences(text):
            for chunk in self._voice.synthesize(sentence, syn_config=settings):
                if cancelled():
                    return
                yield chunk.audio_int16_bytes
