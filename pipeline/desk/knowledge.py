"""The desktop's own methods for knowledge: faq.search, faq.answer, faq.reload, formatter.format, links.resolve (contract section 3).

Called by `rpc`. Calls `pipeline.knowledge`. Each function takes the contract's parameter names and returns the wire's result. What
an answer has to write is committed here before it is handed out: a link whose record could not be written is not given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pipeline.foreign.detect import detect
from pipeline.foreign.languages import supported
from pipeline.foreign.understand import understand
from pipeline.italian.parse import parse as read
from pipeline.knowledge.answers import answer
from pipeline.knowledge.formatter import Formatted
from pipeline.knowledge.formatter import format_response as formatted
from pipeline.knowledge.links import resolve_link, without_secrets
from pipeline.knowledge.question import Knowledge, Question
from pipeline.knowledge.texts import say
from pipeline.knowledge.tokens import KINDS
from pipeline.knowledge.values import ANONYMOUS
from pipeline.model.business import Id
from pipeline.model.errors import InvalidField, Unavailable
from pipeline.model.parse import Context, Parse
from pipeline.model.session import Exchange, Session
from pipeline.model.writes import AuditTurn, SaveSession, Write
from pipeline.ports import World

_KEPT = 20
"""Exchanges kept of a session that is used through this door alone."""


def faq_search(world: World, *, query: str, top_k: int = 3, language: str | None = None) -> dict[str, Any]:
    """The entries nearest to a question, best first, with their scores; nothing is judged."""
    if top_k < 1:
        raise InvalidField((("top_k", "must be at least 1"),))
    hits = world.recall.search(query, top_k, supported(language))
    return {
        "results": [{"question": hit.question, "answer": hit.answer, "score": round(hit.score, 4), "source": hit.source} for hit in hits]
    }


def faq_answer(
    world: World,
    *,
    query: str,
    session_id: str | None = None,
    language: str | None = None,
    cliente_id: Id | None = None,
    workspace_id: str | None = None,
) -> dict[str, Any]:
    """The answer to a question by the path of every informative turn; with a session, follow-ups are understood."""
    session = _session(world, session_id)
    spoken = language or detect(query, session.dialogue.language if session else None)[0]
    question = Question(
        text=query,
        parse=_read(world, query, spoken),
        language=spoken,
        session_id=session_id,
        history=session.history if session else (),
        cliente_id=cliente_id if cliente_id is not None and str(cliente_id).strip() else None,
        workspace_id=workspace_id or "default",
    )
    made = answer(question, world)
    kept = _remembered(world, session, session_id, query, made)
    made = _committed(world, question, made, (*kept, *_removed(world, "faq.answer", made.removed)))
    return {"text": made.display, "sources": list(made.sources), "grounded": made.grounded, "abstained": made.abstained}


def faq_reload(world: World) -> dict[str, Any]:
    """Reads the FAQ again and says how many entries it holds and what searches them."""
    entries, index = world.recall.reload()
    return {"entries": entries, "index": index}


def format_response(
    world: World,
    *,
    response: str,
    language: str,
    customer_id: Id,
    workspace_id: str,
    original_question: str,
    conversation_history: Sequence[Mapping[str, Any]] | None = None,
    format_rules: str | None = None,
    link_kind: str | None = None,
) -> dict[str, Any]:
    """A template with its tokens replaced, in the caller's language. Raises InvalidField for a mandatory field that is blank."""
    if link_kind is not None and link_kind not in KINDS:
        raise InvalidField((("link_kind", f"must be one of {', '.join(KINDS)}"),))
    history = [(str(turn.get("role", "")), str(turn.get("content", ""))) for turn in conversation_history or ()]

    def make(customer: Id) -> Formatted:
        return formatted(world, response, language, customer, workspace_id, original_question, history, format_rules, link_kind)

    made = make(customer_id)
    writes = (*made.writes, *_removed(world, "formatter.format", made.removed))
    if writes and not _commit(world, writes):
        again = make(ANONYMOUS) if made.writes else made
        made = replace(again, degraded=tuple(dict.fromkeys((*again.degraded, "database"))))
    return {
        "display": made.display,
        "speech": made.speech,
        "facts": [{"token": token, "value": value} for token, value in made.facts],
        "degraded": list(made.degraded),
        "llm_used": made.llm_used,
    }


def links_resolve(world: World, *, token: str, kind: str) -> dict[str, Any]:
    """What a link opens. Raises Refused where it opens nothing, InvalidField for a page that does not exist."""
    if kind not in KINDS:
        raise InvalidField((("kind", f"must be one of {', '.join(KINDS)}"),))
    return resolve_link(world, token, kind)


def _read(world: World, query: str, language: str) -> Parse | None:
    """The question as the dialogue would read it; None where the words of the business cannot be read."""
    known = supported(language) or "it"
    try:
        context = Context(world.clock.now(), world.reads.lexicon(), language=known)
    except Unavailable:
        return None
    return read(query, context) if known == "it" else understand(query, known, context)


def _session(world: World, session_id: str | None) -> Session | None:
    """The live session, None where there is none or the database cannot be asked."""
    if session_id is None:
        return None
    try:
        found = world.reads.session(session_id)
    except Unavailable:
        return None
    return found if found is not None and found.expires_at > world.clock.now() and not found.completed else None


def _remembered(world: World, session: Session | None, session_id: str | None, query: str, made: Knowledge) -> tuple[Write, ...]:
    """The question kept in the session, so that the next one may lean on it."""
    if session_id is None or "database" in made.degraded:
        return ()
    now = world.clock.now()
    expires_at = now + timedelta(minutes=world.reads.settings().sessione_ttl_minuti)
    kept = session or Session(session_id, now, now, expires_at)
    history = (*kept.history, Exchange(query, without_secrets(made.display), "info"))[-_KEPT:]
    return (SaveSession(replace(kept, updated_at=now, expires_at=expires_at, history=history)),)


def _removed(world: World, method: str, markers: Sequence[str]) -> tuple[Write, ...]:
    """Markers that meant nothing, noted where whatever comes by method is noted."""
    if not markers:
        return ()
    return (AuditTurn("rpc", world.clock.now(), action=method, result=f"unknown markers removed: {', '.join(markers)}"),)


def _committed(world: World, question: Question, made: Knowledge, remembered: tuple[Write, ...]) -> Knowledge:
    writes = (*made.writes, *remembered)
    if not writes or _commit(world, writes):
        return made
    if made.abstained:  # it would say that the question was noted
        return replace(made, display=say("nothing_known", made.language), degraded=(*made.degraded, "database"))
    if not made.writes:
        return replace(made, degraded=(*made.degraded, "database"))
    return replace(answer(replace(question, cliente_id=None), world), degraded=(*made.degraded, "database"))


def _commit(world: World, writes: Sequence[Write]) -> bool:
    try:
        world.ledger.commit(writes, world.clock.now())
    except Unavailable:
        return False
    return True
