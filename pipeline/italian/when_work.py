"""Hours at which somebody is only just free, or busy: "stacco alle 17", "fino alle quattro tengo i nipoti", "ho il treno alle 18".

Called by `when_times`; calls the scene and the links. It must never know what an hour is worth.
"""

from dataclasses import replace

from pipeline.italian.dates_words import AT
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when_links import Bend, Link, is_moving, refused_after

_REASONS = frozenset({"perche", "treno", "bus", "aereo", "pullman", "autobus", "riunione", "volo"})
OTHER_SIDE: dict[Bend, Bend] = {"before": "from", "after": "until"}
"""What is left when one side is refused ("prima delle 16 non posso")."""
_OF_OTHERS = frozenset({"esce", "escono", "finisce", "finiscono", "entra", "entrano"})
_PROPOSES = frozenset({"facciamo", "diciamo", "mettiamo", "direi", "meglio", "quindi", "percio", "allora", "va"})
_LEAVES = frozenset({
    "esco", "stacco", "finisco", "smonto", "usciamo", "finiamo", "chiudo", "termino", "smetto", *_OF_OTHERS,
})  # fmt: skip
_SIDES: dict[str, Bend] = {"prima": "until", "dopo": "from", "poi": "from"}
_OF_THAT_HOUR = frozenset(
    {"", "quindi", "di", "quando", "va", "si", "sono", "posso", "e", "per", "pero", "o", "sempre", "grazie", "allora"}
)

_TWO = 2
_MEALS = frozenset({"mangiare", "pranzo", "pranzare", "pausa", "cena", "cenare"})


def off_work(scene: Scene, time: TimeFound, ties: Link, count: int, reached: int) -> Link:
    """ "stacco alle 17", "lavoro fino alle 17": free from then on; "ho il treno alle 18" beside another hour is only a reason."""
    before = _said_before(scene, ties.start, reached)
    then = {"dopo", "poi"} & {scene.at(index) for index in range(time.span.end, time.span.end + 8)}
    as_far_as = ties.bend == "until" and scene.at(ties.start) in ("fino", "sino", "fin")
    side = side_alone(scene, time.span.end) if time.is_clock and count == 1 and ties.bend == "" else None
    if side is not None:
        return replace(ties, bend=side)
    if time.is_clock and count == 1 and as_far_as and then:
        # "Fino alle quattro tengo i nipoti, dopo va bene tutto".
        return replace(ties, bend="from")
    after = frozenset[str]() if scene.breaks(time.span.end) else {scene.at(time.span.end)}
    leaving = ties.bend == "" and (before | after) & _LEAVES and not _to_eat(scene, ties.start, time.span.end)
    working = ties.bend == "until" and before & {"lavoro", "lavoriamo", "occupato", "occupata", "impegnata", "impegnato", "scuola"}
    if time.is_clock and (leaving or working):
        return replace(ties, bend="from")
    if time.is_clock and ties.bend in OTHER_SIDE and refused_after(scene, time.span.end):
        return replace(ties, bend=OTHER_SIDE[ties.bend])
    if time.is_clock and count > 1 and ties.bend == "" and before & _REASONS:
        return replace(ties, bend="not")
    return ties


def frees(scene: Scene, start: int) -> bool:
    """Whether the caller is free from the hour beginning here on ("esco alle sette"): it still tells which half of the day is meant."""
    return any(scene.at(place) in _LEAVES - _OF_OTHERS for place in range(max(start - 3, 0), start))


def _said_before(scene: Scene, start: int, reached: int) -> set[str]:
    """The last words before an hour that are about it; what others do belongs to the hour of its own clause."""
    words: set[str] = set()
    begins = reached - 1 if reached and scene.breaks(reached) else reached if reached else -1
    for place in range(start - 1, max(start - 5, begins), -1):
        norm = scene.at(place)
        apart = any(scene.breaks(at) for at in range(place + 1, start + 1))
        if norm in _PROPOSES:
            break
        if not (apart and norm in _OF_OTHERS):
            words.add(norm)
    return words


def side_alone(scene: Scene, end: int) -> Bend | None:
    """ "Alle cinque ho la riunione, prima", "escono alle quattro, prima di quell'ora": on which side of the hour there is time."""
    for place in range(end, len(scene.words)):
        side = _SIDES.get(scene.at(place))
        begins = scene.breaks(place) or scene.at(place - 1) in ("cui", "quindi", "percio", "allora")
        alone = side is not None and begins and (scene.breaks(place + 1) or scene.at(place + 1) in _OF_THAT_HOUR)
        if alone and (scene.at(place + 1) != "di" or scene.at(place + 2) in ("quell'", "quella", "quello")):
            return side
    return None


def _to_eat(scene: Scene, start: int, end: int) -> bool:
    """ "Esco a mangiare all'una": who is free for a while names the hour, not from when on he has time."""
    around = (*range(max(start - 3, 0), start), *range(end, end + 3))
    return any(scene.at(place) in ("a", "per", "in") and scene.at(place + 1) in _MEALS for place in around)


def part_given_up(scene: Scene, linked: list[tuple[TimeFound, Link]]) -> list[tuple[TimeFound, Link]]:
    """ "Può slittare al pomeriggio la visita di domani mattina?": the part of the day where the visit stands now."""
    parts = [(time, ties) for time, ties in linked if time.part and not time.is_clock]
    if len(parts) < _TWO or not is_moving(scene) or not any(ties.det in AT for _, ties in parts):
        return linked
    stays = {time.span.start for time, ties in parts if ties.det in AT}
    return [
        (time, replace(ties, bend="not") if time.part and not time.is_clock and time.span.start not in stays else ties)
        for time, ties in linked
    ]
