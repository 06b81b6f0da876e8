"""Several visits in one breath: "una piega giovedì alle 16 e un colore sabato alle 10", "un taglio per me e uno per mio figlio".

Called by the stage of visits; calls `parse` for each part. It must never know what is booked: it says which parts there are, in the order
said. Services said together with one time, or for one person, are one visit and no several.
"""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

from pipeline.italian import others, several_alike
from pipeline.italian.families import suited
from pipeline.italian.parse import parse
from pipeline.italian.proposals import agrees_and_goes_on
from pipeline.italian.several_people import (
    OF_ITS_TIME,
    SOMEBODY,
    THAT_ONE,
    Part,
    comes_too,
    for_person,
    inherited,
    like_him,
    likewise,
    merged,
    one_each,
    only_mentioned,
    segments,
)
from pipeline.italian.vocabulary import compiled
from pipeline.italian.words import fold, tokenize
from pipeline.model.business import Id
from pipeline.model.parse import Context, Parse

_SELF = re.compile(
    r"\b(?:per me(?! (?:va|andrebbe|puo andare|sarebbe|non|e (?:lo stesso|uguale|indifferente|ok|perfetto|meglio)))|a me|io)\b"
)
_ADDS = re.compile(r"\b(?:anche|pure|poi|inoltre|un ?'? ?altr[oa]|un[oa]|aggiung\w+|e)\b")
_REFUSED = re.compile(
    r"\b(?:lasc\w+ (?:stare|perdere)|senza|niente|non (?:viene|vengono|serve|lo|la|mi|piu)|tolg\w+|togli\w*|annull\w+|cancell\w+|disd\w+)\b"
    r"|\bno\W*$"
)
_AND_ONE = re.compile(r"\b(?:e|poi) (?:anche )?(?:un[oa]|un ?'? ?altr[oa])\b")
_AS_WELL = re.compile(r"\b(?:anche|pure|stess[oa] cosa|un ?'? ?altr[oa])\b")
_ANYBODY = re.compile(
    rf"\b(?:il |la )?(?:{'|'.join(sorted(others.POSSESSIVES))}) (?:{'|'.join(sorted(others.RELATIVES))})\b", re.IGNORECASE
)
_ALSO_SOMEBODY = re.compile(rf"(?:^|[,;.]\s*|(?<!['’])\b(?:e|ed) )(?:anche|pure) {_ANYBODY.pattern[2:]}")
_PRONOUN = re.compile(
    r"\bper (?:lei|lui)\b|\b(?:anche|pure) lui\b"
    r"|\b(?:anche|pure) lei (?:deve|dovrebbe|vuole|vorrebbe|viene|verrebbe|ha bisogno|farebbe|fa)\b"
)
_SAME_HOUR = re.compile(r"\b(?:stess[oa]|medesim[oa]) (?:ora|orario)\b")
_FOR_BOTH = re.compile(
    r"\b(?:per me|io),? (?:e |ed |sia |che |con |anche |pure |un[oa] |un altr[oa] |l'? ?altr[oa] )+"
    r"(?:per |(?:il |la )?(?:mi[oae]|nostr[oa])\b)"
    r"|\bper me, (?:per )?(?:mi[oae]|nostr[oa]) \w+ e (?:per )?(?:mi[oae]|nostr[oa])\b"
)
MOST = 4


def visits_in(whole: Parse, context: Context) -> tuple[Part, ...]:
    """The visits of an utterance in the order said, at least two; () when it speaks of one."""
    note = others.note(whole.text)
    text = whole.text[: note[1]] if note else whole.text
    if whole.correction is not None:
        return ()
    if not _may_be_several(whole, fold(text)):
        return _for_both(whole, text, context)
    pieces = _grouped(text, context)
    found = _by_person(_people(pieces, context), context)
    if not found and several_alike.how_many(whole, fold(text), context) < 2:
        found = _by_time(_timed(pieces, context), context)
    return tuple(_narrowed(part, whole) for part in found) if found else _counted(whole, fold(text), context)


def _narrowed(part: Part, whole: Parse) -> Part:
    """ "Un taglio per me e uno per mio figlio": what the whole sentence leaves of a family is left to the caller, too."""
    if part.person != "":
        return part
    left = (next((f for f in whole.services_ambiguous if set(f) < set(family)), family) for family in part.parse.services_ambiguous)
    return replace(part, parse=replace(part.parse, services_ambiguous=tuple(left)))


def beside(whole: Parse, context: Context, person: str | None) -> tuple[tuple[Part, ...], str]:
    """Further visits beside the one that is arranged, and what is said before them: for somebody else than `person`, or of another service.

    Who was spoken of only as "anche lui" is somebody else where nobody was spoken of before.
    """
    if whole.correction is not None and whole.correction.slot != "servizi" and not agrees_and_goes_on(whole.text):
        return (), ""
    found: list[Part] = []
    before = whole.text
    for start, end in segments(whole.text):
        piece = whole.text[start:end]
        part = _part(piece, context)
        if part.person == THAT_ONE and person is None:
            part = for_person(SOMEBODY, part)
        other = part.person is not None and part.person not in (person, THAT_ONE) and not only_mentioned(part, piece, context)
        again = any(part.when) and part.person is None and (part.what or _AS_WELL.search(fold(piece)) is not None)
        if _ADDS.search(fold(piece)) is not None and (other or again):
            before = before if found else whole.text[:start]
            found.append(part)
    return tuple(found), before


def of_people(whole: Parse, context: Context, people: set[str]) -> tuple[tuple[Part, ...], str, frozenset[str]]:
    """What is said of these people, each by himself; the rest of the words; and who of them is turned down."""
    parts: list[Part] = []
    kept: list[str] = []
    refused: set[str] = set()
    for start, end in segments(whole.text):
        piece = whole.text[start:end]
        part = _part(piece, context)
        person = next(iter(people)) if part.person == THAT_ONE and len(people) == 1 else part.person
        if not person or person not in people:
            kept.append(piece)
        elif _REFUSED.search(fold(piece)):
            refused.add(person)
        elif part.what or any(part.when):
            parts.append(for_person(person, part))
        else:
            kept.append(piece)
    return tuple(parts), "".join(kept).strip(" ,"), frozenset(refused)


def _may_be_several(whole: Parse, folded: str) -> bool:
    named = len(whole.services) + len(whole.services_ambiguous)
    timed = whole.date or whole.time or whole.date_interval or whole.time_interval
    again = timed and _AND_ONE.search(folded) is not None
    again = again or _ALSO_SOMEBODY.search(folded) is not None or like_him(folded)
    people = whole.for_other or again or _SELF.search(folded) or several_alike.may_count(folded)
    return bool(named) and bool((named > 1 and timed) or people)


def _part(text: str, context: Context) -> Part:
    said = parse(text, context)
    relative = _relative(text, context)
    if said.for_other is None and relative is not None:
        said = replace(said, for_other=relative.for_other, other_name=relative.other_name)
    elif said.for_other is None and _PRONOUN.search(fold(text)):
        said = replace(said, for_other=THAT_ONE)
    return Part(said, said.for_other if said.for_other is not None else "" if _SELF.search(fold(text)) else None)


def _relative(text: str, context: Context) -> Parse | None:
    """ "E mia figlia", "anche mio marito": whom a part is for that does not say "per"."""
    words = tokenize(text)
    for word, following in pairwise(words):
        if word.norm in others.POSSESSIVES and others.is_relative(following.norm):
            return parse(f"per {text[word.start :]}", context)
    return None


def _grouped(text: str, context: Context) -> list[str]:
    """The text cut before every visit: where another service is named, or another person."""
    cuts = [0]
    held = Part(Parse(""), None)
    for start, end in segments(text):
        part = _part(text[start:end], context)
        same = likewise(text[start:end])
        other_person = part.person is not None and held.person is not None and part.person != held.person
        also = part.person is not None and held.what and comes_too(text[start:end])
        if start and (((part.what or same) and held.what) or other_person or also):
            cuts.append(start)
            held = part
            continue
        held = Part(part.parse if part.what else held.parse, part.person if part.person is not None else held.person)
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _people(pieces: list[str], context: Context) -> list[Part]:
    """Each piece with its person: "per lei" is who was named before, and who adds somebody with "anche" means himself first."""
    parts = [_part(piece, context) for piece in pieces]
    named = next((part.person for part in parts if part.person and part.person != THAT_ONE), SOMEBODY)
    parts = [for_person(named, part) if part.person == THAT_ONE else part for part in parts]
    if any(part.person and comes_too(piece) for part, piece in zip(parts, pieces, strict=True)):
        parts = [part if part.person is not None else replace(part, person="") for part in parts]
    if one_each(pieces, parts):
        parts = [replace(parts[0], person=""), parts[1]]
    parts = merged(inherited(pieces, parts))
    telling = {part.person: place for place, part in sorted(enumerate(parts), key=lambda entry: entry[1].what)}
    return [part for place, part in enumerate(parts) if part.what or telling[part.person] == place]


def _by_person(parts: list[Part], context: Context) -> list[Part]:
    """Parts for different people; what one part leaves out is said by another."""
    model = next((part for part in parts if part.what), None)
    if model is None:
        return []
    if model.person is None and model is parts[0] and not any(part.what for part in parts[1:]):
        parts = parts[1:]  # "due pieghe, una per me e una per mia sorella": what was announced is given out
    people = {part.person for part in parts}
    if len(people) < 2 or None in people or len(parts) > MOST:
        return []
    plain = _ANYBODY.sub(" ", model.parse.text)
    timed = next((part.parse for part in parts if any(part.when)), model.parse)
    day = next((part.parse.date for part in (*parts, model) if part.parse.date), None)
    served = [part if part.what else _served(part, plain, model.parse, context) for part in parts]
    return [Part(_completed(part, timed, day), part.person) for part in served]


def _served(part: Part, plain: str, model: Parse, context: Context) -> Part:
    """The part with the service that another part names, as it is meant for this person ("uno per mio figlio": a child's)."""
    same = parse(f"{plain} per {part.person}" if part.person else plain, context)
    same = same if same.services or same.services_ambiguous else model
    return like(part, same.services, same.services_ambiguous, context)


def like(part: Part, services: tuple[Id, ...], doubt: tuple[tuple[Id, ...], ...], context: Context) -> Part:
    """The part with what is done for another person, each service as it suits this one."""
    another = likewise(part.parse.text)
    meant = [suited(compiled(context.lexicon), service, part.person or "", another) for service in services]
    settled = tuple(ids[0] for ids in meant if len(ids) == 1)
    return replace(part, parse=replace(part.parse, services=settled, services_ambiguous=(*(i for i in meant if len(i) > 1), *doubt)))


def _for_both(whole: Parse, text: str, context: Context) -> tuple[Part, ...]:
    """ "Un appuntamento per me e uno per mia figlia": what is to be done is asked of each."""
    if _FOR_BOTH.search(fold(text)) is None:
        return ()
    parts = _people(_grouped(text, context), context)
    people = [part.person for part in parts]
    if None in people or "" not in people or len(set(people)) < len(people) or not 1 < len(people) <= MOST:
        return ()
    timed = next((part.parse for part in parts if any(part.when)), whole)
    return tuple(Part(_completed(part, timed, timed.date), part.person) for part in parts)


def _completed(part: Part, timed: Parse, day: dt.date | None) -> Parse:
    said = part.parse
    if not any(part.when):
        said = replace(said, **{name: getattr(timed, name) for name in OF_ITS_TIME})
    return _beside(said, day, timed.time)


def _timed(pieces: list[str], context: Context) -> list[str]:
    """The pieces, each with a time of its own: one without goes with the next, the last with the one before."""
    result: list[str] = []
    waiting = ""
    for piece in pieces:
        waiting += piece
        if any(_part(piece, context).when):
            result.append(waiting)
            waiting = ""
    return [*result[:-1], result[-1] + waiting] if result else []


def _by_time(pieces: list[str], context: Context) -> list[Part]:
    """Visits of one person at times of their own; an hour without a day is of the day said beside it."""
    parts = [_part(piece, context) for piece in pieces]
    # "Una piega oggi e una sabato"
    again = [place > 0 and likewise(piece) and not parts[place].what for place, piece in enumerate(pieces)]
    parts = [
        like(part, parts[0].parse.services, parts[0].parse.services_ambiguous, context) if same else part
        for part, same in zip(parts, again, strict=True)
    ]
    apart = len({part.when[:4] for part in parts}) == len(parts) and all(part.what for part in parts)
    if not 1 < len(parts) <= MOST or not apart or len({part.person for part in parts}) > 1:
        return []
    day = next((part.parse.date for part in parts if part.parse.date), None)
    hour = next((part.parse.time for part in parts if part.parse.time), None)
    return [Part(_beside(part.parse, day, hour), part.person) for part in parts]


def _beside(said: Parse, day: dt.date | None, hour: dt.time | None) -> Parse:
    if said.date is None and said.date_interval is None:
        said = replace(said, date=day)
    return replace(said, time=hour) if said.time is None and _SAME_HOUR.search(fold(said.text)) else said


def _counted(whole: Parse, folded: str, context: Context) -> tuple[Part, ...]:
    """ "Siamo in due", "due tagli per i miei figli": the same for each, at an hour of its own where as many are said."""
    count, whose = several_alike.how_many(whole, folded, context), several_alike.whose(folded)
    if count < 2 or (whole.for_other is not None and whose is None):
        return ()
    other = SOMEBODY if several_alike.for_people(folded) else None
    people = (whose,) * count if whose else (None, *(other for _ in range(count - 1)))
    hours = [part for start, end in segments(whole.text) if (part := _one_of_them(whole.text[start:end], context)) is not None]
    parts = tuple(Part(replace(whole, for_other=person), person) for person in people)
    if len(hours) != count:
        return parts
    return tuple(
        Part(replace(part.parse, date=own.date or whole.date, time=own.time, alternatives=()), part.person)
        for part, own in zip(parts, hours, strict=True)
    )


def _one_of_them(piece: str, context: Context) -> Parse | None:
    """ "Una alle 10": the hour of one of those that were counted."""
    said = parse(piece, context)
    return said if said.time is not None and likewise(piece) else None
