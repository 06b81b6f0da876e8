"""A visit that was asked for without its name: "la coniglietta non mangia, la può vedere la dottoressa?".

Called by `services` where nothing was named; calls `families`. It must never know who is free.

Law: to be looked at is a visit only where the words beside it leave one visit of the business.
"""

from pipeline.italian import families
from pipeline.italian.hearing import Hearing
from pipeline.italian.vocabulary import Vocabulary
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span
from pipeline.model.business import Id

_LOOKED_AT = word_set(
    "visitare visitate visitarlo visitarla visitarmi visitarli vederlo vederla vedermelo vedermela "
    "guardarlo guardarla guardarmelo guardarmela controllarlo controllarla"
)
_LOOKING = word_set("vedere vede vedete vedesse guardare guarda guardate guardi controllare controlla controllate")
_SEEN = word_set("visto vista visti viste visitato visitata controllato controllata")
_OBJECTS = word_set("la lo me far fare farla farlo farvi fatemi")
_REACH = 3


def meant(hearing: Hearing, vocabulary: Vocabulary) -> Id | None:
    """The one visit that being looked at stands for, its word taken as SERVICE; None when several would do."""
    visits = vocabulary.heads.get("visit", ())
    for place, word in enumerate(hearing.words):
        if visits and not hearing.labels[place] and _asks_to_be_seen(hearing, place, word.norm):
            told = families.told_apart(hearing, vocabulary, visits, Span(place, place + 1))
            if len(told) == 1 and len(told[0]) == 1 and len(visits) > 1:
                hearing.take(Span(place, place + 1), "SERVICE")
                return told[0][0]
    return None


def _asks_to_be_seen(hearing: Hearing, place: int, norm: str) -> bool:
    before = {word.norm for word in hearing.words[max(0, place - _REACH) : place]}
    must_be = norm in _SEEN and bool(before & {"va", "andrebbe", "vanno"})
    return must_be or norm in _LOOKED_AT or (norm in _LOOKING and bool(before & _OBJECTS))
