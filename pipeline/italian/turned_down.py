"""Whether the words around a service or a person turn it down: "non voglio la tinta", "tolga la manicure", "con la Fontana no".

Called by `services` and `operators` with the places of what was named; calls nobody. It must never know what was named.

Laws: 1. the nearest word that keeps or turns down decides; 2. a stop ends its reach, a list does not ("tolga la piega e il colore").
"""

from pipeline.italian.hearing import ARTICLES, Hearing
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import SOUNDS, Span

_REACH = 8
_LEADS = ARTICLES | word_set("l' un' di del della dell' che dei delle con")
_WANTED = word_set(
    "voglio vogliamo vuole vuoi vorrei vorremmo serve servono servirebbe interessa interessano faccio facciamo faccia metto mettiamo metta "
    "desidero desideriamo volevo volevamo occorre occorrono bisogno prendo prendiamo prenda preferisco"
)
"""Turned down with "non" before them, wanted without."""
_KEPT = word_set(
    "lasci lascia lasciamo lasciate tenga tieni teniamo tenete mantenga resta resti rimane rimanga solo soltanto solamente ma fate fa fare "
    "farei volevo prenoti prenotare segni segna aggiunga aggiungi basta invece rifare ripetere rifarei dovrei devo dobbiamo dovremmo"
)
_REMOVED = word_set(
    "tolga togli togliete togliamo tolgo leva levi leviamo levate elimini elimina eliminiamo escluda escludiamo salti saltiamo evitiamo "
    "cancelli cancella cancelliamo"
)
_DONE = word_set("fatto finito terminato completato")
_LET_GO = word_set("stare perdere")
_PARTICIPLES = ("ato", "ata", "ati", "ate", "atto", "atta", "atti", "atte", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite")
_ARRANGED = ("prenotat", "fissat", "spostat", "segnat", "chiest", "disdett")
_NOT_LIKED = word_set("trovo piace convince sopporto")
_ANOTHER_TIME = word_set("altra un'altra avanti prossima")
_PRONOUNS = word_set(
    "gliel' glielo gliela gliele glieli mi ci me gli le la lo li ne ce l' ti vi te ve si piu ho abbiamo gia appena avrei davvero"
)
_BETWEEN = word_set("pero pero' invece oggi stavolta questa volta adesso ora per stare quella quello li la")
_ONCE = word_set("anno anni mese mesi volta volte scorso scorsa")
"""What was done "l'anno scorso" is told of what is wanted again."""
_AT_HOME = word_set("casa sola solo")


def directly(hearing: Hearing, place: int) -> bool:
    """Whether it is turned down by the very words before it ("non la piega", "invece del colore", "anziché con Sara")."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in _LEADS:
        step -= 1
    norm = _norm(hearing, step)
    if norm in ("era", "erano", "sono", "e") and _norm(hearing, step - 1) == "non":
        return True  # "non era il cardiologo, era l'ortopedico"
    return norm in ("non", "invece", "anziche", "mica") or (norm == "posto" and _norm(hearing, step - 1) == "al")


def by_its_clause(hearing: Hearing, span: Span, done: bool = True) -> bool:
    """Whether a verb before or after it, or a bare no behind it, turns it down; what follows it counts before what led to it.

    `done`: what was done once is not wanted again (a service; the person who did it may be).
    """
    if _norm(hearing, span.start - 1) in _LEADS and _norm(hearing, span.start - 2) == "perche" and _breaks(hearing, span.end):
        return True  # "ma perché lo yoga, io ho chiesto pilates"
    after = _after(hearing, span.end)
    return _before(hearing, span.start, done) if after is None else after


def _before(hearing: Hearing, place: int, done: bool) -> bool:
    for step in range(place - 1, max(-1, place - 1 - _REACH), -1):
        listed = hearing.labels[step] and all(word.norm in _LEADS for word in hearing.words[step + 1 : place])
        if hearing.words[step + 1].breaks and not listed:
            return False
        norm = hearing.words[step].norm
        if norm in _LET_GO:
            return _norm(hearing, step - 1).startswith("lasc")
        if done and norm in _DONE and _norm(hearing, step - 1) in ("ho", "ha", "gia", "abbiamo", "hanno", "avevo"):
            return True
        if norm in _REMOVED or norm == "senza" or (norm == "niente" and step == place - 1):
            return True
        if norm in _WANTED:
            return _negated(hearing, step)
        if norm in _KEPT:
            return False
    return False


def _breaks(hearing: Hearing, place: int) -> bool:
    return place < len(hearing.words) and hearing.words[place].breaks


def _negated(hearing: Hearing, verb: int) -> bool:
    step = verb - 1
    while step >= 0 and hearing.words[step].norm in _PRONOUNS:
        step -= 1
    return _norm(hearing, step) == "non" and _norm(hearing, step - 1) not in ("perche", "se", "o", "cosa")


def _after(hearing: Hearing, place: int) -> bool | None:
    """What the words behind it say: True turned down, False wanted, None nothing."""
    norm, asked = _norm(hearing, place), "?" in hearing.text
    if not norm or hearing.words[place].breaks:
        return _resumed(hearing, place) if norm in ("la", "lo", "le", "li", "l'", "me") else None
    ends = place + 1 == len(hearing.words) or hearing.words[place + 1].breaks
    if norm == "no":
        return None if asked and ends else True
    if norm == "si" and ends:
        return False
    if "volta" in (_norm(hearing, place + 1), _norm(hearing, place + 2)) and _ANOTHER_TIME & {norm, _norm(hearing, place + 1)}:
        return True  # "la pulizia un'altra volta"
    step = place
    while _norm(hearing, step) in _BETWEEN and step < place + 3:
        step += 1
    if step > place and _norm(hearing, step) == "no" and not asked:
        return True  # "Giulia invece no"
    if _norm(hearing, step) == "non":
        step += 1
        while _norm(hearing, step) in _PRONOUNS:
            step += 1
        if _norm(hearing, step - 1) == "piu" and (step == len(hearing.words) or hearing.words[step].breaks):
            return True
        bad = _norm(hearing, step) in _NOT_LIKED or _norm(hearing, step + 1).startswith("trovat")
        return True if (_norm(hearing, step) in _WANTED and not asked) or bad else None
    return _resumed(hearing, place)


def _resumed(hearing: Hearing, place: int) -> bool | None:
    """ "La manicure la tolga", "la tinta me la faccio a casa"."""
    step = place
    while _norm(hearing, step) in _PRONOUNS | SOUNDS:
        step += 1
    verb, following = _norm(hearing, step), {_norm(hearing, step + 1), _norm(hearing, step + 2)}
    clitic = verb[-2:] in ("lo", "la", "li", "le") and (verb[:-2] in _REMOVED or verb.startswith("lasciam"))
    if clitic:
        return verb[:-2] in _REMOVED or bool(following & _LET_GO) or None
    if step == place or (verb == "togliete" and "?" in hearing.text):
        return None
    let_go = verb.startswith("lasc") and bool(following & _LET_GO)
    own = verb == "faccio" and _norm(hearing, place) == "me" and bool(following & _AT_HOME)
    later = verb in ("faccio", "facciamo") and bool(following & _ANOTHER_TIME)
    done = (
        verb.endswith(_PARTICIPLES)
        and not verb.startswith(_ARRANGED)
        and following.isdisjoint(_ONCE)
        and {"ho", "abbiamo"} & {_norm(hearing, back) for back in range(place, step)}
    )
    return True if verb in _REMOVED or let_go or own or later or bool(done) else None


def _norm(hearing: Hearing, place: int) -> str:
    return hearing.words[place].norm if 0 <= place < len(hearing.words) else ""
