"""Whether a word that is also somebody's name is said as a name: "la signora Costa" is, "quanto costa" is not.

Used by `store.person` for names that are ordinary words, too (Costa, Conti, Viola, Domenica). Pure. What stands around the word decides: a
title, an announcement ("mi chiamo", "a nome"), a relative, a capital inside a sentence, the slot of a JSON text or the column it stands in.
"""

import re
from dataclasses import dataclass

_TITLES = (
    r"signor(?:a|i|e|in[aeo])?|sig(?:\.?\s?(?:r[aei]|na))?\.?|dott(?:\.?\s?ssa|or(?:e|essa)?)?\.?|dr(?:\.?ssa)?\.?|avv(?:ocat[oa]|ocatessa)?\.?"
    r"|ing(?:egner[ea]?)?\.?|prof(?:\.?\s?ssa|essor(?:e|essa))?\.?|geom(?:etra)?\.?|rag(?:ionier[ea])?\.?|arch(?:itett[oa])?\.?|famiglia|fam\."
    r"|coniugi|suor|don|mrs?\.?|miss|ms\.?|se[ñn]ora?|se[ñn]orita|senhora?|do[ñn]a"
)
_ANNOUNCED = (
    r"mi chiamo|si chiama(?:va)?|ci chiamiamo|(?:di |il |a )?(?:nome|cognome)|nominativo"
    r"|(?:per conto|da parte) d(?:i|el|ella)|intestat[oa] a|registrat[oa] (?:come|a|sotto)|parl(?:o|a|are|ato|i) con"
    r"|(?:the|my) name(?: is|'s)|i am|i'm|me llamo|chamo-me|(?:meu|mi) nombre es"
)
_GREETING = (
    r"buon\s?giorno|buona\s?sera|buon\s?pomeriggio|buond[iì]|salve|pronto|ciao|s[iì]|allora|eh+m?|scusi|senta|guardi|ecco|hola|hello|hi|olá"
)
_LINK = r"(?:[\s:=]+(?:è|e'|sarebbe|sono|di|del|della|dei|la|il|lo|i|un|una|suo|sua|" + _TITLES + r"))*"
_CALLED = re.compile(
    rf"(?<!\w)(?:(?:{_TITLES})\s*|(?:{_ANNOUNCED}){_LINK}[\s:=\"'’]+"
    rf"|(?:^|[\">\n]\s*|[.!?]\s+|(?:{_GREETING})[\s,.!]+)(?:io\s+)?sono\s+(?:sempre\s+|ancora\s+)?(?:la\s+|il\s+|l['’]\s*)?)$",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?<!\w)(?:amic[oa]|collega|vicin[oa]|cugin[oa]|zi[oa]|nonn[oa]|mamma|madre|padre|suocer[oa]|nuora|genero|bimb[oa]|figli[oa]|sorella"
    r"|fratello|marito|moglie|nipote|cognat[oa]|compagn[oa]|fidanzat[oa])\s+(?:la\s+|il\s+)?$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"(?<!\w)(?:(?:appuntament|prenotazion|visit|post)[oiae] (?:è )?(?:di|per)|prenot(?:are|o|i|ato|a) (?:per|a)|mi chiami"
    r"|(?:scriv|segn|mett)[aioe](?:re)?(?: pure)?(?: a| come)?|(?:veng|vien|parl|pass|arriv|vad|and)\w* (?:con|da|insieme a)"
    r"|(?:per|con) me e(?: per| con)?)\s+$",
    re.IGNORECASE,
)
"""After this somebody may be named, or a day or a town."""
_INSIDE = re.compile(r"(?:^|[\s(\"'’])[a-zà-ÿ][\w.]*['’]?[\s,(–-]*$")
"""What stands before a word inside a sentence: a word that begins small."""
_SALUTED = re.compile(
    rf"(?<!\w)(?:{_GREETING}|gentile|gent\.m[ao]|car[oa]|egregi[oa]|dear|grazie(?: mille)?|perfetto|benissimo|arrivederci)[\s,!]+$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[\"\n])\s*$")
_SUBJECT = r"\s+(?:non\s+)?(?:vuole|viene|vorrebbe|preferisce|chiede|arriva|verrà|ha (?:chiamato|detto|chiesto|disdetto|prenotato))(?!\w)"
_ACTS = re.compile(rf"^{_SUBJECT}", re.IGNORECASE)
"""What a person does, and no thing."""
_SHARED = re.compile(r"^\s+e (?:per |con )?(?:me|mi[oa])(?!\w)", re.IGNORECASE)
_FOR = re.compile(r"(?<!\w)(?:per|con)\s+$", re.IGNORECASE)
"""For somebody and for the caller."""
_HEADS = re.compile(r"^\s*(?:$|[,:(–-]|[.!]?\s*[\"\n]|[.!]\s*$|\d)")
"""What stands after a name that heads a note ("Costa: ore 15") or is all that was said."""
_SLOT = re.compile(r"\"(\w+)\"\s*:\s*\"([^\"]{0,40})$")
_NAME_KEYS = re.compile(
    r"(?:\w+_)?(?:cognome|cliente|cliente_nome|nome_cliente|soprannome|intestatario|nominativo|surname|last_?name|first_?name|full_?name|customer"
    r"|caller|per_altri|referente|paziente|contatto)(?:_name)?$",
    re.IGNORECASE,
)
_LABEL_KEYS = re.compile(r"(?:nome|name|label)$", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    r"(?<!\w)(?:quant[oaie]|cosa|che|chi|non|mi|ti|ci|vi|si|gli|le|lo|ne|quello|questo|i|un|un[oa]|dei|degli|delle|pi[uù]|molto|color[ei]?|smalto)\s+$",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(
    r"^\s+(?:meno|troppo|poco|molto|tanto|car[oa]|cos[iì]|di (?:più|meno)|\d+(?:[.,]\d+)?\s*(?:€|euro))(?!\w)", re.IGNORECASE
)
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands; `column`: the column of the text; `firm`: the word is a day, a month or on the price list, so that
    a capital, or a relative before it, says nothing by itself."""

    text: str
    start: int
    end: int
    column: str = ""
    firm: bool = False

    def is_name(self) -> bool:
        """Whether the word is somebody's name here."""
        before, after = self._before(), self._after()
        if self._in_slot(before, after):
            return True
        if _WORD_AFTER.match(after):
            return False
        if _CALLED.search(before):
            return True
        capital, related = self.text[self.start].isupper(), _RELATED.search(before) is not None
        if self.firm:
            return capital and related
        if _OPENS.search(before) and _ACTS.match(after):
            return True
        shared = _FOR.search(before) is not None and _SHARED.match(after) is not None
        return (
            related
            or shared
            or _EXPECTED.search(before) is not None
            or (capital and (_INSIDE.search(before) is not None or _SALUTED.search(before) is not None or self._heads(before, after)))
        )

    def may_be_name(self) -> bool:
        """Whether it may be one, where the same person is named beside: everything but what only a word can be."""
        return not self.must_be_word() and (not self.firm or self.text[self.start].isupper())

    def must_be_word(self) -> bool:
        """Whether what stands around it leaves no other reading ("quanto costa, Marco?")."""
        return _WORD_BEFORE.search(self._before()) is not None or _WORD_AFTER.match(self._after()) is not None

    def _before(self) -> str:
        return self.text[max(0, self.start - _AROUND) : self.start]

    def _after(self) -> str:
        return self.text[self.end : self.end + _AROUND]

    @staticmethod
    def _heads(before: str, after: str) -> bool:
        return _OPENS.search(before) is not None and _HEADS.match(after) is not None

    def _in_slot(self, before: str, after: str) -> bool:
        """Whether it stands in the slot of a person's name, or is all that a slot or column called "nome" holds."""
        slot = _SLOT.search(before)
        key, front = (slot[1], slot[2]) if slot else (self.column, before if len(before) < _AROUND else "?")
        if _NAME_KEYS.match(key):
            return len(front.split()) <= 3
        rest = after.split('"')[0] if slot else after
        return _LABEL_KEYS.match(key) is not None and not front.strip() and len(rest.split()) <= 2


def is_name_column(column: str) -> bool:
    """Whether a column or slot of that name holds people's names."""
    return _NAME_KEYS.match(column) is not None or _LABEL_KEYS.match(column) is not None


def are_beside(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two words stand side by side as first name and surname do, either way round."""
    left, right = sorted((first, second))
    return _BETWEEN.fullmatch(text[left[1] : right[0]]) is not None


_BETWEEN = re.compile(
    r"[\s.,'’\"\-–_]{0,4}|[\s,]+(?:di (?:nome|cognome)|(?:il |e )?(?:nome|cognome)(?: è)?|in|detta|detto)\s+|\",\s*\"\w+\":\s*\"",
    re.IGNORECASE,
)
