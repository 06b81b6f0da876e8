"""What a telephone and a speech recogniser do to a sentence, seeded so that a count can be repeated.

Accents, capitals and punctuation go; fillers and stutters come in; endings are cut; digits become words and words digits. What a label
names letter by letter (a person's name, digits of a telephone number) is spared the cuts, for nobody could hear it back.
"""

import random
import re

from pipeline.italian.words import fold
from tests.eval.cases import Case

FILLERS = ("ehm", "allora", "senta", "guardi", "cioè", "diciamo", "eh", "mh", "ecco", "insomma")
_SPOKEN = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto "
    "diciannove venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno"
)
WORDS = tuple(re.findall(r"\w+", _SPOKEN))
_NUMBER = re.compile(r"(?<![\d:./-])\b([1-9]|[12]\d|3[01])\b(?![\d:./-]|°)")
_PUNCTUATION = re.compile(r"[,;!?…\"()]|\.(?!\d)|(?<!\d):(?!\d)")


def noisy(case: Case, seed: int) -> str:
    """The text of a case as it may come out of speech recognition; the same for the same seed."""
    dice = random.Random(f"{seed}/{case.id}")
    text = _PUNCTUATION.sub(" ", case.text)
    if not case.expect.get("telefono") and not case.expect.get("data_nascita"):
        text = _NUMBER.sub(lambda match: WORDS[int(match.group(1))] if dice.random() < 0.5 else match.group(), text)
        text = _to_digits(text, dice)
    spared = _spared(case)
    heard: list[str] = []
    for word in text.split():
        heard.extend(_misheard(word, spared, dice))
    return fold(" ".join(heard))


def _to_digits(text: str, dice: random.Random) -> str:
    """Hours after an article as digits ("alle dieci" as "alle 10")."""
    hours = "|".join(WORDS[2:24])
    return re.sub(
        rf"\b(alle|le|dalle) ({hours})\b(?! e (?:un|tre)\b| meno)",
        lambda match: f"{match.group(1)} {WORDS.index(match.group(2))}" if dice.random() < 0.5 else match.group(),
        text,
    )


def _spared(case: Case) -> set[str]:
    name: dict[str, str | None] = case.expect.get("name") or {}
    notes: str = case.expect.get("notes") or ""
    return {word for part in (*name.values(), notes) if part for word in fold(part).replace("'", " ").split()}


def _misheard(word: str, spared: set[str], dice: random.Random) -> list[str]:
    whole = fold(word)
    letters = whole.isalpha()
    out: list[str] = []
    if dice.random() < 0.08:
        out.append(dice.choice(FILLERS))
    if letters and len(whole) > 4 and whole not in spared and dice.random() < 0.05:
        out.append(whole[: dice.randint(2, 3)])
    cut = letters and len(whole) > 6 and whole not in spared and whole[-1] in "aeio" and dice.random() < 0.08
    out.append(word[:-1] if cut else word)
    return out
