"""Every Meaning with many values: the ordinary ones and the edges of each field, for the tests of the phrasebooks.

Called by the tests beside it. A Meaning is built from the names and types of its fields; a field of an unknown type is an
error, so that a new Meaning cannot go untested unnoticed.
"""

import types
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from decimal import Decimal
from itertools import product
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline.model.calendar import Reason, Refusal
from pipeline.model.meanings import Answered, AskWhichClient, BookingHint, ClientHint, Greeted, Meaning, NotFree, OfferSlots, Repeated
from pipeline.model.session import OfferedSlot

TODAY = date(2026, 3, 10)
DAYS = (date(2026, 3, 12), date(2026, 5, 1), date(2027, 1, 4))
TIMES = (time(15, 30), time(13), time(12), time(9, 5))
MOMENTS = tuple(datetime.combine(day, at) for day, at in zip(DAYS, TIMES, strict=False))
SAME_MONTH = (OfferedSlot(DAYS[0], TIMES[0]), OfferedSlot(date(2026, 3, 13), TIMES[3]), OfferedSlot(date(2026, 3, 14), TIMES[1]))
YEAR_CHANGE = (OfferedSlot(date(2026, 12, 31), TIMES[2]), OfferedSlot(date(2027, 1, 1), TIMES[0]), OfferedSlot(DAYS[2], TIMES[1]))
ONE_DAY = tuple(OfferedSlot(DAYS[1], at) for at in TIMES[:3])

STRINGS: dict[str, tuple[str, ...]] = {
    "telefono": ("+39 328 4567890", "0721 456789"),
    "code": ("A7K2QX",),
    "note": ("allergica al nichel, porta il figlio",),
    "operator": ("Laura",),
    "without": ("Marco",),
    "service": ("Taglio donna",),
    "cliente": ("Anna Bellucci", "Maria Grazia De Santis"),
    "reason": ("not_understood", "identity"),
    "text": ("Acconsente al trattamento dei dati?", "Trattiamo i dati secondo il GDPR."),
    "custom": ("Salone Aurora, buongiorno", "Buongiorno!", "Come posso aiutarla?"),
    "business": ("Salone Aurora",),
}
ANY_TEXT = ("Anna Bellucci", "Elena")
TUPLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "examples": ((), ("Taglio donna", "Piega", "Colore")),
    "services": (("Taglio donna",), ("Taglio donna", "Piega")),
    "names": (("Laura",), ("Laura", "Elena"), ("Laura", "Elena", "Marco"), ("Laura", "Elena", "Marco", "Ivo", "Olga")),
}
NUMBERS = {"hour": (3, 9, 15, 21), "count": (1, 2, 3, 4), "position": (1, 12), "hours": (1, 24, 48), "tries": (0, 1, 2)}
BOOKINGS = tuple(
    BookingHint(n, services, day, TIMES[n]) for n, services, day in ((1, ("Piega",), DAYS[0]), (2, ("Taglio donna", "Colore"), DAYS[1]))
)
CLIENTS = (ClientHint(1, "Anna", 1985, "67"), ClientHint(2, "Anna", None, "02"), ClientHint(3, "Anna", 1990), ClientHint(4, "Anna"))
DETAILS: dict[str, tuple[tuple[tuple[str, str], ...], ...]] = {
    "conflitto": ((), (("fascia", "1"),)),
    "festivo": ((), (("nome", "Ferragosto"),)),
    "giorno_chiuso": ((("giorno", "0"),),),
    "prima_apertura": ((), (("apre", "09:00"), ("chiude", "19:30"))),
    "dopo_chiusura": ((), (("apre", "09:00"), ("chiude", "19:30"), ("fine", "20:00")), (("chiude", "24:00"),)),
    "pausa": ((), (("dalle", "13:00"), ("alle", "14:30")), (("dalle", "22:00"), ("alle", "24:00"))),
    "anticipo_minimo": ((), (("minuti", "60"), ("passato", "0")), (("minuti", "90"), ("passato", "1"))),
    "anticipo_massimo": ((), (("giorni", "90"), ("ultimo", "2026-06-08"))),
    "operatore_assente": ((), (("giornata", "1"),), (("giornata", "0"), ("orari", "09:00-13:00,15:00-24:00"))),
}


def classes() -> tuple[type, ...]:
    """Every Meaning that needs words of its own."""
    return tuple(each for each in get_args(Meaning) if each not in (Answered, Repeated))


def every(meaning: type) -> Iterator[Any]:
    """Objects of this class: each field at each of its values, the others at their first; and all flags together."""
    if meaning is NotFree:
        yield from _refusals()
        return
    if meaning is OfferSlots:
        yield from _offers()
        return
    choices = {name: _values(meaning, name) for name in _names(meaning)}
    first = {name: values[0] for name, values in choices.items()}
    yield meaning(**first)
    for name, values in choices.items():
        yield from (meaning(**{**first, name: value}) for value in values[1:])
    yield from (meaning(**dict(zip(choices, row, strict=True))) for row in list(product(*choices.values()))[:400])


def optional(meaning: type) -> tuple[str, ...]:
    """The fields that need not be given."""
    return tuple(f.name for f in fields(meaning) if f.default is not MISSING)


def bare(meaning: type) -> Any:
    """The Meaning with only what it cannot do without."""
    whole = next(every(meaning))
    return meaning(**{name: getattr(whole, name) for name in _names(meaning) if name not in optional(meaning)})


def _names(meaning: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(meaning))


def _values(meaning: type, name: str) -> Sequence[Any]:
    if meaning is Greeted and name == "custom":
        return (None, *STRINGS[name])
    if meaning is AskWhichClient and name == "hints":
        return (CLIENTS[:2], CLIENTS[1:])
    return _of(get_type_hints(meaning)[name], name)


def _of(kind: Any, name: str) -> Sequence[Any]:
    if get_origin(kind) in (Union, types.UnionType):
        inner = [part for part in get_args(kind) if part is not type(None)]
        return (*(value for part in inner for value in _of(part, name)), None)
    if get_origin(kind) is Literal:
        return get_args(kind)
    if get_origin(kind) is tuple:
        return _tuples(get_args(kind)[0], name)
    plain: dict[Any, Sequence[Any]] = {
        str: STRINGS.get(name, ANY_TEXT),
        bool: (False, True),
        int: NUMBERS.get(name, (1, 2)),
        date: DAYS,
        time: TIMES,
        Decimal: (Decimal("25"), Decimal("8.90"), Decimal("1")),
    }
    return plain[kind]


def _tuples(item: Any, name: str) -> Sequence[tuple[Any, ...]]:
    plain: dict[Any, Sequence[tuple[Any, ...]]] = {
        str: TUPLES.get(name, TUPLES["services"]),
        date: (DAYS[:2], DAYS),
        time: ((time(7), time(19)),),
        BookingHint: (BOOKINGS[:1], BOOKINGS),
        datetime: (MOMENTS[:2], MOMENTS),
    }
    return plain[item]


def _refusals() -> Iterator[NotFree]:
    for reason in get_args(Reason):
        for detail, day, at, who in product(DETAILS.get(reason, ((),)), DAYS, (*TIMES, None), ("Laura", None)):
            yield NotFree(Refusal(reason, detail), day, at, who)


def _offers() -> Iterator[OfferSlots]:
    for slots, again, said in product((SAME_MONTH, YEAR_CHANGE, ONE_DAY, SAME_MONTH[:1]), (False, True), (None, DAYS[0])):
        yield OfferSlots(slots, (), again, said)
        yield OfferSlots(slots, ("Laura", None, "Marco")[: len(slots)], again, said)
