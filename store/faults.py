"""The one place where a database error becomes an error of the trade.

Used by `store.door` around every statement. A message names the component and the way out, never a path, SQL or personal data.
"""

import logging
import re

from pipeline.model.errors import Unavailable
from store.connection import Busy, Damage, Refused, describe

log = logging.getLogger("store")

MISSING = "the database file is not there; it is picked up when it appears"
DAMAGED = "the database file is damaged; restore it from a backup, nothing is written to it"
LOCKED = "the database is locked by another program"
FOREIGN = "the database file is not one of FLUXION"
FULL = "there is no room left on the disk of the database"
FAILED = "the database cannot be read or written at the moment"
UNKEPT = "a trigger of another program did not keep the row as it was written; nothing was changed, look at the triggers of the file"
REFUSED = "a rule of the database file refuses the row{where}; nothing was changed, `doctor` names what is unknown about the file"
LOST = "the database file has lost {what}; it is used again when that is back"
CLOSED = "the database is closed"


def unavailable(message: str) -> Unavailable:
    """The error of a database that does not answer."""
    return Unavailable("database", message)


_COLUMNS = re.compile(r"(?:NOT NULL|UNIQUE) constraint failed: (\w+\.\w+(?:, \w+\.\w+)*)")


def _rule(error: Exception) -> str:
    """Which fields the rule is about. The text of a trigger is another program's and may hold anything: it is not repeated."""
    found = _COLUMNS.fullmatch(re.sub(r"^\w+Error: ", "", str(error)))
    return f" ({', '.join(each.partition('.')[2] for each in found[1].split(', '))})" if found else ""


def translate(error: Exception) -> Unavailable:
    """The error of the trade for what SQLite or the operating system said; the cause is logged by kind and number."""
    rule = _rule(error) if isinstance(error, Refused) else ""
    log.warning("database: %s", describe(error) + rule)
    if isinstance(error, Busy):
        return unavailable(LOCKED)
    if isinstance(error, Refused):
        return unavailable(REFUSED.format(where=rule))
    return unavailable(DAMAGED if isinstance(error, Damage) else FAILED)
