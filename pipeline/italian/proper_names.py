"""Words of the calendar and the clock that are part of a name or an idiom: "via Quattro Novembre", "oggi come oggi", "alle Tre Marie".

Called by `when_shields`; calls the numbers. It must never know of days and hours.
"""

from collections.abc import Sequence

from pipeline.italian.dates_words import MONTHS, WEEKDAYS
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import STREETS
from pipeline.italian.numbers import value
from pipeline.italian.times_words import PARTS
from pipeline.italian.wordlists import phrase_list, word_set
from pipeline.italian.words import Word

_IDIOMS = phrase_list(
    "oggi come oggi, al giorno d oggi, al giorno d' oggi, dall' oggi al domani, dall oggi al domani, da oggi al domani, giorno d oggi, "
    "dalla mattina alla sera, dalla sera alla mattina, dal mattino alla sera, tra i due, tra i tre, fra i due, fra i tre, "
    "di tutti i giorni, due più due, ogni morte di papa"
)
_CALLED = word_set(
    "come chiamano soprannominato soprannominata detto detta sorella fratello zia zio zii signora signor marito moglie figlio figlia nonno "
    "nonna nipote cane gatto gatta cagna micio micia cavallo coniglio pappagallo tartaruga faccio cognome"
)
"""Before a capital they name somebody, two-legged or not."""
_ANNOUNCES = frozenset({"sono", "son", "so", "e"})
_NAMED = WEEKDAYS.keys() | MONTHS.keys() | PARTS.keys() | {"domani", "natale", "pasqua", "mezzanotte", "mezzogiorno", "epifania", "befana"}


def places(words: Sequence[Word]) -> set[int]:
    """The positions of words that name no day and no hour."""
    norms = [word.norm for word in words]
    found: set[int] = set()
    for index, norm in enumerate(norms):
        for idiom in _IDIOMS:
            if norm == idiom[0] and tuple(norms[index : index + len(idiom)]) == idiom:
                found |= set(range(index, index + len(idiom)))
        if norm in STREETS:
            found |= _street(words, norms, index)
        if norm in _NAMED and _is_somebody(words, norms, index):
            found.add(index)
        if value(norm) is not None and norm not in ("un", "una") and _is_a_sign(words, index):
            found.add(index)
        if norm in ("barrato", "barrata"):
            found |= {at for at in range(max(index - 5, 0), index) if value(norms[at]) is not None}
        if norm == "punto" and 0 < index < len(norms) - 1 and value(norms[index - 1]) is not None and value(norms[index + 1]) is not None:
            found |= {index - 1, index + 1}
    return found


def _street(words: Sequence[Word], norms: list[str], index: int) -> set[int]:
    """ "Via quattro novembre", "piazza Primo Maggio", "vicolo Mezzanotte"; "sono via domani" names no street."""
    first, second = norms[index + 1 : index + 2], norms[index + 2 : index + 3]
    if not first or words[index + 1].breaks:
        return set()
    dated = bool(second) and second[0] in MONTHS and (value(first[0]) is not None or first[0] in ("primo", "prima"))
    roman = bool(second) and second[0] in MONTHS and set(first[0]) <= set("xvi")
    if dated or roman:
        # Behind the street's name stands the number of the house.
        return {index + 1, index + 2, *(at for at in (index + 3, index + 4) if at < len(norms) and value(norms[at]) is not None)}
    return {index + 1} if norms[index] != "via" and first[0] in _NAMED else set()


def _is_somebody(words: Sequence[Word], norms: list[str], index: int) -> bool:
    """ "Mi conoscono come Venerdì", "mia sorella Sera", "Sera Beatrice", "Natale è il cognome": words of people beside it."""
    if norms[index + 1 : index + 4] in (["e", "il", "cognome"], ["e", "il", "nome"]):
        return True
    capital = words[index].surface[:1].isupper()
    called = index > 0 and norms[index - 1] in _CALLED and not words[index].breaks
    given = norms[index + 1 : index + 2]
    whole = bool(given) and given[0] in GIVEN and words[index + 1].surface[:1].isupper() and not words[index + 1].breaks
    alone = index + 1 >= len(words) or words[index + 1].breaks or norms[index + 1] in ("che", "quella", "quello", "la", "il")
    announced = index > 0 and norms[index - 1] in _ANNOUNCES and alone and norms[index] == "domenica"
    spoken_of = norms[index - 1 : index] == ["il"] and given == ["che"] and norms[index] in ("natale", "pasqua")
    return capital and (called or announced or spoken_of or (whole and norms[index] in PARTS.keys() | {"domani"}))


def _is_a_sign(words: Sequence[Word], index: int) -> bool:
    """ "Alle Tre Marie", "il bar Due Fontane": a number with its capital inside a sentence, before another capital."""
    if index == 0 or words[index].breaks or index + 1 >= len(words) or words[index + 1].breaks:
        return False
    written = words[index].surface[:1].isupper() and words[index].surface[1:].islower()
    following = words[index + 1].surface
    return written and following[:1].isupper() and words[index + 1].norm not in MONTHS and words[index - 1].surface.islower()
