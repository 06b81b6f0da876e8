"""Finished text put into the caller's language by a model that sees no data, or left as it stands.

Called by `formatter`. Calls `shield`, `grounding`, `consult`, `prompts`. Laws: 1. no model is called for a text that is already in
the caller's language; 2. a model's text with a placeholder lost or a fact added is thrown away whole.
"""

from collections.abc import Sequence

from pipeline.foreign.detect import prose_language
from pipeline.foreign.languages import Language, words
from pipeline.knowledge.consult import Consult
from pipeline.knowledge.draft import Draft, prose
from pipeline.knowledge.grounding import untranslated
from pipeline.knowledge.prompts import TRANSLATE, fenced, language_name, recent
from pipeline.knowledge.redaction import redacted
from pipeline.knowledge.shield import same_placeholders, shield
from pipeline.knowledge.tokens import whatsapp


def written_in(draft: Draft, names: Sequence[str] = ()) -> Language | None:
    """The language of the words of a draft; None where there are none to judge by."""
    shielded = shield(draft, names) if names else draft
    found, _ = prose_language(prose(shielded))
    return found


def translated(
    draft: Draft,
    language: Language,
    consult: Consult,
    names: Sequence[str],
    person: Sequence[str],
    question: str,
    history: Sequence[tuple[str, str]],
    style: str | None,
) -> Draft | None:
    """The draft in `language`: `names` untouched, `person` not even shown. None where no model could do it without loss or addition."""
    shielded = shield(draft, (*names, *person))
    if not words(prose(shielded)):
        return shielded
    answer = consult.ask(
        TRANSLATE.format(language=language_name(language)),
        fenced(
            history=recent([(role, redacted(text, person)) for role, text in history]),
            question=redacted(question, person),
            style=style or "",
            message=shielded.text,
        ),
    )
    if answer is None:
        return None
    text = whatsapp(answer)
    if not same_placeholders(shielded.text, text) or untranslated(shielded.text, text, language):
        return None
    return Draft(text, shielded.values)
