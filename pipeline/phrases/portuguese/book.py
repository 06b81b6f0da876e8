"""The Portuguese phrasebook, filled by the modules beside it."""

from pipeline.phrases.voice import Phrasebook

BOOK = Phrasebook()
