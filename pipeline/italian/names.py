"""Who is speaking: the name a caller gives, in whatever order and with whatever particles Italians say it.

Called by `parse` before dates and services are read, because "Domenica Marzo" is a person; calls the lists of names and `spelling`.
It must never know the clients of the business: matching a name with a client is the store's work.

Laws: 1. a name needs an announcement ("mi chiamo") or an open question that asks for one; 2. what is an ordinary word is a name only
right after a strong announcement; 3. surname first is recognised by the lists, never guessed from position alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.italian import spelling
from pipeline.italian.hearing import Hearing
from pipeline.italian.names_corrected import is_writing_down, leads_to_a_name
from pipeline.italian.names_family import PARTICLES, SURNAMES
from pipeline.italian.names_given import FOND, GIVEN, is_given
from pipeline.italian.names_order import Group, assigned
from pipeline.italian.names_words import CALENDAR, NEVER, NUMBERS, STATE_ENDINGS, TITLES, is_gibberish
from pipeline.italian.numbers import value
from pipeline.italian.wordlists import phrase_list, word_set
from pipeline.italian.words import SOUNDS, Span, Word
from pipeline.model.parse import Name, Step

NAME_STEPS = frozenset({"cliente", "cognome", "disambiguazione", "registrazione"})
_MOST_WORDS = 5
_LONG_NUMBER = 5
_A_SENTENCE = 3
_SHORT = 4
_STRONG = phrase_list(
    "mi chiamo, mio nome e, il nome e, nome e cognome, a nome di, a nome del, a nome della, a nome, nome giusto e, nome corretto e, "
    "al nome di, nome di, intestato a, intestata a, sono sempre io, sono io, qui parla, mi chiamano, me chiamo, mi chiam, chiamo "
    "sono, per conto di, a nome mio, prenotato come, prenotata come, segni come, segnato come, segnata come, registrato come, "
    "registrata come, nome"
)
_SURNAME = phrase_list(
    "cognome e, cognome giusto e, cognome corretto e, cognome esatto e, di cognome faccio, di cognome, faccio di cognome, cognome"
)
_WEAK = phrase_list("qui e, qua e, sono, son, so, parla, e")
_NO_ANNOUNCEMENT = (["non"], ["tutti"], ["amici"], ["ci"])
_OF_NAMES = frozenset({"de", "di", "del", "della", "dello", "degli", "dei", "delle", "dal", "dalla", "lo", "van", "von"})
_CLITICS = ("temi", "armi", "arci", "ermi", "irmi", "ammi", "immi", "elo", "ela", "arlo", "arla")
_CLOCK = word_set("alle dalle delle sulle le ore")
_ARTICLES = word_set("il la l el er lu")
_BETWEEN_CUE_AND_NAME = _ARTICLES | word_set("sempre io ancora e signor sig ehm cioe diciamo")
_NEW_CLAUSE = word_set("vorrei volevo avrei ho mi posso dovrei devo chiamo per senta buongiorno e la il un una")
_LEADING = word_set("si ok certo allora buongiorno buonasera salve ciao pronto eh e dunque guardi senta ecco bene grazie signorina esatto")


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name and the places of its words."""

    name: Name
    span: Span


def read(hearing: Hearing, step: Step | None) -> NameFound | None:
    """The caller's own name, announced or as the whole answer, its words taken as NAME; None when none was given."""
    found = _announced(hearing, step) or _bare(hearing, step)
    if found:
        hearing.take(found.span, "NAME")
    return found


def person_at(hearing: Hearing, place: int, strong: bool = False) -> NameFound | None:
    """The name that begins at a place (after "per mia figlia", "con"), without taking its words."""
    groups, end = run_at(hearing, place, strong)
    return NameFound(assigned(groups, surname=False, announced=False), Span(place, end)) if groups else None


def whole_at(hearing: Hearing, place: int) -> NameFound | None:
    """A known given name with a known surname that begins at a place, without taking its words."""
    groups, end = run_at(hearing, place, strong=False)
    return NameFound(assigned(groups, surname=False, announced=False), Span(place, end)) if whole(groups) else None


def is_listed(norm: str) -> bool:
    """Whether a folded word is a given name or a surname of the lists."""
    return norm in GIVEN or norm in SURNAMES


def spelled(hearing: Hearing, step: Step | None) -> NameFound | None:
    """A name given letter by letter, all words taken as NAME; None when nothing was spelled."""
    if step not in NAME_STEPS and " scrive " not in hearing.text:
        return None
    word = spelling.read(hearing.text)
    if word is None:
        return None
    name = Name(nome=word.capitalize()) if step == "cliente" and word in GIVEN and word not in SURNAMES else Name(cognome=word.capitalize())
    found = NameFound(name, Span(0, len(hearing.words)))
    hearing.take(found.span, "NAME")
    return found


def _announced(hearing: Hearing, step: Step | None) -> NameFound | None:
    for table, surname, strong in ((_STRONG, False, True), (_SURNAME, True, True), (_WEAK, False, step in NAME_STEPS)):
        for cue in table:
            found = _after_cue(hearing, cue, surname or step == "cognome", strong)
            if found:
                return found
    return None


def _after_cue(hearing: Hearing, cue: tuple[str, ...], surname: bool, strong: bool) -> NameFound | None:
    norms = [word.norm.rstrip("'") for word in hearing.words]
    for place in range(len(norms) - len(cue)):
        if norms[place] != cue[0] or tuple(norms[place : place + len(cue)]) != cue:
            continue
        if (
            (cue[0] in ("sono", "son", "so") and norms[place - 1 : place] == ["mi"])
            or norms[place - 1 : place] in _NO_ANNOUNCEMENT
            or (cue == ("e",) and norms[place - 1 : place] != ["nome"])
        ):
            continue
        start = place + len(cue)
        titled = False
        while start < len(norms) and (norms[start] in _BETWEEN_CUE_AND_NAME or norms[start] in TITLES | SOUNDS):
            titled = titled or norms[start] in TITLES
            start += 1
        article = start > place + len(cue) and not titled and norms[start - 1] in _ARTICLES
        groups, end = run_at(hearing, start, (strong or titled) and not article)
        groups, end = _said_again(hearing, groups, end)
        if groups:
            announced = cue[0] in ("mi", "mio", "il", "me") and not titled
            return NameFound(assigned(groups, surname or (titled and len(groups) == 1), announced), Span(start, end))
    return None


def _said_again(hearing: Hearing, groups: tuple[Group, ...], end: int) -> tuple[tuple[Group, ...], int]:
    """ "Rossi, Mario Rossi": the longer run right after the comma when it says the first piece again."""
    more, last = run_at(hearing, end, strong=True)
    repeats = len(groups) == 1 and len(more) > 1 and groups[0].norm in {group.norm for group in more}
    return (more, last) if repeats else (groups, end)


def _bare(hearing: Hearing, step: Step | None) -> NameFound | None:
    """The whole answer is a name; without a question that asks for one, only when it is a known name and surname."""
    asked = step in NAME_STEPS
    start = 0
    titled = False
    while start < len(hearing.words) and (_leads(hearing.words[start].norm) or (asked and leads_to_a_name(hearing, start))):
        titled = titled or hearing.words[start].norm in TITLES
        start += 1
    if asked:
        while start < len(hearing.words) - 1 and is_writing_down(hearing, start):
            start += 1
    groups, end = run_at(hearing, start, strong=asked)
    if not groups:
        return None
    groups, end = _said_again(hearing, groups, end)
    if asked:
        groups, end = _after_comma(hearing, groups, end)
    if not asked:
        # "Anna De Luca, taglio donna sabato": a whole known name that opens the call is the caller's.
        if step not in (None, "ascolto") or not whole(groups):
            return None
    elif not _answers(hearing, groups, end):
        return None
    return NameFound(assigned(groups, step == "cognome" or (titled and len(groups) == 1), announced=False), Span(start, end))


def _after_comma(hearing: Hearing, groups: tuple[Group, ...], end: int) -> tuple[tuple[Group, ...], int]:
    """ "Dall'Acqua, Pierluigi": a surname, then the given name that closes the answer."""
    more, last = run_at(hearing, end, strong=False)
    closes = len(groups) == len(more) == 1 and last == len(hearing.words)
    return (groups + more, last) if closes and not groups[0].given and more[0].given else (groups, end)


def whole(groups: Sequence[Group]) -> bool:
    """Whether the pieces are a known given name and a known surname: nothing else in Italian looks like that."""
    return len(groups) > 1 and any(group.given for group in groups) and all(group.given or _is_family(group) for group in groups)


def _is_family(group: Group) -> bool:
    """Whether it is a surname for certain: "lo" before an unknown word is an article ("Romina lo stripping lo sa fare?")."""
    article = group.particled and group.words[0].norm in _ARTICLES | {"lo"} and group.words[0].surface.islower()
    return group.norm in SURNAMES if article else group.family


def _leads(norm: str) -> bool:
    return norm in _LEADING or norm in SOUNDS or norm in TITLES


def _answers(hearing: Hearing, groups: tuple[Group, ...], end: int) -> bool:
    """Whether a bare run is the answer: known names, or nothing but a stop, a comparison or thanks after it."""
    following = hearing.words[end] if end < len(hearing.words) else None
    listed = any(group.given or group.family for group in groups)
    written = any(word.surface[:1].isupper() for group in groups for word in group.words)
    if not listed and (hearing.text.rstrip().endswith("?") or (len(groups) >= _A_SENTENCE and not written)):
        return False  # "Vous êtes une machine ?", "prefiro não dizer": no name of any language
    return listed or following is None or following.breaks or following.norm in ("come", "grazie", "con", "nato", "nata")


def run_at(hearing: Hearing, start: int, strong: bool) -> tuple[tuple[Group, ...], int]:
    """The words from `start` that make up a name, in groups, and where they end; none is taken."""
    groups, place = list[Group](), start
    while place < len(hearing.words) and place - start < _MOST_WORDS:
        if (
            place > start
            and hearing.words[place].before.strip() not in ("", "'", "’", "-")
            and not hearing.words[place - 1].norm.endswith("'")
        ):
            break
        over = 1 if groups and hearing.words[place].norm == "cioe" and place + 1 < len(hearing.words) else 0
        size = _group_at(hearing, place + over, strong and not _complete(groups), groups)
        if not size:
            break
        place += over + size
        groups.append(Group(hearing.words[place - size : place]))
    # "La signora Greco, Alessandro Greco": the surname was said twice; "Ines, Ines Cattaneo": the name.
    twice = len(groups) > 2 and groups[0].norm in (groups[-1].norm, groups[1].norm)
    return tuple(groups[1:] if twice else groups), place


def _complete(groups: Sequence[Group]) -> bool:
    """Whether a given name and something after or before it are there: what follows is a name only when it looks like one."""
    return len(groups) > 1 and any(group.given for group in groups) and not groups[-1].given


def _group_at(hearing: Hearing, place: int, strong: bool, before: list[Group]) -> int:
    """How many words the next piece of a name has; 0 when there is none."""
    word = hearing.words[place]
    if hearing.labels[place]:
        return 0
    particles = 0
    while place + particles < len(hearing.words) - 1 and hearing.words[place + particles].norm.rstrip("'") in PARTICLES and particles < 3:
        particles += 1
    if particles:
        last = hearing.words[place + particles]
        behind = hearing.words[place + particles + 1 :]
        closes = not behind or behind[0].norm in ("con", "come") or (len(behind) == 1 and behind[0].norm in GIVEN)
        return particles + 1 if _particled(hearing.words[place : place + particles], last, strong, before, closes) else 0
    return 1 if _is_name(word, strong, before, hearing) else 0


def _particled(particles: Sequence[Word], last: Word, strong: bool, before: list[Group], closes: bool) -> bool:
    ordinary = last.norm in NEVER or last.norm in NUMBERS or last.norm in CALENDAR
    if last.breaks or not last.norm.isalpha() or (ordinary and last.norm not in SURNAMES):
        return False
    capital = last.surface[:1].isupper() and particles[0].surface[:1].isupper()
    glued = particles[-1].norm.endswith("'") and particles[-1].norm.rstrip("'") in ("d", "dell", "dall", "nell", "degl", "sant")
    known = last.norm in SURNAMES or last.norm in GIVEN
    if capital:
        return True
    after_given = bool(before) and before[-1].given
    return (
        (strong or after_given)
        and (known or glued or after_given or (closes and not before and particles[0].norm in _OF_NAMES))
        and particles[0].norm not in ("al", "la", "le", "li")
    ) or (after_given and known)


def _is_name(word: Word, strong: bool, before: list[Group], hearing: Hearing) -> bool:
    norm = word.norm
    if not norm.isalpha() or len(norm) < 2 or not word.surface[:1].isalpha() or norm in SOUNDS:
        return False
    listed = norm in GIVEN or norm in SURNAMES or ((strong or word.surface[:1].isupper() or norm.endswith(FOND)) and is_given(norm))
    if not listed and is_gibberish(norm):
        return False
    capital = word.surface[:1].isupper() and not word.surface.isupper() and (word.start > 0 or strong)
    if norm in NEVER or norm in NUMBERS:
        # "Martina Costa" is a person where "quanto costa" is a question.
        family = norm in SURNAMES and (norm not in NUMBERS or (strong and len(norm) > _LONG_NUMBER))
        alone = strong and not before and word is hearing.words[-1] and not _after_a_clock(word, hearing)
        known = family and (alone or (bool(before) and before[-1].given))
        return listed and ((capital and (strong or bool(before))) or known) and norm not in ("si", "di")
    if norm in CALENDAR:
        return (strong and (capital or (len(before) == 1 and not _a_number_follows(hearing, word)))) or (capital and bool(before))
    if listed:
        return True
    behind_given = bool(before) and before[-1].given
    if norm.endswith(STATE_ENDINGS) and not capital:
        return False
    if norm.endswith(_CLITICS) and not capital and not (behind_given and word is hearing.words[-1]):
        return False
    return capital or (strong and len(norm) > 2) or (behind_given and _ends(hearing, word))


def _after_a_clock(word: Word, hearing: Hearing) -> bool:
    """ "Alle cinque", "per le cinque": an hour, though somebody may be called so."""
    return any(before.norm in _CLOCK for before in hearing.words[: hearing.words.index(word)][-1:])


def _a_number_follows(hearing: Hearing, word: Word) -> bool:
    """ "A nome Paola giovedì trenta"."""
    return any(value(following.norm) is not None for following in hearing.words[hearing.words.index(word) + 1 :][:1])


def _ends(hearing: Hearing, word: Word) -> bool:
    """Whether an unknown word after a given name closes the clause: a stop, or the verb of the next one ("la mirella fabbian volevo")."""
    if word.after.strip() != "" or word is hearing.words[-1]:
        return True
    following = hearing.words[hearing.words.index(word) + 1].norm
    return following in _NEW_CLAUSE and len(word.norm) > _SHORT
