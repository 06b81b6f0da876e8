"""A model chooses among the calling functions where the words of a question named none.

Called by `answers`. Calls `consult`. Its word is held against the table: anything else is no choice. It never writes and never
states a fact.
"""

import json
from typing import Any, cast

from pipeline.knowledge.consult import Consult
from pipeline.knowledge.functions import CHOOSABLE
from pipeline.knowledge.prompts import CHOOSE, fenced
from pipeline.knowledge.redaction import redacted
from pipeline.model.parse import Topic

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"function": {"type": "string", "enum": [*CHOOSABLE, "none"]}},
    "required": ["function"],
    "additionalProperties": False,
}


def choose(text: str, consult: Consult) -> Topic | None:
    """The topic whose function fits the question, None for "none", for a failure and for anything that is not in the table."""
    answer = consult.ask(CHOOSE, fenced(functions="\n".join(CHOOSABLE), question=redacted(text)), "classify", SCHEMA)
    if answer is None:
        return None
    try:
        made: Any = json.loads(answer)
    except ValueError:
        return None
    name: Any = cast("dict[str, Any]", made).get("function") if isinstance(made, dict) else None
    return CHOOSABLE.get(name) if isinstance(name, str) else None
