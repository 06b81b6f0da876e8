"""What the business offers and who does it.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.catalogue`. It knows the shapes, not the rules.
"""

from typing import Literal

from rpc.methods.fields import Id, Params, Result, WireId


class CatalogueParams(Params):
    """Params of `servizi.list` and `operatori.list`: this service alone, or those who do it."""

    servizio_id: Id | None = None


class Service(Result):
    """An active service; minutes and euros."""

    id: WireId
    nome: str
    descrizione: str | None
    categoria: str | None
    prezzo: float | None
    durata_minuti: int
    buffer_minuti: int
    sinonimi: list[str]


class ServicesResult(Result):
    """The active services in the business's order."""

    servizi: list[Service]


class Operator(Result):
    """An active operator; `servizi` null = does everything."""

    id: WireId
    nome: str
    cognome: str
    genere: Literal["M", "F"] | None
    servizi: list[WireId] | None


class OperatorsResult(Result):
    """The active operators in the business's order."""

    operatori: list[Operator]
