"""What is said in Spanish: one function a Meaning, at most one question and it comes last. Usted throughout."""

from pipeline.phrases.spanish import outcome, people, repair, visit
from pipeline.phrases.spanish.book import BOOK

__all__ = ["BOOK", "outcome", "people", "repair", "visit"]
