"""Whose a part of an utterance is, where that was said with another part: "piega e manicure, e per mio padre la barba".

Called by `several`; calls the word splitter and the readers of slots. It must never know which services there are.
"""

import re
from dataclasses import dataclass, replace

from pipeline.italian import others
from pipeline.italian.judging import hear
from pipeline.italian.numbers import value
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Word, fold, tokenize
from pipeline.model.parse import Context, Parse

_HOUR_LAST = re.compile(r"\b(?:alle|all ?'?|ore)\b[^,]{1,18}\W*$")
_PERSON_FIRST = re.compile(
    rf"\W*(?:(?:e|ed|poi|anche|invece|mentre)\W+)*(?:per |a )?(?:il |la )?(?:{'|'.join(sorted(others.POSSESSIVES))}) "
    rf"(?:{'|'.join(sorted(others.RELATIVES))})\b"
)
_LIKEWISE = re.compile(r"^(?:(?:anche|e|poi|invece|ne) )*(?:un[oa]|un ?'? ?altr[oa]|l ?'? ?altr[oa]|l[oa] stess[oa]|idem)\b")
OF_ITS_TIME = ("date", "time", "date_interval", "time_interval", "alternatives", "date_choices", "time_choices", "approximate", "earliest")
_RHETORICAL = word_set("chi come perche cosa dove quando quanto")
_OF_A_WISH = word_set(
    "e ed poi anche pure inoltre invece mentre per a al alla ad il la lo le i gli l' un uno una un' con in se ne mi ci "
    "altro altra altri altre stesso stessa stessi stesse cosa idem uguale insieme dopo prima subito magari gia che siamo "
    "si ok senta senti guardi scusi scusa ah eh ehm allora anzi pero aspetti "
    "prenoti prenota prenotare prenotiamo prenotate prenotarne metta mettere metti mettiamo mettete segni segna segniamo segnare segnate "
    "aggiunga aggiungi aggiungiamo aggiungere aggiungete faccia fai facciamo fare faccio fate fissi fissiamo fissare fissa "
    "prenda prendi prendiamo prendere lasci vorrei volevo voglio vogliamo vorremmo vorrebbe vuole voleva "
    "deve devo dovrei dovrebbe dobbiamo ha ho hanno avrei avrebbe abbiamo bisogno serve servirebbe servono viene verrebbe venire vengo "
    "verrei veniamo c' sarebbe posto posti appuntamento appuntamenti visita visite prenotazione seduta lui lei loro "
    "me io noi tutti due entrambi "
    "porto porterei posso possiamo potrebbe puo possibile qualcosa piu piccola piccolo grande maggiore minore "
    "perfetto va bene benissimo "
    "ora ore orario giorno giornata momento mezz' mezzora mezza volta seguito fila accanto vicino"
)
_ALSO = re.compile(r"\W*(?:e |ed |poi )*(?:anche|pure)\b")
_LIKE_HIM = re.compile(
    rf"\b(?:e|ed|poi|mentre) (?:il |la )?(?:{'|'.join(sorted(others.POSSESSIVES))}) (?:{'|'.join(sorted(others.RELATIVES))})"
    r",? (?:invece |anche |pure )*(?:l[oa] stess[oa]|uguale|idem|alle? \w+(?: e \w+)?\s*(?:[,.;]|$)|subito dopo|un[oa]\b(?! sol))"
)
_AND = frozenset({"e", "ed", "poi", "mentre", "invece"})
SOMEBODY = "un'altra persona"
THAT_ONE = "lei o lui"
"""Stands for somebody who was spoken of before."""


@dataclass(frozen=True, slots=True)
class Part:
    """One visit: what was said of it, and for whom ("" = the caller said "per me", None = nothing was said)."""

    parse: Parse
    person: str | None

    @property
    def what(self) -> bool:
        """Whether a service is named."""
        return bool(self.parse.services or self.parse.services_ambiguous)

    @property
    def when(self) -> tuple[object, ...]:
        """What is said of its time; empty values where nothing is."""
        said = self.parse
        return (said.date, said.time, said.date_interval, said.time_interval, said.alternatives, said.date_choices)


def inherited(pieces: list[str], parts: list[Part]) -> list[Part]:
    """ "Piega e manicure, e poi per mio padre la barba": what stands before is the caller's own; what follows a person is that person's."""
    own = next(
        (place for place in range(1, len(pieces)) if parts[place].what and _begins_anew(pieces[place - 1], pieces[place], parts[place])), 0
    )
    result: list[Part] = []
    for place, part in enumerate(parts):
        before = result[-1].person if result else None
        person = part.person if part.person is not None else "" if place < own else before
        result.append(part if person is None or person == part.person else for_person(person, part) if person else replace(part, person=""))
    return result


def _begins_anew(before: str, piece: str, part: Part) -> bool:
    """Whether a piece is somebody else's whole wish: he is named first, or what stands before has its hour already."""
    return _PERSON_FIRST.match(fold(piece)) is not None or (bool(part.person) and _HOUR_LAST.search(fold(before)) is not None)


def merged(parts: list[Part]) -> list[Part]:
    """Services of one person, said one after the other with no time of their own, are one visit."""
    result: list[Part] = []
    for part in parts:
        last = result[-1] if result else None
        same = last is not None and last.person is not None and last.person == part.person and last.what and part.what
        if last is None or not same or (any(part.when) and any(last.when)):
            result.append(part)
            continue
        said = replace(last.parse, **{name: getattr(part.parse, name) for name in OF_ITS_TIME}) if any(part.when) else last.parse
        services, doubt = (*said.services, *part.parse.services), (*said.services_ambiguous, *part.parse.services_ambiguous)
        result[-1] = replace(last, parse=replace(said, services=tuple(dict.fromkeys(services)), services_ambiguous=doubt))
    return result


def only_mentioned(part: Part, piece: str, context: Context) -> bool:
    """ "E chi me lo porta, mia nonna?", "e io sono il papà": somebody is spoken of, and no visit is wanted for him.

    Who wants a visit stands beside little else than words of wishing and booking; what names a day, an hour or a service tells nothing.
    """
    if part.what:
        return False
    hearing = hear(piece, tokenize(piece), context).found.hearing
    said = [word.norm for word, label in zip(hearing.words, hearing.labels, strict=True) if not label]
    if not _RHETORICAL.isdisjoint(said) and "?" in piece:
        return True
    plain = _OF_A_WISH | others.POSSESSIVES | others.RELATIVES | {word.norm for word in tokenize(part.person or "")}
    return any(norm not in plain for norm in said) or (part.person == "" and "bene" in said)


def one_each(pieces: list[str], parts: list[Part]) -> bool:
    """ "Un taglio donna alle 16 e uno per mio figlio": the first is the caller's own."""
    if len(parts) != 2 or parts[0].person is not None or not parts[0].what:
        return False
    return bool(parts[1].person) and not parts[1].what and likewise(pieces[1])


def segments(text: str) -> list[tuple[int, int]]:
    """The stretches of a text between its "and"s and stops; the "e" of an hour ("alle 9 e mezza") parts nothing."""
    words = tokenize(text)
    starts = [word.start for at, word in enumerate(words) if (word.norm in _AND and not _of_an_hour(words, at)) or word.breaks]
    starts = sorted({0, *(start for start in starts if start > 0)})
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _of_an_hour(words: tuple[Word, ...], at: int) -> bool:
    before, after = (words[at + step].norm if 0 <= at + step < len(words) else "" for step in (-1, 1))
    then = words[at + 2].norm if at + 2 < len(words) else ""
    minutes = after in ("mezza", "mezzo") or (after, then) in (("un", "quarto"), ("tre", "quarti"))
    more = value(after) or 0
    return words[at].norm == "e" and (minutes or (value(before) is not None and more > 0 and more % 5 == 0))


def comes_too(piece: str) -> bool:
    """Whether a piece adds somebody to the visit said before it ("anche mia figlia", "e mio marito alle 11")."""
    folded = fold(piece)
    return _ALSO.match(folded) is not None or like_him(folded)


def like_him(folded: str) -> bool:
    """Whether somebody comes too, in the words of the visit before: "e mio marito la stessa cosa alle 11"."""
    return _LIKE_HIM.search(folded) is not None


def for_person(person: str, part: Part) -> Part:
    return Part(replace(part.parse, for_other=person), person)


def likewise(piece: str) -> bool:
    """Whether a piece wants one more of what was named before ("e uno per ...", "lo stesso")."""
    return _LIKEWISE.search(fold(piece).strip(" ,.;")) is not None
