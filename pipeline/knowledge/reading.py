"""What a question asks, with what went before it: topic, services, people and day.

Called by `answers`. Calls `foreign` (topics, days) for what the Parse does not say and for the history. Must never know an answer.
"""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.foreign.days import day_of, habitual, means_now, weekday_of
from pipeline.foreign.languages import Language, words
from pipeline.foreign.topics import flat, follows_up, topic_of
from pipeline.foreign.understand import mentioned_services
from pipeline.italian.word_forms import stem
from pipeline.knowledge.numerals import CALENDAR_WORDS, FUNCTION_WORDS
from pipeline.knowledge.question import Question
from pipeline.knowledge.thing import strange_in, thing_of
from pipeline.model.business import Id, Lexicon, Operator
from pipeline.model.parse import Parse, Topic

_LOOK_BACK = 6
_SPOKEN_OF = 12
"""How many turns back the service that was last spoken of is looked for: a whole booking may lie between."""
_FEW = 3
"""More names than these in one answer are a list that was read out, not what the conversation is about."""
_ALONE = 6
"""Words of a question that is nothing but a name."""
_EVERYTHING = re.compile(r"\b(?:prezz[io]|listino|tariff\w+|tutt[ie]|durate|prices|list|precios|lista|precos|todos|all)\b")
_ABOUT_A_SERVICE: tuple[Topic, ...] = ("prezzi", "durata", "chi_fa", "servizi")
_ORDINARY = frozenset((
    "orario", "orari", "aperto", "aperti", "aperta", "aperte", "chiuso", "chiusi", "chiusa", "aprite", "apri", "chiudete", "apre", "chiude",
    "apertura", "chiusura", "negozio", "salone", "studio", "ambulatorio", "officina", "palestra", "clinica", "centro", "locale", "attivita",
    "mattina", "pomeriggio", "sera", "stasera", "domani", "oggi", "dopodomani", "adesso", "settimana", "giorno", "giorni", "momento",
    "costa", "costano", "costare", "spendere", "verrebbe", "verrebbero", "verra", "costo", "costi",
    "prezzo", "prezzi", "listino", "tariffe", "tariffa", "viene", "vengono", "pagare", "spende",
    "lavorate", "lavora", "fate", "vorrei", "sapere", "dire", "dirmi", "scusi", "senta", "salve", "potrebbe", "posso", "avere", "state",
    "dica", "dici", "dimmi", "favore", "avrei", "elenco", "lista", "conoscere", "vedere", "mostra", "mostri", "tipo", "tipi", "ancora",
    "allora", "meno", "solito", "farla", "farlo", "farle", "esattamente", "precisamente", "mettete", "normalmente",
    "attivo", "attuale", "disponibili", "please", "tell", "show", "want", "need", "favor", "digame", "puede", "decir", "dizer", "gostaria",
    "quali", "quale", "servizi", "servizio", "offrite", "offri", "trattamenti", "trattamento", "prestazioni", "corsi", "visite",
    "services", "service", "offer", "treatments", "servicios", "servicio", "ofrecen", "hacen", "tratamientos", "servicos", "servico",
    "oferecem", "fazem", "tratamentos", "vostri", "vostre", "categorie", "prodotti", "prodotto", "vendete", "vendi", "vendita", "sell",
    "venden", "vendem", "sconto", "sconti", "pago", "paga", "pagherei", "spendo", "tutto", "totale", "insieme",
    "indirizzo", "numero", "telefono", "trovate", "trova", "chiamare", "categories", "products", "discount", "address", "phone",
    "categorias", "productos", "descuento", "direccion", "produtos", "desconto", "endereco", "telefone", "where", "donde", "onde",
    "informazione", "chiedere", "volevo", "sapete", "tenete", "tenere", "impiegate", "serve", "occorre", "richiede",
    "tempo", "dura", "durata", "vuole", "cosa", "festivi", "feste", "prima", "tardi", "tardo", "presto", "weekend", "week", "pranzo",
    "open", "opening", "close", "closed", "hours", "hour", "time", "times", "shop", "store", "salon", "today", "tomorrow", "morning",
    "afternoon", "evening", "tonight", "much", "cost", "costs", "price", "prices", "does", "long", "take", "know", "like", "late", "early",
    "horario", "horarios", "abierto", "abiertos", "cerrado", "cerrados", "abren", "cierran", "tienda", "hora", "horas", "manana", "tarde",
    "noche", "cuanto", "cuesta", "cuestan", "precio", "precios", "quisiera", "saber", "estan", "dura", "tarda",
    "fechado", "fechados", "aberto", "abertos", "abrem", "fecham", "loja", "salao", "amanha", "noite", "quanto", "custa", "custam", "preco",
    "precos", "queria", "estao", "ficam", "voces", "demora",
))  # fmt: skip


_IS_IN = re.compile(r"\bc e (?:oggi |mica |per caso |in )?(?:il |la )?\w+")
_TITLES = frozenset(("dottor", "dottore", "dottoressa", "signor", "signora", "professore", "professoressa", "maestro", "maestra"))
_A_PERSON = frozenset((
    "donna", "donne", "uomo", "uomini", "ragazza", "ragazze", "ragazzo", "ragazzi", "femmina", "maschio", "detto", "vero", "quindi", "solo",
    "sarebbe", "sarei", "capito", "capiterei", "vengo", "vado",
))  # fmt: skip
"""Words around "la fa una donna, vero?" that name nothing of the house."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`day` a calendar day, `weekday` a habit ("il sabato"), `now` this moment; `lean` the text that the question leans on."""

    text: str
    language: Language
    topic: Topic | None = None
    services: tuple[Id, ...] = ()
    unknown: tuple[str, ...] = ()
    operators: tuple[Id, ...] = ()
    day: date | None = None
    weekday: int | None = None
    now: bool = False
    lean: str | None = None
    subject: frozenset[str] = frozenset()
    """Words of content that none of our own tables explains ("piscina")."""
    unlisted: str | None = None
    """What the price or the length of is asked for and is no service of ours, as the caller named it ("risonanza")."""


def read_question(question: Question, language: Language, lexicon: Lexicon, today: date) -> Reading:
    """The question resolved with the Parse it came with, the tables of this house, and the last turns."""
    text, parse = question.text, question.parse
    topic = parse.topic if parse is not None and parse.topic not in (None, "altro") else topic_of(text, language)
    services = _services(question, lexicon)
    operators = parse.operators if parse is not None and parse.operators else _people(text, lexicon.operators)
    day = parse.date if parse is not None and parse.date is not None else day_of(text, language, today)
    weekday = weekday_of(text, language) if habitual(text) else None
    if weekday is not None and day is not None and day.weekday() != weekday:  # another day was meant in the end
        weekday = None
    if topic == "orari" and topic_of(text, language) == "festivi":
        topic = "festivi"
    fitting = _fitting(bool(services), bool(operators), day is not None)
    subject = _subject(text, lexicon) - _own_name(parse) - (_A_PERSON if topic == "chi_fa" else frozenset())
    arranged = topic in _ABOUT_A_SERVICE and topic != "servizi" and not services and not subject and not asks_for_all(text)
    services = question.about if arranged else services
    lean = None if arranged and services else _leaning(question, language, topic, fitting, bool(subject))
    own = topic
    if lean is not None:
        # "E avete il parcheggio?" goes on with no hours: it names a thing of its own.
        within = None if subject and not fitting else _topic_within(lean, language, fitting)
        topic = topic or within or (None if fitting else _topic_of_another(question, language))
    if lean is not None and own is None and topic in ("orari", "operatori") and not operators:
        operators = _people(lean, lexicon.operators)  # "e giovedì?", after "Marco c'è domani?"
    if lean is not None and topic in _ABOUT_A_SERVICE and topic != "servizi" and not services:
        services = _last_spoken_of(question, lexicon)
    if topic is None and operators and not subject - _TITLES:
        day = today if day is None and weekday is None and _IS_IN.search(flat(text)) else day
        topic = "orari" if day is not None or weekday is not None else None  # "se lunedì c'è la dottoressa Fontana", "c'è Roberto?"
    if topic is None and services and not subject:
        topic = "chi_fa" if operators else "servizi"
    return Reading(
        text=text,
        language=language,
        topic=topic,
        services=services,
        unknown=parse.services_unknown if parse is not None else (),
        operators=operators,
        day=day,
        weekday=weekday,
        now=means_now(text),
        lean=lean,
        subject=subject,
        unlisted=_missing(question, lexicon, topic, lean is not None) if language == "it" else None,
    )


def _missing(question: Question, lexicon: Lexicon, topic: Topic | None, leans: bool) -> str | None:
    """What is asked about and is none of our services: the thing with a price, or what the Parse heard as not sold."""
    if topic in ("prezzi", "durata"):
        return _unlisted(question, lexicon, leans)
    unknown = question.parse.services_unknown if question.parse is not None and topic in ("servizi", "chi_fa", None) else ()
    if not unknown:
        return None
    said = re.search(rf"(?:\b(?:la|il|lo|i|gli|le)\s+|\bl['’]\s*){re.escape(unknown[0])}", question.text, re.IGNORECASE)
    return said[0] if said is not None else unknown[0]


def _unlisted(question: Question, lexicon: Lexicon, leans: bool) -> str | None:
    """The thing asked about, where no service was heard in it and a word of it is none of ours ("tac al cane", "cambio cinghia")."""
    parse = question.parse
    heard = bool(parse.services or parse.services_ambiguous) if parse is not None else False
    if heard or mentioned_services(question.text, lexicon.services):
        return None
    thing = thing_of(question.text, leans)
    return thing if thing is not None and strange_in(thing, _known(lexicon)) else None


def _services(question: Question, lexicon: Lexicon) -> tuple[Id, ...]:
    parse = question.parse
    if parse is not None and (parse.services or parse.services_ambiguous):
        # "Taglio e colore": each is asked about, also the one that could be several.
        return tuple(dict.fromkeys((*parse.services, *(service for family in parse.services_ambiguous for service in family))))
    named = mentioned_services(question.text, lexicon.services)
    # "La fa una donna?" asks about who does it, not about the Taglio Donna.
    return named or (() if parse is not None and parse.topic == "chi_fa" else _family(question.text, lexicon))


def _family(text: str, lexicon: Lexicon) -> tuple[Id, ...]:
    """Services named by a word of the question: by their first ("taglio" of "Taglio Donna"), else by another ("fate anche uomo?")."""
    heard = {word for word in words(text) if len(word) > 3}
    return _by_head(text, lexicon) or tuple(service.id for service in lexicon.services if heard & set(words(service.nome)[1:]))


def _by_head(text: str, lexicon: Lexicon) -> tuple[Id, ...]:
    heard = {word for word in words(text) if len(word) > 3}
    return tuple(service.id for service in lexicon.services if heard & set(words(service.nome)[:1]))


def _last_spoken_of(question: Question, lexicon: Lexicon) -> tuple[Id, ...]:
    """What the conversation was last about: what the caller named, else what he was told about."""
    for exchange in reversed(question.history[-_SPOKEN_OF:]):
        for text in (exchange.user, exchange.assistant):
            # "Una donna mi ha detto di chiamare" spoke of no Taglio Donna: what was meant by a lone word stands whole in the answer.
            named = mentioned_services(text, lexicon.services) or _by_head(text, lexicon)
            if 0 < len(named) <= _FEW:
                return named
    return ()


def _people(text: str, operators: tuple[Operator, ...]) -> tuple[Id, ...]:
    heard = flat(text)
    return tuple(
        person.id
        for person in operators
        if any(len(name) > 2 and re.search(rf"\b{re.escape(flat(name))}\b", heard) for name in (person.nome, person.cognome))
    )


def _fitting(service: bool, person: bool, day: bool) -> tuple[Topic, ...]:
    """The topics that what is named may continue: a day goes on with hours, a service with prices, never the other way round."""
    found: list[Topic] = []
    if day:
        found.extend(("orari", "festivi"))
    if service:
        found.extend(_ABOUT_A_SERVICE)
    if person:
        found.extend(("orari", "chi_fa", "operatori"))
    return tuple(found)


def _topic_within(text: str, language: Language, fitting: tuple[Topic, ...]) -> Topic | None:
    topic = topic_of(text, language)
    return topic if not fitting or topic in fitting else None


def _topic_of_another(question: Question, language: Language) -> Topic | None:
    """ "E la cinghia?", after the price of a service: the price of another thing; nothing else goes on with a name alone."""
    if language != "it" or len(words(question.text)) > _ALONE or thing_of(question.text, leans=True) is None:
        return None
    for exchange in reversed(question.history[-_LOOK_BACK:]):
        topic = topic_of(exchange.user, language)
        if topic is not None or not follows_up(exchange.user, language):
            return topic if topic in ("prezzi", "durata") else None
    return None


def _leaning(question: Question, language: Language, topic: Topic | None, fitting: tuple[Topic, ...], names: bool) -> str | None:
    """The earlier turn that the question leans on: where it begins with "and", or is short and names no topic or no thing.

    `names`: it speaks of a thing that is none of our services ("quanto costa lo shampoo?").
    """
    short = len(words(question.text)) <= 5
    # "Quali servizi avete?" is whole as it stands: it asks for the list, not for what was named before.
    bare = topic in _ABOUT_A_SERVICE and topic != "servizi" and not fitting and not names and not asks_for_all(question.text)
    if not (follows_up(question.text, language) or (short and topic is None and fitting) or bare):
        return None
    earlier = [exchange.user for exchange in reversed(question.history[-_LOOK_BACK:]) if exchange.user.strip()]
    if topic is None and fitting:
        return next((text for text in earlier if _topic_within(text, language, fitting)), earlier[0] if earlier else None)
    return earlier[0] if earlier else None


def asks_for_all(text: str) -> bool:
    """Whether the whole list is wanted ("che prezzi avete?", "quanto costa tutto?")."""
    return _EVERYTHING.search(flat(text)) is not None


def _own_name(parse: Parse | None) -> frozenset[str]:
    """The words of the name the caller gave beside his question."""
    name = parse.name if parse is not None else None
    return frozenset(words(f"{name.nome or ''} {name.cognome or ''}")) if name is not None else frozenset()


def _subject(text: str, lexicon: Lexicon) -> frozenset[str]:
    known = _known(lexicon)
    stems = {stem(word) for word in known}
    return frozenset(word for word in words(text) if len(word) > 3 and word not in known and stem(word) not in stems)


def _known(lexicon: Lexicon) -> frozenset[str]:
    """The words of our services and people, and those that carry no meaning."""
    own = {word for service in lexicon.services for name in (service.nome, *service.sinonimi) for word in words(name)}
    own |= {word for person in lexicon.operators for word in words(f"{person.nome} {person.cognome}")}
    return frozenset(own | _ORDINARY | FUNCTION_WORDS | CALENDAR_WORDS.keys())
