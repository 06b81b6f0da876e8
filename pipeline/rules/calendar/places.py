"""Appointments that nobody was named for: whether all of them still find an operator of their own.

Called by `agenda`; calls nothing but `masks`. It knows minutes and ids, no hours and no services. Rule: contract
section 4, "An appointment without operator takes one of those who can do it". One operator serves it from start to end,
so this is the colouring of intervals with lists, not a count at each instant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.business import Id
from pipeline.rules.calendar.masks import stretch

_BUDGET = 3_000
"""Steps of one search: beyond them the answer is no, because a time that may be taken is not offered."""


class _TooHard(Exception):
    """The search for an assignment used up its budget."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An appointment without operator and who could take it."""

    start: int
    end: int
    able: frozenset[Id]


class Places:
    """The appointments of a day without operator, and the minutes at which each operator is not taken by name."""

    def __init__(self, unplaced: Iterable[Unplaced], free: dict[Id, int]) -> None:
        self._all = sorted(unplaced, key=lambda one: (one.start, one.end))
        self._free = free
        self._answers: dict[tuple[Id, tuple[int, ...]], bool] = {}

    def spare(self, place: Id, start: int, end: int) -> bool:
        """Whether `place` may take this stretch and everybody without operator is still served by somebody else."""
        near = tuple(index for index, one in enumerate(self._all) if one.start < end and start < one.end)
        if not near:
            return True
        if stretch(start, end) & self._full or not self._too_hard.isdisjoint(near):
            return False
        if all(self._usual.get(index, place) != place for index in near):
            return True
        key = (place, near)
        if key not in self._answers:
            self._answers[key] = self._search(place, near)
        return self._answers[key]

    def _search(self, place: Id, near: tuple[int, ...]) -> bool:
        # What was overbooked elsewhere does not close the hours around it: then only those the visit meets are asked.
        whole = all(index in self._usual for index in near)
        linked = sorted({index for one in near for index in self._chains[one]}) if whole else near
        if whole and self._moved_aside(place, near, linked):
            return True
        try:
            return self._assign(linked, place, near) is not None
        except _TooHard:
            return False

    def _moved_aside(self, place: Id, near: Sequence[int], linked: Sequence[int]) -> bool:
        """Whether what `place` usually serves there can simply go to somebody who is idle then: no search is needed."""
        taken: dict[int, Id] = {index: self._usual[index] for index in linked}
        for index in near:
            job = self._all[index]
            if taken[index] == place:
                met = {taken[other] for other in linked if self._all[other].start < job.end and job.start < self._all[other].end}
                idle = next((able for able in job.able if able not in met), None)
                if idle is None:
                    return False
                taken[index] = idle
        return True

    @cached_property
    def _chains(self) -> list[list[int]]:
        """For each appointment the indexes of all that a chain of overlaps links it to, itself included."""
        found: list[list[int]] = []
        reach = -1
        for index, one in enumerate(self._all):
            found.append(found[-1] if found and one.start < reach else [])
            found[-1].append(index)
            reach = max(reach, one.end)
        return found

    @cached_property
    def _arranged(self) -> tuple[dict[int, Id], frozenset[int]]:
        """One way to serve everybody, chain by chain (nothing for a chain that cannot be served), and the chains too hard to tell."""
        found: dict[int, Id] = {}
        hard: set[int] = set()
        for index, chain in enumerate(self._chains):
            if chain[0] == index and not self._overbooked(chain):
                try:
                    found.update(self._assign(chain) or {})
                except _TooHard:
                    hard.update(chain)
        return found, frozenset(hard)

    @property
    def _usual(self) -> dict[int, Id]:
        return self._arranged[0]

    @property
    def _too_hard(self) -> frozenset[int]:
        return self._arranged[1]

    def _overbooked(self, chain: Sequence[int]) -> bool:
        """Whether some minute has more of them than there are operators for it: the cheap proof that no assignment exists."""
        jobs = [self._all[index] for index in chain]
        return any(not job.able for job in jobs) or any(stretch(job.start, job.end) & self._over for job in jobs)

    @cached_property
    def _full(self) -> int:
        """The minutes at which those without operator already are as many as the operators not taken by name."""
        return self._short_of(1)

    @cached_property
    def _over(self) -> int:
        """The minutes at which those without operator are more than the operators not taken by name."""
        return self._short_of(0)

    def _short_of(self, spare: int) -> int:
        """The minutes with somebody waiting at which fewer than `spare` operators would be left over."""
        waiting = _layers(stretch(one.start, one.end) for one in self._all)
        free = _layers(self._free.values())
        short = 0
        for count, mask in enumerate(waiting, start=1):
            needed = count + spare - 1
            short |= mask & ~free[needed] if needed < len(free) else mask
        return short

    def _assign(self, indexes: Sequence[int], place: Id | None = None, barred: Sequence[int] = ()) -> dict[int, Id] | None:
        """An operator for each of these, no operator twice at once and `place` for none of the barred; None when there is no way."""
        jobs = [self._all[index] for index in indexes]
        demand: dict[Id, int] = {}
        for job in jobs:
            for able in job.able:
                demand[able] = demand.get(able, 0) + 1
        choices = [
            sorted((able for able in job.able if able != place or index not in barred), key=lambda able: demand[able])
            for index, job in zip(indexes, jobs, strict=True)
        ]
        chosen = _colour(jobs, choices)
        return None if chosen is None else dict(zip(indexes, chosen, strict=True))


def _layers(masks: Iterable[int]) -> list[int]:
    """At position k the minutes that are set in at least k + 1 of the masks."""
    layers: list[int] = []
    for mask in masks:
        for level, layer in enumerate(layers):
            layers[level], mask = layer | mask, layer & mask
        if mask:
            layers.append(mask)
    return layers


def _colour(jobs: Sequence[Unplaced], choices: Sequence[Sequence[Id]]) -> list[Id] | None:
    """One choice for each job so that no two that overlap share it; jobs ascend by start. Depth first, dead ends remembered."""
    until: dict[Id, int] = {}
    trail: list[tuple[Id, int, Iterator[Id]]] = []
    dead: set[tuple[int, frozenset[tuple[Id, int]]]] = set()

    def state() -> tuple[int, frozenset[tuple[Id, int]]]:
        start = jobs[len(trail)].start
        return len(trail), frozenset((choice, end) for choice, end in until.items() if end > start)

    options = iter(choices[0])
    for _ in range(_BUDGET):
        job = jobs[len(trail)]
        choice = next((one for one in options if until.get(one, 0) <= job.start), None)
        if choice is None:
            if not trail:
                return None
            dead.add(state())
            last, before, options = trail.pop()
            until[last] = before
            continue
        trail.append((choice, until.get(choice, 0), options))
        until[choice] = job.end
        if len(trail) == len(jobs):
            return [entry[0] for entry in trail]
        options = iter(choices[len(trail)] if state() not in dead else ())
    raise _TooHard
