"""Which part of a proposal the caller wants changed, when it is only named: "l'orario", "il giorno", "con chi".

Also where to look instead ("più tardi", "prima no?") and "il solito". Called by the stage that reads answers and by the flows.
Calls only the word splitter.
"""

import re
from typing import Literal

from pipeline.italian.words import fold, tokenize

Part = Literal["ora", "data", "servizi", "operatore", "nome", "note"]

NAMED: dict[str, Part] = {
    "ora": "ora", "orario": "ora", "orari": "ora", "ore": "ora", "orarie": "ora",
    "giorno": "data", "data": "data", "giornata": "data", "giorni": "data", "quando": "data",
    "servizio": "servizi", "servizi": "servizi", "trattamento": "servizi", "prestazione": "servizi", "cosa": "servizi",
    "operatore": "operatore", "operatrice": "operatore", "persona": "operatore", "parrucchiere": "operatore", "parrucchiera": "operatore",
    "dottore": "operatore", "dottoressa": "operatore", "medico": "operatore", "ragazza": "operatore", "ragazzo": "operatore",
    "nome": "nome", "cognome": "nome", "nominativo": "nome",
    "nota": "note", "note": "note",
}  # fmt: skip


def part_named(text: str) -> Part | None:
    """The first part of an appointment that the words name; None when they name none."""
    return next((NAMED[word.norm] for word in tokenize(text) if word.norm in NAMED), None)


_PARTS = "|".join(sorted(NAMED))
_MISTAKEN = (
    re.compile(rf"\bsbagliat[oaie](?: a)?(?: (?:dire|di|del|sul|con|nel))?(?: (?:il|lo|la|l'?|di))? ?({_PARTS})\b"),
    re.compile(rf"\b({_PARTS})(?: (?:e|era|pero|invece|e'))* (?:sbagliat[oa]|errat[oa]|no\b(?!\s*\?))"),
    re.compile(rf"\b(?:tranne|salvo|eccetto|fuorche|a parte|meno|ma non)(?: che)?(?: per)?(?: (?:il|lo|la|l'?))? ?({_PARTS})\b"),
)


def mistaken(text: str) -> Part | None:
    """The part that is wrong by the caller's own words; None where he names none.

    "Ho sbagliato giorno", "mi sono sbagliata di ora", "il nome è sbagliato", "il giorno sì, l'ora no", "tutto bene tranne l'orario".
    """
    folded = fold(text)
    found = next((match for pattern in _MISTAKEN if (match := pattern.search(folded)) is not None), None)
    return NAMED[found[1]] if found is not None else None


Direction = Literal["later", "earlier"]

_LATER = (("piu", "tardi"), ("piu", "avanti"), ("piu", "in", "la"), ("dopo",), ("posticipare",))
_EARLIER = (("piu", "presto"), ("prima",), ("anticipare",))
_COMPLAINTS: dict[str, Direction] = {
    "presto": "later",
    "prestino": "later",
    "tardi": "earlier",
    "tardino": "earlier",
    "tardissimo": "earlier",
}
_THAT_WAY = r"(?:prima|dopo|piu tardi|piu presto)"
_NONE_THAT_WAY = re.compile(rf"\bnon (?:ce n|c|ne|avete|ci)\b.*\b{_THAT_WAY}\b|\b{_THAT_WAY} non (?:c|ce|ne|avete)\b")
_REFUSED = re.compile(r"\b(prima|piu presto|dopo|piu tardi) (?:non (?:posso|riesco|ci sono|ce la|mi va)|no\b(?!\s*\?))")
_IN_ORDER = re.compile(r"\b(?:prima|dopo) (?:di|che(?! or)|mi|ci|le|la|volta|visita|lezione|cosa|vorrei|volevo|posso|devo)\b|\bla prima\b")
"""Words that put one thing before another, and no hour ("prima mi dica", "la prima volta")."""


def direction(text: str) -> Direction | None:
    """Whether the words ask for something later or earlier than what was offered; None when they ask for neither or both.

    "Troppo presto" finds fault with what was offered: it asks for something later.
    """
    refused = _REFUSED.search(fold(text))
    if refused is not None:
        return "later" if refused[1] in ("prima", "piu presto") else "earlier"
    said = tuple(word.norm for word in tokenize(_IN_ORDER.sub(" ", fold(text))))
    asked: set[Direction] = set()
    if any(_holds(said, form) for form in _LATER):
        asked.add("later")
    if any(_holds(said, form) for form in _EARLIER):
        asked.add("earlier")
    asked = asked or {_COMPLAINTS[word] for word in said if word in _COMPLAINTS}
    return asked.pop() if len(asked) == 1 else None


def looks_on(text: str) -> bool:
    """Whether a question with a no in it looks on, and turns nothing down ("non ce n'è prima?")."""
    return "?" in text and _NONE_THAT_WAY.search(fold(text)) is not None


def of_days(text: str) -> bool:
    """Whether "later" is a matter of days ("più avanti", "più in là"), not of hours."""
    said = tuple(word.norm for word in tokenize(text))
    return _holds(said, ("piu", "avanti")) or _holds(said, ("piu", "in", "la"))


_ROOM = re.compile(r"\b(?:avete|avreste|c'? ?e|ci sono|ci sarebbe|posto|or[ae]|orari|liber[oi])\b")


def asks_for_room(text: str) -> bool:
    """Whether a question is about a free time ("e prima che ore avete?")."""
    return _ROOM.search(fold(text)) is not None


_FIRST_ONE = re.compile(r"\b(?:la|il|al) prim[ao]\b(?! (?:volta|visita|lezione|seduta))|\bappena (?:potete|aprite|si puo)\b")
_LAST_ONE = re.compile(r"\bl'? ?ultim[ao]\b(?! (?:volta|visita|lezione|seduta))")


def end_of_the_day(text: str) -> Direction | None:
    """Whether the first or the last time of a day is wanted, whichever it is ("la prima che avete", "l'ultima")."""
    said = fold(text)
    if _FIRST_ONE.search(said):
        return "earlier"
    return "later" if _LAST_ONE.search(said) else None


_WHICH_HOURS = re.compile(r"\b(?:che|quali) or(?:ari|e) (?:ci (?:sono|sarebbero)|avete|avreste|ha|hai|restano|avrebbe)\b")


def asks_which_hours(text: str) -> bool:
    """Whether the hours there are are asked for: where one is being looked for, the free ones, not those of the house."""
    return _WHICH_HOURS.search(fold(text)) is not None


_NOTHING = re.compile(
    r"^(?:no|beh|ah|ok|va bene|allora|e|\W)*(?:niente|nulla|fa niente|non importa|lasci (?:stare|perdere))(?:\W|allora|grazie|no|ok)*$"
)


def wants_nothing(text: str) -> bool:
    """Whether a no wants nothing more, however many words it has ("no niente allora")."""
    return _NOTHING.search(fold(text)) is not None


_INSTEAD = re.compile(
    r"\b(?:ma|pero|solo|solo che|magari|anzi)\b.*\b(?:prima|dopo|presto|tardi|piu avanti|piu in la)\b|\bpiu (?:avanti|in la)\b"
)


def agrees_otherwise(text: str) -> bool:
    """Whether a yes is to another hour than the one read out ("va bene, ma un po' più in là")."""
    return _INSTEAD.search(fold(text)) is not None


def extreme(text: str) -> Direction | None:
    """Whether the latest or the earliest of what was offered is taken ("quella più tardi", "il più presto")."""
    said = tuple(word.norm for word in tokenize(text))
    if any(_holds(said, (the, *form)) for the in _POINTING for form in _LATER if form[0] == "piu"):
        return "later"
    return "earlier" if any(_holds(said, (the, *form)) for the in _POINTING for form in _EARLIER if form[0] == "piu") else None


_POINTING = ("quella", "quello", "la", "il", "all'")

Another = Literal["data", "ora", "operatore"]
_NOT_OFFERED = frozenset({"cosa", "cose", "domanda", "informazione", "volta", "persona", "posto"})


def another(text: str) -> Another | None:
    """What else is looked for instead of what was offered: another day, another hour of it, somebody else to do it; None = nothing."""
    said = [word.norm for word in tokenize(text)]
    for place, word in enumerate(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        if word not in ("altro", "altra", "altri", "altre", "diverso", "diversa"):
            continue
        part = NAMED.get(following)
        if part == "data" or part == "operatore":
            return part
        if {"con", "da"} & set(said[max(0, place - 2) : place]):
            return "operatore"
        return None if following in _NOT_OFFERED else "ora"
    return None


def usual(text: str) -> bool:
    """Whether the caller wants what he always has ("il solito", "la solita cosa")."""
    return any(word.norm in ("solito", "solita", "solite", "soliti") for word in tokenize(text))


_ANOTHER = re.compile(
    r"\b(?:(?:l|un)'? ?|gli |le |quell[oa] )altr[oaie]\b(?! (?:giorn|or[ae]|dat|volt|settiman|mes|moment|person|operat|parrucch))"
    r"|\b(?:vecchi[oa]|precedent[ei]|tutt[ie]|appuntamenti|prenotazioni)\b"
    r"|\bun'? ?(?:appuntamento|prenotazione|visita)\b(?! (?:che ho (?:appena|ora|adesso)|di adesso))"
    r"|\banche (?:di )?(?:cancell|disd|annull|spost|sapere quando)"
    r"|\bche (?:avevo|ho gia)\b"
)


def another_of_mine(text: str) -> bool:
    """Whether the words mean an appointment other than the one just spoken of ("un altro", "i miei appuntamenti", "quello che avevo")."""
    return _ANOTHER.search(fold(text)) is not None


_ALL = re.compile(
    r"\b(?:entramb[ie]|ambedue|tutt(?:i|e|'? ?e) (?:e )?(?:due|tre|quattro|quanti|quante)"
    r"|(?:disd|cancell|annull|elimin)\w* (?:proprio )?tutto(?! (?:il|quanto)\b)"
    r"|tutt[ie] (?:(?:gli|le|i|quell[ie]|quanti|quante|mie[i]?|suo[i]?|sue)[ ,]*)*(?:appuntamenti|prenotazioni|visite|sedute|che ho))\b"
)
_ALL_LISTED = re.compile(r"\btutt[ieo]\b")


def all_of_them(text: str, listed: bool = False) -> bool:
    """Whether every one of several is meant ("tutti e due", "tutti i miei appuntamenti"); where they were `listed`, also "tutti"."""
    said = fold(text)
    return _ALL.search(said) is not None or (listed and _ALL_LISTED.search(said) is not None)


_TAKEN_BACK = re.compile(
    r"\b(?:anzi|sbagliat[oaie]|intendevo|volevo|(?:avevo|ho|avevamo) detto|meglio|piuttosto|aspetti|aspetta|ripensandoci)\b"
)
_CONTENT = re.compile(r"\b(?:basta|a posto|apposto|ci vediamo|arrivederci|nient'? ?altro)\b")


def second_thought(text: str, refused: bool) -> bool:
    """Whether something agreed on is taken back ("anzi", "ho sbagliato", a no that does not end the call)."""
    said = fold(text)
    return _CONTENT.search(said) is None and (refused or _TAKEN_BACK.search(said) is not None)


_UNDONE = re.compile(
    r"\bcom'? ?e(?:ra)?\b|\b(?:rimett|rimess|ripristin|riprend)\w*|\bnon (?:lo |la |li )?(?:volevo|intendevo|dovevo|dovevate)\b"
    r"|\b(?:cambiato idea|ripensat[oa]|sbagliat[oaie])\b"
)


def undone(text: str) -> bool:
    """Whether what was just done is to be as it was before ("la rimetta", "ho sbagliato, non volevo disdirla")."""
    return _UNDONE.search(fold(text)) is not None


_HOLDS_ON = re.compile(r"\b(?:aspett[iao]\w*|attend\w+|sbagliat[oaie]|ripensat[oa]|un (?:attimo|momento))\b")


def holds_on(text: str) -> bool:
    """Whether the caller has something more to say ("no aspetti")."""
    return _HOLDS_ON.search(fold(text)) is not None


_A_MOMENT = re.compile(
    r"(?:no|ehm?|si|ok|scusi|scusa|mi|ci|solo|guardi|che|penso|un|attimo|attimino|momento|momentino|secondo|aspett[iao]\w*|attend\w+|\W)+"
)


def only_a_moment(text: str) -> bool:
    """Whether nothing but time is asked for ("no aspetti", "un attimo solo")."""
    return holds_on(text) and _A_MOMENT.fullmatch(fold(text)) is not None


_MOVES = re.compile(
    r"\b(?:spost|posticip|anticip|rimand|rinvi|slitt|cambi|disd|annull|cancell)\w*|\b(?:se|quando) (?:arriv|facc|ritard)\w+"
    r"|\b(?:posso|possiamo|potrei|si puo|puo|riesc\w+|mi mett\w+|mi fa)\b(?!.*\baspett)"
)


def to_be_moved(text: str) -> bool:
    """Whether who is late asks for another time, or only what would happen."""
    return _MOVES.search(fold(text)) is not None


_CONFIRMS = re.compile(
    r"\b(?:ri)?conferm(?:o|iamo|are)\b.*\b(?:appuntament|visit|prenotazion|seduta|lezione|ci (?:sono|siamo|saro)|veng|venia)"
    r"|\bci (?:sono|siamo|saro|saremo)\b.*\bconferm|\bveng\w*\b.*\bconferm"
)


def confirms(text: str) -> bool:
    """Whether an appointment that stands is confirmed by the caller himself ("confermo l'appuntamento di venerdì")."""
    return _CONFIRMS.search(fold(text)) is not None


def just_now(text: str) -> bool:
    """Whether what was done a moment ago is spoken of ("quello che ho appena preso")."""
    return any(word.norm == "appena" for word in tokenize(text))


_WITHOUT = frozenset(
    {"senza", "tolga", "togli", "togliamo", "togliete", "tolgo", "togliere", "leva", "levi", "leviamo", "elimini", "escluda"}
)


def alone(text: str) -> bool:
    """Whether what is named is all that is wanted ("solo la piega")."""
    return any(word.norm in ("solo", "soltanto", "solamente", "unicamente") for word in tokenize(text))


def takes_out(text: str) -> bool:
    """Whether what is named is no longer wanted ("senza la piega", "tolga il colore")."""
    return any(word.norm in _WITHOUT for word in tokenize(text))


def _holds(said: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(said[place : place + len(form)] == form for place in range(len(said)))
