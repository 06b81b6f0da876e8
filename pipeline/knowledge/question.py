"""A question put to the knowledge room, and what comes back.

Made by the knowledge stage and `pipeline.desk.knowledge`, answered by `answers`. Values only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipeline.foreign.languages import Language
from pipeline.knowledge.draft import Value
from pipeline.model.business import Id
from pipeline.model.parse import Parse
from pipeline.model.session import Exchange
from pipeline.model.writes import Write


@dataclass(frozen=True, slots=True)
class Question:
    """`cliente_id` only of a caller who is identified; `history` oldest first; `original_question` in the caller's own words."""

    text: str
    parse: Parse | None = None
    language: str = "it"
    session_id: str | None = None
    history: tuple[Exchange, ...] = ()
    cliente_id: Id | None = None
    workspace_id: str = "default"
    original_question: str | None = None
    about: tuple[Id, ...] = ()
    """Services of the request that is being arranged: "ma quanto costa?" is asked of them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer not yet formatted: a template with tokens and `{slot}` places. `finished`: already in the caller's language."""

    template: str
    source: str
    slots: Mapping[str, Value] = field(default_factory=dict[str, Value])
    writes: tuple[Write, ...] = ()
    finished: bool = True
    abstained: bool = False
    needs: Literal["identity"] | None = None
    degraded: tuple[str, ...] = ()
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The answer of the house. `writes` are committed before it is said; `needs` asks the dialogue to find out who calls."""

    display: str
    speech: str
    language: Language = "it"
    sources: tuple[str, ...] = ()
    grounded: bool = True
    abstained: bool = False
    degraded: tuple[str, ...] = ()
    writes: tuple[Write, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    needs: Literal["identity"] | None = None
    function: str | None = None
    llm_used: bool = False
    tokens: int = 0
    cost: Decimal = Decimal(0)
