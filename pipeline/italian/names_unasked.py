"""A whole name said without announcing it: "un taglio per Anna De Luca", "segni Rossi Mario", "l'appuntamento di mario rossi".

Called by `findings` when no name was announced; calls `names` and the lists. It must never know the clients of the business.

Laws: 1. only a given name with a surname beside it is a person; 2. who works here, or stands after "con" or a doctor's title, is no caller;
3. without capitals both words must be in the lists, or the name ends its clause after a word that names people.
"""

from pipeline.italian import names
from pipeline.italian.hearing import Hearing
from pipeline.italian.names import NameFound
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import CALENDAR, STREETS, TITLES
from pipeline.italian.others import is_relative
from pipeline.italian.trades import GENERIC
from pipeline.italian.vocabulary import Vocabulary, roots
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import fold

_STAFF_BEFORE = word_set(
    "con da dal dalla dottore dottoressa dottor dott dottssa prof professore professoressa istruttore istruttrice medico"
)
_BEFORE_PEOPLE = word_set(
    "di a segni segna segnate segnami metta metti mettete scriva scrivi prenota prenoti sono qui nome signora signor sig cliente e "
    "parla intestata intestato chiamo buongiorno buonasera salve ciao pronto"
)
_WHOLE_NAME = 2
_PLACES = STREETS | word_set("quartiere ospedale clinica scuola chiesa san santa")
_FEASTS = word_set("santo santa san santi")
_ORDINARY = word_set("rosa bianca chiara gioia luce felice grazia vera stella alba marina perla viola serena letizia fiore sole celeste")


def read(hearing: Hearing, vocabulary: Vocabulary) -> NameFound | None:
    """The first whole name nobody announced, its words taken as NAME; None when there is none."""
    for place, word in enumerate(hearing.words):
        if (
            hearing.labels[place]
            or not word.norm.isalpha()
            or word.norm in _FEASTS
            or (word.norm in CALENDAR and _before(hearing, place) in ("a", "da", "di", "per"))
            or _somebody_elses(hearing, place)
            or _is_a_place(hearing, place)
        ):
            continue
        found = _at(hearing, place)
        if found and not _works_here(found, vocabulary) and not _is_service(hearing, found, vocabulary):
            hearing.take(found.span, "NAME")
            return found
    return None


def _somebody_elses(hearing: Hearing, place: int) -> bool:
    """Whether the words before say that it is no caller's name: "con Marco Bellini", "per mio marito Simone Leone" (see `others`)."""
    if _before(hearing, place) in _STAFF_BEFORE | {"per"}:
        return True
    if place and _before(hearing, place) in GIVEN and not hearing.words[place].breaks:
        # "Per mia nonna Maria Grazia Esposito": the rest of somebody else's name is no caller's either.
        return _somebody_elses(hearing, place - 1)
    before = [each.norm for each in hearing.words[max(0, place - 4) : place]]
    return bool(before) and is_relative(before[-1]) and "per" in before


def _is_a_place(hearing: Hearing, place: int) -> bool:
    """ "Al semaforo di viale Europa", "in via Giuseppe Verdi", "all'ospedale Santa Maria": named after somebody, and nobody's name."""
    before = [word.norm for word in hearing.words[max(0, place - 2) : place]]
    if not _PLACES.isdisjoint(before) and not hearing.words[place].breaks:
        return True
    following = hearing.words[place + 1 : place + 2]
    return hearing.words[place].norm in _PLACES and bool(before) and bool(following) and following[0].surface[:1].isupper()


def _at(hearing: Hearing, place: int) -> NameFound | None:
    norm = hearing.words[place].norm
    known = names.whole_at(hearing, place)
    if known:
        pair = hearing.words[known.span.start : known.span.end]
        # "Quando è in sala Giorgia?": an ordinary word without the capital of the name beside it.
        mixed = any(word.surface[:1].isupper() for word in pair) and any(word.surface.islower() and word.norm in GENERIC for word in pair)
        plain = mixed or (norm in _ORDINARY and hearing.words[place].surface.islower())
        return None if plain else known
    if _surname_first(hearing, place):
        return names.person_at(hearing, place, strong=True)
    ordinary = norm in _ORDINARY and hearing.words[place].surface.islower()
    if not names.is_listed(norm) or (ordinary and not _nothing_else(hearing)):
        return None
    found = names.person_at(hearing, place, strong=_before(hearing, place) in _BEFORE_PEOPLE or _nothing_else(hearing))
    if found is None or found.name.nome is None or found.name.cognome is None or len(found.span) < 2:
        return None
    words = hearing.words[found.span.start : found.span.end]
    capitals = all(word.surface[:1].isupper() for word in words)
    closes = found.span.end == len(hearing.words) or hearing.words[found.span.end].breaks or bool(hearing.labels[found.span.end])
    told = closes and _before(hearing, place) in _BEFORE_PEOPLE and all(word.norm not in vocabulary_words(hearing) for word in words)
    return found if capitals or told or _nothing_else(hearing) else None


def _nothing_else(hearing: Hearing) -> bool:
    """Whether two words are all that was said, and nobody else has taken one: "marina bertoli", whatever was asked."""
    return len(hearing.words) == _WHOLE_NAME and not any(hearing.labels)


def _surname_first(hearing: Hearing, place: int) -> bool:
    """ "Salve, Tessitore Fabio, vorrei...": an unknown surname with its capital before a given name, between two stops."""
    words = hearing.words[place : place + 2]
    if len(words) < 2 or place == 0 or not words[0].breaks or words[1].breaks or hearing.labels[place + 1]:
        return False
    ends = place + 2 == len(hearing.words) or hearing.words[place + 2].breaks
    return ends and words[1].norm in GIVEN and all(word.surface[:1].isupper() for word in words)


def vocabulary_words(hearing: Hearing) -> frozenset[str]:
    """Words of this utterance that another reader has taken."""
    return frozenset(word.norm for word, label in zip(hearing.words, hearing.labels, strict=True) if label)


def _before(hearing: Hearing, place: int) -> str:
    step = place - 1
    while step >= 0 and (hearing.words[step].norm in ("il", "la", "l'", "lo", "al", "alla", "del", "della") and step > 0):
        step -= 1
    norm = hearing.words[step].norm if step >= 0 else ""
    if norm in ("signora", "signor", "signore", "signorina", "sig", "sigra"):
        return _before(hearing, step)
    return norm if norm in TITLES or norm in _STAFF_BEFORE else hearing.words[place - 1].norm if place else ""


def _is_service(hearing: Hearing, found: NameFound, vocabulary: Vocabulary) -> bool:
    return any(True for word in hearing.words[found.span.start : found.span.end] for _ in roots(word.norm, vocabulary))


def _works_here(found: NameFound, vocabulary: Vocabulary) -> bool:
    said = {part for text in (found.name.nome, found.name.cognome) if text for part in fold(text).split()}
    return any(len(name) > 1 and set(name) <= said for called in vocabulary.operators.values() for name, _ in called)
