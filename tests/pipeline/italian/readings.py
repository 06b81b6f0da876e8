"""What the tests of the Italian readers share: an invented business, a moment, tables of expressions, and one line for what was found."""

import datetime as dt
from pathlib import Path

from pipeline.italian import dates, phones, when
from pipeline.italian.words import Span, tokenize
from pipeline.model.business import Lexicon, Service
from pipeline.model.parse import Context, Step

NOW = dt.datetime(2026, 3, 5, 9, 40)
"""A Thursday."""
_TABLES = Path(__file__).parent / "tables"


def hours(*days: str) -> tuple[tuple[tuple[dt.time, dt.time], ...], ...]:
    """Seven days of opening hours from "09:00-13:00 15:00-19:00", Monday first."""
    return tuple(
        tuple((dt.time.fromisoformat(part.split("-")[0]), dt.time.fromisoformat(part.split("-")[1])) for part in day.split())
        for day in days
    )


SHOP = hours("", "09:00-19:00", "09:00-19:00", "09:00-19:00", "09:00-19:00", "08:30-18:00", "")
GYM = hours(*["07:00-22:00"] * 5, "09:00-18:00", "09:00-13:00")
DOCTOR = hours(*["08:30-12:30 15:00-19:00"] * 5, "09:00-12:00", "")
SERVICES = (
    Service(1, "Taglio Donna", 45),
    Service(2, "Piega", 30),
    Service(3, "Massaggio Cinque Sensi", 50),
    Service(4, "Trucco Sera", 30),
)


def context(
    step: Step | None = None, now: dt.datetime = NOW, week: tuple[tuple[tuple[dt.time, dt.time], ...], ...] = SHOP, options: int = 0
) -> Context:
    """The moment of a call in a hairdresser's closed on Sunday and Monday."""
    return Context(now=now, lexicon=Lexicon(services=SERVICES, hours=week, patrono=(12, 7)), step=step, options=options)


def understood(text: str, moment: Context) -> str:
    """All that the readers of this room find, in one line; "-" for nothing."""
    words = tokenize(text)
    phone = phones.read(words, moment)
    birth = dates.birth(words, moment)
    taken: list[Span] = [*(phone.spans if phone else ()), *([birth.span] if birth else [])]
    found = when.read(words, moment, taken)
    said = [
        _value("", found.date),
        _value("", found.time),
        _pair("giorni", found.date_interval),
        _pair("ore", found.time_interval),
        *(f"o {_text(day)} {_text(time)}" for day, time in found.alternatives),
        f"tranne {' '.join(map(str, found.weekdays_excluded))}" if found.weekdays_excluded else "",
        "circa" if found.approximate else "",
        "prima possibile" if found.earliest else "",
        f"contrasto {found.conflict}" if found.conflict else "",
        f"chiedi {' '.join(map(_text, found.date_choices))}" if found.date_choices else "",
        f"chiedi {' '.join(map(_text, found.time_choices))}" if found.time_choices else "",
        found.date_problem or "",
        f"tel {phone.number or phone.ending or phone.problem}" if phone else "",
        f"nascita {birth.partial.year or '?'}-{birth.partial.month or '?'}-{birth.partial.day or '?'}" if birth else "",
    ]
    return "; ".join(each for each in said if each) or "-"


def _text(value: dt.date | dt.time | None) -> str:
    return "_" if value is None else value.isoformat() if isinstance(value, dt.date) else value.strftime("%H:%M")


def _value(label: str, value: dt.date | dt.time | None) -> str:
    return "" if value is None else f"{label}{_text(value)}"


def _pair(label: str, pair: tuple[dt.date | None, dt.date | None] | tuple[dt.time | None, dt.time | None] | None) -> str:
    return "" if pair is None else f"{label} {_text(pair[0])} {_text(pair[1])}"


def lines(name: str) -> list[str]:
    """The rows of a table; lines beginning with # are headings."""
    text = (_TABLES / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def table(name: str) -> list[tuple[str, str]]:
    """The rows "expression | what is found" of a table."""
    return [(text.strip(), found.strip()) for text, _, found in (line.rpartition("|") for line in lines(name))]
