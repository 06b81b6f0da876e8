"""Services that bear one name: each is given the words that tell it apart, so that a caller can choose and hears which was chosen.

Used by `store.catalog` for the words of the business; the rows keep the name they have.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.model.business import Service


def told_apart(services: tuple[Service, ...]) -> tuple[Service, ...]:
    """The services in their order: "Taglio" of two categories becomes "Taglio Uomo" and "Taglio Donna", else it is told by length or price.

    Those that differ in nothing keep their name: it does not matter which is meant.
    """
    bearers: dict[str, list[Service]] = {}
    for service in services:
        bearers.setdefault(service.nome.casefold(), []).append(service)
    if len(bearers) == len(services):
        return services
    return tuple(_among(service, bearers[service.nome.casefold()]) for service in services)


def _among(service: Service, bearers: Iterable[Service]) -> Service:
    for words in _WAYS:
        told = {words(each) for each in bearers}
        if len(told) > 1 and None not in told:
            return replace(service, nome=f"{service.nome} {words(service)}")
    return service


def _category(service: Service) -> str | None:
    """ "Taglio" of "Taglio e piega" is told by something else."""
    words = set((service.categoria or "").casefold().split())
    return service.categoria if words and words.isdisjoint(service.nome.casefold().split()) else None


def _price(service: Service) -> str | None:
    if service.prezzo is None or service.prezzo <= 0:
        return None
    return f"da {f'{service.prezzo:.2f}'.removesuffix('.00').replace('.', ',')} euro"


def _length(service: Service) -> str:
    return f"da {service.durata} minuti"


_WAYS: tuple[Callable[[Service], str | None], ...] = (_category, _length, _price)
