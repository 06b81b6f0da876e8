"""Weekdays that do not suit: "tranne il lunedì", "giovedì no", "mai di mercoledì e nemmeno il sabato", "gli altri giorni va bene".

Called by `when_days`; calls the links. It must never choose among the days that are left.
"""

from pipeline.italian.scene import Scene
from pipeline.italian.when_links import refused_after, refused_before
from pipeline.italian.when_places import Piece
from pipeline.italian.wordlists import word_set

_NOR = ("nemmeno", "neanche", "neppure", "pure", "anche")
_NEW = ("prenotazione", "waitlist")
_ASKING_DAY = frozenset({"data", "alternative", "ora", "altro", "conferma"})


_THE_OTHERS = (("gli", "altri", "giorni"), ("tutti", "gli", "altri"), ("gli", "altri", "vanno"), ("il", "resto"), ("altri", "giorni", "si"))
""" "Di turno lunedì e martedì, gli altri giorni va bene"."""
_NOT_FREE = frozenset({"non", "no", "lavoro", "lavoriamo", "impegnata", "impegnato"})

_SUITS = word_set(
    "va vanno bene si posso riesco libero libera liberi ok tutti tutto qualunque qualsiasi indifferente volete vuole ci magari benissimo "
    "andrebbero andrebbe quando uguale"
)


def where_others_begin(scene: Scene) -> int:
    """Where "gli altri giorni va bene" begins, 0 when nothing of the kind is said ("che gli altri giorni lavoro" wishes for the first)."""
    for place in range(1, len(scene.words)):
        words = next((words for words in _THE_OTHERS if scene.matches(place, words)), ())
        after = {scene.at(at) for at in range(place + len(words), place + len(words) + 4)}
        suits = after <= {""} or not after.isdisjoint(_SUITS)
        if words and scene.at(place - 1) not in ("che", "perche", "siccome") and suits and not after & _NOT_FREE:
            return place
    return 0


def not_excluded(scene: Scene, said: list[Piece], excluded: list[int]) -> list[Piece]:
    """The pieces left when the weekdays that do not suit are taken out; one refused with "non posso" takes along those joined before it."""
    plain: list[Piece] = []
    refused: Piece | None = None
    for piece in said:
        # "Giovedì non posso, venerdì": what comes behind the refusal is no part of it.
        apart = refused is not None and _stands_apart(scene, refused, piece, piece is said[-1])
        if not _excludes(scene, piece, excluded, apart):
            plain.append(piece)
            continue
        refused = piece
        follows = piece
        while plain and follows.joined and follows.link.bend != "except" and plain[-1].found.weekday is not None:
            if plain[-1].link.det != follows.link.det:
                break
            follows = plain.pop()
            excluded.insert(0, follows.found.weekday or 0)
    return plain


def _stands_apart(scene: Scene, refused: Piece, piece: Piece, last: bool) -> bool:
    """ "Giovedì non posso, venerdì", "però non mercoledì, giovedì": what comes behind the refusal is the wish."""
    if refused_after(scene, refused.found.span.end):
        return scene.at(piece.found.span.end) not in _NOR
    if scene.at(refused.found.span.end) == "no":
        return piece.link.start == refused.link.end and scene.at(piece.found.span.end) not in _NOR
    contrasted = scene.at(refused.link.start) in ("pero", "ma", "non") and refused.link.bend in ("except", "not")
    return last and contrasted and scene.breaks(piece.link.start) and piece.link.start == refused.link.end


def _excludes(scene: Scene, piece: Piece, excluded: list[int], apart: bool) -> bool:
    """Whether the piece says a weekday that does not suit; several in a row ("eccetto giovedì e sabato") all count."""
    weekday = piece.found.weekday if piece.found.weekday is not None and piece.found.kind == "weekday" else None
    if piece.link.bend in ("after", "until"):
        return False
    if weekday is None:
        return piece.link.bend == "except"
    follows = bool(excluded) and piece.joined and piece.link.bend == "" and not apart
    refused = refused_after(scene, piece.found.span.end) or (refused_before(scene, piece.link.start) and not apart)
    habitual = piece.found.habitual or scene.context.step in _ASKING_DAY or scene.context.flow in _NEW
    absent = scene.at(piece.found.span.end + 2) in ("venire", "passare") or scene.at(piece.found.span.end + 3) in ("venire",)
    never = piece.link.bend == "not" and piece.link.det == "di" and scene.at(piece.link.start) in ("di", "non", "mica", "e")
    never = never and scene.at(piece.link.start - 1) not in ("quella", "quello")
    kept_off = (piece.link.det == "il" and piece.found.habitual) or (piece.link.det == "" and piece.joined)
    held = piece.link.bend == "not" and scene.at(piece.found.span.end) in ("no", "mai") and kept_off
    nor = bool(excluded) and scene.at(piece.link.start - 1) in ("nemmeno", "neanche", "neppure")
    if (
        piece.link.bend == "except"
        or nor
        or never
        or held
        or follows
        or (refused and habitual and not (absent and scene.context.step is None))
    ):
        excluded.append(weekday)
        return True
    return False
