"""What a simulated caller answers at each step, from `step`, `options` and `slots` of the reply. Called by `calls`.

Asks the agenda of the `caller`, who says yes only to a recap that holds what he wants.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from pipeline.model.turn import Reply
from tests.simulator import phrases, telling
from tests.simulator.caller import Caller
from tests.simulator.goals import Wish
from tests.simulator.recap import wrong_part
from tests.simulator.speaking import Utterance


def next_utterance(caller: Caller, reply: Reply | None) -> Utterance | None:
    """What he says now; None = he hangs up."""
    if reply is None:
        return caller.opening()
    caller.take_note(reply)
    if reply.step == "chiusa":
        return None
    return caller.twist(reply) or ANSWERS[reply.step](caller, reply)


def asked_wish(caller: Caller, reply: Reply) -> Utterance | None:
    """ "Mi dica." "Posso fare altro?" """
    if caller.satisfied or caller.has_given_up():
        return Utterance(caller.tongue.pick(phrases.BYE))
    if caller.at in caller.begun and caller.complains("the request was lost"):
        return None
    caller.begun.add(caller.at)
    return Utterance(" ".join(part for part in (caller.request(), caller.dice.choice(phrases.TAIL[caller.goal.style])) if part))


def name(caller: Caller, reply: Reply) -> Utterance:
    """The name, in full."""
    guest = caller.goal.guest
    return Utterance(caller.tongue.pick(phrases.NAME_ANSWER, n=guest.full))


def surname(caller: Caller, reply: Reply) -> Utterance:
    """The surname, sometimes with the first name."""
    guest = caller.goal.guest
    return Utterance(caller.tongue.pick(phrases.SURNAME, n=guest.full, c=guest.cognome))


def which_person(caller: Caller, reply: Reply) -> Utterance | None:
    """Which of several, or the proof."""
    guest, options = caller.goal.guest, reply.options
    if len(options) == 1:
        return caller.yes() if options[0]["label"] == guest.full else Utterance(caller.tongue.pick(("no", "no, non sono io")))
    if caller.complains("nobody was recognised"):
        return None
    way = caller.dice.choice(("birth", "ending", "year", "number") if options else ("birth", "ending", "day", "phone"))
    born, number = guest.nascita or date(1980, 1, 1), guest.telefono
    match way:
        case "birth":
            return Utterance(caller.tongue.pick(phrases.BIRTH, b=telling.birth(born, caller.dice)), dictated=True)
        case "ending":
            return Utterance(telling.ending(number, caller.dice), dictated=True)
        case "year":
            return Utterance(telling.year(born, caller.dice), dictated=True)
        case "day":
            return Utterance(caller.tongue.pick(("{d}", "il {d}", "sono nato il {d}"), d=f"{born.day} {telling.MONTHS[born.month - 1]}"))
        case "number":
            n = next((option["n"] for option in options if str(option["value"]) == str(guest.id)), 1)
            return Utterance(_ordinal(n, len(options), caller.dice))
        case _:
            return Utterance(caller.tongue.pick(phrases.PHONE, p=telling.phone(number, caller.dice)), dictated=True)


def register(caller: Caller, reply: Reply) -> Utterance | None:
    """May he be put on file?"""
    if caller.goal.guest.id is not None:
        if caller.complains("a known client was to be registered"):
            return None
        return Utterance(f"no, {caller.tongue.pick(phrases.NAME_ANSWER, n=caller.goal.guest.full)}")
    return caller.yes()


def phone(caller: Caller, reply: Reply) -> Utterance | None:
    """The number."""
    if caller.complains("the number was not taken"):
        return None
    return Utterance(caller.tongue.pick(phrases.PHONE, p=telling.phone(caller.goal.person.telefono, caller.dice)), dictated=True)


def read_back(caller: Caller, reply: Reply) -> Utterance | None:
    """Is the number right?"""
    return caller.yes() if reply.slots.get("telefono") == caller.goal.person.telefono else phone(caller, reply)


def birth(caller: Caller, reply: Reply) -> Utterance:
    """The birth date, if he likes."""
    if "no_birth" in caller.twists or caller.goal.person.nascita is None:
        return Utterance(caller.tongue.pick(phrases.NO_BIRTH))
    caller.birth_told = True
    return Utterance(caller.tongue.pick(phrases.BIRTH, b=telling.birth(caller.goal.person.nascita, caller.dice)), dictated=True)


def consent(caller: Caller, reply: Reply) -> Utterance:
    """Consent, or none."""
    if "no_consent" in caller.twists:
        caller.refused = True
        return Utterance(caller.tongue.pick(phrases.NO_CONSENT))
    return Utterance(caller.tongue.pick(phrases.CONSENT), yes=True)


def service(caller: Caller, reply: Reply) -> Utterance | None:
    """What is wanted, or which of the family."""
    if caller.complains("the services were not understood"):
        return None
    listed = [option for option in reply.options if option["label"] in caller.want.services]
    if listed and caller.dice.random() < 0.5:
        return Utterance(_ordinal(listed[0]["n"], len(reply.options), caller.dice))
    wanted = caller.want.services if not listed else (listed[0]["label"],)
    if caller.task.what == "add" and caller.task.visit is not None and not listed:
        wanted = tuple(name for name in wanted if name not in caller.task.visit.services)
    more = caller.more("day", "at") if not listed else ""
    return Utterance(f"{caller.tongue.services(wanted)}{more}")


def day(caller: Caller, reply: Reply) -> Utterance | None:
    """The day, perhaps with the hour."""
    if caller.task.what in ("move", "add") and not caller.satisfied:
        if caller.complains("the new time was not taken"):
            return None
        return Utterance(caller.tongue.new_time(caller.task) or caller.tongue.field("operator", caller.want))
    if caller.complains("the day was not taken") or caller.want.day is None:
        return None
    return Utterance(caller.tongue.day(caller.want.day) + caller.more("at"))


def hour(caller: Caller, reply: Reply) -> Utterance | None:
    """The hour; for two readings of it the right one in full."""
    if caller.complains("the hour was not taken"):
        return None
    return Utterance(caller.tongue.hour(caller.want) + caller.more())


def operator(caller: Caller, reply: Reply) -> Utterance | None:
    """With whom."""
    if caller.complains("the operator was not taken"):
        return None
    caller.tongue.told.add("operator")
    if caller.want.operator is None and caller.want.gender is None:
        return Utterance(caller.tongue.pick(phrases.ANYONE))
    return Utterance(
        caller.tongue.pick(phrases.OPERATOR_ANSWER, o=caller.want.operator or "")
        if caller.want.operator
        else caller.tongue.operator(caller.want)
    )


def which_visit(caller: Caller, reply: Reply) -> Utterance | None:
    """Which of his appointments."""
    visit = caller.task.visit
    if visit is None or caller.complains("the appointment was not found"):
        return None
    listed = next((o for o in reply.options if str(o["value"]) in map(str, visit.ids)), None)
    if listed is not None and caller.dice.random() < 0.5:
        return Utterance(_ordinal(listed["n"], len(reply.options), caller.dice))
    forms = [f for f in telling.days(visit.start.date(), caller.goal.now.date()) if not f.startswith("fra")]
    day = caller.tongue.pick(forms)
    return Utterance(caller.tongue.pick(("quello {d}",), d=f"del {day[3:]}" if day.startswith("il ") else f"di {day}"))


def offered(caller: Caller, reply: Reply) -> Utterance | None:
    """Times are offered: one will do, none will, or they were not what was asked for."""
    wish = caller.want
    if caller.task.offers == "refuse":
        return Utterance(caller.tongue.pick(phrases.REFUSE))
    flexible = caller.goal.kind in ("taken", "part_of_day")
    if not flexible:
        if caller.complains("times were offered though the one wanted is free"):
            return None
        again = " ".join(caller.said(wish, "day", "at")) if wish.day is not None else caller.request()
        return Utterance(caller.tongue.pick(phrases.WRONG, b=again))
    option = caller.dice.choice(reply.options)
    slot = option["value"]
    fits = [o for o in reply.options if _fits(wish, o["value"])]
    option = caller.dice.choice(fits) if fits else option
    slot = option["value"]
    caller.want = replace(wish, day=date.fromisoformat(slot["data"]), at=time.fromisoformat(slot["ora"]), part=None)
    return Utterance(_choosing(caller, option, reply.options))


def _choosing(caller: Caller, option: Any, options: Any) -> str:
    hours = [o["value"]["ora"] for o in options]
    if caller.dice.random() < 0.5 or len(set(hours)) < len(hours):
        return _ordinal(option["n"], len(options), caller.dice)
    return caller.tongue.pick(
        ("{h}", "{h} va bene", "facciamo {h}", "prendo quello delle {o}"), h=caller.tongue.hour(caller.want), o=str(caller.want.at)[:5]
    )


def waiting(caller: Caller, reply: Reply) -> Utterance | None:
    """A place on the waiting list."""
    if caller.task.offers == "refuse":
        return caller.yes()
    if caller.complains("the waiting list was offered though there is room"):
        return None
    again = " ".join(caller.said(caller.want, "day", "at")) if caller.want.day is not None else caller.request()
    return Utterance(f"no, {again}")


def person(caller: Caller, reply: Reply) -> Utterance | None:
    """A person is offered."""
    if caller.task.what == "person":
        return caller.yes()
    if not caller.refused and caller.complains("a person was offered"):
        return None
    return Utterance(caller.tongue.pick(phrases.NO))


def confirm(caller: Caller, reply: Reply) -> Utterance | None:
    """The recap: yes only when everything is as wanted."""
    text = reply.text.lower()
    if "ho capito che" in text:
        return _agree(caller, text)
    if "che cosa vuol" in text:
        return Utterance(_tell(caller, "at"))
    wrong = wrong_part(caller, reply)
    if wrong is not None:
        if caller.complains(f"the recap holds another {wrong}"):
            return None
        return Utterance(caller.tongue.pick(phrases.WRONG, b=_tell(caller, wrong)))
    if caller.task.first is not None and caller.want == caller.task.first:
        caller.want = caller.task.wish
        return Utterance(caller.tongue.pick(phrases.CHANGE, b=caller.tongue.field(caller.changed()[0], caller.want)))
    if "give_up" in caller.twists:
        caller.refused = True
        return Utterance(caller.tongue.pick(phrases.GIVE_UP))
    return caller.yes()


def _agree(caller: Caller, text: str) -> Utterance | None:
    """ "Ho capito che vuole ...?" """
    if re.search(phrases.UNDERSTOOD[caller.task.what], text):
        return Utterance(caller.tongue.pick(phrases.AGREE_INTENT))
    if caller.complains("another request was understood"):
        return None
    return Utterance(f"no, {caller.request()}")


def _tell(caller: Caller, part: str) -> str:
    if part == "name":
        return caller.tongue.pick(phrases.NAME_ANSWER, n=caller.goal.guest.full)
    if part == "visit" and caller.task.visit is not None:
        return caller.tongue.visit(caller.task.visit)
    return caller.tongue.field(part, caller.want)


def _fits(wish: Wish, slot: Any) -> bool:
    morning = int(slot["ora"][:2]) < 13
    return wish.part is None or morning == (wish.part == "mattina")


def _ordinal(n: int, count: int, dice: random.Random) -> str:
    words = ("primo", "secondo", "terzo")[n - 1]
    forms = [f"il {words}", f"la {words[:-1]}a", f"il numero {n}", words, f"la numero {telling.UNITS[n]}"]
    if n == count and count > 1:
        forms.append("l'ultimo")
    return dice.choice(forms)


Answer = Callable[[Caller, Reply], Utterance | None]

ANSWERS: dict[str, Answer] = {
    "ascolto": asked_wish, "altro": asked_wish, "cliente": name, "cognome": surname,
    "disambiguazione": which_person, "registrazione": register, "telefono": phone,
    "telefono_conferma": read_back, "data_nascita": birth, "consenso": consent, "servizi": service,
    "data": day, "ora": hour, "operatore": operator, "alternative": offered, "waitlist": waiting,
    "appuntamento": which_visit, "conferma": confirm, "handoff": person,
}  # fmt: skip
