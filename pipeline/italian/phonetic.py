"""The Italian phonetic key: what a name sounds like, so that "Chiara" and "Kiara" or "Bellini" and "Belini" meet.

Called by the readers of names and services here and by the client search of the store. Calls nobody, imports next to nothing.
It must never know any list of names: a key is spelling turned into sound, nothing else.

Law: two spellings an Italian reads alike have one key; a pair that differs in a heard vowel or consonant does not.
"""

import re
import unicodedata
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[^a-z]+")
_DOUBLES = re.compile(r"(.)\1+")

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"th", "t"),
        (r"sch", "sK"),
        (r"ch|ck", "K"),
        (r"gh", "G"),
        (r"sci(?=[aou])|sc(?=[ei])|sh", "S"),
        (r"gli(?=[aeou])|gl(?=i)", "li"),
        (r"gni?(?=[aeou])|gn(?=i)", "ni"),
        (r"cq|qu?(?=u)|q", "K"),
        (r"ci(?=[aou])|c(?=[eiy])", "C"),
        (r"gi(?=[aou])|g(?=[eiy])|j(?=e)", "J"),
        (r"[ck]", "K"),
        (r"g", "G"),
        (r"x", "Ks"),
        (r"w", "v"),
        (r"[yj]", "i"),
        (r"h", ""),
        (r"ii+", "i"),
    )
)


@lru_cache(maxsize=2048)
def key(text: str) -> str:
    """The sound of a word or name; spaces, apostrophes, accents, capitals, doubles and silent letters do not count.

    Text without any Latin letter has the empty key.
    """
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    sound = _NOT_LETTERS.sub("", folded)
    for pattern, replacement in _STEPS:
        sound = pattern.sub(replacement, sound)
    return _DOUBLES.sub(r"\1", sound)


def alike(one: str, other: str) -> bool:
    """Whether two words sound the same; a word without Latin letters sounds like nothing."""
    sound = key(one)
    return sound != "" and sound == key(other)
