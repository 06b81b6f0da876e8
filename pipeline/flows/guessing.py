"""A wish that nobody put into words: a complaint told to who heals or repairs, a thing whose name the caller does not know.

Called by the stage of intents where no request was heard. It must never begin one: the caller is asked whether that is it.
"""

from pipeline.italian.followups import nameless
from pipeline.italian.services_words import COMPLAINTS
from pipeline.italian.trades import GENERIC
from pipeline.italian.vocabulary import LINKS, NEVER_NEAR, compiled, roots
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import tokenize
from pipeline.model.parse import Flag, Topic
from pipeline.model.turn import Turn

OFF_TOPIC: frozenset[Flag] = frozenset({"clinical", "attack", "abuse", "other_person", "another_trade", "wrong_number", "emergency"})
"""What makes a question more than a name that nobody here knows ("e la cinghia?")."""
MENDERS = frozenset((
    "medico", "dentista", "clinica", "poliambulatorio", "veterinario", "fisioterapista", "officina", "carrozzeria", "gommista", "meccanico",
))  # fmt: skip
AILMENTS = COMPLAINTS | word_set(
    "febbre tosse gonfio gonfia gonfiore gonfiato gonfiata bruciore brucia bruciano prude prudono nausea vomito vomita diarrea zoppica "
    "sfogo fischia fischiano cigola cigolano fuma trema"
)
"""What somebody who heals or repairs is told of: a wish to be seen."""
ANSWERED: frozenset[Topic | None] = frozenset({"orari", "festivi", "prezzi", "durata", "chi_fa", "operatori", "indirizzo", "telefono"})


def to_be_guessed(turn: Turn) -> bool:
    """Whether an appointment is to be offered for what was told."""
    return (_only_told(turn) and _tells_of_our_work(turn)) or _wants_the_nameless(turn)


def _only_told(turn: Turn) -> bool:
    """Whether nothing is asked by the machine, and the caller asks nothing that is known to be another matter."""
    parse = turn.parse
    told = not parse.question or "dont_know" in parse.flags  # "non so cosa sia" only sounds like a question
    unread = parse.intent in ("fuori_tema", "info") and parse.topic is None and not parse.flags & OFF_TOPIC and told
    return unread and turn.dialogue.step in ("ascolto", "altro") and "?" not in parse.text and not parse.asides


def _wants_the_nameless(turn: Turn) -> bool:
    """ "Mi serve quell'esame con gli elettrodi, come si chiama": what is not sure to be another matter is a wish to be guessed."""
    parse = turn.parse
    unsure = parse.intent in (None, "fuori_tema", "info") and not parse.flags & OFF_TOPIC and parse.topic not in ANSWERED
    return unsure and turn.dialogue.step in ("ascolto", "altro") and nameless(parse.text)


def _tells_of_our_work(turn: Turn) -> bool:
    """ "Mi si è accesa una spia", "fischiano i freni": a word of a service, told and not asked about, is a wish to be guessed."""
    ours = compiled(turn.lexicon)
    if turn.parse.services or turn.parse.services_ambiguous:
        return True
    norms = {word.norm for word in tokenize(turn.parse.text)}
    if turn.settings.settore in MENDERS and not norms.isdisjoint(AILMENTS):
        return True
    plain = norms - LINKS - NEVER_NEAR - GENERIC
    return any(root in ours.inside or root in ours.heads for norm in plain for root in roots(norm, ours))
