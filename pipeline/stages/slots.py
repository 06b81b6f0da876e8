"""Filling the slots with what was said (specification 4), corrections included: only what was named changes.

One of the DECIDE stages, after the intent is known. It asks nobody and settles nothing: the flow stage finds what is missing.
The day has one setter, `wanted.merged`; the horizon is checked by the calendar rule there and again at the commit.
"""

import re
from dataclasses import replace

from pipeline.flows.altrui import denied, for_whom, somebody_elses
from pipeline.flows.memo import note
from pipeline.flows.naming import named, service_for_name, told_late
from pipeline.flows.staying import with_kept
from pipeline.flows.together import moved_along
from pipeline.flows.wanted import with_time
from pipeline.flows.withdrawn import without_only_asked_about, without_turned_down
from pipeline.italian.changes import all_of_them, alone, takes_out, usual
from pipeline.italian.others import born_other
from pipeline.italian.vocabulary import compiled
from pipeline.italian.words import fold, tokenize
from pipeline.model.business import Id
from pipeline.model.parse import Parse
from pipeline.model.session import Planned, Slots, When
from pipeline.model.turn import Turn
from pipeline.ports import World


def slots(turn: Turn, world: World) -> Turn:
    """The turn with everything this utterance holds put into its slots; `changed` names those that had another value."""
    before, held, whole = turn.slots, (turn.dialogue.memo, turn.dialogue.later), turn.parse
    turn = _later(_person(_asked_about(turn), world))
    for fill in FILL:
        turn = fill(turn)
    turn = moved_along(turn)
    changed = tuple(name for name in WATCHED if _differs(getattr(before, name), getattr(turn.slots, name)))
    used = turn.slots != before or (turn.dialogue.memo, turn.dialogue.later) != held
    used = used or turn.parse.date_choices or turn.parse.time_choices or turn.parse.date_problem
    used = used or turn.parse.services_unknown or turn.parse.operators_unknown or turn.parse.phone_problem
    understood = turn.understood or bool(used) or _restated(turn)
    return replace(turn, parse=whole, changed=(*turn.changed, *changed), understood=understood)


def _later(turn: Turn) -> Turn:
    """The second request of the utterance keeps what was said of it until its turn comes."""
    then = turn.parse.then
    if then is None or then.intent not in turn.dialogue.queue:
        return turn
    aside = replace(turn, parse=then).with_dialogue(flow=then.intent, slots=Slots(), memo=(), queue=(), step="ascolto")
    for fill in FILL:
        aside = fill(aside)
    return turn.with_dialogue(planned=(Planned(then.intent, aside.slots, aside.dialogue.memo),))


ASKED_ABOUT: dict[str | None, tuple[str, ...]] = {
    "prezzi": ("services", "services_ambiguous", "services_unknown"),
    "durata": ("services", "services_ambiguous", "services_unknown"),
    "servizi": ("services", "services_ambiguous", "services_unknown"),
    "categorie": ("services", "services_ambiguous", "services_unknown"),
    "prodotti": ("services", "services_ambiguous", "services_unknown"),
    "chi_fa": ("services", "services_ambiguous", "services_unknown", "operators", "operators_unknown"),
    "operatori": ("services", "services_ambiguous", "services_unknown", "operators", "operators_unknown"),
    "orari": ("date", "time", "date_interval", "time_interval", "alternatives", "date_choices", "time_choices", "date_problem"),
    "festivi": ("date", "time", "date_interval", "time_interval", "alternatives", "date_choices", "time_choices", "date_problem"),
}
"""What a question is about is not what the caller wants: "quanto costa la piega?" in the middle of another request adds no service."""


OF_THE_CALENDAR = frozenset({"orari", "festivi"})


def _asked_about(turn: Turn) -> Turn:
    turn = _last_asked_about(turn)
    whole = turn.parse.intent == "info" and turn.before.flow is not None and not turn.parse.asides
    # "E il colore?" after a price goes on asking, whatever about.
    topic = "servizi" if "asks_on" in turn.parse.flags else turn.parse.topic
    about = ASKED_ABOUT.get(topic, ()) if whole else ()
    blank = Parse(turn.parse.text)
    return replace(turn, parse=replace(turn.parse, **{name: getattr(blank, name) for name in about})) if about else turn


def _last_asked_about(turn: Turn) -> Turn:
    """Before any request what was asked about last may be booked next ("ok, la prenoto"), not everything that was asked about."""
    parse = turn.parse
    if parse.intent != "info" or turn.dialogue.flow is not None or turn.dialogue.uncertain is not None:
        return turn
    # "E se la lascio la sera prima?" wishes for no evening.
    if parse.topic in OF_THE_CALENDAR or (parse.topic in (None, "altro") and not parse.services):
        blank = Parse(parse.text)
        turn = replace(turn, parse=replace(parse, **{name: getattr(blank, name) for name in ASKED_ABOUT["orari"]}))
    return turn.with_slots(servizi=(), servizi_in_dubbio=()) if parse.services or parse.services_ambiguous else turn


ADDING = frozenset({"anche", "pure", "inoltre"})
WATCHED = ("nome", "cognome", "telefono", "servizi", "quando", "nuovo", "operatori_in_ordine")


def _differs(old: object, new: object) -> bool:
    return old not in (None, (), When()) and old != new


def _restated(turn: Turn) -> bool:
    """What is known already was said again: understood, though nothing changes."""
    parse = turn.parse
    known = turn.slots.quando.data, turn.slots.quando.ora
    return bool(
        (parse.date and parse.date in known)
        or (parse.time and parse.time in known)
        or parse.name
        or parse.services
        or parse.operators
        or _spoken_of(turn)
    )


def _person(turn: Turn, world: World) -> Turn:
    parse, known = turn.parse, turn.slots
    if parse.for_other is not None or parse.other_name is not None:
        turn = _for_other(turn, world)
        if turn.slots.nome != known.nome:
            return turn
    if parse.telefono is not None and known.cliente_id is None and turn.dialogue.step != "telefono_conferma":
        turn = turn.with_slots(telefono=parse.telefono)
    if parse.data_nascita is not None and known.cliente_id is None and not born_other(parse.text):
        turn = turn.with_slots(data_nascita=parse.data_nascita)
    return denied(turn) if parse.name is None else named(turn)


def _for_other(turn: Turn, world: World) -> Turn:
    """For somebody else: a known client is booked as himself, otherwise on the caller's own card with a note."""
    parse = turn.parse
    other = parse.other_name
    if (turn.dialogue.flow or turn.dialogue.uncertain or parse.intent) in ("cancella", "modifica", "info"):
        return somebody_elses(turn, world)
    if other is not None and other.nome and other.cognome:
        known = world.reads.clients_by_name(other.nome, other.cognome).exact
        if len(known) == 1 or (parse.name is None and turn.slots.nome is None and turn.slots.cliente_id is None):
            return turn.with_slots(nome=other.nome, cognome=other.cognome, cliente_id=None, per_altri=None)
        return turn.with_slots(per_altri=f"{other.nome} {other.cognome}")
    named = other.nome if other is not None else None
    return turn.with_slots(per_altri=named or parse.for_other)


def _services(turn: Turn) -> Turn:
    instead = service_for_name(turn)
    if instead:
        told = {"services": instead} if len(instead) == 1 else {"services_ambiguous": (instead,)}
        return _services(replace(turn, parse=replace(turn.parse, name=None, **told)))
    turn = for_whom(turn)
    parse, known = turn.parse, turn.slots
    running = turn.dialogue.flow or turn.dialogue.uncertain
    turn = with_kept(turn) if running in ("modifica", "cancella") else turn
    if running == "modifica":
        return _changed_services(note(turn, "tutti", "si") if all_of_them(parse.text) else turn)
    if running == "cancella":
        turn = _taken_out(turn)
        several = max(len(parse.days_given_up), len(parse.services)) > 1
        every = not parse.kept and (several or all_of_them(parse.text, turn.dialogue.step == "appuntamento"))
        turn = note(turn, "tutti", "si") if every else turn
    if running == "cancella" or running == "info":
        return turn.with_slots(servizi=parse.services) if parse.services and not known.servizi else turn
    if usual(parse.text) and not parse.services and not known.servizi:
        turn = note(turn, "solito", "si")
    turn = without_turned_down(turn)
    turn = turn if _adds(parse) else without_only_asked_about(turn)
    known = turn.slots
    stays = _fewer(parse, known)
    if stays:
        return turn.with_slots(servizi=stays, servizi_in_dubbio=() if parse.services_only else known.servizi_in_dubbio)
    doubt = parse.services_ambiguous
    takes_back = parse.yes_no is False or parse.intent == "nega"  # "anzi no, una piega"
    replaces = (takes_back or (parse.correction is not None and parse.correction.slot == "servizi")) and not _adds(parse)
    if parse.services or doubt:
        kept = () if replaces else tuple(i for i in known.servizi if i not in parse.services)
        kept = kept if _adds(parse) or doubt else _without_kin(turn, kept, parse.services)
        if known.servizi_in_dubbio and parse.services and not doubt:
            turn = turn.with_slots(servizi_in_dubbio=_still_in_doubt(known.servizi_in_dubbio, parse.services))
        settles = bool(known.servizi_in_dubbio) and not doubt
        # The family is named before the rest of a visit in practice ("taglio e piega"), and cut comes before finish.
        turn = turn.with_slots(servizi=_ordered(parse.services, kept) if settles else _ordered(kept, parse.services))
        if doubt and not any(set(family) & set(turn.slots.servizi) for family in doubt):
            turn = turn.with_slots(servizi_in_dubbio=doubt)
    return turn if parse.services or doubt else told_late(turn)


def _fewer(parse: Parse, known: Slots) -> tuple[Id, ...]:
    """ "Senza la piega", "solo il taglio": what stays of the services wanted; () where none is taken out."""
    if parse.services and parse.services_only and known.servizi_in_dubbio:
        return parse.services  # "solo il colore": the cut that was in doubt is given up
    left = tuple(i for i in known.servizi if i not in parse.services)
    if parse.services and left and left != known.servizi and takes_out(parse.text):
        return left
    only = {*parse.services, *(i for family in parse.services_ambiguous for i in family)} if alone(parse.text) else set[Id]()
    stays = tuple(i for i in known.servizi if i in only)
    return stays if len(stays) < len(known.servizi) else ()


def _without_kin(turn: Turn, kept: tuple[Id, ...], said: tuple[Id, ...]) -> tuple[Id, ...]:
    """ "Una prima visita", said after "una visita": the one of a family named later is meant, not both."""
    if len(said) != 1 or "e" in [word.norm for word in tokenize(turn.parse.text)[:2]]:
        return kept
    families = [set(family) for family in compiled(turn.lexicon).heads.values() if said[0] in family]
    return tuple(i for i in kept if not any(i in family for family in families))


def _adds(parse: Parse) -> bool:
    """ "Possiamo fare anche la manicure?": beside what is wanted already, not in its place."""
    return "add_service" in parse.flags or not ADDING.isdisjoint(word.norm for word in tokenize(parse.text))


def _changed_services(turn: Turn) -> Turn:
    """A service added to an existing visit, put in the place of one, or taken out of it; any other tells which visit is meant."""
    parse = turn.parse
    turn = _taken_out(turn)
    adds = "add_service" in parse.flags or turn.dialogue.step == "servizi"
    swaps = parse.services_swap or (parse.correction is not None and parse.correction.slot == "servizi")
    if parse.services_only and not adds:
        return turn
    if (adds or swaps) and (parse.services or parse.services_ambiguous):
        turn = note(turn, "aggiunge", "si" if adds else "no")
        pointer = parse.services_out if turn.slots.appuntamento_id is None else ()
        return turn.with_slots(
            nuovi_servizi=parse.services,
            servizi=pointer or turn.slots.servizi,
            servizi_in_dubbio=() if parse.services else parse.services_ambiguous,
        )
    if not parse.services or turn.slots.appuntamento_id is not None:
        return turn
    return turn.with_slots(servizi=parse.services)


def _taken_out(turn: Turn) -> Turn:
    """ "Senza la barba", "solo il taglio": of a visit that stands, the rest remains."""
    parse = turn.parse
    if parse.services_out:
        turn = turn.with_slots(servizi_tolti=parse.services_out)
    if parse.services_only:
        named = (*parse.services, *(i for family in parse.services_ambiguous for i in family))
        alone = tuple(i for i in named if i not in parse.services_out)
        # "No, solo la barba" at a cancellation: only that is given up, unless something else was.
        gives_up = turn.dialogue.flow == "cancella" and not parse.services_out
        turn = turn.with_slots(servizi_tolti=alone) if gives_up else turn.with_slots(servizi_soli=alone)
    return turn


def _still_in_doubt(doubt: tuple[tuple[Id, ...], ...], said: tuple[Id, ...]) -> tuple[tuple[Id, ...], ...]:
    return tuple(family for family in doubt if not set(family) & set(said))


def _ordered(kept: tuple[Id, ...], said: tuple[Id, ...]) -> tuple[Id, ...]:
    return tuple(dict.fromkeys((*kept, *said)))


_WITH_HER = re.compile(r"\bcon (lei|lui)\b", re.IGNORECASE)


def _spoken_of(turn: Turn) -> tuple[Id, ...]:
    """ "Giovedì con lei", after "quando c'è Giulia?": the one the caller has just named, nobody where that could be two."""
    said = _WITH_HER.search(turn.parse.text)
    last = turn.session.history[-1] if turn.session.history else None
    if said is None or last is None or turn.dialogue.flow not in ("prenotazione", "modifica", "waitlist"):
        return ()
    heard = {word.norm for word in tokenize(last.user)}
    gender = "F" if said[1].lower() == "lei" else "M"
    named = tuple(o.id for o in turn.lexicon.operators if o.genere in (gender, None) and fold(o.nome) in heard)
    return named if len(named) == 1 else ()


def _operators(turn: Turn) -> Turn:
    parse = turn.parse
    wanted = parse.operators or _spoken_of(turn)
    if wanted:
        return turn.with_slots(
            operatori_in_ordine=wanted,
            operatore_qualsiasi=False,
            operatore_genere=None,
            operatore_abituale=False,
            operatore_id=None,
        )
    if parse.any_operator:
        return turn.with_slots(
            operatori_in_ordine=(), operatore_qualsiasi=True, operatore_genere=None, operatore_abituale=False, operatore_id=None
        )
    if parse.operator_gender is not None:
        return turn.with_slots(operatori_in_ordine=(), operatore_genere=parse.operator_gender, operatore_id=None)
    if "same_operator" in parse.flags:
        return turn.with_slots(operatori_in_ordine=(), operatore_abituale=True, operatore_id=None)
    return turn


def _rest(turn: Turn) -> Turn:
    if turn.parse.notes:
        kept = f"{turn.slots.note}; " if turn.slots.note and turn.slots.note != turn.parse.notes else ""
        return turn.with_slots(note=f"{kept}{turn.parse.notes}"[:500])
    return turn


FILL = (_services, _operators, with_time, _rest)
"""What every request holds beside its person."""
