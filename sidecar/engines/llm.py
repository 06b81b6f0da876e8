"""The language model of the house: Groq or OpenRouter behind the port `pipeline.ports.Model`.

Made by `sidecar.wiring`, asked by `pipeline.knowledge`, looked at by `health.check` and `doctor`. Laws: 1. `deadline_s` counts
everything: import, connecting, waiting, retries, a server that drips; 2. no key, no provider's text and no caller's word is in an
error or a log; 3. without a key nothing is imported and no network is touched. Breaker of specification 16.1, one a provider.
"""

import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from queue import Empty, SimpleQueue
from typing import Any, Literal

from pipeline.model.errors import Unavailable
from pipeline.ports import Clock, Completion
from sidecar.config import Config
from sidecar.engines.breaker import Breaker
from sidecar.engines.groq_chat import GroqChat
from sidecar.engines.llm_request import ChatFailure, ChatReply, ChatRequest, FailureKind, Provider
from sidecar.engines.openrouter_chat import OpenRouterChat

Purpose = Literal["classify", "answer"]

ANSWER_MODEL = "openai/gpt-oss-120b"
CLASSIFY_MODEL = "openai/gpt-oss-20b"
_TRIES = 3
_FIRST_PAUSE_S = 0.08
_LEAST_S = 0.05
"""Less time than this is not worth a try."""
_GONE_S = 600.0
"""For so long a model that is gone is not asked again."""
_PRICES: Mapping[str, tuple[Decimal, Decimal]] = {
    "openai/gpt-oss-20b": (Decimal("0.075"), Decimal("0.30")),
    "openai/gpt-oss-120b": (Decimal("0.15"), Decimal("0.60")),
}
"""An estimate for the statistics: list price of a million tokens, in and out; OpenRouter states its own."""

_SAID: Mapping[FailureKind, str] = {
    "auth": "the key was refused",
    "gone": "the model is not there any more",
    "limit": "the provider's limit is reached",
    "refused": "the provider refused the request",
    "server": "the provider has a fault",
    "network": "the provider cannot be reached",
    "timeout": "the provider did not answer in time",
    "reply": "the provider's answer cannot be read",
}


@dataclass(frozen=True, slots=True)
class Usage:
    """What the process has used of models since it started."""

    calls: int = 0
    failures: int = 0
    tokens: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Channel:
    provider: Provider
    breaker: Breaker


class LanguageModel:
    """Implements `pipeline.ports.Model` over one provider, or two of which the second is asked when the first fails."""

    def __init__(
        self,
        providers: Sequence[Provider],
        models: Mapping[Purpose, str],
        clock: Clock,
        why_off: str = "no key is set",
        pause: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._channels = tuple(_Channel(provider, Breaker(f"llm_{provider.name}", clock)) for provider in providers)
        self._models = dict(models)
        self._clock = clock
        self._why_off = why_off
        self._pause = pause
        self._jitter = jitter
        self._lock = threading.Lock()
        self._usage = Usage()
        self._last: FailureKind | None = None
        self._gone: dict[tuple[str, str], float] = {}

    def available(self) -> bool:
        """Whether a provider is configured and its breaker would let a call through; no network."""
        return any(channel.breaker.peek() for channel in self._channels)

    def complete(
        self,
        system: str,
        user: str,
        *,
        purpose: Purpose,
        temperature: float,
        deadline_s: float,
        schema: Mapping[str, Any] | None = None,
    ) -> Completion:
        """The model's answer within `deadline_s` seconds. Raises Unavailable("llm") for every failure."""
        ends = self._clock.monotonic() + deadline_s
        request = ChatRequest(self._models[purpose], system, user, temperature, schema)
        for channel in self._channels:
            if self._is_gone(channel, request.model) or not channel.breaker.allow():
                continue
            reply = self._through(channel, request, ends)
            if reply is not None:
                return self._counted(request.model, reply)
        raise Unavailable("llm", "The language model did not answer.")

    def state(self) -> tuple[Literal["ok", "off", "degraded", "error"], str]:
        """(state, detail) of the last real use, for health and doctor."""
        if not self._channels:
            return "off", self._why_off
        gone = sorted(model for _, model in self._gone)
        if gone:
            return "error", f"not there any more: {', '.join(gone)}; set FLUXION_LLM_MODEL and FLUXION_LLM_CLASSIFIER"
        names = " and ".join(channel.provider.name for channel in self._channels)
        if self._last is None:
            return "ok", f"{names}, {self._models['answer']}, {self._models['classify']}"
        return ("error" if self._last == "auth" else "degraded"), f"{names}: {_SAID[self._last]}"

    def breakers(self) -> tuple[Breaker, ...]:
        """One a provider."""
        return tuple(channel.breaker for channel in self._channels)

    def usage(self) -> Usage:
        """Calls, failures, tokens and cost since the start."""
        return self._usage

    def probe(self) -> None:
        """One small real call for each purpose; what became of it is in `state`."""
        for purpose in ("classify", "answer"):
            self.complete("Answer with the word ok.", "ok", purpose=purpose, temperature=0.0, deadline_s=5.0)

    def warm(self) -> None:
        """Imports what the first call needs; touches no network."""
        for channel in self._channels:
            warm = getattr(channel.provider, "warm", None)
            if warm is not None:
                warm()

    def close(self) -> None:
        """Closes the connections; calls under way end as failures."""
        for channel in self._channels:
            channel.provider.drop()

    def _through(self, channel: _Channel, request: ChatRequest, ends: float) -> ChatReply | None:
        """The reply of one provider with its retries, None once it has failed or the time is up."""
        failure = ChatFailure("timeout")
        for attempt in range(_TRIES):
            left = ends - self._clock.monotonic()
            if left < _LEAST_S:
                break
            try:
                reply = _in_time(channel.provider, request, left)
            except ChatFailure as error:
                failure = error
            else:
                channel.breaker.success()
                self._last = None
                return reply
            if not self._waited(failure, attempt, ends):
                break
        self._failed(channel, request, failure)
        return None

    def _waited(self, failure: ChatFailure, attempt: int, ends: float) -> bool:
        """Waits before the next try; False where none is worth it or the wait would outlast the deadline."""
        if not failure.worth_repeating or attempt == _TRIES - 1:
            return False
        backoff = _FIRST_PAUSE_S * 2**attempt * (0.5 + self._jitter())
        wait = max(failure.retry_after_s or 0.0, backoff)
        if self._clock.monotonic() + wait + _LEAST_S >= ends:
            return False
        self._pause(wait)
        return True

    def _failed(self, channel: _Channel, request: ChatRequest, failure: ChatFailure) -> None:
        channel.breaker.failure()
        with self._lock:
            self._last = failure.kind
            self._usage = Usage(self._usage.calls + 1, self._usage.failures + 1, self._usage.tokens, self._usage.cost)
            if failure.kind == "gone":
                self._gone[channel.provider.name, request.model] = self._clock.monotonic()

    def _is_gone(self, channel: _Channel, model: str) -> bool:
        key = (channel.provider.name, model)
        since = self._gone.get(key)
        if since is None:
            return False
        if self._clock.monotonic() - since < _GONE_S:
            return True
        self._gone.pop(key, None)
        return False

    def _counted(self, model: str, reply: ChatReply) -> Completion:
        tokens = reply.prompt_tokens + reply.completion_tokens
        into, out = _PRICES.get(model, (Decimal(0), Decimal(0)))
        estimate = (into * reply.prompt_tokens + out * reply.completion_tokens) / 1_000_000
        cost = reply.cost if reply.cost is not None else estimate
        with self._lock:
            used = self._usage
            self._usage = Usage(used.calls + 1, used.failures, used.tokens + tokens, used.cost + cost)
        return Completion(reply.text, model, tokens, f"{cost:f}")


def make_model(config: Config, clock: Clock) -> LanguageModel:
    """The model that the settings name; `auto` = whichever key is there, both = Groq first. Touches no network."""
    groq = GroqChat(config.groq_api_key, config.groq_base_url) if config.groq_api_key else None
    router = OpenRouterChat(config.openrouter_api_key, config.openrouter_base_url) if config.openrouter_api_key else None
    wanted: dict[str, tuple[Provider | None, ...]] = {"auto": (groq, router), "groq": (groq,), "openrouter": (router,), "off": ()}
    keys = {"auto": "GROQ_API_KEY or OPENROUTER_API_KEY", "groq": "GROQ_API_KEY", "openrouter": "OPENROUTER_API_KEY"}
    why = "switched off" if config.llm == "off" else f"{keys[config.llm]} is not set"
    providers = [provider for provider in wanted[config.llm] if provider is not None]
    models: dict[Purpose, str] = {"answer": config.llm_model or ANSWER_MODEL, "classify": config.llm_classifier or CLASSIFY_MODEL}
    return LanguageModel(providers, models, clock, why)


def _in_time(provider: Provider, request: ChatRequest, left_s: float) -> ChatReply:
    """One try on a thread of its own: a name lookup or a dripping server obeys no time-out, but nobody has to wait for it."""
    answers: SimpleQueue[ChatReply | ChatFailure] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(provider.send(request, left_s))
        except ChatFailure as failure:
            answers.put(failure)
        except Exception:  # noqa: BLE001 - whatever a provider's library raises, the caller must get an answer in time
            answers.put(ChatFailure("reply"))

    threading.Thread(target=run, name="llm-call", daemon=True).start()
    try:
        answer = answers.get(timeout=left_s)
    except Empty:
        provider.drop()
        raise ChatFailure("timeout") from None
    if isinstance(answer, ChatFailure):
        raise answer
    return answer
