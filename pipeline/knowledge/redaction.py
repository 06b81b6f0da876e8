"""Personal data taken out of what a model is shown, where the task does not need it.

Called before every prompt that holds a caller's words. Calls `foreign.languages`. Must never know the database: the caller's own
name is handed in.
"""

import re
from collections.abc import Sequence

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\w€])\+?\d(?:[ ./\-]?\d){5,}(?!\w)")
_LINK = re.compile(r"https?://\S+")
_NAME = r"[A-ZÀ-Ý][\w'’]+(?:\s+(?:(?:de|di|da|del|della|dos|la|lo|van)\s+)?[A-ZÀ-Ý][\w'’]+){0,3}"
_INTRODUCED = re.compile(
    rf"(?P<cue>(?i:\b(?:mi chiamo|il mio nome è|sono|a nome(?: di)?|my name is|i am|i'm|this is|me llamo|mi nombre es|soy|a nombre de|"
    rf"meu nome é|chamo-me|me chamo|sou|em nome de)\s+(?:il signor |la signora |mr\.? |mrs\.? |ms\.? )?))(?P<name>{_NAME})"
)


def redacted(text: str, names: Sequence[str] = ()) -> str:
    """The text with telephone numbers, addresses of mail, links and people's names replaced by what they are."""
    text = _LINK.sub("(link)", text)
    text = _MAIL.sub("(email)", text)
    text = _PHONE.sub("(telefono)", text)
    text = _INTRODUCED.sub(lambda found: f"{found['cue']}(nome)", text)
    for name in sorted((name for name in names if len(name) > 1), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "(nome)", text, flags=re.IGNORECASE)
    return text


def introduced(text: str) -> tuple[str, ...]:
    """The names with which somebody introduces himself, and the telephone numbers and addresses said."""
    found = [match["name"] for match in _INTRODUCED.finditer(text)]
    return (*found, *_MAIL.findall(text), *(match.group() for match in _PHONE.finditer(text)))
