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
from pipeline.italian.names_family import PARTICLES, SURNAMES
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import CALENDAR, NEVER, NUMBERS, STATE_ENDINGS, TITLES
from pipeline.italian.words import SOUNDS, Span, Word
from pipeline.model.parse import Name, Step

NAME_STEPS = frozenset({"cliente", "cognome", "disambiguazione", "registrazione"})
_MOST_WORDS = 5

_STRONG: tuple[tuple[str, ...], ...] = (
    ("mi", "chiamo"), ("mio", "nome", "e"), ("il", "nome", "e"), ("nome", "e", "cognome"), ("a", "nome", "di"), ("a", "nome", "del"), ("a", "nome", "della"),
    ("a", "nome"), ("nome", "giusto", "e"), ("nome", "corretto", "e"), ("al", "nome", "di"), ("nome", "di"), ("intestato", "a"), ("intestata", "a"), ("sono", "sempre", "io"), ("sono", "io"), ("qui", "parla"),
    ("mi", "chiamano"), ("me", "chiamo"), ("mi", "chiam"), ("chiamo", "sono"), ("per", "conto", "di"), ("a", "nome", "mio"), ("nome",),
)  # fmt: skip
_SURNAME: tuple[tuple[str, ...], ...] = (("cognome", "e"), ("cognome", "giusto", "e"), ("cognome", "corretto", "e"), ("cognome", "esatto", "e"), ("di", "cognome", "faccio"), ("di", "cognome"), ("faccio", "di", "cognome"), ("cognome",))
_WEAK: tuple[tuple[str, ...], ...] = (("sono",), ("so",), ("parla",), ("e",))
_CLITICS = ("temi", "armi", "arci", "ermi", "irmi", "ammi", "immi", "elo", "ela", "arlo", "arla")
_LEADING = frozenset("si ok certo allora buongiorno buonasera salve ciao pronto eh e dunque guardi senta ecco bene grazie signorina esatto".split())


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name and the places of its words."""

    name: Name
    span: Span


@dataclass(frozen=True, slots=True)
class _Group:
    """A surname with its particles, or a single word."""

    words: tuple[Word, ...]

    @property
    def norm(self) -> str:
        return self.words[-1].norm.rstrip("'")

    @property
    def particled(self) -> bool:
        return len(self.words) > 1

    @property
    def given(self) -> bool:
        return not self.particled and self.norm in GIVEN

    @property
    def family(self) -> bool:
        return self.particled or self.norm in SURNAMES

    @property
    def written(self) -> str:
        return written(self.words)


def read(hearing: Hearing, step: Step | None) -> NameFound | None:
    """The caller's own name, its words taken as NAME; None when none was given."""
    found = _spelled(hearing, step) or _by_parts(hearing) or _announced(hearing, step) or _bare(hearing, step)
    if found:
        hearing.take(found.span, "NAME")
    return found


def person_at(hearing: Hearing, place: int, strong: bool = False) -> NameFound | None:
    """The name that begins at a place (after "per mia figlia", "con"), without taking its words."""
    groups, end = _run(hearing, place, strong)
    return NameFound(_assigned(groups, surname=False, announced=False), Span(place, end)) if groups else None


def written(words: Sequence[Word]) -> str:
    """A name as it is written: capitals, particles and apostrophes in place."""
    pieces: list[str] = []
    for word in words:
        surface = word.surface if any(mark.isupper() for mark in word.surface[1:]) and not word.surface.isupper() else word.surface.capitalize()
        surface = surface.replace("’", "'")
        if surface == "D" and len(words) > 1:
            surface = "D'"
        if pieces and pieces[-1].endswith("'"):
            pieces[-1] += surface
        else:
            pieces.append(surface)
    return " ".join(piece if not piece.endswith("'") else piece.rstrip("'") for piece in pieces)


def _spelled(hearing: Hearing, step: Step | None) -> NameFound | None:
    if step not in NAME_STEPS and " scrive " not in hearing.text:
        return None
    word = spelling.read(hearing.text)
    if word is None:
        return None
    name = Name(nome=word.capitalize()) if step == "cliente" and word in GIVEN and word not in SURNAMES else Name(cognome=word.capitalize())
    return NameFound(name, Span(0, len(hearing.words)))


def _by_parts(hearing: Hearing) -> NameFound | None:
    """ "Cognome X nome Y" in either order."""
    norms = [word.norm for word in hearing.words]
    if "nome" not in norms or "cognome" not in norms:
        return None
    parts: dict[str, tuple[_Group, ...]] = {}
    first, last = len(norms), 0
    for part in ("nome", "cognome"):
        place = norms.index(part)
        start = place + 1
        while start < len(norms) and norms[start] in ("e", "invece", "di", "il", "mio", "sarebbe"):
            start += 1
        groups, end = _run(hearing, start, strong=True)
        if not groups:
            return None
        parts[part] = groups
        first, last = min(first, start), max(last, end)
    name = Name(" ".join(group.written for group in parts["nome"]), " ".join(group.written for group in parts["cognome"]))
    return NameFound(name, Span(first, last))


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
        if cue == ("e",) and norms[place - 1 : place] != ["nome"]:
            continue
        start = place + len(cue)
        titled = False
        while start < len(norms) and (norms[start] in ("il", "la", "l", "sempre", "io", "ancora", "e", "signor", "sig", "ehm") or norms[start] in TITLES | SOUNDS):
            titled = titled or norms[start] in TITLES
            start += 1
        article = start > place + len(cue) and not titled and norms[start - 1] in ("il", "la", "l")
        groups, end = _run(hearing, start, strong and not article)
        groups, end = _said_again(hearing, groups, end)
        if groups:
            announced = cue[0] in ("mi", "mio", "il", "me") and not titled
            return NameFound(_assigned(groups, surname or (titled and len(groups) == 1), announced), Span(start, end))
    return None


def _said_again(hearing: Hearing, groups: tuple[_Group, ...], end: int) -> tuple[tuple[_Group, ...], int]:
    """ "Rossi, Mario Rossi": the longer run right after the comma when it says the first piece again."""
    more, last = _run(hearing, end, strong=True)
    repeats = len(groups) == 1 and len(more) > 1 and groups[0].norm in {group.norm for group in more}
    return (more, last) if repeats else (groups, end)


def _bare(hearing: Hearing, step: Step | None) -> NameFound | None:
    """The whole answer is a name; without a question that asks for one, only when it is a known name and surname."""
    asked = step in NAME_STEPS
    start = 0
    titled = False
    while start < len(hearing.words) and _leads(hearing.words[start].norm):
        titled = titled or hearing.words[start].norm in TITLES
        start += 1
    groups, end = _run(hearing, start, strong=asked)
    if not groups:
        return None
    if not asked:
        rest = all(word.norm in _LEADING | SOUNDS for word in hearing.words[end:])
        known = len(groups) > 1 and any(group.given for group in groups) and all(group.given or group.family for group in groups)
        if step not in (None, "ascolto") or not rest or not known:
            return None
    elif not _answers(hearing, groups, end):
        return None
    return NameFound(_assigned(groups, step == "cognome" or (titled and len(groups) == 1), announced=False), Span(start, end))


def _leads(norm: str) -> bool:
    return norm in _LEADING or norm in SOUNDS or norm in TITLES


def _answers(hearing: Hearing, groups: tuple[_Group, ...], end: int) -> bool:
    """Whether a bare run is the answer: known names, or nothing but a stop, a comparison or thanks after it."""
    if any(group.given or group.family for group in groups):
        return True
    following = hearing.words[end] if end < len(hearing.words) else None
    return following is None or following.breaks or following.norm in ("come", "grazie", "con", "nato", "nata")


def _run(hearing: Hearing, start: int, strong: bool) -> tuple[tuple[_Group, ...], int]:
    """The words from `start` that make up a name, in groups, and where they end."""
    groups: list[_Group] = []
    place = start
    while place < len(hearing.words) and place - start < _MOST_WORDS:
        if place > start and hearing.words[place].before.strip() not in ("", "'", "’", "-") and not hearing.words[place - 1].norm.endswith("'"):
            break
        size = _group_at(hearing, place, strong, groups)
        if not size:
            break
        groups.append(_Group(hearing.words[place : place + size]))
        place += size
    return tuple(groups), place


def _group_at(hearing: Hearing, place: int, strong: bool, before: list[_Group]) -> int:
    """How many words the next piece of a name has; 0 when there is none."""
    word = hearing.words[place]
    if hearing.labels[place]:
        return 0
    particles = 0
    while place + particles < len(hearing.words) - 1 and hearing.words[place + particles].norm.rstrip("'") in PARTICLES and particles < 3:
        particles += 1
    if particles:
        last = hearing.words[place + particles]
        return particles + 1 if _particled(hearing.words[place : place + particles], last, strong, before) else 0
    return 1 if _is_name(word, strong, before, hearing) else 0


def _particled(particles: Sequence[Word], last: Word, strong: bool, before: list[_Group]) -> bool:
    ordinary = last.norm in NEVER or last.norm in NUMBERS or last.norm in CALENDAR
    if last.breaks or not last.norm.isalpha() or (ordinary and last.norm not in SURNAMES):
        return False
    capital = last.surface[:1].isupper() and particles[0].surface[:1].isupper()
    glued = particles[-1].norm.endswith("'") and particles[-1].norm.rstrip("'") in ("d", "dell", "dall", "nell")
    known = last.norm in SURNAMES or last.norm in GIVEN
    if capital:
        return True
    after_given = bool(before) and before[-1].given
    return (strong or after_given) and (known or glued or after_given) and particles[0].norm not in ("al", "la", "le", "li") or (after_given and known)


def _is_name(word: Word, strong: bool, before: list[_Group], hearing: Hearing) -> bool:
    norm = word.norm
    if not norm.isalpha() or len(norm) < 2 or not word.surface[:1].isalpha():
        return False
    listed = norm in GIVEN or norm in SURNAMES
    capital = word.surface[:1].isupper() and not word.surface.isupper() and (word.start > 0 or strong)
    if norm in NEVER or norm in NUMBERS:
        return capital and listed and (strong or bool(before)) and norm not in ("si", "di")
    if norm in CALENDAR:
        return strong and (capital or bool(before)) or (capital and bool(before))
    if listed:
        return True
    if norm.endswith(STATE_ENDINGS + _CLITICS) and not capital:
        return False
    return capital or (strong and len(norm) > 2) or (bool(before) and before[-1].given and _ends(hearing, word))


def _ends(hearing: Hearing, word: Word) -> bool:
    """Whether an unknown word after a given name closes the utterance or the clause."""
    return word.after.strip() != "" or word is hearing.words[-1]


def _assigned(groups: tuple[_Group, ...], surname: bool, announced: bool) -> Name:
    """Which pieces are the given name and which the surname."""
    if surname:
        return Name(cognome=_joined(groups)) if not (len(groups) == 2 and _clearly_two(groups)) else _pair(groups)
    if len(groups) == 1:
        only = groups[0]
        is_given = not only.particled and (only.given or (announced and not only.family))
        return Name(nome=only.written) if is_given else Name(cognome=only.written)
    if len(groups) == 2:
        return _pair(groups)
    first = next((place for place, group in enumerate(groups) if group.given), 0)
    if first == 0:
        split = 1
        while split < len(groups) - 1 and groups[split].given:
            split += 1
        return Name(_joined(groups[:split]), _joined(groups[split:]))
    return Name(_joined(groups[first:]), _joined(groups[:first]))


def _clearly_two(groups: tuple[_Group, ...]) -> bool:
    one, two = groups
    return (one.given and two.family and not one.family) or (one.family and two.given and not two.family)


def _pair(groups: tuple[_Group, ...]) -> Name:
    one, two = groups
    forward, backward = one.given + two.family, one.family + two.given
    if not one.given and not two.given and one.family and two.family:
        return Name(cognome=_joined(groups))
    if (backward > forward and two.given) or (backward >= forward and one.particled and not two.particled):
        return Name(two.written, one.written)
    return Name(one.written, two.written)


def _joined(groups: tuple[_Group, ...]) -> str:
    return " ".join(group.written for group in groups)
