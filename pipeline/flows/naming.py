"""What a name in an utterance does to the name that is known: it completes it, puts a part of it right, or is another person's.

Called by the stage that fills the slots. It must never know whether a client of that name exists.
"""

import re

from pipeline.italian.phonetic import alike
from pipeline.italian.words import fold, tokenize
from pipeline.model.business import Id
from pipeline.model.parse import Name
from pipeline.model.session import Slots
from pipeline.model.turn import Turn


def named(turn: Turn) -> Turn:
    """The turn with the name that was said in its slots; another name than the client's means another client, not yet proved."""
    name, known = turn.parse.name, turn.slots
    if name is None or (name.nome is None and name.cognome is None) or service_for_name(turn):
        return turn
    if known.cliente_id is None:
        nome, cognome = _put_together(turn, name)
        return turn.with_slots(nome=nome, cognome=cognome)
    if _same_person(known, name.nome, name.cognome):
        return turn
    nome, cognome = _put_together(turn, name) if turn.dialogue.step == "cognome" else (name.nome, name.cognome)
    # Who was meant has a card of his own: nothing is booked "for him" on another's.
    return turn.with_slots(nome=nome, cognome=cognome, cliente_id=None, per_altri=None).with_dialogue(proof="none")


def _put_together(turn: Turn, name: Name) -> tuple[str | None, str | None]:
    known = turn.slots
    if turn.dialogue.step == "cognome":
        return known.nome or name.nome, _family(known.nome, name.cognome or name.nome)
    if name.cognome is None and _is_the_surname(known, name.nome):
        return known.nome, name.nome
    return name.nome or known.nome, name.cognome or known.cognome


def service_for_name(turn: Turn) -> tuple[Id, ...]:
    """The services of that name or family: "barba" or "taglio" where nobody has given a name yet is what is wanted."""
    if turn.dialogue.step != "cliente" or turn.parse.name is None:
        return ()
    heard = turn.parse.name
    whole = [word.norm for word in tokenize(turn.parse.text)]
    one = [word.norm for word in tokenize(heard.cognome or heard.nome or "")]
    # "Nuoto, per il bambino" opens with it; "mi chiamo Barba" announces a person.
    said = one if whole[: len(one)] == one and not (heard.nome and heard.cognome) else whole
    offered = turn.lexicon.services
    called = {s.id: [[word.norm for word in tokenize(name)] for name in (s.nome, *s.sinonimi)] for s in offered}
    exact = tuple(i for i, names in called.items() if said in names)
    # The first word of several services is their family ("Taglio Donna", "Taglio Uomo").
    family = tuple(i for i, names in called.items() if said == names[0][:1])
    return exact or (family if len(family) > 1 else ())


def _is_the_surname(known: Slots, said: str | None) -> bool:
    """ "No, Pellegrino con la o": one word put right is the part of the name that it sounds like."""
    if said is None or known.nome is None or known.cognome is None or alike(said, known.nome):
        return False
    return alike(said, known.cognome) or said[:4].lower() == known.cognome[:4].lower()


def _family(nome: str | None, said: str | None) -> str | None:
    """The answer to "il cognome?" without the first name said again before it."""
    first, _, rest = (said or "").partition(" ")
    return rest if nome is not None and rest and alike(first, nome) else said


def _same_person(known: Slots, nome: str | None, cognome: str | None) -> bool:
    first = nome is None or known.nome is None or alike(nome, known.nome)
    return first and (cognome is None or known.cognome is None or alike(cognome, known.cognome))


BETWEEN = frozenset(
    {
        "da",
        "di",
        "per",
        "il",
        "la",
        "un",
        "uno",
        "una",
        "quello",
        "quella",
        "si",
        "ah",
        "eh",
        "ecco",
        "allora",
        "no",
        "anzi",
        "quindi",
        "ok",
    }
)
"""Words around the one that tells two services apart."""


_POINTED = re.compile(r"\bquell[oa] (?:(?:da|di|per|al|alla|il|la|dei|dell[ae]) ?)*(\w+)")


def told_late(turn: Turn) -> Turn:
    """ "Da donna", said where the name was asked already: the one of the services in doubt, or beside the one known, that is called so."""
    pointed = _POINTED.findall(fold(turn.parse.text))
    # "Prenoto quello sportivo, lunedì alle 9": the one that is pointed at, whatever is said beside it.
    said = set[str](pointed) or {word.norm for word in tokenize(turn.parse.text)} - BETWEEN
    names = {service.id: [word.norm for word in tokenize(service.nome)] for service in turn.lexicon.services}
    known, doubt = turn.slots.servizi, turn.slots.servizi_in_dubbio
    # "Allora uomo", after the price of the Taglio Bambino: another of the same family.
    single = names.get(known[0]) if len(known) == 1 and not doubt else None
    kin = tuple(i for i, name in names.items() if single and name[:1] == single[:1] and i not in known)
    families = doubt or ((kin,) if kin else ())
    meant = [i for family in families for i in family if said and said <= set(names.get(i, [])[0 if doubt else 1 :])]
    if len(meant) != 1 or turn.dialogue.step == "servizi" or (single and said <= set(single)):
        return turn
    left = tuple(family for family in doubt if meant[0] not in family)
    kept = () if single else tuple(i for i in known if i != meant[0])
    return turn.with_slots(servizi=(meant[0], *kept), servizi_in_dubbio=left)
