"""The FAQ, the formatter and the links.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.knowledge` and `pipeline.desk.archive`. It knows the shapes, not the rules.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from rpc.methods.fields import Date, Id, LongText, NoParams, Params, Path, Question, Result, Text, WireId, Word

__all__ = ["NoParams"]

LinkKind = Literal["orders", "profile", "cart", "tracking", "checkout"]


class FaqSearchParams(Params):
    """Params of `faq.search`."""

    query: Text
    top_k: Annotated[int, Field(ge=1, le=50)] = 3
    language: Text | None = None


class Hit(Result):
    """An entry near the question; score from 0 to 1."""

    question: str
    answer: str
    score: float
    source: str


class FaqSearchResult(Result):
    """The nearest entries, best first."""

    results: list[Hit]


class FaqAnswerParams(Params):
    """Params of `faq.answer`."""

    query: Text
    session_id: Word | None = None
    language: Text | None = None
    cliente_id: Id | None = None
    workspace_id: Word | None = None


class FaqAnswerResult(Result):
    """The answer, where it comes from, or the admission that there is none."""

    text: str
    sources: list[Any]
    grounded: bool
    abstained: bool


class ReloadResult(Result):
    """How many entries were read, and how they are indexed."""

    entries: int
    index: Any


class UnansweredParams(Params):
    """Params of `faq.unanswered`; `from` and `to` are both included."""

    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="to")


class RowsResult(Result):
    """Rows; `draft` of each is the entry of the FAQ file that lacks its answer."""

    rows: list[dict[str, Any]]


class HistoryEntry(Params):
    """One message of the conversation so far."""

    role: Word
    content: LongText


class FormatParams(Params):
    """Params of `formatter.format`."""

    response: LongText
    language: Word
    customer_id: Id
    workspace_id: Word
    original_question: Question
    conversation_history: Annotated[list[HistoryEntry], Field(max_length=200)] | None = None
    format_rules: LongText | None = None
    link_kind: LinkKind | None = None


class Fact(Result):
    """A token and what it was replaced by."""

    token: str
    value: str


class FormatResult(Result):
    """The answer with its tokens replaced."""

    display: str
    speech: str
    facts: list[Fact]
    degraded: list[str]
    llm_used: bool


class LinkParams(Params):
    """Params of `links.resolve`."""

    token: Path
    kind: LinkKind


class LinkResult(Result):
    """Whom and what a link stands for."""

    cliente_id: WireId
    workspace_id: str
    kind: LinkKind
    expires_at: str
