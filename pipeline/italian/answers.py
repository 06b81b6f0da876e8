"""Whether the caller said yes, no, or neither.

Called by `parse` with the cues of the sentence; calls nobody. It must never know what was asked.

Laws: 1. an idiom outweighs its words: "certo che no" is no, "non c'è problema" is yes; 2. a yes with a condition ("sì ma alle cinque")
or an exception ("tutto tranne l'ora") is neither: what was said after it is a correction; 3. close scores are neither, never a guess.
"""

import re
from collections.abc import Sequence

from pipeline.italian.cues import Hit

_DECIDED = 1.5
_SHARE = 0.35
_DENIAL = re.compile(r" (?:non|nun|nemmeno|neanche)(?: (?:mi|ci|ne|gli|tanto|proprio|molto|più|piu|e|ho))?$")
_CONDITION = re.compile(r" (?:ma|pero|solo che|a patto|purche|basta che|se pero)(?= )(?! (?:certo|sì|va|no)\b)")
_RESERVE = re.compile(
    r" (?:tranne|eccetto|fuorche|salvo|esclus[oa]|(?<!o )meno|a parte)(?= )"
    r"(?! (?:imprevist\w*|errori|complicazioni|sorprese|emergenze|imprevedibili|contrattempi|scherzi|male|di|non|tutto|questo|ciò|cio)\b)"
    r"| (?:ma|pero) non(?= )(?! (?:fa|importa|si preoccup\w*|ti preoccup\w*|ce|ho fretta|so se|e un|è un)\b)"
    r"| (?:solo|soltanto|peccato|non fosse|se non) che(?= )"
    r"| & no(?= |$)"
    r"|(?<! &)(?<! anche) se (?!possibile|si|poi|proprio|non|per|va|vuole|volete|"
    r"vogliamo|crede|pensa|serve|caso|dio|le|vi|ti|lei|mai|no|cosi|così)\w+"
    r"| se (?:non fosse|si potesse|per caso)"
)
"""What takes back a part of a yes said before it: "tutto bene tranne l'ora", "sì se mi fa lo sconto", "sì e no"."""
_ALMOST = re.compile(r" (?:quasi|circa|piu o meno)(?= )")


def read(hits: Sequence[Hit], sentence: str, has_value: bool) -> bool | None:
    """True for yes, False for no, None for neither; `has_value`: the sentence also holds a day, an hour, a service or a name."""
    turned = [hit for hit in hits if hit.cue.kind == "yes" and _denied(hit, sentence)]
    # "il cognome giusto è Zanardi" says no yes: beside a value only a plain one counts.
    least = 2.9 if has_value and leads(sentence) is not True else -9.0
    yes = _sum(
        [
            hit
            for hit in hits
            if hit.cue.kind == "yes" and hit not in turned and (hit.cue.weight >= least or hit.cue.phrase.startswith("va"))
        ]
    )
    no = _sum([*(hit for hit in hits if hit.cue.kind == "no"), *turned])
    if yes > no and ((has_value and _CONDITION.search(sentence)) or takes_back(hits, sentence)):
        return None
    if yes - no >= _DECIDED:
        return True
    return False if no - yes >= _DECIDED else None


def takes_back(hits: Sequence[Hit], sentence: str) -> bool:
    """Whether a yes is none on the whole: a part is taken back behind it, or it was only almost one."""
    starts = [hit.start for hit in hits if hit.cue.kind == "yes" and hit.cue.weight > 0]
    if not starts:
        return False
    first = min(starts)
    almost = _ALMOST.search(sentence)
    return any(found.start() > first for found in _RESERVE.finditer(sentence)) or (almost is not None and almost.start() < first)


def _denied(hit: Hit, sentence: str) -> bool:
    """Whether "non" stands right before a yes ("non acconsento"); "perché no" and the like begin with their own."""
    return hit.cue.weight > 0 and _DENIAL.search(sentence[: hit.start]) is not None


def leads(sentence: str) -> bool | None:
    """The yes or no an utterance begins with, None when it begins otherwise."""
    first = next(iter(sentence.split()), "")
    return {"sì": True, "no": False, "ok": True}.get(first)


def _sum(hits: Sequence[Hit]) -> float:
    """Weights added up, each further cue counting less; what speaks against counts whole."""
    positive = sorted((hit.cue.weight for hit in hits if hit.cue.weight > 0), reverse=True)
    return sum(weight * _SHARE**rank for rank, weight in enumerate(positive)) + sum(hit.cue.weight for hit in hits if hit.cue.weight < 0)
