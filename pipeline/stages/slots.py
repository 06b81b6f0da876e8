"""Filling the slots with what was said (specification 4), corrections included: only what was named changes.

One of the DECIDE stages, after the intent is known. It asks nobody and settles nothing: the flow stage finds what is missing.
The day has one setter, `merged`; the horizon is checked by the calendar rule there and again at the commit.
"""

from dataclasses import replace
from datetime import date, time

from pipeline.flows.altrui import denied, for_both, one_after_the_other, somebody_elses
from pipeline.flows.memo import note
from pipeline.flows.naming import named
from pipeline.italian.changes import takes_out, usual
from pipeline.italian.words import tokenize
from pipeline.model.business import Id
from pipeline.model.parse import Parse
from pipeline.model.session import When
from pipeline.model.turn import Turn
from pipeline.ports import World


def slots(turn: Turn, world: World) -> Turn:
    """The turn with everything this utterance holds put into its slots; `changed` names those that had another value."""
    before, whole = turn.slots, turn.parse
    turn = _person(_asked_about(turn), world)
    for fill in (_services, _operators, _when, _rest):
        turn = fill(turn)
    changed = tuple(name for name in WATCHED if _differs(getattr(before, name), getattr(turn.slots, name)))
    used = turn.slots != before or turn.parse.date_choices or turn.parse.time_choices or turn.parse.date_problem
    used = used or turn.parse.services_unknown or turn.parse.operators_unknown or turn.parse.phone_problem
    understood = turn.understood or bool(used) or _restated(turn)
    return replace(turn, parse=whole, changed=(*turn.changed, *changed), understood=understood)


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
    about = ASKED_ABOUT.get(turn.parse.topic, ()) if whole else ()
    blank = Parse(turn.parse.text)
    return replace(turn, parse=replace(turn.parse, **{name: getattr(blank, name) for name in about})) if about else turn


def _last_asked_about(turn: Turn) -> Turn:
    """Before any request what was asked about last may be booked next ("ok, la prenoto"), not everything that was asked about."""
    parse = turn.parse
    if parse.intent != "info" or turn.dialogue.flow is not None or turn.dialogue.uncertain is not None:
        return turn
    if parse.topic in OF_THE_CALENDAR:
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
    return bool((parse.date and parse.date in known) or (parse.time and parse.time in known) or parse.name or parse.services)


def _person(turn: Turn, world: World) -> Turn:
    parse, known = turn.parse, turn.slots
    if parse.for_other is not None or parse.other_name is not None:
        turn = _for_other(turn, world)
        if turn.slots.nome != known.nome:
            return turn
    if parse.telefono is not None and known.cliente_id is None and turn.dialogue.step != "telefono_conferma":
        turn = turn.with_slots(telefono=parse.telefono)
    if parse.data_nascita is not None and known.cliente_id is None:
        turn = turn.with_slots(data_nascita=parse.data_nascita)
    return denied(turn) if parse.name is None else named(turn)


def _for_other(turn: Turn, world: World) -> Turn:
    """For somebody else: a known client is booked as himself, otherwise on the caller's own card with a note."""
    parse = turn.parse
    other = parse.other_name
    if (turn.dialogue.flow or turn.dialogue.uncertain or parse.intent) in ("cancella", "modifica", "info"):
        return somebody_elses(turn, world)
    if for_both(turn):
        return one_after_the_other(turn, world)
    if other is not None and other.nome and other.cognome:
        known = world.reads.clients_by_name(other.nome, other.cognome).exact
        if len(known) == 1 or (parse.name is None and turn.slots.nome is None and turn.slots.cliente_id is None):
            return turn.with_slots(nome=other.nome, cognome=other.cognome, cliente_id=None, per_altri=None)
        return turn.with_slots(per_altri=f"{other.nome} {other.cognome}")
    named = other.nome if other is not None else None
    return turn.with_slots(per_altri=named or parse.for_other)


def _services(turn: Turn) -> Turn:
    parse, known = turn.parse, turn.slots
    running = turn.dialogue.flow or turn.dialogue.uncertain
    if running == "modifica":
        return _changed_services(turn)
    if running == "cancella" or running == "info":
        return turn.with_slots(servizi=parse.services) if parse.services and not known.servizi else turn
    if usual(parse.text) and not parse.services and not known.servizi:
        turn = note(turn, "solito", "si")
    left = tuple(i for i in known.servizi if i not in parse.services)
    if parse.services and left and left != known.servizi and takes_out(parse.text):
        return turn.with_slots(servizi=left)
    doubt = parse.services_ambiguous
    takes_back = parse.yes_no is False or parse.intent == "nega"  # "anzi no, una piega"
    replaces = (takes_back or (parse.correction is not None and parse.correction.slot == "servizi")) and not _adds(parse)
    if parse.services or doubt:
        kept = () if replaces else tuple(i for i in known.servizi if i not in parse.services)
        if known.servizi_in_dubbio and parse.services and not doubt:
            turn = turn.with_slots(servizi_in_dubbio=_still_in_doubt(known.servizi_in_dubbio, parse.services))
        settles = bool(known.servizi_in_dubbio) and not doubt
        # The family is named before the rest of a visit in practice ("taglio e piega"), and cut comes before finish.
        turn = turn.with_slots(servizi=_ordered(parse.services, kept) if settles else _ordered(kept, parse.services))
        if doubt and not any(set(family) & set(turn.slots.servizi) for family in doubt):
            turn = turn.with_slots(servizi_in_dubbio=doubt)
    return turn


def _adds(parse: Parse) -> bool:
    """ "Possiamo fare anche la manicure?": beside what is wanted already, not in its place."""
    return "add_service" in parse.flags or not ADDING.isdisjoint(word.norm for word in tokenize(parse.text))


def _changed_services(turn: Turn) -> Turn:
    """A service added to an existing visit, or put in the place of what it holds."""
    parse = turn.parse
    adds = "add_service" in parse.flags or turn.dialogue.step == "servizi"
    if not parse.services and not (adds and parse.services_ambiguous):
        return turn
    if adds or (parse.correction is not None and parse.correction.slot == "servizi"):
        turn = note(turn, "aggiunge", "si" if adds else "no")
        return turn.with_slots(nuovi_servizi=parse.services, servizi_in_dubbio=() if parse.services else parse.services_ambiguous)
    return turn.with_slots(servizi=parse.services) if turn.slots.appuntamento_id is None else turn


def _still_in_doubt(doubt: tuple[tuple[Id, ...], ...], said: tuple[Id, ...]) -> tuple[tuple[Id, ...], ...]:
    return tuple(family for family in doubt if not set(family) & set(said))


def _ordered(kept: tuple[Id, ...], said: tuple[Id, ...]) -> tuple[Id, ...]:
    return tuple(dict.fromkeys((*kept, *said)))


def _operators(turn: Turn) -> Turn:
    parse = turn.parse
    if parse.operators:
        return turn.with_slots(
            operatori_in_ordine=parse.operators,
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


def _when(turn: Turn) -> Turn:
    parse, flow = turn.parse, turn.dialogue.flow or turn.dialogue.uncertain
    if turn.dialogue.step in ("data_nascita", "telefono", "disambiguazione") and _about_himself(parse):
        return turn
    if parse.moved_from is not None and flow in ("modifica", "cancella", "info"):
        return _from_and_to(turn, parse.moved_from)
    rebooks = flow == "cancella" and "prenotazione" in turn.dialogue.queue
    if flow == "modifica" or (rebooks and turn.slots.appuntamento_id is None and turn.before.flow is None):
        return turn.with_slots(nuovo=merged(turn.slots.nuovo, parse))
    return turn.with_slots(quando=merged(turn.slots.quando, parse))


def _about_himself(parse: Parse) -> bool:
    """A birth day or a number answers the question about the caller: it is no day and no hour of the visit."""
    return bool(parse.birth or parse.data_nascita or parse.telefono or parse.phone_ending or parse.phone_problem)


def _from_and_to(turn: Turn, origin: tuple[date | None, time | None]) -> Turn:
    """ "La piega di venerdì a sabato": the first moment tells which appointment, what differs from it is the new time."""
    parse = turn.parse
    day, at = origin
    turn = turn.with_slots(quando=replace(turn.slots.quando, data=day, ora=at))
    other_day = parse.date is not None and parse.date != day
    other_hour = parse.time is not None and at is not None and parse.time != at
    if not other_day and not other_hour and (parse.time is None or day is not None):
        return turn.with_slots(quando=merged(turn.slots.quando, replace(parse, date=day)))
    return turn.with_slots(nuovo=merged(turn.slots.nuovo, replace(parse, alternatives=())))


def merged(when: When, parse: Parse) -> When:
    """What is known of the time wanted, with what was said now: a new day keeps the hour, a new hour keeps the day."""
    several = _candidates(parse, when)
    if len(several) > 1:
        return replace(when, candidati=several, data=None, ora=None, da_data=None, a_data=None, prima_possibile=False)
    when = _with_hour(_with_day(when, parse), parse)
    asks_when = when == When() and "asks_when" in parse.flags and "waiting_for_place" not in parse.flags
    if parse.earliest or asks_when:
        # "Quando avete posto?" is answered with the soonest times rather than with the same question.
        when = replace(when, prima_possibile=True, ora=parse.time, candidati=(), data=when.data if parse.date is None else parse.date)
    if parse.weekdays_excluded:
        when = replace(when, giorni_esclusi=tuple(sorted({*when.giorni_esclusi, *parse.weekdays_excluded})))
        if parse.date is None and when.data is not None and when.data.weekday() in parse.weekdays_excluded:
            when = replace(when, data=None)  # "ah no, sabato non posso" after "sabato"
    return when


def _with_day(when: When, parse: Parse) -> When:
    if parse.date is not None:
        return replace(when, data=parse.date, da_data=None, a_data=None, prima_possibile=False, candidati=())
    if parse.date_interval is not None:
        return replace(when, data=None, da_data=parse.date_interval[0], a_data=parse.date_interval[1], candidati=())
    if parse.date_choices or parse.date_problem:
        return replace(when, data=None, da_data=None, a_data=None)
    return when


def _with_hour(when: When, parse: Parse) -> When:
    if parse.time is not None:
        hour = parse.time
        return replace(when, ora=hour, da_ora=None, a_ora=None, approssimata=parse.approximate, prima_possibile=False, candidati=())
    if parse.time_interval is not None:
        return replace(when, ora=None, da_ora=parse.time_interval[0], a_ora=parse.time_interval[1], candidati=())
    return replace(when, ora=None) if parse.time_choices else when


def _candidates(parse: Parse, when: When) -> tuple[tuple[date | None, time | None], ...]:
    """Times said as alternatives, the first said first; what an alternative leaves out is the main one's. Today's own name is no choice."""
    main = (parse.date, parse.time)
    others = tuple((day or parse.date, at or parse.time) for day, at in parse.alternatives)
    if all(day is not None and parse.date is not None and (parse.date - day).days == 7 for day, _ in parse.alternatives):
        return (main,)
    return tuple(dict.fromkeys((day or when.data, at or when.ora) for day, at in (main, *others)))


def _rest(turn: Turn) -> Turn:
    if turn.parse.notes:
        kept = f"{turn.slots.note}; " if turn.slots.note and turn.slots.note != turn.parse.notes else ""
        return turn.with_slots(note=f"{kept}{turn.parse.notes}"[:500])
    return turn
