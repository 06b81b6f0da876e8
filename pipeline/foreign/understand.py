"""An utterance in English, Spanish or Portuguese becomes a Parse, offline.

Called by the intent stage and the desk for turns that are not Italian. Calls `cues`, `topics`, `days`. Understands questions,
commands, yes and no, courtesy, the wish for a person, and that a booking is wanted: its details are read by `pipeline.italian`
after translation. Must never know the dialogue beyond the Context it is given.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.foreign.asides import beside
from pipeline.foreign.cues import COMMANDS, FLAGS, INTENTS, NO, ORDINALS, QUESTION, SOFTENERS, YES
from pipeline.foreign.days import day_of
from pipeline.foreign.languages import Language, fold
from pipeline.foreign.topics import flat, topic_of
from pipeline.model.business import Id, Service
from pipeline.model.parse import Command, Context, Flag, Intent, Parse, Topic

_CLOSED: tuple[Topic, ...] = ("disponibilita",)
"""Topics that are a wish for a time, not a question of knowledge."""


@dataclass(frozen=True, slots=True)
class _Heard:
    text: str
    flat: str
    language: Language
    command: Command | None
    yes_no: bool | None
    flags: frozenset[Flag]
    topic: Topic | None
    question: bool
    wanted: Intent | None


def understand(text: str, language: Language, context: Context) -> Parse:
    """The Parse of an utterance in en, es or pt; nothing understood gives a Parse without intent and confidence 0."""
    heard = _hear(text, language)
    services = mentioned_services(text, context.lexicon.services)
    intent, confidence = _judge(heard, services)
    found = Parse(
        text=text,
        language=language,
        intent=intent,
        confidence=confidence,
        command=heard.command,
        date=day_of(text, language, context.now.date()),
        services=services,
        operators=_mentioned_operators(heard.flat, context),
        yes_no=heard.yes_no,
        ordinal=_ordinal(heard),
        requests=(intent,) if intent else (),
        topic=heard.topic if intent == "info" or heard.question else None,
        question=heard.question,
        flags=heard.flags,
    )
    return beside(found, language, context.step)


def mentioned_services(text: str, services: tuple[Service, ...]) -> tuple[Id, ...]:
    """The services whose name or synonym stands in the text, longest match first, each stretch of text used once."""
    heard = f" {flat(text)} "
    names = [(flat(name), service.id) for service in services for name in (service.nome, *service.sinonimi)]
    found: list[Id] = []
    for name, service_id in sorted(names, key=lambda pair: -len(pair[0])):
        if len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", heard):
            heard = heard.replace(name, " ")
            if service_id not in found:
                found.append(service_id)
    return tuple(found)


def _mentioned_operators(heard: str, context: Context) -> tuple[Id, ...]:
    return tuple(
        operator.id
        for operator in context.lexicon.operators
        if any(len(name) > 2 and re.search(rf"\b{re.escape(flat(name))}\b", heard) for name in (operator.nome, operator.cognome))
    )


def _hear(text: str, language: Language) -> _Heard:
    heard = flat(text)
    commands = COMMANDS[language]
    return _Heard(
        text=text,
        flat=heard,
        language=language,
        command=next((name for name, pattern in commands if re.search(pattern, heard)), None),
        yes_no=_yes_no(heard, language),
        flags=frozenset(flag for flag, pattern in FLAGS[language] if re.search(pattern, heard)),
        topic=topic_of(text, language),
        question=re.search(QUESTION[language], heard) is not None,
        wanted=next((name for name, pattern in INTENTS[language] if re.search(pattern, heard)), None),
    )


@lru_cache(maxsize=16)
def _answer_pattern(language: Language, positive: bool) -> re.Pattern[str]:
    core = (YES if positive else NO)[language]
    soft = SOFTENERS[language]
    return re.compile(rf"^(?:(?:{soft})[\s.,!]+)*(?:{core})(?:[\s.,!]+(?:{core}|{soft}))*[\s.,!]*$")


def _yes_no(heard: str, language: Language) -> bool | None:
    """A yes or no that is the whole answer, or that begins it before a comma or a word ("no, friday")."""
    if not heard or heard.endswith("?"):
        return None
    for positive in (True, False):
        if _answer_pattern(language, positive).match(heard):
            return positive
    for positive, table in ((False, NO), (True, YES)):
        if re.match(rf"^(?:{table[language]})[,.!]\s", heard):
            return positive
    return None


def _ordinal(heard: _Heard) -> int | None:
    return next((number for number, pattern in ORDINALS[heard.language] if re.search(pattern, heard.flat)), None)


def _judge(heard: _Heard, services: tuple[Id, ...]) -> tuple[Intent | None, float]:
    if heard.command == "umano":
        return "operatore", 0.95
    if "wrong_number" in heard.flags or "emergency" in heard.flags:
        return "fuori_tema", 0.9
    if heard.yes_no is not None and heard.wanted is None:
        return ("conferma", 0.9) if heard.yes_no else ("nega", 0.9)
    asks = heard.topic is not None and heard.topic not in _CLOSED
    if asks and (heard.question or heard.wanted is None or heard.topic in ("mio_appuntamento", "carrello")) and not _changes(heard):
        return "info", 0.9 if heard.question else 0.8
    if heard.wanted is not None:
        return heard.wanted, 0.85
    return _remaining(heard, services)


def _changes(heard: _Heard) -> bool:
    """Moving and cancelling speak of one's own appointment too, and the verb is what counts."""
    return heard.wanted in ("cancella", "modifica", "waitlist")


def _remaining(heard: _Heard, services: tuple[Id, ...]) -> tuple[Intent | None, float]:
    if heard.topic == "disponibilita":
        return "prenotazione", 0.8
    if heard.command == "annulla":
        return "cancella", 0.6
    if heard.command is not None:
        return ("info", 0.8) if heard.command == "aiuto" else (None, 0.8)
    if heard.question:
        return "info", 0.6
    if heard.flags & {"greeting", "goodbye", "thanks"} and len(fold(heard.text).split()) <= 6:
        return "saluto", 0.9
    return ("prenotazione", 0.6) if services else (None, 0.0)
