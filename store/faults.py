"""The one place where a database error becomes an error of the trade.

Used by `store.door` around every statement. A message names the component and the way out, never a path, SQL or personal data.
"""

import logging

from pipeline.model.errors import Unavailable
from store.connection import Busy, Damage, describe

log = logging.getLogger("store")

MISSING = "the database file is not there; it is picked up when it appears"
DAMAGED = "the database file is damaged; restore it from a backup, nothing is written to it"
LOCKED = "the database is locked by another program"
FOREIGN = "the database file is not one of FLUXION"
FULL = "there is no room left on the disk of the database"
FAILED = "the database cannot be read or written at the moment"
CLOSED = "the database is closed"


def unavailable(message: str) -> Unavailable:
    """The error of a database that does not answer."""
    return Unavailable("database", message)


def translate(error: Exception) -> Unavailable:
    """The error of the trade for what SQLite or the operating system said; the cause is logged by kind and number."""
    log.warning("database: %s", describe(error))
    if isinstance(error, Busy):
        return unavailable(LOCKED)
    return unavailable(DAMAGED if isinstance(error, Damage) else FAILED)
