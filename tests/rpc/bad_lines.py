"""Kinds of bad line with what docs/contract, section 2, says of each: (name, line, [(id, code), ...])."""

from typing import Any

import orjson

Case = tuple[str, bytes, list[tuple[Any, int]]]

PARSE, INVALID, UNKNOWN, PARAMS = -32700, -32600, -32601, -32602
PING = b'{"jsonrpc":"2.0","id":1,"method":"ping"}'


def _deep(opening: bytes, closing: bytes, levels: int) -> bytes:
    return b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + opening * levels + closing * levels + b"}"


BROKEN: list[bytes] = [
    b"{", b"}", b"[", b"]", b"{]", b"[}", b'{"', b'{"a', b'{"a"', b'{"a":', b'{"a":1', b'{"a":1,', b'{"a":1,}', b"[1", b"[1,",
    b"[1,]", b"[,1]", b"[1 2]", b"[1;2]", b"{1:2}", b"{a:1}", b"{'a':1}", b"'a'", b'"', b'"a', b'"a\\', b'"\\x"', b'"\\u12"',
    b'"\\u12g4"', b'"\\ud800"', b'"\\udc00"', b'"\\ud800\\u0041"', b'"a\tb"', b'"\x01"', b'"\x1f"', b"01", b"-", b"-a", b"+1",
    b".5", b"1.", b"1.e3", b"1e", b"1e+", b"0x10", b"1_000", b"1e999", b"-1e999", b"tru", b"True", b"TRUE", b"nul", b"None",
    b"undefined", b"NaN", b"-NaN", b"nan", b"Infinity", b"-Infinity", b"inf", b"1 2", b"{} {}", b"[] []", b"{}x", b"null null",
    b"//", b"// comment", b"/* x */ {}", b"{} // x", b"#", b"ping", b"GET / HTTP/1.1", b"Content-Length: 42", b"<xml/>", b"---",
    b"jsonrpc=2.0", b"\\n", b"{}{}", b'{"a":1 "b":2}', b'{"a"::1}', b'{:1}', b"[[]", b"((1))", b"$", b"@", b"\x7f",
    PING[:-1], PING + b"}", PING + PING, PING + b",", b"," + PING, b'{"jsonrpc":"2.0","id":NaN,"method":"ping"}',
    b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":NaN}}', b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":Infinity}}',
]  # fmt: skip
BYTES: list[bytes] = [
    b"\x00", PING + b"\x00", b"\x00" + PING, PING.replace(b"ping", b"pi\x00ng"), b"\xff", b"\xfe\xff", b"\xff\xfe", b'"\xff"',
    b'"\xc0\x80"', b'"\xc1\xbf"', b'"\xe0\x80\x80"', b'"\xed\xa0\x80"', b'"\xed\xb0\x80"', b'"\xf4\x90\x80\x80"', b'"\xf5\x80\x80\x80"',
    b'"\xe2\x82"', b'"\x80"', b'"\xbf"', PING.replace(b"ping", b"pi\xe9ng"), PING.decode().encode("utf-16-le"),
    PING.decode().encode("utf-16"), PING.decode().encode("utf-32"), b"\x1b[A", b"\x0b" + PING, b"\x0c" + PING, PING + b"\x1a",
    b"\xc2\xa0" + PING, b"\xe2\x80\x8b" + PING, b"\xef\xbb" + PING, b"\xef\xbb\xbf\xef\xbb\xbf" + PING, bytes(range(128, 256)),
]  # fmt: skip
LARGE: list[tuple[str, bytes]] = [
    ("one byte over four megabytes", b'"' + b"a" * (4 * 1024 * 1024 - 1) + b'"'),
    ("five megabytes of a request", PING[:-1] + b',"x":"' + b"a" * 5_000_000 + b'"}'),
    ("five megabytes of blanks", b" " * 5_000_000),
    ("nine megabytes of zeros", b"\x00" * 9_000_000),
    ("arrays 65 deep", b"[" * 65 + b"]" * 65),
    ("arrays in params beyond 64", _deep(b"[", b"]", 64)),
    ("objects in params beyond 64", b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + b'{"a":' * 64 + b"1" + b"}" * 65),
    ("a thousand levels", b"[" * 1000 + b"]" * 1000),
    ("a hundred thousand levels", b"[" * 100_000 + b"]" * 100_000),
    ("a hundred thousand openings", b"[" * 100_000),
    ("objects 3000 deep", b'{"a":' * 3000 + b"1" + b"}" * 3000),
]
SCALARS = [b"1", b"0", b"-1", b"1.5", b"true", b"false", b"null", b'"ping"', b'""', b"1e5", b"{}", b" {} "]
ENVELOPES: list[tuple[bytes, Any]] = [
    (b'{"id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":"1.0","id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":2.0,"id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":"2","id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":null,"id":1,"method":"ping"}', 1),
    (b'{"JSONRPC":"2.0","id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":["2.0"],"id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":"2.0","id":1}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":null}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":1}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":["ping"]}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":{}}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":true}', 1),
    (b'{"jsonrpc":"2.0","id":"a","Method":"ping"}', "a"),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":1}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":"x"}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":true}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":false}', 1),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":0}', 1),
    (b'{"jsonrpc":"2.0","id":"x","method":"ping","params":""}', "x"),
    (b'{"jsonrpc":"2.0","id":1,"result":{}}', 1),
    (b'{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}', 1),
    (b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":1.0,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":1e3,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":true,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":false,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":[],"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":[1],"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":{},"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":18446744073709551616,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":-9223372036854775809,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":123456789012345678901234567890,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":1,"id":1.5,"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","id":1,"method":"ping","method":1}', 1),
    (b'{"jsonrpc":"2.0","jsonrpc":"1.0","id":1,"method":"ping"}', 1),
    (b'{"jsonrpc":"2.0","id":2,"method":"ping","params":{},"params":1}', 2),
    (b'{"jsonrpc":"2.0","method":1}', None),
    (b'{"jsonrpc":"2.0","params":{}}', None),
    (b'{"method":"ping"}', None),
    (b'{"jsonrpc":"2.0","method":"ping","params":"x"}', None),
    (b'{"foo":"boo"}', None),
]
METHODS: list[tuple[Any, str]] = [
    (1, "pong"),
    ("a", ""),
    (2, "Ping"),
    (3, "ping "),
    (4, " ping"),
    (5, "rpc.unknown"),
    (6, "rpc."),
    (7, "voice.procéss"),
    (8, "__init__"),
    (9, "voice"),
    (10, "voice."),
    (11, "$/unknown"),
    (12, "x" * 100_000),
    (-1, "clienti/search"),
    (None, "nothing"),
]
BAD_PARAMS: list[tuple[str, Any]] = [
    ("ping", {"x": 1}),
    ("ping", [1]),
    ("shutdown", {"now": True}),
    ("initialize", [1]),
    ("voice.process", {}),
    ("voice.process", []),
    ("voice.process", ["ciao"]),
    ("voice.process", {"text": None}),
    ("voice.process", {"text": 5}),
    ("voice.process", {"text": ["a"]}),
    ("voice.process", {"text": "a" * 2001}),
    ("voice.process", {"text": "a", "unknown": 1}),
    ("voice.process", {"text": "a", "tts": "yes"}),
    ("voice.process", {"text": "a", "tts": 1}),
    ("voice.process", {"text": "a", "session_id": 5}),
    ("voice.process", {"text": "a", "session_id": ""}),
    ("voice.process", {"text": "a", "explain": "x"}),
    ("voice.reset", {}),
    ("voice.process", {"text": "a", "progress_token": []}),
    ("voice.process", {"text": "a", "request_id": 7}),
    ("voice.synthesize", {"text": "  "}),
    ("voice.transcribe", {}),
    ("voice.transcribe", {"audio_path": "a", "audio_base64": "b"}),
    ("handoff.update", {"session_id": "s", "status": "maybe"}),
    ("nlu.parse", {"text": "a", "step": "nowhere"}),
    ("health.check", {"probe": "yes"}),
    ("session.get", {"session_id": 1}),
    ("clienti.search", {"limit": 0}),
    ("clienti.search", {"limit": "10"}),
    ("clienti.search", {"limit": 1.5}),
    ("clienti.create", {"nome": "A", "cognome": "Prova", "telefono": "333"}),
    ("clienti.create", {"nome": "Ada"}),
    ("clienti.create", {"nome": "Ada", "cognome": "Prova", "telefono": "333", "data_nascita": "12/03/1980"}),
    ("clienti.create", {"nome": "Ada", "cognome": "Prova", "telefono": "333", "note": "n" * 501}),
    ("clienti.provide_index", {"clienti": {}}),
    ("clienti.provide_index", {"clienti": [{"id": 1}]}),
    ("appuntamenti.disponibilita", {"data": "2026-03-12"}),
    ("appuntamenti.disponibilita", {"data": "2026-02-30", "servizi": [1]}),
    ("appuntamenti.disponibilita", {"data": "12 marzo", "servizi": [1]}),
    ("appuntamenti.disponibilita", {"data": "2026-03-12", "servizi": []}),
    ("appuntamenti.disponibilita", {"data": "2026-03-12", "servizi": [1], "ora": "25:00"}),
    ("appuntamenti.disponibilita", {"data": "2026-03-12", "servizi": [1], "durata_minuti": 30}),
    ("appuntamenti.disponibilita", {"data": "2026-03-12", "durata_minuti": 0}),
    ("appuntamenti.disponibilita", {"data": 20260312, "servizi": [1]}),
    ("appuntamenti.create", {"cliente_id": 1.5, "servizi": [1], "data": "2026-03-12", "ora": "10:00"}),
    ("appuntamenti.create", {"cliente_id": True, "servizi": [1], "data": "2026-03-12", "ora": "10:00"}),
    ("appuntamenti.create", {"cliente_id": 1, "servizi": 1, "data": "2026-03-12", "ora": "10:00"}),
    ("appuntamenti.create", {"cliente_id": 1, "servizi": [None], "data": "2026-03-12", "ora": "10:00"}),
    ("appuntamenti.create", {"cliente_id": 1, "servizi": [1], "data": "2026-03-12", "ora": "9:00"}),
    ("appuntamenti.create", {"cliente_id": 2**63, "servizi": [1], "data": "2026-03-12", "ora": "10:00"}),
    ("appuntamenti.update", {"data": "2026-03-12"}),
    ("appuntamenti.delete", {}),
    ("appuntamenti.list", {"from": "ieri"}),
    ("appuntamenti.list", {"first": "2026-03-12"}),
    ("appuntamenti.list", {"offset": -1}),
    ("servizi.list", {"attivo": True}),
    ("waitlist.add", {"cliente_id": 1, "servizio_id": 1, "data_preferita": "2026-03-12", "priorita": "TOP"}),
    ("waitlist.notify", {}),
    ("settings.nome_attivita", {"x": None}),
    ("settings.giorni_festivi", {"year": "2026"}),
    ("settings.giorni_festivi", {"year": 0}),
    ("whatsapp.send_template", {"to": "333", "template": "spam", "params": {}}),
    ("whatsapp.send_template", {"to": "333", "template": "waitlist_offer", "params": {"nome": 1}}),
    ("whatsapp.ack", {"message_id": "m", "status": "read"}),
    ("faq.search", {"query": "a", "top_k": 0}),
    ("faq.answer", {}),
    ("formatter.format", {"response": "x", "language": "it", "customer_id": 1, "workspace_id": "default"}),
    ("links.resolve", {"token": "t", "kind": "elsewhere"}),
    ("gdpr.anonymize", {"days": -1}),
    ("gdpr.export", {"cliente_id": ""}),
    ("gdpr.erase", {"cliente_id": None}),
    ("audit.list", {"limit": 100_000}),
    ("stats.get", {"to": "2026-13-01"}),
]


def cases() -> list[Case]:
    """All of them; each is followed by a good line in the test."""
    found: list[Case] = []
    found += [(f"broken {line[:40]!r}", line, [(None, PARSE)]) for line in BROKEN]
    found += [(f"bytes {line[:24]!r}", line, [(None, PARSE)]) for line in BYTES]
    found += [(name, line, [(None, PARSE)]) for name, line in LARGE]
    found += [(f"no request {line!r}", line, [(None, INVALID)]) for line in SCALARS]
    found += [(f"envelope {line[:60]!r}", line, [(identifier, INVALID)]) for line, identifier in ENVELOPES]
    found += [(f"method {name[:20]!r}", orjson.dumps({"jsonrpc": "2.0", "id": i, "method": name}), [(i, UNKNOWN)]) for i, name in METHODS]
    found += [
        (f"params {name} {params!r}"[:90], orjson.dumps({"jsonrpc": "2.0", "id": 7, "method": name, "params": params}), [(7, PARAMS)])
        for name, params in BAD_PARAMS
    ]
    found += [
        ("an empty batch", b"[]", [(None, INVALID)]),
        ("an empty batch with blanks", b" [ ] ", [(None, INVALID)]),
        ("a batch of 1001", b"[" + b",".join([PING] * 1001) + b"]", [(None, INVALID)]),
    ]
    return found
