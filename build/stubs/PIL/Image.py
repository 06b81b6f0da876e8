"""The names fastembed's modules mention while they are imported; no picture can be opened with them."""  # noqa: N999 - the name that is imported

from enum import IntEnum


class Resampling(IntEnum):
    """Pillow's own numbers."""

    NEAREST = 0
    LANCZOS = 1
    BILINEAR = 2
    BICUBIC = 3
    BOX = 4
    HAMMING = 5


class Image:
    """A type to annotate with."""
