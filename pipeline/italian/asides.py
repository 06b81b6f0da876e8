"""A question said in one breath with something else: "vorrei una piega sabato, ma avete il parcheggio?".

Called by `parse` with what the whole utterance says and with the reader itself; calls nobody. It must never answer.

Laws: 1. only a clause that asks in so many words, understood for itself, is a question beside; 2. what the rest names counts for the
request, what only the question names counts where the rest is silent; 3. a request that is in doubt and not made by the rest is none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pipeline.italian.wordlists import word_set
from pipeline.model.parse import Context, Intent, Parse, Topic

Read = Callable[[str, Context], Parse]

_SURE = 0.8
_MOST = 2
"""Questions beside that one turn answers."""
_LEAST_WORDS = 2
_HARD = re.compile(r"[.?!;]+")
_SOFT = re.compile(
    r",|(?<!fino)(?<!non so)\s(?=(?:ma|però|pero|e(?!\s(?:mezz|un quarto|tre quarti|\d))|ed|poi|invece|anzi|perché|perche|siccome|visto che"
    r"|solo che|comunque|quant[oaie]|a che ora|fino a che ora|dove|mi sa dire|mi può dire|mi puo dire|mi dic[ae]|prima mi dica"
    r"|(?:volevo|vorrei|volevamo) (?:anche )?(?:sapere|chiedere|chiederle|chiedervi|capire))\s)",
    re.IGNORECASE,
)
_LINK = r"(?:ma|però|pero|e|ed|poi|prima|intanto|anche|invece|anzi|mi scusi|scusi|scusa|senta|io|per caso)"
_LINKS = rf"(?:{_LINK}\W+)*"
_OPENS = r"(?:volevo|vorrei|volevamo|vorremmo|mi)\s(?:\w+\s){0,2}(?:sapere|chieder\w*|capire|informazion\w+|dire|dic[ae])"
_OPENER = re.compile(rf"\W*{_LINKS}(?:{_OPENS}\W*(?:solo|anche|se|per favore)?\W*|{_LINK}\W*)", re.IGNORECASE)
"""Words that open a question and ask nothing yet."""
_OBJECTS = re.compile(r"\W*(?:ma|però|pero|solo che)\b", re.IGNORECASE)
"""What is said before these words is wanted, if something is known first ("una piega, ma quanto costa?")."""
_ASKS = re.compile(
    rf"^\W*{_LINKS}(?:chi|che|cosa|quand[oi]|quant[oaie]|come|dov[e']|qual[ei]?|a che|fino a|con chi|da che|in che|è possibile|e possibile"
    rf"|si può|si puo|posso|avete|accettate|prendete|fate|siete|lavorate|c['’ ]è|ci sono|{_OPENS})\b",
    re.IGNORECASE,
)
_FILLERS = word_set(
    "no sì si aspetti aspetta scusi scusa senta senti ok va bene allora ma grazie un attimo momento guardi ecco niente mi per ora e però"
)
_BESIDE: frozenset[Topic] = frozenset(
    {"orari", "festivi", "prezzi", "durata", "categorie", "servizi", "prodotti", "chi_fa", "operatori", "sconto", "indirizzo",
     "telefono", "altro"}
)  # fmt: skip
"""What can be asked beside something else; one's own appointment and a free place are part of a request."""
_OF_A_SERVICE: frozenset[Topic] = frozenset({"prezzi", "durata", "chi_fa"})
_OF_A_DAY: frozenset[Topic] = frozenset({"orari", "operatori"})
REQUESTS: frozenset[Intent] = frozenset({"prenotazione", "cancella", "modifica", "waitlist"})


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    closed: bool
    """A full stop or a question mark ends it."""


def beside(whole: Parse, context: Context, read: Read) -> Parse:
    """The Parse with the questions that stand beside its request, or beside its own question."""
    if not _worth_looking(whole, context):
        return whole
    found = _questions(whole.text, context, read)
    if not found:
        return whole
    spans, asked = [span for span, _ in found], tuple(_completed(question, whole) for _, question in found)
    rest = _without(whole.text, spans)
    said = read(rest, context) if len(rest.split()) >= _LEAST_WORDS or (rest and context.flow) else Parse(rest)
    if context.step == "conferma" and said.yes_no is True and said.intent in ("conferma", None) and not _objects(whole.text, spans[0][0]):
        return replace(said, text=whole.text, asides=asked)
    if whole.intent == "conferma":
        # "Sì, ma chi la fa?": who wants to know something first has not agreed yet.
        return replace(whole, intent="info", requests=("info",), yes_no=None, topic=asked[0].topic, question=True, asides=asked)
    if whole.intent == "info":
        apart = _HARD.search(whole.text[: spans[0][0]]) is not None
        return _beside_a_question(whole, said, asked, apart or _objects(whole.text, spans[0][0]), context)
    if whole.intent in REQUESTS and said.intent not in REQUESTS and whole.confidence < _SURE:
        return _only_asked(whole, asked)
    if whole.intent in REQUESTS or (whole.intent is None and said.intent is None):
        return replace(_of_the_rest(whole, said), asides=asked)
    return whole


def _objects(text: str, at: int) -> bool:
    return _OBJECTS.match(text[at:]) is not None


def _worth_looking(whole: Parse, context: Context) -> bool:
    """Whether there is a second clause at all, in an utterance that asks or requests something."""
    agrees = whole.intent == "conferma" and context.step == "conferma"
    if whole.command is not None or (whole.intent not in (*REQUESTS, "info", None) and not agrees) or "no_matter" in whole.flags:
        return False
    return bool(_SOFT.search(whole.text) or _HARD.search(whole.text.strip().rstrip("?!.")))


def _pieces(text: str) -> list[_Piece]:
    breaks = sorted({(found.start(), found.end(), True) for found in _HARD.finditer(text)} | {
        (found.start(), found.end(), False) for found in _SOFT.finditer(text)
    })  # fmt: skip
    pieces: list[_Piece] = []
    start = 0
    for at, end, hard in (*breaks, (len(text), len(text), True)):
        if at >= start and text[start:at].strip() and (hard or not _OPENER.fullmatch(text[start:at])):
            pieces.append(_Piece(start, end if hard else at, hard))
            start = end
        elif at < start or not text[start:at].strip():
            start = max(start, end)
    return pieces


def _questions(text: str, context: Context, read: Read) -> list[tuple[tuple[int, int], Parse]]:
    pieces, found = _pieces(text), list[tuple[tuple[int, int], Parse]]()
    place = 0
    while place < len(pieces) and len(found) < _MOST and len(pieces) > 1:
        piece = pieces[place]
        question = _asked(text[piece.start : piece.end], context, read)
        place += 1
        if question is None:
            continue
        end, closed = piece.end, piece.closed
        while place < len(pieces) and not closed:
            longer = _longer(text[piece.start : pieces[place].end], text[pieces[place].start : pieces[place].end], question, context, read)
            if longer is None:
                break
            question, end, closed = longer, pieces[place].end, pieces[place].closed
            place += 1
        found.append(((piece.start, end), question))
    return found


def _asked(clause: str, context: Context, read: Read) -> Parse | None:
    """The question a clause asks by itself, None where it asks none in so many words."""
    if len(clause.split()) < _LEAST_WORDS or not (clause.rstrip().endswith("?") or _ASKS.match(clause)):
        return None
    said = read(clause.strip(" ,"), replace(context, step=None, flow=None))
    sure = said.intent == "info" and said.confidence >= _SURE and said.command is None
    return said if sure and said.topic in _BESIDE else None


def _longer(clause: str, added: str, question: Parse, context: Context, read: Read) -> Parse | None:
    """The question with the next words, where they belong to it ("quanto costa un taglio | e una piega")."""
    free = replace(context, step=None, flow=None)
    alone = read(added.strip(" ,"), free)
    if _asked(added, context, read) is not None or (alone.intent in REQUESTS and _explicit(alone)):
        return None
    longer = read(clause.strip(" ,"), free)
    return longer if longer.intent == "info" and longer.topic == question.topic and longer.confidence >= _SURE else None


def _explicit(said: Parse) -> bool:
    """Whether a request is more than the bare name of a service ("e una piega")."""
    return said.confidence >= _SURE and bool(
        said.date or said.time or said.date_interval or said.time_interval or len(said.text.split()) > 4
    )


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split()).strip(" ,;")


def _beside_a_question(whole: Parse, rest: Parse, asked: tuple[Parse, ...], apart: bool, context: Context) -> Parse:
    """A question with a request beside it is that request; otherwise what is answered is the clauses that ask."""
    of_it = whole.topic == asked[0].topic and whole.topic in _OF_A_SERVICE | _OF_A_DAY
    named = set(rest.text.lower().replace(",", " ").split()) - _FILLERS
    if of_it and (named or not rest.text) and not apart and len(asked) == 1 and rest.intent not in whole.requests:
        return whole  # "La domenica, fino a che ora siete aperti?": what goes before is what is asked about
    doubted = apart or whole.confidence < _SURE or rest.intent in whole.requests
    if rest.intent in REQUESTS and rest.confidence >= _SURE and doubted:
        request = replace(_of_the_rest(whole, rest), intent=rest.intent, confidence=rest.confidence, requests=rest.requests)
        return replace(request, asides=asked)
    topics = {question.topic for question in asked}
    if len(asked) > 1 and len(topics) == 1:
        return whole
    if rest.intent not in REQUESTS:
        whole = replace(whole, requests=("info",))  # "Mi fate uno sconto?" is no request for what it only speaks of
    asides = asked if whole.topic in topics else (replace(whole, asides=()), *asked)
    return replace(_only_the_rest(whole, rest) if context.flow is not None else whole, asides=asides[:_MOST])


def _completed(question: Parse, whole: Parse) -> Parse:
    """The question with the service or the day that only its surroundings name ("vorrei il colore, chi lo fa?")."""
    if question.topic in _OF_A_SERVICE and not (question.services or question.services_ambiguous or question.services_unknown):
        return replace(question, services=whole.services, services_ambiguous=whole.services_ambiguous)
    if question.topic in _OF_A_DAY and question.date is None:
        return replace(question, date=whole.date)
    return question


def _only_asked(whole: Parse, asked: tuple[Parse, ...]) -> Parse:
    """The story around it makes no request: what is left is the question."""
    first, *others = asked
    return replace(
        first, text=whole.text, name=whole.name, telefono=whole.telefono, flags=whole.flags, question=True, asides=tuple(others),
    )  # fmt: skip


_DAY = ("date", "date_interval", "weekdays_excluded", "conflict", "date_choices", "date_problem", "alternatives", "days_given_up", "aimed")
_HOUR = ("time", "time_interval", "time_choices", "approximate", "earliest", "alternatives", "moved_from", "shift")
_WHAT = ("services", "services_ambiguous", "services_unknown", "services_out", "services_only", "services_swap")
_WHO = ("operators", "operators_unknown", "any_operator", "operator_gender")


def _only_the_rest(whole: Parse, rest: Parse) -> Parse:
    """In the middle of a request a day or a service inside the question is asked about, not wanted."""
    return replace(whole, **{name: getattr(rest, name) for name in (*_DAY, *_HOUR, *_WHAT, *_WHO)})


def _of_the_rest(whole: Parse, rest: Parse) -> Parse:
    """Day, service and operator as the rest names them; those it does not name may stand in the question."""
    blank = Parse("")
    named = [
        name
        for names in (_DAY, _HOUR, _WHAT, _WHO)
        if any(getattr(rest, name) != getattr(blank, name) for name in names)
        for name in names
    ]  # fmt: skip
    return replace(whole, **{name: getattr(rest, name) for name in named})
