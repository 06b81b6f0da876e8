"""Which stylist, doctor or mechanic was asked for: by name, by gender, anybody, or the one of last time.

Called by `parse`; calls `names` for names nobody here bears, `operators_any` for wishes without a name. It must never know who is free.

Laws: 1. a name after "mi chiamo" is the caller's and never an operator's; 2. a surname that is an ordinary word ("quanto costa") counts
only after a title, "con" or at the question who; 3. a name nobody bears is reported, never swapped.
"""

from dataclasses import dataclass

from pipeline.italian import names, names_order, operators_any, phonetic, turned_down
from pipeline.italian.hearing import Hearing
from pipeline.italian.names_family import SURNAMES
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import TITLES
from pipeline.italian.vocabulary import Vocabulary
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, fold
from pipeline.model.business import Gender, Id, Operator

_WITH = word_set("con da dal dalla dallo col coi per insieme cu co")
_DOES = word_set(
    "fa faccia fara faceva segue seguiva visita vede guarda cura controlla taglia operato operata curato curata tagliato fatto facesse "
    "faccio fare guardare vedere visitare curare controllare"
)
"""Verbs after which an article and a surname are who does the work ("me lo fa la Neri")."""
_NOT = (
    ("invece", "di"),
    ("invece", "che", "con"),
    ("invece", "che"),
    ("anziche",),
    ("anziche", "con"),
    ("al", "posto", "di"),
    ("non",),
    ("non", "con"),
    ("tranne",),
    ("non", "sia"),
    ("non", "e"),
    ("fuorche",),
    ("eccetto",),
)
_AFTER_FUTURE = word_set("possibile aperto aperta chiuso chiusa necessario difficile facile pronto pronta meglio utile bene mica")
_LEAST_CUT = 5
_APPOINTMENT = word_set("appuntamento appuntamenti prenotazione visita seduta lezione")


@dataclass(frozen=True, slots=True)
class OperatorsFound:
    """Operators in the order named, names nobody bears, and wishes without a name; `rejected` are those said not to be wanted."""

    operators: tuple[Id, ...] = ()
    unknown: tuple[str, ...] = ()
    anyone: bool = False
    gender: Gender | None = None
    rejected: tuple[Id, ...] = ()


def read(hearing: Hearing, vocabulary: Vocabulary, asked: bool) -> OperatorsFound:
    """Who was asked for, the words taken as OPERATOR; `asked`: the open question is which operator."""
    found: list[Id] = []
    rejected: list[Id] = []
    # "Mi elimini l'appuntamento con Anna": the appointment is given up, not the person.
    of_one_that_stands = not asked and not _APPOINTMENT.isdisjoint(word.norm for word in hearing.words)
    place = 0
    while place < len(hearing.words):
        match = _at(hearing, vocabulary, place, asked) if not hearing.labels[place] else None
        if match is None:
            place += 1
            continue
        span, operator = match
        hearing.take(span, "OPERATOR")
        refused = _is_rejected(hearing, place) or (not of_one_that_stands and turned_down.by_its_clause(hearing, span, done=False))
        target = rejected if refused else found
        if operator.id not in target:
            target.append(operator.id)
        place = span.end
    unknown = _unknown(hearing, vocabulary, asked) if not found else ()
    wanted = tuple(one for one in found if one not in rejected)
    anyone = operators_any.is_wished(hearing, asked, bool(found))
    return OperatorsFound(wanted, unknown, anyone, None if wanted else operators_any.gender(hearing, asked), tuple(rejected))


def _at(hearing: Hearing, vocabulary: Vocabulary, place: int, asked: bool) -> tuple[Span, Operator] | None:
    norms = [word.norm for word in hearing.words]
    if _is_verb(hearing, place):
        return None
    for name, operator in vocabulary.operators.get(norms[place], []):
        end = place + len(name)
        if tuple(norms[place:end]) == name and _meant(hearing, name, operator, place, asked):
            return Span(place, end), operator
    return _by_sound(hearing, vocabulary, place, asked)


def _is_verb(hearing: Hearing, place: int) -> bool:
    """Whether it is the verb "sarà" and not the name Sara."""
    word = hearing.words[place]
    if word.norm != "sara":
        return False
    after = hearing.words[place + 1].norm if place + 1 < len(hearing.words) else ""
    return word.surface.lower() != "sara" or after in _AFTER_FUTURE


def _meant(hearing: Hearing, name: tuple[str, ...], operator: Operator, place: int, asked: bool) -> bool:
    """Whether the words are this operator's name here, and not a client's or an ordinary word."""
    if len(name) > 1 or asked or _introduced(hearing, place):
        return True
    following = hearing.words[place + 1] if place + 1 < len(hearing.words) else None
    client = following is not None and not following.breaks and following.norm in SURNAMES and following.norm not in GIVEN
    said = hearing.words[place].norm
    is_first_name = fold(operator.nome).split()[:1] == [said]
    capital = hearing.words[place].surface[:1].isupper() and place > 0
    return (is_first_name and not client and said in GIVEN) or (capital and not is_first_name)


def _introduced(hearing: Hearing, place: int) -> bool:
    step = place - 1
    while step >= 0 and hearing.words[step].norm in ("il", "la", "l'", "lo", "solo", "cioe"):
        step -= 1
    norm = hearing.words[step].norm if step >= 0 else ""
    another = norm in ("o", "e", "oppure") and step > 0 and hearing.labels[step - 1] == "OPERATOR"
    there = norm == "e" and step > 0 and hearing.words[step - 1].norm == "c'"
    articled = step < place - 1 and (norm in _DOES or another or there)
    return norm in _WITH or norm in TITLES or norm in ("preferisco", "preferirei", "meglio") or articled


def _by_sound(hearing: Hearing, vocabulary: Vocabulary, place: int, asked: bool) -> tuple[Span, Operator] | None:
    """An operator whose name sounds the same or was cut ("dottoressa fontan"), where a name is expected."""
    norm = hearing.words[place].norm
    if len(norm) < 4 or not norm.isalpha() or not (asked or _introduced(hearing, place)):
        return None
    sound = phonetic.key(norm)
    for entries in vocabulary.operators.values():
        for name, operator in entries:
            cut = len(norm) >= _LEAST_CUT and name[0][:-1] == norm and name[0][-1] in "aeio"
            if len(name) == 1 and (phonetic.key(name[0]) == sound or cut):
                return Span(place, place + 1), operator
    return None


def _is_rejected(hearing: Hearing, place: int) -> bool:
    step = place
    while step > 0 and (hearing.words[step - 1].norm in ("il", "la", "l'", "con") or hearing.words[step - 1].norm in TITLES):
        step -= 1
    before = [word.norm for word in hearing.words[max(0, step - 3) : step]]
    nothing = before[-1:] == ["niente"] and not hearing.words[step].breaks
    return nothing or any(tuple(before[-len(cue) :]) == cue for cue in _NOT)


def _unknown(hearing: Hearing, vocabulary: Vocabulary, asked: bool) -> tuple[str, ...]:
    for place, word in enumerate(hearing.words[:-1]):
        if word.norm not in ("con", "dal", "dalla", "col") or hearing.labels[place + 1]:
            continue
        start = place + 1
        while start < len(hearing.words) - 1 and (hearing.words[start].norm in ("il", "la", "l'") or hearing.words[start].norm in TITLES):
            start += 1
        person = names.person_at(hearing, start)
        titled = start > place + 1 and hearing.words[start - 1].norm in TITLES
        if person and (titled or asked or hearing.words[start].norm in GIVEN):
            hearing.take(person.span, "OPERATOR")
            return (names_order.written(hearing.words[person.span.start : person.span.end]),)
    return _bare_unknown(hearing) if asked else ()


def _bare_unknown(hearing: Hearing) -> tuple[str, ...]:
    for place, word in enumerate(hearing.words):
        if not hearing.labels[place] and word.norm in GIVEN:
            person = names.person_at(hearing, place)
            if person:
                hearing.take(person.span, "OPERATOR")
                return (names_order.written(hearing.words[person.span.start : person.span.end]),)
    return ()
