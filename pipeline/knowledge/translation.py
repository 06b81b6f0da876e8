"""A caller's turn put into Italian by a model, so that the one parser there is can read it.

Called by the translation stage and by `faq`. Calls `shield`, `consult`, `redaction`. Names, numbers and addresses never leave the
house: they are placeholders on the way out and come back as they were said.
"""

from collections.abc import Sequence

from pipeline.foreign.detect import detect
from pipeline.foreign.languages import Language, supported
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.draft import Draft, clean, fill
from pipeline.knowledge.prompts import TO_ITALIAN, fenced, language_name
from pipeline.knowledge.redaction import introduced
from pipeline.knowledge.shield import same_placeholders, shield
from pipeline.model.errors import SidecarError
from pipeline.ports import World

_TURN_S = 2.0


def translate(text: str, language: str, world: World) -> str | None:
    """The turn in Italian; the text itself where it is Italian; None without a model that could do it in time."""
    source = supported(language)
    if source == "it":
        return text
    if source is None or not world.model.available():
        return None
    return to_italian(text, source, Consult(world, _TURN_S), _own_names(world))


def to_italian(text: str, language: Language, consult: Consult, names: Sequence[str]) -> str | None:
    """As `translate`, within a time budget that is already running; `names` are never translated."""
    shielded = shield(Draft(clean(text)), (*names, *introduced(text)))
    answer = consult.ask(TO_ITALIAN.format(language=language_name(language)), fenced(utterance=shielded.text))
    if answer is None or not same_placeholders(shielded.text, answer):
        return None
    italian = fill(Draft(answer, shielded.values))
    heard, confidence = detect(italian, "it")
    return italian if heard == "it" or confidence < 0.6 else None


def _own_names(world: World) -> tuple[str, ...]:
    """Services and people of the business; without the database the translation goes on without them."""
    try:
        lexicon = world.reads.lexicon()
    except SidecarError:
        return ()
    people = [name for person in lexicon.operators for name in (person.nome, person.cognome) if len(name) > 2]
    return (*(service.nome for service in lexicon.services), *people, *lexicon.products)
