"""The methods of the protocol itself: greeting, life cycle, health, discovery.

Named by `rpc.methods.METHODS`. `initialize`, `ping` and `shutdown` are answered by `rpc.server` on the thread that reads; their
classes stand here for the documents. Knows no business.
"""

from collections.abc import Mapping
from typing import Any, Literal

from rpc.call import Call
from rpc.methods.fields import NoParams, NoResult, Params, Result

__all__ = ["NoParams", "NoResult"]


class ClientInfo(Params):
    """Who calls; `handoff` true = a person at the host can take a call over."""

    name: str | None = None
    version: str | None = None
    handoff: bool | None = None


class InitializeParams(Params):
    """All optional, and anything else is tolerated."""

    client: ClientInfo | None = None
    protocol_version: str | None = None


class ServerInfo(Result):
    """This program."""

    name: str
    version: str
    commit: str
    pid: int


class Capabilities(Result):
    """What this server can do as it is configured."""

    methods: list[str]
    tts: str
    llm: str
    embeddings: str
    languages: list[str]
    limits: dict[str, int]


class InitializeResult(Result):
    """Answer of `initialize`."""

    server: ServerInfo
    protocol_version: str
    capabilities: Capabilities


class DiscoverResult(Result):
    """An OpenRPC document."""

    openrpc: str
    info: dict[str, Any]
    methods: list[dict[str, Any]]


class HealthParams(Params):
    """`probe` exercises every component instead of reporting its last real use."""

    probe: bool = False


class Component(Result):
    """One component; `off` is not degraded."""

    state: Literal["ok", "off", "degraded", "error"]
    detail: str


class Components(Result):
    """The components of docs/contract section 3."""

    database: Component
    faq: Component
    tts: Component
    embeddings: Component
    llm: Component
    whatsapp: Component


class HealthResult(Result):
    """Answer of `health.check`."""

    status: Literal["ok", "degraded"]
    components: Components
    breakers: dict[str, Literal["closed", "open", "half_open"]]
    queues: dict[str, int]
    version: str
    pid: int
    uptime_s: float
    timestamp: str


def health(params: HealthParams, call: Call) -> Mapping[str, Any]:
    """The state of every component, the breakers and the queues."""
    return call.host.health(params.probe, call.queues())


def discover(params: NoParams, call: Call) -> Mapping[str, Any]:
    """The OpenRPC document of this server."""
    from rpc.openrpc import document

    return document(str(call.host.server()["version"]))
