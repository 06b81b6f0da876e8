"""Records and what the law asks about personal data: `audit.list`, `stats.get`, `faq.unanswered`, `gdpr.*`.

The jobs commit by themselves (`pipeline.ports.Archive`), and a large export is a file that the store writes.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.desk.deeds import AUDIT_SESSION, Shape
from pipeline.italian.names_words import ALSO_NAMES, ORDINARY
from pipeline.model.business import Id
from pipeline.model.writes import AuditTurn
from pipeline.ports import World

DEFAULT_LIMIT = 100
EVERYDAY = ALSO_NAMES | ORDINARY
"""Words that name a person only where they are said as a name."""
LARGE_BYTES = 4 * 1024 * 1024
"""An export of more is a file: an answer has less than 8 MiB."""


def audit(world: World, *, session_id: str | None = None, limit: int | None = None, offset: int | None = None) -> Shape:
    """A page of the audit, of one session or of all."""
    rows, more = world.archive.audit(session_id, limit or DEFAULT_LIMIT, offset or 0)
    return {"rows": [dict(row) for row in rows], "more": more}


def stats(
    world: World, *, first: date | None = None, last: date | None = None, limit: int | None = None, offset: int | None = None
) -> Shape:
    """A page of the days' figures, both days included."""
    rows, more = world.archive.stats(first, last, limit or DEFAULT_LIMIT, offset or 0)
    return {"rows": [dict(row) for row in rows], "more": more}


def unanswered(world: World, *, first: date | None = None, last: date | None = None) -> Shape:
    """The questions nobody could answer, both days included, each with its `draft`: the entry of the FAQ file that lacks its answer."""
    return {"rows": [{**row, "draft": _draft(row)} for row in world.archive.unanswered(first, last)]}


def _draft(row: Mapping[str, Any]) -> str:
    """A heading of docs/contract (FAQ file); until an answer is written below it, the file is read as if it were not there."""
    question = " ".join(str(row["question"]).split()).lstrip("# ")
    tag = "" if row["language"] in (None, "it") else f"[{row['language']}] "
    return f"### {tag}{question[:1].upper()}{question[1:]}\n\n"


def anonymize(world: World, *, days: int | None = None) -> Shape:
    """How many rows of each kind the retention job changed; `days` from the setting audit_giorni when not given."""
    now = world.clock.now()
    counts = dict(world.archive.anonymize(world.reads.settings().audit_giorni if days is None else days, now))
    _note(world, "gdpr.anonymize")
    return counts


def export(world: World, *, cliente_id: Id) -> Shape:
    """Everything held about a person: `data`, or the `path` of a file where it is large. Raises NotFound."""
    data = dict(world.archive.export(cliente_id))
    written = json.dumps(data, ensure_ascii=False).encode()
    if len(written) > LARGE_BYTES:
        return {"path": world.archive.keep_export(written, world.ids.uuid())}
    return {"data": data}


def erase(world: World, *, cliente_id: Id) -> Shape:
    """How many rows of each kind were erased or made nameless. Raises NotFound."""
    counts = dict(world.archive.erase(cliente_id, world.clock.now(), EVERYDAY))
    _note(world, "gdpr.erase")
    return counts


def _note(world: World, method: str) -> None:
    """That the job was run, with no word about whom."""
    now = world.clock.now()
    world.ledger.commit((AuditTurn(AUDIT_SESSION, now, action=method, result="ok"),), now)
