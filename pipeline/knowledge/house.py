"""Whether the caller asks whom he has reached ("è il salone Aurora?", "che ditta siete?"), and whether he has reached it.

Called by `answers` and by the stages that must not take such a question for something else. Calls the tables of words only; names of
the business come from the settings and the rows. Must never know an answer's words.
"""

import re
from typing import Literal

from pipeline.foreign.languages import Language
from pipeline.foreign.topics import flat
from pipeline.italian.phonetic import alike
from pipeline.italian.wordlists import word_set
from pipeline.model.business import Lexicon, Settings
from pipeline.model.parse import Parse

Reached = Literal["yes", "no", "here"]
"""It is the one he means, it is another, or he named none: he is told where he is."""

_ASKS: dict[Language, str] = {
    "it": r"(?:siete|sei|e|questo e|questa e|qui e|sarebbe|parlo con|sto parlando con|ho chiamato|ho fatto|chiamo|ho preso|risponde)"
          r"(?: (?:voi|lei|tu|proprio))?(?: (?:il numero (?:del|della|dello|dell|di)|il|lo|la|l|i|dal|dalla|del|della|dello|un|una))?",
    "en": r"(?:is this|is that|are you|am i (?:speaking|talking) (?:to|with)|have i (?:reached|called))(?: (?:the|a|an))?",
    "es": r"(?:es|son|sois|es este|estoy hablando con|hablo con|he llamado a)(?: (?:el|la|los|un|una))?",
    "pt": r"(?:e|sao|voces sao|estou falando com|falo com|falo da|liguei para)(?: (?:o|a|os|um|uma))?",
}  # fmt: skip
_NOUNS: dict[str, str] = {
    "salone": "salone", "parrucchiere": "salone", "parrucchiera": "salone", "parrucchieri": "salone", "parrucchieria": "salone",
    "barbiere": "salone", "barberia": "salone", "estetista": "salone", "salon": "salone", "hairdresser": "salone",
    "peluqueria": "salone", "cabeleireiro": "salone", "salao": "salone",
    "studio": "", "centro": "", "negozio": "", "ditta": "", "shop": "", "studios": "", "clinic": "", "estudio": "", "tienda": "",
    "loja": "",
    "ambulatorio": "medico", "clinica": "medico", "poliambulatorio": "medico", "dentista": "medico", "odontoiatra": "medico",
    "veterinario": "medico", "dentist": "medico", "doctor": "medico", "vet": "medico",
    "officina": "officina", "autofficina": "officina", "meccanico": "officina", "gommista": "officina", "carrozzeria": "officina",
    "garage": "officina", "taller": "officina", "oficina": "officina", "palestra": "palestra", "gym": "palestra", "gimnasio": "palestra",
    "pizzeria": "-", "ristorante": "-", "farmacia": "-", "hotel": "-", "albergo": "-", "ospedale": "-", "banca": "-", "bar": "-",
    "restaurant": "-", "pharmacy": "-", "hospital": "-", "supermercato": "-", "trattoria": "-", "comune": "-",
    "asl": "-", "cup": "-", "inps": "-", "municipio": "-", "poste": "-",
}  # fmt: skip
"""What a business is called, with its trade ("" = any, "-" = none that takes bookings here)."""
_WHO: dict[Language, str] = {
    "it": r"\bche (?:ditta|negozio|posto|studio|salone|numero) (?:e|siete|e questo|ho chiamato)\b|\bdove ho chiamato\b"
          r"|\bcon che (?:ditta|negozio|posto|studio|salone)\b|^(?:pronto )?chi e ?\?|\bho sbagliato numero ?\?",
    "en": r"\b(?:what|which) (?:shop|business|place|company) is (?:this|that)\b|\bwhere have i called\b|\bwrong number ?\?",
    "es": r"\bque (?:negocio|tienda|sitio) es\b|\ba donde he llamado\b",
    "pt": r"\bque (?:loja|lugar|empresa) e\b|\bpara onde liguei\b",
}  # fmt: skip
_FILLERS = word_set(
    "di del della dello dei da dal dalla de d l il lo la i dottor dottore dottoressa dott signor signora medico medici dentistico "
    "veterinario estetico estetica giusto vero scusi scusa per caso right of the do el bellezza allora correcto"
)
_BEFORE = (
    r"(?:^|[,.;?!] |\b(?:ma|pronto|scusi|scusa|senta|salve|buongiorno|buonasera|ciao|hello|hi|hola|ola|sorry|perdon|desculpe|ah|e|che) )"
)
_END = re.compile(r"[,.;!?]| (?:che|vorrei|volevo|avrei|i would|quisiera|queria) ")
_MEDICAL = frozenset({"medico", "dentista", "veterinario", "clinica", "poliambulatorio"})
_STREETS = frozenset({"via", "viale", "piazza", "piazzale", "corso", "largo", "vicolo", "vico", "calle", "street", "rua"})
_MOST = 5
"""Words of a name said in full."""


def reached(parse: Parse, settings: Settings, lexicon: Lexicon, language: Language) -> Reached | None:
    """Whom the caller has reached, measured by the business's own name and people; None where he does not ask that."""
    heard = flat(parse.text)
    if re.search(_WHO[language], heard):
        return "here"
    nouns = "|".join(_NOUNS)
    for found in re.finditer(rf"{_BEFORE}{_ASKS[language]} (?P<rest>.*)", heard):
        rest = found["rest"]
        end = _END.search(rest)
        said, closes = (rest[: end.start()], rest[end.start()]) if end else (rest, "")
        words = said.split()
        named = bool(words) and (words[0] in _NOUNS or _is_named(words, settings))
        asked = parse.question or closes == "?" or re.search(rf"\b(?:{nouns})\b", words[0] if words else "") is not None
        if named and asked and len(words) <= _MOST + 1:
            return _judged(words, settings, lexicon)
    return None


def _own(settings: Settings) -> list[str]:
    return flat(settings.nome_attivita).split()


def _is_named(words: list[str], settings: Settings) -> bool:
    own = [word for word in _own(settings) if word not in _FILLERS and word not in _NOUNS]
    return bool(own) and any(alike(word, name) for word in words for name in own)


def _judged(words: list[str], settings: Settings, lexicon: Lexicon) -> Reached:
    own = _own(settings)
    people = [part for person in lexicon.operators for name in (person.nome, person.cognome) for part in flat(name).split()]
    nouns, content = [word for word in words if word in _NOUNS], [word for word in words if word not in _NOUNS and word not in _FILLERS]
    if content:
        if _STREETS & set(words) and not settings.indirizzo:
            return "here"
        known_words = (*own, *people, *flat(settings.indirizzo or "").replace(",", " ").split())
        known = all(any(alike(word, name) for name in known_words) for word in content)
        return "yes" if known and not any(_NOUNS[noun] == "-" and noun not in own for noun in nouns) else "no"
    if any(noun in own for noun in nouns):
        return "yes"
    trade = "medico" if settings.settore in _MEDICAL else settings.settore
    return "here" if {_NOUNS[noun] for noun in nouns} & {"", trade} else "no"
