"""What is said of one more visit by pointing at the one just booked: "un'altra per mia sorella subito dopo", "alla stessa ora".

Called by the stages. Calls the folding of words and the names of the family. It must never know which visit that was.
"""

import re
from dataclasses import dataclass

from pipeline.italian.others import POSSESSIVES, RELATIVES
from pipeline.italian.words import fold

_ADDS = re.compile(r"\b(?:anche|pure|poi|inoltre|un ?'? ?altr[oa]|(?:l[oa] )?stess[oa]|idem|gia che)\b")
_AGAIN = re.compile(
    r"\bun ?'? ?altr[oa]\b(?! (?:giorno|ora|orario|cosa))|\bstess[oa] (?:cosa|servizio|trattamento)\b|\bidem\b|\buguale\b"
    r"|\blo stesso (?=per|anche)"
)
_ALSO = re.compile(r"\b(?:anche|pure|gia che)\b")
_AFTER = re.compile(r"\b(?:subito|appena) dopo\b|\bdopo (?:di )?(?:quell[oa]|quest[oa]|lei|lui|me)\b|\ba seguire\b|\bappena finit\w*")
_SAME_HOUR = re.compile(r"\b(?:stess[oa]|medesim[oa]) (?:ora|orario|ore)\b")
_SAME_DAY = re.compile(r"\b(?:stess[oa]|medesim[oa]) (?:giorno|giornata|data)\b")
_MOVES = re.compile(r"\b(?:spost|cambi|anticip|posticip|rimand|modific|invece)\w*")
_EVERY = re.compile(
    r"\b(?:tutt[ei] (?:i|le) (?:luned|marted|mercoled|gioved|venerd|sabat|domenic|settiman|mes|giorn)\w*"
    r"|ogni (?:luned|marted|mercoled|gioved|venerd|sabat|domenic|settiman|mes|giorno|due|tre|quattro|\d)\w*"
    r"|(?:una|due|tre|quattro|cinque|piu|\d) volt[ae] (?:a|al|alla|ogni|per|la) \w+|settimanalmente|mensilmente)"
)
_NAMELESS = re.compile(
    r"\b(?:vorrei|volevo|voglio|devo|dovrei|dobbiamo|serve|servirebbe|avrei bisogno di|ho bisogno di) "
    r"(?:fare |farmi |fargli |farle |rifare )?(?:quel|quell ?'?|quella|quei|quegli|quelle|quello) ?"
    r"(?:cos[aeio]|rob[ae]|esam[ei]|visit[ae]|lavor[oi]|controll[oi]|trattament[oi]|prov[ae]|puntur[ae]|intervent[oi])\b"
)
_MAY = re.compile(r"\b(?:posso|potrei|liber\w+|disponibil\w+|riesco|apert\w+|lavor\w+)\b")
_WHENEVER = re.compile(
    r"\bquando (?:ci sarebbe|c ?'? ?e|avete|avreste|ha|hai|avrebbe|siete|sei|e) ?(?:mica |del |un |qualche )?"
    r"(?:post\w*|buco|liber\w+|disponibil\w*|spazio|tempo)"
    r"|\bquando (?:posso|potrei|possiamo|potremmo|si puo|si potrebbe) \w{4,}"
    r"|\b(?:che|quali|quale) (?:giorn\w|disponibilita|date|posti|buchi)\b.{0,25}\b(?:avete|avreste|ha|hai|ci sono|liber\w|disponibil\w)"
    r"|\b(?:che|quali|quale|a che) (?:orar\w|or[ae])\b.{0,25}\b(?:liber\w|disponibil\w|posto)"
    r"|\b(?:che|quali) disponibilita\b"
)


_FAREWELL = re.compile(
    r"\b(?:ci (?:vediamo|si vede|sentiamo)|a (?:presto|dopo|domani|dopodomani|(?:luned|marted|mercoled|gioved|venerd|sabat|domenic)\w*)"
    r"|buona (?:giornata|serata)|arrivederc\w+|arrivederl\w+)\b"
)
_AGREES = re.compile(
    r"^(?:(?:ah|oh|eh|allora|ecco) )*"
    r"(?:s[iì]|ok|okay|perfetto|ottimo|benissimo|bene|va bene|va benissimo|d ?'? ?accordo|certo|esatto|giusto)\b"
)


_EITHER_WAY = re.compile(r"\b(?:ciao|salve|buongiorno|buon giorno|buonasera|buona sera)\b")


_WHAT_WAS_SAID = re.compile(
    r"^(?:(?:scusi|scusa|aspetti|allora|ma|e|ok|bene|sì|si|ah)[,.]? )*(?:(?:per |a |in )?(?:che|quale) (?:giorn\w|data|or[ae]|servizi\w)"
    r"|con chi|per chi|da chi|chi (?:e|me|mi|c ?'? ?e)|per quando|quando|a che ora|di cosa|che cosa)\b"
)


@dataclass(frozen=True, slots=True)
class Followup:
    """How the visit points at the last one: the same services, right after it, at the same hour, on the same day."""

    again: bool = False
    after: bool = False
    same_hour: bool = False
    same_day: bool = False


def followup(text: str) -> Followup:
    """What is said with reference to the visit booked last."""
    said = fold(text)
    return Followup(*(found.search(said) is not None for found in (_AGAIN, _AFTER, _SAME_HOUR, _SAME_DAY)))


def adds(text: str) -> bool:
    """Whether something is wanted beside what was booked, and nothing of it is moved."""
    said = fold(text)
    return _ADDS.search(said) is not None and _MOVES.search(said) is None


_ADDED_PERSON = re.compile(
    rf"\baggiung\w+ (?:anche |pure )?(?:il |la )?((?:{'|'.join(sorted(POSSESSIVES))}) (?:{'|'.join(sorted(RELATIVES))}))\b"
)


def added_person(text: str) -> str | None:
    """Whom one is to add to an appointment ("volevo aggiungere mia figlia"); None where it is no person."""
    found = _ADDED_PERSON.search(fold(text))
    return found[1] if found is not None else None


def also(text: str) -> bool:
    """Whether it is wanted together with what was booked."""
    return adds(text) and _ALSO.search(fold(text)) is not None


def regularly(text: str) -> bool:
    """Whether the visit is wanted again and again ("tutti i giovedì"); when somebody is free is no such wish."""
    said = fold(text)
    return _EVERY.search(said) is not None and _MAY.search(said) is None


def nameless(text: str) -> bool:
    """Whether a thing to be done is wanted whose name the caller does not know ("quell'esame con gli elettrodi")."""
    return _NAMELESS.search(fold(text)) is not None


_DAY = r"(?:luned|marted|mercoled|gioved|venerd|sabat|domenic)\w*"
_ON_EACH = re.compile(rf"\b(?:{_DAY}(?: \d{{1,2}})?|il \d{{1,2}})(?: alle (?:\d+|\w+))? e (?:(?:il|poi|anche) )*(?:{_DAY}|\d{{1,2}}\b)")
_EITHER = re.compile(r"\b(?:o|oppure|tra|fra|meglio|preferi\w+|va|vanno|andrebbe\w*|bene|comod\w+|non|tranne|lavoro)\b")


def on_each(text: str) -> bool:
    """Whether days are joined, each for a visit of its own ("martedì e giovedì alle 18"); days on which somebody could come are not."""
    said = " ".join(fold(text).replace(",", " ").split())
    return _ON_EACH.search(said) is not None and _MAY.search(said) is None and _EITHER.search(said) is None


def whenever(text: str) -> bool:
    """Whether the caller asks when there is room, without naming a time."""
    return _WHENEVER.search(fold(text)) is not None


def asks_what_was_said(text: str) -> bool:
    """Whether a question is about the proposal itself ("che giorno è?", "con chi?"): reading it out again answers it."""
    return _WHAT_WAS_SAID.search(fold(text).strip()) is not None


def takes_leave_agreeing(text: str) -> bool:
    """Whether an agreement and a farewell are said in one breath ("perfetto, ci vediamo sabato")."""
    said = fold(text).strip()
    return _AGREES.search(said) is not None and _FAREWELL.search(said) is not None


def takes_leave_greeting(text: str) -> bool:
    """Whether the words of a greeting, at the end of a call, are its farewell ("ok ciao", "buonasera")."""
    return _EITHER_WAY.search(fold(text)) is not None and "?" not in text
