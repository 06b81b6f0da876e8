"""The requests under way: which lane each takes, what waits for all of them, and how the rest ends.

Used by `rpc.server`, which hands over what it read; runs `rpc.dispatch` on the threads of `rpc.lanes`. It knows where a request
belongs (docs/contract section 2, Order and Cancel), not what it does. Safe for threads.

Laws: 1. A barrier acts once everything taken before it is settled, and what is taken after it waits for it. 2. Only the sound being
made at the moment a new turn of its session arrives is abandoned. 3. What finds no place is refused, never kept waiting.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import cast

from rpc import errors, wire
from rpc.call import Deliver, Token
from rpc.lanes import Gate, Lanes, Pool
from rpc.methods import METHODS, TURNS

WIDTHS = {"session": 1, "shared": 1, "beside": 16, "turn": 1}
"""How many requests of a lane run at once, by its kind; `turn` is the lane of one turn that opens a session."""
DEPTHS = {"session": 256, "shared": 2_000, "beside": 2_000, "turn": 1}
"""How many more may wait in it."""
TOTAL = 10_000
THREADS = 256
COMPUTING = 3
"""Requests that compute at once; those that wait for a model, a voice or the database's lock do not count."""
COMPUTING_BESIDE = 2
"""The same for what runs beside the lanes, some of it for seconds: it takes no place from the turns."""
UNGATED = frozenset({"health.check"})
"""Asked in order to learn that the others are too many: it does not queue behind them."""
RETRY_MS = 1_000


class Traffic:
    """Every request that is not settled yet."""

    def __init__(self, run: Callable[[Token], None], congested: Callable[[], bool], quiet: Callable[[], None]) -> None:
        self._dispatch = run
        self._congested = congested
        self._tell_quiet = quiet
        self._lanes = Lanes(Pool(THREADS), TOTAL)
        self._gate = Gate(COMPUTING)
        self._gate_beside = Gate(COMPUTING_BESIDE)
        # Settling a request may let a barrier act, and that may settle another one.
        self._lock = threading.RLock()
        self._live: dict[Token, bool] = {}
        """Whether a lane has it, by token."""
        self._named: dict[str | int, Token] = {}
        self._turns: dict[str, Token] = {}
        self._active = 0
        self._held: deque[Token | Callable[[], None]] = deque()
        self._opened = 0

    def take(self, request: wire.Request, deliver: Deliver) -> None:
        """Has the request carried out in its lane, or answers -32004 where that is full."""

        def settled(body: bytes | None, notices: list[bytes]) -> None:
            self._settled(token, body, notices, deliver)

        token = Token(request, settled, self._gate_of(request.method))
        with self._lock:
            self._live[token] = False
            if request.answered and request.id is not None:
                self._named[request.id] = token
            if not self._held:
                taken = self._submit(token)
            elif taken := len(self._held) < DEPTHS["shared"]:
                self._held.append(token)
        if not taken:
            token.give_up(errors.rate_limited(RETRY_MS))

    def _gate_of(self, method: str) -> Gate | None:
        if method in UNGATED:
            return None
        return self._gate_beside if METHODS[method].lane == "beside" and method not in TURNS else self._gate

    def cancel(self, identifier: str | int) -> None:
        """Answers that request with -32800; once its rows are committed only its sound is abandoned."""
        with self._lock:
            token = self._named.get(identifier)
        if token is not None and not token.give_up(errors.CANCELLED):
            token.hush()

    def after_all(self, act: Callable[[], None]) -> None:
        """Acts once everything taken so far is settled; what is taken later waits for it."""
        with self._lock:
            self._held.append(act)
            self._advance()

    @property
    def quiet(self) -> bool:
        """Whether nothing is under way."""
        with self._lock:
            return not self._live and not self._held

    def give_up(self) -> None:
        """Ends what is unfinished with -32007; what is being committed comes to its own end, without sound."""
        for token in self._tokens():
            if not token.give_up(errors.SHUTTING_DOWN):
                token.hush()

    def abandon(self) -> None:
        """Answers the rest with -32007, commits under way included: the process ends before they can."""
        for token in self._tokens():
            token.settle(errors.SHUTTING_DOWN.encode(token.request.id))

    def depths(self) -> dict[str, int]:
        """Requests waiting or running, by kind of lane."""
        return {**dict.fromkeys(WIDTHS, 0), **self._lanes.depths()}

    def _tokens(self) -> list[Token]:
        with self._lock:
            return list(self._live)

    def _submit(self, token: Token) -> bool:
        kind, key = self._place(token.request)
        gate = self._gate_of(token.request.method)
        session = key if kind == "session" and token.request.method in TURNS else None
        if session is not None and (before := self._turns.get(session)) is not None:
            before.hush()
        # Counted before the lane has it: it may be settled before put returns.
        self._live[token] = True
        self._active += 1
        if not self._congested() and self._lanes.put(key, lambda: self._run(token, session), WIDTHS[kind], DEPTHS[kind], gate):
            return True
        self._live[token] = False
        self._active -= 1
        return False

    def _place(self, request: wire.Request) -> tuple[str, str]:
        session = request.params.get("session_id") if isinstance(request.params, dict) else None
        if isinstance(session, str) and session:
            return "session", f"session:{session}"
        if request.method in TURNS:
            self._opened += 1
            return "turn", f"turn:{self._opened}"
        kind = METHODS[request.method].lane
        return kind, kind

    def _run(self, token: Token, session: str | None) -> None:
        if token.settled:
            return
        if session is not None:
            self._turns[session] = token
        try:
            self._dispatch(token)
        finally:
            if session is not None:
                del self._turns[session]

    def _settled(self, token: Token, body: bytes | None, notices: list[bytes], deliver: Deliver) -> None:
        deliver(body, notices)
        with self._lock:
            self._active -= self._live.pop(token)
            identifier = cast("str | int", token.request.id)
            if self._named.get(identifier) is token:
                del self._named[identifier]
            self._advance()
            quiet = not self._live and not self._held
        if quiet:
            self._tell_quiet()

    def _advance(self) -> None:
        while self._held and not (self._active and callable(self._held[0])):
            first = self._held.popleft()
            if not isinstance(first, Token):
                first()
            elif not first.settled and not self._submit(first):
                first.give_up(errors.rate_limited(RETRY_MS))
