"""Builds everything: the ids, the store, the engines, and the World they make together.

Called by `sidecar.host`, by the commands and, with fakes, by tests. The one module that knows all rooms; what is optional is looked
up by name when it is first needed, and what cannot be built is replaced by what says so.
"""

import importlib
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import store
from pipeline.ports import Clock, Ids, World
from sidecar.config import Config
from sidecar.engines.later import Later
from store import Store

_log = logging.getLogger("fluxion.wiring")


@dataclass(frozen=True, slots=True)
class Parts:
    """What was built. the engines by the names of the components of `health.check`."""

    world: World
    store: Store
    engines: dict[str, Any]


def build(config: Config, clock: Clock) -> Parts:
    """The World of this process. Opens the database file where it is; never waits for a network or a model."""
    memory = open_store(config, clock)
    voice = _engine("voice", "make_voice", config, clock, later=config.tts == "off")
    model = _engine("llm", "make_model", config, clock, later=not (config.groq_api_key or config.openrouter_api_key))
    recall = _engine("recall", "make_recall", config, clock, later=True)
    listener = _engine("listener", "make_listener", config, clock, later=True)
    signer = importlib.import_module("sidecar.engines.signer").make_signer(config.data_dir)
    world = World(
        reads=memory.reads,
        ledger=memory.ledger,
        clock=clock,
        ids=make_ids(config, memory),
        model=model,
        recall=recall,
        voice=voice,
        signer=signer,
        archive=memory.archive,
        listener=listener,
        author=f"{os.getpid()}-{time.monotonic_ns()}",
    )
    return Parts(world, memory, {"tts": voice, "llm": model, "faq": recall, "listener": listener})


def open_store(config: Config, clock: Clock, create: bool | None = None) -> Store:
    """The store on the configured file; created if its path was given (docs/contract section 1), or if `create` says so."""
    return store.open_store(
        config.db,
        clock=clock,
        create=config.db_explicit if create is None else create,
        audio_dir=config.audio_dir,
        data_dir=config.data_dir,
        on_event=lambda event: _log.info("the database file changed", extra={"event": event}),
    )


def make_ids(config: Config, memory: Store) -> Ids:
    """Random ids, or under --now a sequence that leaves out what the file holds."""
    from sidecar.ids import RandomIds, SeededIds

    if config.now is None:
        return RandomIds()
    return SeededIds(config.now.isoformat(), _unless_unreadable(memory.knows))


def _unless_unreadable(known: Callable[[str], bool]) -> Callable[[str], bool]:
    from pipeline.model.errors import Unavailable

    def taken(value: str) -> bool:
        try:
            return known(value)
        except Unavailable:
            _log.info("the database cannot be asked which ids are in use")
            return False

    return taken


def _engine(module: str, factory: str, config: Config, clock: Clock, later: bool) -> Any:
    def make() -> Any:
        return getattr(importlib.import_module(f"sidecar.engines.{module}"), factory)(config, clock)

    return Later(make) if later else make()
