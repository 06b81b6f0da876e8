"""What is said in Italian: one function a Meaning, Lei by default, at most one question and it comes last.

Laws: two sentences and about 25 words a turn (a recap 35); nothing in the past tense that is not committed when it is spoken.
"""

from pipeline.phrases.italian import outcome, people, repair, visit
from pipeline.phrases.italian.book import BOOK

__all__ = ["BOOK", "outcome", "people", "repair", "visit"]
