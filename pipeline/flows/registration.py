"""Registration of a new client (specification 9): telephone read back, optional birth date, consent, then the row.

Called by `pipeline.flows.who` when nobody of that name is found. The row is written at the yes to the consent and before
anything that hangs on it; without consent there is no row and a person can help.
"""

from pipeline.flows.memo import noted
from pipeline.model.meanings import AskBirth, AskConsent, AskPhone, AskRegister, ConfirmPhone
from pipeline.model.meanings.people import BirthPart
from pipeline.model.turn import Turn
from pipeline.model.writes import CreateClient
from pipeline.ports import World
from pipeline.rules.phone import national


def register(turn: Turn, world: World) -> Turn:
    """The next open question of the registration, or a turn whose `newcomer` is to be written."""
    slots = turn.slots
    if noted(turn, "registra") != "si":
        return turn.asking("registrazione", AskRegister(f"{slots.nome} {slots.cognome}", again=_same_name_asked(turn)))
    if not slots.telefono:
        own = national(turn.dialogue.caller_phone or "")
        if own and noted(turn, "telefono") != "no" and not world.reads.clients_by_phone(own):
            return turn.with_slots(telefono=own).asking("telefono_conferma", ConfirmPhone(own, caller_id=True))
        return turn.asking("telefono", AskPhone(turn.parse.phone_problem if turn.dialogue.step == "telefono" else None))
    if noted(turn, "telefono") != "si":
        return turn.asking("telefono_conferma", ConfirmPhone(slots.telefono))
    if slots.data_nascita is None and not slots.nascita_rifiutata:
        missing = _missing(noted(turn, "nascita"))
        again = turn.dialogue.step == "data_nascita" and not turn.said and missing is None
        return turn.asking("data_nascita", AskBirth(again, missing))
    if noted(turn, "consenso") != "si":
        return turn.asking("consenso", AskConsent(turn.settings.consenso_testo, again=turn.dialogue.step == "consenso"))
    return turn


def _missing(said: str | None) -> BirthPart | None:
    """What of the birth date has not been said ("1990--" lacks its day)."""
    if said is None:
        return None
    year, month, day = said.split("-")
    return "all" if not (year or month or day) else "day" if year else "year"


def _same_name_asked(turn: Turn) -> bool:
    """Whether this very name was not found a moment ago: that is not said a second time."""
    before = turn.before.slots
    return turn.before.step == "registrazione" and (before.nome, before.cognome) == (turn.slots.nome, turn.slots.cognome)


def newcomer(turn: Turn) -> CreateClient | None:
    """The client to be created now, or None while something is still open."""
    slots = turn.slots
    complete = slots.cliente_id is None and slots.nome and slots.cognome and slots.telefono
    if not complete or any(noted(turn, key) != "si" for key in ("registra", "telefono", "consenso")):
        return None
    return CreateClient(
        nome=slots.nome or "",
        cognome=slots.cognome or "",
        telefono=slots.telefono or "",
        data_nascita=slots.data_nascita,
        voice_consent=True,
        voice_consent_version=turn.settings.consenso_versione,
        workspace_id=turn.ask.workspace_id,
    )
