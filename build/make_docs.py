"""Writes the documents that are made from tables: the protocol, the OpenRPC document, the TypeScript client, the charts of the flows.

Run by `make docs`; `python build/make_docs.py --check` writes nothing and exits 1 where one is stale, which a test does too.
"""

import re
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Writes what has changed and says so; 1 where something was stale and only to be checked."""
    check = "--check" in sys.argv[1:]
    stale = [path for path, text in documents().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'stale, run make docs' if check else 'written'}")
        if not check:
            path.write_text(documents()[path], encoding="utf-8", newline="\n")
    return int(check and bool(stale))


def documents() -> dict[Path, str]:
    """Every generated document by its path."""
    import orjson

    from rpc.openrpc import document
    from sidecar import typescript
    from sidecar.version import VERSION

    made = document(VERSION)
    docs = ROOT / "docs"
    return {
        docs / "openrpc.json": orjson.dumps(made, option=orjson.OPT_INDENT_2).decode() + "\n",
        docs / "examples" / "sidecar.ts": typescript.client(),
        docs / "protocol.md": protocol(made),
        docs / "flows.md": flows(),
    }


HEAD = """# The protocol, method by method

Made by `make docs` from the table of methods the server answers by (`rpc/methods`); what holds for all of them stands in
[contract.md](contract.md), section 2. The same as a document for tools: [openrpc.json](openrpc.json); as a TypeScript client:
[examples/sidecar.ts](examples/sidecar.ts). Every method also takes `progress_token`.
"""
LANES = {
    "reader": "at once, by the reader",
    "beside": "beside everything without a session",
    "shared": "in order, in the lane without a session",
}
ERRORS_HEAD = "\n## Errors\n\n| code | `data.name` | worth repeating |\n| --- | --- | --- |"


def protocol(made: Mapping[str, Any]) -> str:
    """docs/protocol.md."""
    from rpc.errors import CODES, RETRYABLE
    from rpc.methods import METHODS

    schemas: Mapping[str, Any] = made["components"]["schemas"]
    parts = [HEAD]
    family = ""
    for method in made["methods"]:
        name = str(method["name"])
        if name.partition(".")[0] != family and "." in name:
            family = name.partition(".")[0]
            parts.append(f"\n## {family}\n")
        parts.append(f"\n### `{name}`\n\n{method['summary']} Runs {LANES[METHODS[name].lane]}.\n")
        parts += _params(method["params"])
        result = METHODS[name].result
        parts.append("Result: an empty object.\n" if result == "NoResult" else f"Result: [{result}](#{result.lower()})\n")
    parts.append("\n## Shapes\n")
    parts += [_shape(name, schema) for name, schema in schemas.items() if not name.endswith("Params") and name != "NoResult"]
    parts.append(ERRORS_HEAD)
    parts += [f"| {code} | `{name}` | {'yes' if name in RETRYABLE else ''} |" for name, code in CODES.items()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts) + "\n")


def _params(params: list[Mapping[str, Any]]) -> list[str]:
    if not params:
        return []
    rows = [
        f"| `{one['name']}` | {'yes' if one['required'] else ''} | {_type(one['schema'])} | {_limits(one['schema'])} |" for one in params
    ]
    return ["| param | required | type | limits |", "| --- | --- | --- | --- |", *rows, ""]


def _type(schema: Mapping[str, Any]) -> str:
    from sidecar.typescript import of

    return f"`{of(schema)}`".replace("|", "\\|")


def _limits(schema: Mapping[str, Any]) -> str:
    """Bounds, format and default in a few words."""
    inner = next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema)
    words = {"minLength": "at least {} characters", "maxLength": "at most {} characters", "minimum": "from {}", "maximum": "to {}",
             "minItems": "at least {} items", "maxItems": "at most {} items", "format": "{}", "pattern": "HH:MM"}  # fmt: skip
    said = [text.format(inner[key]) for key, text in words.items() if key in inner]
    default = schema.get("default")
    return ", ".join([*said, *([] if default is None else [f"default `{default}`".replace("True", "true").replace("False", "false")])])


def _shape(name: str, schema: Mapping[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = [f"| `{field}`{'' if field in required else '?'} | {_type(shape)} |" for field, shape in schema.get("properties", {}).items()]
    table = "\n".join(["", "| member | type |", "| --- | --- |", *rows, ""]) if rows else ""
    return f"### {name}\n\n{' '.join(str(schema.get('description', '')).split())}\n{table}"


FLOWS_HEAD = """# The flows, drawn from their table

Made by `make docs` from `pipeline/flows/table.py`: the questions of each flow in the order they are asked. A question whose answer is
already known is skipped, so that one sentence may pass them all. Any other request, a correction, "annulla", "aiuto" or a wish for a person
is heard at every one of them.
"""
MEANINGS = {
    "cliente": "who is calling", "cognome": "the surname", "disambiguazione": "which of several people", "registrazione": "register?",
    "telefono": "the number", "telefono_conferma": "is the number right?", "data_nascita": "date of birth", "consenso": "consent",
    "servizi": "which service", "operatore": "with whom", "data": "which day", "ora": "which time", "alternative": "one of the free times",
    "waitlist": "wait for a place?", "appuntamento": "which appointment", "conferma": "the recap: yes or no?",
}  # fmt: skip
SIDEWAYS = frozenset(MEANINGS) - {"cliente", "servizi", "data", "ora", "appuntamento", "conferma"}
"""Asked only where the answer before leaves it open."""


def flows() -> str:
    """docs/flows.md."""
    from pipeline.flows.table import FLOWS, QUESTIONS

    parts = [FLOWS_HEAD]
    for intent in FLOWS:
        module = FLOWS[intent].__module__.replace(".", "/")
        parts.append(f"\n## {intent}\n\n`{module}.py`\n\n```mermaid\nflowchart LR\n{_chart(QUESTIONS[intent])}\n```\n")
    return "".join(parts)


def _chart(steps: tuple[str, ...]) -> str:
    nodes = ["  ascolto([ascolto: what is wanted])", *(_node(step) for step in steps)]
    path = ["ascolto", *steps, "altro"]
    edges = [f"  {one} --> {other}" for one, other in pairwise(path)]
    # What is only asked sometimes is passed by on a dotted line.
    skips = [
        f"  {path[at - 1]} -.-> {_next(path, at)}" for at, step in enumerate(path) if step in SIDEWAYS and path[at - 1] not in SIDEWAYS
    ]
    final = "  altro([altro: anything else?])"
    change = ["  conferma -. no .-> ascolto"] if "conferma" in steps else []
    return "\n".join([*nodes, final, *edges, *skips, *change])


def _node(step: str) -> str:
    text = f"{step}: {MEANINGS[step]}"
    return f'  {step}{{"{text}"}}' if step == "conferma" else f'  {step}["{text}"]'


def _next(path: list[str], at: int) -> str:
    return next(step for step in path[at:] if step not in SIDEWAYS)


if __name__ == "__main__":
    raise SystemExit(main())
