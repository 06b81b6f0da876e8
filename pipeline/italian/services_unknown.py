"""What was asked for in the place of a service and is none: "una ceretta" where none is done, "lezione di boxe".

Called by `services` once the known ones are taken; calls `vocabulary`. It must never know what is answered to it.
"""

from collections.abc import Iterator

from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import CALENDAR, NUMBERS, TITLES
from pipeline.italian.numbers import value
from pipeline.italian.trades import CHILDREN, ELSEWHERE, GENERIC, MEN, WOMEN
from pipeline.italian.vocabulary import LINKS, NEVER_NEAR, Vocabulary, roots
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import FILLERS, Span

_LONGEST_ENTRY = 4
_LONGEST_ANSWER = 12
_ASKING = word_set(
    "prenotare prenoto prenota prenoti fate offrite fissare fai eseguite effettuate fare farmi montare farei praticate organizzate "
    "rifare facessi sostituire installare riparare mettere"
)
_WANTING = word_set("vorrei volevo voglio vorremmo desidero cerco serve servirebbe piacerebbe")
_ACTION_NOUNS = word_set("cambio sostituzione riparazione montaggio corso lezione seduta trattamento servizio")
_FOR = word_set("appuntamento visita prenotazione posto")
_OF = word_set("di del della dell' dei delle d'")
_ARTICLES = ARTICLES | {"l'", "un'"}
_STEPPED_OVER = _ARTICLES | word_set("anche pure dei delle degli del per")
_USUAL = word_set("solito solita soliti solite stesso stessa stesse stessi altra volta volte cosa cose come sempre scorsa ultima")
_DAYS = word_set("dopodomani stamattina stasera stamani settimana settimane giorno giorni mese mezzogiorno prossima prossimo otto")
_NO_SERVICE = _USUAL | GENERIC | LINKS | NEVER_NEAR | CALENDAR | NUMBERS | _DAYS | _ASKING | _WANTING | FILLERS | TITLES | ELSEWHERE
_ALSO = word_set("anche pure magari")
_NO_NOUN = word_set(
    "solo soltanto punto sport operazione situazione facciamo fate avete penso chiedo direi sento vedo dico conferma aspetti aspetta "
    "indeciso indecisa sinceramente intanto intero qualcosa qualcuno qualche niente nulla testa capelli idea bisogno voglia momento attimo "
    "moglie marito mamma figlio figlia domanda favore piacere messaggio informazione informazioni consiglio regalo bonifico tardi"
)
_COMPLAINTS = word_set("male mal dolore dolori rumore fastidio prurito perde rotto rotta")
_BEFORE_ENTRY = (
    LINKS | _WANTING | _ASKING | word_set("e o con anche pure poi piu solo ok allora si no ecco dunque eh ehm va bene grazie & oppure")
)
_VERBAL = ("iamo", "ate", "ete", "ite", "ando", "endo", "rei", "resti", "rebbe")
_KINDS = ("ica", "ico", "ale", "aria", "ia")
_EXAMINED = ("visit", "esam", "ecograf", "radiograf")
_AT = word_set("al alla alle ai agli sul sulla sulle sui")
_ENDS_ENTRY = word_set("e piu poi con o oppure")


def asked_for(hearing: Hearing, vocabulary: Vocabulary, known: bool, answering: bool) -> Iterator[str]:
    """Things asked for that are not sold, in the caller's words, taken as UNKNOWN.

    `known`: a service was named as well; `answering`: the open question is which service, so that bare nouns count.
    """
    if answering:
        yield from _listed(hearing, vocabulary)
        return
    if "UNKNOWN" in hearing.labels:
        start = hearing.labels.index("UNKNOWN")
        end = len(hearing.labels) - hearing.labels[::-1].index("UNKNOWN")
        yield " ".join(word.norm for word in hearing.words[start:end][-1:])
        return
    for place in range(len(hearing.words)):
        span = _asked_at(hearing, vocabulary, place, known)
        if span:
            hearing.take(span, "UNKNOWN")
            yield " ".join(word.norm for word in hearing.words[span.start : span.end])
            return


def other_kind(hearing: Hearing, vocabulary: Vocabulary, span: Span) -> int:
    """The end of "massaggio di coppia" when a family's head is followed by a kind that is not sold; 0 otherwise."""
    place = span.end
    if place < len(hearing.words) and _is_another_kind(hearing, vocabulary, span):
        return place + 1
    if place + 1 >= len(hearing.words) or hearing.words[place].norm not in ("di", "d'"):
        return 0
    norm = hearing.words[place + 1].norm
    plain = hearing.labels[place + 1] == "" and norm.isalpha() and len(norm) > 3
    return place + 2 if plain and norm not in GENERIC | LINKS | NEVER_NEAR and not any(roots(norm, vocabulary)) else 0


def _is_another_kind(hearing: Hearing, vocabulary: Vocabulary, span: Span) -> bool:
    """ "Visita oculistica" where visits are of other kinds."""
    word = hearing.words[span.end]
    head = hearing.words[span.start].norm.startswith(_EXAMINED)
    plain = not word.breaks and not hearing.labels[span.end] and word.norm not in GENERIC | LINKS | NEVER_NEAR | ELSEWHERE
    return head and plain and len(word.norm) > 5 and word.norm.endswith(_KINDS) and not any(roots(word.norm, vocabulary))


def _listed(hearing: Hearing, vocabulary: Vocabulary) -> Iterator[str]:
    """The entries of an answer to "which service" that name nothing sold here: "un tatuaggio e la piega"."""
    entry: list[int] = []
    if not _COMPLAINTS.isdisjoint(word.norm for word in hearing.words):
        return
    for place, word in enumerate(hearing.words):
        if entry and (word.breaks or word.norm in _ENDS_ENTRY or hearing.labels[place]):
            yield from _entry(hearing, entry)
            entry = []
        if not hearing.labels[place] and ((entry and word.norm in LINKS) or _could_be_entry(hearing, vocabulary, place, bool(entry))):
            entry.append(place)
    yield from _entry(hearing, entry)


def _could_be_entry(hearing: Hearing, vocabulary: Vocabulary, place: int, within: bool) -> bool:
    """Whether a word may be what was asked for: a noun at the start, after an article or a wish, never a verb or a person."""
    norm = hearing.words[place].norm
    if _tells_of_a_service(hearing, place):
        return False
    led = within or place == 0 or hearing.words[place].breaks or hearing.words[place - 1].norm in _BEFORE_ENTRY
    verb = norm.endswith(_VERBAL) and (place == 0 or hearing.words[place - 1].norm not in _ARTICLES)
    return led and not verb and norm not in GIVEN and _could_be_service(hearing, vocabulary, place)


def _tells_of_a_service(hearing: Hearing, place: int) -> bool:
    """ "La tinta alla radice", "una sistemata alla barba": where or how the service beside it is done."""
    after_it = place > 1 and hearing.words[place - 1].norm in _AT and hearing.labels[place - 2] == "SERVICE"
    before_it = place + 2 < len(hearing.words) and hearing.words[place + 1].norm in _AT and hearing.labels[place + 2] == "SERVICE"
    return after_it or before_it


def _entry(hearing: Hearing, places: list[int]) -> Iterator[str]:
    while places and hearing.words[places[-1]].norm in LINKS:
        places.pop()
    if places and len(places) <= _LONGEST_ENTRY and len(hearing.words) <= _LONGEST_ANSWER:
        yield " ".join(word.norm for word in hearing.words[places[0] : places[-1] + 1])


def _asked_at(hearing: Hearing, vocabulary: Vocabulary, place: int, known: bool) -> Span | None:
    """The noun that follows a verb of asking at `place`."""
    norm = hearing.words[place].norm
    step = _after_second(hearing, place) if known else _after_verb(hearing, place)
    if step is None:
        return None
    step = _over(hearing, step, _ARTICLES)
    bare = norm in _WANTING and hearing.words[step - 1].norm not in _ARTICLES
    if _norm(hearing, step) in _ACTION_NOUNS and _norm(hearing, step + 1) in _OF:
        step += 2
    step = _over(hearing, step, _STEPPED_OVER)
    return None if bare else _noun(hearing, vocabulary, step)


def _after_second(hearing: Hearing, place: int) -> int | None:
    """ "taglio e una ceretta": beside a known service only a second thing of a list is asked for."""
    joined = hearing.words[place].norm in _ENDS_ENTRY and place > 0 and hearing.labels[place - 1] == "SERVICE"
    step = _over(hearing, place + 1, _ALSO)
    return step if joined and _norm(hearing, step) in _ARTICLES else None


def _after_verb(hearing: Hearing, place: int) -> int | None:
    norm = hearing.words[place].norm
    if norm in _FOR:
        return place + 2 if _norm(hearing, place + 1) in ("per", "di") else None
    if norm in _ACTION_NOUNS:
        return place + 2 if _norm(hearing, place + 1) in _OF else None
    return place + 1 if norm in _ASKING or norm in _WANTING else None


def _norm(hearing: Hearing, place: int) -> str:
    return hearing.words[place].norm if place < len(hearing.words) else ""


def _over(hearing: Hearing, step: int, words: frozenset[str]) -> int:
    while _norm(hearing, step) in words:
        step += 1
    return step


def _noun(hearing: Hearing, vocabulary: Vocabulary, step: int) -> Span | None:
    if not _could_be_service(hearing, vocabulary, step):
        return None
    end = step + 1
    following = end < len(hearing.words) and not hearing.words[end].breaks and _could_be_service(hearing, vocabulary, end)
    return Span(step, end + 1 if following and hearing.words[end].norm[-1:] in "aeio" else end)


def _could_be_service(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    if place >= len(hearing.words) or hearing.labels[place]:
        return False
    norm = hearing.words[place].norm
    if norm in MEN | WOMEN | CHILDREN:
        return False
    verb = norm.endswith(("are", "ere", "ire", "armi", "arla", "arlo", "arsi")) and norm not in ("manicure", "pedicure")
    if not norm.isalpha() or len(norm) < _least(hearing, place) or verb or norm in vocabulary.foreign or norm in vocabulary.operators:
        return False
    return norm not in _NO_SERVICE and norm not in _NO_NOUN and value(norm) is None


def _least(hearing: Hearing, place: int) -> int:
    """Three letters are a noun only after its article ("una tac")."""
    return 3 if place and hearing.words[place - 1].norm in ("una", "la", "un", "il") else 4
