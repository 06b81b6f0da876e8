"""A caller who needs a moment: asks to wait, comes back ("un attimo che guardo l'agenda", "eccomi").

Called by the stage of commands. Calls only the folding of words. It must never know what was asked: a moment answers no question. Mere
sounds ("ehm") ask for nothing: they count as not understood.
"""

import re

from pipeline.italian.words import fold

_LOOK = "(?:guardare|vedere|controllare|verificare|pensare|capire)"
_MOMENT = re.compile(
    r"\b(?:un|solo un|mezzo|giusto un) ?(?:attim|moment|second|minut)\w*\b(?! (?:liber|momento|me\b|lei\b))"
    r"|(?<!mi )(?<!si )(?<!ci )(?<!non )\b(?:aspett|attend)(?:i|a|ate|ete|iamo)(?:mi)?\b"
    rf"|\b(?:mi|ci) (?:faccia|fa|fate|lasci|lasciate|dia|date|dai) (?:un po ?'? di tempo|{_LOOK})"
    rf"|\b(?:fammi|fatemi|lasciami|lasciatemi) {_LOOK}"
    r"|\b(?:sto|stavo) (?:guardando|controllando|verificando|pensando|vedendo|cercando)"
    r"|\b(?:guardo|controllo|verifico) (?:l ?'? ?agenda|il calendario|un attimo|se)"
    r"|\b(?:resti|resta|rimanga|rimani|restate) in linea|\bnon (?:riattacchi|riattaccare|metta giu|chiuda)"
)
_BACK = re.compile(
    r"(?:(?:ok|si|allora|ah|scusi|scusa|pronto|dunque),? ?)*(?:eccomi|ecco|ci sono|rieccomi|sono qui|sono tornat[ao])"
    r"(?: qui| qua)?(?:,? scusi| scusa)?\W*"
)
_LATER = re.compile(r"\b(?:richiam|risent|risento|riprov)\w*")


def asks_to_wait(text: str) -> bool:
    """Whether the words ask for a moment; who says he will call back does not wait."""
    folded = fold(text)
    return _MOMENT.search(folded) is not None and _LATER.search(folded) is None


def is_back(text: str) -> bool:
    """Whether the words only say that the caller is there again."""
    return _BACK.fullmatch(fold(text).strip()) is not None
