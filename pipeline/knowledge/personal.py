"""Calling functions about the caller and the house: own appointments, discount, links, cart, address, telephone, the owner's own answers.

Listed in `functions`. Call `world.reads`. Own appointments and the cart are for an identified caller alone: without a `cliente_id`
they ask who is calling. The cart is the one thing that is written, and only as a `ChangeCart` for the commit of the turn.
"""

import re

from pipeline.foreign.languages import Language, fold
from pipeline.foreign.languages import words as heard_words
from pipeline.foreign.topics import flat
from pipeline.knowledge.catalog import named_products
from pipeline.knowledge.dates import day_words, hour, minutes_of
from pipeline.knowledge.draft import one_line, words
from pipeline.knowledge.hours import list_value
from pipeline.knowledge.money import discount as shown_discount
from pipeline.knowledge.numerals import NUMBER_WORDS
from pipeline.knowledge.question import Finding
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.texts import say, template
from pipeline.model.business import Booking, Id
from pipeline.model.writes import ChangeCart
from pipeline.ports import Row

_KINDS: tuple[tuple[str, str], ...] = (
    ("tracking", r"tracci\w*|tracking|track\b|spedizion\w*|consegn\w*|seguimiento|envio|rastre\w*|entrega"),
    ("checkout", r"\bpag\w*|checkout|saldare|\bpay\w*|cassa|conferma\w* l ordine"),
    ("cart", r"carrell\w*|\bcart\b|basket|carrito|cesta|carrinho|cesto"),
    ("orders", r"ordin[ei]\b|acquist\w*|orders?\b|purchases?|pedidos?|compras"),
)
_DROP: dict[Language, str] = {
    "it": r"\b(?:togli\w*|tolga|leva\w*|levi|rimuov\w*|elimin\w*|cancell\w*|non (?:voglio|mi serve) piu)\b",
    "en": r"\b(?:remove|delete|take (?:\w+ ){0,4}(?:out|off)|drop)\b",
    "es": r"\b(?:quit\w*|elimin\w*|borr\w*|saca\w*)\b",
    "pt": r"\b(?:tir\w*|remov\w*|elimin\w*|apag\w*)\b",
}
_ADD: dict[Language, str] = {
    "it": r"aggiung\w*|mett\w*|tien\w*|tenga|riserv\w*|vorrei|prend\w*|da parte",
    "en": r"\badd\b|\bput\b|\bset\b|\bkeep\b|reserve|i (?:want|would like|d like|ll take)",
    "es": r"anad\w*|pon\w*|apart\w*|guard\w*|reserv\w*|quiero|quisiera",
    "pt": r"adicion\w*|coloqu\w*|ponha|separ\w*|guard\w*|reserv\w*|quero|queria",
}
_MOST = 99
_MINE = re.compile(r"\b(?:mi[oa]|ho|avrei|mi spetta|per me|my|mine|do i|have i|i have|for me|tengo|mi descuento|tenho|meu|para mim)\b")
_ENDINGS = re.compile(r"(?<=...)(?:[ai]ment[oi]|[aeiu]zion[ei]|[aei](?:re|te|to|ta|ti)|[aeio])$")
_BENT, _SHORTEST = 1, 3
_GENERIC_KEYS = frozenset(("info", "informazioni", "testo", "note", "metodi", "politica", "policy", "faq", "orari", "orario"))


def own_appointments(scope: Scope) -> Finding | None:
    """The caller's coming appointments, soonest first."""
    cliente_id = scope.question.cliente_id
    if cliente_id is None:
        return _who_calls(scope)
    found = [booking for booking in scope.world.reads.bookings_of(cliente_id, scope.now) if booking.live]
    source = "database:appuntamenti"
    if not found:
        return Finding(template("own_none", scope.language), source)
    if len(found) == 1:
        day, time, what = _visit(scope, found[0])
        return Finding(template("own_next", scope.language), source, {"day": words(day), "time": words(time), "what": words(what)})
    rows: list[str] = []
    for booking in found:
        day, time, what = _visit(scope, booking)
        rows.append(say("row_at", scope.language, day=day, time=time, what=what))
    return Finding(template("own_list", scope.language), source, {"rows": list_value(rows)})


def discount(scope: Scope) -> Finding | None:
    """The caller's discount by its token; the courtesy text alone where there is none."""
    if (
        scope.reading.subject and _MINE.search(flat(scope.question.text)) is None
    ):  # a discount for students is a rule of the house, not this caller's row
        return None
    cliente_id = scope.question.cliente_id
    found = None if cliente_id is None else shown_discount(scope.world.reads.discount(cliente_id, scope.question.workspace_id))
    return Finding(template("discount" if found else "discount_none", scope.language), "database:clienti")


def link(scope: Scope) -> Finding | None:
    """The link to the page that is asked for, the profile where none is named."""
    heard = flat(scope.question.text)
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, heard)), "profile")
    token = f"[LINK_{kind.upper()}_WITH_TOKEN]"
    possible = scope.question.cliente_id is not None and scope.world.reads.settings().link_base_url
    return Finding(template("link", scope.language).replace("{link}", token) if possible else token, "database:secure_tokens")


def cart(scope: Scope) -> Finding | None:
    """A product put aside or dropped, or what is put aside told."""
    cliente_id = scope.question.cliente_id
    if cliente_id is None:
        return _who_calls(scope)
    heard = flat(scope.question.text)
    drops = re.search(_DROP[scope.language], heard) is not None
    adds = re.search(_ADD[scope.language], heard) is not None
    if not drops and not adds:
        return _told(scope, cliente_id)
    named = named_products(scope)
    if not named:
        return Finding(template("cart_unknown", scope.language), "database:prodotti")
    product, *others = named
    if others:
        rows = list_value([f"*{one_line(row['nome'])}*" for row in named])
        return Finding(template("cart_which", scope.language), "database:prodotti", {"rows": rows})
    return _drop(scope, cliente_id, product) if drops else _put_aside(scope, cliente_id, product, heard)


def address(scope: Scope) -> Finding | None:
    """Where the business is, None where the owner has not said."""
    return _setting(scope, "address", scope.world.reads.settings().indirizzo)


def telephone(scope: Scope) -> Finding | None:
    """The number of the business, None where the owner has not said."""
    return _setting(scope, "phone", scope.world.reads.settings().telefono)


def owner_answer(scope: Scope) -> Finding | None:
    """What the owner wrote as a setting (`metodi_pagamento`, `info_parcheggio`), found by the words of its key."""
    asked = {_root(word) for word in heard_words(scope.question.text) if len(word) > 3}
    for key, text in scope.world.reads.settings().extra:
        named = [word for word in re.split(r"[^a-z]+", fold(key)) if len(word) > 3 and word not in _GENERIC_KEYS]
        if named and _stated(text) and all(_akin(_root(word), asked) for word in named):
            return Finding(text, f"impostazioni:{key}", finished=False)
    return None


def _root(word: str) -> str:
    """What "pagamento", "pagare" and "pagate" share."""
    return _ENDINGS.sub("", word, count=1)


def _akin(root: str, asked: set[str]) -> bool:
    """Whether a word of this family was asked about: the same root but for a letter ("parcheggio", "parcheggiare")."""
    return any(
        (root.startswith(one) or one.startswith(root)) and abs(len(root) - len(one)) <= _BENT for one in asked if len(one) >= _SHORTEST
    )


def _stated(text: str | None) -> bool:
    return bool(text and text.strip()) and "{{" not in (text or "")


def _setting(scope: Scope, key: str, text: str | None) -> Finding | None:
    if not text or not _stated(text):
        return None
    return Finding(template(key, scope.language), "impostazioni", {key: words(text)})


def _who_calls(scope: Scope) -> Finding:
    return Finding(template("identity", scope.language), "", needs="identity")


def _visit(scope: Scope, booking: Booking) -> tuple[str, str, str]:
    people = {person.id: f"{person.nome} {person.cognome}".strip() for person in scope.lexicon.operators}
    what = ", ".join(f"*{one_line(service.nome)}*" for service in booking.services)
    person = people.get(booking.operatore_id) if booking.operatore_id is not None else None
    if person:
        what = say("what_with", scope.language, what=what, person=one_line(person))
    return day_words(booking.inizio.date(), scope.language, scope.today), hour(minutes_of(booking.inizio.time())), what


def _told(scope: Scope, cliente_id: Id) -> Finding:
    rows = scope.world.reads.cart(cliente_id, scope.question.workspace_id)
    if not rows:
        return Finding(template("cart_empty", scope.language), "database:carrello")
    told = [say("quantity", scope.language, name=f"*{one_line(row['nome'])}*", n=str(row["quantita"])) for row in rows]
    return Finding(template("cart_list", scope.language), "database:carrello", {"rows": list_value(told)})


def _put_aside(scope: Scope, cliente_id: Id, product: Row, heard: str) -> Finding:
    """What is said afterwards is the quantity that will be in the row: what was there and what was added."""
    quantity = min(_already(scope, cliente_id, product) + _quantity(heard, product), _MOST)
    write = ChangeCart(cliente_id, product["id"], quantity, scope.question.workspace_id)
    slots = {"name": words(product["nome"]), "n": words(quantity)}
    return Finding(template("cart_added", scope.language), "database:prodotti", slots, writes=(write,))


def _drop(scope: Scope, cliente_id: Id, product: Row) -> Finding:
    name = {"name": words(product["nome"])}
    if not _already(scope, cliente_id, product):
        return Finding(template("cart_absent", scope.language), "database:carrello", name)
    write = ChangeCart(cliente_id, product["id"], 0, scope.question.workspace_id)
    return Finding(template("cart_dropped", scope.language), "database:carrello", name, writes=(write,))


def _already(scope: Scope, cliente_id: Id, product: Row) -> int:
    rows = scope.world.reads.cart(cliente_id, scope.question.workspace_id)
    return next((int(row["quantita"]) for row in rows if str(row["prodotto_id"]) == str(product["id"])), 0)


def _quantity(heard: str, product: Row) -> int:
    """The number said outside the product's own name; one where none is said."""
    name = set(heard_words(str(product["nome"])))
    figures = re.search(r"\b\d{1,2}\b", heard)
    if figures and figures.group() not in str(product["nome"]):
        return max(int(figures.group()), 1)
    return next((NUMBER_WORDS[word] for word in heard_words(heard) if word in NUMBER_WORDS and word not in name), 1)
