"""For whom the booking is when it is not for the caller, and what the caller wants noted.

Called by `parse`; calls `names` for the other person's name. It must never know the clients of the business.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.italian import names, names_order
from pipeline.italian.hearing import Hearing
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import TITLES
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, fold, tokenize
from pipeline.model.parse import Name

POSSESSIVES = word_set("mio mia miei mie nostro nostra")
RELATIVES = word_set(
    "madre mamma padre papa babbo figlio figlia figli figlie fratello sorella marito moglie nonno nonna zio zia nipote cugino cugina "
    "suocera suocero "
    "cognata cognato fidanzato fidanzata compagno compagna ragazzo ragazza amico amica bambino bambina bimbo bimba nipotino nipotina "
    "genero nuora "
    "collega vicina vicino capo socio socia inquilino"
)
_BEFORE = word_set("per porto portare accompagno accompagnare prenotare venire a")
_NOT_FOR = (
    "dic",
    "dir",
    "chied",
    "domand",
    "riferi",
    "scriv",
    "telefon",
    "saper",
    "parl",
    "grazie",
    "insiem",
    "assiem",
    "vicin",
    "accant",
    "davant",
)
"""Before "a mia moglie" these make her no one's visit ("lo dico a mia moglie", "insieme a mia moglie")."""
_STEPPED_OVER = word_set("il la l' una un i le anche pure")
_OF = word_set("di del della dello dei")
_APPOINTMENT = word_set("nome appuntamento appuntamenti prenotazione visita quello seduta lezione taglio")
_WRITE = (
    "segni|segna|segnate|segnare|annoti|annota|annotate|annotare|scriva|scrivi|scrivete|scrivere|metta|mettete|metti|"
    "aggiunga|aggiungete|appunti|appuntate"
)
_WHERE = "nelle note|nella nota|in nota|come nota"
_NOTE = re.compile(
    r"(?:\b(?:metta|mettete|metti|aggiunga|scriva|lasci|lascio|faccio|fate|vorrei lasciare)\s+(?:una|come|in) nota\s*[:,]?\s*(?:che\s+)?"
    r"|\b(?:una|come|in) nota\s*[:,]?\s*(?:che\s+)?|\bnot[ai]\s*:\s*"
    rf"|\b(?:si\s+)?(?:{_WRITE})(?:\s+(?:pure|anche|{_WHERE}|tra le note|una nota))*\s*,?\s+(?:che|{_WHERE})\s+"
    r"|\bnelle note\s*[:,]?\s*(?:metta|scriva|segni)?\s*(?:che\s+)?|\btenga(?:te)? (?:presente|conto) che\s+"
    r"|\b(?:faccia|fate) presente che\s+|\baggiung[ao](?:no)?\s+(?:una nota|nelle note)\s*[:,]?\s*(?:che\s+)?"
    r"|\b(?:volevo|vorrei) (?:segnalare|far presente|precisare) che\s+|\b(?:sappiate|sappia) che\s+)",
    re.IGNORECASE,
)
_NOT_COMING = re.compile(r"\bnon (?:vengo|viene|veniamo|vengono|ci sono|ci sara|posso venire|puo venire|riesco a venire)\b")
_IF_A_PLACE = re.compile(r"(?:se|quando|caso mai|casomai|qualora) (?:si|qualcuno|per caso|c'e|ce)\b")
_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Other:
    """Whom it is for, in the caller's words ("mia figlia Giulia"), and that person's name when said."""

    text: str
    name: Name | None
    span: Span
    named: Span


def is_relative(norm: str) -> bool:
    """Whether a word names a member of the family."""
    return norm in RELATIVES


def relative_in(text: str) -> str | None:
    """The member of the family that is named anywhere in the text ("mia sorella"), whatever for."""
    words = tokenize(text)
    pairs = (f"{word.norm} {after.norm}" for word, after in pairwise(words) if word.norm in POSSESSIVES and is_relative(after.norm))
    return next(pairs, None)


PETS = word_set("cane cagna cagnolino cagnolina cagnetta gatto gatta gattino gattina micio micia cucciolo cucciola coniglio coniglietta")
_LEADS = word_set("porto accompagno")
_INTO = frozenset({"in", "a", "al", "alla", "all'"})
_TO_DO = ("are", "ere", "ire", "rsi", "rle", "rgli", "rla", "rlo")
_A_TIME = word_set("settimana giornata mattinata mattina mattino pomeriggio sera serata mezzogiorno voi visita controllo seduta")
_BORN = word_set("nato nata nati nate")
_HIMSELF = word_set("sono io chiamo")
_CLOSE = 6


def born_other(text: str) -> bool:
    """Whether the one who is told to be born is somebody else than the caller ("mia figlia, nata il 4 maggio")."""
    norms = [word.norm for word in tokenize(text)]
    born = next((place for place, norm in enumerate(norms) if norm in _BORN), None)
    before = norms[max(0, born - _CLOSE) : born] if born is not None else []
    last = next((norm for norm in reversed(before) if norm in RELATIVES or norm in PETS or norm in _HIMSELF), None)
    return last is not None and last not in _HIMSELF


def for_other(hearing: Hearing) -> Other | None:
    """The person a booking is for ("per mio padre", "per la signora Rossi", "mia madre vorrebbe"); None when it is the caller."""
    norms = [word.norm for word in hearing.words]
    for place, norm in enumerate(norms):
        if hearing.labels[place] not in ("", "SERVICE"):
            continue
        if (
            norm in POSSESSIVES
            and place + 1 < len(norms)
            and norms[place + 1] in RELATIVES
            and _meant(norms, place)
            and not _taken_elsewhere(hearing, place)
        ):
            return _with_name(hearing, place, place + 2)
        if norm in RELATIVES and _whose(norms, place):
            return _with_name(hearing, place, place + 1)
        if norm == "per" and place + 1 < len(norms):
            other = _titled(hearing, place + 1) or _whole_name(hearing, place + 1)
            if other:
                return other
    return None


def called(text: str) -> Name | None:
    """The name of somebody who is spoken of ("si chiama Matteo", "lei si chiama Paola Ricci"); None where none is told or it is asked."""
    words = tokenize(text)
    place = next((at for at, (one, two) in enumerate(pairwise(words), 2) if (one.norm, two.norm) == ("si", "chiama")), None)
    if place is None or "?" in text or place >= len(words):
        return None
    person = names.person_at(Hearing(text, words), place, strong=True)
    if person is None or len(person.span) > 1:
        return person.name if person else None
    return Name(nome=person.name.nome or person.name.cognome)


def note(text: str) -> tuple[str, int] | None:
    """What the caller asked to be written down, at most 500 characters, and where in the text its announcement begins."""
    found = _NOTE.search(text)
    if not found:
        return None
    said = text[found.end() :].strip(" .,;:")
    if _NOT_COMING.search(fold(said)) or _IF_A_PLACE.match(fold(said)):
        # "Segni che domani non vengo" gives the appointment up, "mi metta in nota se si libera" waits for one.
        return None
    return (said[:_LONGEST_NOTE], found.start()) if len(said) > 2 else None


def _meant(norms: list[str], place: int) -> bool:
    before = [norm for norm in norms[max(0, place - 3) : place] if norm not in _STEPPED_OVER]
    after = norms[place + 2 : place + 5]
    if _whose(norms, place):
        return True
    wishes = {"vorrebbe", "vuole", "voleva", "deve", "dovrebbe", "avrebbe"} & set(after)
    beside = [norm for norm in norms[:place] if norm not in _STEPPED_OVER][-2:]
    if beside[-1:] == ["a"] and beside[0].startswith(_NOT_FOR):
        return False
    return (bool(before) and before[-1] in _BEFORE) or bool(wishes)


def _taken_elsewhere(hearing: Hearing, place: int) -> bool:
    """ "Mercoledì accompagno mia madre in ospedale", "porto mia figlia a danza": a reason, nobody who is to come to us."""
    words = [word.norm for word in hearing.words]
    leads = not _LEADS.isdisjoint(words[max(0, place - 2) : place])
    to, where = words[place + 2 : place + 3], words[place + 3 : place + 4]
    if not leads or not where or to[0] not in _INTO or hearing.labels[place + 3]:
        return False
    return not where[0].endswith(_TO_DO) and where[0] not in _A_TIME


def _whose(norms: list[str], place: int) -> bool:
    """ "L'appuntamento di mio marito", "quello di mamma"."""
    return place > 1 and norms[place - 1] in _OF and norms[place - 2] in _APPOINTMENT


def _with_name(hearing: Hearing, start: int, end: int) -> Other:
    person = names.person_at(hearing, end) if end < len(hearing.words) and not hearing.words[end].breaks else None
    if person is None and end < len(hearing.words) and hearing.words[end].norm in GIVEN:
        person = names.person_at(hearing, end)
    last = person.span.end if person else end
    words = hearing.words[start:end]
    text = " ".join(word.surface.lower() for word in words)
    if person is None:
        return Other(text, None, Span(start, end), Span(end, end))
    said = names_order.written(hearing.words[person.span.start : person.span.end])
    single = person.name.cognome is not None and person.name.nome is None and len(person.span) == 1
    name = Name(nome=person.name.cognome) if single and hearing.words[end].norm in GIVEN else person.name
    return Other(f"{text} {said}", name, Span(start, last), Span(end, last))


def _whole_name(hearing: Hearing, place: int) -> Other | None:
    """ "Un taglio per Anna De Luca": whether that is the caller himself is not known here."""
    person = names.whole_at(hearing, place)
    if person is None:
        return None
    return Other(names_order.written(hearing.words[person.span.start : person.span.end]), person.name, person.span, person.span)


def _titled(hearing: Hearing, place: int) -> Other | None:
    start = place
    while start < len(hearing.words) and hearing.words[start].norm in ("il", "la", "l'"):
        start += 1
    if start >= len(hearing.words) - 1 or hearing.words[start].norm not in TITLES or hearing.labels[start + 1]:
        return None
    person = names.person_at(hearing, start + 1)
    if person is None:
        return None
    text = " ".join(word.surface for word in hearing.words[place : person.span.end])
    return Other(fold(text) if text.isupper() else text, person.name, Span(start, person.span.end), person.span)
