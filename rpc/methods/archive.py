"""Records: who did what, the day's figures, and what the law asks about personal data.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.archive`. It knows the shapes, not the rules.
"""

from typing import Annotated, Any

from pydantic import Field

from rpc.methods.fields import Date, Id, Limit, Offset, Params, Result, Word


class AuditParams(Params):
    """Params of `audit.list`."""

    session_id: Word | None = None
    limit: Limit | None = None
    offset: Offset | None = None


class StatsParams(Params):
    """Params of `stats.get`; `from` and `to` are both included."""

    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="to")
    limit: Limit | None = None
    offset: Offset | None = None


class PageResult(Result):
    """A page of rows."""

    rows: list[dict[str, Any]]
    more: bool


class AnonymizeParams(Params):
    """Params of `gdpr.anonymize`: rows older than `days`; absent = the setting audit_giorni."""

    days: Annotated[int, Field(ge=0, le=36_500)] | None = None


class ClientParams(Params):
    """Params of `gdpr.export` and `gdpr.erase`."""

    cliente_id: Id


class CountsResult(Result):
    """How many rows of each kind were changed."""


class ExportResult(Result):
    """Everything held about a person: `data`, or `path` of a file where it is large."""

    data: dict[str, Any] | None = None
    path: str | None = None
