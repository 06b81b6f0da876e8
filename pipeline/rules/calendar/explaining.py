"""Why an answer was given, as rows of the Turn's `explanation`: the rule, the database rows behind it, its numbers.

Called by the stages when `explain` was asked for; calls nothing but the model. It knows no words.
"""

from collections.abc import Mapping
from typing import Any

from pipeline.model.calendar import Slot, SlotRequest, Verdict
from pipeline.rules.calendar.visits import visit_of


def explain(request: SlotRequest, verdict: Verdict) -> tuple[Mapping[str, Any], ...]:
    """One row {rule, rows, values}: the rule is the reason code, or `libero` when the time was free."""
    visit = visit_of(request.services)
    asked: dict[str, Any] = {
        "data": request.day.isoformat(),
        "ora": request.time.strftime("%H:%M"),
        "servizi": list(visit.services),
        "durata_minuti": visit.length,
        "occupato_minuti": visit.occupied,
    }
    if request.operatore_id is not None:
        asked["operatore_id"] = request.operatore_id
    if isinstance(verdict, Slot):
        taken = {"operatore_id": verdict.operatore_id, "ora_fine": verdict.end.strftime("%H:%M")}
        return ({"rule": "libero", "rows": [], "values": asked | taken},)
    return ({"rule": verdict.reason, "rows": list(verdict.rows), "values": {**dict(verdict.detail), **asked}},)
