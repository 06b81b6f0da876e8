"""Whether a Parse says what a careful person wrote down, field by field (rules of tests/data/nlu/README.md)."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from pipeline.italian.words import fold
from pipeline.model.parse import Parse
from tests.eval.cases import Case

Wire = dict[str, Any]


def wire(parse: Parse) -> Wire:
    """The fields of a Parse as they stand on the wire, names of the labels."""
    return {
        "intent": parse.intent,
        "command": parse.command,
        "correction": {"slot": parse.correction.slot, "value": parse.correction.value} if parse.correction else None,
        "date": _day(parse.date),
        "time": _hour(parse.time),
        "date_interval": {"from": _day(parse.date_interval[0]), "to": _day(parse.date_interval[1])} if parse.date_interval else None,
        "time_interval": {"from": _hour(parse.time_interval[0]), "to": _hour(parse.time_interval[1])} if parse.time_interval else None,
        "alternatives": [{"date": _day(day), "time": _hour(hour)} for day, hour in parse.alternatives],
        "weekdays_excluded": list(parse.weekdays_excluded),
        "approximate": parse.approximate,
        "earliest": parse.earliest,
        "conflict": parse.conflict,
        "services": list(parse.services),
        "services_ambiguous": [list(family) for family in parse.services_ambiguous],
        "services_unknown": list(parse.services_unknown),
        "operators": list(parse.operators),
        "any_operator": parse.any_operator,
        "operator_gender": parse.operator_gender,
        "name": {"nome": parse.name.nome, "cognome": parse.name.cognome} if parse.name else None,
        "telefono": parse.telefono,
        "data_nascita": _day(parse.data_nascita),
        "yes_no": parse.yes_no,
        "ordinal": parse.ordinal,
        "notes": parse.notes,
    }


FIELDS = (
    "intent",
    "command",
    "correction",
    "date",
    "time",
    "date_interval",
    "time_interval",
    "alternatives",
    "weekdays_excluded",
    "approximate",
    "earliest",
    "conflict",
    "services",
    "services_ambiguous",
    "services_unknown",
    "operators",
    "any_operator",
    "operator_gender",
    "name",
    "telefono",
    "data_nascita",
    "yes_no",
    "ordinal",
    "notes",
)
SLOTS = tuple(field for field in FIELDS if field != "intent")
WHEN = ("date", "time", "date_interval", "time_interval", "alternatives", "weekdays_excluded", "approximate", "earliest", "conflict")


def right(case: Case, said: Wire, field: str) -> bool:
    """Whether one field is as labelled; a field the case skips is right."""
    if field in case.skip:
        return True
    wanted, got = case.expect.get(field), said[field]
    rule = _RULES.get(field)
    return (
        rule(wanted, got, case, said)
        if rule
        else (wanted or None) == (got or None)
        if field not in ("yes_no", "ordinal")
        else wanted == got
    )


def counted(case: Case, said: Wire, field: str) -> bool:
    """Whether the field says something about this case: labelled, or found without a label."""
    return field not in case.skip and (bool(case.expect.get(field) not in (None, [], False)) or said[field] not in (None, [], False))


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _hour(value: dt.time | None) -> str | None:
    return value.strftime("%H:%M") if value else None


def _as_set(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    return {str(item) for item in wanted or ()} == {str(item) for item in got or ()}


def _yes_no(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    return wanted is got


def _families(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    return {tuple(sorted(family)) for family in wanted or ()} == {tuple(sorted(family)) for family in got or ()}


def _contains(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    if not wanted or not got:
        return not wanted and not got
    heard = fold(got if isinstance(got, str) else " ".join(got))
    return all(any(word in heard for word in fold(one).split()) for one in ([wanted] if isinstance(wanted, str) else wanted))


def _present(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    return bool(wanted) == bool(got)


def _name(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    if not wanted or not got:
        return not wanted and not got
    return all(fold(wanted.get(part) or "") == fold(got.get(part) or "") for part in ("nome", "cognome"))


def _alternatives(wanted: Any, got: Any, case: Case, said: Wire) -> bool:
    if not wanted or not got:
        return not wanted and not got

    def whole(main: Wire, others: list[Wire]) -> set[tuple[Any, Any]]:
        pairs = {(other["date"] or main.get("date"), other["time"] or main.get("time")) for other in others}
        return pairs | {(main.get("date"), main.get("time"))}

    return whole(case.expect, wanted) == whole(said, got)


def _correction(wanted: Any, got: Any, _case: Case, _said: Wire) -> bool:
    if not wanted or not got:
        return not wanted and not got
    return wanted["slot"] == got["slot"] and (wanted["value"] is None or fold(wanted["value"]) == fold(got["value"]))


_RULES: dict[str, Callable[[Any, Any, Case, Wire], bool]] = {
    "services": _as_set,
    "operators": _as_set,
    "weekdays_excluded": _as_set,
    "services_ambiguous": _families,
    "services_unknown": _contains,
    "notes": _contains,
    "conflict": _present,
    "name": _name,
    "alternatives": _alternatives,
    "correction": _correction,
    "yes_no": _yes_no,
}
