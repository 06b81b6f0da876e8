"""Links that open one page for one person: made here, judged here.

Called by `values` and `pipeline.desk.knowledge`. Calls `world.signer`, `world.reads`, `world.ids`. A link is bound to person,
workspace and page by its signature and by its row in `secure_tokens`; the row holds a keyed digest and what is needed to make the
same link again, never the link. Laws: 1. the same link while it is valid; 2. a token opens the page it was made for and no other;
3. no link ever reaches a log, an error or a model.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pipeline.model.business import Client, Id
from pipeline.model.errors import PiiEncrypted, Refused
from pipeline.model.writes import StoreToken
from pipeline.ports import Row, World

_MASKED = "token=…"
_SECRET = re.compile(r"\btoken=[^\s\"'<>)\]]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the whole minutes it is still valid; `write` is None where an earlier one is still valid."""

    url: str
    minutes: int
    write: StoreToken | None = None


def make_link(world: World, base_url: str, lifetime_minutes: int, client: Client, workspace_id: str, kind: str) -> Link:
    """The person's link to a page: the one still valid, or a new one for `lifetime_minutes`. Raises Unavailable("database")."""
    now = world.clock.now()
    row = world.reads.live_token(client.id, workspace_id, kind, now)
    again = _same_again(world, row, client.id, workspace_id, kind, now) if row else None
    if again is not None:
        token, minutes = again
        return Link(_url(base_url, kind, token), minutes)
    expires_at = now + timedelta(minutes=max(lifetime_minutes, 1))
    nonce = world.ids.uuid()
    token = world.signer.sign(_payload(client.id, workspace_id, kind, expires_at, nonce))
    write = StoreToken(world.signer.digest(token), client.id, workspace_id, kind, expires_at, nonce)
    return Link(_url(base_url, kind, token), max(lifetime_minutes, 1), write)


def resolve_link(world: World, token: str, kind: str) -> dict[str, Any]:
    """What a token opens (contract, links.resolve). Raises Refused where signature, page, row, revocation, expiry or person say no."""
    payload = world.signer.unsign(token)
    if payload is None or payload.get("k") != kind:
        raise Refused("identita", "The link is not valid for this page.")
    row = world.reads.token(world.signer.digest(token))
    if row is None or not _matches(row, payload) or row.get("revoked_at"):
        raise Refused("identita", "The link is not known or was revoked.")
    expires_at = _instant(row["expires_at"])
    if expires_at <= world.clock.now():
        raise Refused("identita", "The link has expired.")
    if not _lives(world, row["cliente_id"]):
        raise Refused("identita", "The person of this link is no longer a client.")
    return {
        "cliente_id": row["cliente_id"],
        "workspace_id": str(row["workspace_id"]),
        "kind": kind,
        "expires_at": expires_at.isoformat(timespec="seconds"),
    }


def without_secrets(text: str) -> str:
    """The text as it may be kept: the token of every link taken out."""
    return _SECRET.sub(_MASKED, text)


def is_masked(text: str) -> bool:
    """Whether a link's token was taken out of this text."""
    return _MASKED in text


def _payload(cliente_id: Id, workspace_id: str, kind: str, expires_at: datetime, nonce: str) -> dict[str, str]:
    return {"c": str(cliente_id), "w": workspace_id, "k": kind, "e": expires_at.isoformat(timespec="seconds"), "n": nonce}


def _same_again(world: World, row: Row, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> tuple[str, int] | None:
    """The earlier token made once more; None where the secret has changed since or less than a minute is left."""
    expires_at = _instant(row["expires_at"])
    minutes = int((expires_at - now).total_seconds() // 60)
    token = world.signer.sign(_payload(cliente_id, workspace_id, kind, expires_at, str(row["nonce"])))
    if minutes < 1 or world.signer.digest(token) != row["digest"]:
        return None
    return token, minutes


def _matches(row: Row, payload: Any) -> bool:
    stored = (str(row["cliente_id"]), str(row["workspace_id"]), str(row["kind"]))
    return stored == (payload.get("c"), payload.get("w"), payload.get("k"))


def _lives(world: World, cliente_id: Id) -> bool:
    try:
        return world.reads.client(cliente_id) is not None
    except PiiEncrypted:  # the name cannot be read, the row is there
        return True


def _url(base_url: str, kind: str, token: str) -> str:
    return f"{base_url.rstrip('/')}/{kind}?token={token}"


def _instant(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
