"""An invented grocer's and salon, and a world around it that needs no database, network or clock: for the tests of this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, cast

from pipeline.model.business import Booking, Client, Id, Lexicon, Operator, Service, Settings
from pipeline.model.calendar import Absence, Calendar, Hours
from pipeline.model.errors import Unavailable
from pipeline.model.session import Session
from pipeline.model.writes import Committed, StoreToken, Write
from pipeline.ports import Archive, Completion, FaqHit, Ledger, Listener, Reads, Row, Voice, World

NOW = datetime(2026, 3, 12, 10, 30)
"""A Thursday."""
NINE_TO_ONE = (time(9), time(13))
TWO_TO_EIGHT = (time(14), time(20))
WEEK = (*((NINE_TO_ONE, TWO_TO_EIGHT),) * 5, (NINE_TO_ONE,), ())

SERVICES = (
    Service(1, "Taglio Donna", 45, prezzo=Decimal("35"), categoria="Capelli", sinonimi=("taglio da donna",), ordine=2),
    Service(2, "Piega", 30, prezzo=Decimal("20.00"), categoria="Capelli", sinonimi=("messa in piega",), ordine=1),
    Service(3, "Balayage", 150, prezzo=None, categoria="Capelli", ordine=3),
)
OPERATORS = (
    Operator(1, "Sara", "Conti", "F", frozenset({1, 2})),
    Operator(2, "Livia", "Marchetti", "F", None),
)
CLIENT = Client(7, "Ottavia", "Brentani", "3330001122", sconto=Decimal("10.00"))
PRODUCTS: tuple[Row, ...] = (
    {"id": 31, "nome": "Mozzarella di Bufala", "descrizione": None, "prezzo": Decimal("8.9"), "categoria": "Cheeses & Dairy"},
    {"id": 32, "nome": "Prosecco DOCG", "descrizione": None, "prezzo": Decimal("12.5"), "categoria": None},
    {"id": 33, "nome": "Tovaglia", "descrizione": None, "prezzo": None, "categoria": None},
)


@dataclass
class FakeReads:
    """Rows of one workspace; `down` makes every read fail as a locked or corrupt file would."""

    categories_: tuple[str, ...] = ("Cheeses & Dairy", "Frozen Products")
    services_: tuple[Service, ...] = SERVICES
    operators_: tuple[Operator, ...] = OPERATORS
    products_: tuple[Row, ...] = PRODUCTS
    clients: dict[str, Client] = field(default_factory=lambda: {"7": CLIENT})
    discounts: dict[str, Any] = field(default_factory=lambda: {"7": Decimal("10.00")})
    settings_: Settings = field(
        default_factory=lambda: Settings(
            nome_attivita="L'Altra Italia", telefono="0577123456", indirizzo="Via dei Tigli 4, Siena", link_base_url="http://localhost:3000"
        )
    )
    holidays_: tuple[tuple[date, str], ...] = ((date(2026, 4, 6), "Lunedì dell'Angelo"), (date(2026, 12, 25), "Natale"))
    bookings: tuple[Booking, ...] = ()
    carts: tuple[Row, ...] = ()
    absences: tuple[Absence, ...] = ()
    tokens: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    sessions: dict[str, Session] = field(default_factory=dict[str, Session])
    down: bool = False
    asked: list[str] = field(default_factory=list[str])

    def _touch(self, what: str) -> None:
        self.asked.append(what)
        if self.down:
            raise Unavailable("database")

    def settings(self) -> Settings:
        self._touch("settings")
        return self.settings_

    def lexicon(self) -> Lexicon:
        self._touch("lexicon")
        return Lexicon(services=self.services_, operators=self.operators_, hours=WEEK)

    def services_of(self, workspace_id: str) -> tuple[Service, ...]:
        self._touch("services")
        return self.services_ if workspace_id == "default" else ()

    def operators(self) -> tuple[Operator, ...]:
        self._touch("operators")
        return self.operators_

    def categories(self, workspace_id: str = "default") -> tuple[str, ...]:
        self._touch("categories")
        return self.categories_ if workspace_id == "default" else ()

    def products(self, workspace_id: str = "default") -> tuple[Row, ...]:
        self._touch("products")
        return self.products_ if workspace_id == "default" else ()

    def client(self, cliente_id: Id) -> Client | None:
        self._touch("client")
        return self.clients.get(str(cliente_id))

    def discount(self, cliente_id: Id, workspace_id: str = "default") -> Any:
        self._touch("discount")
        return self.discounts.get(str(cliente_id)) if workspace_id == "default" else None

    def cart(self, cliente_id: Id, workspace_id: str = "default") -> tuple[Row, ...]:
        self._touch("cart")
        return self.carts

    def bookings_of(self, cliente_id: Id, since: datetime | None = None, limit: int = 50) -> tuple[Booking, ...]:
        self._touch("bookings")
        mine = (booking for booking in self.bookings if str(booking.cliente_id) == str(cliente_id))
        return tuple(booking for booking in mine if since is None or booking.inizio >= since)[:limit]

    def holidays(self, year: int) -> tuple[tuple[date, str], ...]:
        self._touch("holidays")
        return tuple((day, name) for day, name in self.holidays_ if day.year == year)

    def calendar(self, first: date, last: date, now: datetime) -> Calendar:
        self._touch("calendar")
        hours = tuple(
            Hours(weekday, start.hour * 60 + start.minute, end.hour * 60 + end.minute)
            for weekday, ranges in enumerate(WEEK)
            for start, end in ranges
        )
        return Calendar(
            now, first, last, 30, 60, 90, hours, self.operators_, self.services_,
            tuple((day, name) for day, name in self.holidays_ if first <= day <= last), self.absences,
        )  # fmt: skip

    def token(self, digest: str) -> Row | None:
        self._touch("token")
        return next((row for row in self.tokens if row["digest"] == digest), None)

    def live_token(self, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> Row | None:
        self._touch("live_token")
        wanted = (str(cliente_id), workspace_id, kind)
        return next(
            (
                row
                for row in self.tokens
                if (str(row["cliente_id"]), row["workspace_id"], row["kind"]) == wanted and row["expires_at"] > now
            ),
            None,
        )

    def session(self, session_id: str) -> Session | None:
        self._touch("session")
        return self.sessions.get(session_id)


@dataclass
class FakeClock:
    """A frozen calendar and a monotonic clock that stands still."""

    at: datetime = NOW
    ticks: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def move(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


@dataclass
class FakeIds:
    """Counts."""

    made: int = 0

    def uuid(self) -> str:
        self.made += 1
        return f"id-{self.made}"

    def code(self) -> str:
        return "AB12"


@dataclass
class FakeModel:
    """Answers from a list; None in it, or an empty list, is a failure. `prompts` keeps (system, user, purpose, temperature)."""

    answers: list[str | None] | None = None
    prompts: list[tuple[str, str, str, float]] = field(default_factory=list[tuple[str, str, str, float]])
    translate: Mapping[str, str] = field(default_factory=dict[str, str])

    def available(self) -> bool:
        return self.answers is not None or bool(self.translate)

    def complete(
        self, system: str, user: str, *, purpose: str, temperature: float, deadline_s: float, schema: Mapping[str, Any] | None = None
    ) -> Completion:
        self.prompts.append((system, user, purpose, temperature))
        for before, after in self.translate.items():
            if before in user:
                return Completion(after, "recorded", 40, "0.0002")
        answer = self.answers.pop(0) if self.answers else None
        if answer is None:
            raise Unavailable("llm")
        return Completion(answer, "recorded", 40, "0.0002")


@dataclass
class FakeRecall:
    """A handful of entries, found by a word they hold."""

    entries_: tuple[FaqHit, ...] = ()
    prompt: str | None = None
    queries: list[str] = field(default_factory=list[str])

    def search(self, query: str, top_k: int = 3, language: str | None = None) -> tuple[FaqHit, ...]:
        self.queries.append(query)
        told = query.lower()
        fitting = [hit for hit in self.entries_ if language is None or (hit.language or "it") == language]
        return tuple(
            replace(hit, sure=any(word in told for word in hit.question.lower().strip("?").split() if len(word) > 5)) for hit in fitting
        )[:top_k]

    def agent_prompt(self) -> str | None:
        return self.prompt

    def entries(self) -> int:
        return len(self.entries_)

    def reload(self) -> tuple[int, str]:
        return len(self.entries_), "lexical"


@dataclass
class FakeSigner:
    """A signature that can be checked and not made up by accident."""

    secret: str = "s3"

    def sign(self, payload: Mapping[str, str]) -> str:
        body = ".".join(f"{key}-{value.replace('.', '_')}" for key, value in sorted(payload.items()))
        return f"{body}.{self.digest(body)}"

    def unsign(self, token: str) -> Mapping[str, str] | None:
        body, _, signature = token.rpartition(".")
        if signature != self.digest(body):
            return None
        return {key: value for key, _, value in (part.partition("-") for part in body.split("."))}

    def digest(self, text: str) -> str:
        return f"{sum(ord(char) * (number + 1) for number, char in enumerate(self.secret + text)):x}"


@dataclass
class FakeLedger:
    """Keeps what was committed, and puts link records and sessions where reads find them."""

    reads: FakeReads
    committed: list[Write] = field(default_factory=list[Write])
    down: bool = False

    def commit(self, writes: Sequence[Write], at: datetime, recheck: Any = None, request_id: Any = None, answer: Any = None) -> Committed:
        if self.down:
            raise Unavailable("database")
        self.committed.extend(writes)
        for write in writes:
            if isinstance(write, StoreToken):
                self.reads.tokens.append(
                    {
                        "digest": write.digest, "cliente_id": write.cliente_id, "workspace_id": write.workspace_id, "kind": write.kind,
                        "nonce": write.nonce, "expires_at": write.expires_at,
                    }
                )  # fmt: skip
        return Committed()


@dataclass
class Stage:
    """A world and the fakes it is made of."""

    reads: FakeReads = field(default_factory=FakeReads)
    clock: FakeClock = field(default_factory=FakeClock)
    model: FakeModel = field(default_factory=FakeModel)
    recall: FakeRecall = field(default_factory=FakeRecall)
    signer: FakeSigner = field(default_factory=FakeSigner)
    ids: FakeIds = field(default_factory=FakeIds)

    def __post_init__(self) -> None:
        self.ledger = FakeLedger(self.reads)
        self.world = World(
            reads=cast(Reads, self.reads),
            ledger=cast(Ledger, self.ledger),
            clock=self.clock,
            ids=self.ids,
            model=self.model,
            recall=self.recall,
            voice=cast(Voice, None),
            signer=self.signer,
            archive=cast(Archive, None),
            listener=cast(Listener, None),
        )
