"""How many visits of one kind are wanted at once: "siamo in due", "due pieghe", "due tagli per i miei figli".

Called by `several`; calls `parse` for a noun. It must never know when they shall be.
"""

import re

from pipeline.italian.parse import parse
from pipeline.italian.words import fold
from pipeline.model.parse import Context, Parse

_HEADS = re.compile(
    r"\b(?:siamo|veniamo|saremmo) in (due|tre)\b"
    r"|\b(due|tre) (?:person|figli|bambin|bimb|nipot|ragazz|sorell|fratell|amic)\w*"
    r"|\b(?:a testa|entramb[ei]|tutt[ei] e due)\b"
)
_BESIDE_ME = re.compile(r"\b(?:io|me|vengo|verrei|piu me) (?:e|ed|con|piu) (?:altr[ie] |i |le )?(?:mie[i]? )?(?:due|tre)\b")
_CHILDREN = re.compile(
    r"\b((?:i|le)(?: miei| nostri| mie| nostre)?) (?:due |tre )?"
    r"(figli|figlie|bambin[ie]|bimb[ie]|nipoti|nipotin[ie]|ragazz[ie]|genitori|gemell[ie])\b"
)
_MANY = re.compile(r"\b(due|tre|quattro) (\w{4,})")
_VISITS = frozenset({"appuntamenti", "prenotazioni", "posti"})
_COUNTS = {"due": 2, "tre": 3, "quattro": 4}


def may_count(folded: str) -> bool:
    """Whether the words hold a number of people or of things."""
    return _HEADS.search(folded) is not None or _MANY.search(folded) is not None


def how_many(whole: Parse, folded: str, context: Context) -> int:
    """The number of visits; 1 where none is said. "Due colpi di sole" is the name of one."""
    found = _HEADS.search(folded)
    if found is not None:
        return next((_COUNTS[word] for word in found.groups() if word), 2) + (_BESIDE_ME.search(folded) is not None)
    if len(whole.services) + len(whole.services_ambiguous) != 1:
        return 1
    return next((_COUNTS[count] for count, noun in _MANY.findall(folded) if noun in _VISITS or _is_plural(noun, context)), 1)


def for_people(folded: str) -> bool:
    """Whether as many people come: "due pieghe", while "due appuntamenti" may be of one."""
    return not any(noun in _VISITS for _, noun in _MANY.findall(folded))


def whose(folded: str) -> str | None:
    """The people they are for, as they are said together ("i miei figli")."""
    found = _CHILDREN.search(folded)
    return f"{found[1]} {found[2]}" if found is not None else None


def _is_plural(noun: str, context: Context) -> bool:
    named = parse(noun, context)
    singular = {word for service in context.lexicon.services for word in fold(service.nome).split()}
    return bool(named.services or named.services_ambiguous) and noun not in singular
