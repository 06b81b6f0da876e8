"""Names that are told rather than announced: "Settembrini al telefono", "il cognome è scritto male, è Zanatta", "non Rossi, Russo".

Called by `findings` beside `names`; calls it and the lists. It must never know the clients of the business.
"""

from collections.abc import Sequence

from pipeline.italian import names
from pipeline.italian.hearing import Hearing
from pipeline.italian.names import NameFound
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import CALENDAR, NEVER
from pipeline.italian.vocabulary import Vocabulary
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Name, Step

_LONGEST = 4
_ALIKE = 3
_OF_PEOPLE = word_set("di del della dello signor signora moglie marito figlio figlia mamma mio mia")
_FROM_THE_WORD = 10
_ON_THE_LINE = (("al", "telefono"), ("all'", "apparecchio"), ("al", "cellulare"), ("in", "linea"))
_CALLED = (("mi", "chiamo"), ("me", "chiamo"), ("mi", "chiamano"))
_OF_OTHERS = frozenset({"con", "da", "per", "dalla", "dal", "come", "non"})
_NEW_CLAUSE = word_set("vorrei volevo avrei mi ho per e devo posso chiamo sono quello quella che io grazie")
_IS = word_set("e sarebbe faccio fa")
_WRONG = word_set("male sbagliato scorretto diverso non")
_NAMED: frozenset[Step | None] = frozenset({"conferma", "telefono_conferma", "cliente", "cognome", "disambiguazione", "registrazione"})


def read(hearing: Hearing, vocabulary: Vocabulary, step: Step | None) -> NameFound | None:
    """The caller's name where nothing announced it, its words taken as NAME; None when none was told."""
    found = (
        _said_first(hearing, step)
        or _on_the_line(hearing)
        or _put_right(hearing)
        or (_instead(hearing, vocabulary) if step in _NAMED else None)
    )
    if found is None and step in ("cliente", "cognome"):
        found = _last_clause(hearing) or _last_words(hearing)
        found = _as_said(hearing, found, surname=True) if found and step == "cognome" else found
    if found:
        hearing.take(found.span, "NAME")
    return found


def fuller(hearing: Hearing, found: NameFound) -> NameFound:
    """A lone half with the other: "Santo Pasqua, di nome Santo" said it elsewhere, "Pertici. Nome Ombretta" just before."""
    if (found.name.cognome is None) == (found.name.nome is None):
        return found
    whole = _said_elsewhere(hearing, found) or _in_two(hearing, found)
    if whole:
        hearing.take(whole.span, "NAME")
    return whole or found


def _said_elsewhere(hearing: Hearing, found: NameFound) -> NameFound | None:
    same = hearing.words[found.span.start].norm
    for place, word in enumerate(hearing.words):
        if word.norm == same and place != found.span.start and len(found.span) == 1:
            whole = names.person_at(hearing, place, strong=True)
            if whole and whole.name.cognome and whole.name.nome and not whole.span.overlaps(found.span):
                return whole
    return None


def _in_two(hearing: Hearing, found: NameFound) -> NameFound | None:
    """ "Pertici. Nome Ombretta", "sono Amedeo, di cognome Finzi"."""
    cue = found.span.start - 1
    while cue > 0 and hearing.words[cue].norm in ("e", "il", "mio", "faccio"):
        cue -= 1
    parted = bool(found.name.nome) and found.span.start > 0 and hearing.words[found.span.start].breaks
    if parted:
        cue = found.span.start  # "la signora Pagani, Letizia"
    elif cue <= 0 or hearing.words[cue].norm != ("nome" if found.name.nome else "cognome"):
        return None
    end = cue
    while end > 0 and hearing.words[end - 1].norm in ("di", "e", "il", "mio"):
        end -= 1
    for start in range(max(0, end - 3), end):
        half = names.person_at(hearing, start, strong=True)
        known = half and (not parted or (half.name.nome is None and hearing.words[start].surface[:1].isupper()))
        if half and known and half.span.end == end and (half.name.nome is None or half.name.cognome is None):
            other = half.name.nome or half.name.cognome
            name = Name(found.name.nome, other) if found.name.nome else Name(other, found.name.cognome)
            return NameFound(name, Span(start, found.span.end))
    return None


def _last_clause(hearing: Hearing) -> NameFound | None:
    """ "Gliel'ho già detto, Marangoni": the name that closes the answer to who."""
    starts = [place for place, word in enumerate(hearing.words) if place and word.breaks]
    person = names.person_at(hearing, starts[-1], strong=True) if starts else None
    if person is None or person.span.end < len(hearing.words):
        return None
    first = hearing.words[person.span.start]
    return person if first.surface[:1].isupper() or names.is_listed(first.norm) else None


def overheard(hearing: Hearing, found: NameFound) -> NameFound:
    """The whole name that closes the answer instead of one said to somebody else: "Zitto Kevin che... Mi perdoni. Assunta Esposito"."""
    words, last = hearing.words, _last_clause(hearing)
    told_on = found.span.end < len(words) and not words[found.span.end].breaks
    both = last is not None and bool(last.name.nome) and bool(last.name.cognome)
    if last is None or not (told_on and both) or words[last.span.start].norm == words[found.span.start].norm:
        return found
    hearing.take(last.span, "NAME")
    return last


def _last_words(hearing: Hearing) -> NameFound | None:
    """ "Glielo ripeto vanzetti" without any stop: the listed names at the very end of the answer to who."""
    start = len(hearing.words)
    if start > 1 and hearing.words[start - 2].norm in GIVEN and hearing.words[start - 1].norm not in NEVER | CALENDAR:
        start -= 1
    while start > 0 and len(hearing.words) - start < _LONGEST and _is_listed_name(hearing.words[start - 1]):
        start -= 1
    if not 0 < start < len(hearing.words) or hearing.words[start - 1].norm in _OF_OTHERS | _OF_PEOPLE:
        return None
    person = names.person_at(hearing, start, strong=True)
    return person if person and person.span.end == len(hearing.words) else None


def _is_listed_name(word: Word) -> bool:
    return names.is_listed(word.norm) and word.norm not in NEVER and word.norm not in CALENDAR


def _said_first(hearing: Hearing, step: Step | None) -> NameFound | None:
    """ "Salvatore Sabato mi chiamo", "Deiana sono": the name before the verb that announces it, as in the South and in Sardinia."""
    for place in range(1, len(hearing.words)):
        verb = tuple(word.norm for word in hearing.words[place : place + 2])
        ends = _closes(hearing, place + (2 if verb in _CALLED else 1))
        if not ends or not (verb in _CALLED or verb[:1] == ("sono",)):
            continue
        for start in range(max(0, place - _LONGEST), place):
            before = hearing.words[start - 1].norm if start else ""
            person = names.person_at(hearing, start, strong=True)
            sure = verb in _CALLED or _looks_like_one(hearing.words[start:place], asked=step in names.NAME_STEPS)
            if person and person.span.end == place and before not in _OF_OTHERS and sure:
                return person
    return None


def _looks_like_one(words: Sequence[Word], asked: bool) -> bool:
    """Whether each is a listed name or has its capital, and one is listed where no name was asked for."""
    listed = [names.is_listed(word.norm) for word in words]
    return all(known or word.surface[:1].isupper() for known, word in zip(listed, words, strict=True)) and (asked or any(listed))


def _closes(hearing: Hearing, place: int) -> bool:
    """Whether a clause ends here: nothing more, a stop, or the verb of a new one."""
    return place >= len(hearing.words) or hearing.words[place].breaks or hearing.words[place].norm in _NEW_CLAUSE


def _on_the_line(hearing: Hearing) -> NameFound | None:
    """ "Settembrini al telefono": who speaks says where he is."""
    for place, word in enumerate(hearing.words[:-1]):
        if word.norm in ("qui", "qua"):
            person = names.person_at(hearing, place + 1, strong=True)
            ends = person is not None and (person.span.end == len(hearing.words) or hearing.words[person.span.end].breaks)
            if person and ends and hearing.words[place + 1].surface[:1].isupper():
                return person
    for place in range(1, len(hearing.words) - 1):
        if (hearing.words[place].norm, hearing.words[place + 1].norm) not in _ON_THE_LINE:
            continue
        for start in range(max(0, place - _LONGEST), place):
            person = names.person_at(hearing, start, strong=True)
            first = hearing.words[start]
            likely = first.surface[:1].isupper() or any(names.is_listed(each.norm) for each in hearing.words[start:place])
            if person and person.span.end == place and likely:
                return person
    return None


def _put_right(hearing: Hearing) -> NameFound | None:
    """ "Il cognome me l'avete scritto male, è Zanatta": what the name is, somewhere behind the word for it."""
    for place, word in enumerate(hearing.words):
        if word.norm not in ("cognome", "nome") or not _is_wrong(hearing, place):
            continue
        for step in range(place + 1, min(place + _FROM_THE_WORD, len(hearing.words) - 1)):
            if (
                hearing.words[step].norm in _IS
                and hearing.words[step - 1].norm != "non"
                and (
                    hearing.words[step].norm != "e"
                    or hearing.is_verb(step)
                    or hearing.words[step].breaks
                    or hearing.words[step - 1].norm in _WRONG | {"no"}
                )
            ):
                person = names.person_at(hearing, step + 1, strong=True)
                if person:
                    return _as_said(hearing, person, surname=word.norm == "cognome")
    return None


def _is_wrong(hearing: Hearing, place: int) -> bool:
    behind = {word.norm for word in hearing.words[place + 1 : place + _FROM_THE_WORD]}
    no = hearing.words[place + 1].norm == "no" if place + 1 < len(hearing.words) else False
    return no or not _WRONG.isdisjoint(behind)


def _instead(hearing: Hearing, vocabulary: Vocabulary) -> NameFound | None:
    """ "Non Rossi, Russo", "Russo, non Rossi" where a name was asked for or read back."""
    for place, word in enumerate(hearing.words[:-1]):
        if word.norm != "non":
            continue
        wrong = names.person_at(hearing, place + 1, strong=True)
        if (
            wrong is None
            or hearing.words[place + 1].norm in vocabulary.operators
            or not any(names.is_listed(each.norm) for each in hearing.words[wrong.span.start : wrong.span.end])
        ):
            continue
        after = place + 2 if _is_said_right(hearing, place + 1) else wrong.span.end
        while after < len(hearing.words) and hearing.words[after].norm in ("ma", "e", "bensi"):
            after += 1
        right = names.person_at(hearing, after, strong=True) if after < len(hearing.words) else None
        if right and hearing.words[right.span.start].norm not in vocabulary.operators:
            return _as_said(hearing, right, surname=wrong.name.nome is None)
    return None


def _is_said_right(hearing: Hearing, place: int) -> bool:
    """ "Non bianco bianchi" without a stop: two words that begin alike are one name wrong and right."""
    if place + 1 >= len(hearing.words):
        return False
    wrong, right = hearing.words[place].norm, hearing.words[place + 1].norm
    return wrong != right and len(wrong) >= _ALIKE and wrong[:_ALIKE] == right[:_ALIKE]


def _as_said(hearing: Hearing, person: NameFound, surname: bool) -> NameFound:
    """A lone name of which the caller said that it is the surname."""
    one = person.name.nome or person.name.cognome
    alone = person.name.nome is None or person.name.cognome is None
    if surname and alone:
        return NameFound(Name(cognome=one), person.span)
    known = hearing.words[person.span.start].norm in GIVEN
    return NameFound(Name(nome=one), person.span) if alone and not surname and known else person
