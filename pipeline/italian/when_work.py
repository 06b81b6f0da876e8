"""Hours at which somebody is only just free, or busy: "stacco alle 17", "fino alle quattro tengo i nipoti", "ho il treno alle 18".

Called by `when_times`; calls the scene and the links. It must never know what an hour is worth.
"""

from dataclasses import replace

from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when_links import Bend, Link, refused_after

_REASONS = frozenset({"perche", "treno", "bus", "aereo", "pullman", "autobus", "riunione", "volo"})
OTHER_SIDE: dict[Bend, Bend] = {"before": "from", "after": "until"}
"""What is left when one side is refused ("prima delle 16 non posso")."""
_LEAVES = frozenset({"esco", "stacco", "finisco", "smonto", "usciamo", "finiamo", "chiudo", "termino", "smetto"})
_MEALS = frozenset({"mangiare", "pranzo", "pranzare", "pausa", "cena", "cenare"})


def off_work(scene: Scene, time: TimeFound, ties: Link, count: int, reached: int) -> Link:
    """ "stacco alle 17", "lavoro fino alle 17": free from then on; "ho il treno alle 18" beside another hour is only a reason."""
    before = {scene.at(index) for index in range(max(ties.start - 4, reached + 1 if reached else 0), ties.start)}
    then = {"dopo", "poi"} & {scene.at(index) for index in range(time.span.end, time.span.end + 8)}
    as_far_as = ties.bend == "until" and scene.at(ties.start) in ("fino", "sino", "fin")
    if time.is_clock and count == 1 and as_far_as and then:
        # "Fino alle quattro tengo i nipoti, dopo va bene tutto".
        return replace(ties, bend="from")
    leaving = ties.bend == "" and (before | {scene.at(time.span.end)}) & _LEAVES and not _to_eat(scene, ties.start, time.span.end)
    working = ties.bend == "until" and before & {"lavoro", "lavoriamo", "occupato", "occupata", "impegnata", "impegnato", "scuola"}
    if time.is_clock and (leaving or working):
        return replace(ties, bend="from")
    if time.is_clock and ties.bend in OTHER_SIDE and refused_after(scene, time.span.end):
        return replace(ties, bend=OTHER_SIDE[ties.bend])
    if time.is_clock and count > 1 and ties.bend == "" and before & _REASONS:
        return replace(ties, bend="not")
    return ties


def _to_eat(scene: Scene, start: int, end: int) -> bool:
    """ "Esco a mangiare all'una": who is free for a while names the hour, not from when on he has time."""
    around = (*range(max(start - 3, 0), start), *range(end, end + 3))
    return any(scene.at(place) in ("a", "per", "in") and scene.at(place + 1) in _MEALS for place in around)
