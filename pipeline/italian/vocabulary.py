"""The words of one business made ready for listening: every name and synonym of its services and operators, compiled once.

Called by `services`, `operators` and `parse`; calls `words`, `phonetic` and the data of `trades`. It must never know the sentence.
Compiled by Lexicon and kept, so that a turn pays nothing for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.italian import phonetic
from pipeline.italian.nearness import Near
from pipeline.italian.trades import ALIASES, GENERIC, GROUPS, MARKS, TRADES
from pipeline.italian.word_forms import ADJECTIVE_ENDS, NOUN_ENDS, done_by_you, everyday_forms, is_infinitive, noun_forms, stem
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import fold, tokenize
from pipeline.model.business import Id, Lexicon, Operator

LINKS = word_set(
    "di del della dei delle dello degli dell' d' al alla allo ai agli alle all' a il lo la i gli le l' un uno una un' per da dal dalla "
    "con in nel "
    "nella mio mia "
    "miei mie suo sua nostro nostra completo completa e ed"
)
"""Words a caller may put between the words of a name, or leave out."""

_LEFT_OUT = LINKS - {"completo", "completa"}
"""What a name loses: "Lavaggio Completo" is not every "lavaggio"."""

NEVER_NEAR = word_set(
    "vorrei volevo prenotare prenoto posso potrei alle ore domani oggi dopo prima mattina sera pomeriggio lunedi martedi mercoledi "
    "giovedi venerdi "
    "sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre grazie prego buongiorno "
    "buonasera favore bene cinque sette quattro venti trenta quaranta cinquanta quindici dieci undici dodici venire avere essere fare dire "
    "numero telefono quando quanto questa questo quella quello sono siete siamo anche ancora persona signora nome cognome chiamo prezzo "
    "costa "
    "possibile mezza quarto colloquio costo tanto quasi certo subito mano mani visto vista visti vengo viene controllare medico medica "
    "media "
    "taglia paga prova prove porta basta aiuto stop annulla ripeti indietro niente nessuno giusto lasci lascia stare ricominciamo "
    "dimenticavo impegnativa messaggio messaggi saluti saluto rimanere salute volta volte porto posto posta lavoro lavora cambia cambio "
    "piego torta tocca tono"
)
"""Ordinary words that are close to names of services and never mean one."""

_NEVER = word_set("solo sola soli sole' sei provo proviamo provero")
_LEAST_ROOT = 4
"""Shorter stems are shared by too many words ("carie", "caro"): they count only as they are written."""

GENERAL_VERBS = frozenset({"visit", "controll", "lezion", "cors", "cambi", "camb", "prov", "trattament"})
"""What "controllare", "provare" or "cambiare" begin is the caller's own doing, not the service of that stem."""

_GENERAL_HEADS = frozenset({"visit", "esam", "lezion", "cors", "controll"})
_REMOVAL = "rimozion"
_ACTIONS = frozenset(
    {"camb", "cambi", "lezion", "cors", "trattament", "serviz", "sedut", "preventiv", "sostituzion", "sostitu=", "ricaric", "servizi"}
)
"""First words of a name that say nothing without the rest."""

_OF_THE_CALENDAR = word_set("prim second terz quart quint ultim prossim dop mattin pomerigg ser giorn mezz ora ore settiman mes ann")
"""Words inside a name ("Prima visita", "Trucco sera") that alone say when or which: "il prima possibile", "giovedì sera"."""

Called = tuple[tuple[str, ...], Operator]
"""An operator and one of the ways to name him or her."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name or synonym of a service as stems; `service` is its id."""

    stems: tuple[str, ...]
    service: Id


@dataclass(slots=True)
class Vocabulary:
    """A compiled Lexicon: phrases by first stem, families by head word, operators by every part of their names."""

    lexicon: Lexicon
    by_stem: dict[str, list[Phrase]] = field(default_factory=dict[str, list[Phrase]])
    heads: dict[str, tuple[Id, ...]] = field(default_factory=dict[str, tuple[Id, ...]])
    inside: dict[str, tuple[Id, ...]] = field(default_factory=dict[str, tuple[Id, ...]])
    named: dict[str, tuple[Id, ...]] = field(default_factory=dict[str, tuple[Id, ...]])
    """Words inside names and synonyms, and those inside names alone, which are surer."""

    stems: set[str] = field(default_factory=set[str])
    spelling: Near = field(default_factory=lambda: Near({}))
    sounds: dict[str, str] = field(default_factory=dict[str, str])
    words: frozenset[str] = frozenset()
    alone: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    audience: dict[Id, str] = field(default_factory=dict[Id, str])
    extra: dict[Id, frozenset[str]] = field(default_factory=dict[Id, frozenset[str]])
    foreign: frozenset[str] = frozenset()
    operators: dict[str, list[Called]] = field(default_factory=dict[str, list[Called]])
    products: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    """The forms of the names of services whose stem is also a general verb: "controllo", never "mi controlla"."""


@lru_cache(maxsize=16)
def compiled(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a Lexicon; the same object for an equal one."""
    vocabulary = Vocabulary(lexicon)
    _add_services(vocabulary)
    _add_spellings(vocabulary)
    _add_aliases(vocabulary)
    _add_operators(vocabulary)
    vocabulary.foreign = _foreign(vocabulary)
    vocabulary.products = frozenset(stem for product in lexicon.products for stem in stems(product) if len(stem) > 3)
    return vocabulary


def stems(text: str) -> tuple[str, ...]:
    """The stems of a name, linking words left out."""
    return tuple(stem(word.norm) for word in tokenize(text) if word.norm not in _LEFT_OUT) or tuple(
        stem(word.norm) for word in tokenize(text)
    )


_COMMON = frozenset(stem(word) for word in GENERIC | GROUPS.keys())


def _add_services(vocabulary: Vocabulary) -> None:
    heads: dict[str, list[Id]] = {}
    inside: dict[str, list[Id]] = {}
    named: dict[str, list[Id]] = {}
    others: dict[str, list[Id]] = {}
    meant = _meant(vocabulary.lexicon)
    for service in vocabulary.lexicon.services:
        every: set[str] = set()
        twin = meant[service.nome.casefold()] != service.id
        for text in () if twin else (service.nome, *service.sinonimi):
            phrase = Phrase(stems(text), service.id)
            if not phrase.stems:
                continue
            vocabulary.by_stem.setdefault(phrase.stems[0], []).append(phrase)
            vocabulary.stems.update(phrase.stems)
            vocabulary.alone.add(phrase.stems)
            telling = [root for root in phrase.stems if root not in _OF_THE_CALENDAR]
            head = _head(telling)
            if text == service.nome and head:
                _once(heads.setdefault(head, []), service.id)
            elif head and len(telling) > 1:
                _once(others.setdefault(head, []), service.id)
            _add_tail(vocabulary, phrase, whole=text == service.nome)
            # "Smalto" alone does not ask for "Rimozione Smalto".
            for inner in telling if telling[:1] != [_REMOVAL] else telling[:1]:
                _once(inside.setdefault(inner, []), service.id)
                if text == service.nome:
                    _once(named.setdefault(inner, []), service.id)
            every.update(telling)
        vocabulary.extra[service.id] = frozenset(every)
        group = _audience(" ".join((service.nome, *service.sinonimi)))
        if group and not twin:
            vocabulary.audience[service.id] = group
    for phrases in vocabulary.by_stem.values():
        phrases.sort(key=lambda phrase: -len(phrase.stems))
    families = {head: ids for head, ids in others.items() if len(ids) > 1 and head not in heads}
    vocabulary.heads = {head: tuple(ids) for head, ids in (families | heads).items()}
    vocabulary.inside = {inner: tuple(ids) for inner, ids in inside.items()}
    vocabulary.named = {inner: tuple(ids) for inner, ids in named.items()}


def _meant(lexicon: Lexicon) -> dict[str, Id]:
    """Of services that bear one name in every letter there is nothing to choose by: the first that somebody does is meant."""
    done = [service for service in lexicon.services if any(operator.does(service.id) for operator in lexicon.operators)]
    return {service.nome.casefold(): service.id for service in reversed((*done, *lexicon.services))}


def _head(telling: list[str]) -> str | None:
    """The word of a name that says what it is; of "Ricarica Clima" the second, for the first is said of other things too."""
    if telling and telling[0] in _ACTIONS:
        return telling[1] if len(telling) > 1 and telling[1] not in _COMMON else None
    return telling[0] if telling else None


def _add_tail(vocabulary: Vocabulary, phrase: Phrase, whole: bool) -> None:
    """What is left of "visita dal medico di base" or "Visita Cardiologica" when a caller spares the first word."""
    tail = phrase.stems[1:]
    if phrase.stems[0] in _GENERAL_HEADS and tail and (len(tail) > 1 or (whole and not _COMMON.issuperset(tail))):
        vocabulary.by_stem.setdefault(next(iter(tail)), []).append(Phrase(tail, phrase.service))


def _audience(text: str) -> str | None:
    norms = {word.norm for word in tokenize(text)}
    heard = {GROUPS[norm] for norm in norms if norm in GROUPS}
    return next((group for group in dict.fromkeys(GROUPS.values()) if group in heard), None)


def _add_spellings(vocabulary: Vocabulary) -> None:
    """Near spellings of every word long enough to be told apart, diminutives included."""
    whole = {word.norm for service in vocabulary.lexicon.services for text in (service.nome, *service.sinonimi) for word in tokenize(text)}
    forms_of: dict[str, str] = {}
    for word in sorted(whole - LINKS):
        if len(word.rstrip("aeiou")) < _LEAST_ROOT or word.isdecimal():
            continue
        base = stem(word)
        for form in noun_forms(word):
            forms_of.setdefault(form, base)
            vocabulary.sounds.setdefault(phonetic.key(form), base)
    vocabulary.words = frozenset(whole)
    vocabulary.nouns = frozenset(form for word in whole if stem(word) in GENERAL_VERBS for form in noun_forms(word))
    vocabulary.spelling = Near(forms_of)


def _add_aliases(vocabulary: Vocabulary) -> None:
    for alias, targets in ALIASES.items():
        goal = next((goal for goal in map(stems, targets) if goal[0] in vocabulary.heads or goal in vocabulary.alone), None)
        if goal is not None and (stem(alias),) not in vocabulary.alone and stem(alias) not in vocabulary.heads:
            for form in everyday_forms(alias):
                vocabulary.aliases.setdefault(form, goal)


def _add_operators(vocabulary: Vocabulary) -> None:
    for operator in vocabulary.lexicon.operators:
        nome = tuple(word.norm for word in tokenize(operator.nome))
        cognome = tuple(word.norm for word in tokenize(operator.cognome))
        for name in sorted({nome + cognome, cognome + nome, nome, nome[:1], cognome}):
            for first in name[:1]:
                vocabulary.operators.setdefault(first, []).append((name, operator))
    for names in vocabulary.operators.values():
        names.sort(key=lambda entry: -len(entry[0]))


def _foreign(vocabulary: Vocabulary) -> frozenset[str]:
    known = set(vocabulary.inside) | {
        stem(word) for service in vocabulary.lexicon.services for word in fold(service.categoria or "").split()
    }
    shares = {trade: len(known & {stem(word) for word in text.split()}) for trade, text in TRADES.items()}
    most = max(shares.values(), default=0)
    if not most:
        return frozenset()
    own = {trade for trade, share in shares.items() if share * 2 >= most or (trade == vocabulary.lexicon.settore and share)}
    return frozenset(mark for trade, marks in MARKS.items() if trade not in own for mark in marks.split() if stem(mark) not in known)


def _once(ids: list[Id], item: Id) -> None:
    if item not in ids:
        ids.append(item)


def roots(norm: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The stems a heard word may stand for: its own, an everyday alias, the nearest spelling, the same sound."""
    root = stem(norm)
    if norm in _NEVER:
        return
    if root in vocabulary.stems and (len(root) >= _LEAST_ROOT or norm in vocabulary.words):
        yield root
        if norm in vocabulary.aliases:
            yield vocabulary.aliases[norm][0]
        return
    if is_infinitive(norm):
        noun = next((root + end for end in NOUN_ENDS if root + end in vocabulary.stems), None)
        if noun:
            yield noun
            return
    if norm in vocabulary.aliases:
        yield vocabulary.aliases[norm][0]
        return
    if len(norm) < 4 or norm in NEVER_NEAR or norm in LINKS:
        return
    near = vocabulary.spelling.find(norm) or (vocabulary.sounds.get(phonetic.key(norm)) if len(norm) > 5 else None)
    near = near or next(_derived(norm, vocabulary), None)
    if near:
        yield near


def _derived(norm: str, vocabulary: Vocabulary) -> Iterator[str]:
    """ "Tosate" where "Tosatura" is sold, "castriamo", "postura" where the name says "posturale"."""
    for base in done_by_you(norm):
        if base not in GENERAL_VERBS:
            yield from (base + end for end in ("", *NOUN_ENDS) if base + end in vocabulary.stems and (end or len(base) >= _LEAST_ROOT))
    root = stem(norm)
    if len(root) > _LEAST_ROOT and norm not in GENERIC:
        yield from (root + end for end in ADJECTIVE_ENDS if root + end in vocabulary.stems)
