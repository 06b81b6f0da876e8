"""The register of personal data is complete: a column that is not classed fails here, in either kind of file."""

from store.privacy import DESKTOP_WAITLIST, STAFF, TABLES
from tests.store.raw import sql
from tests.store.shop import Shop

INVENTED = {"fatture"}
"""A table the tests add to stand for what is unknown of the app."""


def unclassified(shop: Shop) -> list[str]:
    tables = [row[0] for row in sql(shop.path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    missing: list[str] = []
    for table in set(tables) - INVENTED:
        name = table.removeprefix("sidecar_") if table.removeprefix("sidecar_") in TABLES else table
        known = DESKTOP_WAITLIST if (shop.kind, table) == ("desktop", "waitlist") else TABLES.get(name)
        columns = [row[1] for row in sql(shop.path, f'PRAGMA table_info("{table}")')]
        missing += [f"{table}.{column}" for column in columns if known is None or column not in known.columns]
    return sorted(missing)


def test_every_column_of_every_table_is_classed(shop: Shop) -> None:
    assert unclassified(shop) == []


def test_a_table_that_is_not_searched_holds_nothing_personal() -> None:
    assert [name for name in STAFF if TABLES[name].of("personal", "link", "mention")] == []


def test_a_table_with_somebody_in_it_says_whose_row_it_is() -> None:
    nameless = [name for name, table in TABLES.items() if table.of("personal") and table.client is None and table.session is None]
    assert nameless == []
