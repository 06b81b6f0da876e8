"""Which of several appointments stay when others are given up or moved: "tutti tranne quello di venerdì", "la manicure la tengo".

Called by `parse`, with itself as the reader of each piece. It must never know which appointments there are.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.italian.words import fold
from pipeline.model.parse import Context, Parse

_THING = r"(?:quell[oaei]|l['’]|il|la|lo|un[oa]|i|gli|le)"
_KEEPS = r"(?:tengo|tenga|tieni|teniamo|terrei|mantengo|mantenga|manteniamo|conservo|lasci[ao]?|lasciate|lasciamo|rest[ai]|rimane|rimanga)"
_GIVEN_UP = r"(?!\s+(?:perdere|stare|liber))"
_CANCELS = r"(?:disd|cancell|annull|tocc|elimin|spost)\w*"
_STAYS = (
    re.compile(
        r"\b(?:tranne|eccetto|salvo|fuorch[eé]|ad eccezione di|all['’]infuori di|a parte|meno(?=\s+(?:quell|il\s|la\s|l['’]|un[oa]\s)))\s+"
        r"(?P<kept>[^,.;!?]+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<kept>{_THING}\b[^,.;!?]*?)[\s,]+(?:(?:invece|per[oò])\s+)?(?:me\s+)?(?:(?:ce\s+)?l(?:[oaei]\s+|['’]\s*))?{_KEEPS}\b{_GIVEN_UP}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<kept>{_THING}\b[^,.;!?]*?)\s+(?:no$|non\s+(?:l[oaei]\s+)?{_CANCELS})", re.IGNORECASE),
    re.compile(
        rf"\b{_KEEPS}{_GIVEN_UP}\s+(?:solo\s+|soltanto\s+|pure\s+)?(?P<kept>{_THING}\b[^,.;!?]*?)(?=\s+e\s|[,.;!?]|$)", re.IGNORECASE
    ),
    re.compile(r"\bnon\s+(?P<kept>quell[oaei]\b[^,.;!?]*)", re.IGNORECASE),
)
_IT_STAYS = re.compile(
    r"^(?:(?:no|anzi|allora|guardi|scusi|aspetti|ci ho ripensato|ho cambiato idea|facciamo che|e|ma|pero)[,. ]+)*(?:me )?l[oaei] "
    rf"{_KEEPS}(?: (?:tutt[ie](?: e due)?|cosi|li|dov'? ?e|com'? ?e|lo stesso|pure|entramb[ie]|io|grazie))*$"
)
_OTHERS = re.compile(r"\b(?:tutt[ieo]|(?:gli|le|l['’])\s*altr[eiao]|appuntamenti|prenotazioni)\b", re.IGNORECASE)
_ONE = re.compile(r"un[oa]\b", re.IGNORECASE)
_OF_ONE_THAT_STANDS = frozenset({"cancella", "modifica"})


def apart(text: str, context: Context, read: Callable[[str, Context], Parse]) -> Parse | None:
    """What is wanted, with what stays in `kept`; None where nothing is said to stay.

    A service alone is a part of a visit, unless several appointments are spoken of.
    """
    if context.flow == "cancella" and _IT_STAYS.search(fold(text).strip(" .!")):
        # "La tengo" is a yes to a time that is offered, and a no to a cancellation.
        return Parse(text, intent="nega", confidence=0.95, yes_no=False, requests=("nega",))
    found = next((match for match in (form.search(text.strip()) for form in _STAYS) if match is not None), None)
    if found is None:
        return None
    rest = read((text.strip()[: found.start()] + " " + text.strip()[found.end() :]).strip(" ,"), context)
    if not _OF_ONE_THAT_STANDS & {rest.intent, context.flow, *rest.requests}:
        return None
    stays = read(found["kept"], replace(context, step="appuntamento", flow="cancella"))
    of_several = context.options > 1 or _OTHERS.search(text) is not None
    if _ONE.fullmatch(found["kept"].strip()):
        stays = replace(stays, ordinal=None)  # "uno lo tengo": which one is not said
    other_part = rest.services or rest.services_rejected or rest.services_out
    if (stays.services or stays.services_ambiguous) and other_part and not of_several and rest.date is None:
        return None  # "tenga il taglio di giovedì, tolga la barba" speaks of one visit
    named = stays.date or stays.date_interval or stays.time or stays.ordinal is not None
    one_of_them = of_several and (stays.services or _ONE.fullmatch(found["kept"].strip()))
    return replace(rest, text=text, kept=(stays,)) if named or one_of_them else None
