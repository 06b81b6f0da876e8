"""The synonym table: groups of words and phrases that mean the same, by language.

Called by `sidecar.engines.lexical`; reads the modules of data beside it. Knows no FAQ.
"""

from collections.abc import Mapping

from sidecar.engines.lexical_synonyms_foreign import ENGLISH, PORTUGUESE, SPANISH
from sidecar.engines.lexical_synonyms_general import FORMS, GENERAL
from sidecar.engines.lexical_synonyms_trades import TRADES

_TEXTS: Mapping[str, tuple[str, ...]] = {"it": (GENERAL, TRADES, FORMS), "en": (ENGLISH,), "es": (SPANISH,), "pt": (PORTUGUESE,)}


def synonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    """Name of a group -> its members; a name that begins with `~` is a field of related words."""
    groups: dict[str, tuple[str, ...]] = {}
    for text in _TEXTS[language]:
        for line in text.replace("\n ", " ").splitlines():
            name, _, members = line.partition(":")
            if members:
                groups[name] = groups.get(name, ()) + tuple(" ".join(member.split()) for member in members.split(",") if member.strip())
    return groups
