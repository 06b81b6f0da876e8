"""Answers of a new client: whether to register, the telephone, the birth date, the consent.

Called by `pipeline.stages.answers`, one reader a step. Half a number and half a date are kept until the other half comes; what was
said beside them (another hour, the surname put right) goes to its own slot and takes nothing back.
"""

from dataclasses import replace
from datetime import date

from pipeline.flows.handoff import offer_person
from pipeline.flows.memo import note, noted
from pipeline.flows.registration import register
from pipeline.flows.replies_aside import unwilling
from pipeline.flows.replies_who import brings_request, same_name
from pipeline.flows.requests import asks
from pipeline.flows.who import recognised
from pipeline.italian.changes import part_named
from pipeline.italian.phonetic import alike
from pipeline.model.meanings import AskName, AskPhone, ConsentRefused
from pipeline.model.session import Slots
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.phone import national, same_phone


def registration(turn: Turn, world: World) -> Turn:
    """ "Vuole che la registri?" """
    parse = turn.parse
    half = parse.name is not None and (parse.name.nome is None or parse.name.cognome is None)
    if parse.name is not None and not same_name(turn) and not (half and parse.yes_no is True):
        return turn
    if parse.yes_no is True:
        # Beside a yes, half a name is a word of courtesy that was taken for one ("sì, volentieri").
        return replace(note(turn, "registra", "si"), understood=True, parse=replace(parse, name=None))
    if parse.yes_no is False and not asks(parse):
        return replace(offer_person(turn, "registration"), understood=True)
    return turn


def phone(turn: Turn, world: World) -> Turn:
    """A telephone number; the one of a known client means that client, or is refused when the name is another's."""
    parse = turn.parse
    if parse.telefono is None:
        return _part_of_one(turn, world) if parse.phone_problem is not None else _no_number(turn)
    return _number(turn, world, parse.telefono)


def _no_number(turn: Turn) -> Turn:
    """ "Sì" says that it will come, "non lo so a memoria" that it will not: a reason first, then a person."""
    parse = turn.parse
    if asks(parse) or parse.intent == "info" or brings_request(turn) or parse.name is not None:
        return turn
    if parse.yes_no is True:
        return replace(turn, understood=True)
    return unwilling(turn) if parse.yes_no is False or "dont_know" in parse.flags else turn


def _number(turn: Turn, world: World, telefono: str) -> Turn:
    turn = replace(turn, understood=True)
    known = world.reads.clients_by_phone(telefono)
    mine = tuple(c for c in known if alike(c.nome, turn.slots.nome or "") and alike(c.cognome, turn.slots.cognome or ""))
    if len(mine) == 1:
        return recognised(turn, mine[0], "second")
    turn = note(turn, "cifre_dette", None)
    if known:
        turn = replace(turn, parse=replace(turn.parse, telefono=None))
        return turn.with_slots(telefono=None).asking("telefono", AskPhone("taken"))
    return note(turn.with_slots(telefono=telefono), "telefono", None)


def _part_of_one(turn: Turn, world: World) -> Turn:
    """Digits that are no number yet: put behind those said a moment ago, or asked for whole."""
    said, digits = noted(turn, "cifre_dette") or "", turn.parse.phone_digits or ""
    whole = national(said + digits) if said and digits else None
    if whole is not None:
        return _number(turn, world, whole)
    tries = turn.dialogue.tries + 1
    turn = note(turn.with_dialogue(tries=tries), "cifre_dette", digits or None)
    turn = replace(turn, understood=True)
    return offer_person(turn, "telephone") if tries >= 3 else turn.asking("telefono", AskPhone(turn.parse.phone_problem))


def phone_read_back(turn: Turn, world: World) -> Turn:
    """The number read back: right, wrong, or said again in whole or in part."""
    parse, known = turn.parse, turn.slots.telefono or ""
    if parse.telefono is not None and not same_phone(parse.telefono, known):
        return _number(turn, world, parse.telefono)
    mended = _mended(known, parse.phone_beginning, parse.phone_ending) if parse.yes_no is not True else known
    if mended != known:
        return _number(turn, world, mended)
    if parse.yes_no is True or parse.telefono is not None:
        return replace(note(turn, "telefono", "si").with_dialogue(tries=0), understood=True)
    if parse.name is not None or brings_request(turn):
        return turn  # "no, il cognome è Bianchi": the number stands
    if parse.yes_no is False and part_named(parse.text) == "nome":
        return replace(turn.with_slots(nome=None, cognome=None), understood=True).asking("cliente", AskName())
    if parse.yes_no is False:
        turn = note(turn.with_slots(telefono=None), "telefono", "no")
        return replace(register(turn, world), understood=True)
    return turn


def _mended(number: str, beginning: str | None, ending: str | None) -> str:
    if beginning:
        number = beginning + number[len(beginning) :]
    return number[: -len(ending)] + ending if ending else number


def birth(turn: Turn, world: World) -> Turn:
    """A birth date, in one piece or two, or the wish not to say it: it is optional."""
    parse = turn.parse
    born = parse.data_nascita or _completed(turn)
    if born is not None:
        return replace(turn.with_slots(data_nascita=born), understood=True)
    if parse.yes_no is False or parse.flags & {"dont_know", "no_matter", "refuse_all"} or parse.intent == "nega":
        return replace(turn.with_slots(nascita_rifiutata=True), understood=True)
    if asks(parse) or parse.intent == "info" or brings_request(turn):
        return turn
    if noted(turn, "nascita") is None and (parse.birth is not None or parse.yes_no is True):
        return replace(note(turn, "nascita", _half(turn)), understood=True)
    if noted(turn, "nascita") not in (None, WILLING) or noted(turn, "non_capita") is not None:
        return replace(turn.with_slots(nascita_rifiutata=True), understood=True)
    if parse.birth is not None:
        return replace(note(turn, "nascita", _half(turn)), understood=True)
    return note(turn, "non_capita", "si")


WILLING = "--"
"""The birth date will be told, nothing of it is known yet."""


def _half(turn: Turn) -> str:
    """What was said of the birth date, year, month and day with hyphens between."""
    said = turn.parse.birth
    return f"{said.year or ''}-{said.month or ''}-{said.day or ''}" if said is not None else WILLING


def _completed(turn: Turn) -> date | None:
    """The birth date of what was said before and now; None while a part is missing, or there is no such day."""
    before = (noted(turn, "nascita") or WILLING).split("-")
    parts = [now or then for now, then in zip(_half(turn).split("-"), before, strict=True)]
    if not all(parts):
        return None
    try:
        born = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
    return born if born < turn.now.date() else None


def consent(turn: Turn, world: World) -> Turn:
    """The consent to the treatment of data: without it there is no client row, and a person can help."""
    if turn.parse.yes_no is True:
        return replace(note(turn, "consenso", "si"), understood=True)
    if turn.parse.yes_no is False or turn.parse.intent == "nega":
        turn = turn.saying(ConsentRefused(turn.settings.telefono)).with_dialogue(flow=None, slots=Slots(), memo=(), queue=())
        return replace(offer_person(turn, "consent"), understood=True)
    return turn
