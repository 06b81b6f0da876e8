"""Calling functions about what the business offers: categories, services, products, prices, durations, people and their work.

Listed in `functions`. Call `world.reads`. Everything said here is a row; a service that is not in the list has no price and no
length.
"""

import re
from dataclasses import replace

from pipeline.foreign.languages import fold
from pipeline.foreign.languages import words as heard_words
from pipeline.foreign.topics import flat
from pipeline.knowledge.draft import Value, one_line, words
from pipeline.knowledge.hours import list_value, opening_hours
from pipeline.knowledge.money import price
from pipeline.knowledge.question import Finding
from pipeline.knowledge.reading import asks_for_all
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.texts import say, template
from pipeline.knowledge.values import spoken_list
from pipeline.model.business import Operator, Service
from pipeline.ports import Row

_SERVICES = "database:servizi"
_PRODUCTS = "database:prodotti"
_PEOPLE = "database:operatori"
_WHICH = re.compile(
    r"\b(?:quali|che (?:tipo di |genere di )?(?:servizi|prodotti|corsi|trattamenti|visite|cosa)|cosa|elenco|elencar\w*|lista|tutti|tutto|"
    r"what|which|list|all|que (?:servicios|productos|tratamientos|servicos|produtos|tratamentos)|cuales|quais)\b"
)
_FEW = 3
"""So many facts still make a sentence; more of them are a list."""
_NEAR = 6
"""More services than these are not read out to somebody who asked for another one."""
_WHEN = re.compile(r"\b(?:quando|giorn\w+|a che ora|orari\w*|when|days?|hours|cuando|dias?|horari\w+|que horas?)\b")


def categories(scope: Scope) -> Finding | None:
    """The categories, by their token."""
    return Finding(template("categories", scope.language), "database:categorie")


def products(scope: Scope) -> Finding | None:
    """The products by their token; the price of one that is named."""
    named = named_products(scope)
    if named:
        return _product_prices(scope, named)
    if scope.reading.subject and not _asks_for_all(scope):
        return None
    return Finding(template("products", scope.language), _PRODUCTS)


def services(scope: Scope) -> Finding | None:
    """The services by their token; whether one that is named is among them; what one person does."""
    person = _person(scope)
    if person is not None:
        return _work_of(scope, person)
    if (scope.reading.unknown or scope.reading.subject) and not _asks_for_all(scope):
        return None
    named = _named(scope)
    if len(named) == 1:
        return Finding(template("offered", scope.language), _SERVICES, {"name": words(named[0].nome)})
    if named:
        names = [one_line(service.nome) for service in named]
        told = Value(", ".join(f"*{name}*" for name in names), spoken_list(names, scope.language))
        return Finding(template("offered_many", scope.language), _SERVICES, {"names": told})
    return Finding(template("services", scope.language), _SERVICES)


def prices(scope: Scope) -> Finding | None:
    """The price of what is named; the whole list where nothing is; None where what is named is none of ours."""
    named = [] if scope.reading.unlisted else _named(scope)
    if not named:
        found = named_products(scope)
        if found:
            return _product_prices(scope, found)
        if scope.reading.unlisted:
            return None
        if scope.reading.unknown or scope.reading.subject:
            return None
        named = _offered(scope)
        if len(named) > _NEAR and not asks_for_all(scope.question.text):
            return _range(scope, named)
    if not named:
        return Finding(template("services", scope.language), _SERVICES)
    if len(named) == 1:
        return _price(scope, one_line(named[0].nome), price(named[0].prezzo), _SERVICES)
    if scope.reading.services and len(named) <= _FEW:
        return _each(scope, [(one_line(service.nome), price(service.prezzo)) for service in named])
    rows = [f"*{one_line(service.nome)}* - {price(service.prezzo)}" for service in named if price(service.prezzo)]
    if not rows:
        return Finding(template("price_unknown", scope.language), _SERVICES, {"name": words(", ".join(service.nome for service in named))})
    aloud = [say("at_price", scope.language, name=one_line(s.nome), price=price(s.prezzo) or "") for s in named if price(s.prezzo)]
    value = Value("\n".join(f"- {row}" for row in rows), spoken_list(aloud, scope.language), "list")
    return Finding(template("prices", scope.language), _SERVICES, {"rows": value})


def _range(scope: Scope, named: list[Service]) -> Finding | None:
    """ "Quanto costa?" of nothing that was named: the least and the most, where the list would be read for a minute."""
    stated = sorted(service.prezzo for service in named if service.prezzo is not None and price(service.prezzo))
    if not stated:
        return None
    slots = {"low": words(price(stated[0]) or ""), "high": words(price(stated[-1]) or "")}
    return Finding(template("price_range", scope.language), _SERVICES, slots)


def durations(scope: Scope) -> Finding | None:
    """How long the named services take, in minutes; all of them where none is named."""
    named = [] if scope.reading.unlisted else _named(scope)
    if not named:
        if scope.reading.unlisted or scope.reading.unknown or scope.reading.subject:
            return None
        named = _offered(scope)
    if not named:
        return None
    if len(named) == 1:
        slots = {"name": words(named[0].nome), "n": words(named[0].durata)}
        return Finding(template("duration", scope.language), _SERVICES, slots)
    if scope.reading.services and len(named) <= _FEW:
        return _each(scope, [(one_line(service.nome), say("minutes", scope.language, n=str(service.durata))) for service in named])
    told = [f"*{one_line(service.nome)}*: {say('minutes', scope.language, n=str(service.durata))}" for service in named]
    value = list_value(told)
    rows = Value(value.display, spoken_list(told, scope.language), "list")
    return Finding(template("durations", scope.language), _SERVICES, {"rows": rows})


def not_listed(scope: Scope) -> tuple[str, dict[str, Value]] | None:
    """The wording and its slots for what was asked about and is none of our services, with what is near it; None where nothing was."""
    thing = scope.reading.unlisted
    if thing is None:
        return None
    slots = {"name": words(thing)}
    near = [one_line(service.nome) for service in _alike_services(scope, thing)]
    if not near:
        return "not_offered", slots
    told = Value(spoken_list([f"*{name}*" for name in near], scope.language), spoken_list(near, scope.language))
    return "not_offered_one" if len(near) == 1 else "not_offered_many", {**slots, "near": told}


def _alike_services(scope: Scope, thing: str) -> list[Service]:
    """The services that begin with a word of it ("visita oculistica", "cambio lampadina"); too many of them are a list, and none."""
    heard = {word for word in heard_words(thing) if len(word) > _FEW}
    alike = [service for service in _offered(scope) if heard & set(heard_words(service.nome)[:1])]
    return alike if len(alike) <= _NEAR else []


def _each(scope: Scope, facts: list[tuple[str, str | None]]) -> Finding:
    """The one fact asked of a few services, in a sentence."""
    told = [(name, fact or say("unstated", scope.language)) for name, fact in facts]
    shown = spoken_list([f"*{name}* {fact}" for name, fact in told], scope.language)
    rows = Value(shown, spoken_list([f"{name} {fact}" for name, fact in told], scope.language))
    return Finding(template("each", scope.language), _SERVICES, {"rows": rows})


def who_does(scope: Scope) -> Finding | None:
    """Who does the named service; whether the named person does it; what the named person does."""
    named, person = _named(scope), _person(scope)
    if person is not None and len(named) == 1:
        key = "person_does_yes" if person.does(named[0].id) else "person_does_no"
        return Finding(template(key, scope.language), _PEOPLE, {"person": words(_full(person)), "name": words(named[0].nome)})
    if person is not None:
        return _work_of(scope, person)
    if not named:
        return None if scope.reading.unknown or scope.reading.subject else people(scope)
    rows: list[str] = []
    for service in named:
        doing = [_full(other) for other in scope.lexicon.operators if other.does(service.id)]
        if len(named) == 1:
            return _who_does_one(scope, service, doing)
        rows.append(f"*{one_line(service.nome)}*: {', '.join(doing) or '-'}")
    return Finding("{rows}", _PEOPLE, {"rows": list_value(rows)})


def _asks_for_all(scope: Scope) -> bool:
    """Whether a list is wanted ("quali servizi ..."), whatever else is said around it."""
    return _WHICH.search(flat(scope.question.text)) is not None


def people(scope: Scope) -> Finding | None:
    """Who works here; what a person who is named does, or when she is there."""
    if _person(scope) is not None:
        asks_when = _WHEN.search(flat(scope.question.text)) is not None
        return who_does(scope) if _named(scope) and not asks_when else opening_hours(scope)
    names = [_full(person) for person in scope.lexicon.operators]
    if not names:
        return None
    slots = {"people": Value(", ".join(names), spoken_list(names, scope.language))}
    return Finding(template("people", scope.language), _PEOPLE, slots)


def named_products(scope: Scope) -> tuple[Row, ...]:
    """The products the question names: whole name first, otherwise every one that holds the longest words of it."""
    rows = scope.world.reads.products(scope.question.workspace_id)
    text = f" {' '.join(heard_words(scope.question.text))} "
    whole = tuple(row for row in rows if f" {' '.join(heard_words(str(row['nome'])))} " in text)
    if whole:
        longest = max(len(str(row["nome"])) for row in whole)
        return tuple(row for row in whole if len(str(row["nome"])) == longest)
    heard = [word for word in heard_words(scope.question.text) if len(word) > 3]
    return tuple(row for row in rows if any(_alike(word, name) for word in heard for name in _telling(row)))


def _telling(row: Row) -> list[str]:
    return [name for name in heard_words(str(row["nome"])) if len(name) > 3]


def _alike(word: str, name: str) -> bool:
    """Singular and plural of one word ("mozzarelle", "mozzarella")."""
    return word == name or (len(word) > 4 and abs(len(word) - len(name)) <= 1 and word[:-1] == name[: len(word) - 1])


def _product_prices(scope: Scope, found: tuple[Row, ...]) -> Finding:
    if len(found) == 1:
        return _price(scope, one_line(found[0]["nome"]), price(found[0]["prezzo"]), _PRODUCTS)
    told = [(one_line(row["nome"]), price(row["prezzo"])) for row in found]
    if len(told) <= _FEW:
        return replace(_each(scope, told), source=_PRODUCTS)
    display = "\n".join(f"- *{name}*" + (f" - {cost}" if cost else "") for name, cost in told)
    aloud = [say("at_price", scope.language, name=name, price=cost) if cost else name for name, cost in told]
    return Finding(template("prices", scope.language), _PRODUCTS, {"rows": Value(display, spoken_list(aloud, scope.language), "list")})


def _price(scope: Scope, name: str, cost: str | None, source: str) -> Finding:
    key = "price" if cost else "price_unknown"
    return Finding(template(key, scope.language), source, {"name": words(name), "price": words(cost or "")})


def _who_does_one(scope: Scope, service: Service, doing: list[str]) -> Finding:
    if not doing:
        return Finding(template("who_does_none", scope.language), _PEOPLE, {"name": words(service.nome)})
    told = Value(spoken_list(doing, scope.language), spoken_list(doing, scope.language))
    return Finding(template("who_does", scope.language), _PEOPLE, {"name": words(service.nome), "people": told})


def _work_of(scope: Scope, person: Operator) -> Finding:
    names = [one_line(service.nome) for service in _offered(scope) if person.does(service.id)]
    told = Value(", ".join(f"*{name}*" for name in names), spoken_list(names, scope.language)) if names else words("-")
    return Finding(template("person_does", scope.language), _PEOPLE, {"person": words(_full(person)), "names": told})


def _offered(scope: Scope) -> list[Service]:
    offered = scope.world.reads.services_of(scope.question.workspace_id)
    return sorted(offered, key=lambda service: (service.ordine, fold(service.nome)))


def _named(scope: Scope) -> list[Service]:
    wanted = [str(service) for service in scope.reading.services]
    return [service for service in _offered(scope) if str(service.id) in wanted]


def _person(scope: Scope) -> Operator | None:
    return next((person for person in scope.lexicon.operators if person.id in scope.reading.operators), None)


def _full(person: Operator) -> str:
    return one_line(f"{person.nome} {person.cognome}")
