"""What the business offers and who does it.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.catalogue`. It knows the shapes, not the rules.
"""

from rpc.methods.fields import Id, Params, Result, WireId


class CatalogueParams(Params):
    """Params of `servizi.list` and `operatori.list`: this service alone, or those who do it."""

    servizio_id: Id | None = None


class Service(Result):
    """An active service; minutes and euros."""

    id: WireId
    nome: str
    durata_minuti: int
    prezzo: float | None


class ServicesResult(Result):
    """The active services in the business's order."""

    servizi: list[Service]


class Operator(Result):
    """An active operator."""

    id: WireId
    nome: str
    cognome: str | None = None


class OperatorsResult(Result):
    """The active operators in the business's order."""

    operatori: list[Operator]
