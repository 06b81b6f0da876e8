"""The invented salon that the desk's tests work on: Monday 9 March 2026, 8 in the morning."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pipeline.desk import bookings
from pipeline.model.business import Client, Operator, Service, Settings
from pipeline.model.calendar import Hours
from pipeline.ports import World
from tests.fakes.book import Book
from tests.fakes.memory import Memory, world_of

NOW = datetime(2026, 3, 9, 8, 0)
DAY = date(2026, 3, 12)
CUT = Service(1, "Taglio", 30, prezzo=Decimal(25), categoria="Capelli")
COLOUR = Service(2, "Colore", 60, buffer=15, prezzo=Decimal(60))
WASH = Service(3, "Piega", 20, buffer=10, prezzo=Decimal(18))
ADA = Operator(1, "Ada", "Bruni", "F")
BEA = Operator(2, "Bea", "Conti", "F", frozenset({1, 3}))
LIDIA = Client(1, "Lidia", "Ferri", "3401112223")
OMAR = Client(2, "Omar", "Galli", "3402223334", is_vip=True)
PINA = Client(3, "Pina", "Longo", "06 1234567")
QUID = Client(4, "Rita", "Monti", "3404445556", consenso_whatsapp=False)
HOURS = tuple(Hours(day, a, b, p) for day in range(5) for a, b, p in ((540, 1140, False), (780, 840, True)))


def salon(**changed: Any) -> tuple[World, Memory]:
    """A World over the salon; settings and every field of the Book can be replaced."""
    book: dict[str, Any] = {
        "settings": Settings(nome_attivita="Salone Prova"),
        "services": (CUT, COLOUR, WASH),
        "operators": (ADA, BEA),
        "hours": HOURS,
        "clients": (LIDIA, OMAR, PINA, QUID),
        **changed,
    }
    return world_of(Book(**book), NOW)


def booked(world: World, at: time, *services: int, cliente_id: int = 1, data: date = DAY, **more: Any) -> dict[str, Any]:
    """An appointment made at the desk (a cut when no service is named)."""
    return bookings.create(world, cliente_id=cliente_id, servizi=list(services or (1,)), data=data, ora=at, **more)


def hours_of(slots: Sequence[dict[str, Any]]) -> list[str]:
    """The hours of wire slots."""
    return [slot["ora"] for slot in slots]


def in_days(days: int) -> date:
    """A day counted from today."""
    return NOW.date() + timedelta(days=days)
