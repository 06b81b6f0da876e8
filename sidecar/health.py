"""The answer of `health.check`: every component, every breaker, every queue.

Called by `sidecar.host`; asks the store and the engines that `sidecar.wiring` built. The database is exercised now, the others report
their last real use unless `probe` is given (docs/contract section 3). It never raises and knows nobody's data.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from sidecar.config import Config
from sidecar.outbox import Outbox
from sidecar.wiring import Parts

_log = logging.getLogger("fluxion.health")

State = tuple[str, str]


def components(parts: Parts, outbox: Outbox, config: Config, probe: bool) -> dict[str, dict[str, str]]:
    """state and detail of the six components of docs/contract section 3."""
    if probe:
        for name in ("faq", "tts", "llm"):
            _probe(parts.engines.get(name), name)
    recall = parts.engines.get("faq")
    asked: dict[str, Callable[[], State]] = {
        "database": parts.world.archive.health,
        "faq": lambda: _state(recall, "state"),
        "tts": lambda: _state(parts.engines.get("tts"), "state"),
        "embeddings": lambda: ("off", "switched off") if config.embeddings == "off" else _state(recall, "embeddings_state"),
        "llm": lambda: _state(parts.engines.get("llm"), "state"),
        "whatsapp": lambda: _whatsapp(outbox),
    }
    answers = {name: _ask(name, ask) for name, ask in asked.items()}
    return {name: {"state": state, "detail": detail} for name, (state, detail) in answers.items()}


def breakers(parts: Parts) -> dict[str, str]:
    """closed, open or half_open, by the name of the breaker."""
    states: dict[str, str] = {}
    for engine in parts.engines.values():
        listed = getattr(engine, "breakers", None)
        if listed is None:
            continue
        found: Any = listed()
        if isinstance(found, Mapping):
            states |= {str(name): str(state) for name, state in cast("Mapping[Any, Any]", found).items()}
        else:
            states |= {breaker.name: breaker.state for breaker in cast("Iterable[Any]", found)}
    return states


def degraded(answers: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether any component is worse than `ok` or `off`."""
    return any(component["state"] in ("degraded", "error") for component in answers.values())


def _ask(name: str, ask: Callable[[], State]) -> State:
    try:
        return ask()
    except Exception as error:  # noqa: BLE001 - a component that cannot even be asked is in error, whatever the reason
        _log.warning("a component cannot be asked", extra={"component": name, "cause": [type(error).__name__]})
        return "error", "cannot be asked"


def _state(engine: Any, question: str) -> State:
    if engine is None or not hasattr(engine, question):
        return "off", "not there"
    state, detail = getattr(engine, question)()
    return str(state), str(detail)


def _probe(engine: Any, name: str) -> None:
    if engine is None or not hasattr(engine, "probe"):
        return
    try:
        engine.probe()
    except Exception as error:  # noqa: BLE001 - the component's own state says what became of the probe
        _log.warning("a probe failed", extra={"component": name, "cause": [type(error).__name__]})


def _whatsapp(outbox: Outbox) -> State:
    if outbox.ignored:
        return "degraded", f"{outbox.ignored} messages told three times and not acknowledged"
    return "ok", f"{outbox.pending} messages not acknowledged"
