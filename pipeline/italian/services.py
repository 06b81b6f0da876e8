"""Which services were named: exactly, by synonym, bent by recognition, as a family of several, or as something this business does not do.

Called by `parse` with the hearing and the vocabulary; calls `vocabulary`. It must never know what is done with a service.

Laws: 1. the longest name wins; 2. exact before near; 3. a word that names several services names none until another word narrows it;
4. what was asked for and is not sold is reported in the caller's words, never dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.italian import services_unknown
from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.trades import CHILDREN, MEN, WOMEN
from pipeline.italian.vocabulary import LINKS, Vocabulary, roots, stem
from pipeline.italian.words import Span
from pipeline.model.business import Id

_REACH = 3
_BEFORE_COMPANY = frozenset({"con", "preferirei", "preferisco", "preferiamo", "meglio", "da"})


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
    unknown = tuple(services_unknown.asked_for(hearing, vocabulary, bool(matches), answering))
    return ServicesFound(tuple(sure), open_families, unknown, tuple(spans), tuple(rejected))


def _matches(hearing: Hearing, vocabulary: Vocabulary, answering: bool) -> Iterator[_Match]:
    place = 0
    while place < len(hearing.words):
        match = _match_at(hearing, vocabulary, place, answering) if not hearing.labels[place] else None
        if match is None:
            place += 1
            continue
        unknown = len(match.ids) > 1 and services_unknown.other_kind(hearing, vocabulary, match.span)
        if unknown:
            hearing.take(Span(match.span.start, unknown), "UNKNOWN")
            place = unknown
            continue
        hearing.take(match.span, "SERVICE")
        yield match
        place = match.span.end


def _match_at(hearing: Hearing, vocabulary: Vocabulary, place: int, answering: bool) -> _Match | None:
    heard = tuple(roots(hearing.words[place].norm, vocabulary))
    for root in heard:
        for phrase in vocabulary.by_stem.get(root, ()):
            end = _follow(hearing, vocabulary, place + 1, phrase.stems[1:])
            if end and not _longer_within(hearing, vocabulary, place, end):
                same = {other.service for other in vocabulary.by_stem[root] if other.stems == phrase.stems}
                return _Match(Span(place, end), tuple(sorted(same, key=str)), _is_rejected(hearing, place))
    if _company(hearing, place):
        return None
    for root in heard:
        ids = vocabulary.heads.get(root) or (vocabulary.inside.get(root) if answering else None)
        if ids:
            return _Match(Span(place, place + 1), ids, _is_rejected(hearing, place))
    return None


def _company(hearing: Hearing, place: int) -> bool:
    """ "Con un uomo": who is to do it, not what."""
    before = [word.norm for word in hearing.words[max(0, place - 2) : place]]
    one = len(before) == 2 and before[0] in _BEFORE_COMPANY and before[1] in ("un", "una", "un'")
    return hearing.words[place].norm in MEN | WOMEN and (before[-1:] == ["con"] or one)


def _longer_within(hearing: Hearing, vocabulary: Vocabulary, place: int, end: int) -> bool:
    """Whether another name begins inside this one and reaches further ("togliere il DENTE DEL GIUDIZIO")."""
    for start in range(place + 1, end):
        for root in roots(hearing.words[start].norm, vocabulary):
            if any(
                len(phrase.stems) > 1 and _follow(hearing, vocabulary, start + 1, phrase.stems[1:]) > end
                for phrase in vocabulary.by_stem.get(root, ())
            ):
                return True
    return False


def _follow(hearing: Hearing, vocabulary: Vocabulary, place: int, rest: tuple[str, ...]) -> int:
    """The end of a name whose remaining stems follow, linking words stepped over; 0 when they do not."""
    for root in rest:
        step = place
        while step < len(hearing.words) and step - place < _REACH and hearing.words[step].norm in LINKS:
            step += 1
        if step >= len(hearing.words) or hearing.labels[step] or root not in roots(hearing.words[step].norm, vocabulary):
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
    common = set(vocabulary.extra[match.ids[0]])
    for member in match.ids[1:]:
        common &= vocabulary.extra[member]
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


def _once(ids: list[Id], item: Id) -> None:
    if item not in ids:
        ids.append(item)
