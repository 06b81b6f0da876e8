"""What was said becomes a Parse: translated first where a model can, read by the Italian or the foreign reader.

First stage after opening (specification 1.1 and "PRIMA COSA: tradurre"). Words of a booking in another language need a model; questions,
commands, yes and no are understood offline in all four languages.
"""

from dataclasses import replace

from pipeline.flows.altrui import called
from pipeline.flows.handoff import left_open
from pipeline.flows.replies_aside import ASIDES
from pipeline.flows.withdrawn import of_the_wish
from pipeline.foreign.detect import detect
from pipeline.foreign.languages import Language, supported
from pipeline.foreign.understand import understand
from pipeline.italian.parse import parse
from pipeline.knowledge.house import reached
from pipeline.knowledge.translation import translate
from pipeline.model.meanings import NeedsModel
from pipeline.model.parse import Context, Parse
from pipeline.model.turn import Turn
from pipeline.ports import World

SURE = 0.8
A_SENTENCE, CLEARLY, TOLD = 4, 0.9, 0.6
NAMES_AND_NUMBERS = frozenset({"cliente", "cognome", "disambiguazione", "telefono", "telefono_conferma", "data_nascita"})
ABOUT_SERVICES = frozenset({"servizi", "operatori", "chi_fa", "prezzi", "durata"})
NEEDS_ITALIAN = frozenset({"prenotazione", "cancella", "modifica", "waitlist"})


def understanding(turn: Turn, world: World) -> Turn:
    """The turn with its Parse; settled when a request in another language cannot be understood here."""
    return _whom_he_reached(_understood(turn, world))


def _whom_he_reached(turn: Turn) -> Turn:
    """ "È il salone Aurora?" asks where one has called: no name in it is the caller's, and a request beside it goes on."""
    parse, language = turn.parse, supported(turn.dialogue.language) or "it"
    if turn.settled or parse.intent == "operatore" or reached(parse, turn.settings, turn.lexicon, language) is None:
        return turn
    asked = Parse(parse.text, parse.language, "info", CLEARLY, requests=("info",), question=True, flags=frozenset({"whom_reached"}))
    if parse.intent not in NEEDS_ITALIAN or parse.confidence < SURE:
        return replace(turn, parse=asked)
    return replace(turn, parse=replace(parse, asides=(asked, *parse.asides)))


def _understood(turn: Turn, world: World) -> Turn:
    text = turn.ask.text or ""
    language = _language(turn, text)
    if language == "it":
        turn = called(replace(turn, parse=heard(text, _beside_the_last(turn, world))), world)
        return of_the_wish(turn).with_dialogue(language="it")
    returned = None if world.model.available() else _in_italian_after_all(turn, text, language)
    if returned is not None:
        return replace(turn, parse=returned).with_dialogue(language="it")
    turn = turn.with_dialogue(language=language)
    return _foreign(turn, world, text, language)


def _in_italian_after_all(turn: Turn, text: str, language: Language) -> Parse | None:
    """ "Alle 16" after a question in English: too short to tell its language, it answers the open question in Italian."""
    if supported(turn.ask.language) is not None or turn.dialogue.flow is None:
        return None
    said = understand(text, language, context(turn))
    if said.intent is not None or said.yes_no is not None or said.command is not None or said.flags & set(ASIDES):
        return None
    found = heard(text, context(turn))
    return found if found.intent is not None or found.yes_no is not None or found.confidence >= SURE else None


def _language(turn: Turn, text: str) -> Language:
    """What the host says; else what is heard, but a name or a number changes no language: only a clear sentence does."""
    asked, known = supported(turn.ask.language), supported(turn.dialogue.language) or "it"
    if asked is not None:
        return asked
    language, sure = detect(text, known)
    if language != known and sure < TOLD:
        return known  # "i primi due" is no English
    sentence = len(text.split()) >= A_SENTENCE and sure >= CLEARLY
    return known if turn.dialogue.step in NAMES_AND_NUMBERS and not sentence else language


def heard(text: str, moment: Context) -> Parse:
    """The Italian Parse; a question about other services at the recap ("avete anche la manicure?") corrects nothing: it is a question."""
    found = parse(text, moment)
    corrected = found.correction is not None and found.correction.slot == "servizi" and found.date is None and found.time is None
    asks = found.question and found.intent is None and found.topic in ABOUT_SERVICES
    return replace(found, intent="info", requests=("info",), correction=None) if asks and corrected else found


def context(turn: Turn) -> Context:
    """What the reader may know of the moment."""
    dialogue = turn.dialogue
    when = turn.slots.nuovo if dialogue.flow == "modifica" else turn.slots.quando
    return Context(
        turn.now, turn.lexicon, left_open(turn) or dialogue.step, dialogue.flow, len(dialogue.options), dialogue.language, when.data
    )


def _beside_the_last(turn: Turn, world: World) -> Context:
    """After a booking "il giorno dopo" counts from the day that was booked."""
    moment, last = context(turn), turn.dialogue.last_booking
    booking = world.reads.booking(last) if moment.date is None and moment.flow is None and last is not None else None
    return replace(moment, date=booking.inizio.date()) if booking is not None else moment


def _foreign(turn: Turn, world: World, text: str, language: Language) -> Turn:
    found = understand(text, language, context(turn))
    said = found.intent is not None or found.yes_no is not None or found.command is not None or found.flags & set(ASIDES)
    simple = found.intent not in NEEDS_ITALIAN and bool(said)
    if simple and not (turn.dialogue.flow is not None and found.intent is None and found.yes_no is None and not found.flags & set(ASIDES)):
        return replace(turn, parse=found)
    italian = translate(text, language, world) if world.model.available() else None
    if italian is not None:
        read: Parse = heard(italian, context(turn))
        return replace(turn, parse=replace(read, text=italian, language=language))
    if found.intent in NEEDS_ITALIAN:
        turn = replace(turn, parse=found, degraded=(*turn.degraded, "translation"), understood=True)
        return replace(turn.saying(NeedsModel(turn.settings.telefono)), settled=True) if turn.dialogue.handoff != "none" else _offer(turn)
    return replace(turn, parse=found)


def _offer(turn: Turn) -> Turn:
    return turn.asking("handoff", NeedsModel(turn.settings.telefono))
