"""A question said behind a yes: "sì, e mi mandate un promemoria?" agrees and asks, "sì ma viene lei a casa?" only asks.

Called by `parse` with what the whole utterance says and with the reader itself; calls the folding of words. It must never answer.

Laws: 1. only what ends in a question mark, is no yes or no by itself and names nothing of the appointment is such a question; 2. what
objects ("ma", "però") or asks who is to bring one ("e chi me lo porta?") wants its answer before anything is booked.
"""

import re
from dataclasses import replace

from pipeline.italian.asides import Read
from pipeline.italian.words import fold
from pipeline.model.parse import Context, Parse

_YES = re.compile(
    r"\W*(?:(?:s[iì]|ok|okay|va bene|va benissimo|benissimo|perfetto|certo|certamente|d['’ ]?accordo|esatto|giusto|confermo|ottimo|bene"
    r"|brav[oa]|dai|grazie)\b\W*)+",
    re.IGNORECASE,
)
_OBJECTS = re.compile(r"(?:e |ed |poi )?(?:ma|pero|solo che)\b|(?:e |ed |ma |allora |poi )*chi (?:me|mi|ce|ci|te|ti|ve|glie\w*|lo|la)\b")
_LEAST_WORDS = 3


def behind_a_yes(whole: Parse, context: Context, read: Read) -> Parse:
    """The Parse of a yes at the recap with the question behind it: beside the yes, or instead of it where it objects."""
    agreed = context.step == "conferma" and whole.intent == "conferma" and whole.yes_no is True and not whole.asides
    opening = _YES.match(whole.text) if agreed and whole.text.rstrip().endswith("?") else None
    rest = whole.text[opening.end() :].strip() if opening else ""
    if len(rest.split()) < _LEAST_WORDS:
        return whole
    said = read(rest, context)
    if said.yes_no is not None or said.command is not None or said.services or said.date or said.time or said.for_other:
        return whole
    alone = replace(read(rest, replace(context, step=None, flow=None)), intent="info", question=True)
    if _OBJECTS.match(fold(rest)):
        return replace(alone, text=whole.text, confidence=whole.confidence, yes_no=None, requests=("info",))
    return replace(whole, asides=(alone,))


__all__ = ["behind_a_yes"]
