"""Which request the utterance makes, and what becomes of the running one (specification 2).

One of the DECIDE stages, after the open question had its chance: what fills the open question is an answer before it is a new
intent. Thresholds of specification 2.3: from 0.8 act, from 0.5 ask, below ask again.
"""

from dataclasses import replace

from pipeline.flows.guessing import ANSWERED, OFF_TOPIC, to_be_guessed
from pipeline.flows.memo import note
from pipeline.flows.requests import REQUESTS, asks, begin
from pipeline.flows.standing import of_one_that_stands
from pipeline.foreign.topics import topic_of
from pipeline.italian.changes import another_of_mine, confirms, to_be_moved
from pipeline.italian.followups import added_person, adds, followup
from pipeline.italian.others import relative_in
from pipeline.italian.proposals import instead
from pipeline.italian.vocabulary import LINKS
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import fold, tokenize
from pipeline.model.meanings import Answered, AskUncertain
from pipeline.model.parse import Intent, Parse
from pipeline.model.session import Planned, Slots, When
from pipeline.model.turn import Turn
from pipeline.ports import World

SURE, PERHAPS = 0.8, 0.5
_FEW_WORDS = 3
SURPRISE = word_set(
    "ah oh eh uh mamma mia madonna santo cielo caspita accidenti urca ammazza cavolo capperi perbacco pero beh mah ok okay va bene "
    "ho capito perfetto certo grazie tanto poco niente male addirittura"
)
"""What is said of an answer before the next question."""
DOUBTED: frozenset[Intent | None] = frozenset({"fuori_tema", "prenotazione"})
"""What "e domenica?" may be taken for, unsurely, after an answer."""


def intent(turn: Turn, world: World) -> Turn:
    """The turn with its request running; settled when the request must be confirmed first."""
    turn = _one_more_visit(_running_late(_asked_about_his_own(_adds_somebody(_only_named(turn)))), world)
    turn = of_one_that_stands(turn, world)
    wanted = asks(turn.parse)
    if turn.dialogue.flow is None:
        return _begin(turn, wanted)
    return _within(turn, wanted)


def _only_named(turn: Turn) -> Turn:
    """ "Eh, la visita, quella del cuore" names a service and asks nothing: what it is wanted for is asked, not told."""
    parse = turn.parse
    sure = PERHAPS if turn.dialogue.flow is None else SURE
    named = parse.intent == "info" and parse.confidence < sure and not parse.question and not parse.asides
    wished = turn.dialogue.flow in (None, "prenotazione") and not turn.slots.servizi
    if not (named and wished) or not (parse.services or parse.services_ambiguous) or parse.topic not in (None, "altro", "servizi"):
        return turn
    return replace(turn, parse=replace(parse, intent=None, topic=None, requests=()))


def _asked_about_his_own(turn: Turn) -> Turn:
    """Where the request is unclear and the caller's own appointment was spoken of, it is read out: that changes nothing."""
    parse = turn.parse
    if turn.dialogue.flow is not None or parse.confidence >= SURE:
        return turn
    if parse.topic != "mio_appuntamento" and not confirms(parse.text):
        return turn
    return replace(turn, parse=replace(parse, intent="info", topic="mio_appuntamento", requests=()))


def _adds_somebody(turn: Turn) -> Turn:
    """ "Ho già un appuntamento sabato, volevo aggiungere mia figlia": a visit of her own, no change of the one that stands."""
    parse = turn.parse
    person = added_person(parse.text) if turn.dialogue.flow is None and "add_service" in parse.flags else None
    if person is None or parse.for_other not in (None, person):
        return turn
    parse = replace(parse, for_other=person, moved_from=None, flags=parse.flags - {"add_service", "own_appointment"})
    return replace(turn, parse=_surely(parse, "prenotazione"))


def _running_late(turn: Turn) -> Turn:
    """ "Arrivo dieci minuti dopo" moves nothing: it is written beside the appointment."""
    parse = turn.parse
    asks_to_move = parse.time is not None and (parse.moved_from is None or parse.moved_from[1] is None)
    other = parse.intent in ("prenotazione", "cancella", "waitlist") and parse.confidence >= SURE
    if turn.dialogue.flow is not None or "late" not in parse.flags:
        return turn
    if other:
        return replace(turn, parse=replace(parse, requests=tuple(r for r in parse.requests if r != "modifica")))
    if asks_to_move or to_be_moved(parse.text):
        return turn
    minutes = parse.shift.minutes if parse.shift is not None else None
    parse = replace(parse, intent="modifica", confidence=max(parse.confidence, SURE), requests=("modifica",), shift=None)
    turn = begin(replace(turn, parse=parse, understood=True), ("modifica",))
    return note(note(turn, "ritardo", str(minutes or 0)), "verso", "dopo")


def _one_more_visit(turn: Turn, world: World) -> Turn:
    """ "E poi una piega il giorno dopo", right after a booking: one more visit, no change of the one that was made."""
    parse, dialogue = turn.parse, turn.dialogue
    fresh = dialogue.flow is None and dialogue.last_action == "appuntamento_creato" and dialogue.last_booking is not None
    if not fresh or parse.moved_from is not None or "own_appointment" in parse.flags or not adds(parse.text):
        return turn
    if parse.intent in ("cancella", "waitlist", "operatore") or (parse.intent == "info" and parse.question):
        return turn
    points = followup(parse.text)
    person = parse.for_other or relative_in(parse.text)
    what = parse.services or parse.services_ambiguous or points.again or person
    when = parse.date or parse.time or parse.date_interval or parse.time_interval or parse.date_choices or person
    if what and (when or points.after or points.same_hour or points.same_day):
        return replace(turn, parse=_surely(replace(parse, for_other=person), "prenotazione"))
    if not parse.services or parse.question:
        return turn
    if not _done_by_the_same(turn, world):
        return replace(turn, parse=_surely(parse, "prenotazione"))
    return replace(turn, parse=_surely(replace(parse, flags=parse.flags | {"add_service"}), "modifica"))


def _done_by_the_same(turn: Turn, world: World) -> bool:
    """Whether who does the visit just booked does these services, too: then they join it."""
    last = turn.dialogue.last_booking
    booking = world.reads.booking(last) if last is not None else None
    doing = [o for o in turn.lexicon.operators if booking is not None and o.id == booking.operatore_id]
    return booking is not None and all(operator.does(service) for operator in doing for service in turn.parse.services)


def _surely(parse: Parse, meant: Intent) -> Parse:
    return replace(parse, intent=meant, requests=(meant,), confidence=max(parse.confidence, 0.9), topic=None)


def _begin(turn: Turn, wanted: tuple[Intent, ...]) -> Turn:
    parse = turn.parse
    # Two requests in one breath share the confidence: each is half of what was heard.
    sure = parse.confidence >= (SURE if len(REQUESTS.intersection(parse.requests)) < 2 else PERHAPS) or turn.understood
    if wanted and sure:
        return begin(turn, wanted)
    open_wish = parse.intent is None and turn.dialogue.step in ("ascolto", "altro")
    if wanted == ("prenotazione",) and parse.topic in ANSWERED and not parse.asides:
        # Half a question, half a wish: the answer is given, then the wish is asked about.
        return _uncertain(replace(turn, parse=replace(parse, asides=(parse,))), "prenotazione")
    if (wanted == ("prenotazione",) or (not wanted and open_wish and not parse.question)) and _whole_wish(parse):
        return begin(turn, ("prenotazione",))
    thing = parse.intent == "fuori_tema" and not parse.flags & OFF_TOPIC and _only_asked(parse)
    doubted = parse.intent is None or (parse.intent in DOUBTED and parse.confidence < SURE) or thing
    if doubted and wanted in ((), ("prenotazione",)) and (not parse.services or _only_asked(parse)) and _follows_up(turn):
        return replace(turn, parse=replace(parse, intent="info", text=_matter(parse.text)))
    if not wanted and to_be_guessed(turn):
        return _uncertain(replace(turn, parse=replace(parse, intent=None, requests=())), "prenotazione")
    if wanted:
        perhaps = parse.confidence >= PERHAPS or (wanted[0] == "prenotazione" and _hints(parse))
        if not perhaps and _whole_wish(parse):
            return _uncertain(turn, "prenotazione")  # "giovedì una visita, alle cinque però ho il treno" cancels nothing
        return _uncertain(turn, wanted[0]) if perhaps else turn
    return _uncertain(turn, "prenotazione") if open_wish and _hints(parse) else turn


def _follows_up(turn: Turn) -> bool:
    """ "E domenica?" after an answer asks the same of another day: no request."""
    last = turn.session.history[-1] if turn.session.history else None
    about = turn.parse.services or turn.parse.services_ambiguous
    first = next(iter(_after_surprise(turn.parse) if about else [word.norm for word in tokenize(turn.parse.text)]), "")
    bare = turn.parse.question and turn.parse.date is not None and not turn.parse.time and len(tokenize(turn.parse.text)) <= _FEW_WORDS
    # "La manicure", said after "quanto costa?"
    priced = _is_a_name(turn.parse) and last is not None and _asked_of_another(turn, last.user)
    return last is not None and last.intent == "info" and (first in ("e", "ed", "invece") or bare or priced) and not turn.parse.name


def _asked_of_another(turn: Turn, before: str) -> bool:
    """Whether a price was asked before, and not of this service: "una piega", after the price of a Piega, is a wish."""
    said = set(fold(before).replace("?", " ").split())
    told = any(said.intersection(fold(s.nome).split()[:1]) for s in turn.lexicon.services if s.id in turn.parse.services)
    return topic_of(before, "it") in ("prezzi", "durata") and not told


def _is_a_name(parse: Parse) -> bool:
    """ "La manicure": the name of a service alone, in so few words that nothing is wished."""
    telling = [word for word in tokenize(parse.text) if word.norm not in LINKS]
    return len(parse.services) == 1 and len(telling) < _FEW_WORDS and not parse.date and not parse.time and parse.confidence < SURE


def _only_asked(parse: Parse) -> bool:
    """ "E la piega?", "e il vaccino del gatto": a service and nothing else, as a question; "la piega", where a price was asked."""
    words = _after_surprise(parse)
    asks = parse.question or words[:1] in (["e"], ["ed"]) or _is_a_name(parse)
    telling = [word for word in words if word not in LINKS]
    return asks and parse.date is None and parse.time is None and len(telling) <= _FEW_WORDS


def _after_surprise(parse: Parse) -> list[str]:
    return [word.norm for word in tokenize(_matter(parse.text))]


def _matter(text: str) -> str:
    """ "Madonna! E la pulizia?": the words from where something is said of the matter."""
    return next((text[word.start :] for word in tokenize(text) if word.norm not in SURPRISE), text)


def _hints(parse: Parse) -> bool:
    when = parse.date or parse.alternatives or parse.time or parse.date_interval
    return bool(parse.services or parse.services_ambiguous or when or parse.operators)


def _whole_wish(parse: Parse) -> bool:
    """ "Anna De Luca, una piega sabato alle 10": a service beside a person, a time or an operator can only be a booking."""
    service = parse.services or parse.services_ambiguous
    beside = parse.name or parse.date or parse.date_interval or parse.time or parse.operators or parse.earliest
    return bool(service and beside)


def _uncertain(turn: Turn, flow: Intent) -> Turn:
    """What was said is kept; the intent is asked. The slots stage still runs before the answer is given."""
    return replace(turn.with_dialogue(uncertain=flow, step="conferma", options=()), understood=True)


def ask_uncertain(turn: Turn, world: World) -> Turn:
    """Settled with "Ho capito che vuole ...?" while an intent waits for its confirmation."""
    waiting = turn.dialogue.uncertain
    if waiting is None or turn.dialogue.flow is not None:
        return turn
    answered = any(isinstance(meaning, Answered) for meaning in turn.said)
    return turn.asking("conferma", AskUncertain(waiting, answered))


def _within(turn: Turn, wanted: tuple[Intent, ...]) -> Turn:
    flow = turn.dialogue.flow
    new: tuple[Intent, ...] = tuple(i for i in wanted if i != flow)
    if not new or turn.parse.confidence < SURE or flow is None:
        return turn
    first = new[0]
    if turn.agreed:
        return turn.with_dialogue(queue=(*turn.dialogue.queue, *(i for i in new if i not in turn.dialogue.queue)))
    if (flow, first) in STAYS and not _existing(turn):
        return turn
    if {flow, first} == {"cancella", "modifica"}:
        return _switch(turn, first, _of_the_same(turn))
    if flow == "cancella" and first == "prenotazione":
        return turn.with_dialogue(queue=(first, *turn.dialogue.queue))
    if (flow, first) == ("prenotazione", "cancella") and not instead(turn.parse.text):
        turn = _put_off(turn)
    if (flow, first) in (("prenotazione", "waitlist"), ("waitlist", "prenotazione")):
        return _switch(turn, first, turn.slots)
    return _switch(turn, first, _person_only(turn.slots))


def _put_off(turn: Turn) -> Turn:
    """An appointment is cancelled in the middle of a booking: the booking goes on after it."""
    wished = turn.slots.servizi or turn.slots.servizi_in_dubbio
    if not wished:
        return turn
    waiting = Planned("prenotazione", turn.slots, turn.dialogue.memo)
    return turn.with_dialogue(queue=("prenotazione", *turn.dialogue.queue), planned=(waiting, *turn.dialogue.planned))


STAYS: frozenset[tuple[Intent, Intent]] = frozenset({("prenotazione", "modifica"), ("modifica", "prenotazione"), ("info", "info")})
"""Inside these flows the other word means a change of what is being arranged ("cambiamo orario", "mi prenda venerdì")."""


def _existing(turn: Turn) -> bool:
    return "own_appointment" in turn.parse.flags and turn.dialogue.flow == "prenotazione"


def _switch(turn: Turn, flow: Intent, slots: Slots) -> Turn:
    turn = turn.with_dialogue(flow=flow, step="ascolto", slots=slots, trail=(), options=(), tries=0, refused_slots=(), memo=())
    if flow == "modifica":
        turn = turn.with_slots(nuovo=When())
    return replace(turn, understood=True)


def _of_the_same(turn: Turn) -> Slots:
    """ "Anzi, lo disdica": the appointment under way is meant, unless another is named."""
    parse, slots = turn.parse, turn.slots
    if parse.moved_from is not None or another_of_mine(parse.text):
        return _person_only(slots)
    kept = Slots(cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome, appuntamento_id=slots.appuntamento_id)
    return replace(kept, quando=slots.quando, servizi=slots.servizi)


def _person_only(slots: Slots) -> Slots:
    return Slots(cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome)
