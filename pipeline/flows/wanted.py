"""The time wanted, merged with what was said: a new day keeps the hour, a new hour keeps the day.

Called by the slots stage. A time that is counted from another ("un'ora dopo") waits until that one is known.
"""

from dataclasses import replace
from datetime import date, datetime, time

from pipeline.flows.memo import note, noted
from pipeline.italian.followups import whenever
from pipeline.model.parse import Parse
from pipeline.model.session import When
from pipeline.model.turn import Turn
from pipeline.rules.shifting import kept, settled


def with_time(turn: Turn) -> Turn:
    """The turn with the day and hour of this utterance in the slot they belong to: the visit's present time, or the one wanted."""
    parse, flow = turn.parse, turn.dialogue.flow or turn.dialogue.uncertain
    if turn.dialogue.step in ("data_nascita", "telefono", "disambiguazione") and _about_himself(parse):
        return turn
    if flow == "cancella" and len(parse.days_given_up) > 1:
        return turn.with_slots(quando=When(candidati=tuple((day, None) for day in parse.days_given_up)))
    if parse.moved_from is not None and flow in ("modifica", "cancella", "info"):
        return _from_and_to(turn, parse.moved_from)
    rebooks = flow == "cancella" and "prenotazione" in turn.dialogue.queue
    if flow == "modifica":
        return _moved(turn)
    if rebooks and turn.slots.appuntamento_id is None and turn.before.flow is None:
        return turn.with_slots(nuovo=merged(turn.slots.nuovo, parse))
    when = merged(turn.slots.quando, parse)
    open_day = when.data is None and when.da_data is None and not when.prima_possibile
    if flow == "prenotazione" and turn.before.flow is None and open_day and whenever(parse.text):
        when = replace(when, da_data=turn.now.date())  # "quando avete posto?": times are proposed instead of asked for
    return turn.with_slots(quando=when)


def _about_himself(parse: Parse) -> bool:
    """A birth day or a number answers the question about the caller: it is no day and no hour of the visit."""
    return bool(parse.birth or parse.data_nascita or parse.telefono or parse.phone_ending or parse.phone_problem)


def _moved(turn: Turn) -> Turn:
    """The new time of an appointment. A day that is not said to be the new one may be the present one ("venerdì posso venire alle 10?")."""
    parse, shift = turn.parse, turn.parse.shift
    if turn.slots.appuntamento_id is not None or (parse.date is None and parse.time is None):
        return _moved_by(turn, parse)
    if shift is not None and shift.minutes is not None and not parse.aimed:
        # "Venerdì alle 11 non riesco, un'ora dopo?": how far it moves is said beside the time where it stands.
        turn = turn.with_slots(quando=replace(turn.slots.quando, data=parse.date, ora=parse.time))
        return _moved_by(turn, replace(parse, date=None, time=None))
    if parse.date is not None and not parse.aimed:
        turn = note(turn, "forse", parse.date.isoformat())
    return _moved_by(turn, parse)


def _moved_by(turn: Turn, parse: Parse) -> Turn:
    """With how far it moves: from the new time where one is settled, else from where the appointment stands."""
    shift, side, known = parse.shift, noted(turn, "verso"), turn.slots.nuovo
    if shift is not None and shift.later is None and (side is not None or turn.dialogue.step == "data"):
        # A length alone ("no, mezz'ora") replaces the one said before, on the same side.
        return turn.with_slots(nuovo=kept(When(), replace(shift, later=side != "prima")))
    when = merged(known, parse)
    if shift is None or shift.later is None or parse.time is not None:
        return turn.with_slots(nuovo=when)
    if known.data is None or known.ora is None:
        when = kept(replace(when, da_data=None, a_data=None) if shift.days is not None else when, shift)
    return note(turn.with_slots(nuovo=when), "verso", "dopo" if shift.later else "prima")


def _from_and_to(turn: Turn, origin: tuple[date | None, time | None]) -> Turn:
    """ "La piega di venerdì a sabato": the first moment tells which appointment, what differs from it is the new time."""
    parse = turn.parse
    day, at = origin
    turn = turn.with_slots(quando=replace(turn.slots.quando, data=day, ora=at))
    # A day counted from the one it stands on ("di due settimane") is counted from the visit itself once that is known.
    other_day = parse.date not in (None, day, parse.moved_to)
    other_hour = parse.time is not None and at is not None and parse.time != at
    if parse.shift is not None and not other_day and not other_hour:
        return _moved_by(turn, replace(parse, date=None, time=None, alternatives=()))
    if not other_day and not other_hour and (parse.time is None or day is not None):
        return turn.with_slots(quando=merged(turn.slots.quando, replace(parse, date=day)))
    return turn.with_slots(nuovo=merged(turn.slots.nuovo, replace(parse, alternatives=())))


def merged(when: When, parse: Parse) -> When:
    """What is known of the time wanted, with what was said now: a new day keeps the hour, a new hour keeps the day."""
    several = _candidates(parse, when)
    if len(several) > 1:
        # "Lunedì o martedì dopo le sei": the hours hold for each of the days.
        return replace(_with_hour(when, parse), candidati=several, data=None, ora=None, da_data=None, a_data=None, prima_possibile=False)
    when = _shifted(_with_hour(_with_day(when, parse), parse), parse)
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
        # "No, venerdì" after "giovedì alle 10 o venerdì alle 11" takes along the hour that was said with it.
        hour = next((at for day, at in when.candidati if day == parse.date and at is not None), when.ora)
        return replace(when, data=parse.date, ora=hour, da_data=None, a_data=None, prima_possibile=False, candidati=())
    if parse.date_interval is not None:
        return replace(when, data=None, da_data=parse.date_interval[0], a_data=parse.date_interval[1], candidati=())
    if parse.date_choices or parse.date_problem:
        return replace(when, data=None, da_data=None, a_data=None)
    return when


def _with_hour(when: When, parse: Parse) -> When:
    if parse.done_by is not None:
        when = replace(when, fine_entro=parse.done_by)
        if parse.time_interval == (None, parse.done_by):
            # "Alle cinque devo scappare" takes back no hour that was said before.
            return when
    if parse.time is not None:
        hour = parse.time
        return replace(when, ora=hour, da_ora=None, a_ora=None, approssimata=parse.approximate, prima_possibile=False, candidati=())
    if parse.time_interval is not None:
        return replace(when, ora=None, da_ora=parse.time_interval[0], a_ora=parse.time_interval[1], candidati=())
    return replace(when, ora=None) if parse.time_choices else when


def _shifted(when: When, parse: Parse) -> When:
    """ "Un'ora dopo" counts from the time that is settled."""
    if parse.shift is None or parse.shift.later is None or parse.time is not None or when.data is None or when.ora is None:
        return when
    return settled(kept(when, parse.shift), datetime.combine(when.data, when.ora))


def _candidates(parse: Parse, when: When) -> tuple[tuple[date | None, time | None], ...]:
    """Times said as alternatives, the first said first; what an alternative leaves out is the main one's. Today's own name is no choice."""
    main = (parse.date, parse.time)
    others = tuple((day or parse.date, at or parse.time) for day, at in parse.alternatives)
    if all(day is not None and parse.date is not None and (parse.date - day).days == 7 for day, _ in parse.alternatives):
        return (main,)
    return tuple(dict.fromkeys((day or when.data, at or when.ora) for day, at in (main, *others)))
