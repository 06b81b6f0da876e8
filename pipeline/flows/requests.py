"""How a request begins, and what counts as news about the running one.

Called by the stages that read answers and intents.
"""

from dataclasses import replace

from pipeline.flows.memo import note, noted
from pipeline.flows.withdrawn import turns_down
from pipeline.italian.proposals import agrees_and_goes_on
from pipeline.model.business import Id
from pipeline.model.parse import Intent, Parse
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn


def begin(turn: Turn, wanted: tuple[Intent, ...]) -> Turn:
    """The first request runs, the others wait their turn."""
    flow = wanted[0]
    turn = turn.with_dialogue(flow=flow, step="ascolto", queue=(*wanted[1:], *turn.dialogue.queue), trail=(), tries=0, uncertain=None)
    turn = turn.with_dialogue(undo=None)
    if flow == "prenotazione" and turn.parse.question and turn.slots.cliente_id is None:
        turn = note(turn, "posto", "si")
    return replace(turn, understood=True)


REQUESTS: frozenset[Intent] = frozenset({"prenotazione", "cancella", "modifica", "waitlist"})


def asks(parse: Parse) -> tuple[Intent, ...]:
    """The requests an utterance makes, in the order said; answers and questions are none."""
    if parse.then is not None:
        return parse.requests
    said: tuple[Intent, ...] = parse.requests or ((parse.intent,) if parse.intent is not None else ())
    asked: tuple[Intent, ...] = tuple(intent for intent in said if intent in REQUESTS)
    if asked == ("cancella",) and _another_time(parse):
        return ("cancella", "prenotazione")
    if asked[:1] == ("cancella",) and "prenotazione" in asked:
        return tuple(intent for intent in asked if intent != "modifica")
    if "modifica" in asked and "prenotazione" not in asked:
        # "Disdica quello di giovedì e lo sposti a venerdì": what is put elsewhere is not given up as well.
        return tuple(intent for intent in asked if intent != "cancella")
    # To come at another time is one wish, however it is put.
    return tuple(intent for intent in asked if intent != "prenotazione") if "modifica" in asked else asked


def _another_time(parse: Parse) -> bool:
    """ "Disdica quello di giovedì e mi prenda venerdì": a day beside the one that is cancelled is wanted instead."""
    day = parse.date
    return parse.moved_from is not None and day is not None and day != parse.moved_from[0] and day not in parse.days_given_up


def brings_news(turn: Turn) -> bool:
    """Whether the utterance names a day, hour, service, operator or person other than the one being confirmed."""
    parse, slots = turn.parse, turn.slots
    when: When = slots.nuovo if turn.dialogue.flow == "modifica" else slots.quando
    other_day = (parse.date is not None and parse.date != when.data) or parse.date_interval is not None or bool(parse.date_choices)
    other_hour = (parse.time is not None and parse.time != when.ora) or parse.time_interval is not None or bool(parse.time_choices)
    other_service = bool(set(parse.services) - set(slots.servizi) - set(slots.nuovi_servizi)) or bool(parse.services_unknown)
    other_service = other_service or turns_down(turn) or any(set(slots.servizi).isdisjoint(family) for family in parse.services_ambiguous)
    other_operator = any(o != slots.operatore_id for o in parse.operators) or parse.any_operator or bool(parse.operators_unknown)
    other_operator = other_operator or parse.operator_gender not in (None, slots.operatore_genere)
    # Beside a yes a name is a courtesy misheard as one ("sì, volentieri").
    other_person = (parse.name is not None and parse.yes_no is None) or "not_me" in parse.flags
    other_person = other_person or (
        parse.for_other is not None and (turn.dialogue.flow in ("cancella", "modifica") or parse.yes_no is False)
    )
    otherwise = parse.correction is not None or _moves_on(turn) or bool(parse.notes or parse.kept)
    return other_day or other_hour or other_service or other_operator or other_person or otherwise


def _moves_on(turn: Turn) -> bool:
    """ "No, un'ora dopo"; a length alone only where one was said before."""
    shift = turn.parse.shift
    return shift is not None and (shift.later is not None or (turn.dialogue.flow == "modifica" and noted(turn, "verso") is not None))


def spoken_of(known: Slots) -> Slots:
    """Who calls and what was asked about; the day and the hour are read anew."""
    return Slots(
        cliente_id=known.cliente_id,
        nome=known.nome,
        cognome=known.cognome,
        servizi=known.servizi,
        servizi_in_dubbio=known.servizi_in_dubbio,
    )


def and_then(turn: Turn) -> Turn | None:
    """ "Sì, e poi vorrei disdire quello di venerdì": the yes is to the recap, the other request has its turn after it."""
    parse = turn.parse
    another = parse.intent in ("cancella", "modifica") and parse.then is None and (parse.moved_from or "own_appointment" in parse.flags)
    if turn.dialogue.flow != "prenotazione" or not another or parse.intent is None or not agrees_and_goes_on(parse.text):
        return None
    said = Parse(parse.text, parse.language, "conferma", parse.confidence, yes_no=True, requests=(parse.intent,))
    return replace(turn, agreed=True, understood=True, parse=replace(said, then=replace(parse, yes_no=None)))


def goes_on(turn: Turn) -> bool:
    """ "Ok, domani" after the price of a service: it is that service that is wanted."""
    parse, slots = turn.parse, turn.slots
    asked_about = bool(slots.servizi or slots.servizi_in_dubbio)
    when = parse.date or parse.date_interval or parse.time or parse.time_interval or parse.earliest
    return asked_about and bool(when) and parse.intent in (None, "conferma") and parse.yes_no is not False and not parse.question


DETAILS = (
    "date",
    "time",
    "date_interval",
    "time_interval",
    "alternatives",
    "approximate",
    "services",
    "services_ambiguous",
    "operators",
    "name",
)


def with_news(meant: Parse, said: Parse) -> Parse:
    """What is said beside the yes ("va bene, sabato alle nove") stands before what was said earlier."""
    blank = Parse("")
    news = {name: getattr(said, name) for name in DETAILS if getattr(said, name) != getattr(blank, name)}
    if said.date or said.time or said.date_interval or said.time_interval:
        # "Quando siete liberi?" has been answered by the caller himself.
        meant = replace(meant, earliest=False, flags=meant.flags - {"asks_when"})
    return replace(meant, **news)


def remaining(known: Slots, out: tuple[Id, ...]) -> Slots | None:
    """The visit without the services given up; None where nothing is left of it, or nothing of it was meant."""
    left = tuple(i for i in known.servizi if i not in out)
    doubt = tuple(family for family in known.servizi_in_dubbio if not set(family) <= set(out))
    kept = replace(known, servizi=left, servizi_in_dubbio=doubt)
    return kept if kept != known and (left or doubt) else None
