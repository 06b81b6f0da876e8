"""The caller asks what only he may know: his appointments, his discount, his cart. Told to the one they belong to, nobody else.

Walked by `pipeline.stages.flow` when such a question needs an identification first; the knowledge stage puts questions through here too.
"""

from dataclasses import replace

from pipeline.flows import outcome, what
from pipeline.flows.choosing import hints
from pipeline.flows.memo import noted
from pipeline.flows.own import entitled, fits, upcoming
from pipeline.flows.who import proved
from pipeline.knowledge.question import Knowledge, Question
from pipeline.model.business import Booking
from pipeline.model.meanings import Answered, BookingHint, NoBookings, OwnBookings
from pipeline.model.turn import Turn
from pipeline.ports import World


def advance(turn: Turn, world: World) -> Turn:
    """The next question of the identification, or what was asked."""
    turn = entitled(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    waiting = noted(turn, "domanda")
    if waiting is not None:
        asked = replace(turn, parse=replace(turn.parse, text=waiting))
        return outcome.onward(told(turn, answered(replace(question_of(asked, waiting), parse=None), world)))
    mine = upcoming(turn, world)
    asked = tuple(b for b in mine if fits(b, turn.slots.quando, turn.slots.servizi))
    if mine and not asked and turn.slots.quando.data is not None:
        turn = turn.saying(NoBookings(turn.slots.quando.data))
    return outcome.onward(turn.saying(OwnBookings(_with_whom(turn, (asked or mine)[:3])) if mine else NoBookings()))


def _with_whom(turn: Turn, bookings: tuple[Booking, ...]) -> tuple[BookingHint, ...]:
    """What is read out of one's own appointments: of a single one also who serves it."""
    if len(bookings) > 1:
        return hints(bookings)
    told = zip(hints(bookings), bookings, strict=True)
    return tuple(replace(hint, operator=what.operator_name(turn, b.operatore_id)) for hint, b in told)


def question_of(turn: Turn, text: str) -> Question:
    """The question of this turn; the client's id only when his identity was proved."""
    parse = turn.parse
    chosen = turn.slots.quando.data if turn.dialogue.flow == "prenotazione" else None
    if parse.topic in ("orari", "operatori") and parse.date is None and chosen is not None and "orari" not in text.lower():
        # "Siete aperti a pranzo?" in the middle of a booking is asked of the day that was chosen.
        parse = replace(parse, date=chosen)
    return Question(
        text=text,
        parse=parse,
        language=turn.dialogue.language,
        session_id=turn.session.id,
        history=turn.session.history,
        cliente_id=turn.slots.cliente_id if proved(turn) else None,
        workspace_id=turn.ask.workspace_id,
        original_question=turn.ask.text,
        about=turn.slots.servizi or turn.slots.nuovi_servizi,
    )


def answered(question: Question, world: World) -> Knowledge:
    """What the business knows of it."""
    # Half a megabyte that is loaded at the first question: a process that is idle has none.
    from pipeline.knowledge.answers import answer

    return answer(question, world)


def told(turn: Turn, found: Knowledge) -> Turn:
    """The turn with the answer said and what it brings to be written."""
    said = Answered(found.display, found.speech)
    return replace(
        (turn if said in turn.said else turn.saying(said)).writing(*found.writes),
        understood=True,
        degraded=(*turn.degraded, *found.degraded),
        tokens=turn.tokens + found.tokens,
        cost=turn.cost + found.cost,
    )
