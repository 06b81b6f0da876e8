"""The forms one word of a trade takes in speech: its stem, diminutives and plurals of nouns, what is done of verbs.

Called by `vocabulary` while a business is compiled and for every word heard; calls nobody. It must never know a business.
"""

from collections.abc import Iterator
from functools import lru_cache

_CLITIC = ("mela", "cela", "melo", "mele", "meli", "gliela", "mi", "ci", "ti", "si", "la", "lo", "le", "li", "gli", "ne", "vi")
_VERBAL = ("azione", "azioni", "izione", "izioni")
_DIMINUTIVES = ("ina", "ino", "etta", "etto", "olina", "olino", "ettina", "ettino", "uccio", "uccia", "atina", "ini", "ine", "etti", "ette")
_DONE = ("{0}rmi", "{0}rla", "{0}rlo", "{0}rli", "{0}rle", "{0}rsi", "{0}rci", "{0}rti", "{0}rgli", "{0}te", "{0}ta", "{0}tina", "{0}r")
_TOGETHER = ("iamo", "ate", "ete", "ite")
NOUN_ENDS = ("=", "ament", "iment", "atur", "agg")
"""What a verb's stem ends with as a noun: "devitalizzare" where "devitalizzazione" is sold, "sbiancare" and "sbiancamento"."""

ADJECTIVE_ENDS = ("al", "ar", "ic", "iv")
"""What a noun's stem ends with as an adjective of a name: "la postura" where "Ginnastica Posturale" is sold."""

_LEAST_STEM = 4


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """The part of a folded noun or verb that does not change: "pieghe" and "piega", "tagliare" and "taglio" meet."""
    for clitic in _CLITIC:
        if word.endswith(("ar" + clitic, "er" + clitic, "ir" + clitic)) and len(word) > len(clitic) + 5:
            word = word[: -len(clitic)] + "e"
            break
    if len(word) > 5 and word.endswith(("are", "ere", "ire")) and not word.endswith("iere"):
        word = word[:-3]
    elif len(word) > 7 and word.endswith(_VERBAL):
        word = word[:-6] + "="
    else:
        word = word.rstrip("aeiou") if len(word) > 3 else word
    if word.endswith(("ch", "gh")):
        word = word[:-1]
    return word.rstrip("i") if len(word) > 3 else word


def is_infinitive(norm: str) -> bool:
    """Whether it is a verb as it is named, with or without a pronoun at its end ("provare", "provarlo")."""
    for clitic in _CLITIC:
        if norm.endswith(clitic) and norm[: -len(clitic)].endswith(("ar", "er", "ir")):
            return True
    return norm.endswith(("are", "ere", "ire")) and not norm.endswith(("iere", "manicure", "pedicure"))


def noun_forms(word: str) -> set[str]:
    """The word with its diminutives and plurals; the word alone when it is too short to be bent."""
    root = word.rstrip("aeiou")
    if len(root) < _LEAST_STEM or word.isdecimal():
        return {word}
    hard = root + "h" if root.endswith(("c", "g")) else root
    return {word, *((hard if suffix[0] in "ie" else root) + suffix for suffix in _DIMINUTIVES), root + "i", hard + "e", hard + "i"}


def everyday_forms(word: str) -> set[str]:
    """How an everyday word is said: a verb with its pronouns and as what is done, a noun small or several."""
    if word.endswith(("are", "ere", "ire")) and len(word) > 5:
        base = word[:-2]
        return {word, word[:-3] + "iamo", *(form.format(base) for form in _DONE)}
    return noun_forms(word)


def done_by_you(norm: str) -> Iterator[str]:
    """The stem of a verb the business is asked to do or we do together: "castriamo", "vaccinate"."""
    for ending in _TOGETHER:
        base = norm[: -len(ending)].rstrip("i").removesuffix("h") if norm.endswith(ending) else ""
        if len(base) >= _LEAST_STEM - 1:
            yield base
