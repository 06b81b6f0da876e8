"""The calling functions as one table: the topic of a question and the function that answers it from the rows.

Read by `answers` (to call one) and `choosing` (to name them to a model). A function returns None where the rows hold no answer, and
the search goes on in the FAQ. `availability` is missing on purpose: the dialogue answers it with the rules of the calendar.
"""

from collections.abc import Callable, Mapping

from pipeline.knowledge import catalog, hours, personal
from pipeline.knowledge.question import Finding
from pipeline.knowledge.scope import Scope
from pipeline.model.parse import Topic

Function = Callable[[Scope], Finding | None]

FUNCTIONS: Mapping[Topic, Function] = {
    "orari": hours.opening_hours,
    "festivi": hours.holidays,
    "prezzi": catalog.prices,
    "durata": catalog.durations,
    "categorie": catalog.categories,
    "servizi": catalog.services,
    "prodotti": catalog.products,
    "chi_fa": catalog.who_does,
    "operatori": catalog.people,
    "mio_appuntamento": personal.own_appointments,
    "sconto": personal.discount,
    "carrello": personal.cart,
    "link": personal.link,
    "indirizzo": personal.address,
    "telefono": personal.telephone,
}

CHOOSABLE: Mapping[str, Topic] = {
    "opening_hours": "orari",
    "holidays": "festivi",
    "prices": "prezzi",
    "durations": "durata",
    "categories": "categorie",
    "services": "servizi",
    "products": "prodotti",
    "who_does_what": "chi_fa",
    "staff": "operatori",
    "own_appointments": "mio_appuntamento",
    "own_discount": "sconto",
    "link_to_page": "link",
    "address": "indirizzo",
    "telephone": "telefono",
}
"""What a model may choose. The cart is not among them: no model causes a write."""
