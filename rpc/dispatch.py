"""A request to its answer: find the method, validate the params, call the handler, make the line.

Called by `rpc.server` on the thread of a lane; calls the handlers named in `rpc.methods`, `pipeline.desk` among them. It knows no
method by name but the turns of a conversation, which the settings limit.
"""

import importlib
import logging
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from rpc import errors, wire
from rpc.call import Call, Host, Token
from rpc.limits import Limits
from rpc.methods import METHODS, TURNS, Method

if TYPE_CHECKING:
    from pydantic import BaseModel

    from pipeline.model.business import Settings
    from pipeline.ports import World

_log = logging.getLogger("fluxion.rpc")

Handler = Callable[[Any, Call], Mapping[str, Any]]
Report = Callable[[str, bool], None]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A method with its classes and its handler loaded; `optional`: wire names whose null counts as absent."""

    params: "type[BaseModel]"
    result: "type[BaseModel]"
    handler: Handler
    optional: frozenset[str]


def resolve(method: Method) -> Resolved:
    """Loads what a line of METHODS names; a function of `pipeline.desk` is looked up when it is called."""
    module = importlib.import_module(f"rpc.methods.{method.module}")
    params: type[BaseModel] = getattr(module, method.params)
    handler: Handler
    if method.handler.startswith("desk:"):
        handler = _desk(*method.handler.removeprefix("desk:").split("."))
    elif method.handler == "reader":
        handler = _never
    else:
        handler = getattr(module, method.handler)
    optional = frozenset(info.alias or name for name, info in params.model_fields.items() if not info.is_required())
    return Resolved(params, getattr(module, method.result), handler, optional)


def _desk(family: str, function: str) -> Handler:
    def call_desk(params: "BaseModel", call: Call) -> Mapping[str, Any]:
        door = getattr(importlib.import_module(f"pipeline.desk.{family}"), function)
        # Fields are named as the desk names them; what is absent is left to the desk's own default.
        given = {name: _plain(getattr(params, name)) for name in params.model_fields_set}
        return door(call.world, **given)

    return call_desk


def _never(params: "BaseModel", call: Call) -> Mapping[str, Any]:
    raise AssertionError("answered by the thread that reads")


def _plain(value: Any) -> Any:
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[Any]", value)]
    return value


@dataclass(slots=True)
class Dispatcher:
    """Answers requests. `tell` writes a notification to the host at once; `check` holds every result against its model (tests)."""

    host: Host
    tell: Callable[[bytes], None]
    queues: Callable[[], Mapping[str, int]] = dict[str, int]
    check: bool = False
    limits: Limits = field(default_factory=Limits)
    _resolved: dict[str, Resolved] = field(default_factory=dict[str, Resolved])

    def run(self, token: Token) -> None:
        """Carries the request out and settles its token, whatever happens."""
        request = token.request
        try:
            body = wire.result(request.id, self._carry_out(token))
        except Exception as error:  # noqa: BLE001 - the one boundary between exceptions and answers
            body = errors.fault_of(error, request.method).encode(request.id)
        token.settle(body)

    def _carry_out(self, token: Token) -> Mapping[str, Any]:
        request = token.request
        params, progress = _split(request)
        method = METHODS[request.method]
        resolved = self._resolved.get(request.method)
        if resolved is None:
            resolved = self._resolved[request.method] = resolve(method)
        call = Call(self.host.world(token), self.host, self.queues)
        valid = resolved.params.model_validate(
            {name: value for name, value in params.items() if value is not None or name not in resolved.optional}, context=call
        )
        if method.firm:
            token.make_firm()
        with self._progress(progress):
            result = self._limited(request, valid, resolved, call)
        if self.check:
            resolved.result.model_validate(result)
        return result

    def _limited(self, request: wire.Request, params: Any, resolved: Resolved, call: Call) -> Mapping[str, Any]:
        settings = self._settings(call.world) if request.method in TURNS else None
        if settings is None:
            if request.method == "voice.reset":
                self.limits.forget(params.session_id)
            return resolved.handler(params, call)
        with self.limits.turn(params.session_id, settings, call.world.clock) as report:
            turn = resolved.handler(params, call)
            report(turn["session_id"], turn["completed"])
        return turn

    def _settings(self, world: "World") -> "Settings | None":
        from pipeline.model.errors import Unavailable

        try:
            return self.limits.settings(world.reads.settings, world.clock)
        except Unavailable:
            _log.info("no settings, so no limits: the database cannot be read")
            return None

    @contextmanager
    def _progress(self, token: str | int | None) -> Generator[None]:
        if token is None:
            yield
            return
        self.tell(wire.notification("$/progress", {"token": token, "message": "started", "percentage": 0}))
        yield
        self.tell(wire.notification("$/progress", {"token": token, "message": "done", "percentage": 100}))


def _split(request: wire.Request) -> tuple[dict[str, Any], str | int | None]:
    """The params by name without the progress token, which every method takes; raises -32602 for an array that is not empty."""
    params = request.params or {}
    if isinstance(params, list):
        raise errors.Faulty(errors.invalid([("params", "must be given by name, in an object")]))
    if "progress_token" not in params:
        return params, None
    token = params["progress_token"]
    if token is not None and type(token) is not str and type(token) is not int:
        raise errors.Faulty(errors.invalid([("progress_token", "must be a string or an integer")]))
    return {name: value for name, value in params.items() if name != "progress_token"}, token


def no_params(request: wire.Request) -> errors.Fault | None:
    """What is wrong with the params of a method that takes none; needs no pydantic."""
    try:
        params, _ = _split(request)
    except errors.Faulty as error:
        return error.fault
    return errors.invalid((name[:60], "is not a parameter of this method") for name in params) if params else None
