"""What a calling function is given: the question, what was read of it, and the world to ask.

Made by `answers` once a question. Values only.
"""

from dataclasses import dataclass
from datetime import date, datetime

from pipeline.foreign.languages import Language
from pipeline.knowledge.question import Question
from pipeline.knowledge.reading import Reading
from pipeline.model.business import Lexicon
from pipeline.ports import World


@dataclass(frozen=True, slots=True)
class Scope:
    """One question at one instant."""

    world: World
    question: Question
    reading: Reading
    lexicon: Lexicon
    now: datetime
    blind: bool = False
    """The rows of the business cannot be read: `lexicon` is empty, and no question about them has an answer."""

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.reading.language

    @property
    def today(self) -> date:
        """The calendar day of the question."""
        return self.now.date()
