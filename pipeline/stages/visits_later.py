"""What is said of a visit still to come, while another is being arranged: "per me va bene, per mio figlio meglio alle 15".

Called by the stage of visits. It must never touch the visit that is being arranged.
"""

from dataclasses import replace

from pipeline.italian.parse import parse
from pipeline.italian.several import of_people
from pipeline.italian.several_people import Part
from pipeline.model.parse import Parse
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.stages.slots import slots
from pipeline.stages.understanding import context


def of_those_to_come(turn: Turn, world: World) -> Turn:
    """The turn with each such word put into its own visit, and only the rest left to be read; a person turned down has no visit."""
    waiting = {visit.per_altri for visit in turn.dialogue.later if visit.per_altri} - {turn.slots.per_altri}
    parts, rest, refused = of_people(turn.parse, context(turn), waiting) if waiting else ((), "", frozenset[str]())
    if not parts and not refused:
        return turn
    later = tuple(_told(turn, visit, parts, world) for visit in turn.dialogue.later if visit.per_altri not in refused)
    heard = parse(rest, context(turn)) if rest else Parse(turn.parse.text)
    agreed = turn.before.step == "conferma" and heard.yes_no is True and heard.intent in (None, "conferma")
    kept = replace(heard, text=turn.parse.text, name=turn.parse.name)
    return replace(turn.with_dialogue(later=later), parse=kept, understood=True, agreed=turn.agreed or agreed)


def _told(turn: Turn, visit: Slots, parts: tuple[Part, ...], world: World) -> Slots:
    part = next((one for one in parts if one.person == visit.per_altri), None)
    if part is None:
        return visit
    alone = replace(turn.with_dialogue(slots=Slots(nome=""), step="ascolto"), parse=replace(part.parse, name=None))
    said = slots(alone, world).slots
    if said.servizi or said.servizi_in_dubbio:
        visit = replace(visit, servizi=said.servizi, servizi_in_dubbio=said.servizi_in_dubbio)
    when = said.quando
    if when == When():
        return visit
    day = when if when.data is not None or when.da_data is not None else replace(when, data=visit.quando.data)
    return replace(visit, quando=day if day.ora is not None or day.da_ora is not None else replace(day, ora=visit.quando.ora))
