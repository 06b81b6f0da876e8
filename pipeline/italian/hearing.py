"""One utterance while it is being understood: its words, which of them are spoken for, and the plain sentence phrases are sought in.

Made by `pipeline.italian.parse`, passed from reader to reader; calls only `words`. It must never know what a label stands for.

Law: a word belongs to at most one finding; the first reader that takes it keeps it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.italian.wordlists import word_set
from pipeline.italian.words import SOUNDS, Span, Word

_WHOLE = {
    "l'": "", "un'": "", "dell'": "del", "all'": "al", "nell'": "nel", "dall'": "dal", "sull'": "sul", "c'": "ci", "d'": "di",
    "quest'": "questo", "quell'": "quello", "dov'": "dove", "com'": "come", "cos'": "cosa", "quant'": "quanto", "s'": "si", "m'": "mi",
    "t'": "ti", "v'": "vi", "n'": "ne", "anch'": "anche", "qual'": "qual", "nient'": "niente", "nessun'": "nessuna", "qualcun'": "qualcuno",
    "l": "", "c": "ci", "d": "di", "dell": "del", "all": "al", "nell": "nel", "dall": "dal", "sull": "sul", "ce": "ci", "quand'": "quando",
    "vabbe": "va bene", "vabe": "va bene", "okay": "ok", "okey": "ok", "nn": "non", "xke": "perche", "gli'": "gli", "pe'": "per",
    "dev'": "devo", "senz'": "senza", "mezz'": "mezza", "po'": "po", "buon'": "buona", "be'": "bene",
}  # fmt: skip
ARTICLES = word_set("il lo la i gli le un uno una")
SILENT = (
    SOUNDS
    | ARTICLES
    | word_set(
        "allora senta guardi cioe diciamo insomma praticamente gentilmente cortesemente appunto "
        "proprio veramente onestamente sinceramente semplicemente ecco dunque oddio madonna magari"
    )
)
_REFLEXIVE = word_set(
    "puo puo' potrebbe potra potesse deve dovrebbe fa faceva fara facesse libera liberi liberasse liberano liberera chiama trova paga "
    "tratta e era "
    "prenota svolge tiene vede sente dice ricorda usa mette prende scrive apre chiude muove sposta sblocca gonfia gratta gira accende "
    "entra esce "
    "arriva sono sarebbe ha va viene capisce sposti potrebbero possono devono fanno pagano trovano occupa intende riesce arrabbia sta "
    "rompe rotta"
)
_BEFORE_VERB = word_set("c' ci ce c dov' dove com' quant' qual quale cos' non cui s' numero nome cognome data problema")
_AFTER_VERB = word_set(
    "possibile disponibile disponibili libero libera aperto aperta chiuso chiusa vero sbagliato sbagliata giusto corretto uguale "
    "indifferente pronta pronto "
    "gratis gratuito gratuita necessario meglio urgente grave normale obbligatorio consigliabile stato stata tutto"
)
_AFTER_YES = word_set(
    "si grazie certo ok va esatto confermo ma pero per dai perfetto prego bene sono mi alle il la le lo domani guardi volevo vorrei "
    "volentieri infatti giusto"
)
_BEFORE_YES = word_set("di eh ehm ah ok allora certo si ma mah beh be direi")
_BEFORE_PRONOUN = word_set("non se mi che come dove quando cosa chi ci quanto appena caso come")
_POLITE = frozenset({"favore", "piacere", "cortesia", "gentilezza"})


@dataclass(slots=True)
class Hearing:
    """The words of one utterance with the label of whoever took each ("" = nobody yet)."""

    text: str
    words: tuple[Word, ...]
    labels: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        """Begin with every word free."""
        self.labels = [""] * len(self.words)

    def take(self, span: Span, label: str) -> None:
        """Mark the words of a span; words already taken stay with their owner."""
        for place in range(span.start, min(span.end, len(self.labels))):
            self.labels[place] = self.labels[place] or label

    def free(self, span: Span) -> bool:
        """Whether nobody has taken any word of the span."""
        return not any(self.labels[span.start : span.end])

    def sentence(self) -> str:
        """Words with one space before each; articles and sounds left out, every finding as its label in capitals."""
        return "".join(f" {piece}" for piece in self._pieces())

    def has(self, label: str) -> bool:
        """Whether any word bears the label."""
        return label in self.labels

    def untaken(self) -> int:
        """How many words nobody has taken, sounds and articles not counted."""
        return sum(1 for word, label in zip(self.words, self.labels, strict=True) if not label and word.norm not in SILENT)

    def _pieces(self) -> Iterator[str]:
        last = ""
        for place, word in enumerate(self.words):
            label = self.labels[place]
            if label:
                if label != last:
                    yield label
                last = label
                continue
            last = ""
            norm = _WHOLE.get(word.norm, word.norm)
            if norm in SILENT or not norm:
                continue
            if norm == "e" and not self.is_verb(place):
                yield "&"
                continue
            if norm == "si" and self._affirms(place):
                yield "sì"
                continue
            if norm in _POLITE and place and self.words[place - 1].norm == "per":
                yield "favore"
                continue
            yield norm

    def _affirms(self, place: int) -> bool:
        """Whether this "si" is a yes: by its accent, or because what stands around it is not a verb in need of a pronoun."""
        word = self.words[place]
        if word.surface.lower() in ("sì", "sí", "si'"):
            return True
        before = self.words[place - 1].norm if place else ""
        after = self.words[place + 1].norm if place + 1 < len(self.words) else ""
        if after in _REFLEXIVE or before in _BEFORE_PRONOUN:
            return False
        return place <= 1 or after == "" or after in _AFTER_YES or before in _BEFORE_YES or self.words[place].breaks

    def is_verb(self, place: int) -> bool:
        """Whether this "e" is the verb: by its accent, or because of its neighbours where accents were lost."""
        surface = self.words[place].surface.lower()
        if surface != "e":
            return True
        before = self.words[place - 1].norm if place else ""
        after = self.words[place + 1].norm if place + 1 < len(self.words) else ""
        return before in _BEFORE_VERB or after in _AFTER_VERB or (place == 0 and after.endswith(("ato", "ata", "uto", "uta")))
