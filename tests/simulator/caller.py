"""A simulated caller: an agenda, answered from whatever the assistant asks (`step`, `options`, `slots`). Called by `calls`.

He tells more or less at once, asks things in between, mishears, thinks better of it; he says yes only to a recap that holds what he wants.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from pipeline.model.turn import Reply
from tests.simulator import phrases, telling
from tests.simulator.diary import Diary
from tests.simulator.goals import Goal, Task, Wish
from tests.simulator.speaking import Tongue, Utterance

PATIENCE = 4
"""How often a caller says the same thing again before he hangs up."""
DONE = {"book": ("appuntamento_creato", "waitlist_aggiunto"), "cancel": ("appuntamento_cancellato",), "move": ("appuntamento_modificato",),
        "add": ("appuntamento_modificato",), "person": ("handoff",), "wrong_number": ()}  # fmt: skip


class Caller:
    """One call from the caller's side."""

    def __init__(self, goal: Goal, diary: Diary, dice: random.Random) -> None:
        self.goal, self.diary, self.dice = goal, diary, dice
        self.tongue = Tongue(goal, dice)
        self.twists = set(goal.twists)
        self.at = 0
        """Which task is under way."""
        self.begun: set[int] = set()
        self.want = self._first()
        self.settled: dict[int, Wish] = {}
        """What was agreed to, by task."""
        self.birth_told = False
        self.refused = False
        self.complaints = 0
        self.why: str | None = None
        """Why he hung up."""

    @property
    def task(self) -> Task:
        """The task under way (the last one when all are done)."""
        return self.goal.tasks[min(self.at, len(self.goal.tasks) - 1)]

    @property
    def satisfied(self) -> bool:
        """Nothing is left to be done."""
        return self.at >= len(self.goal.tasks)

    def speak(self, reply: Reply | None) -> Utterance | None:
        """The next utterance; None = he hangs up."""
        if reply is None:
            return self._opening()
        self._take_note(reply)
        if reply.step == "chiusa":
            return None
        twisted = self._twist(reply)
        if twisted is not None:
            return twisted
        return ANSWERS[reply.step](self, reply)

    def _first(self) -> Wish:
        return self.task.first or self.task.wish

    def _take_note(self, reply: Reply) -> None:
        for action in reply.actions:
            if not self.satisfied and action["type"] in DONE[self.task.what]:
                self.settled.setdefault(self.at, self.want)
                self.at += 1
                self.want = self._first()
                self.tongue.told -= {"services", "day", "at", "operator"}

    # What is said without being asked

    def _opening(self) -> Utterance:
        self.begun.add(self.at)
        text = self._request()
        if "both" in self.twists and self.at == 0:
            self.begun.add(1)
            other = self.goal.tasks[1].wish
            text = f"{text} e {self.tongue.pick(('mi prenda', 'mi prenoti', 'vorrei prenotare'))} " + " ".join(
                (self.tongue.services(other.services), *self._said(other, "day", "at"))
            )
        name = "" if self.goal.caller_id and self.dice.random() < 0.7 else self.tongue.name() if self._introduces() else ""
        hello, tail = self.tongue.greeting(), self.dice.choice(phrases.TAIL[self.goal.style])
        parts = (hello, name, text, tail) if self.dice.random() < 0.85 else (hello, text, name, tail)
        return Utterance(" ".join(part for part in parts if part))

    def _said(self, wish: Wish, *names: str) -> list[str]:
        return [self.tongue.field(name, wish) for name in names]

    def _introduces(self) -> bool:
        return self.task.what not in ("person", "wrong_number") and self.goal.other is None and self.dice.random() < 0.75

    def _request(self) -> str:
        match self.task.what:
            case "book":
                return self._booking()
            case "cancel":
                return self.tongue.cancelling(self.task)
            case "move" | "add":
                return self.tongue.moving(self.task, "over" in self.twists)
            case "person":
                return self.tongue.pick(phrases.PERSON)
            case "wrong_number":
                return self.tongue.pick(phrases.WRONG_NUMBER)

    def _booking(self) -> str:
        wish = self.want
        likely = 0.25 if "brief" in self.twists else 1.0 if "over" in self.twists else 0.7
        parts = [name for name in ("services", "day", "at") if self.dice.random() < likely]
        particular = wish.operator or wish.gender or wish.anyone
        if particular and ("services" in parts or self.dice.random() < 0.5):
            parts.insert(self.dice.randint(0, len(parts)), "operator")
        slip = None
        if "slip" in self.twists and self.task.first is not None:
            slip = next((name for name in self._changed() if name in parts), None)
            if slip is not None:
                self.twists.discard("slip")
                self.want = self.task.wish
        return self.tongue.booking(wish, parts, slip, self.task.wish)

    def _changed(self) -> list[str]:
        first = self.task.first
        return [n for n in ("day", "at", "operator") if first is not None and getattr(first, n) != getattr(self.task.wish, n)]

    def _twist(self, reply: Reply) -> Utterance | None:
        """What comes in between: a question, silence, words nobody understands, a correction of what was said before."""
        if reply.step not in ("cliente", "servizi", "data", "ora", "conferma", "cognome") or "ho capito che" in reply.text.lower():
            return None
        if "late_slip" in self.twists and self._changed()[0] in self.tongue.told:
            self.twists.discard("late_slip")
            self.want = self.task.wish
            return self._late()
        for name, stock in (("silence", ("",)), ("gibberish", phrases.GIBBERISH), ("repeat", phrases.REPEAT), ("digress", phrases.DIGRESS)):
            if name in self.twists and self.dice.random() < 0.6:
                if name != "digress" or self.dice.random() < 0.6:
                    self.twists.discard(name)
                return Utterance(self.tongue.pick(stock))
        return None

    def _late(self) -> Utterance:
        return Utterance(self.tongue.pick(phrases.LATE, b=self.tongue.field(self._changed()[0], self.want)))

    # Answers, one a step

    def asked_wish(self, reply: Reply) -> Utterance | None:
        """ "Mi dica." "Posso fare altro?" """
        if self.satisfied or self._given_up():
            return Utterance(self.tongue.pick(phrases.BYE))
        if self.at in self.begun and self._complains("the request was lost"):
            return None
        self.begun.add(self.at)
        return Utterance(" ".join(part for part in (self._request(), self.dice.choice(phrases.TAIL[self.goal.style])) if part))

    def _given_up(self) -> bool:
        return self.refused or self.task.what == "wrong_number"

    def _complains(self, why: str) -> bool:
        """Once more; True when the patience is at its end."""
        self.complaints += 1
        if self.complaints > PATIENCE:
            self.why = why
        return self.complaints > PATIENCE

    def name(self, reply: Reply) -> Utterance:
        """The name, in full."""
        guest = self.goal.guest
        return Utterance(self.tongue.pick(phrases.NAME_ANSWER, n=guest.full))

    def surname(self, reply: Reply) -> Utterance:
        """The surname, sometimes with the first name."""
        guest = self.goal.guest
        return Utterance(self.tongue.pick(phrases.SURNAME, n=guest.full, c=guest.cognome))

    def which_person(self, reply: Reply) -> Utterance | None:
        """Which of several, or the proof."""
        guest, options = self.goal.guest, reply.options
        if len(options) == 1:
            return self._yes() if options[0]["label"] == guest.full else Utterance(self.tongue.pick(("no", "no, non sono io")))
        if self._complains("nobody was recognised"):
            return None
        way = self.dice.choice(("birth", "ending", "year", "number") if options else ("birth", "ending", "day", "phone"))
        born, number = guest.nascita or date(1980, 1, 1), guest.telefono
        match way:
            case "birth":
                return Utterance(self.tongue.pick(phrases.BIRTH, b=telling.birth(born, self.dice)), dictated=True)
            case "ending":
                return Utterance(telling.ending(number, self.dice), dictated=True)
            case "year":
                return Utterance(telling.year(born, self.dice), dictated=True)
            case "day":
                return Utterance(self.tongue.pick(("{d}", "il {d}", "sono nato il {d}"), d=f"{born.day} {telling.MONTHS[born.month - 1]}"))
            case "number":
                n = next((option["n"] for option in options if str(option["value"]) == str(guest.id)), 1)
                return Utterance(_ordinal(n, len(options), self.dice))
            case _:
                return Utterance(self.tongue.pick(phrases.PHONE, p=telling.phone(number, self.dice)), dictated=True)

    def register(self, reply: Reply) -> Utterance | None:
        """May he be put on file?"""
        if self.goal.guest.id is not None:
            if self._complains("a known client was to be registered"):
                return None
            return Utterance(f"no, {self.tongue.pick(phrases.NAME_ANSWER, n=self.goal.guest.full)}")
        return self._yes()

    def phone(self, reply: Reply) -> Utterance | None:
        """The number."""
        if self._complains("the number was not taken"):
            return None
        return Utterance(self.tongue.pick(phrases.PHONE, p=telling.phone(self.goal.person.telefono, self.dice)), dictated=True)

    def read_back(self, reply: Reply) -> Utterance | None:
        """Is the number right?"""
        return self._yes() if reply.slots.get("telefono") == self.goal.person.telefono else self.phone(reply)

    def birth(self, reply: Reply) -> Utterance:
        """The birth date, if he likes."""
        if "no_birth" in self.twists or self.goal.person.nascita is None:
            return Utterance(self.tongue.pick(phrases.NO_BIRTH))
        self.birth_told = True
        return Utterance(self.tongue.pick(phrases.BIRTH, b=telling.birth(self.goal.person.nascita, self.dice)), dictated=True)

    def consent(self, reply: Reply) -> Utterance:
        """Consent, or none."""
        if "no_consent" in self.twists:
            self.refused = True
            return Utterance(self.tongue.pick(phrases.NO_CONSENT))
        return Utterance(self.tongue.pick(phrases.CONSENT), yes=True)

    def service(self, reply: Reply) -> Utterance | None:
        """What is wanted, or which of the family."""
        if self._complains("the services were not understood"):
            return None
        listed = [option for option in reply.options if option["label"] in self.want.services]
        if listed and self.dice.random() < 0.5:
            return Utterance(_ordinal(listed[0]["n"], len(reply.options), self.dice))
        wanted = self.want.services if not listed else (listed[0]["label"],)
        if self.task.what == "add" and self.task.visit is not None and not listed:
            wanted = tuple(name for name in wanted if name not in self.task.visit.services)
        more = self._more("day", "at") if not listed else ""
        return Utterance(f"{self.tongue.services(wanted)}{more}")

    def day(self, reply: Reply) -> Utterance | None:
        """The day, perhaps with the hour."""
        if self.task.what in ("move", "add") and not self.satisfied:
            if self._complains("the new time was not taken"):
                return None
            return Utterance(self.tongue.new_time(self.task) or self.tongue.field("operator", self.want))
        if self._complains("the day was not taken") or self.want.day is None:
            return None
        return Utterance(self.tongue.day(self.want.day) + self._more("at"))

    def hour(self, reply: Reply) -> Utterance | None:
        """The hour; for two readings of it the right one in full."""
        if self._complains("the hour was not taken"):
            return None
        return Utterance(self.tongue.hour(self.want) + self._more())

    def _more(self, *names: str) -> str:
        """What comes along with an answer though nobody asked."""
        wanted = [*names, *(("operator",) if self.want.operator or self.want.gender or self.want.anyone else ())]
        said = [n for n in wanted if n not in self.tongue.told and (n == "operator" or self.dice.random() < 0.3)]
        return "".join(f" {self.tongue.field(n, self.want)}" for n in said)

    def operator(self, reply: Reply) -> Utterance | None:
        """With whom."""
        if self._complains("the operator was not taken"):
            return None
        self.tongue.told.add("operator")
        if self.want.operator is None and self.want.gender is None:
            return Utterance(self.tongue.pick(phrases.ANYONE))
        return Utterance(self.tongue.pick(phrases.OPERATOR_ANSWER, o=self.want.operator or "") if self.want.operator else self.tongue.operator(self.want))

    def which_visit(self, reply: Reply) -> Utterance | None:
        """Which of his appointments."""
        visit = self.task.visit
        if visit is None or self._complains("the appointment was not found"):
            return None
        listed = next((o for o in reply.options if str(o["value"]) in map(str, visit.ids)), None)
        if listed is not None and self.dice.random() < 0.5:
            return Utterance(_ordinal(listed["n"], len(reply.options), self.dice))
        forms = [f for f in telling.days(visit.start.date(), self.goal.now.date()) if not f.startswith("fra")]
        day = self.tongue.pick(forms)
        return Utterance(self.tongue.pick(("quello {d}",), d=f"del {day[3:]}" if day.startswith("il ") else f"di {day}"))

    def offered(self, reply: Reply) -> Utterance | None:
        """Times are offered: one will do, none will, or they were not what was asked for."""
        wish = self.want
        if self.task.offers == "refuse":
            return Utterance(self.tongue.pick(phrases.REFUSE))
        flexible = self.goal.kind in ("taken", "part_of_day")
        if not flexible:
            if self._complains("times were offered though the one wanted is free"):
                return None
            again = " ".join(self._said(wish, "day", "at")) if wish.day is not None else self._request()
            return Utterance(self.tongue.pick(phrases.WRONG, b=again))
        option = self.dice.choice(reply.options)
        slot = option["value"]
        fits = [o for o in reply.options if _fits(wish, o["value"])]
        option = self.dice.choice(fits) if fits else option
        slot = option["value"]
        self.want = replace(wish, day=date.fromisoformat(slot["data"]), at=time.fromisoformat(slot["ora"]), part=None)
        return Utterance(self._choosing(option, reply.options))

    def _choosing(self, option: Any, options: Any) -> str:
        hours = [o["value"]["ora"] for o in options]
        if self.dice.random() < 0.5 or len(set(hours)) < len(hours):
            return _ordinal(option["n"], len(options), self.dice)
        return self.tongue.pick(("{h}", "{h} va bene", "facciamo {h}", "prendo quello delle {o}"), h=self.tongue.hour(self.want), o=str(self.want.at)[:5])

    def waiting(self, reply: Reply) -> Utterance | None:
        """A place on the waiting list."""
        if self.task.offers == "refuse":
            return self._yes()
        if self._complains("the waiting list was offered though there is room"):
            return None
        again = " ".join(self._said(self.want, "day", "at")) if self.want.day is not None else self._request()
        return Utterance(f"no, {again}")

    def person(self, reply: Reply) -> Utterance | None:
        """A person is offered."""
        if self.task.what == "person":
            return self._yes()
        if not self.refused and self._complains("a person was offered"):
            return None
        return Utterance(self.tongue.pick(phrases.NO))

    def confirm(self, reply: Reply) -> Utterance | None:
        """The recap: yes only when everything is as wanted."""
        text = reply.text.lower()
        if "ho capito che" in text:
            return self._agree(text)
        if "che cosa vuol" in text:
            return Utterance(self._tell("at"))
        wrong = self.wrong_part(reply)
        if wrong is not None:
            if self._complains(f"the recap holds another {wrong}"):
                return None
            return Utterance(self.tongue.pick(phrases.WRONG, b=self._tell(wrong)))
        if self.task.first is not None and self.want == self.task.first:
            self.want = self.task.wish
            return Utterance(self.tongue.pick(phrases.CHANGE, b=self.tongue.field(self._changed()[0], self.want)))
        if "give_up" in self.twists:
            self.refused = True
            return Utterance(self.tongue.pick(phrases.GIVE_UP))
        return self._yes()

    def _agree(self, text: str) -> Utterance | None:
        """ "Ho capito che vuole ...?" """
        if re.search(phrases.UNDERSTOOD[self.task.what], text):
            return Utterance(self.tongue.pick(phrases.AGREE_INTENT))
        if self._complains("another request was understood"):
            return None
        return Utterance(f"no, {self._request()}")

    def _tell(self, part: str) -> str:
        if part == "name":
            return self.tongue.pick(phrases.NAME_ANSWER, n=self.goal.guest.full)
        if part == "visit" and self.task.visit is not None:
            return self.tongue.visit(self.task.visit)
        return self.tongue.field(part, self.want)

    def wrong_part(self, reply: Reply) -> str | None:
        """What of the recap is not as wanted."""
        slots, task, want = reply.slots, self.task, self.want
        if task.visit is not None and str(slots.get("appuntamento_id")) not in map(str, task.visit.ids):
            return "visit"
        if task.what == "cancel":
            return None
        if task.what in ("move", "add") and task.visit is not None:
            day = slots.get("nuova_data") or task.visit.start.date().isoformat()
            at = slots.get("nuova_ora") or f"{task.visit.start:%H:%M}"
        else:
            day, at = slots.get("data"), slots.get("ora")
            if not self._right_person(reply):
                return "name"
        if want.day is not None and day != want.day.isoformat():
            return "day"
        if not self._hour_fits(at):
            return "at"
        return self._wrong_what(reply)

    def _right_person(self, reply: Reply) -> bool:
        guest = self.goal.guest if self.goal.other else self.goal.person
        known = reply.slots.get("cliente_id")
        return (guest.id is None or str(known) == str(guest.id)) and guest.full.lower() in reply.text.lower()

    def _hour_fits(self, at: str | None) -> bool:
        if self.want.at is not None:
            return at == self.want.at.strftime("%H:%M")
        return at is not None and (int(at[:2]) < 13) == (self.want.part == "mattina")

    def _wrong_what(self, reply: Reply) -> str | None:
        want, text = self.want, reply.text.lower()
        if self.task.what == "book" and {s["nome"] for s in reply.slots.get("servizi", [])} != set(want.services):
            return "services"
        if self.task.what == "add" and not all(name.lower() in text for name in want.services):
            return "services"
        if want.gender is not None:
            named = [w.genere for w in self.diary.workers.values() if w.nome.lower() in text]
            return None if want.gender in named else "operator"
        wanted = [name for name in (want.operator, want.second) if name]
        return "operator" if wanted and not any(name.lower() in text for name in wanted) else None

    def _yes(self) -> Utterance:
        return Utterance(self.tongue.pick(phrases.YES_STYLE[self.goal.style]), yes=True)


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
    "ascolto": Caller.asked_wish, "altro": Caller.asked_wish, "cliente": Caller.name, "cognome": Caller.surname,
    "disambiguazione": Caller.which_person, "registrazione": Caller.register, "telefono": Caller.phone,
    "telefono_conferma": Caller.read_back, "data_nascita": Caller.birth, "consenso": Caller.consent, "servizi": Caller.service,
    "data": Caller.day, "ora": Caller.hour, "operatore": Caller.operator, "alternative": Caller.offered, "waitlist": Caller.waiting,
    "appuntamento": Caller.which_visit, "conferma": Caller.confirm, "handoff": Caller.person,
}  # fmt: skip
