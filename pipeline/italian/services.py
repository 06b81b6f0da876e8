"""Which services were named: exactly, by synonym, bent by recognition, as a family of several, or as something this business does not do.

Called by `parse` with the hearing and the vocabulary; calls `vocabulary`. It must never know what is done with a service.

Laws: 1. the longest name wins; 2. exact before near; 3. a word that names several services names none until another word narrows it;
4. what was asked for and is not sold is reported in the caller's words, never dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.italian import families, services_seen, services_unknown, turned_down
from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.services_words import BODY
from pipeline.italian.trades import GENERIC, GROUPS, MEN, WOMEN
from pipeline.italian.vocabulary import GENERAL_VERBS, LINKS, Vocabulary, roots
from pipeline.italian.word_forms import is_infinitive, stem
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span
from pipeline.model.business import Id
from pipeline.model.parse import Step

_REACH = 3
_TELLING_LENGTH = 9
_TOLD = word_set("ho ha fa fanno")
_BEFORE_COMPANY = frozenset({"con", "preferirei", "preferisco", "preferiamo", "meglio", "da"})
_NOTHING_RUNS: frozenset[Step | None] = frozenset({None, "ascolto", "altro", "chiusa", "appuntamento", "handoff"})
"""Where what is turned down alone is an appointment that stands ("lasci stare la convergenza"), not a part of a wish."""

_PARTS_OF_THE_BODY = word_set("mani piedi unghie gambe viso capelli")
_DONE_TO = word_set("fare farmi rifare rifarsi farsi fate fa faccio facciamo per mani piedi prenotare")
_AT = word_set("al alla alle ai agli sul sulla sulle sui")
_BEFORE_VERBS = word_set("la le lo li vi ti ci mi")
_MUST_BE = word_set("va vanno andrebbe andrebbero essere venga")
_WHO_OR_WHEN = word_set("giorni quando dove chi lei ore orari")
_WHERE = word_set("davanti dietro sopra sotto destra sinistra anteriore posteriore")
_PUTTING_RIGHT = word_set("era erano intendevo dicevo sarebbe")
_NOUNS_IN_O = word_set("mano radio foto auto moto")


@dataclass(frozen=True, slots=True)
class ServicesFound:
    """What was named, in the order said; `spans` are the places of `services`, `rejected` what was said not to be wanted."""

    services: tuple[Id, ...] = ()
    ambiguous: tuple[tuple[Id, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    rejected: tuple[Id, ...] = ()
    exchanged: bool = False
    """Whether one was named in the place of another ("invece della piega", "non la piega, il taglio")."""


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    ids: tuple[Id, ...]


def read(hearing: Hearing, vocabulary: Vocabulary, step: Step | None = None) -> ServicesFound:
    """The services of an utterance, their words taken as SERVICE (UNKNOWN for what is not sold).

    Where the open question is which service, a word from inside a name is enough ("la tiroide").
    """
    answering = step == "servizi"
    matches = list(_matches(hearing, vocabulary, answering))
    wanted: list[tuple[Id, ...]] = []
    turned: list[tuple[Id, ...]] = []
    spans: list[Span] = []
    said: dict[tuple[Id, ...], str] = {}
    exchanged = False
    for match, ids, span in _wishes(hearing, vocabulary, matches):
        hearing.take(span, "SERVICE")
        refused = turned_down.directly(hearing, match.span.start)
        exchanged = exchanged or refused
        if refused or turned_down.by_its_clause(hearing, span):
            # "Colore e piega, ma la piega non la voglio": what was said last of a service counts.
            wanted = [one for one in wanted if one != ids or said.get(one) != hearing.words[span.start].norm]
            turned.append(ids)
        else:
            wanted.append(ids)
            said[ids] = hearing.words[span.start].norm
            spans.extend([span] if len(ids) == 1 else [])
    if not wanted and step in _NOTHING_RUNS:
        # "Lasci stare la convergenza": the appointment that is given up is named, nothing else is wanted.
        kept = [wish for wish in _wishes(hearing, vocabulary, matches) if not turned_down.directly(hearing, wish[0].span.start)]
        wanted, spans = [ids for _, ids, _ in kept], [span for _, ids, span in kept if len(ids) == 1]
        turned = [ids for ids in turned if ids not in wanted]
    sure = tuple(dict.fromkeys(ids[0] for ids in wanted if len(ids) == 1))
    rejected = tuple(dict.fromkeys(one for ids in turned for one in ids if one not in sure))
    open_families = tuple(dict.fromkeys(ids for ids in wanted if len(ids) > 1 and not set(ids) & set(sure)))
    opening = step in _NOTHING_RUNS
    asked = step != "operatore" or "?" in hearing.text  # "una che sappia fare i ricci" says who
    unknown = tuple(services_unknown.asked_for(hearing, vocabulary, bool(matches), answering, opening)) if asked else ()
    if not unknown:
        seen = services_seen.meant(hearing, vocabulary)
        # "Un cane da vaccinare e un coniglio da far vedere": beside a service only another's visit.
        beside = not matches or bool(sure and vocabulary.audience.get(seen or "") not in {vocabulary.audience.get(one) for one in sure})
        sure = (*sure, seen) if seen is not None and beside else sure
    return ServicesFound(sure, open_families, unknown, tuple(spans), rejected, exchanged)


def _wishes(hearing: Hearing, vocabulary: Vocabulary, matches: list[_Match]) -> list[tuple[_Match, tuple[Id, ...], Span]]:
    """What each name stands for: one service, several of a family, or a family still open."""
    wishes: list[tuple[_Match, tuple[Id, ...], Span]] = []
    for match in matches:
        if len(match.ids) == 1:
            told = families.continued(hearing, vocabulary, match.ids[0], match.span)
            wishes.extend((match, ids, span) for ids, span in told)
        else:
            told_apart = families.told_apart(hearing, vocabulary, match.ids, match.span)
            wishes.extend((match, ids, match.span) for ids in told_apart)
    sure = [ids[0] for _, ids, _ in wishes if len(ids) == 1]
    return [wish for wish in wishes if len(wish[1]) == 1 or not _tells_of(hearing, vocabulary, wish[0], sure)]


def _tells_of(hearing: Hearing, vocabulary: Vocabulary, match: _Match, sure: list[Id]) -> bool:
    """ "Il bagno, è un cane di taglia grande": a word of the name of what was chosen names no family beside it."""
    root = stem(hearing.words[match.span.start].norm)
    return len(match.span) == 1 and any(root in vocabulary.extra[one] for one in sure if one not in match.ids)


def _matches(hearing: Hearing, vocabulary: Vocabulary, answering: bool) -> Iterator[_Match]:
    place = 0
    last: tuple[tuple[Id, ...], int] | None = None
    while place < len(hearing.words):
        match = _match_at(hearing, vocabulary, place, answering) if not hearing.labels[place] else None
        if match is None or (last and families.goes_on_with(hearing, vocabulary, last, place)):
            place += 1
            continue
        unknown = len(match.ids) > 1 and services_unknown.other_kind(hearing, vocabulary, match.span)
        if unknown:
            hearing.take(Span(match.span.start, unknown), "UNKNOWN")
            place = unknown
            continue
        hearing.take(match.span, "SERVICE")
        yield match
        last = match.ids, match.span.end
        place = match.span.end


def _is_where(hearing: Hearing, place: int, answering: bool) -> bool:
    """ "Il semipermanente alle mani", "un massaggio ai piedi": the part of the body where something is done is no service."""
    norm, before = hearing.words[place].norm, [word.norm for word in hearing.words[max(0, place - 3) : place]]
    if norm in ("mani", "piedi") and not answering and _DONE_TO.isdisjoint(before):
        return True
    return place > 1 and norm in _PARTS_OF_THE_BODY and before[-1] in _AT


def _match_at(hearing: Hearing, vocabulary: Vocabulary, place: int, answering: bool) -> _Match | None:
    norm = hearing.words[place].norm
    if _is_compared(hearing, place):
        return None
    heard = tuple(roots(norm, vocabulary)) or _to_be_done(hearing, vocabulary, place)
    verb = is_infinitive(norm)
    general = GENERAL_VERBS if verb or norm not in vocabulary.nouns else frozenset[str]()
    for root in heard:
        for phrase in vocabulary.by_stem.get(root, ()):
            if len(phrase.stems) == 1 and (root in general or _is_where(hearing, place, answering)):
                continue
            end = _follow(hearing, vocabulary, place + 1, phrase.stems[1:])
            if end and not _longer_within(hearing, vocabulary, place, end):
                same = {other.service for other in vocabulary.by_stem[root] if other.stems == phrase.stems}
                return _Match(Span(place, end), tuple(sorted(same, key=str)))
    put_right = _is_put_right(hearing, place)
    where = _is_where(hearing, place, answering or put_right)
    if _company(hearing, place) or where or _is_done_by_somebody(hearing, vocabulary, place):
        return None
    for root in heard:
        if root in general:
            continue
        inside = answering or put_right or (_is_what_it_is_for(hearing, place) and root == stem(norm))
        ids = vocabulary.heads.get(root) or (_inside(hearing, vocabulary, place, root) if inside else None)
        if ids and not (len(ids) == 1 and families.of_another_thing(hearing, vocabulary, ids[0], place)):
            return _Match(Span(place, place + 1), ids)
    return None


def _is_compared(hearing: Hearing, place: int) -> bool:
    """ "Bianchi, come il colore": what a name is like."""
    before = [word.norm for word in hearing.words[max(0, place - 2) : place]]
    return "NAME" in hearing.labels[:place] and "come" in before


def _to_be_done(hearing: Hearing, vocabulary: Vocabulary, place: int) -> tuple[str, ...]:
    """ "Il cane va tosato": what is to be done to it, where "è tosato" only tells."""
    norm, before = hearing.words[place].norm, hearing.words[place - 1].norm if place else ""
    done = norm.endswith(("ato", "ata", "ati", "ate", "ito", "ita", "uto", "uta"))
    return tuple(roots(norm[:-2] + "re", vocabulary)) if done and before in _MUST_BE else ()


def _inside(hearing: Hearing, vocabulary: Vocabulary, place: int, root: str) -> tuple[Id, ...] | None:
    """A word from inside a name; a common one ("bambini", "medico") only where it is the answer itself."""
    norm = hearing.words[place].norm
    if norm in BODY and not _TOLD.isdisjoint(word.norm for word in hearing.words[max(0, place - 3) : place]):
        return None  # "ho le gambe gonfie"
    common = norm in GENERIC or norm in GROUPS or norm in _WHERE
    said_first = place <= _REACH - 1 and not any(word.breaks for word in hearing.words[1 : place + 1])
    beside = common and "SERVICE" in hearing.labels[:place]  # "unghie del coniglio"
    named = vocabulary.named.get(root, ())
    ids = named if len(named) == 1 and not common else vocabulary.inside.get(root)
    return ids if (said_first and not beside) or not common else None


def _is_what_it_is_for(hearing: Hearing, place: int) -> bool:
    """ "Un decontratturante", "un'antinfluenzale": the long word of a name that nobody says of anything else."""
    norm = hearing.words[place].norm
    return len(norm) >= _TELLING_LENGTH and norm not in GROUPS and place > 0 and hearing.words[place - 1].norm in ("un", "una", "un'")


def _is_put_right(hearing: Hearing, place: int) -> bool:
    """ "No no, era la tiroide, mica l'addome", "no la moto, non la macchina": what it was, said of what has been read back."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in ARTICLES | {"l'", "per", "alla", "al"}:
        step -= 1
    if not 0 <= step < place - 1 or hearing.words[place].norm in GENERIC:
        return False
    ends = place + 1 < len(hearing.words) and hearing.words[place + 1].norm in ("non", "mica")
    norm = hearing.words[step].norm
    return norm in _PUTTING_RIGHT or (norm == "no" and ends) or (norm == "e" and step == 0 and hearing.is_verb(step))


def _is_done_by_somebody(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    """ "La taglio", "vi richiamo io", "la dottoressa Fontana visita": a verb is no noun."""
    norm = hearing.words[place].norm
    before = hearing.words[place - 1].norm if place else ""
    if norm == "visita" and (before in vocabulary.operators or before in _WHO_OR_WHEN):
        return True
    return norm.endswith("o") and norm not in _NOUNS_IN_O and before in _BEFORE_VERBS - ({"lo"} if norm[0] in "szp" else set())


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
            if root in roots(hearing.words[step].norm, vocabulary):
                break
            step += 1
        if step >= len(hearing.words) or hearing.labels[step] or root not in roots(hearing.words[step].norm, vocabulary):
            return 0
        place = step + 1
    return place
