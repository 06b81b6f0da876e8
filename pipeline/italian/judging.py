"""What the tables alone make of an utterance: slots, cues, command, yes or no, intent.

Called by `parse`, which puts a second opinion beside it; calls the readers in order: slots (`findings`), what takes itself back
(`corrections`), the cues of the whole sentence (`cues`), then what they weigh (`intents`, `answers`, `commands`). It must never act.
"""

from dataclasses import dataclass, replace

from pipeline.italian import answers, commands, corrections, cues, findings, intents, manners, vocabulary
from pipeline.italian.findings import Findings
from pipeline.italian.intents import IntentFound
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import Span, Word, tokenize
from pipeline.model.parse import Command, Context, Intent, Parse

_ANSWERED_BY_YES = frozenset(
    {
        None,
        "ascolto",
        "conferma",
        "telefono_conferma",
        "consenso",
        "registrazione",
        "waitlist",
        "handoff",
        "altro",
        "alternative",
        "disambiguazione",
        "chiusa",
    }
)
_QUESTIONS = word_set(
    "chi che cosa quando quanto quanta quanti quante come dove quale quali qual perche posso puo potete potrei possiamo avete siete fate "
    "si ci"
)


_BEFORE_VERBS = word_set("ma scusi scusa & e mi lo la li le per voi anche se volevo sapere")
_SHORT_ANSWER = 6
_FEW = 2

_ABOUT_ANOTHER = frozenset({"abuse", "attack", "wrong_number", "other_person"})
_VALUE_STEPS = frozenset({"servizi", "operatore", "cliente", "cognome", "telefono", "data_nascita", "registrazione"})


@dataclass(frozen=True, slots=True)
class Said:
    """The evidence of one utterance on its way to a Parse."""

    found: Findings
    hits: list[cues.Hit]
    sentence: str
    marked: bool
    filled: bool

    def answered_by_noun(self, draft: Parse) -> bool:
        """Whether nouns nobody knows may stand for services: not in a command, a yes or no, or a request for a human."""
        return draft.command is None and draft.yes_no is None and draft.intent not in ("operatore", "nega", "conferma", "saluto")


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict of the tables with the evidence it rests on."""

    said: Said
    asked: IntentFound
    command: Command | None
    yes_no: bool | None
    intent: Intent | None
    confidence: float
    question: bool


def judge(text: str, spoken: str, context: Context) -> Judged:
    """The verdict on a text; `spoken` is the part of it that is no dictated note."""
    said = hear(spoken, tokenize(spoken), context)
    question = is_question(text, said.sentence)
    labels = frozenset(said.found.hearing.labels) | _when_label(said.found) | _asking(said.sentence)
    if question:
        labels |= {"QUESTION"}
    asked = intents.read(said.hits, labels, context.step, said.filled, said.found.hearing.untaken(), said.sentence)
    command = _command(said, context, asked)
    yes_no = _yes_no(said, context, asked, command)
    if command is None and _leaves_it_open(said, context):
        return Judged(said, asked, None, None, None, 0.9, question)
    if command is None and asked.intent == "fuori_tema" and _only_says_why(said, context):
        return Judged(said, asked, None, yes_no, None, 0.9, question)
    intent, confidence = _intent(said, context, asked, command, yes_no)
    return Judged(said, asked, command, yes_no, intent, confidence, question)


def hear(text: str, words: tuple[Word, ...], context: Context) -> Said:
    vocab = vocabulary.compiled(context.lexicon)
    marker = corrections.split(words)
    found, sentence, marked = None, "", False
    if marker:
        span, weak = marker
        left = findings.read(text, words[: span.start], context, vocab)
        right = findings.read(text, words[span.end :], replace(context, date=left.when.date or context.date), vocab)
        if right.has_value and (not weak or corrections.again(left, right)) and not _refuses_a_day(words, span, left):
            found, marked = findings.merged(left, right), True
            middle = "".join(" " + word.norm for word in words[span.start : span.end])
            sentence = left.hearing.sentence() + middle + right.hearing.sentence()
            found.hearing.labels = [*left.hearing.labels, *([""] * len(span)), *right.hearing.labels]
            found.hearing.words = words
    if found is None:
        found = findings.read(text, words, context, vocab)
        sentence = found.hearing.sentence()
        marked = marker is not None and not marker[1] and not found.has_value
    sentence = cues.mend(sentence)
    return Said(found, cues.find(sentence), sentence, marked, _fills(found, context))


def _refuses_a_day(words: tuple[Word, ...], marker: Span, left: Findings) -> bool:
    """ "Questa settimana no, la prossima": a day turned down, not one taken back ("giovedì, no, venerdì")."""
    parts = [time for time in left.when.times[-1:] if time.part and not time.is_clock]
    ends_there = marker.start in (each.span.end for each in (*left.when.dates[-1:], *parts))
    return words[marker.start].norm == "no" and len(marker) == 1 and not words[marker.start].breaks and ends_there


def _when_label(found: Findings) -> frozenset[str]:
    return frozenset({"WHEN"}) if found.has_day or found.has_hour or found.when.earliest else frozenset()


def _asking(sentence: str) -> frozenset[str]:
    """ASKS when the sentence begins by asking the business what it does ("usate...", "rilasciate...")."""
    first = next((word for word in sentence.split() if word not in manners.SALUTE and word not in _BEFORE_VERBS), "")
    return frozenset({"ASKS"}) if first.endswith(("ate", "ete", "ite")) and len(first) > 4 else frozenset()


def _fills(found: Findings, context: Context) -> bool:
    """Whether the utterance holds what the open question asks for."""
    when = found.has_day or found.has_hour or found.when.earliest
    person = found.name is not None or found.phone is not None or found.birth is not None
    match context.step:
        case "data" | "ora":
            return when
        case "servizi":
            return found.has_services
        case "operatore":
            return found.has_operator
        case "cliente" | "cognome" | "telefono" | "data_nascita" | "telefono_conferma" | "registrazione":
            return person
        case "disambiguazione" | "alternative" | "appuntamento":
            return found.ordinal is not None or person or when or (context.step != "disambiguazione" and found.has_services)
        case "conferma" | "waitlist" | "consenso":
            return found.has_value
        case _:
            return False


def _command(said: Said, context: Context, asked: IntentFound) -> Command | None:
    if asked.intent == "operatore" and asked.confidence >= 0.5:
        return None if context.step == "handoff" and answers.leads(said.sentence) is True else "umano"
    if not said.sentence and "?" in said.found.hearing.text:
        return "ripeti"
    command = commands.read(said.hits, said.found.hearing.untaken(), said.found.says_more, context.step)
    if command == "annulla" and asked.intent not in (None, "cancella"):
        return None
    return None if command == "aiuto" and asked.intent not in (None, "info") else command


def _yes_no(said: Said, context: Context, asked: IntentFound, command: Command | None) -> bool | None:
    answer = answers.read(said.hits, said.sentence, said.found.has_value)
    if answer is False and _asks_for_others(said, context):
        return None
    if "refuse_all" in intents.flags_of(said.hits) and context.step == "alternative" and answers.leads(said.sentence) is not True:
        answer = answer if said.filled else False
    if command == "annulla":
        return False if context.step == "conferma" else None
    if command is not None:
        return None
    strong = asked.intent is not None and asked.score >= (2.4 if context.step in intents.FREE_STEPS else 3.4)
    if strong or context.step not in _ANSWERED_BY_YES or (said.filled and context.step != "conferma"):
        lead = answers.leads(said.sentence)
        stays = (
            context.step is not None and lead is not None and answer == lead and context.step not in ("data", "ora", "servizi", "operatore")
        )
        books_it = _accepts(asked, context) and not said.filled
        if (strong or said.filled) and not books_it:
            return answer if stays else None
    if answer is None and "refuse_all" in intents.flags_of(said.hits) and context.step == "alternative" and not said.filled:
        return False
    asks = is_question(said.found.hearing.text, said.sentence)
    if (
        answer is not None
        and context.step in (None, "ascolto")
        and (asks or said.found.has_value or said.found.hearing.untaken() > _SHORT_ANSWER)
    ):
        return None
    return answer


def _leaves_it_open(said: Said, context: Context) -> bool:
    """ "Fate voi", "qualunque ora va bene" answer which day, hour or person: they ask for nothing and agree to nothing."""
    return context.step in ("data", "ora", "operatore") and "no_matter" in intents.flags_of(said.hits)


def _asks_for_others(said: Said, context: Context) -> bool:
    """ "Più tardi non c'è niente?" looks on in the list and refuses nothing of it."""
    begins = next(iter(said.sentence.split()), "")
    negative = begins in ("no", "nessuna", "nessuno") or "refuse_all" in intents.flags_of(said.hits)
    return context.step == "alternative" and "?" in said.found.hearing.text and not negative


def _intent(said: Said, context: Context, asked: IntentFound, command: Command | None, yes_no: bool | None) -> tuple[Intent | None, float]:
    if command == "umano":
        return "operatore", asked.confidence
    if command == "annulla":
        return ("nega", 0.95) if context.step == "conferma" else ("cancella", 0.85) if context.step is None else (None, 0.95)
    if command is not None:
        return None, 0.95
    if yes_no is True and context.step in (None, "ascolto", "chiusa") and _takes_leave(said):
        return "saluto", 0.9
    if yes_no is not None and (asked.intent is None or _accepts(asked, context) or not _request_beside(asked, context)):
        return ("conferma" if yes_no else "nega"), 0.95
    if asked.intent and not (asked.intent == "info" and asked.score < 2.4 and manners.is_salute(said.sentence)):
        return asked.intent, asked.confidence
    if manners.is_salute(said.sentence):
        return "saluto", 0.95
    free = context.step in intents.FREE_STEPS and not said.found.has_value
    beside = sum(1 for word in said.sentence.split() if word not in manners.SALUTE)
    if free and beside <= _FEW and _greets(said):
        return "saluto", 0.82
    if free and manners.is_foreign_talk(said.sentence):
        return "fuori_tema", 0.55
    return None, 0.9 if said.filled or said.found.has_value or said.found.ordinal is not None else 0.2


def _only_says_why(said: Said, context: Context) -> bool:
    """ "Martedì ho il notaio, meglio mercoledì", "visita gatto, che m'ha rovinato il divano": another trade is only why.

    So it is where the open question has its answer beside it. A service that is not sold here is none.
    """
    if "?" in said.found.hearing.text:
        return False
    when = said.found.when
    if context.step in ("data", "ora", "conferma", "alternative"):
        # A day or hour that is turned down for it is as good a moment: "giovedì ho il dentista".
        return bool(when.date or when.time or when.date_interval or when.time_interval or when.dates or when.times)
    sold = said.found.services.services or said.found.services.ambiguous
    about_another = not _ABOUT_ANOTHER.isdisjoint(intents.flags_of(said.hits))
    return said.filled and not about_another and context.step in _VALUE_STEPS and (context.step != "servizi" or bool(sold))


def _request_beside(asked: IntentFound, context: Context) -> bool:
    """Whether a request stands beside the yes or no ("sì, vorrei anche spostare")."""
    return asked.score >= (2.4 if context.step in intents.FREE_STEPS else 3.4)


def _accepts(asked: IntentFound, context: Context) -> bool:
    """Whether the words of a request only carry out what was asked ("va bene, prenoti pure", "sì, mi faccia richiamare")."""
    return (context.step, asked.intent) in (
        ("conferma", "prenotazione"),
        ("handoff", "operatore"),
        ("waitlist", "waitlist"),
        ("waitlist", "prenotazione"),
    )


def _greets(said: Said) -> bool:
    return not {"greeting", "goodbye", "thanks"}.isdisjoint(intents.flags_of(said.hits))


def _takes_leave(said: Said) -> bool:
    return "goodbye" in intents.flags_of(said.hits) and not said.found.has_value


def is_question(text: str, sentence: str) -> bool:
    first = next((word for word in sentence.split() if word not in manners.SALUTE), "")
    return "?" in text or first in _QUESTIONS
