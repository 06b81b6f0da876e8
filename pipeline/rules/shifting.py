"""A time wanted that is counted from another: "un'ora dopo", "il giorno prima", "più tardi".

Called by the slots of a request, where a time is settled already, and by the moving flow, once it knows where the appointment stands.
Calls nothing but the model.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from pipeline.model.parse import Shift
from pipeline.model.session import When

_LAST, _FIRST = time(23, 59), time(0, 0)


def kept(when: When, shift: Shift) -> When:
    """The time wanted with how far it lies from a moment that is not known yet."""
    return replace(when, verso="prima" if shift.later is False else "dopo", di_minuti=shift.minutes, di_giorni=shift.days)


def settled(when: When, stands: datetime) -> When:
    """The time wanted in days and hours, now that the moment it is counted from is known; untouched when it is counted from none."""
    if when.verso is None:
        return when
    plain = replace(when, verso=None, di_minuti=None, di_giorni=None)
    start = datetime.combine(when.data or stands.date(), when.ora or stands.time())
    sign = 1 if when.verso == "dopo" else -1
    if when.di_giorni == 0:
        return replace(plain, data=start.date(), ora=None, da_ora=when.da_ora or _FIRST, candidati=())
    if when.di_giorni is not None:
        day = start.date() + sign * timedelta(days=when.di_giorni)
        window = when.da_ora or when.a_ora
        return replace(plain, data=day, da_data=None, a_data=None, ora=None if window else start.time(), candidati=())
    if when.di_minuti is not None:
        moment = start + sign * timedelta(minutes=when.di_minuti)
        return replace(plain, data=moment.date(), ora=moment.time(), da_data=None, a_data=None, da_ora=None, a_ora=None, candidati=())
    if sign > 0:
        return replace(plain, data=start.date(), ora=None, da_ora=later(start.time()), a_ora=None, candidati=())
    return replace(plain, data=start.date(), ora=None, da_ora=None, a_ora=start.time(), candidati=())


def later(at: time) -> time:
    """The minute after, inside the day."""
    return (datetime.combine(datetime.min, at) + timedelta(minutes=1)).time() if at < _LAST else at


def earlier(at: time) -> time:
    """The minute before, inside the day."""
    return (datetime.combine(datetime.max, at) - timedelta(minutes=1)).time() if at > _FIRST else at
