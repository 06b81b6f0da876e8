"""A name told in its two parts: "cognome Serra, nome Maria Vittoria", "Anna è il nome e Conti il cognome", "Sabatini, nome Primo".

Called by `findings` before the names that are announced whole; calls `names`. It must never know the clients of the business.
"""

from pipeline.italian import names
from pipeline.italian.hearing import Hearing
from pipeline.italian.names import NameFound
from pipeline.italian.names_order import Group
from pipeline.italian.words import FILLERS, Span
from pipeline.model.parse import Name, Step

_LONGEST = 4


def read(hearing: Hearing, step: Step | None) -> NameFound | None:
    """Name and surname by the words for them, taken as NAME; None when they were not told apart."""
    found = _before_the_words(hearing) or _after_the_words(hearing, step)
    if found:
        hearing.take(found.span, "NAME")
    return found


def _before_the_words(hearing: Hearing) -> NameFound | None:
    """ "Maria Vittoria è il nome e Serra il cognome": each half before the word for it."""
    found: dict[str, NameFound] = {}
    for place, word in enumerate(hearing.words):
        if word.norm not in ("nome", "cognome") or hearing.words[place - 1].norm not in ("il", "di", "come") or word.norm in found:
            continue
        end = place - 1
        while end > 0 and hearing.words[end - 1].norm in ("e", "sarebbe", "cioe"):
            end -= 1
        runs = (names.person_at(hearing, start, strong=True) for start in range(max(0, end - _LONGEST), end))
        half = next((run for run in runs if run and run.span.end == end and hearing.words[run.span.start].norm not in FILLERS), None)
        if half is None:
            return None
        found[word.norm] = half
    if len(found) != len(("nome", "cognome")):
        return None
    spans = [half.span for half in found.values()]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    given, family = (" ".join(filter(None, (found[part].name.nome, found[part].name.cognome))) for part in ("nome", "cognome"))
    return NameFound(Name(given, family), whole)


def _after_the_words(hearing: Hearing, step: Step | None) -> NameFound | None:
    """ "Cognome X nome Y" in either order."""
    norms = [word.norm if word.norm not in ("chiamo", "chiama") else "nome" for word in hearing.words]
    if "nome" not in norms or "cognome" not in norms:
        return _surname_then_name(hearing) if step in names.NAME_STEPS else None
    parts: dict[str, tuple[Group, ...]] = {}
    first, last = len(norms), 0
    for part in ("nome", "cognome"):
        place = norms.index(part)
        start = place + 1
        while start < len(norms) and norms[start] in ("e", "invece", "di", "il", "mio", "sarebbe"):
            start += 1
        groups, end = names.run_at(hearing, start, strong=True)
        if not groups:
            return None
        parts[part] = groups
        first, last = min(first, start), max(last, end)
    name = Name(" ".join(group.written for group in parts["nome"]), " ".join(group.written for group in parts["cognome"]))
    return NameFound(name, Span(first, last))


def _surname_then_name(hearing: Hearing) -> NameFound | None:
    """ "Sabatini, nome Primo": a known surname, then the given name announced."""
    family, end = names.run_at(hearing, 0, strong=False)
    if len(family) != 1 or not family[0].family or [word.norm for word in hearing.words[end : end + 1]] != ["nome"]:
        return None
    given, last = names.run_at(hearing, end + 1, strong=True)
    return NameFound(Name(given[0].written, family[0].written), Span(0, last)) if len(given) == 1 else None
