"""What of a recap is not as the caller wants it. Called by `answering`; reads the reply as somebody who listens would."""

from pipeline.model.turn import Reply
from tests.simulator.caller import Caller


def wrong_part(caller: Caller, reply: Reply) -> str | None:
    """What of the recap is not as wanted."""
    slots, task, want = reply.slots, caller.task, caller.want
    if task.visit is not None and str(slots.get("appuntamento_id")) not in map(str, task.visit.ids):
        return "visit"
    if task.what == "cancel":
        return None
    if task.what in ("move", "add") and task.visit is not None:
        day = slots.get("nuova_data") or task.visit.start.date().isoformat()
        at = slots.get("nuova_ora") or f"{task.visit.start:%H:%M}"
    else:
        day, at = slots.get("data"), slots.get("ora")
        if not _right_person(caller, reply):
            return "name"
    if want.day is not None and day != want.day.isoformat():
        return "day"
    if not _hour_fits(caller, at):
        return "at"
    return _wrong_what(caller, reply)


def _right_person(caller: Caller, reply: Reply) -> bool:
    guest = caller.goal.guest if caller.goal.other else caller.goal.person
    known = reply.slots.get("cliente_id")
    named = guest.full.lower() in reply.text.lower() or "lista d'attesa" in reply.text.lower()
    return named and (guest.id is None or str(known) == str(guest.id))


def _hour_fits(caller: Caller, at: str | None) -> bool:
    if caller.want.at is not None:
        return at == caller.want.at.strftime("%H:%M")
    return at is not None and (int(at[:2]) < 13) == (caller.want.part == "mattina")


def _wrong_what(caller: Caller, reply: Reply) -> str | None:
    want, text = caller.want, reply.text.lower()
    if "lista d'attesa" in text:
        return None
    if caller.task.what == "book" and {s["nome"] for s in reply.slots.get("servizi", [])} != set(want.services):
        return "services"
    if caller.task.what == "add" and not all(name.lower() in text for name in want.services):
        return "services"
    if want.gender is not None:
        named = [w.genere for w in caller.diary.workers.values() if w.nome.lower() in text]
        return None if want.gender in named else "operator"
    wanted = [name for name in (want.operator, want.second) if name]
    return "operator" if wanted and not any(name.lower() in text for name in wanted) else None
