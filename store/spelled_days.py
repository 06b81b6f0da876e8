"""Rows whose day is not written YYYY-MM-DD: where such text stands in an index, so that nobody's hour is sold twice for its spelling.

Used by `store.agenda` and `store.bookings` beside the ordinary bounds; where there are no such rows each is one step into the index.
"""


def elsewhere(column: str, first: int, last: int) -> str:
    """A condition for what begins neither YYYY-0 nor YYYY-1, as 12/03/2026 or 2026/03/12 or 2026-3-12, in the years `first` to `last`.

    What has its day in front stands before the year 1900 or after 2099, or among "20-", "20/" and "20."; bytes stand after all text.
    """
    ranges = [f"{column} < '190'", f"{column} >= '20' AND {column} < '200'", f"{column} >= '21'"]
    for year in range(first, last + 1):
        ranges += [
            f"{column} >= '{year}-1-' AND {column} < '{year}-10'",
            f"{column} >= '{year}-2' AND {column} < '{year + 1}'",
        ]
    return " OR ".join(f"({each})" for each in ranges)
