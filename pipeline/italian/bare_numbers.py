"""Whether a bare number answers the question for the day or the hour: "facciamo 15", "15 o 16", and not "una dose o sono due?".

Called by `dates_numbers` and `times` where such a question is open. It must never know what the number would mean.
"""

from pipeline.italian.dates_words import MONTHS, WEEKDAYS
from pipeline.italian.scene import Scene
from pipeline.italian.times_nouns import COUNTED
from pipeline.italian.times_words import PARTS
from pipeline.italian.wordlists import word_set

_CALENDAR = frozenset({*MONTHS, *WEEKDAYS, *PARTS, "oggi", "domani", "dopodomani"})
_BEFORE = word_set(
    "facciamo faccia fate fai metta mettiamo mettete metti meglio verso oppure anche magari direi diciamo preferisco preferirei tipo "
    "si ok bene no allora per dopo prima entro massimo circa giorno data vengo verrei passo posso potrei va andrebbe sarebbe forse "
    "penso dai ecco quindi anzi prossimo ore ora orario non piuttosto solo ma pero fissiamo segni segna segniamo mi prenoti prenota "
    "prenotiamo fino da dal dalle alle le delle tra fra detto dicevo volevo vorrei intendevo minimo invece proprio libero libera se "
    "che bhe beh be ehm eh al il del nel sul prendo prendiamo scelgo confermo perfetto benissimo certo esatto aspetti scusi scusa"
)
_AFTER = word_set(
    "va vanno se per circa meno di del in grazie ma pero che come con andrebbe sarebbe posso potrei magari anche al alle mi bene precise "
    "spaccate ok si no poi giusto forse massimo a ad dalle preferibilmente esatte invece oppure minimo perfetto libero disponibile "
    "e' ci vengo sono potete ho circa allora prego senta quindi fino tra da dal dopo prima non della delle la le ti vi lo avete c' ce puo"
)
_LARGEST = 60
_AND = frozenset({"e", "o", "ed", "oppure", "meno"})


def answers(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing beside the number says that it counts or names something else; `start` to `end` are its words."""
    return _opens(scene, start) and _closes(scene, end)


def _opens(scene: Scene, start: int) -> bool:
    place = start
    while place > 0 and scene.number(place - 1) is not None and not scene.breaks(place):
        place -= 1
    before = scene.at(place - 1)
    if place == 0 or scene.breaks(place) or before in _CALENDAR or before in _BEFORE:
        return True
    if before in _AND:
        # "15 o 16", "alle tre e mezza o quattro": joined to another number.
        joined = scene.number(place - 2)
        small = joined is not None and joined.value <= _LARGEST
        return small or scene.at(place - 2) in ("mezza", "quarto") or scene.at(place - 2) in _CALENDAR
    return not before


def _closes(scene: Scene, end: int) -> bool:
    after = scene.at(end)
    while scene.number(end) is not None and not scene.breaks(end):
        end += 1
        after = scene.at(end)
    if not after or scene.breaks(end) or after in _AFTER or after in _CALENDAR:
        return True
    following = scene.number(end + 1)
    # "Ventidue o trentadue euro": what the second counts the first counts, too.
    return after in _AND and (following is None or scene.at(following.span.end) not in COUNTED)
