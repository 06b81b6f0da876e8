"""Answers about the person: which of several people, and the second proof.

Called by `pipeline.stages.answers`, one reader a step. Three tries at an identification, then a person is offered (specification 5).
"""

import re
from dataclasses import replace

from pipeline.flows.handoff import offer_person
from pipeline.flows.memo import note, noted
from pipeline.flows.proof import born_as, kept_birth, proves, tells_code, tells_identity, told_birth
from pipeline.flows.registration import register
from pipeline.flows.replies_aside import proof_refused
from pipeline.flows.replies_choice import nth
from pipeline.flows.requests import asks
from pipeline.flows.who import not_this_one, recognised, which
from pipeline.italian.phonetic import alike
from pipeline.italian.words import fold
from pipeline.model.business import Client
from pipeline.model.parse import Parse
from pipeline.model.session import Option
from pipeline.model.turn import Turn
from pipeline.ports import World
from pipeline.rules.phone import same_phone


def same_name(turn: Turn) -> bool:
    """Whether the name in this utterance, if any, is the one known already."""
    name, slots = turn.parse.name, turn.slots
    if name is None:
        return True
    first = name.nome is None or alike(name.nome, slots.nome or "")
    return first and (name.cognome is None or alike(name.cognome, slots.cognome or ""))


def which_person(turn: Turn, world: World) -> Turn:
    """Which of several people, or the proof that he is the one."""
    if turn.slots.cliente_id is not None:
        return _proof(turn, world)
    listed = tuple(c for c in (world.reads.client(o.id) for o in turn.dialogue.options if o.id is not None) if c is not None)
    if len(turn.dialogue.options) == 1 and not _told_apart(turn, listed):
        return _same_person(turn, listed)
    found = _told_apart(turn, listed)
    if len(found) == 1:
        proof = "second" if proves(turn, found[0]) else "named"
        turn = _half_told(turn, found[0]) if proof == "named" else turn
        return replace(recognised(turn, found[0], proof), understood=True, parse=_without_numbers(turn))
    if "refuse_all" in turn.parse.flags or turn.parse.yes_no is False:
        return _none_of_them(turn, world)
    name = turn.parse.name
    if (name is not None and name.nome and name.cognome and not same_name(turn)) or turn.parse.intent == "info":
        return turn
    if brings_request(turn) and not tells_identity(turn) and turn.parse.birth is None:
        return turn
    turn = kept_birth(replace(turn, parse=replace(turn.parse, name=None)))
    return _again(turn, found or listed)


def _none_of_them(turn: Turn, world: World) -> Turn:
    """ "Nessuno dei due": a new client, or nobody who has an appointment here."""
    turn = replace(note(turn, "nessuno", "si"), understood=True)
    return register(turn, world) if turn.dialogue.flow in ("prenotazione", "waitlist") else offer_person(turn, "identity")


def _half_told(turn: Turn, client: Client) -> Turn:
    """What told the caller apart is half a proof: only the rest will be asked for."""
    parse = turn.parse
    if parse.phone_ending:
        return note(turn, "cifre", "si")
    return kept_birth(turn) if client.data_nascita is not None else turn


def _told_apart(turn: Turn, listed: tuple[Client, ...]) -> tuple[Client, ...]:
    """A birth day and a telephone ending are read before a number in the list (specification 5.2)."""
    parse = turn.parse
    certain = tuple(c for c in listed if proves(turn, c))
    if certain:
        return certain
    if parse.phone_ending:
        return tuple(c for c in listed if c.telefono.endswith(parse.phone_ending))
    if parse.telefono:
        return tuple(c for c in listed if same_phone(parse.telefono or "", c.telefono))
    told = told_birth(turn)
    if parse.birth is not None or told.day is not None:
        return tuple(c for c in listed if born_as(c, told))
    nicknamed = tuple(c for c in listed if c.soprannome and alike(c.soprannome, parse.name.nome if parse.name and parse.name.nome else ""))
    if nicknamed:
        return nicknamed
    shown = re.fullmatch(r"\D{0,20}(\d\d)\D{0,4}", parse.text)
    if shown and parse.ordinal is None:
        return tuple(c for c in listed if c.telefono.endswith(shown[1]))
    option = nth(turn, parse) or _by_age(turn)
    return tuple(c for c in listed if option is not None and c.id == option.id)


def _by_age(turn: Turn) -> Option | None:
    """ "Il più giovane": the list begins with the eldest."""
    listed, said = turn.dialogue.options, fold(turn.parse.text)
    if not listed or not re.search(r"\bpiu (?:giovane|piccol[oa]|vecchi[oa]|anzian[oa]|grande)\b", said):
        return None
    return listed[-1] if re.search(r"giovane|piccol", said) else listed[0]


AGREES = re.compile(r"\W*s[iì]\b", re.IGNORECASE)
"""A yes to "Parlo con Stefano?", whatever is changed behind it ("sì, ma alle 11")."""


def _same_person(turn: Turn, listed: tuple[Client, ...]) -> Turn:
    parse = turn.parse
    agrees = parse.yes_no is True or (parse.yes_no is None and AGREES.match(parse.text) is not None)
    if listed and (agrees or _says_his_name(turn, listed[0])):
        return replace(recognised(turn, listed[0], "named"), understood=True)
    denies = parse.yes_no is False or parse.name is not None or "refuse_all" in parse.flags
    return replace(not_this_one(turn), understood=True) if denies else turn


def _says_his_name(turn: Turn, client: Client) -> bool:
    """ "No, Marini" to "Parlo con Elisa Marini?": whatever the no was for, it is she."""
    name = turn.parse.name
    said = tuple(part for part in (name.nome, name.cognome) if part) if name is not None else ()
    own = {fold(part) for part in (client.nome, client.cognome, f"{client.nome} {client.cognome}")}
    return bool(said) and all(fold(part) in own for part in said)


def _proof(turn: Turn, world: World) -> Turn:
    """The second proof: told, told in part, told wrong, refused, or not told at all. Only what was told can be wrong."""
    client = world.reads.client(turn.slots.cliente_id) if turn.slots.cliente_id is not None else None
    if client is not None and (proves(turn, client) or tells_code(turn, client, world)):
        return replace(turn.with_dialogue(proof="second", tries=0), understood=True, parse=_without_numbers(turn))
    if CODE.search(turn.parse.text):
        return _by_code(turn)
    turn = note(turn, "codice", None)
    parse = turn.parse
    if asks(parse) or parse.intent == "info":
        return turn
    if tells_identity(turn):
        return _mismatch(turn)
    if told_birth(turn) != told_birth(replace(turn, parse=Parse(""))):
        return replace(kept_birth(turn), understood=True, parse=_without_numbers(turn))
    if parse.yes_no is False or "refuse_all" in parse.flags:
        return proof_refused(turn)
    return turn if brings_request(turn) else _not_told(turn)


CODE = re.compile(r"\bcodice\b", re.IGNORECASE)


def _by_code(turn: Turn) -> Turn:
    """ "Posso darle il codice?": that proves as well; one that was told and is none of his does not."""
    if re.search(r"\d", turn.parse.text):
        return _mismatch(turn)
    quiet = replace(turn.parse, intent=None, requests=(), question=False)
    return _tried(replace(note(turn, "codice", "si"), parse=quiet))


def _mismatch(turn: Turn) -> Turn:
    wrong = int(noted(turn, "non_coincide") or "0") + 1
    turn = note(note(turn, "non_coincide", str(wrong)), "nato", None)
    return _tried(replace(turn, parse=_without_numbers(turn), changed=(*turn.changed, "prova")))


def _not_told(turn: Turn) -> Turn:
    """ "Sì", "il primo", "non me la ricordo": asked once more; a third one needs a person as much as a third wrong one."""
    if turn.parse.yes_no is None and turn.parse.ordinal is None and not turn.parse.flags & {"dont_know", "no_matter"}:
        return turn if turn.parse.name is None else _tried(replace(turn, parse=replace(turn.parse, name=None)))
    return _tried(turn)


def _tried(turn: Turn) -> Turn:
    tries = turn.dialogue.tries + 1
    turn = replace(turn.with_dialogue(tries=tries), understood=True)
    return offer_person(turn, "identity") if tries >= 3 else turn


def brings_request(turn: Turn) -> bool:
    """What belongs to the request ("alle 11", "con Marco") is kept for it; the question returns."""
    parse = turn.parse
    when = parse.date or parse.time or parse.date_interval or parse.time_interval or parse.earliest
    return bool(when or parse.operators or parse.any_operator or parse.services or parse.services_ambiguous or parse.notes)


def _again(turn: Turn, listed: tuple[Client, ...]) -> Turn:
    tries = turn.dialogue.tries + 1
    turn = replace(turn.with_dialogue(tries=tries), understood=True)
    return offer_person(turn, "identity") if tries >= 3 else which(turn, listed, again=True)


def _without_numbers(turn: Turn):
    """The utterance without what it told of him; a day and an hour beside it are the visit's."""
    return replace(
        turn.parse,
        telefono=None,
        phone_ending=None,
        data_nascita=None,
        birth=None,
        name=None,
    )
