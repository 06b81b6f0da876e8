"""What is no longer wanted of a visit: "senza la barba", "tolga il colore", "solo il taglio", "al posto della piega il taglio".

Called by `parse` with the services that were found; calls nothing of ours. It must never know what the visit holds.
"""

from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.services import ServicesFound
from pipeline.model.business import Id

_DROPS = ("tolg", "togli", "lev", "elimin", "esclud")
_GIVES_UP = (*_DROPS, "disd", "cancell", "annull")
_WITHOUT = frozenset({"niente", "senza", "tranne"})
_DONE_TO = frozenset({"gli", "le", "far", "fare", "fargli", "farle", "si"})
"""What is taken off somebody is the service itself: "gli togliete il tartaro", "far togliere i punti"."""
_BETWEEN = ARTICLES | {"l'", "mi", "ci", "pure", "anche", "via", "dalla", "dal", "fare", "piu"}
_NEAR = 4
_ONLY = frozenset({"solo", "soltanto", "solamente", "unicamente"})
_SWAPS = ("sostitu", "trasform", "convert")
_KINDS = frozenset({"servizio", "trattamento", "prestazione"})


def left_out(hearing: Hearing, found: ServicesFound) -> tuple[Id, ...]:
    """The services said not to be wanted any more."""
    placed = zip(found.services, found.spans, strict=False) if len(found.services) == len(found.spans) else ()
    dropped = (one for one, span in placed if _dropped(hearing, span.start, span.end))
    return tuple(dict.fromkeys((*found.rejected, *dropped)))


def _dropped(hearing: Hearing, start: int, end: int) -> bool:
    words = [word.norm for word in hearing.words]
    step = start - 1
    while step >= 0 and words[step] in _BETWEEN:
        step -= 1
    before = words[step] if step >= 0 else ""
    if before in _ONLY and step > 0 and words[step - 1].startswith(_GIVES_UP):
        return True
    if before.startswith(_DROPS) and step > 0 and words[step - 1] in _DONE_TO:
        return False
    if before in _WITHOUT or before.startswith(_DROPS):
        return True
    if words[end : end + 1] == ["no"]:
        return True
    beside = words[max(0, start - _NEAR) : start], words[end : _next(hearing, end)]
    return any(_no_longer(near) for near in beside)


def _no_longer(near: list[str]) -> bool:
    """ "Non la faccio più"; "non più tardi" is about the hour."""
    later = near[near.index("non") :] if "non" in near else []
    return "piu" in later and later[later.index("piu") + 1 : later.index("piu") + 2] not in (["tardi"], ["presto"], ["di"], ["avanti"])


def _next(hearing: Hearing, end: int) -> int:
    """Where the next service begins, or how far a verb may stand from the one before."""
    last = min(end + 2 * _NEAR, len(hearing.words))
    return next((place for place in range(end, last) if hearing.labels[place] == "SERVICE"), last)


def only(hearing: Hearing) -> bool:
    """Whether nothing but the services named is to be done ("solo il taglio")."""
    words, labels = hearing.words, hearing.labels
    return any(
        word.norm in _ONLY and "SERVICE" in labels[place + 1 : place + 3] and not _denied(hearing, place)
        for place, word in enumerate(words)
    )


def _denied(hearing: Hearing, place: int) -> bool:
    """ "Non solo il taglio", "togliere solo la barba": only that goes."""
    before = [word.norm for word in hearing.words[max(0, place - 2) : place]]
    return "non" in before or any(word.startswith(_GIVES_UP) for word in before)


def swaps(hearing: Hearing, found: ServicesFound) -> bool:
    """Whether one service is to be done in the place of another."""
    words = [word.norm for word in hearing.words]
    if not found.services and not found.ambiguous:
        return False
    if found.exchanged or any(word.startswith(_SWAPS) for word in words):
        return True
    changes = any(word.startswith("cambi") for word in words)
    return changes and (len(found.services) + len(found.ambiguous) > 1 or not _KINDS.isdisjoint(words))
