"""The withdrawal of a consent, and the wish that one's data be deleted, in the four languages of the callers.

Called by `pipeline.stages.consent`. It states what was said, never what is done about it.
"""

import re

_WITHDRAWS = re.compile(
    r"\b(?:revoc|ritir|tolg|tolgo|toglier)\w*\s+(?:\w+['’ ]\s*){0,3}(?:consenso|autorizzazione)\b"
    r"|\b(?:cancell|elimin|rimuov|dimentic)\w*\s+(?:\w+\s+){0,2}(?:miei|suoi|nostri)?\s*dati\b"
    r"|\b(?:withdraw|revoke)\s+(?:my\s+)?consent\b|\b(?:delete|erase)\s+(?:all\s+)?my\s+(?:personal\s+)?data\b"
    r"|\b(?:retir|revoc|revog)\w*\s+(?:mi\s+|el\s+|o\s+|meu\s+){0,2}(?:consentimiento|consentimento)\b"
    r"|\b(?:borr|elimin|apag)\w*\s+(?:todos\s+)?(?:mis|os meus|meus)\s+da(?:tos|dos)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bnon\s+(?:\w+\s+){0,2}(?:revoc|ritir|tolg|cancell|elimin|rimuov|dimentic)", re.IGNORECASE)


def withdraws_consent(text: str) -> bool:
    """Whether the caller takes a consent back or wants personal data deleted."""
    return _WITHDRAWS.search(text) is not None and _DENIES.search(text) is None
