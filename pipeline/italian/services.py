"""Which services were named: exactly, by synonym, bent by recognition, as a family of several, or as something this business does not do.

Called by `parse` with the hearing and the vocabulary; calls `vocabulary`. It must never know what is done with a service.

Laws: 1. the longest name wins; 2. exact before near; 3. a word that names several services names none until another word narrows it;
4. what was asked for and is not sold is reported in the caller's words, never dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.italian import phonetic
from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.names_words import TITLES
from pipeline.italian.trades import CHILDREN, ELSEWHERE, GENERIC, MEN, WOMEN
from pipeline.italian.vocabulary import LINKS, Vocabulary, stem
from pipeline.italian.words import FILLERS, Span
from pipeline.model.business import Id

_REACH = 3
_LONGEST_ENTRY = 4
_LONGEST_ANSWER = 12
_NEVER_NEAR = frozenset(
    "vorrei volevo prenotare prenoto posso potrei alle ore domani oggi dopo prima mattina sera pomeriggio lunedi martedi mercoledi giovedi venerdi "
    "sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre grazie prego buongiorno "
    "buonasera favore bene cinque sette quattro venti trenta quaranta cinquanta quindici dieci undici dodici venire avere essere fare dire "
    "numero telefono quando quanto questa questo quella quello sono siete siamo anche ancora persona signora nome cognome chiamo prezzo costa "
    "possibile mezza quarto colloquio costo tanto quasi certo subito mano mani visto vista visti vengo viene controllare medico medica media "
    "taglia paga prova prove porta basta aiuto stop annulla ripeti indietro niente nessuno giusto lasci lascia stare ricominciamo dimenticavo impegnativa messaggio messaggi saluti saluto rimanere salute volta volte porto posto posta lavoro lavora cambia cambio piego torta tocca tono".split()
)


@dataclass(frozen=True, slots=True)
class ServicesFound:
    """What was named, in the order said; `spans` are the places of `services`, `rejected` what was said not to be wanted."""

    services: tuple[Id, ...] = ()
    ambiguous: tuple[tuple[Id, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    rejected: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    ids: tuple[Id, ...]
    rejected: bool = False


def read(hearing: Hearing, vocabulary: Vocabulary, answering: bool = False) -> ServicesFound:
    """The services of an utterance, their words taken as SERVICE (UNKNOWN for what is not sold).

    `answering`: the open question is which service, so that a word from inside a name is enough ("la tiroide").
    """
    matches = list(_matches(hearing, vocabulary, answering))
    sure: list[Id] = []
    spans: list[Span] = []
    rejected: list[Id] = []
    families: list[tuple[Id, ...]] = []
    for match in matches:
        ids = match.ids if len(match.ids) == 1 else _narrowed(match, hearing, vocabulary)
        if match.rejected:
            rejected.extend(ids)
        elif len(ids) == 1:
            _once(sure, ids[0])
            spans.append(match.span)
        elif ids not in families:
            families.append(ids)
    open_families = tuple(family for family in families if not set(family) & set(sure))
    unknown = tuple(_unknown(hearing, vocabulary, bool(matches)) if not answering else _listed(hearing, vocabulary))
    return ServicesFound(tuple(sure), open_families, unknown, tuple(spans), tuple(rejected))


def _matches(hearing: Hearing, vocabulary: Vocabulary, answering: bool) -> Iterator[_Match]:
    place = 0
    while place < len(hearing.words):
        match = _match_at(hearing, vocabulary, place, answering) if not hearing.labels[place] else None
        if match is None:
            place += 1
            continue
        unknown = len(match.ids) > 1 and _other_kind(hearing, vocabulary, match.span)
        if unknown:
            hearing.take(Span(match.span.start, unknown), "UNKNOWN")
            place = unknown
            continue
        hearing.take(match.span, "SERVICE")
        yield match
        place = match.span.end


def _match_at(hearing: Hearing, vocabulary: Vocabulary, place: int, answering: bool) -> _Match | None:
    roots = tuple(_roots(hearing.words[place].norm, vocabulary))
    for root in roots:
        for phrase in vocabulary.by_stem.get(root, ()):
            end = _follow(hearing, vocabulary, place + 1, phrase.stems[1:])
            if end and not _longer_within(hearing, vocabulary, place, end):
                same = {other.service for other in vocabulary.by_stem[root] if other.stems == phrase.stems}
                return _Match(Span(place, end), tuple(sorted(same, key=str)), _is_rejected(hearing, place))
    for root in roots:
        ids = vocabulary.heads.get(root) or (vocabulary.inside.get(root) if answering else None)
        if ids:
            return _Match(Span(place, place + 1), ids, _is_rejected(hearing, place))
    return None


def _longer_within(hearing: Hearing, vocabulary: Vocabulary, place: int, end: int) -> bool:
    """Whether another name begins inside this one and reaches further ("togliere il DENTE DEL GIUDIZIO")."""
    for start in range(place + 1, end):
        for root in _roots(hearing.words[start].norm, vocabulary):
            if any(len(phrase.stems) > 1 and _follow(hearing, vocabulary, start + 1, phrase.stems[1:]) > end for phrase in vocabulary.by_stem.get(root, ())):
                return True
    return False


def _roots(norm: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The stems a heard word may stand for: its own, an everyday alias, the nearest spelling, the same sound."""
    root = stem(norm)
    if root in vocabulary.inside:
        yield root
        return
    if norm in vocabulary.aliases:
        yield vocabulary.aliases[norm][0]
        return
    if len(norm) < 4 or norm in _NEVER_NEAR or norm in LINKS:
        return
    near = vocabulary.spelling.find(norm) or (vocabulary.sounds.get(phonetic.key(norm)) if len(norm) > 5 else None)
    if near:
        yield near


def _follow(hearing: Hearing, vocabulary: Vocabulary, place: int, rest: tuple[str, ...]) -> int:
    """The end of a name whose remaining stems follow, linking words stepped over; 0 when they do not."""
    for root in rest:
        step = place
        while step < len(hearing.words) and step - place < _REACH and hearing.words[step].norm in LINKS:
            step += 1
        if step >= len(hearing.words) or hearing.labels[step] or root not in _roots(hearing.words[step].norm, vocabulary):
            return 0
        place = step + 1
    return place


def _is_rejected(hearing: Hearing, place: int) -> bool:
    """Whether the words before a service turn it down ("non la piega", "invece del colore")."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in ARTICLES | {"l'", "di", "del", "della", "dell'", "che", "dei", "delle"}:
        step -= 1
    norm = hearing.words[step].norm if step >= 0 else ""
    return norm in ("non", "invece", "anziche") or (norm == "posto" and step > 0 and hearing.words[step - 1].norm == "al")


def _narrowed(match: _Match, hearing: Hearing, vocabulary: Vocabulary) -> tuple[Id, ...]:
    """The members of a family that another word of the sentence speaks for; all of them when none does."""
    heard: set[str] = set()
    for place, word in enumerate(hearing.words):
        if not match.span.start <= place < match.span.end and word.norm not in LINKS:
            heard.add(stem(word.norm))
    common = frozenset.intersection(*(vocabulary.extra[member] for member in match.ids))
    scores = {member: len((vocabulary.extra[member] - common) & heard) for member in match.ids}
    best = max(scores.values())
    if best:
        return tuple(member for member in match.ids if scores[member] == best)
    group = _audience_heard(hearing)
    chosen = tuple(member for member in match.ids if group and vocabulary.audience.get(member) == group)
    return chosen or match.ids


def _audience_heard(hearing: Hearing) -> str | None:
    norms = {word.norm for word, label in zip(hearing.words, hearing.labels, strict=True) if label != "OPERATOR"}
    for group, names in (("child", CHILDREN), ("man", MEN), ("woman", WOMEN)):
        if norms & names:
            return group
    return None


def _other_kind(hearing: Hearing, vocabulary: Vocabulary, span: Span) -> int:
    """The end of "lezione di boxe" when a family's head is followed by a kind that is not sold; 0 otherwise."""
    place = span.end
    if place + 1 >= len(hearing.words) or hearing.words[place].norm not in ("di", "d'"):
        return 0
    norm = hearing.words[place + 1].norm
    plain = hearing.labels[place + 1] == "" and norm.isalpha() and len(norm) > 3
    return place + 2 if plain and norm not in GENERIC | LINKS | _NEVER_NEAR and not any(_roots(norm, vocabulary)) else 0


_ASKING = {
    "prenotare", "prenoto", "prenota", "prenoti", "fate", "offrite", "fissare", "fai", "eseguite", "effettuate", "fare", "farmi", "montare",
    "farei", "praticate", "organizzate", "rifare", "facessi",
}  # fmt: skip
_WANTING = {"vorrei", "volevo", "voglio", "vorremmo", "desidero", "cerco", "serve", "servirebbe", "piacerebbe"}
_ACTION_NOUNS = {"cambio", "sostituzione", "riparazione", "montaggio", "corso", "lezione", "seduta", "trattamento", "servizio"}
_FOR = {"appuntamento", "visita", "prenotazione", "posto"}


def _unknown(hearing: Hearing, vocabulary: Vocabulary, known: bool) -> Iterator[str]:
    """What was asked for in the place of a service and is none, in the caller's words."""
    for place, label in enumerate(hearing.labels):
        if label == "UNKNOWN" and (place == 0 or hearing.labels[place - 1] != "UNKNOWN"):
            end = place
            while end < len(hearing.labels) and hearing.labels[end] == "UNKNOWN":
                end += 1
            yield " ".join(word.surface for word in hearing.words[place + 2 : end]) or hearing.words[place].surface
            return
    for place in range(len(hearing.words)):
        span = _asked_at(hearing, vocabulary, place, known)
        if span:
            hearing.take(span, "UNKNOWN")
            yield " ".join(word.norm for word in hearing.words[span.start : span.end])
            return


def _listed(hearing: Hearing, vocabulary: Vocabulary) -> Iterator[str]:
    """The entries of an answer to "which service" that name nothing sold here: "un tatuaggio e la piega"."""
    entry: list[int] = []
    for place, word in enumerate(hearing.words):
        if entry and (word.breaks or word.norm in ("e", "piu", "poi", "con", "o", "oppure") or hearing.labels[place]):
            yield from _entry(hearing, entry)
            entry = []
        if not hearing.labels[place] and ((entry and word.norm in LINKS) or _could_be_service(hearing, vocabulary, place)):
            entry.append(place)
    yield from _entry(hearing, entry)


def _entry(hearing: Hearing, places: list[int]) -> Iterator[str]:
    while places and hearing.words[places[-1]].norm in LINKS:
        places.pop()
    if places and len(places) <= _LONGEST_ENTRY and len(hearing.words) <= _LONGEST_ANSWER:
        hearing.take(Span(places[0], places[-1] + 1), "UNKNOWN")
        yield " ".join(word.norm for word in hearing.words[places[0] : places[-1] + 1])


def _asked_at(hearing: Hearing, vocabulary: Vocabulary, place: int, known: bool) -> Span | None:
    """The noun that follows a verb of asking at `place`."""
    norm = hearing.words[place].norm
    step = place + 1
    if known:
        # "taglio e una ceretta": beside a known service only a second thing of a list is asked for.
        listed = norm in ("e", "piu", "con") and place > 0 and hearing.labels[place - 1] == "SERVICE"
        if not (listed and step < len(hearing.words) and hearing.words[step].norm in ("un", "una", "un'", "la", "il", "l'", "lo")):
            return None
    elif norm in _FOR:
        if step >= len(hearing.words) or hearing.words[step].norm not in ("per", "di"):
            return None
        step += 1
    elif norm in _ACTION_NOUNS:
        if step >= len(hearing.words) or hearing.words[step].norm not in ("di", "del", "della", "dell'", "dei", "delle"):
            return None
        step += 1
    elif norm not in _ASKING and norm not in _WANTING:
        return None
    while step < len(hearing.words) - 2 and hearing.words[step].norm in ARTICLES | {"l'", "un'"}:
        step += 1
    bare = norm in _WANTING and hearing.words[step - 1].norm not in ARTICLES | {"un'", "l'"}
    if step + 2 < len(hearing.words) and hearing.words[step].norm in _ACTION_NOUNS and hearing.words[step + 1].norm in ("di", "del", "della", "dell'", "dei", "delle"):
        step += 2
    while step < len(hearing.words) and hearing.words[step].norm in ARTICLES | {"l'", "un'", "anche", "pure", "dei", "delle", "degli", "del", "per"}:
        step += 1
    return _noun(hearing, vocabulary, step, bare and norm not in _ACTION_NOUNS)


def _noun(hearing: Hearing, vocabulary: Vocabulary, step: int, bare: bool) -> Span | None:
    if bare or not _could_be_service(hearing, vocabulary, step):
        return None
    end = step + 1
    following = end < len(hearing.words) and not hearing.words[end].breaks and _could_be_service(hearing, vocabulary, end)
    return Span(step, end + 1 if following and hearing.words[end].norm[-1:] in "aeio" else end)


def _could_be_service(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    if place >= len(hearing.words) or hearing.labels[place]:
        return False
    norm = hearing.words[place].norm
    verb = norm.endswith(("are", "ere", "ire", "armi", "arla", "arlo", "arsi")) and norm not in ("manicure", "pedicure")
    return norm.isalpha() and len(norm) > 3 and not verb and norm not in GENERIC | LINKS | _NEVER_NEAR | _ASKING | _WANTING | FILLERS | TITLES | ELSEWHERE and norm not in vocabulary.foreign


def _once(ids: list[Id], item: Id) -> None:
    if item not in ids:
        ids.append(item)
