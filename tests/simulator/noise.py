"""What a telephone and a speech recogniser do to a sentence here: seeded, so that a call can be played again word for word.

Accents, capitals and punctuation go; fillers and stutters come in; endings are cut; small words are written as others that sound alike;
numbers change between figures and words. Names of people and dictated figures are spared what nobody could hear back.
"""

import random
import re
import unicodedata

from tests.simulator.telling import spelled

FILLERS = ("ehm", "eh", "allora", "senta", "cioè", "diciamo", "mh", "ecco", "guardi", "insomma", "praticamente")
ALIKE = {
    "c'è": ("ce", "c e"), "è": ("e", "è"), "ho": ("o",), "ha": ("a",), "l'appuntamento": ("lappuntamento", "l appuntamento"),
    "un'altra": ("unaltra",), "perché": ("perche", "per che"), "po'": ("po",), "dov'è": ("dove",), "sì": ("si",), "là": ("la",),
    "dopodomani": ("dopo domani",), "d'accordo": ("daccordo", "d accordo"), "va bene": ("vabene",), "mezz'ora": ("mezzora",),
    "qual": ("quale",), "arrivederci": ("arrivederla", "arrivederci"), "piega": ("piega",), "buongiorno": ("buon giorno", "buongiorno"),
}  # fmt: skip
_NUMBER = re.compile(r"(?<![\d:./-])\b([1-9]|[12]\d|3[01])\b(?![\d:./-])")
_WORDS = {spelled(n): n for n in range(2, 24)}


def heard(text: str, dice: random.Random, spared: frozenset[str], dictated: bool = False) -> str:
    """The sentence as it arrives; `spared` are words (lower case) whose letters stay, `dictated` keeps figures as they are."""
    text = re.sub(r"[,;!?…\"()]|\.(?!\d)|(?<!\d):(?!\d)", " ", text)
    if not dictated:
        text = _NUMBER.sub(lambda m: spelled(int(m[1])) if dice.random() < 0.4 else m[0], text)
        text = re.sub(r"\b(alle|il) (\w+)\b(?! (?:e (?:un|tre)|meno))", lambda m: _figure(m, dice), text)
    out: list[str] = []
    for word in text.split():
        out.extend(_word(word, dice, spared))
    said = " ".join(out).lower()
    return _plain(said) if dice.random() < 0.7 else said


def _figure(match: re.Match[str], dice: random.Random) -> str:
    number = _WORDS.get(match[2])
    return f"{match[1]} {number}" if number is not None and dice.random() < 0.4 else match[0]


def _word(word: str, dice: random.Random, spared: frozenset[str]) -> list[str]:
    low = word.lower()
    out: list[str] = [dice.choice(FILLERS)] if dice.random() < 0.06 else []
    if low in spared or not low.replace("'", "").isalpha():
        return [*out, word]
    if low in ALIKE and dice.random() < 0.5:
        return [*out, dice.choice(ALIKE[low])]
    if len(low) > 4 and dice.random() < 0.04:
        out.append(low[: dice.randint(2, 3)])
    if len(low) > 6 and low[-1] in "aeioì" and dice.random() < 0.07:
        word = word[:-1]
    return [*out, word]


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
