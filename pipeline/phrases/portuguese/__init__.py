"""What is said in Portuguese: one function a Meaning, at most one question and it comes last. Polite third person throughout."""

from pipeline.phrases.portuguese import outcome, people, repair, visit
from pipeline.phrases.portuguese.book import BOOK

__all__ = ["BOOK", "outcome", "people", "repair", "visit"]
