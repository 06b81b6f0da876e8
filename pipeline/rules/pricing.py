"""What a visit costs: each row with the price of its service and the client's discount at this moment.

Called by the flows and the desk when rows are written; calls nothing but the model. It knows no calendar.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.business import BookedService, Service
from pipeline.model.calendar import PlannedRow
from pipeline.model.writes import PricedRow

_CENT = Decimal("0.01")


def price_rows(rows: Sequence[PlannedRow], services: Sequence[Service], sconto: Decimal | None) -> tuple[PricedRow, ...]:
    """The rows with prezzo, sconto (percent, from 0 to 100) and prezzo_finale in euros; a service without a price costs 0."""
    percent = min(max(sconto or Decimal(0), Decimal(0)), Decimal(100))
    prices = {str(service.id): service.prezzo for service in services}
    priced: list[PricedRow] = []
    for row in rows:
        price = prices.get(str(row.servizio_id)) or Decimal(0)
        final = (price * (100 - percent) / 100).quantize(_CENT, ROUND_HALF_UP)
        priced.append(PricedRow(row, price, percent, final))
    return tuple(priced)


def keep_prices(rows: Sequence[PricedRow], booked: Sequence[BookedService]) -> tuple[PricedRow, ...]:
    """The rows at the final prices they were booked at, row by row; a price that is still the same keeps its discount."""
    return tuple(
        priced if old.prezzo is None or old.prezzo == priced.prezzo_finale else PricedRow(priced.row, old.prezzo, Decimal(0), old.prezzo)
        for priced, old in zip(rows, booked, strict=True)
    )
