"""Which of the days said is meant: ranges, alternatives, exclusions, weekdays moved into the week said, the later of two days.

Called by `when`; calls the links and the candidates. It must never know of times.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.italian import when_stretches
from pipeline.italian.dates_words import ARTICLES, AT, FROM, OF, DateFound, plus
from pipeline.italian.scene import Scene
from pipeline.italian.when_excluded import not_excluded, where_others_begin
from pipeline.italian.when_links import Bend, Link, is_a_reason, is_away, is_moving, link, refused_after
from pipeline.italian.when_places import Piece, in_their_week
from pipeline.italian.when_stretches import Interval
from pipeline.italian.wordlists import word_set

OR = frozenset({"o", "oppure", "od", "altrimenti", "alternativa", "subordine", "senno", "oppur"})
BETWEEN_WORDS = word_set("o oppure od altrimenti in alternativa subordine limite senno se no al massimo anche magari e ed poi che")
_GRANTED = word_set("ma pero va bene andrebbe vanno posso potrei riesco riuscirei eventualmente anche forse")
_MOST_OTHERWISE, _LONGEST_OR = 7, 9
_CORRECTS = frozenset(
    {"anzi", "no", "invece", "meglio", "scusi", "scusa", "correggo", "sbagliato", "sbagliata", "pardon", "ma", "intendevo", "volevo"}
)
_OF_A_VISIT = ARTICLES | OF | AT | {"per"}
_LOOKING = frozenset({"data", "alternative", "ora"})
_NEW = ("prenotazione", "waitlist")


@dataclass(slots=True)
class Days:
    """What the days of the utterance come to."""

    date: dt.date | None = None
    interval: Interval | None = None
    others: list[dt.date] = field(default_factory=list[dt.date])
    also: list[dt.date] = field(default_factory=list[dt.date])
    excluded: list[int] = field(default_factory=list[int])
    choices: tuple[dt.date, ...] = ()
    conflict: str | None = None
    problem: Literal["past", "impossible"] | None = None
    approximate: bool = False
    chosen: list[Piece] = field(default_factory=list[Piece])


def pieces(
    scene: Scene, found: list[DateFound], held: set[int], habits: frozenset[int] = frozenset(), taken: frozenset[int] = frozenset()
) -> list[Piece]:
    """The candidates with their links; ranges are one piece. `held`: positions of times, which do not part two days.

    `habits`: where weekdays begin on which the caller is never free; `taken`: days on which he is not this time.
    """
    linked = [(day, link(scene, day.span.start, day.span.end)) for day in found]
    others = where_others_begin(scene)
    away = habits | {day.span.start for day in found if day.weekday is not None and day.span.end <= others}
    linked = [(day, replace(ties, bend=_not_free(day, ties.bend, away, taken))) for day, ties in linked]
    moving = is_moving(scene)
    result: list[Piece] = []
    index = 0
    while index < len(linked):
        day, ties = linked[index]
        gap = words_between(scene, linked[index - 1][1].end, ties.start, held) if index else []
        joined = bool(index) and is_or(scene, gap, linked[index - 1][1], ties) and not _said_closer(gap, linked[index - 1][0], day)
        if ties.bend == "until" and is_away(scene, day, ties):
            ties = replace(ties, bend="after")
        if ties.bend == "" and is_a_reason(scene, linked, index):
            ties = replace(ties, bend="origin")
        following = linked[index + 1] if index + 1 < len(linked) else None
        if following is not None and _is_range(scene, day, ties, following[0], following[1], held):
            if moving and ties.bend == "from":
                result.append(Piece(day, replace(ties, bend="origin"), joined))
                result.append(Piece(following[0], replace(following[1], bend="")))
            else:
                result.append(Piece(when_stretches.spanned(day, following[0]), replace(ties, bend="", end=following[1].end), joined))
            index += 2
            continue
        result.append(Piece(day, replace(ties, bend="origin") if moving and ties.bend == "from" and following else ties, joined))
        index += 1
    return [_given_up(scene, piece, result[:place]) for place, piece in enumerate(result)] if moving else result


def _not_free(day: DateFound, bend: Bend, away: frozenset[int], taken: frozenset[int]) -> Bend:
    if day.span.start in away and bend in ("", "not"):
        return "except"
    return "not" if day.span.start in taken else bend


def _given_up(scene: Scene, piece: Piece, before: list[Piece]) -> Piece:
    """ "Sposti a sabato la piega di venerdì", "al 5 quella che ho il 3": behind the day to move to, the one it stands on now."""
    aimed = any(
        each.link.bend == "" and each.found.is_day and (each.link.det in AT or scene.at(each.link.start) == "per") for each in before
    )
    words = {scene.at(place) for place in range(max(0, piece.link.start - 2), piece.link.start)}
    stands = piece.link.det in OF or bool(words & {"ho", "avevo", "abbiamo", "avevamo"})
    given_up = aimed and stands and piece.found.is_day and piece.link.bend == "" and not piece.joined
    return replace(piece, link=replace(piece.link, bend="origin")) if given_up else piece


def _said_closer(gap: list[str], before: DateFound, day: DateFound) -> bool:
    """ "Questo martedì, martedì a otto": the same weekday named again replaces the first, unless both are offered."""
    same = before.weekday is not None and before.weekday == day.weekday and before.first != day.first
    closer = before.kind == "feast" and day.kind == "date" and not gap
    return (same or closer) and not OR & set(gap)


def words_between(scene: Scene, start: int, end: int, held: set[int]) -> list[str]:
    """The words from one phrase to the next that belong to no other phrase."""
    return [scene.at(index) for index in range(start, end) if index not in held]


def is_or(scene: Scene, gap: list[str], before: Link, after: Link) -> bool:
    """Whether two phrases are alternatives of each other rather than the second replacing the first."""
    if after.bend == "not" and before.bend == "" and before.det == after.det in ("di", "il", "") and gap in (["e"], ["o"], ["ed"]):
        # "Di lunedì e di sabato no" refuses both, as does "il lunedì e il sabato no".
        return True
    if before.bend == after.bend == "" and (_one_more(gap) or _as_well(gap)):
        return True
    if len(gap) > (_LONGEST_OR if gap and gap[0] in OR else 5) or before.bend == "not" or after.bend in ("not", "except", "until", "from"):
        return False
    words = [word for word in gap if word not in ("il", "la")]
    if not OR & set(words) and words[:2] != ["se", "no"] and _replaces(scene, before, after):
        return False
    if not words and (after.det in ("a", "al", "ad", "all'") or (before.det in OF and after.det in AT)):
        return False
    if words[-2:] == ["se", "no"]:
        return True
    if "no" in words and "se" not in words:
        return False
    if _CORRECTS & set(words) - {"no"} and words[0] not in OR:
        return False
    return not words or set(words) <= BETWEEN_WORDS or bool(OR & set(words))


def _as_well(gap: list[str]) -> bool:
    """ "Domani sarei libera, ma anche venerdì", "giovedì, ma va bene anche mercoledì", "alle 17, se non c'è alle 18"."""
    granted = gap[-1:] == ["anche"] and gap[0] in ("ma", "pero") and set(gap) <= _GRANTED
    otherwise = gap[:2] == ["se", "non"] and len(gap) <= _MOST_OTHERWISE
    first_choice = gap[:1] == ["come"] and gap[1:2] in (["prima"], ["primo"]) and len(gap) <= _MOST_OTHERWISE
    return granted or otherwise or first_choice or gap[-2:] == ["ma", "anche"]


def _replaces(scene: Scene, before: Link, after: Link) -> bool:
    """ "Il ventiquattro, allora il venticinque", "no lunedì, martedì": the second moment takes the place of the first."""
    concluded = bool(scene.resumed & set(range(before.end, after.start + 1)))
    refused = before.start == 1 and scene.at(0) == "no" and not scene.breaks(1)
    return concluded or refused


def _one_more(gap: list[str]) -> bool:
    """ "La piega martedì e il colore giovedì", "sia l'igiene del 22 che il controllo del 29": a moment for each of two visits."""
    words = [word for word in gap if word not in _OF_A_VISIT]
    return (
        len(gap) <= 6
        and gap[:1] in (["e"], ["che"], ["ed"], ["poi"])
        and "" in gap
        and set(words) <= {"e", "che", "ed", "poi", "", "anche"}
    )


def _is_range(scene: Scene, one: DateFound, ties: Link, two: DateFound, following: Link, held: set[int]) -> bool:
    gap = words_between(scene, ties.end, following.start, held)
    if ties.bend == "between":
        return gap in (["e"], ["ed"]) and one.first is not None and two.first is not None
    if ties.bend == "from" and (following.det in AT or following.bend == "until"):
        return not gap and (following.det not in FROM)
    return False


def decide(scene: Scene, said: list[Piece]) -> Days:
    """The one meaning of all the days of an utterance."""
    result = Days()
    plain = not_excluded(scene, in_their_week(scene, said), result.excluded)
    plain = [replace(piece, link=replace(piece.link, bend="not")) if _cannot_then(scene, piece.found) else piece for piece in plain]
    meant = [piece for piece in plain if piece.link.bend not in ("not", "origin")]
    if not meant:
        _fall_back(scene, plain, result)
        return result
    sound = [piece for piece in meant if not piece.found.problem]
    if not sound:
        result.problem = meant[-1].found.problem
        return result
    days = [piece for piece in sound if piece.found.is_day and piece.link.bend in ("", "around", "between")]
    if days:
        _choose_day(days, result)
    else:
        _choose_stretch(sound, result)
    return result


def _cannot_then(scene: Scene, found: DateFound) -> bool:
    """ "Oggi non riesco", said while a new time is looked for: that day is turned down; with an hour only a part of it is."""
    end = found.span.end
    partly = {"prima", "dopo"} & {scene.at(place) for place in range(end, end + 5)}
    return _looking(scene) and scene.context.flow in (None, *_NEW) and refused_after(scene, end) and not partly


def _looking(scene: Scene) -> bool:
    """Whether a new time is looked for: one was asked, or a visit is being arranged, whatever is asked just now."""
    return scene.context.step in _LOOKING or scene.context.flow in _NEW


def _fall_back(scene: Scene, plain: list[Piece], result: Days) -> None:
    """Only days that are negated or left behind: a refused weekday is an exclusion, the origin of a move is the day meant.

    Who cannot come today, tomorrow or next week wants to come later.
    """
    for piece in plain:
        if piece.link.bend == "not" and piece.found.weekday is not None:
            result.excluded.append(piece.found.weekday)
        elif piece.link.bend == "origin" and piece.found.is_day:
            result.date = piece.found.first
            result.chosen = [piece]
        elif piece.found.last and _looking(scene) and (not piece.found.is_day or (piece.found.last - scene.today).days < 2):
            result.interval = (plus(piece.found.last, 1), None)


def _choose_day(days: list[Piece], result: Days) -> None:
    group: list[Piece] = []
    for piece in days:
        group = [*group, piece] if piece.joined and group else [piece]
    first = group[0].found
    result.chosen = group
    result.approximate = any(piece.link.bend == "around" or piece.found.approximate for piece in group)
    result.choices, result.conflict = first.choices, first.conflict
    result.date = None if first.choices else first.first
    result.others = [piece.found.first for piece in group[1:] if piece.found.first and piece.found.first != first.first]
    result.also = list(first.also) if len(group) == 1 and not first.choices else []


def _choose_stretch(sound: list[Piece], result: Days) -> None:
    current: Interval | None = None
    for piece in sound:
        interval = when_stretches.bent(piece.found, piece.link.bend)
        if current is None:
            current = interval
        elif piece.joined and current[0] and current[1] and interval[0] and interval[1]:
            current = (
                (min(current[0], interval[0]), max(current[1], interval[1]))
                if not when_stretches.overlap(current, interval)
                else when_stretches.meet(current, interval)
            )
        else:
            current = when_stretches.meet(current, interval) if when_stretches.overlap(current, interval) else interval
    result.interval = current
    result.chosen = sound
    result.approximate = any(piece.found.approximate for piece in sound)
