"""The second step of an informative turn: search in the FAQ of the business, with follow-ups, other languages and a floor.

Called by `answers`. Calls `world.recall`, `translation`, `grounding`. Laws: 1. below the floor nothing is read out, however near it
is; 2. an entry's answer is said as the owner wrote it; a model may shorten a long one, and only where it adds, turns and loses
nothing.
"""

import re

from pipeline.foreign.languages import words
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.grounding import unfaithful
from pipeline.knowledge.prompts import PHRASE, fenced, language_name
from pipeline.knowledge.question import Finding
from pipeline.knowledge.redaction import redacted
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.translation import to_italian
from pipeline.ports import FaqHit

_LONG = 35
"""Words from which on an answer is worth shortening for the telephone."""
_MARKER = re.compile(r"(?:LIST|LINK|USER)\\?_", re.IGNORECASE)
_TOP = 3


def from_faq(scope: Scope, consult: Consult) -> Finding | None:
    """The entry that answers the question, None below the floor."""
    hit, translated = _search(scope, consult)
    return _found(scope, consult, hit, translated) if hit is not None else None


def about(scope: Scope, consult: Consult) -> Finding | None:
    """The entry that answers the question and names the very thing asked about ("a che ora apre la piscina?"), None where none does."""
    hit = _as_asked(scope)
    if hit is None or not any(word[:5] in {known[:5] for known in words(hit.question)} for word in scope.reading.subject):
        return None
    return _found(scope, consult, hit, False)


def _found(scope: Scope, consult: Consult, hit: FaqHit, translated: bool) -> Finding:
    finished = (hit.language or "it") == scope.language
    shorter = _shorter(scope, consult, hit) if finished else None
    return Finding(shorter or hit.answer, hit.source, finished=finished, by_model=bool(shorter) or translated)


def _search(scope: Scope, consult: Consult) -> tuple[FaqHit | None, bool]:
    """(the sure hit, whether the question was translated to find it): as asked, then in Italian."""
    hit, language = _as_asked(scope), scope.language
    if hit is not None or language == "it" or not scope.world.recall.entries():
        return hit, False
    names = [service.nome for service in scope.lexicon.services]
    italian = to_italian(_queries(scope)[-1], language, consult, names)
    return (None, False) if italian is None else (_sure(scope, italian, "it"), True)


def _queries(scope: Scope) -> list[str]:
    text, lean = scope.question.text, scope.reading.lean
    return [text, f"{lean} {text}"] if lean else [text]


def _as_asked(scope: Scope) -> FaqHit | None:
    """The sure hit in the caller's own language, with what went before where the question leans on it."""
    hits = (_sure(scope, query, scope.language) for query in _queries(scope))
    return next((hit for hit in hits if hit is not None), None)


def _sure(scope: Scope, query: str, language: str) -> FaqHit | None:
    return next((hit for hit in scope.world.recall.search(query, _TOP, language) if hit.sure), None)


def _shorter(scope: Scope, consult: Consult, hit: FaqHit) -> str | None:
    if len(words(hit.answer)) < _LONG or _MARKER.search(hit.answer) or not consult.ready():
        return None
    answer = consult.ask(
        PHRASE.format(language=language_name(scope.language)),
        fenced(context=hit.answer, question=redacted(scope.question.text)),
    )
    if answer is None or unfaithful(answer, (hit.answer,), scope.question.text):
        return None
    return answer
