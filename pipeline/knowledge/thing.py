"""The thing whose price or length is asked for, in the caller's own words, and which of them none of our services explains.

Read by `reading`. Calls `foreign.languages` for folding. Must never know a row: the words of the house are handed in.

Laws: 1. a thing is what stands where a service could ("quanto costa ...", "il prezzo di ...", "la ... quanto viene?"); 2. what one does
or what is said of the visit ("venire da voi", "l'appuntamento") is none; 3. only what is named can be missing from the list, and only
in the language of the list: "el corte" may be our Taglio.
"""

import re

from pipeline.foreign.languages import fold, words

_LONGEST = 6
_END = r"(?=$|[,.;:?!])"
_TAIL = (
    r"(?: (?:da voi|piu o meno|all'incirca|circa|in media|in tutto|in totale|per favore|grazie|scusi|adesso|oggi|di solito"
    r"|che voi sappiate|che fate|e basta|piu iva|iva compresa|quanto|o no|voi))*"
)
_ASKED = (
    r"(?:costa\w*|costerebbe\w*|viene|vengono|verrebbe\w*|verra|si paga|si spende|spendo|spenderei|pago|pagherei|prendete|prende|chiedete"
    r"|fate pagare|dura|durano|ci vuole|ci mettete|ci si mette)"
)
_NAMED = tuple(
    re.compile(pattern + _TAIL + _END)
    for pattern in (
        rf"\bquanto (?:mi |ci |vi )?{_ASKED}(?: a costare| a pagare| di costo)?"
        r"(?: (?:per|di|invece|allora|anche|a fare|far fare|fare|farmi|farsi))* (?P<thing>.+?)",
        r"\b(?:prezzo|costo|tariffa|durata|costi|prezzi) (?:per |di |d'|del |dello |della |dell'|dei |degli |delle )"
        r"(?:fare |far fare )?(?P<thing>.+?)",
        r"(?:^|[,.!] ?)(?:e |ma |buongiorno |salve |senta |scusi )*(?:per )?(?P<thing>(?:la|il|lo|l'|un|uno|una|un'|le|i|gli) ?[^,.?!]+?)"
        r",? (?:quanto|a quanto)\b[^,.?!]*",
    )
)
_FOLLOWING = re.compile(
    r"^(?:e|ed|ma|invece|mentre) (?:(?:per|di|invece|allora|se fosse|anche) )*(?P<thing>(?:la|il|lo|l'|un|uno|una|un'|le|i|gli) ?.+?)"
    + _TAIL + r"\W*$"
)  # fmt: skip
_LEADING = re.compile(r"^(?:(?:del|della|dello|dei|degli|delle|al|alla|per|fare|sol[oa])\s+|dell'\s*)+")
_ONE_DOES = re.compile(r"^\w+(?:are|ere|ire|arsi|ersi|irsi|armi|ermi|irmi|rlo|rla|rle|rli)$")
_OF_THE_VISIT = frozenset((
    "venire", "disdire", "annullare", "cancellare", "spostare", "prenotare", "rimandare", "parcheggiare", "arrivare", "parlare", "chiamare",
    "iscriversi", "appuntamento", "prenotazione", "disdetta", "quello", "quella", "quelli", "quelle", "quel", "questo", "questa", "questi",
    "queste", "qualcosa", "tutto", "tutti", "tutte",
))  # fmt: skip
"""What begins with one of these is done around a visit, or points at something that was said."""
_NO_THING = frozenset((
    "volta", "volte", "ora", "ore", "minuto", "minuti", "mezz", "persona", "persone", "altro", "altra", "cosa", "appuntamento", "ritardo",
    "ultimo", "lavoro", "lavori", "intervento", "visita", "visite", "seduta", "sedute", "servizio", "servizi", "prestazione",
    "trattamento", "mese", "anno", "settimana", "euro", "soldi", "dottore", "dottor", "dottoressa", "signora", "macchina", "auto", "cane",
    "gatto", "bambino", "bambina", "figlio", "figlia", "marito", "moglie", "mamma", "mattina", "sera",
))  # fmt: skip
"""Words that alone name nothing a list could hold."""
_JOINING = frozenset((
    "per", "con", "una", "uno", "del", "dei", "gli", "dal", "sul", "tra", "fra", "mia", "mio", "tuo", "suo", "sua", "che", "chi", "piu",
    "poi", "due", "tre", "sei", "non", "qui", "qua", "nel", "all", "dall", "nell", "sull", "dell",
))  # fmt: skip


def thing_of(text: str, leans: bool = False) -> str | None:
    """What the price or the length of is asked for, as the caller said it; None where nothing is named.

    `leans`: the sentence goes on with the question before it ("e la risonanza?").
    """
    said = " ".join(text.split())
    heard = fold(said)
    if len(heard) != len(said):  # a letter that folds into two: the places no longer agree
        said = heard
    for pattern in (*_NAMED, _FOLLOWING) if leans else _NAMED:
        found = pattern.search(heard)
        if found:
            return _bare(said[found.start("thing") : found.end("thing")])
    return None


def strange_in(thing: str, known: frozenset[str]) -> frozenset[str]:
    """The words of it that carry a meaning and are none of ours; empty where it could not stand in a list of services."""
    parts = words(thing)
    parts = parts[1:] if parts[:1] == ["a"] and len(parts) == 2 else parts  # "quanto mi viene a costare?"
    if not parts or len(parts) > _LONGEST or (len(parts) == 1 and _ONE_DOES.match(parts[0])) or parts[0] in _OF_THE_VISIT:
        return frozenset()
    empty = known | _JOINING | _NO_THING
    return frozenset(word for word in parts if len(word) > 2 and word not in empty)


def _bare(thing: str) -> str | None:
    led = _LEADING.match(fold(thing))
    kept = (thing[led.end() :] if led else thing).strip(" '\"")
    return kept or None
