"""How callers correct themselves and what was said before (specification 3.2).

Called by `parse`: `split` finds where an utterance takes itself back, `read` says which slot of the dialogue is corrected. Calls
`cues` for nothing: the markers stand here. It must never change a slot.

Laws: 1. only the slot that was said again changes; 2. inside one utterance the later value wins; 3. a value at the confirmation without
a yes is a correction, for nothing else is open.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.italian.findings import Findings
from pipeline.italian.wordlists import phrase_list
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Correction, Intent, Step

_MARKERS = phrase_list(
    "anzi no, anzi, volevo dire, intendevo dire, intendevo, intendo, mi sono sbagliata, mi sono sbagliato, mi sbagliavo, mi sbaglio, "
    "mi correggo, ho sbagliato, correggo, rettifico, no scusi, no scusa, no mi scusi, scusi no, scusa no, no aspetti, no aspetta, "
    "aspetti no, aspetta no, pardon, cioe no, no cioe, no no, ma no, errore mio, o meglio, no meglio, niente meglio, avevo detto, ho "
    "detto, dicevo, che dico, cosa dico, che sto dicendo, scusi era, scusa era, scusi volevo, scusi, scusa, no e, no"
)
_NEEDS_BEFORE = frozenset({("scusi",), ("scusa",), ("no",), ("no", "e"), ("intendo",), ("no", "no"), ("ma", "no")})
"""Weak markers: they part an utterance only when the same slot was said on both sides."""

_TAKES_BACK = frozenset(
    {"meglio", "preferisco", "preferirei", "piuttosto", "invece", "facciamo", "mettiamo", "sbagliata", "sbagliato", "sbagliati"}
)
_OF_A_NUMBER = frozenset({"numero", "cellulare", "telefono"})
_NOT_THE_OLD = frozenset({"vecchio", "giusto", "nuovo", "sbagliato", "sbagliata", "cambiato", "corretto", "adesso"})
_SLOT_OF_STEP: dict[str, str] = {
    "data": "data", "ora": "ora", "servizi": "servizi", "operatore": "operatore_id", "cliente": "cliente_nome", "cognome": "cognome",
    "telefono": "telefono", "data_nascita": "data_nascita",
}  # fmt: skip
_STANDING = frozenset(
    {"appuntamento", "appuntamenti", "prenotazione", "quello", "quella", "visita", "avevo", "prenotato", "prenotata", "fissato"}
)
_CONFIRMING = frozenset({"conferma", "telefono_conferma", "consenso"})
_REQUESTS = frozenset({"prenotazione", "cancella", "modifica", "info", "waitlist", "operatore", "fuori_tema"})


def split(words: Sequence[Word]) -> tuple[Span, bool] | None:
    """The last place where an utterance takes itself back, and whether the marker is a weak one; None when it does not."""
    norms = [word.norm for word in words]
    for place in range(len(norms) - 2, -1, -1):
        for marker in _MARKERS:
            end = place + len(marker)
            if tuple(norms[place:end]) == marker and end < len(norms):
                before = norms[place - 1] if place else ""
                if (marker[-1] == "detto" and before == "non") or (marker == ("no",) and before in ("se", "o", "oppure")):
                    continue
                weak = marker in _NEEDS_BEFORE
                if weak and place == 0:
                    continue
                return _whole(norms, Span(place, end), weak)
    return None


def _whole(norms: Sequence[str], span: Span, weak: bool) -> tuple[Span, bool]:
    """The longest marker that ends where a shorter one was found: "no scusi" is not "scusi"."""
    for marker in _MARKERS:
        start = span.end - len(marker)
        if 0 < start < span.start and tuple(norms[start : span.end]) == marker:
            return Span(start, span.end), marker in _NEEDS_BEFORE
    return span, weak


def again(left: Findings, right: Findings) -> bool:
    """Whether the later stretch says a slot that the earlier one had said."""
    return (
        (left.has_day and right.has_day)
        or (left.has_hour and right.has_hour)
        or (left.has_services and right.has_services)
        or (left.has_operator and right.has_operator)
        or (left.name is not None and right.name is not None)
        or (left.phone is not None and right.phone is not None)
    )


def read(found: Findings, marked: bool, step: Step | None, intent: Intent | None, yes_no: bool | None) -> Correction | None:
    """The slot of the dialogue that this utterance corrects, with its new wire value; None when it corrects nothing."""
    if step is None:
        # Nothing is known of the dialogue: a sentence that only takes something back says so by itself.
        value = next(iter(_values(found)), None) if marked and intent not in _REQUESTS else None
        return Correction(*value) if value else None
    if step in ("ascolto", "altro", "chiusa", "alternative", "disambiguazione", "appuntamento", "handoff"):
        return None
    marked = marked or bool(found.services.rejected and found.services.services) or _new_number(found, step)
    confirming = step in _CONFIRMING and yes_no is not True
    exchanged = intent == "modifica" and (_exchanges(found) or (confirming and _moves_the_proposal(found)))
    if intent in _REQUESTS and not marked and not exchanged:
        return None
    norms = {word.norm for word in found.hearing.words}
    if not (marked or confirming or norms & _TAKES_BACK or _exchanges(found)):
        return None
    for slot, value in _values(found):
        # What the open question asks for is its answer, not a correction of it.
        if slot != _SLOT_OF_STEP.get(step) and not (slot in ("cliente_nome", "cognome") and step in ("cliente", "cognome")):
            return Correction(slot, value)
    return None


def _moves_the_proposal(found: Findings) -> bool:
    """ "Spostiamo al sedici" while a proposal is open moves that one, unless an appointment is named."""
    norms = {word.norm for word in found.hearing.words}
    return (found.has_day or found.has_hour) and not norms & _STANDING


def _exchanges(found: Findings) -> bool:
    """ "Alle quattro invece che alle due": one hour or day for another, while an appointment is being made."""
    when, words = found.when, found.hearing.words
    for moments in (when.dates, when.times):
        for one, two in pairwise(moments):
            gap = [word.norm for word in words[one.span.end : two.span.start]]
            if gap[:1] in (["invece"], ["anziche"], ["non"]):
                return True
    return False


def _new_number(found: Findings, step: Step) -> bool:
    """ "Il numero di prima era quello vecchio, quello giusto è...", said while something else is asked."""
    norms = {word.norm for word in found.hearing.words}
    told = found.phone is not None and found.phone.number is not None and step != "telefono"
    return told and not norms.isdisjoint(_OF_A_NUMBER) and not norms.isdisjoint(_NOT_THE_OLD)


def _values(found: Findings) -> list[tuple[str, str]]:
    values: list[tuple[str, str]] = []
    when = found.when
    if found.phone and found.phone.number:
        values.append(("telefono", found.phone.number))
    if found.birth and found.birth.date:
        values.append(("data_nascita", found.birth.date.isoformat()))
    if found.name:
        slot, value = ("cognome", found.name.name.cognome) if found.name.name.cognome else ("cliente_nome", found.name.name.nome)
        values.append((slot, value or ""))
    if found.services.services:
        values.append(("servizi", ",".join(str(service) for service in found.services.services)))
    if found.operators.operators:
        values.append(("operatore_id", str(found.operators.operators[0])))
    if when.date:
        values.append(("data", when.date.isoformat()))
    if when.time:
        values.append(("ora", when.time.strftime("%H:%M")))
    return values
