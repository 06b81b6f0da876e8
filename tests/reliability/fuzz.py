"""Seeded nonsense: lines that are nearly right, and words that no caller means. Every line is settled, every turn is answered.

Used by the tests in small and by `python -m tests.reliability` in full.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import orjson

from rpc import wire
from tests.reliability.business import CALLS, Caller, lay, whole
from tests.reliability.program import Program

VALID: tuple[dict[str, Any], ...] = (
    {"jsonrpc": "2.0", "id": 1, "method": "ping"},
    {"jsonrpc": "2.0", "id": "due", "method": "servizi.list", "params": {"servizio_id": 4}},
    {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 1}},
    {"jsonrpc": "2.0", "id": 3, "method": "nlu.parse", "params": {"text": "vorrei una piega domani alle 16", "step": None}},
    {"jsonrpc": "2.0", "id": 4, "method": "clienti.search", "params": {"nome": "Anna", "limit": 3}},
    {"jsonrpc": "2.0", "id": 5, "method": "appuntamenti.disponibilita", "params": {"data": "2026-03-12", "servizi": [4], "ora": "16:00"}},
    {"jsonrpc": "2.0", "id": 6, "method": "voice.process", "params": {"text": "buongiorno", "session_id": "fuzz", "tts": False}},
    {"jsonrpc": "2.0", "id": 7, "method": "waitlist.list", "params": {"data": "2026-03-12"}},
    {"jsonrpc": "2.0", "id": 8, "method": "audit.list", "params": {"limit": 2, "offset": 0}},
    {"jsonrpc": "2.0", "id": 9, "method": "health.check", "params": {}},
)
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**63 - 1, 2**64, 1e308, "", " ", "\0", "à" * 3000, [], {}, [[]], {"a": {}}, "2026-13-45", "25:61", [4, 4], "\u2028",
)  # fmt: skip
ENDS_SERVER = ("exit", "shutdown", "$/now")


@dataclass(slots=True)
class Fuzzed:
    """What became of it."""

    sent: int = 0
    answered: int = 0
    codes: Counter[int] = field(default_factory=Counter[int])
    faults: list[str] = field(default_factory=list[str])


def a_line(pick: random.Random) -> bytes:
    """A request with a few things wrong."""
    message = dict(pick.choice(VALID))
    params = dict(message.get("params", {}))
    for _ in range(pick.randrange(3)):
        match pick.randrange(4):
            case 0 if params:
                params[pick.choice(sorted(params))] = pick.choice(VALUES)
            case 1:
                params[pick.choice(("id", "text", "data", "x", "progress_token"))] = pick.choice(VALUES)
            case 2:
                message[pick.choice(("id", "jsonrpc", "params"))] = pick.choice(VALUES[:-1])
            case _:
                message.pop(pick.choice(sorted(message)), None)
    if "params" not in message or pick.random() < 0.8:
        message["params"] = params
    try:
        line = bytearray(orjson.dumps(message if pick.random() < 0.9 else [message, pick.choice(VALID)]))
    except TypeError:
        line = bytearray(b'{"jsonrpc": "2.0", "id": 1e999, "method": "ping"}')
    for _ in range(pick.choice((0, 0, 0, 1, 3))):
        spot = pick.randrange(len(line))
        line[spot : spot + pick.randrange(2)] = bytes(pick.choices(b'\x00\xff{}[]",:\\0u\xc3\xa8 ', k=pick.randrange(3)))
    return bytes(line).replace(b"\n", b" ")


def expected(line: bytes) -> int:
    """How many answers the line is to get: lines are promised one unless they hold notifications alone."""
    match wire.decode(line):
        case None:
            return 0
        case wire.Batch(members):
            return int(any(isinstance(member, wire.Bad) or member.answered for member in members))
        case wire.Bad():
            return 1
        case request:
            return int(request.answered)


def lines(folder: Path, count: int, seed: int) -> Fuzzed:
    """So many lines to a whole program; each is answered as often as it is to be, and none is an internal error."""
    pick, found = random.Random(seed), Fuzzed()
    program = Program(folder)
    wanted = 0
    for _ in range(count):
        line = a_line(pick)
        if any(word.encode() in line for word in ENDS_SERVER):
            continue
        found.sent += 1
        owed = expected(line)
        wanted += owed
        program.send_lines(line + b"\n")
        for _ in range(owed):
            _count(program.answer(), found)
    if program.call("ping").get("result") != {}:
        found.faults.append("no pong at the end")
    if program.end() != 0:
        found.faults.append("the server did not end in order")
    if found.answered != wanted:
        found.faults.append(f"{wanted} answers were due, {found.answered} came")
    if not whole(program.path):
        found.faults.append("the file is damaged")
    return found


def _count(answer: Any, found: Fuzzed) -> None:
    found.answered += 1
    members = cast("list[Any]", answer) if isinstance(answer, list) else [answer]
    for each in members:
        code = each["error"]["code"] if "error" in each else 0
        found.codes[code] += 1
        if code == -32603:
            found.faults.append(f"an internal error: {each}")


PIECES: tuple[str, ...] = (
    "vorrei", "una piega", "con Sara", "domani", "alle", "16", "le 25", "sì", "no", "anzi", "venerdì", "il 31 febbraio",
    "fra -3 giorni", "Anna", "De Luca", "disdire", "spostare", "quanto costa", "ripeti", "annulla", "indietro", "aiuto",
    "operatore", "333", "tre tre tre", "l'", "''", "\\", "%", "{}", "[X]", "\u202e", "\u200b", "🙏", "à" * 50, "0" * 300, "\t",
    "ciao", "ok", "il primo", "l'ultimo", "lista d'attesa", "chiunque", "mezzanotte", "29 febbraio 2027", "il 5 11 92",
    "nato nel 1899", "+39 02", "@", "www", "<b>", "SELECT", "NULL", "nan", "-1", "1e9", "٣", "①",
)  # fmt: skip
SPEECH = re.compile(r"[^\W\d_]|[ '.,;:?!\-]")


def words(folder: Path, count: int, seed: int) -> Fuzzed:
    """So many turns of nonsense, between and inside real calls; each is answered with words that can be spoken."""
    pick, found = random.Random(seed), Fuzzed()
    lay(folder)
    caller = Caller(folder)
    real: list[str] = []
    for turn in range(count):
        if not turn % 12:
            caller.session, real = f"fuzz {turn}", list(pick.choice(CALLS).words)
        text = real.pop(0) if real and pick.random() < 0.4 else " ".join(pick.choices(PIECES, k=pick.randrange(0, 9)))[:2000]
        reply = caller.say(text, fails=True)
        found.sent += 1
        found.answered += bool(reply.text and reply.speech)
        unspeakable = SPEECH.sub("", reply.speech)
        if caller.errors or unspeakable or not reply.text:
            found.faults.append(f"{text!r} -> {reply.text!r} {caller.errors} {unspeakable!r}")
            caller.errors.clear()
    caller.store.close()
    return found
