"""One turn's dealings with the model: a common time budget, what it cost, and whether it failed.

Made by `answers`, `formatter` and `translation`; calls `world.model` and the monotonic clock. A model that is off, slow or broken
gives None and the caller goes on without: no answer ever depends on it.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from pipeline.model.errors import Unavailable
from pipeline.ports import Completion, World

CLASSIFY_S = 0.8
ANSWER_S = 2.5
CLASSIFY_TEMPERATURE = 0.1
FORMAT_TEMPERATURE = 0.5
_LEAST_S = 0.15


class Consult:
    """Asks the model within `budget_s` seconds for all its questions together (specification section 18, critical column)."""

    def __init__(self, world: World, budget_s: float = ANSWER_S) -> None:
        self._world = world
        self._ends = world.clock.monotonic() + budget_s
        self.tokens = 0
        self.cost = Decimal(0)
        self.used = False
        self.failed = False

    def ready(self) -> bool:
        """Whether it makes sense to ask: configured, not failed in this turn, time left."""
        return not self.failed and self._left() > _LEAST_S and self._world.model.available()

    def ask(
        self,
        system: str,
        user: str,
        purpose: Literal["classify", "answer"] = "answer",
        schema: Mapping[str, Any] | None = None,
    ) -> str | None:
        """The model's text, or None on any failure."""
        if not self.ready():
            return None
        classify = purpose == "classify"
        try:
            made = self._world.model.complete(
                system,
                user,
                purpose=purpose,
                temperature=CLASSIFY_TEMPERATURE if classify else FORMAT_TEMPERATURE,
                deadline_s=min(CLASSIFY_S if classify else ANSWER_S, self._left()),
                schema=schema,
            )
        except Unavailable:
            self.failed = True
            return None
        self._count(made)
        return made.text.strip() or None

    def _left(self) -> float:
        return self._ends - self._world.clock.monotonic()

    def _count(self, made: Completion) -> None:
        self.used = True
        self.tokens += made.tokens
        try:
            self.cost += Decimal(made.cost)
        except InvalidOperation:
            self.cost += 0
