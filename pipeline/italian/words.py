"""What was heard as words: lower case, without accents, elisions split, stutters collapsed, each with its place in the text.

Called by every reader of `pipeline.italian`; calls nothing of ours. It must never know what a word means: no date, no name,
no service is recognised here. Positions in a `Span` count words, half open; `Word.start` and `Word.end` count characters.
"""

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = "'’‘`´ʼ′＇"
_PIECE = re.compile(rf"\d+[°º]?|[^\W\d_][^\W\d_\u0300-\u036f]*[\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f])*[{_APOSTROPHES}]?")
_FOLD_APOSTROPHES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_HARD_BREAK = frozenset(",;:!?/+=*")

ELIDED = frozenset({
    "l", "un", "all", "dell", "nell", "sull", "dall", "d", "c", "s", "m", "t", "v", "n", "gl", "quest", "quell", "quant", "nessun",
    "qualcun", "alcun", "bell", "sant", "tutt", "com", "dov", "cos", "anch", "mezz", "cinquant", "trent", "vent", "quarant", "sessant",
    "settant", "ottant", "novant", "cent", "mill", "senz", "ciascun", "pover", "buon", "grand",
})  # fmt: skip
_ALWAYS_ELIDED = frozenset({"all", "dell", "nell", "sull", "dall", "quest", "quell"})

FILLERS = frozenset({
    "ehm", "eh", "ehi", "ah", "oh", "uh", "uhm", "mh", "mhm", "mmh", "mm", "hm", "hmm", "em", "beh", "be", "boh", "mah", "bah",
    "allora", "senta", "senti", "scusi", "scusa", "guardi", "guarda", "cioe", "diciamo", "niente", "ecco", "dunque", "insomma",
    "praticamente", "tipo", "no", "si", "ok", "okay", "bene", "va", "po", "vabbe", "vabe", "vediamo", "aspetti", "aspetta", "dica",
    "dico", "sa", "sai", "capito", "comunque", "quindi", "poi", "appunto", "magari", "proprio", "veramente", "onestamente",
    "sinceramente", "figurati", "figuriamoci", "pronto", "uhmm", "ehmm", "ehh", "ahh", "eee", "mmm", "aeh", "esatto",
})  # fmt: skip
"""Words that may mean nothing at all: a reader steps over them, none removes them blindly ("no", "magari", "bene" can be the answer)."""

SOUNDS = frozenset({
    "ehm", "eh", "ehi", "ah", "oh", "uh", "uhm", "mh", "mhm", "mmh", "mm", "hm", "hmm", "em", "beh", "boh", "mah", "bah", "uhmm",
    "ehmm", "ehh", "ahh", "eee", "mmm", "aeh",
})  # fmt: skip
"""Fillers that never mean anything."""

_IN_BETWEEN = SOUNDS | {"insomma", "diciamo", "praticamente", "guardi", "ecco", "senta", "allora"}
"""What comes in between two words of one thing ("De ehm Luca", "venerdì diciamo prossimo"): no reader ever has to step over it there."""

_CUT = {
    "settiman": "settimana", "prossim": "prossima", "pomerigg": "pomeriggio", "pomeriggi": "pomeriggio", "mattin": "mattina",
    "dopodoman": "dopodomani", "mezzogiorn": "mezzogiorno", "domenic": "domenica", "cognom": "cognome", "dottoress": "dottoressa",
}  # fmt: skip
"""Words of the calendar and of who is who as recognisers cut them; names of days are mended by the reader of days."""

_REPEATED_ON_PURPOSE = frozenset({
    "no", "si", "ok", "okay", "ciao", "prego", "grazie", "pronto", "bene", "certo", "subito", "piano", "basta", "zero", "uno", "una",
    "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici",
    "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta",
    "ottanta", "novanta", "cento", "mille",
})  # fmt: skip
_SHORT_WORDS = frozenset({
    "a", "ad", "ai", "al", "alla", "alle", "allo", "ce", "che", "chi", "ci", "cioe", "con", "cosa", "cui", "da", "dai", "dal", "dalla",
    "dalle", "del", "dell", "della", "delle", "di", "dia", "do", "dio", "due", "e", "ed", "era", "ero", "fa", "fai", "fan", "far",
    "fare", "fin", "fine", "fra", "gia", "gli", "ha", "hai", "han", "ho", "i", "il", "in", "io", "l", "la", "le", "lei", "li", "lo",
    "lui", "ma", "mai", "mal", "mar", "me", "mese", "meta", "mi", "mia", "mie", "mio", "ne", "nei", "nel", "nella", "no", "noi", "non",
    "o", "od", "ogni", "oggi", "ok", "ora", "ore", "orto", "par", "parte", "per", "pero", "piu", "po", "poi", "pre", "pro", "pur",
    "qua", "qui", "san", "sa", "sai", "saro", "se", "sei", "sera", "si", "sia", "so", "sol", "sono", "sta", "stai", "sto", "su", "sua",
    "sue", "sui", "sul", "suo", "ta", "te", "ti", "tra", "tre", "tu", "tua", "tue", "tuo", "un", "una", "uni", "uno", "va", "vai",
    "ve", "vi", "via", "vo", "voi", "vuoi", "ven", "sar", "gran", "bel", "bene", "ben", "dopo", "prima", "come", "cosi", "sette",
    "sett", "ott", "nov", "dic", "lun", "mart", "merc", "giov", "dom", "marco", "marc", "anna", "ann", "mari", "ana", "capo", "tagli",
    "col", "colo", "rosa", "rossa", "ros", "carlo", "carl", "paolo", "paol", "giulia", "giuli", "luca", "luc", "meri",
})  # fmt: skip


_MOST_PIECES = 3
_WRITTEN_APART = frozenset({
    "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "gennaio", "febbraio", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre", "dieci", "undici", "dodici", "quattordici", "quindici",
    "diciassette", "diciannove", "trenta", "quaranta", "mezzogiorno", "pomeriggio", "mattina", "domani", "dopodomani", "prossimo",
    "prossima", "settimana",
})  # fmt: skip
""" "Sedici" is left out ("se dici di no"), "diciotto" too ("che dici otto?")."""


@dataclass(frozen=True, slots=True)
class Span:
    """Word positions from `start` up to, not including, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a word."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Word:
    """One word or run of digits; `before` and `after` are the characters that part it from its neighbours (", ", ":", "")."""

    surface: str
    norm: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    concludes: bool = False
    """Whether "allora" stood before it and was left out: what follows is the conclusion ("il 24, allora il 25")."""

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.norm.isdecimal()

    @property
    def glued(self) -> bool:
        """Whether no space parts it from the word before ("15:30", "21/5", "h10")."""
        return not any(mark.isspace() for mark in self.before)

    @property
    def breaks(self) -> bool:
        """Whether a comma, a full stop with a space or the like stands before it."""
        return self.before.strip() not in ("", "'")


def fold(text: str) -> str:
    """Text in lower case without accents and with one kind of apostrophe; never longer than needed to compare words."""
    if text.isascii():
        return text.lower().replace("`", "'")
    lowered = unicodedata.normalize("NFKD", text.translate(_FOLD_APOSTROPHES)).lower()
    return "".join(mark for mark in lowered if not unicodedata.combining(mark))


def tokenize(text: str) -> tuple[Word, ...]:
    """The words of any text in order, punctuation kept in their gaps; repeated beginnings ("gio gio giovedì") are collapsed."""
    matches = [(m.group(), m.start(), m.end()) for m in _PIECE.finditer(text)]
    pieces: list[tuple[str, str, int, int]] = []
    for index, (surface, start, end) in enumerate(matches):
        follows = index + 1 < len(matches) and matches[index + 1][1] == end
        norm = _norm(surface, follows, follows and matches[index + 1][0][0].isdecimal())
        if not norm.endswith("'") and surface[-1] in _APOSTROPHES:
            surface, end = surface[:-1], end - 1
        pieces.append((surface, norm, start, end))
    kept = _collapse(_rejoined(pieces, text), text)
    return _words(kept, text)


def is_filler(word: Word) -> bool:
    """Whether the word may be a mere filler ("allora", "ehm")."""
    return word.norm in FILLERS


def _norm(surface: str, follows: bool, next_is_digit: bool) -> str:
    if surface[0].isdecimal():
        return "".join(str(unicodedata.decimal(mark)) for mark in surface if mark.isdecimal())
    norm = fold(surface)
    if norm.endswith("'"):
        bare = norm[:-1]
        if follows and next_is_digit:
            return norm if bare in ELIDED else bare
        # "l'appuntamento" elides; "martedi'" and "po'" only write an accent or a cut.
        return norm if follows or bare in ELIDED else bare
    return norm + "'" if norm in _ALWAYS_ELIDED else _CUT.get(norm, norm)


def _rejoined(pieces: list[tuple[str, str, int, int]], text: str) -> list[tuple[str, str, int, int]]:
    """Words of the calendar that a recogniser wrote in two or three pieces ("merco ledì", "quin di ci") put together again."""
    result: list[tuple[str, str, int, int]] = []
    index = 0
    while index < len(pieces):
        count = _pieces_of_one(pieces, index, text)
        start, end = pieces[index][2], pieces[index + count - 1][3]
        result.append(
            pieces[index] if count == 1 else (text[start:end], "".join(piece[1] for piece in pieces[index : index + count]), start, end)
        )
        index += count
    return result


def _pieces_of_one(pieces: list[tuple[str, str, int, int]], index: int, text: str) -> int:
    joined = pieces[index][1]
    for count in range(2, min(_MOST_PIECES, len(pieces) - index) + 1):
        before, piece = pieces[index + count - 2], pieces[index + count - 1]
        if text[before[3] : piece[2]] != " " or piece[0][0].isupper():
            return 1
        joined += piece[1]
        if joined in _WRITTEN_APART:
            return count
    return 1


def _collapse(pieces: list[tuple[str, str, int, int]], text: str) -> list[tuple[str, str, int, int, int]]:
    """Leave out stuttered beginnings and doubled words; the last number is where the gap before the kept word ends."""
    kept: list[tuple[str, str, int, int, int]] = []
    stutter_from: int | None = None
    for index, piece in enumerate(pieces):
        lead = piece[2] if stutter_from is None else stutter_from
        if index + 1 < len(pieces) and (_stutters(pieces, index, text) or (kept and piece[1] in _IN_BETWEEN)):
            stutter_from = lead
        else:
            kept.append((*piece, lead))
            stutter_from = None
    return kept


def _stutters(pieces: list[tuple[str, str, int, int]], index: int, text: str) -> bool:
    _, norm, _, end = pieces[index]
    _, following, start, _ = pieces[index + 1]
    if norm[0] != following[:1] or norm[0].isdecimal() or not following.startswith(norm):
        return False
    if _HARD_BREAK.intersection(text[end:start]) or end == start:
        return False
    if norm == following:
        target = _after_run(pieces, index)
        if len(norm) < 5 and len(target) > len(norm) and target.startswith(norm):
            return norm not in _SHORT_WORDS
        return len(norm) > 1 and norm not in _REPEATED_ON_PURPOSE
    again = index > 0 and pieces[index - 1][1] == norm
    hyphen = "-" in text[end:start] or "…" in text[end:start] or ".." in text[end:start]
    if len(norm) == 1:
        return (again or hyphen) and norm not in "aeio"
    return (
        len(norm) < 6
        and (again or hyphen or norm not in _SHORT_WORDS)
        and len(following) > len(norm) + 1
        and (len(norm) < 5 or again or hyphen)
    )


def _after_run(pieces: list[tuple[str, str, int, int]], index: int) -> str:
    """The first word after a run of the same one; looks ahead a few words at most, so that reading stays linear."""
    norm = pieces[index][1]
    for piece in pieces[index + 1 : index + 6]:
        if piece[1] != norm:
            return piece[1]
    return norm


def _words(kept: list[tuple[str, str, int, int, int]], text: str) -> tuple[Word, ...]:
    words: list[Word] = []
    for index, (surface, norm, start, end, lead) in enumerate(kept):
        before = text[kept[index - 1][3] if index else 0 : lead]
        after = text[end : kept[index + 1][4] if index + 1 < len(kept) else len(text)]
        words.append(Word(surface, norm, start, end, before, after, start > lead and "allora" in text[lead:start].lower()))
    return tuple(words)
