"""An answer made for a chat is told in a conversation: one form of price, and no marks around the name in a sentence.

Called by `render`. Calls the values' format. The knowledge room writes as the token specification asks ("*Piega*: €20.00"); beside a recap
("€ 20,00") that would be two forms in one breath.
"""

import re
from decimal import Decimal

from pipeline.phrases.values import Format

_PRICE = re.compile(r"€(\d+(?:\.\d{1,2})?)(?![\d.,]*\d)")
_MARKED = re.compile(r"\*([^*\n]+)\*")


def told(display: str, v: Format) -> str:
    """The answer with prices as this conversation writes them, ended as a sentence; names are bare unless they stand in a list."""
    priced = _PRICE.sub(lambda found: v.price(Decimal(found[1])), display)
    if "\n" in priced:
        return priced
    bare = _MARKED.sub(r"\1", priced)
    return f"{bare}." if bare[-1:].isalnum() else bare
