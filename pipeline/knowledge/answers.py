"""READ THIS FIRST. The path of every informative turn: calling functions, then the FAQ, then the direct answer, then "this I do not know".

Called by the knowledge stage and `pipeline.desk.knowledge`. Calls `functions`, `faq`, `direct`, `choosing`, `formatter`. Laws: 1.
facts come from rows or from the owner's words, so they are the same with a model, without one, and with one that dies; 2. whatever
happens somebody gets an answer: a database that cannot be read is said in words; 3. what should be written goes back as Write
values.
"""

from dataclasses import replace

from pipeline.foreign.languages import Language, supported
from pipeline.knowledge.catalog import not_listed
from pipeline.knowledge.choosing import choose
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.direct import direct, remarks
from pipeline.knowledge.faq import about, from_faq
from pipeline.knowledge.formatter import Formatted, Job, format_job
from pipeline.knowledge.functions import FUNCTIONS
from pipeline.knowledge.personal import owner_answer
from pipeline.knowledge.question import Finding, Knowledge, Question
from pipeline.knowledge.reading import read_question
from pipeline.knowledge.redaction import redacted
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.texts import say, template
from pipeline.knowledge.values import ANONYMOUS
from pipeline.model.business import Lexicon
from pipeline.model.errors import PiiEncrypted, Unavailable
from pipeline.model.parse import Topic
from pipeline.model.writes import RecordUnanswered
from pipeline.phrases.ear import speech
from pipeline.ports import World

_OF_THE_CALLER: tuple[Topic, ...] = ("mio_appuntamento", "carrello", "link")
"""What only the rows of one person answer."""


def answer(question: Question, world: World) -> Knowledge:
    """The answer to an informative question, always a text. Raises nothing for a database or a model that is down."""
    language = supported(question.language) or "it"
    notes = () if supported(question.language) else ("language",)
    consult = Consult(world)
    try:
        scope = _scope(question, language, world)
        finding, function = _find(scope, consult)
        made = _formatted(scope, finding, consult)
    except Unavailable as error:
        return _down(world, language, error.component, notes)
    except PiiEncrypted:
        return _down(world, language, "pii_encrypted", notes)
    return _knowledge(scope, finding, function, made, consult, notes)


def _scope(question: Question, language: Language, world: World) -> Scope:
    """With a database that is down the FAQ and the fixed words still answer: they need no rows."""
    now = world.clock.now()
    try:
        lexicon, blind = world.reads.lexicon(), False
    except Unavailable:
        lexicon, blind = Lexicon(), True
    return Scope(world, question, read_question(question, language, lexicon, now.date()), lexicon, now, blind)


def _find(scope: Scope, consult: Consult) -> tuple[Finding, str | None]:
    """The first step that has an answer, with the name of the calling function if it was one."""
    topic = scope.reading.topic
    remark = direct(scope, consult) if remarks(scope) else None
    if remark is not None:
        return remark, None
    entry = about(scope, consult) if _of_a_part(scope) else None
    if entry is not None:
        return entry, None
    called = _call(scope, topic)
    if called is not None:
        return called, topic
    found = from_faq(scope, consult) or direct(scope, consult) or (None if scope.blind else owner_answer(scope))
    if found is not None:
        return found, None
    if scope.blind:  # nothing could be noted for the owner either
        raise Unavailable("database")
    chosen = choose(scope.question.text, consult) if topic is None and consult.ready() else None
    called = _call(replace(scope, reading=replace(scope.reading, topic=chosen)), chosen)
    return (called, chosen) if called is not None else (_abstain(scope), None)


def _of_a_part(scope: Scope) -> bool:
    """Whether something is asked of a part that no row describes ("a che ora apre la piscina?", "lo sconto per studenti")."""
    reading = scope.reading
    named = bool(reading.services or reading.operators)
    return bool(reading.subject) and reading.topic is not None and reading.topic not in _OF_THE_CALLER and not named


def _call(scope: Scope, topic: Topic | None) -> Finding | None:
    function = FUNCTIONS.get(topic) if topic is not None else None
    if function is not None and scope.blind:
        raise Unavailable("database")
    return function(scope) if function is not None else None


def _abstain(scope: Scope) -> Finding:
    """No answer: the owner is told what was asked; an empty FAQ says so in the words of the specification (section 13.2).

    Of a thing with a name as much is known that it is not in the list.
    """
    empty = not scope.world.recall.entries()
    missing = None if scope.blind else not_listed(scope)
    key, slots = missing or ("nothing_known" if empty else "unknown", {})
    write = RecordUnanswered(redacted(scope.question.text), scope.language, scope.question.session_id, scope.now)
    degraded = ("translation",) if scope.language != "it" and not empty and not scope.world.model.available() else ()
    return Finding(template(key, scope.language), "", slots, writes=(write,), abstained=True, degraded=degraded)


def _formatted(scope: Scope, finding: Finding, consult: Consult) -> Formatted:
    question = scope.question
    job = Job(
        response=finding.template,
        language=scope.language,
        customer_id=ANONYMOUS if question.cliente_id is None else question.cliente_id,
        workspace_id=question.workspace_id,
        original_question=question.original_question or question.text or "-",
        history=[turn for exchange in question.history for turn in (("user", exchange.user), ("assistant", exchange.assistant))],
        slots=finding.slots,
        finished=finding.finished,
    )
    return format_job(scope.world, job, consult)


def _knowledge(
    scope: Scope, finding: Finding, function: str | None, made: Formatted, consult: Consult, notes: tuple[str, ...]
) -> Knowledge:
    validity = _validity(made, scope.language)
    degraded = (*notes, *(("database",) if scope.blind else ()), *finding.degraded, *made.degraded, *(("llm",) if consult.failed else ()))
    return Knowledge(
        display=f"{made.display}\n{validity}" if validity else made.display,
        speech=f"{made.speech.rstrip('.')}. {speech(validity, scope.language, scope.today)}" if validity else made.speech,
        language=scope.language,
        sources=(finding.source,) if finding.source else (),
        grounded=not finding.abstained,
        abstained=finding.abstained,
        degraded=tuple(dict.fromkeys(degraded)),
        writes=(*made.writes, *finding.writes),
        facts=made.facts,
        removed=made.removed,
        needs=finding.needs,
        function=function,
        llm_used=made.llm_used or finding.by_model,
        tokens=consult.tokens,
        cost=consult.cost,
    )


def _validity(made: Formatted, language: Language) -> str:
    """How long the links of the text are still valid: the shortest time, in whole minutes that are really left."""
    if not made.minutes:
        return ""
    least = min(minutes for _, minutes in made.minutes)
    return say("link_minute", language) if least == 1 else say("link_minutes", language, n=str(least))


def _down(world: World, language: Language, component: str, notes: tuple[str, ...]) -> Knowledge:
    text = say("data_down", language)
    return Knowledge(
        display=text,
        speech=speech(text, language, world.clock.now().date()),
        language=language,
        grounded=False,
        abstained=True,
        degraded=(*notes, component),
    )
