"""What is said in English: one function a Meaning, at most one question and it comes last."""

from pipeline.phrases.english import outcome, people, repair, visit
from pipeline.phrases.english.book import BOOK

__all__ = ["BOOK", "outcome", "people", "repair", "visit"]
