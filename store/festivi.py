"""Public holidays: from the rows of `giorni_festivi`, computed where a desktop file lacks Easter, and renewed once a year in ours.

Called by `store.reads` (with rows already read) and by `serve` when a year begins (`renew`). The `holidays` package is imported in
`renew` alone: it takes too long for a turn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.connection import Connection
from store.schema import Schema

EASTER, EASTER_MONDAY = "Pasqua", "Lunedì dell'Angelo"


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A row of `giorni_festivi`; `recurring`: the same month and day of any year."""

    day: date
    name: str
    recurring: bool


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (the computus of Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    lift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - lift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, last = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, last + 1)


def between(rows: Sequence[HolidayRow], first: date, last: date, computed: bool) -> tuple[tuple[date, str], ...]:
    """(day, name) of every holiday from `first` to `last`; `computed` adds Easter and Easter Monday where no row has them."""
    found: dict[date, str] = {}
    for on, name in _all(rows, first.year, last.year, computed):
        if first <= on <= last:
            found.setdefault(on, name)
    return tuple(sorted(found.items()))


def _all(rows: Sequence[HolidayRow], first: int, last: int, computed: bool) -> Iterator[tuple[date, str]]:
    for row in rows:
        if not row.recurring:
            yield row.day, row.name
    for year in range(first, last + 1):
        for row in rows:
            if row.recurring and not (row.day.month == 2 and row.day.day == 29 and not _leap(year)):
                yield row.day.replace(year=year), row.name
        if computed:
            yield easter(year), EASTER
            yield easter(year) + timedelta(days=1), EASTER_MONDAY


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def renew(conn: Connection, schema: Schema, year: int) -> int:
    """Adds the holidays of that year and of the next, each year once: a row the owner deleted stays deleted. The number added.

    Nothing is added to a file of the desktop app, which keeps its own list.
    """
    if schema.kind == "desktop":
        return 0
    town = conn.value("SELECT valore FROM impostazioni WHERE chiave = 'comune_patrono'")
    return sum(_add_year(conn, each) + (_add_patron(conn, str(town), each) if town else 0) for each in (year, year + 1))


def _claim(conn: Connection, fact: str) -> bool:
    """Whether this has not been done before; from now on it has."""
    return conn.run("INSERT OR IGNORE INTO sidecar_facts (chiave, valore) VALUES (?, '1')", (fact,)) == 1


def _add_year(conn: Connection, year: int) -> int:
    if not _claim(conn, f"festivi:{year}"):
        return 0
    return _insert(conn, national(year))


def _insert(conn: Connection, days: Sequence[tuple[date, str]]) -> int:
    return sum(
        conn.run(
            "INSERT INTO giorni_festivi (data, descrizione, ricorrente) SELECT ?1, ?2, 0"
            " WHERE NOT EXISTS (SELECT 1 FROM giorni_festivi WHERE data = ?1)",
            (on.isoformat(), name),
        )
        for on, name in days
    )


def national(year: int) -> tuple[tuple[date, str], ...]:
    """The national holidays of Italy in a year, by their Italian names."""
    import holidays  # 190 ms: never at start, never in a turn

    return tuple(sorted((on, str(name)) for on, name in holidays.country_holidays("IT", years=year, language="it_IT").items()))


def _add_patron(conn: Connection, town: str, year: int) -> int:
    found = patron(town, year) if _claim(conn, f"patrono:{year}:{town.lower()}") else None
    if found is None:
        return 0
    conn.run(
        "INSERT OR REPLACE INTO sidecar_facts (chiave, valore) VALUES (?, ?)",
        (f"patrono:{town.lower()}", f"{found[0].month:02}-{found[0].day:02}"),
    )
    return _insert(conn, (found,))


def patron(town: str, year: int) -> tuple[date, str] | None:
    """The day of a town's patron saint; None for a town the `holidays` package does not know. `town` is its name or province code."""
    import holidays  # 190 ms: never at start, never in a turn
    from holidays.countries.italy import Italy

    wanted = town.strip().casefold()
    codes = {name.casefold(): name for name in Italy.subdivisions} | {
        name.casefold(): code for name, code in Italy.subdivisions_aliases.items()
    }
    code = codes.get(wanted)
    if code is None:
        return None
    common = dict(national(year))
    local = holidays.country_holidays("IT", subdiv=code, years=year, language="it_IT")
    extra = sorted((on, str(name)) for on, name in local.items() if on not in common)
    return extra[0] if extra else None
