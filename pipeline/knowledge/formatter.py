"""The one place where tokens are replaced: a template goes in, text for the eye and the ear comes out (contract, formatter.format).

Called by `answers` and `pipeline.desk.knowledge`. Calls `tokens`, `values`, `rendering`, `phrases.ear`. Laws: 1. tokens are
replaced before any model is asked; 2. a token never reaches a caller or a model; 3. nothing that goes wrong here is an exception,
but for a mandatory field that is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.foreign.languages import Language, supported
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.draft import Draft, Value, fill, used, with_slots
from pipeline.knowledge.rendering import translated, written_in
from pipeline.knowledge.tokens import scan
from pipeline.knowledge.values import Values
from pipeline.model.business import Id
from pipeline.model.errors import InvalidField
from pipeline.model.writes import Write
from pipeline.phrases.ear import speech
from pipeline.ports import World


@dataclass(frozen=True, slots=True)
class Formatted:
    """A finished text. `writes` must be committed before a link in it is handed out; `removed` are unknown markers, for the log."""

    display: str
    speech: str
    facts: tuple[tuple[str, str], ...] = ()
    degraded: tuple[str, ...] = ()
    llm_used: bool = False
    removed: tuple[str, ...] = ()
    writes: tuple[Write, ...] = ()
    minutes: tuple[tuple[str, int], ...] = ()
    """How long each link of the text is still valid."""
    tokens: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be formatted and for whom; `slots` are values for the `{name}` places of our own templates."""

    response: str
    language: str
    customer_id: Id
    workspace_id: str
    original_question: str
    history: Sequence[tuple[str, str]] = ()
    format_rules: str | None = None
    link_kind: str | None = None
    slots: Mapping[str, Value] = field(default_factory=dict[str, Value])
    finished: bool = False
    """The words are our own and already in `language`: no model has anything to do."""


def format_response(
    world: World,
    response: str,
    language: str,
    customer_id: Id,
    workspace_id: str,
    original_question: str,
    conversation_history: Sequence[tuple[str, str]] | None = None,
    format_rules: str | None = None,
    link_kind: str | None = None,
) -> Formatted:
    """The text with every token replaced, in the caller's language. Raises InvalidField naming each mandatory field that is blank."""
    job = Job(response, language, customer_id, workspace_id, original_question, conversation_history or (), format_rules, link_kind)
    return format_job(world, job)


def format_job(world: World, job: Job, consult: Consult | None = None) -> Formatted:
    """As `format_response`, for templates with slots and within a time budget that is already running."""
    _require(job)
    wanted = supported(job.language)
    values = Values(world, wanted or "it", job.customer_id, job.workspace_id, job.link_kind)
    found = scan(job.response, values.resolve)
    draft = with_slots(found.draft, job.slots)
    asked = consult or Consult(world)
    tokens_before, cost_before = asked.tokens, asked.cost
    draft, spoken_in, note, by_model = _in_language(draft, wanted, values, asked, job)
    return Formatted(
        display=fill(draft),
        speech=speech(fill(draft, spoken=True), spoken_in, world.clock.now().date()),
        facts=tuple({value.token: value.display for value in used(draft) if value.token}.items()),
        degraded=tuple(dict.fromkeys((*values.degraded, *note))),
        llm_used=by_model,
        removed=found.removed,
        writes=tuple(values.writes),
        minutes=tuple(values.minutes.items()),
        tokens=asked.tokens - tokens_before,
        cost=asked.cost - cost_before,
    )


def _require(job: Job) -> None:
    fields = (
        ("customer_id", job.customer_id),
        ("workspace_id", job.workspace_id),
        ("language", job.language),
        ("original_question", job.original_question),
    )
    blank = tuple((name, "must not be blank") for name, value in fields if not str(value or "").strip())
    if blank:
        raise InvalidField(blank)


def _in_language(
    draft: Draft, wanted: Language | None, values: Values, consult: Consult, job: Job
) -> tuple[Draft, Language, tuple[str, ...], bool]:
    """(draft, language in which it can be read aloud, words for `degraded`, whether the text is a model's)."""
    if wanted is None:
        return draft, "it", ("language",), False
    if job.finished:
        return draft, wanted, (), False
    plain = written_in(draft)
    if plain is None or plain == wanted:
        return draft, wanted, (), False
    names = values.names()
    heard = written_in(draft, names)
    if heard is None or heard == wanted:
        return draft, wanted, (), False
    done = translated(draft, wanted, consult, names, values.person(), job.original_question, job.history, job.format_rules)
    if done is None:
        return draft, heard, ("translation",), False
    return done, wanted, (), True
