"""All phrase tables of the reader as one: what each phrase is evidence for, and how strongly.

Called by intents, answers, commands and parse with a sentence; calls the tables and `patterns`. It must never know what follows from
a cue: weighing is the readers' work.

A table is lines of `weight phrase`, optionally `=> flag name` or `=> topic name` at the end. The weights are on one scale: 1 a hint,
2 likely, 3 says so, 5 can mean nothing else; negative speaks against. They add up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.italian import answers_table, commands_table, intents_change, intents_new, intents_other, topics_table
from pipeline.italian.hearing import SILENT
from pipeline.italian.ordinary import OWN_WORDS
from pipeline.italian.patterns import Repair, Table
from pipeline.italian.trades import ELSEWHERE

CLASSES: dict[str, str] = {
    "want": (
        "vorrei|vorre|volevo|voglio|vorremmo|vogliamo|volevamo|volessi|desidero|desidererei|desideravo|gradirei|piacerebbe|bisogno|"
        "serve|servirebbe|"
        "serviva|occorre|occorrerebbe|cerco|cercavo|cercherei|dovrei|devo|dovevo|dobbiamo|dovremmo|dovessi|dovressimo|bisogna|bisognerebbe|"
        "preferirei|necessito|avessi|intendo|pensavo|vulissi|vurria|vorria|vulevo|vojo"
    ),
    "can": (
        "posso|potrei|possiamo|potremmo|puo|puoi|potrebbe|potresti|potete|potreste|possibile|riesce|riesci|riuscite|riuscirei|"
        "riusciamo|riesco|"
        "riuscireste|riuscirebbe|potevo|poteva|potevate|potrei|pos|sapete|sa|sai|sapreste"
    ),
    "appointment": "appuntament*|appunt|prenotazion*|visita|seduta|incontro|lezione|turno|apuntamento|appuntamentu",
    "place": (
        "posto|posticino|posti|post|buco|buchino|buchetto|spazio|spazietto|disponibilita|disponibile|disponibili|libero|liberi|libera|"
        "slot|fessura"
    ),
    "be": "e|era|sarebbe|sia|sono|fosse|siete|sei|ho|hai|avete|avrebbe|avreste",
    "person": (
        "operatore|operatrice|persona|umano|umana|qualcuno|responsabile|titolare|segretaria|segretario|segreteria|direttore|direttrice|"
        "proprietario|proprietaria|reception|receptionist|receptionista|staff|addetto|addetta|impiegata|impiegato|collega|"
        "principale|capo|padrone|padrona|"
        "centralino|centralinista|essere_umano|cristiano|cristiana|gente|assistenza|amministrazione|banco|ufficio|commessa|commesso|"
        "personale|umani"
    ),
    "professional": (
        "medico|dottore|dottoressa|meccanico|veterinario|veterinaria|dentista|parrucchiere|parrucchiera|estetista|istruttore|istruttrice|"
        "trainer|barbiere|OPERATOR"
    ),
    "relative": (
        "madre|mamma|padre|papa|babbo|figlio|figlia|figli|figlie|fratello|sorella|marito|moglie|nonno|nonna|zio|zia|nipote|cugino|"
        "cugina|suocera|"
        "suocero|cognata|cognato|fidanzato|fidanzata|compagno|compagna|ragazzo|ragazza|amico|amica|vicino|vicina|collega|bambino|"
        "bambina|bimbo|bimba|"
        "genero|nuora|ex|capo|inquilino|inquilina"
    ),
    "lead": (
        "buongiorno|buonasera|salve|ciao|pronto|sì|eh|niente|ehi|hey|scusi|scusa|mi_scusi|buondi|sono_NAME|sono_io|mi_chiamo_NAME|NAME|signorina|dottore|"
        "dottoressa|ascolti|ascolta|senti|per_favore|favore|volevo_chiedere|volevo_chiederle_cosa|volevo_sapere|domanda|ok|grazie|e|&|ma|no"
    ),
    "when": "DATE|TIME|oggi|domani|giorno|ora|orario|mattina|pomeriggio|sera|settimana",
    "elsewhere": "|".join(sorted(ELSEWHERE)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of a table: `kind` is the intent, `yes`, `no`, `command:name`, `topic` or `flag`."""

    kind: str
    weight: float
    phrase: str
    flag: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was heard and where in the sentence."""

    cue: Cue
    start: int
    end: int


def find(sentence: str) -> list[Hit]:
    """Every cue heard in a sentence made by `Hearing.sentence`, in the order of the tables."""
    cues, table, _ = _compiled()
    return [Hit(cues[found.row], found.start, found.end) for found in table.find(sentence)]


def rows() -> tuple[Cue, ...]:
    """Every row of every table."""
    return _compiled()[0]


def mend(sentence: str) -> str:
    """The sentence with words bent by one letter put right."""
    _, _, repair = _compiled()
    return "".join(" " + repair(word) for word in sentence.split())


@cache
def _compiled() -> tuple[tuple[Cue, ...], Table, Repair]:
    cues: list[Cue] = []
    for module in (intents_new, intents_change, intents_other, topics_table, answers_table, commands_table):
        for kind, text in module.TABLES.items():
            cues.extend(_rows(kind, text.splitlines()))
    table = Table(tuple(cue.phrase for cue in cues), CLASSES)
    repair = Repair(table.words, table.stems, OWN_WORDS)
    table.words, table.stems = set(), set()
    return tuple(cues), table, repair


def _rows(kind: str, lines: Iterable[str]) -> Iterable[Cue]:
    for line in lines:
        if not line.strip():
            continue
        phrase, _, effect = line.partition("=>")
        weight, _, phrase = phrase.strip().partition(" ")
        name, _, value = effect.strip().partition(" ")
        yield Cue(kind, float(weight), _bare(phrase), value if name == "flag" else None, value if name == "topic" else None)


def _bare(phrase: str) -> str:
    """The phrase without the words a sentence leaves out: an alternative that is silent can never be heard."""
    elements: list[str] = []
    for element in phrase.split():
        if element in ("^", "$") or set(element) == {"."}:
            elements.append(element)
            continue
        parts = ["_".join(word for word in part.split("_") if word not in SILENT) for part in element.lstrip("?").split("|")]
        spoken = [part for part in parts if part]
        if spoken:
            elements.append(("?" if element.startswith("?") else "") + "|".join(spoken))
    return " ".join(elements)
