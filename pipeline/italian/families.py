"""Which member of a family of services is meant, by the words beside its name: "da uomo", "al gatto", "mio figlio di sei anni".

Called by `services` once the names are found; calls `vocabulary` and the data of `trades`. It must never know what is free.

Laws: 1. a word speaks for a member when it is in that member's name and not in all of them, or tells whom the service is for;
2. members joined by "e" or "sia ... che" are all meant, those joined by "o" stay open; 3. nothing is guessed.
"""

from itertools import pairwise

from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.numbers import value
from pipeline.italian.trades import CHILDREN, GROUPS, MEN, WOMEN
from pipeline.italian.vocabulary import LINKS, Vocabulary, stem
from pipeline.italian.word_forms import done_by_you, is_infinitive
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, tokenize
from pipeline.model.business import Id

_AND = word_set("e ed & piu che")
_THOSE = word_set("quello quella quelli quelle")
_OR = word_set("o oppure")
_JOINING = word_set("e ed sia che & piu anche pure poi")
_STEPPED_OVER = _JOINING | _OR | LINKS | word_set("quello quella quelli quelle l'altro altro altra dei sul sulla ai altri altre taglio")
_MYSELF = word_set("me")
_BEFORE_DENIED = ARTICLES | word_set("e l' da per al alla del della mio mia era")
_COMING = word_set("viene vengono serve c'entra")
_OF_THE_STAFF = word_set("ragazza ragazzo signora signore")
_CHOSEN = word_set("anche bene con c'e")
_OLDEST_CHILD = 13
_REACH = 7

Votes = dict[int, tuple[Id, ...]]


def told_apart(hearing: Hearing, vocabulary: Vocabulary, ids: tuple[Id, ...], span: Span) -> list[tuple[Id, ...]]:
    """The members that the rest of the sentence speaks for, one tuple a wish; a tuple of several is still open."""
    ids = _not_denied(hearing, vocabulary, ids, span)
    if len(ids) == 1:
        return [ids]
    names, people = _by_name(hearing, vocabulary, ids, span), _by_group(hearing, vocabulary, ids, span)
    if _between_services(hearing, span):
        names = _own(hearing, span, {**people, **names})
    several = _joined(hearing, vocabulary, {**people, **names}, ids)
    if several:
        return several
    scores = {member: len({stem(hearing.words[place].norm) for place, voted in names.items() if member in voted}) for member in ids}
    best = max(scores.values())
    if best:
        return [tuple(member for member in ids if scores[member] == best)]
    group = _group_heard(hearing, {vocabulary.audience.get(member) for member in ids})
    chosen = tuple(member for member in ids if group and vocabulary.audience.get(member) == group)
    if not chosen and group in ("man", "woman"):
        # "Nuoto per mia suocera": no child.
        chosen = tuple(member for member in ids if vocabulary.audience.get(member) == "adult")
    return [chosen or ids]


def continued(hearing: Hearing, vocabulary: Vocabulary, chosen: Id, span: Span) -> list[tuple[tuple[Id, ...], Span]]:
    """The wishes of a member that was named and of the list behind it: "due tagli da uomo e tre da bambino", "freni davanti o dietro"."""
    wishes: list[tuple[tuple[Id, ...], Span]] = [((chosen,), span)]
    ids = next((family for family in vocabulary.heads.values() if chosen in family and len(family) > 1), ())
    if len(span) == 1 and ids and vocabulary.audience.get(chosen) is None and _has_a_childs_age(hearing):
        # "Un taglio" is the classic one by its name, but not for a boy of eight where boys have their own.
        children = tuple(member for member in ids if vocabulary.audience.get(member) == "child")
        return [(children, span)] if len(children) == 1 else wishes
    behind = {word.norm for word in hearing.words[span.end :]}
    if not ids or behind.isdisjoint(_AND | _OR | _THOSE):
        return wishes
    votes = {**_by_group(hearing, vocabulary, ids, span), **_by_name(hearing, vocabulary, ids, span)}
    last = span.end - 1
    for place in sorted(votes):
        if place <= last or len(votes[place]) > 1 or hearing.labels[place]:
            continue
        if votes[place] != (chosen,) and _says_which(hearing, span.end, place):
            return [(votes[place], Span(span.start, place + 1))]
        if votes[place] != (chosen,) and _list_goes_on(hearing, last, place, _OR):
            return [((chosen, *votes[place]), span)]
        if _list_goes_on(hearing, last, place) or _is_another_of_them(hearing, place):
            wishes.extend([(votes[place], Span(place, place + 1))] if votes[place] != (chosen,) else [])
            last = place
    return wishes


def goes_on_with(hearing: Hearing, vocabulary: Vocabulary, last: tuple[tuple[Id, ...], int], place: int) -> bool:
    """ "Semipermanente mani e piedi": a word joined to a member of a family that tells another member of it."""
    chosen, end = last
    root = stem(hearing.words[place].norm)
    others = next((ids for ids in vocabulary.heads.values() if len(chosen) == 1 and chosen[0] in ids and len(ids) > 1), ())
    others = tuple(one for one in others if one != chosen[0] and root in vocabulary.extra[one] and root not in vocabulary.extra[chosen[0]])
    return bool(others) and root not in vocabulary.heads and _list_goes_on(hearing, end - 1, place)


def of_another_thing(hearing: Hearing, vocabulary: Vocabulary, member: Id, place: int) -> bool:
    """ "Gli tagliate il pelo" where only nails are cut: a verb with another object is not the service of that stem."""
    if not (is_infinitive(hearing.words[place].norm) or any(True for _ in done_by_you(hearing.words[place].norm))):
        return False
    article = hearing.words[place + 1].norm if place + 2 < len(hearing.words) else ""
    name = vocabulary.extra[member]
    return article in ARTICLES | {"l'"} and len(name) > 1 and stem(hearing.words[place + 2].norm) not in name


def _says_which(hearing: Hearing, end: int, place: int) -> bool:
    """ "Un dente, quello del giudizio": which one it is, said right behind its name."""
    between = [word.norm for word in hearing.words[end:place]]
    return bool(between) and between[0] in _THOSE and all(norm in LINKS for norm in between[1:])


def _not_denied(hearing: Hearing, vocabulary: Vocabulary, ids: tuple[Id, ...], span: Span) -> tuple[Id, ...]:
    """The members without those of which it was said that they are not meant; all of them when nothing else is left."""
    votes = {**_by_group(hearing, vocabulary, ids, span, denied=True), **_by_name(hearing, vocabulary, ids, span, denied=True)}
    excluded = {member for voted in votes.values() if len(voted) == 1 for member in voted}
    return tuple(member for member in ids if member not in excluded) or ids


def _is_another_of_them(hearing: Hearing, place: int) -> bool:
    """ "I freni dietro li ho rifatti, devo fare quelli davanti"."""
    those = place - 1 if hearing.words[place - 1].norm in _THOSE else place - 2
    led = those == place - 1 or hearing.words[place - 1].norm in LINKS
    return those > 0 and led and hearing.words[those].norm in _THOSE and hearing.words[those - 1].norm != "non"


def _by_name(hearing: Hearing, vocabulary: Vocabulary, ids: tuple[Id, ...], span: Span, denied: bool = False) -> Votes:
    """The places of words that stand in the names of some members and not of all."""
    common = set(vocabulary.extra[ids[0]])
    for member in ids[1:]:
        common &= vocabulary.extra[member]
    votes: Votes = {}
    for place, word in enumerate(hearing.words):
        if not span.start <= place < span.end and word.norm not in LINKS and _denied(hearing, place) == denied:
            # "Togliermi il pensiero" says nothing of a tooth; "contro lo stress" and "per rilassarsi" say what a massage is for.
            root = stem(word.norm)
            roots = ({f"{root}ant", f"{root}ent"} if is_infinitive(word.norm) else {root, f"anti{root}"}) - common
            voted = tuple(member for member in ids if not roots.isdisjoint(vocabulary.extra[member]))
            if voted and len(voted) < len(ids):
                votes[place] = voted
    return votes


def _own(hearing: Hearing, span: Span, votes: Votes) -> Votes:
    """The votes of the stretch a name governs where several services are named: "vaccino per il micio e visita per il cane"."""
    services = [place for place, label in enumerate(hearing.labels) if label == "SERVICE" and not span.start <= place < span.end]
    if not votes:
        return votes
    follows = min([place for place in services if place >= span.end], default=len(hearing.words))
    precedes = max([place for place in services if place < span.start], default=-1)
    behind = {place: voted for place, voted in votes.items() if span.end <= place < follows}
    before = {place: voted for place, voted in votes.items() if precedes < place < span.start}
    led = min(votes) < min(*services, span.start)
    return ((before or behind) if led else (behind or before)) or votes


def _between_services(hearing: Hearing, span: Span) -> bool:
    """Whether another service is named beside this one."""
    return any(label == "SERVICE" and not span.start <= place < span.end for place, label in enumerate(hearing.labels))


def _by_group(hearing: Hearing, vocabulary: Vocabulary, ids: tuple[Id, ...], span: Span, denied: bool = False) -> Votes:
    """The places of words that tell whom a member is for."""
    votes: Votes = {}
    for place, word in enumerate(hearing.words):
        group = GROUPS.get(word.norm) if not _is_of_the_staff(hearing, place) else None
        if group and hearing.labels[place] != "OPERATOR" and not span.start <= place < span.end and _denied(hearing, place) == denied:
            voted = tuple(member for member in ids if vocabulary.audience.get(member) == group)
            if voted and len(voted) < len(ids):
                votes[place] = voted
    return votes


def _joined(hearing: Hearing, vocabulary: Vocabulary, votes: Votes, ids: tuple[Id, ...]) -> list[tuple[Id, ...]]:
    """Two or more members that one list names; the caller himself ("per me e per mio figlio") is one of the others."""
    places = sorted(place for place in votes if len(votes[place]) == 1)
    for left, right in pairwise(places):
        if votes[left] != votes[right] and _list_goes_on(hearing, left, right):
            return [votes[left], votes[right]]
    for place in places:
        for step, word in enumerate(hearing.words):
            near = abs(step - place) < _REACH and word.norm in _MYSELF and hearing.words[step - 1].norm in ("per", "a")
            if near and _list_goes_on(hearing, min(step, place), max(step, place)):
                rest = _others(vocabulary, ids, votes[place])
                return [votes[place], *([rest] if rest else [])]
    return []


def _others(vocabulary: Vocabulary, ids: tuple[Id, ...], taken: tuple[Id, ...]) -> tuple[Id, ...]:
    """What is left for the caller, who is no child; nothing when it would be guessed from whom the other one is married to."""
    rest = tuple(member for member in ids if member not in taken and vocabulary.audience.get(member) != "child")
    guessed = vocabulary.audience.get(taken[0]) in ("man", "woman")
    return () if guessed else rest


def _list_goes_on(hearing: Hearing, left: int, right: int, joining: frozenset[str] = _AND) -> bool:
    """Whether only words of a list stand between two places, an "e" (or what `joining` holds) among them."""
    between = [word.norm for word in hearing.words[left + 1 : right]]
    if any(norm == "e" and hearing.is_verb(place) for place, norm in enumerate(between, left + 1)):
        return False
    plain = all(norm in _STEPPED_OVER or norm in GROUPS or norm in _MYSELF or value(norm) is not None for norm in between)
    return plain and len(between) < _REACH and not joining.isdisjoint(between)


def _denied(hearing: Hearing, place: int) -> bool:
    """ "Non è il cane", "non da donna", "il cane non viene": a word that was said not to be meant speaks for nobody."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in _BEFORE_DENIED:
        step -= 1
    after = tuple(word.norm for word in hearing.words[place + 1 : place + 3])
    stays_away = after[:1] == ("no",) or (after[:1] == ("non",) and not _COMING.isdisjoint(after[1:]))
    return stays_away or (step >= 0 and hearing.words[step].norm == "non")


def _group_heard(hearing: Hearing, served: set[str | None]) -> str | None:
    """Whom it is for, one of those the members are for where one of them was named."""
    heard = {
        GROUPS[word.norm]
        for place, word in enumerate(hearing.words)
        if word.norm in GROUPS
        and hearing.labels[place] != "OPERATOR"
        and not _denied(hearing, place)
        and not _is_of_the_staff(hearing, place)
    }
    if _has_a_childs_age(hearing):
        return "child"
    told = [group for group in dict.fromkeys(GROUPS.values()) if group in heard]
    return next((group for group in told if group in served), next(iter(told), None))


def _is_of_the_staff(hearing: Hearing, place: int) -> bool:
    """ "Va bene anche la ragazza nuova": who works there, not whom the service is for."""
    before = [word.norm for word in hearing.words[max(0, place - 2) : place]]
    return hearing.words[place].norm in _OF_THE_STAFF and before[-1:] != ["mia"] and bool(_CHOSEN & set(before[:1]))


def _has_a_childs_age(hearing: Hearing) -> bool:
    """ "Ha sei anni": who is that old is a child, where a service is for children."""
    for place, word in enumerate(hearing.words[1:], 1):
        age = value(hearing.words[place - 1].norm) if word.norm == "anni" else None
        if (
            age is not None
            and 0 < age <= _OLDEST_CHILD
            and hearing.words[max(0, place - 2)].norm in ("di", "ha", "d'", "con", "fa", "compie", "hanno", "fanno")
        ):
            return True
    return False


def suited(vocabulary: Vocabulary, service: Id, person: str, another: bool) -> tuple[Id, ...]:
    """The members of a service's family that may be meant for that person ("un taglio donna e uno per mio figlio").

    The service itself where it suits. `another`: one of its own was said for the person ("e uno per"), so that a child's may be meant.
    """
    ids = next((family for family in vocabulary.heads.values() if service in family and len(family) > 1), ())
    own, (group, sex) = vocabulary.audience.get(service), _who(person)
    if not ids or own is None or group is None or own == group:
        return (service,)
    theirs = tuple(member for member in ids if vocabulary.audience.get(member) == group)
    if own in _SEXES and sex in (own, None):
        return theirs or (service,) if another else (service,)
    rest = tuple(member for member in ids if vocabulary.audience.get(member) in (sex, None) and member != service)
    return theirs or rest or (service,)


def of_person(vocabulary: Vocabulary, ids: tuple[Id, ...], person: str) -> tuple[Id, ...]:
    """The members of a family that are for such a person, where some are; else all of them."""
    group, _ = _who(person)
    return tuple(member for member in ids if group is not None and vocabulary.audience.get(member) == group) or ids


_SEXES = ("man", "woman")


def _who(person: str) -> tuple[str | None, str | None]:
    """The group a person is of, and whether man or woman, child included, as far as the word tells."""
    for word in tokenize(person):
        if word.norm in CHILDREN:
            return "child", {"o": "man", "a": "woman"}.get(word.norm[-1])
        if word.norm in MEN or word.norm in WOMEN:
            return (group := "man" if word.norm in MEN else "woman"), group
    return None, None
