"""Wishes for somebody without a name: anybody at all, a woman, a man, or no man.

Called by `operators` once the names are taken; calls nobody. It must never know who works here.

Laws: 1. a wish that is turned down is the other one ("basta che non sia un uomo"); 2. "chi" counts where it chooses somebody, not where it
asks ("chi c'è domattina?").
"""

import re

from pipeline.italian.hearing import Hearing
from pipeline.italian.trades import GROUPS
from pipeline.italian.wordlists import phrase_list, word_set
from pipeline.model.business import Gender

_WOMAN = word_set("donna ragazza signora femmina parrucchiera dottoressa operatrice istruttrice estetista specialista_donna")
_MAN = word_set("dottore uomo ragazzo maschio signore maschietto parrucchiere istruttore")
_WOMEN_OF_THE_TRADE = word_set("dottoressa operatrice istruttrice parrucchiera")
_OF_A_TRADE = ("iere", "iera", "tore", "trice", "ista", "ologo", "ologa", "medico", "essa", "trainer")
_RATHER = word_set("preferibilmente possibilmente")
_ALONE = word_set("donna uomo femmina maschio ragazza ragazzo dottore dottoressa signora")
_CHOSEN = word_set("con da faccia facesse preferisco preferirei preferiamo preferirebbe meglio")
_WISHED = word_set("vorrei voglio vorrebbe volevo vorremmo gradirei serve servirebbe")
_FOR_WHAT = word_set("per che possibilmente perche a")
"""After "vorrei una donna": who is to do it. "Vorrei un uomo" alone, or "un uomo e un bambino", may be cuts."""
_NEGATED = 5
_ANY_PHRASES = phrase_list(
    "non mi interessa chi, non interessa chi, chiunque, chicchessia, chi capita, chi e libero, chi e disponibile, chi sia libero, "
    "primo libero, primo disponibile, uno qualsiasi, uno qualunque, una qualsiasi, una qualunque, qualsiasi operatore, "
    "qualunque operatore, qualsiasi persona, uno vale altro, una vale altra, nessuna preferenza, non ho preferenze, senza preferenze, "
    "non ho preferenza, non importa chi, non importa con chi, non mi importa, chi siete, chi trovo, chi trova, va bene tutti, vanno "
    "bene tutti, chi fa prima, chi avete, fa niente chi, poco importa chi, e uguale chi, non fa differenza, nessuna in particolare, "
    "nessuno in particolare, qualsiasi di voi, con chi si puo, chi puo, uno dei due, una "
    "delle due, tutti bravi, tutte brave, con un altro, con un altra, "
    "un altra persona, un altro operatore, un altra operatrice, c e c e, c'e c'e"
)
_ANY_AT_STEP = phrase_list(
    "indifferente, uguale, stesso, qualsiasi, qualunque, non importa, decida lei, faccia lei, scelga lei, fate voi, fai tu, tutti, "
    "tutte, non saprei, come vuole, come volete, uno a caso, non ho, a caso"
)
_WHOEVER = re.compile(
    r" chi (?:le |vi |ti |gli |lei |voi )?(?:pare|piace|vuole|volete|vuoi|preferi\w+|crede\w*|dice|dite)\b"
    r"| chi ha (?:prima )?(?:un )?(?:po (?:di )?)?(?:posto|buco|buchetto|tempo|disponibilita|spazio|meno)\b"
    r"| (?:chi|che) (?:mi |me |ci )?(\w{2,}) (?:mi |me |ci )?\1\b| qualcun(?:o|a)?'? altr[oa]\b| un collega | una collega "
)
"""Whoever pleases or has time; said twice: "chi viene viene", "con chi mi mette mi mette"."""
_FIRST_FREE = re.compile(r" prim[oa] (?:\w+ )?(?:liber[oa]|disponibile|che (?:si libera|capita|trova|ha))\b")
_IS_THERE = re.compile(r"(?P<with>\w+ )?\bchi c ?e (?!l |lo |la |li |le |ho |sta |sara )")
_TO_SOMEBODY = re.compile(r" (?:a|per) qualcun| (?:passi|passa|passate|parlare|parlo) (?:con )?(?:a )?un'?a? ?collega")
_NO_MATTER = re.compile(
    r" (?:meccanico|dottore|dottoressa|medico|parrucchier[ea]|operatore|operatrice|istruttore|istruttrice|estetista|dentista|veterinari[oa]"
    r"|persona|stilista|insegnante|tecnico|fisioterapista) (?:mi |per me )?(?:e|fa|sia) (?:indifferente|uguale|stesso|la stessa cosa)"
)


def is_wished(hearing: Hearing, asked: bool, named: bool) -> bool:
    """Whether anybody will do; `asked`: the open question is who, `named`: somebody was named."""
    words = " ".join(word.norm.replace("c'", "c").replace("l'", "") for word in hearing.words if word.norm != "cioe")
    plain = f" {words} ".replace("  ", " ")
    if any(f" {' '.join(phrase)} " in plain for phrase in _ANY_PHRASES) or _NO_MATTER.search(plain):
        return True
    if _WHOEVER.search(plain) and not _TO_SOMEBODY.search(plain):
        return True
    there = _IS_THERE.search(plain)
    if there and (asked or there["with"] in ("con ", "da ", "bene ", "e ") or "?" not in hearing.text):
        return True
    if asked and _FIRST_FREE.search(plain):
        return True
    return asked and not named and any(f" {' '.join(phrase)} " in plain for phrase in _ANY_AT_STEP)


def gender(hearing: Hearing, asked: bool) -> Gender | None:
    """M or F when a man or a woman is wished for; None when nothing was said of it."""
    norms = [word.norm for word in hearing.words]
    for place, norm in enumerate(norms):
        if hearing.labels[place] or not (_as_sex(norms, place, asked) or _as_somebody(hearing, norms, place, asked)):
            continue
        wished = _sex(norm)
        if wished is not None:
            return _other(wished) if "non" in norms[max(0, place - _NEGATED) : place] else wished
    return None


def _sex(norm: str) -> Gender | None:
    return "F" if norm in _WOMAN else "M" if norm in _MAN else None


def _other(wished: Gender) -> Gender:
    return "M" if wished == "F" else "F"


def _as_sex(norms: list[str], place: int, asked: bool) -> bool:
    """ "Un medico femmina", "una dottoressa donna", "un parrucchiere uomo"."""
    before = norms[place - 1] if place else ""
    if norms[place] in ("maschio", "femmina"):
        return asked or (bool(before) and before not in GROUPS)
    return norms[place] in ("donna", "uomo") and before.endswith(_OF_A_TRADE)


def _as_somebody(hearing: Hearing, norms: list[str], place: int, asked: bool) -> bool:
    """ "Con una donna", "preferibilmente una ragazza", "un ragazzo qualsiasi", "vorrei una donna per il massaggio"."""
    before = norms[max(0, place - 2) : place]
    following = norms[place + 1] if place + 1 < len(norms) else ""
    one = before[-1:] in (["un"], ["una"], ["un'"])
    if one and (asked or not _CHOSEN.isdisjoint(before)):
        return True
    if (bool(before) and before[-1] in _RATHER) or (before[-1:] == ["se"] and before[:1] == ["meglio"]):
        return True
    if one and (_is_any_such(norms, place) or (not _WISHED.isdisjoint(before) and following in _FOR_WHAT)):
        return True
    named = place + 1 < len(norms) and hearing.labels[place + 1] == "OPERATOR"
    first = not {"primo", "prima"}.isdisjoint(before)
    return asked and not named and not first and norms[place] in _ALONE and "non" not in before


def _is_any_such(norms: list[str], place: int) -> bool:
    """ "Un ragazzo qualsiasi", or "una dottoressa" as the first thing said: the gender is what is wished for."""
    following = norms[place + 1] if place + 1 < len(norms) else ""
    return following in ("qualsiasi", "qualunque", "possibilmente") or (
        place == 1 and following in ("", "per", "grazie") and norms[place] in _WOMEN_OF_THE_TRADE
    )
