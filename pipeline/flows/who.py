"""Who is calling: identification by caller id and name, homonyms, and the second proof.

Called by the flows as questions (`(turn, world) -> turn`, settled when something must be asked) and by the stage that reads
answers. A caller id proposes a client and proves a call from his own telephone; a name proves nothing (specification 5,
contract section 3, Turn). What is shown of a homonym is his year of birth and the last two digits of his number, no more.
"""

from dataclasses import replace
from datetime import date

from pipeline.flows.memo import note, noted
from pipeline.flows.proof import born_as, proves
from pipeline.flows.registration import register
from pipeline.italian.phonetic import alike
from pipeline.model.business import Client
from pipeline.model.meanings import AskName, AskProof, AskSamePerson, AskSurname, AskWhichClient, ClientHint, ClientNotFound, OfferHandoff
from pipeline.model.meanings.people import Wanted
from pipeline.model.session import Option, Proof
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.phone import same_phone


def identify(turn: Turn, world: World) -> Turn:
    """The running request has its client, or the next question about him is asked."""
    slots = turn.slots
    if slots.cliente_id is not None:
        return turn
    caller = _by_telephone(turn, world)
    if slots.nome is None and slots.cognome is None:
        ask = AskName(whose=noted(turn, "altrui") is not None)
        return recognised(turn, caller[0], "caller_id") if len(caller) == 1 else turn.asking("cliente", ask)
    own = tuple(client for client in caller if _fits(client, slots.nome, slots.cognome))
    if len(own) == 1:
        return recognised(turn, own[0], "caller_id")
    told = _by_number_told(turn, world) if slots.nome is None or slots.cognome is None else ()
    if len(told) == 1:
        return recognised(turn, told[0], "second")
    if slots.cognome is None:
        return turn.asking("cognome", AskSurname(slots.nome or ""))
    if slots.nome is None:
        return turn.asking("cliente", AskName(first_only=True))
    return _by_name(turn, world)


def _by_telephone(turn: Turn, world: World) -> tuple[Client, ...]:
    """Whom the caller id proposes: nobody where the caller has said that he is not the one, or that it is somebody else's."""
    telefono = turn.dialogue.caller_phone
    if not telefono or (noted(turn, "altrui") is not None and turn.slots.nome is None and turn.slots.cognome is None):
        return ()
    return tuple(client for client in world.reads.clients_by_phone(telefono) if str(client.id) != noted(turn, "non_lui"))


def _by_number_told(turn: Turn, world: World) -> tuple[Client, ...]:
    """ "3281239876, Marina": a number that was told and half a name that fits it are one person, and no question more."""
    telefono = turn.slots.telefono
    if not telefono or noted(turn, "nessuno") is not None:
        return ()
    people = world.reads.clients_by_phone(telefono)
    return tuple(c for c in people if _fits(c, turn.slots.nome, turn.slots.cognome) and str(c.id) != noted(turn, "non_lui"))


def _by_name(turn: Turn, world: World) -> Turn:
    slots = turn.slots
    people = world.reads.clients_by_name(slots.nome, slots.cognome)
    sounding = tuple(c for c in people.close if _fits(c, slots.nome, slots.cognome))
    found = () if noted(turn, "nessuno") else _with_what_was_said(turn, people.exact or sounding)
    if len(found) == 1:
        return recognised(turn, found[0], _proof_of(turn, found[0]))
    if found:
        return which(turn, found)
    near = next((c for c in people.close if str(c.id) != noted(turn, "non_lui")), None)
    if near is not None and not people.exact and not sounding and noted(turn, "registra") is None:
        option = Option(1, "cliente", f"{near.nome} {near.cognome}", id=near.id)
        return turn.asking("disambiguazione", AskSamePerson(f"{near.nome} {near.cognome}"), (option,))
    return _stranger(turn) if turn.dialogue.flow in ("cancella", "modifica", "info") else register(turn, world)


def _stranger(turn: Turn) -> Turn:
    """Nobody of that name: there is nothing to cancel or read out, so the name is asked once more, then a person is offered."""
    name = f"{turn.slots.nome} {turn.slots.cognome}"
    tries = turn.dialogue.tries + 1
    turn = turn.with_slots(nome=None, cognome=None).with_dialogue(tries=tries)
    if tries > 2:
        return turn.asking("handoff", OfferHandoff("identity"))
    return turn.asking("cliente", ClientNotFound(name))


def recognised(turn: Turn, client: Client, proof: Proof) -> Turn:
    """The turn with this client identified; a stronger proof is never replaced by a weaker one."""
    strongest = max(proof, turn.dialogue.proof, key=PROOFS.index) if turn.session.cliente_id == client.id else proof
    turn = turn.with_slots(cliente_id=client.id, nome=client.nome, cognome=client.cognome)
    turn = turn.with_dialogue(proof=strongest, tries=0, options=())
    return replace(turn, session=replace(turn.session, cliente_id=client.id))


PROOFS: tuple[Proof, ...] = ("none", "named", "caller_id", "second")


def which(turn: Turn, found: tuple[Client, ...], again: bool = False) -> Turn:
    """Several people of that name: their own birth date or telephone tells them apart, or the number in the list."""
    # The same list in every file, whatever its ids: the eldest first.
    shown = tuple(sorted(found, key=lambda client: (client.data_nascita is None, client.data_nascita or date.max)))[:3]
    hints = tuple(
        ClientHint(
            n,
            f"{client.nome} {client.cognome}",
            client.data_nascita.year if client.data_nascita else None,
            client.telefono[-2:] if client.telefono else None,
        )
        for n, client in enumerate(shown, 1)
    )
    options = tuple(Option(n, "cliente", hint.nome, id=client.id) for n, (client, hint) in enumerate(zip(shown, hints, strict=True), 1))
    return turn.asking("disambiguazione", AskWhichClient(hints, again, turn.dialogue.tries), options)


def proved(turn: Turn) -> bool:
    """Whether the caller is who he says, not only by his name."""
    return turn.dialogue.proof in ("caller_id", "second")


def prove(turn: Turn, world: World) -> Turn:
    """The caller has proved who he is, or is asked to: his own telephone, birth day or number (never an ordinal)."""
    if proved(turn):
        return turn
    client = world.reads.client(turn.slots.cliente_id) if turn.slots.cliente_id is not None else None
    if client is not None and _proof_of(turn, client) == "second":
        return turn.with_dialogue(proof="second", tries=0)
    if client is None or (client.data_nascita is None and not client.telefono) or turn.dialogue.handoff_reason == "identity":
        return turn.asking("handoff", OfferHandoff("identity"))
    wrong = int(noted(turn, "non_coincide") or "0")
    again = "prova" in turn.changed
    plain = not again and turn.before.step == "disambiguazione" and turn.before.slots.cliente_id is not None
    ask = AskProof(
        again, wrong if again else turn.dialogue.tries, _wanted(turn, client), plain, client.nome if noted(turn, "altrui") else None
    )
    return turn.asking("disambiguazione", ask)


def _wanted(turn: Turn, client: Client) -> Wanted:
    """What is asked for: nothing that his card does not hold, and of a half that was told only the rest."""
    if noted(turn, "codice"):
        return "code"
    if client.data_nascita is None:
        return "digits" if noted(turn, "cifre") else "phone"
    if noted(turn, "nato"):
        return "day"
    if client.telefono:
        return "digits" if noted(turn, "cifre") else "both"
    return "birth"


def _proof_of(turn: Turn, client: Client) -> Proof:
    slots = turn.slots
    told = (slots.telefono and same_phone(slots.telefono, client.telefono)) or (
        slots.data_nascita is not None and slots.data_nascita == client.data_nascita
    )
    return "second" if told or proves(turn, client) else "named"


def _with_what_was_said(turn: Turn, found: tuple[Client, ...]) -> tuple[Client, ...]:
    """Homonyms narrowed by a telephone or birth date said beside the name; another number means another person."""
    slots = turn.slots
    if slots.telefono:
        found = tuple(c for c in found if same_phone(slots.telefono or "", c.telefono))
    if slots.data_nascita is not None:
        found = tuple(c for c in found if c.data_nascita in (None, slots.data_nascita))
    if len(found) > 1 and turn.parse.birth is not None:
        # "Marco Rossi, quello del 78"
        found = tuple(c for c in found if born_as(c, turn.parse.birth)) or found
    return tuple(c for c in found if str(c.id) != noted(turn, "non_lui"))


def _fits(client: Client, nome: str | None, cognome: str | None) -> bool:
    first = nome is None or alike(nome, client.nome) or bool(client.soprannome and alike(nome, client.soprannome))
    return first and (cognome is None or alike(cognome, client.cognome))


def not_this_one(turn: Turn) -> Turn:
    """The caller is not the client who was proposed: he is not proposed again."""
    option = turn.dialogue.options[0] if turn.dialogue.options else None
    return note(turn, "non_lui", str(option.id)) if option is not None else turn
