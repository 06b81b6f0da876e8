"""What the business offers and who does it: `servizi.list`, `operatori.list`. Reads only."""

from pipeline.desk.deeds import Shape, find_service
from pipeline.model.business import Id
from pipeline.ports import World
from pipeline.rules import shapes


def servizi(world: World, *, servizio_id: Id | None = None) -> Shape:
    """The active services in the business's order, or the one of that id. Raises NotFound."""
    found = world.reads.services() if servizio_id is None else (find_service(world, servizio_id),)
    return {"servizi": [shapes.service(service) for service in found]}


def operatori(world: World, *, servizio_id: Id | None = None) -> Shape:
    """The active operators in the business's order, or those who do that service. Raises NotFound."""
    found = world.reads.operators()
    if servizio_id is not None:
        wanted = find_service(world, servizio_id).id
        found = tuple(operator for operator in found if operator.does(wanted))
    return {"operatori": [shapes.operator(operator) for operator in found]}
