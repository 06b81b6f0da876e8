"""What each token stands for: read from the rows of one workspace, or its courtesy text.

Called by `formatter`. Calls `world.reads`, `links`, `money`, `texts`. Laws: 1. each token is resolved in its own guard: whatever
goes wrong gives the courtesy text and a word in `degraded`, never an exception and never an empty place; 2. nothing is invented: a
value is a row or a courtesy text; 3. every read names the workspace.
"""

from collections.abc import Callable, Sequence
from typing import Any

from pipeline.foreign.languages import Language, fold
from pipeline.knowledge.draft import Value, one_line
from pipeline.knowledge.links import Link, make_link
from pipeline.knowledge.money import discount, emoji, price
from pipeline.knowledge.texts import say
from pipeline.model.business import Client, Id, Settings
from pipeline.model.errors import PiiEncrypted, SidecarError, Unavailable
from pipeline.model.writes import Write
from pipeline.ports import Row, World

ANONYMOUS = "anonymous"
SPOKEN_NAMES = 5
_BROKEN = (SidecarError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
"""What a failing read or a damaged row may raise."""


def spoken_list(names: Sequence[str], language: Language) -> str:
    """At most five names for the ear, then how many more there are."""
    told = list(names[:SPOKEN_NAMES])
    rest = len(names) - len(told)
    if rest > 0:
        return f"{', '.join(told)} {say('others', language, n=str(rest))}"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {_and(language, told[-1])} {told[-1]}"


def _and(language: Language, following: str) -> str:
    """The word between the last two, as it sounds before the vowel that follows ("ed Estetica", "e Igiene" in Spanish)."""
    vowel = fold(following)[:1]
    if language == "it" and vowel == "e":
        return "ed"
    if language == "es" and (vowel == "i" or fold(following).startswith("hi")):
        return "e"
    return say("and", language)


class Values:
    """Resolves the tokens of one text for one person; keeps what was read, what has to be written and what went wrong."""

    def __init__(self, world: World, language: Language, customer_id: Id, workspace_id: str, link_kind: str | None) -> None:
        self._world = world
        self._language: Language = language
        self._customer_id = customer_id
        self._workspace_id = workspace_id
        self._link_kind = link_kind
        self._settings: Settings | None = None
        self._products: tuple[Row, ...] | None = None
        self._links: dict[str, Link | None] = {}
        self.degraded: list[str] = []
        self.writes: list[Write] = []
        self.minutes: dict[str, int] = {}

    def resolve(self, token: str) -> Value:
        """The value of one of the eleven tokens."""
        maker, courtesy = self._makers()[token.split("_")[0] if token.startswith("LINK") else token]
        try:
            value = maker(token)
        except PiiEncrypted:
            value = self._fail("pii_encrypted")
        except Unavailable as error:
            value = self._fail(error.component)
        except _BROKEN:
            value = self._fail("database")
        if value is not None:
            return value
        text = say(courtesy, self._language)
        return Value(text, text, "courtesy", token)

    def settings(self) -> Settings:
        """The settings, read once a text. Raises Unavailable("database")."""
        if self._settings is None:
            self._settings = self._world.reads.settings()
        return self._settings

    def names(self) -> tuple[str, ...]:
        """Every name of this workspace that no translation may touch; what cannot be read is left out."""
        reads = self._world.reads
        sources: tuple[Callable[[], Sequence[str]], ...] = (
            lambda: (self.settings().nome_attivita, *self.settings().nomi_protetti),
            lambda: reads.categories(self._workspace_id),
            lambda: [service.nome for service in reads.services_of(self._workspace_id)],
            lambda: [str(row["nome"]) for row in self._product_rows()],
            lambda: [f"{person.nome} {person.cognome}".strip() for person in reads.operators()],
        )
        found: list[str] = []
        for source in sources:
            try:
                found.extend(one_line(name) for name in source())
            except _BROKEN:
                self._fail("database")
        return tuple(dict.fromkeys(name for name in found if len(name) > 1))

    def person(self) -> tuple[str, ...]:
        """The names of the caller, which no model needs to see; empty where there is none or it cannot be read."""
        if self._customer_id == ANONYMOUS:
            return ()
        try:
            client = self._world.reads.client(self._customer_id)
        except _BROKEN:
            return ()
        return tuple(name for name in (client.nome, client.cognome) if len(name) > 2) if client is not None else ()

    def link(self, kind: str) -> Link | None:
        """The person's link to a page, None where there is no person or no address to link to. Raises Unavailable("database")."""
        if kind not in self._links:
            self._links[kind] = self._new_link(kind)
        return self._links[kind]

    def _makers(self) -> dict[str, tuple[Callable[[str], Value | None], str]]:
        return {
            "LIST_CATEGORIES": (self._categories, "no_categories"),
            "LIST_SERVICES": (self._services, "no_services"),
            "LIST_PRODUCTS": (self._plain_products, "no_products"),
            "LIST_ALL_PRODUCTS": (self._priced_products, "no_products"),
            "USER_DISCOUNT": (self._discount, "no_discount"),
            "LINK": (self._link_value, "no_link"),
        }

    def _fail(self, component: str) -> None:
        if component not in self.degraded:
            self.degraded.append(component)

    def _categories(self, token: str) -> Value | None:
        return self._rows(token, list(self._world.reads.categories(self._workspace_id)))

    def _services(self, token: str) -> Value | None:
        services = self._world.reads.services_of(self._workspace_id)
        ordered = sorted(services, key=lambda service: (service.ordine, fold(service.nome), service.nome))
        return self._rows(token, [service.nome for service in ordered])

    def _product_rows(self) -> tuple[Row, ...]:
        if self._products is None:
            rows = self._world.reads.products(self._workspace_id)
            self._products = tuple(sorted(rows, key=lambda row: (row.get("ordine") or 0, fold(str(row["nome"])))))
        return self._products

    def _plain_products(self, token: str) -> Value | None:
        return self._rows(token, [row["nome"] for row in self._product_rows()])

    def _priced_products(self, token: str) -> Value | None:
        rows = self._product_rows()
        return self._rows(token, [row["nome"] for row in rows], [price(row["prezzo"]) for row in rows])

    def _rows(self, token: str, names: Sequence[Any], prices: Sequence[str | None] = ()) -> Value | None:
        shown = [one_line(name) for name in names]
        if not shown:
            return None
        costs = list(prices) or [None] * len(shown)
        lines = [f"- {emoji(name)} *{name}*" + (f" - {cost}" if cost else "") for name, cost in zip(shown, costs, strict=True)]
        aloud = [say("at_price", self._language, name=name, price=cost) if cost else name for name, cost in zip(shown, costs, strict=True)]
        return Value("\n".join(lines), spoken_list(aloud, self._language), "list", token)

    def _discount(self, token: str) -> Value | None:
        if self._customer_id == ANONYMOUS:
            return None
        found = discount(self._world.reads.discount(self._customer_id, self._workspace_id))
        return Value(found, found, "text", token) if found else None

    def _link_value(self, token: str) -> Value | None:
        kind = (self._link_kind or "profile") if token == "LINK_WITH_TOKEN" else token.split("_")[1].lower()
        link = self.link(kind)
        if link is None:
            return None
        self.minutes[token] = link.minutes
        return Value(link.url, say("link_aloud", self._language), "link", token)

    def _new_link(self, kind: str) -> Link | None:
        settings = self.settings()
        base = (settings.link_base_url or "").strip()
        if self._customer_id == ANONYMOUS or not base.startswith(("http://", "https://")):
            return None
        client: Client | None = self._world.reads.client(self._customer_id)
        if client is None or client.workspace_id != self._workspace_id:
            return None
        link = make_link(self._world, base, settings.link_minuti, client, self._workspace_id, kind)
        if link.write is not None:
            self.writes.append(link.write)
        return link
