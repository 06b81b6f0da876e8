"""What a visit costs: each row with the price of its service and the client's discount at this moment.

Called by the flows and the desk when rows are written; calls nothing but the model. It knows no calendar.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.business import Service
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
