"""When is a time free: the arithmetic of the calendar, values in, values out.

Called by flows, stages, the desk and (through `still_free`) the ledger; calls only `pipeline.model` and `pipeline.ports`.
It knows no database, no clock and no words. Rules: contract section 4, "When is a time free".
"""

from pipeline.rules.calendar.explaining import explain
from pipeline.rules.calendar.judging import covering, judge, span, still_free
from pipeline.rules.calendar.searching import alternatives, free_slots, grid
from pipeline.rules.calendar.visits import bare, clock, duration, minute_of, occupied, plan

__all__ = [
    "alternatives",
    "bare",
    "clock",
    "covering",
    "duration",
    "explain",
    "free_slots",
    "grid",
    "judge",
    "minute_of",
    "occupied",
    "plan",
    "span",
    "still_free",
]
