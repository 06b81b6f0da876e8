"""A name as it is spelled on the telephone: "ci o esse ti a", "C come Como, O, S di Savona", "Como Otranto Savona Torino Ancona".

Used by `store.person`. Pure.
"""

_LETTERS = {
    "a": "a", "b": "bi|be", "c": "ci|ce", "d": "di|de", "e": "e", "f": "effe|efe", "g": "gi|ge", "h": "acca",
    "i": "i", "j": "i lunga|gei|jay|jota", "k": "kappa|cappa", "l": "elle|ele", "m": "emme|eme", "n": "enne|ene", "o": "o", "p": "pi|pe",
    "q": "cu|qu",
    "r": "erre|ere", "s": "esse|ese", "t": "ti|te", "u": "u", "v": "vu|vi|uve", "w": "doppia vu|vu doppia|doppio vu", "x": "ics|equis",
    "y": "ipsilon|i greca", "z": "zeta|zed",
}  # fmt: skip
_CITIES = {
    "a": "ancona|asti", "b": "bologna|bari|brescia", "c": "como|catania|caserta|cagliari", "d": "domodossola|domo|dado|delta",
    "e": "empoli|enna|ercolano", "f": "firenze|foggia|ferrara", "g": "genova|gorizia", "h": "hotel", "i": "imola|imperia|isernia",
    "j": "jolly|jersey|juventus", "k": "kenya|kursaal", "l": "livorno|lecce|lucca", "m": "milano|messina|modena|mantova",
    "n": "napoli|novara", "o": "otranto|oristano",
    "p": "palermo|padova|pisa|parma|pescara", "q": "quarto|quadro|quaderno|quebec", "r": "roma|rimini|ravenna",
    "s": "savona|siena|salerno", "t": "torino|taranto|trento|trieste", "u": "udine|urbino", "v": "venezia|verona|varese",
    "w": "washington|whisky", "x": "xilofono|xeres", "y": "york|yacht", "z": "zara|zorro|zebra|zurigo",
}  # fmt: skip
CITIES = frozenset(city for row in _CITIES.values() for city in row.split("|"))
"""Words of the alphabet."""
LEAST = 3
"""Shorter names spell words of every call."""
_GAP = r"[\s,.;:\-/]+(?:(?:poi|e poi|dopo|con)\s+)?"


def spelled(folded: str) -> str | None:
    """A pattern for the letters of a name said one by one; None for a name that is too short."""
    if len(folded) < LEAST or not folded.isascii() or not folded.isalpha():
        return None
    parts: list[str] = []
    at = 0
    while at < len(folded):
        letter = folded[at]
        one = _letter(letter)
        if folded[at : at + 2] == letter * 2:
            parts.append(rf"(?:{one}{_GAP}{one}|(?:doppi[ao]|due|2)\s+{one})")
            at += 2
        else:
            parts.append(one)
            at += 1
    return r"(?<![^\W\d_])" + _GAP.join(parts) + r"(?![^\W\d_])"


def _letter(letter: str) -> str:
    return rf"(?:(?:{letter}|{_LETTERS[letter]})(?:\s+(?:come|di|as in|como|de)\s+{letter}[^\W\d_]+)?|{_CITIES[letter]})"
