"""One Italian utterance understood: READ THIS FIRST in this room.

Called by the turn and by `nlu.parse`; calls what the tables say (`judging`), the fitted second opinion (`opinion`), then what it corrects
(`corrections`) and puts every slot in its place. It must never decide what to do: a Parse states what was said.

Laws: 1. any text gives a Parse, never an exception; 2. what fills the open question is an answer before it is a request; 3. nothing is
guessed: a reading that could be another stays open in `..._choices` and `..._ambiguous`.
"""

import datetime as dt
import re
from dataclasses import replace

from pipeline.italian import (
    answers,
    asides,
    clauses,
    corrections,
    cues,
    intents,
    judging,
    kept,
    opinion,
    others,
    personal,
    services_out,
    shifts,
    vocabulary,
)
from pipeline.italian.asides_yes import behind_a_yes
from pipeline.italian.intents import IntentFound
from pipeline.italian.judging import Said
from pipeline.italian.moved import aimed, days_given_up, days_refused, moved_from
from pipeline.model.business import Lexicon
from pipeline.model.parse import Command, Context, Flag, Intent, Parse

LONGEST = 2000
"""Characters read of one utterance (contract section 3)."""
_DOUBTED, _CLEAR = 0.5, 0.8
_LEAVES_ALONE = re.compile(
    r"\W*(?:(?:no|ah|ok|beh|vabbè|va bene|anzi|allora)\W+)*lasci(?:a|amo)? (?:stare|perdere)\s*[,.;!]\s*(?:piuttosto |anzi |allora )?",
    re.IGNORECASE,
)
_OF_ITS_OWN: frozenset[Intent] = frozenset({"prenotazione", "info", "operatore", "waitlist"})
_IDLE = 0.7
"""How sure idle talk must be that names a thing where a service could stand."""
_OF_ONE_THAT_STANDS = frozenset({"modifica", "cancella", "info"})

_AND_THIS = re.compile(r" (?:(?:ah|ok|mah|bene|grazie) )*(?:&|ma) (?:invece |per )?SERVICE(?: invece)?")
""" "E il colore?" goes on asking: at the recap it takes nothing's place."""


def parse(text: str, context: Context) -> Parse:
    """What an Italian utterance says, read in the light of the open question; never raises, whatever the text."""
    text = text[:LONGEST]
    return _instead(text, context) or kept.apart(text, context, _whole) or _whole(text, context)


def _whole(text: str, context: Context) -> Parse:
    whole = behind_a_yes(asides.beside(_read(text, context), context, _read), context, _read)
    return clauses.apart(text, whole, lambda half: _read(half, context)) or whole


def _instead(text: str, context: Context) -> Parse | None:
    """ "No, lasci stare, mi prenoti una visita": what is left alone is what went before, and what follows is the request."""
    dropped = _LEAVES_ALONE.match(text)
    if dropped is None:
        return None
    rest = parse(text[dropped.end() :], context)
    asks = rest.intent in _OF_ITS_OWN and rest.confidence >= _CLEAR
    return replace(rest, text=text) if asks else None


def _read(text: str, context: Context) -> Parse:
    note = others.note(text)
    # What is to be written down is not read as days, services or requests.
    judged = judging.judge(text, text[: note[1]] if note else text, context)
    said, asked = judged.said, judged.asked
    intent, confidence, yes_no = opinion.second(judged, context)
    if intent == "cancella" and _leaves_out(said, context):
        intent, confidence = None, 0.9
    if intent == "fuori_tema" and _asks_for_a_thing(said, confidence):
        intent = "info" if judged.question else "prenotazione"
    goes_on = judged.question and intent is None and context.step != "servizi" and _AND_THIS.fullmatch(said.sentence) is not None
    if goes_on:
        intent, confidence = "info", 0.9
    correction = corrections.read(said.found, said.marked, context.step, intent, yes_no)
    if correction:
        yes_no = False if yes_no is False and answers.leads(said.sentence) is False else None
        intent = None if intent in ("conferma", "nega", "prenotazione") else intent
        confidence = max(confidence, 0.9) if intent is None else confidence
    requests = _requests(intent, asked)
    read = _filled_in(said, context, Parse(
        text=text, intent=intent, confidence=confidence, command=_command(judged.command, intent), correction=correction, yes_no=yes_no,
        ordinal=said.found.ordinal, requests=requests, topic=asked.topic, question=judged.question, flags=_flags(said, intent, goes_on),
        notes=note[0] if note else None,
    ))  # fmt: skip
    return personal.beside(personal.not_himself(read), context.step)


def _requests(intent: Intent | None, asked: IntentFound) -> tuple[Intent, ...]:
    """Every request, the one decided on first; what the tables took for the main one in vain is none beside it."""
    if intent not in asked.requests:
        return (intent,) if intent else ()
    overruled = asked.intent != intent and asked.confidence < _DOUBTED
    return tuple(request for request in asked.requests if not (overruled and request == asked.intent))


def _leaves_out(said: Said, context: Context) -> bool:
    """ "Non voglio più la piega" while a booking is being made takes it out of the wish: no appointment is given up."""
    return bool(said.found.services.rejected) and context.flow in ("prenotazione", "waitlist") and not said.found.has_day


def _asks_for_a_thing(said: Said, confidence: float) -> bool:
    """ "Una gengivectomia, me l'ha detto il medico": what is not sold but was asked for is no idle talk, unless it is known for that."""
    elsewhere = "another_trade" in intents.flags_of(said.hits) or "FOREIGN" in said.found.hearing.labels
    return bool(said.found.services.unknown) and confidence < _IDLE and not elsewhere


def _command(command: Command | None, intent: Intent | None) -> Command | None:
    """Asking for a person is a command too (tests/data/nlu: "umano" goes with the intent operatore)."""
    if intent == "operatore":
        return "umano"
    return None if command == "umano" else command


def warm(lexicon: Lexicon) -> None:
    """Compile the tables and this business's vocabulary ahead of the first call."""
    cues.find(" ciao")
    vocabulary.compiled(lexicon)


def _flags(said: Said, intent: Intent | None, goes_on: bool) -> frozenset[Flag]:
    flags = set(intents.flags_of(said.hits))
    if goes_on:
        flags.add("asks_on")
    if intent not in ("fuori_tema", None):
        flags -= {"another_trade", "wrong_number", "clinical", "other_person", "attack"}
    if any(hit.cue.topic == "mio_appuntamento" and hit.cue.weight > 0 for hit in said.hits) or " mio appuntament" in said.sentence:
        flags.add("own_appointment")
    if intent == "waitlist":
        flags.add("waiting_for_place")
    if answers.takes_back(said.hits, said.sentence):
        flags.add("partly")
    return frozenset(flags)


def _without_refused(read: Parse, refused: frozenset[dt.date]) -> Parse:
    """ "Sabato non posso, per la visita quando avete?": a new visit is not wanted on the day that does not suit."""
    if read.date is None or read.date not in refused:
        return read
    others = {day.weekday() for day in refused} | set(read.weekdays_excluded)
    left = tuple(other for other in read.alternatives if other[0] not in refused)
    return replace(read, date=None, alternatives=left, weekdays_excluded=tuple(sorted(others)))


def _filled_in(said: Said, context: Context, draft: Parse) -> Parse:
    """The draft with every slot that was found."""
    found, when = said.found, said.found.when
    birth = found.birth
    # At "which service" any noun may be one that is not sold; what was a command or a request is not.
    unknown = found.services.unknown if said.answered_by_noun(draft) else ()
    # "E se disdico il giorno prima?" asks, and moves nothing.
    shift = shifts.read(found.hearing.words, when, context) if draft.intent != "info" else None
    stands = {draft.intent, context.flow, *draft.requests} & _OF_ONE_THAT_STANDS
    origin = moved_from(found.hearing, when) if stands else None
    filled = replace(
        draft,
        date=when.date, time=when.time, date_interval=when.date_interval, time_interval=when.time_interval, alternatives=when.alternatives,
        weekdays_excluded=when.weekdays_excluded, approximate=when.approximate, earliest=when.earliest, conflict=when.conflict,
        date_choices=when.date_choices, time_choices=when.time_choices, date_problem=when.date_problem,
        services=found.services.services, services_ambiguous=found.services.ambiguous, services_unknown=unknown,
        services_out=services_out.left_out(found.hearing, found.services), services_only=services_out.only(found.hearing),
        services_swap=services_out.swaps(found.hearing, found.services),
        services_rejected=found.services.rejected,
        operators=found.operators.operators, operators_unknown=found.operators.unknown, any_operator=found.operators.anyone,
        operator_gender=found.operators.gender,
        moved_from=origin, days_given_up=days_given_up(found.hearing, when) if stands else (),
        done_by=when.done_by, aimed=aimed(found.hearing.words, when), shift=shift,
        name=found.name.name if found.name else None, other_name=found.other.name if found.other else None,
        for_other=found.other.text if found.other else None,
        telefono=found.phone.number if found.phone else None, phone_ending=found.phone.ending if found.phone else None,
        phone_problem=found.phone.problem if found.phone else None,
        phone_beginning=found.phone.beginning if found.phone else None,
        phone_digits=found.phone.digits if found.phone and found.phone.problem else None,
        data_nascita=birth.date if birth else None, birth=birth.partial if birth else None,
    )  # fmt: skip
    if draft.intent == "cancella" and when.refused is not None and filled.time is None:
        filled = replace(filled, time_interval=when.refused)  # "domani mattina non posso venire" names the visit of the morning
    if draft.intent == "prenotazione" and context.flow not in _OF_ONE_THAT_STANDS:
        filled = _without_refused(filled, days_refused(found.hearing, when))
    only_how_far = filled.moved_to is not None and origin is not None and when.date in (None, origin[0])
    return replace(filled, date=filled.moved_to) if only_how_far else filled
