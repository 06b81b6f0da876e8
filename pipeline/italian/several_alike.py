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
    r"|\ba testa\b"
)
_OF_THOSE_THAT_STAND = re.compile(r"\b(?:disd|annull|cancell|elimin|spost)\w*|\b(?:miei|mie|gli|le) (?:appuntamenti|prenotazioni)\b")
_BESIDE_ME = re.compile(r"\b(?:io|me|vengo|verrei|piu me) (?:e|ed|con|piu) (?:altr[ie] |i |le )?(?:mie[i]? )?(?:due|tre)\b")
_BOTH = re.compile(r"\b(per )?(?:entramb[ei]|tutt[ei] e due)\b")
_CHILDREN = re.compile(
    r"\b((?:i|le)(?: miei| nostri| mie| nostre)?) (?:due |tre )?"
    r"(figli|figlie|bambin[ie]|bimb[ie]|nipoti|nipotin[ie]|ragazz[ie]|genitori|gemell[ie])\b"
)
_MANY = re.compile(r"\b(due|tre|quattro) (\w{4,})")
_VISITS = frozenset({"appuntamenti", "prenotazioni", "posti"})
_BROUGHT = frozenset((
    "cani", "cagnolini", "cagnetti", "gatti", "gattini", "gattine", "gatte", "mici", "cuccioli", "conigli", "coniglietti", "criceti",
    "pappagalli", "tartarughe", "furetti", "uccellini", "animali", "macchine", "auto", "automobili", "vetture", "moto", "motorini",
    "scooter", "furgoni", "camion", "camper", "biciclette",
))  # fmt: skip
"""What is brought to have something done to it, an appointment each."""
_COUNTS = {"due": 2, "tre": 3, "quattro": 4}


def may_count(folded: str) -> bool:
    """Whether the words hold a number of people or of things."""
    return any(found.search(folded) is not None for found in (_HEADS, _BOTH, _MANY))


def how_many(whole: Parse, folded: str, context: Context) -> int:
    """The number of visits; 1 where none is said. "Due colpi di sole" is the name of one."""
    found = _HEADS.search(folded)
    if found is not None and not any(found.groups()) and _OF_THOSE_THAT_STAND.search(folded):
        return 1  # "li annulli tutti e due e poi mi prenoti una ceretta"
    if found is not None:
        return next((_COUNTS[word] for word in found.groups() if word), 2) + (_BESIDE_ME.search(folded) is not None)
    both = _BOTH.search(folded)
    if both is not None and not _given_out(whole, context, for_them=both[1] is not None):
        return 2
    if len(whole.services) + len(whole.services_ambiguous) != 1:
        return 1
    many = ((_COUNTS[count], noun) for count, noun in _MANY.findall(folded))
    return next((count for count, noun in many if noun in _VISITS or noun in _BROUGHT or _is_plural(noun, context)), 1)


def _given_out(whole: Parse, context: Context, for_them: bool) -> bool:
    """ "Il gatto e il cane per la visita, tutti e due": each has its own already; "taglio e piega per tutti e due" is for two people."""
    named = [service.nome for service in context.lexicon.services if service.id in whole.services]
    alike = len({fold(name).split()[0] for name in named}) == 1
    return len(named) > 1 and (alike or not for_them)


def for_people(folded: str) -> bool:
    """Whether as many people come: "due pieghe", while "due appuntamenti" and "due gatti" may be of one."""
    return not any(noun in _VISITS or noun in _BROUGHT for _, noun in _MANY.findall(folded))


def whose(folded: str) -> str | None:
    """The people they are for, as they are said together ("i miei figli")."""
    found = _CHILDREN.search(folded)
    return f"{found[1]} {found[2]}" if found is not None else None


def _is_plural(noun: str, context: Context) -> bool:
    named = parse(noun, context)
    singular = {word for service in context.lexicon.services for word in fold(service.nome).split()}
    return bool(named.services or named.services_ambiguous) and noun not in singular
