"""What must hold on every turn of every dialogue, whatever is said: the laws that no golden dialogue has to repeat.

Each law takes a `Spoken` and yields what is wrong with it. They judge from outside: the words, the answer and the tables before and after.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, cast

from pipeline.italian.parse import parse
from pipeline.model.calendar import Refusal, SlotRequest
from pipeline.model.parse import Context, Step
from pipeline.model.turn import Reply
from pipeline.ports import World
from pipeline.rules.calendar import judge
from tests.dialogue.books import Books, messages_due, messages_sent, overlapping


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn from outside: what was said at which step, what was answered, the tables before and after."""

    text: str | None
    was: str
    reply: Reply
    last: Reply | None
    before: Books
    after: Books
    world: World


Law = Callable[[Spoken], Iterator[str]]

DONE: tuple[tuple[str, str], ...] = (
    (r"\bprenotato\b|\bbooked\b|\breservado\b|\bmarcado\b", "appuntamento_creato"),
    (r"\bfatto, l'appuntamento\b|\bspostato\b", "appuntamento_modificato"),
    (r"\b(ho disdetto|annullato|cancellato)\b", "appuntamento_cancellato"),
    (r"\bora (è|sei) in lista d'attesa\b", "waitlist_aggiunto"),
    (r"\bora (è|sei) tra i nostri clienti\b|\bregistrat[oa]\b", "cliente_creato"),
    (r"\bho segnalato\b", "handoff"),
)
"""Words of success and the action that must have been committed for them."""

YES = re.compile(
    r"\b(s[iì]+|certo|certamente|ok|okay|va bene|confermo|confermato|esatto|perfetto|perfe|d'accordo|giusto|corretto|volentieri|ottimo"
    r"|benissimo|assolutamente|prenot[ai]|proceda|procedi|facciamo|faccia pure|benone|magari|yes|sure|sim|claro|acconsento|accetto"
    r"|la metta|mi metta"
    r"|mettimi|ci sto|come no|eccome|sicuro|dai|lo confermo|disdica|disdici|d acordo|ja|sì|affermativo)\b",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ '\-.,;:?!’]*")
GREETING = re.compile(r"^(buon\w+( pomeriggio)?|hello|good \w+|bu\w+ \w+|bom dia|boa \w+), .{0,60}?automatica[:.] ", re.IGNORECASE)
ERRORS = re.compile(
    r"non ho (capito|sentito)|non riesco a (capire|distinguere)|ancora no|non la sento|non coincide|in linea\?", re.IGNORECASE
)
DIALLED = re.compile(r"\b(?:(?:zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove)\b[ ,]*){4,}")
"""A telephone number read digit by digit counts as one word."""


def broken(spoken: Spoken) -> list[str]:
    """Every law this turn breaks, in words."""
    return [fault for law in LAWS for fault in law(spoken)]


def success_has_rows(spoken: Spoken) -> Iterator[str]:
    """Nothing is claimed that is not in the tables since this turn."""
    reply = spoken.reply
    done = {str(action["type"]) for action in reply.actions}
    repeated = spoken.last is not None and reply.text == spoken.last.text
    for words, action in DONE:
        if re.search(words, reply.text, re.IGNORECASE) and action not in done and not repeated and reply.intent != "info":
            yield f"says a success without {action}"
    changes = {
        "appuntamento_creato": spoken.before.appointments.keys() != spoken.after.appointments.keys(),
        "appuntamento_modificato": spoken.before.appointments != spoken.after.appointments,
        "appuntamento_cancellato": spoken.before.appointments != spoken.after.appointments,
        "waitlist_aggiunto": spoken.before.waiting.keys() != spoken.after.waiting.keys(),
        "cliente_creato": spoken.before.clients.keys() != spoken.after.clients.keys(),
        "handoff": spoken.before.persons.keys() != spoken.after.persons.keys(),
    }
    crashed = repeated or spoken.last is None
    yield from (f"tells the host {action} without a row" for action in done if not changes[action] and not crashed)


def a_write_needs_a_yes(spoken: Spoken) -> Iterator[str]:
    """The business tables change only in a turn that holds a yes to an open question."""
    changed = any(getattr(spoken.before, name) != getattr(spoken.after, name) for name in ("appointments", "clients", "waiting"))
    if not changed:
        return
    if spoken.was not in ("conferma", "consenso", "waitlist"):
        yield f"writes at step {spoken.was}"
    if not YES.search(spoken.text or ""):
        yield "writes without a yes"


def committed_rows_are_told(spoken: Spoken) -> Iterator[str]:
    """What was written is said and told to the host."""
    done = {str(action["type"]) for action in spoken.reply.actions}
    if spoken.before.clients.keys() != spoken.after.clients.keys() and "cliente_creato" not in done:
        yield "creates a client without saying so"
    if spoken.before.appointments != spoken.after.appointments and not any(each.startswith("appuntamento") for each in done):
        yield "changes appointments without saying so"


def messages_follow_rows(spoken: Spoken) -> Iterator[str]:
    """Every booking, change and cancellation queues its one message in the same transaction, and nothing else does."""
    due, sent = messages_due(spoken.before, spoken.after), messages_sent(spoken.before, spoken.after)
    if due != sent:
        yield f"messages due {due}, queued {sent}"


def speech_is_speakable(spoken: Spoken) -> Iterator[str]:
    """`speech` holds letters and marks only; text and speech are there."""
    if not SPEECH.fullmatch(spoken.reply.speech):
        yield f"speech holds {sorted(set(SPEECH.sub('', spoken.reply.speech)))}"
    if not spoken.reply.text.strip() or not spoken.reply.speech.strip():
        yield "says nothing"


def asked_beside(spoken: Spoken) -> bool:
    """Whether a question stands beside the request: it is answered before the request goes on."""
    world = spoken.world
    return bool(parse(spoken.text or "", Context(world.clock.now(), world.reads.lexicon(), cast("Step", spoken.was))).asides)


def words_are_few(spoken: Spoken) -> Iterator[str]:
    """Two sentences and 25 words, a recap 35; lists, answers to questions, the consent text and the emergency are exempt."""
    reply = spoken.reply
    if spoken.text is None or reply.options or reply.intent == "info" or reply.step == "consenso" or "112" in reply.text:
        return
    if asked_beside(spoken):
        return
    speech = GREETING.sub("", reply.speech)
    sentences = len(re.findall(r"[.!?]+(?:\s|$)", speech))
    words = len(DIALLED.sub(" numero ", speech).split())
    most = 35 if reply.step == "conferma" else 25
    if words > most:
        yield f"{words} words"
    if sentences > 2:
        yield f"{sentences} sentences"


def one_question_at_the_end(spoken: Spoken) -> Iterator[str]:
    """At most one question, and it comes last."""
    speech = spoken.reply.speech.strip()
    marks = speech.count("?")
    optional = re.sub(r"\? È facoltativ[ao]\.$|\? Per esempio [^?]*\.$", "?", speech)
    if marks > 1:
        yield f"{marks} questions"
    elif marks == 1 and not optional.endswith("?"):
        yield "a question that is not the end"


def three_options_at_most(spoken: Spoken) -> Iterator[str]:
    """Never more than three choices, numbered from one."""
    options = spoken.reply.options
    if len(options) > 3 or [option["n"] for option in options] != list(range(1, len(options) + 1)):
        yield f"options {[option['n'] for option in options]}"


def offered_slots_are_bookable(spoken: Spoken) -> Iterator[str]:
    """Every time offered would be booked at this moment."""
    session = spoken.world.reads.session(spoken.reply.session_id)
    offered = [option["value"] for option in spoken.reply.options if option["kind"] == "slot"]
    if session is None or not offered or spoken.reply.degraded:
        return
    slots, now = session.dialogue.slots, spoken.world.clock.now()
    booking = spoken.world.reads.booking(slots.appuntamento_id) if slots.appuntamento_id is not None else None
    exclude = booking.ids if booking is not None else ()
    own = tuple(s.servizio_id for s in booking.services) if booking is not None else ()
    ids = (*own, *slots.nuovi_servizi) if ("aggiunge", "si") in session.dialogue.memo else slots.nuovi_servizi or own or slots.servizi
    services = tuple(next(s for s in spoken.world.reads.lexicon().services if s.id == i) for i in ids)
    for value in offered:
        day, at = date.fromisoformat(value["data"]), time.fromisoformat(value["ora"])
        calendar = spoken.world.reads.calendar(day - timedelta(days=1), day + timedelta(days=1), now)
        verdict = judge(calendar, SlotRequest(services, day, at, value["operatore_id"], exclude, session.id))
        if isinstance(verdict, Refusal):
            yield f"offers {value}, which is refused: {verdict.reason}"


def error_prompts_differ(spoken: Spoken) -> Iterator[str]:
    """An error prompt is never repeated word for word."""
    if spoken.last is None or (spoken.last.intent, spoken.reply.intent) == ("info", "info"):
        return
    if ERRORS.search(spoken.reply.text) and spoken.reply.text == spoken.last.text and not _asked_to_repeat(spoken):
        yield "repeats an error prompt word for word"


def _asked_to_repeat(spoken: Spoken) -> bool:
    return re.search(r"ripet|come\b|non ho capito|cosa ha|puoi dire|scusi", spoken.text or "", re.IGNORECASE) is not None


def nobody_elses_data(spoken: Spoken) -> Iterator[str]:
    """No telephone, birth date or surname of another client is said, unless the caller said it first."""
    mine = spoken.reply.slots.get("cliente_id")
    said = f"{spoken.reply.text} {spoken.reply.speech}"
    heard = f"{spoken.text or ''} {' '.join(exchange.user for exchange in _history(spoken))}".lower()
    listed = " ".join(str(option["label"]) for option in spoken.reply.options)
    own = spoken.after.clients.get(mine)
    for key, row in spoken.after.clients.items():
        phone, born, surname = str(row[3] or ""), str(row[4] or ""), str(row[2])
        if key == mine:
            continue
        if _tells_phone(phone, said, heard) and str(spoken.reply.slots.get("telefono")) != phone:
            yield f"says the telephone of {row[1]} {row[2]}"
        if born and any(form in said for form in (born, f"{born[8:]}/{born[5:7]}/{born[:4]}")):
            yield f"says the birth date of {row[1]} {row[2]}"
        told = surname.lower() in heard or surname in listed or (own is not None and own[2] == surname)
        if re.search(rf"\b{re.escape(surname)}\b", said) and not told:
            yield f"says the surname {surname}"


def _tells_phone(phone: str, said: str, heard: str) -> bool:
    digits, given = re.sub(r"\D", "", said), re.sub(r"\D", "", heard)
    return len(phone) > 5 and phone[-5:] in digits and phone[-4:] not in given


def _history(spoken: Spoken) -> tuple[Any, ...]:
    session = spoken.world.reads.session(spoken.reply.session_id)
    return session.history if session is not None else ()


def new_overlaps(start: Books, end: Books) -> list[tuple[Any, Any]]:
    """Overlapping live rows of an operator that were not there at the start."""
    known = set(overlapping(start))
    return [pair for pair in overlapping(end) if pair not in known]


LAWS: tuple[Law, ...] = (
    success_has_rows,
    a_write_needs_a_yes,
    committed_rows_are_told,
    messages_follow_rows,
    speech_is_speakable,
    words_are_few,
    one_question_at_the_end,
    three_options_at_most,
    offered_slots_are_bookable,
    error_prompts_differ,
    nobody_elses_data,
)
