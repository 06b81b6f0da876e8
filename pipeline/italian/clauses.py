"""Two requests of one breath, told apart: "disdica la barba di sabato e sposti la piega alle 11".

Called by `parse`, with itself as the reader of each half; calls the word splitter. A half counts only when it is a request of its own about
a thing of its own: "disdica quello di giovedì e lo sposti a venerdì" is one wish.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.italian.words import Word, tokenize
from pipeline.model.parse import Intent, Parse

REQUESTS: frozenset[Intent] = frozenset({"prenotazione", "cancella", "modifica"})
_JOINS = frozenset({"e", "ed", "poi", "&", "pero", "mentre", "invece", "inoltre"})
_THINGS = frozenset({"quello", "quella", "quelli", "quelle", "appuntamento", "appuntamenti", "prenotazione", "visita", "altro", "altra"})
_SURE, _SHORTEST = 0.8, 2


def apart(text: str, whole: Parse, read: Callable[[str], Parse]) -> Parse | None:
    """The first request with the second as its `then`; None where the utterance makes one."""
    if len(REQUESTS.intersection(whole.requests)) < 2 or whole.asides:
        return None
    words = tokenize(text)
    # The last join that leaves two halves: "il taglio e la piega di martedì, e volevo prenotare ..." parts before the second wish.
    for place in range(len(words) - _SHORTEST - 1, _SHORTEST - 1, -1):
        if words[place].norm not in _JOINS and not words[place].breaks:
            continue
        cut = words[place].start
        first, second = read(text[:cut]), read(text[cut:])
        if first.intent != second.intent and _own(first, words[:place]) and _own(second, words[place:]):
            return _joined(whole, first, second)
    return None


def _own(half: Parse, words: tuple[Word, ...]) -> bool:
    """Whether a half asks for something, of a thing that it names itself."""
    thing = half.services or half.services_ambiguous or any(word.norm in _THINGS for word in words)
    return half.intent in REQUESTS and len(REQUESTS.intersection(half.requests)) == 1 and half.confidence >= _SURE and bool(thing)


def _joined(whole: Parse, first: Parse, second: Parse) -> Parse:
    """Who is calling is said once, wherever it stands."""
    person = {
        "name": whole.name, "telefono": whole.telefono, "phone_ending": whole.phone_ending, "data_nascita": whole.data_nascita,
        "birth": whole.birth, "flags": whole.flags,
    }  # fmt: skip
    nobody = replace(second, name=None, telefono=None, phone_ending=None, data_nascita=None, birth=None)
    return replace(first, **person, requests=tuple(r for r in (first.intent, second.intent) if r is not None), then=nobody)
