"""READ THIS FIRST: one turn of the conversation, from what was said to what is answered.

    open    the state is read once, the time is stamped once                          stages.session
    decide  the stages of DECIDE in order, until one settles a Meaning                they may ask world.reads
    close   words for the eye and the ear, the audit row, the state                   CLOSE
    commit  state, writes, audit and outbox in ONE transaction, judged once more inside it
    sound   only then the voice: a failing voice costs the sound, never the booking

Called by `rpc` (voice.process, voice.greet, voice.reset). Calls the stages and, through `World`, the outside. It never raises for a
conversation: whatever fails inside is answered politely, reported with its cause, and nothing is half-written.
"""

from collections.abc import Callable
from dataclasses import replace
from zlib import crc32

from pipeline.flows.handoff import offer_person
from pipeline.model.errors import Cancelled, PiiEncrypted, Unavailable
from pipeline.model.meanings import (
    Acknowledged,
    Answered,
    AskTime,
    Corrected,
    DatabaseDown,
    EndsTooLate,
    Failed,
    Greeted,
    Meaning,
    NotFree,
    OfferSlots,
    OneAtATime,
    OutOfHours,
    PeopleUnreadable,
    ServicesSplit,
)
from pipeline.model.parse import Parse
from pipeline.model.session import Dialogue, Exchange, Session
from pipeline.model.turn import Action, Ask, Reply, Turn
from pipeline.model.writes import AuditTurn, Committed, CountCall, ReleaseHold, SaveSession
from pipeline.ports import AlreadyDone, RecheckFailed, World
from pipeline.rules.rechecks import all_of, still_waiting
from pipeline.stages.answers import answers
from pipeline.stages.audit import audit, kept
from pipeline.stages.consent import consent_withdrawn
from pipeline.stages.flow import corrected, flow
from pipeline.stages.intent import ask_uncertain, intent
from pipeline.stages.knowledge import knowledge
from pipeline.stages.newcomer import addressed, introduced, known
from pipeline.stages.repair import repair
from pipeline.stages.reply import from_stored, reply_of, stored
from pipeline.stages.session import fresh_session, open_turn
from pipeline.stages.slots import slots
from pipeline.stages.special_commands import special_commands
from pipeline.stages.speech import speech
from pipeline.stages.understanding import understanding
from pipeline.stages.visits import visits

Stage = Callable[[Turn, World], Turn]

DECIDE: tuple[Stage, ...] = (
    understanding, consent_withdrawn, special_commands, answers, intent, visits, slots, knowledge, ask_uncertain, repair, flow,
)  # fmt: skip
CLOSE: tuple[Stage, ...] = (speech, audit)

ATTEMPTS = 2
"""A slot that was taken between the proposal and the yes is decided once more from a fresh read."""


def take(ask: Ask, world: World) -> Reply:
    """The answer to one utterance (or the greeting, when `ask.text` is None); rows are written before it is returned.

    Raises Cancelled when the request was cancelled before its commit; nothing else.
    """
    started = world.clock.monotonic()
    try:
        key = _key(ask)
        known = world.reads.answer(key) if key else None
        if known is not None:
            return sound(from_stored(known), ask, world)
        opened = open_turn(ask, world)
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001 - whatever breaks while opening, the caller gets a polite answer
        return _unopened(ask, world, error)
    again = _repeated(opened, world)
    if again is not None:
        return sound(again, ask, world)
    return _carried_out(opened, world, started)


def _carried_out(opened: Turn, world: World, started: float) -> Reply:
    for _ in range(ATTEMPTS):
        try:
            turn = introduced(decided(opened, world), world)
            read = world.clock.monotonic()
            turn = closed(turn, world)
            committed = _commit(turn, world, started)
        except RecheckFailed:
            continue  # the slot was taken meanwhile: decided again on the rows as they are now
        except AlreadyDone as done:
            return sound(from_stored(done.answer), opened.ask, world)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - answered politely, reported with its cause
            return _broken(opened, world, error)
        done = world.clock.monotonic()
        timings = {"total": done - started, "understand": 0.0, "decide": read - started, "store": done - read, "llm": 0.0, "tts": 0.0}
        return sound(reply_of(known(turn, committed), committed, timings), opened.ask, world)
    return _broken(opened, world, Unavailable("database", "the slot changed hands twice while it was being confirmed"))


def decided(turn: Turn, world: World) -> Turn:
    """The turn with its Meanings, writes and next question settled; nothing has been written."""
    if turn.ask.text is None:
        return _greeting(turn)
    for stage in DECIDE:
        if turn.settled:
            break
        turn = stage(turn, world)
    return turn


def closed(turn: Turn, world: World) -> Turn:
    """The turn with its words and its records: what CLOSE adds always runs."""
    turn = _polite(turn)
    for stage in CLOSE:
        turn = stage(turn, world)
    return turn.writing(SaveSession(kept(turn.session)))


def _greeting(turn: Turn) -> Turn:
    hour = turn.now.hour
    settings = turn.settings
    asleep = (
        settings.attivo_da is not None and settings.attivo_a is not None and not settings.attivo_da <= turn.now.time() < settings.attivo_a
    )
    if not settings.attivo or asleep:
        return replace(turn.saying(OutOfHours(settings.telefono)), settled=True).with_dialogue(greeted=True)
    turn = turn.with_dialogue(greeted=True)
    return replace(turn.saying(Greeted(hour, settings.nome_attivita, settings.saluto)), settled=True, understood=True)


_NAMES_THE_TIME = (NotFree, EndsTooLate, OneAtATime, ServicesSplit)
"""After these a corrected value is not said back once more."""


def _polite(turn: Turn) -> Turn:
    """The first words of a call say that a machine speaks; a corrected value is said back at once."""
    first: tuple[Meaning, ...] = ()
    if not turn.dialogue.greeted:
        owned = turn.parse.topic == "chi_sei" and any(isinstance(meaning, Answered) for meaning in turn.said)
        first = (Greeted(turn.now.hour, turn.settings.nome_attivita, brief=True, answered=owned),)
        # Who greets first is greeted once.
        said = tuple(meaning for meaning in turn.said if meaning != Acknowledged("greeting"))
        turn = replace(turn, said=said).with_dialogue(greeted=True)
    named = turn.dialogue.step == "conferma" or any(
        isinstance(meaning, NotFree | EndsTooLate | OneAtATime | ServicesSplit) for meaning in turn.said
    )
    said_back: tuple[Corrected, ...] = () if named or turn.before.flow is None else corrected(turn)
    if any(isinstance(meaning, OfferSlots | AskTime) for meaning in turn.said):
        said_back = tuple(meaning for meaning in said_back if meaning.slot != "data")  # the question names the day
    return replace(turn, said=_each_once((*first, *said_back, *turn.said)))


def _each_once(said: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Two requests of one turn may end in the same words: they are said once."""
    return tuple(meaning for place, meaning in enumerate(said) if meaning not in said[:place])


def _commit(turn: Turn, world: World, started: float) -> Committed:
    if world.cancelled():
        raise Cancelled
    recheck = all_of(*turn.rechecks, still_waiting(turn.writes))

    def answer(committed: Committed) -> bytes:
        return stored(reply_of(known(turn, committed), committed, {"total": world.clock.monotonic() - started}))

    took = round((world.clock.monotonic() - started) * 1000)
    writes = tuple(replace(write, latency_ms=took) if isinstance(write, AuditTurn) else write for write in addressed(turn.writes))
    key = _key(turn.ask)
    return world.ledger.commit(writes, turn.now, recheck, key, answer if key else None)


def _key(ask: Ask) -> str | None:
    """Under which name the answer is kept: hosts that number the requests of each call must never hear another caller's answer.

    Before a call has its session's id, what was said and by which number tell it from another: in sixteen bits, which give no words away.
    """
    if not ask.request_id:
        return None
    said = f"{ask.text or ''}\0{ask.telefono or ''}".encode("utf-8", "replace")
    session = ask.session_id or f"#{crc32(said) & 0xFFFF:04x}"
    return f"voice.process:{session}:{ask.request_id}"


def sound(reply: Reply, ask: Ask, world: World) -> Reply:
    """The reply with its WAV, when sound is wanted; never fails."""
    if not ask.tts or not reply.speech:
        return reply
    started = world.clock.monotonic()
    made = world.voice.speak(reply.speech, reply.language, world.cancelled)
    timings = {**reply.timings_ms, "tts": round((world.clock.monotonic() - started) * 1000, 3)}
    timings["total"] = round(timings.get("total", 0.0) + timings["tts"], 3)
    degraded = (*reply.degraded, *(d for d in made.degraded if d not in reply.degraded))
    return replace(reply, audio_path=made.path, tts_engine=made.engine, degraded=degraded, timings_ms=timings)


def _repeated(turn: Turn, world: World) -> Reply | None:
    """The same words again after the process that answered them died: the same answer, and nothing is done twice.

    A second "sì" in a row may also be a new one: it gets the question it would have agreed to unheard, and counts the next time.
    """
    dialogue = turn.dialogue
    last = turn.session.history[-1] if turn.session.history else None
    crashed = dialogue.author is not None and dialogue.author != world.author
    if turn.fresh or not crashed or last is None or dialogue.said is None or last.user != turn.ask.text:
        return None
    adopted = turn.with_dialogue(author=world.author)
    try:
        world.ledger.commit((SaveSession(adopted.session),), turn.now)
        actions = _done_before(adopted, last, world)
    except Unavailable as error:
        return _broken(turn, world, error)
    turn = replace(adopted, parse=Parse(turn.ask.text or "", intent=last.intent), actions=actions)
    return reply_of(turn, Committed(), {"total": 0.0})


def _done_before(turn: Turn, last: Exchange, world: World) -> tuple[Action, ...]:
    """What the repeated turn had made, as far as the session names it."""
    actions: list[Action] = []
    if "cliente_creato" in last.actions and turn.session.cliente_id is not None:
        actions.append(Action("cliente_creato", (turn.session.cliente_id,)))
    if "appuntamento_creato" in last.actions and turn.dialogue.last_booking is not None:
        booking = world.reads.booking(turn.dialogue.last_booking)
        if booking is not None:
            actions.append(Action("appuntamento_creato", booking.ids, booking.confirmation_code))
    return tuple(actions)


def _broken(opened: Turn, world: World, error: Exception) -> Reply:
    """Nothing of this turn was written: the open question stands, so that the same words work once more."""
    if isinstance(error, PiiEncrypted):
        return _unreadable(opened, world)
    world.report(error)
    database = isinstance(error, Unavailable) and error.component == "database"
    meaning: Meaning = DatabaseDown(opened.settings.telefono) if database else Failed()
    turn = replace(opened, said=(meaning,), writes=(), settled=True, degraded=(*opened.degraded, "database" if database else "internal"))
    return sound(reply_of(speech(turn, world), Committed(), {"total": 0.0}), opened.ask, world)


def _unreadable(opened: Turn, world: World) -> Reply:
    """Names are encrypted in this file: said honestly, with a person as the way out."""
    turn = replace(opened.saying(PeopleUnreadable(opened.settings.telefono)), degraded=(*opened.degraded, "pii_encrypted"))
    turn = closed(offer_person(turn.with_dialogue(flow=None), "pii_encrypted"), world)
    try:
        committed = world.ledger.commit(turn.writes, turn.now)
    except Unavailable as error:
        return _broken(opened, world, error)
    return sound(reply_of(turn, committed, {"total": 0.0}), opened.ask, world)


def _unopened(ask: Ask, world: World, error: Exception) -> Reply:
    """Not even the state could be read: the last settings known still give the telephone."""
    world.report(error)
    now = world.clock.now()
    settings = world.reads.last_settings()
    session = Session(ask.session_id or world.ids.uuid(), now, now, now, dialogue=Dialogue(language=ask.language or "it"))
    from_memory = Turn(ask, now, settings, world.reads.last_lexicon(), session, Parse(ask.text or ""), session.dialogue)
    turn = replace(from_memory, said=(DatabaseDown(settings.telefono),), settled=True, degraded=("database",))
    return sound(reply_of(speech(turn, world), Committed(), {"total": 0.0}), ask, world)


def reset(session_id: str, world: World) -> None:
    """The session starts afresh and holds nothing; its row stays (sessions are reset, never deleted)."""
    stored_session = world.reads.session(session_id)
    if stored_session is None:
        return
    opened = open_turn(Ask(None, session_id), world)
    session = replace(fresh_session(opened), cliente_id=None, failed_count=0, history=(), handoff_requested=False)
    session = replace(session, dialogue=Dialogue(language=opened.settings.lingua))
    writes = (SaveSession(session), ReleaseHold(session_id), CountCall(opened.now.date()))
    world.ledger.commit(writes, opened.now)
