"""The command `types`: prints a TypeScript client, made from the same table of methods the server answers by.

Called by `sidecar.cli` and `build/make_docs.py`; calls `rpc.openrpc` for the shapes and `typescript_client` for the part that is the
same for every table. It knows no method by name but the three notifications, which are in no table.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from rpc.methods import METHODS
from rpc.openrpc import SUMMARIES, document
from sidecar.config import Config
from sidecar.typescript_client import NOTIFICATIONS, RUNTIME
from sidecar.version import VERSION

_PREFIX = "#/components/schemas/"
_WORDS = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_EMPTY = ("NoParams", "NoResult")
_WIDTH = 140
Schema = Mapping[str, Any]


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the client; exit code 0."""
    del config, args
    sys.stdout.write(client())
    return 0


def client() -> str:
    """The whole file; the same text for the same table and version."""
    made = document(VERSION)
    schemas: Mapping[str, Schema] = made["components"]["schemas"]
    parts = [
        "// The client of the FLUXION sidecar (JSON-RPC 2.0, one JSON value a line). Printed by `fluxion-sidecar types`, not edited.\n",
        f'export const SIDECAR_VERSION = "{VERSION}";\n',
        _errors(made["components"]["errors"]),
        *(_interface(name, schema) for name, schema in schemas.items() if name not in _EMPTY),
        NOTIFICATIONS,
        _methods(schemas),
        RUNTIME,
        _client(schemas),
    ]
    return "\n".join(parts)


def _errors(errors: Mapping[str, Schema]) -> str:
    lines = [f"  {name}: {error['code']}," for name, error in errors.items()]
    return "\n".join(["/** The codes of an error answer by the name in its `data`. */", "export const ERRORS = {", *lines, "} as const;\n"])


def _interface(name: str, schema: Schema) -> str:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    if not properties:
        return f"/** {_comment(schema)} */\nexport type {name} = Record<string, unknown>;\n"
    required = set(schema.get("required", ()))
    fields = (f"  {_key(field)}{'' if field in required else '?'}: {of(shape)};" for field, shape in properties.items())
    return "\n".join([f"/** {_comment(schema)} */", f"export interface {name} {{", *fields, "}\n"])


def _comment(schema: Schema) -> str:
    return " ".join(str(schema.get("description", "")).split()).replace("*/", "* /")


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def of(schema: Schema) -> str:
    """The TypeScript type of a JSON schema."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_PREFIX)
    if "enum" in schema or "const" in schema:
        return " | ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")]))
    alternatives = schema.get("anyOf") or schema.get("oneOf")
    if alternatives:
        return " | ".join(dict.fromkeys(of(one) for one in alternatives))
    kind = schema.get("type")
    if isinstance(kind, list):
        names: list[str] = [_WORDS[str(one)] for one in kind]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # JSON
        return " | ".join(names)
    if kind == "array":
        inner = of(schema.get("items", {}))
        return f"Array<{inner}>" if " " in inner else f"{inner}[]"
    if kind == "object":
        inner = schema.get("additionalProperties")
        return f"Record<string, {of(inner) if isinstance(inner, dict) else 'unknown'}>"  # pyright: ignore[reportUnknownArgumentType]  # JSON
    return _WORDS.get(str(kind), "unknown")


def _params_of(name: str, schemas: Mapping[str, Schema]) -> tuple[str, bool]:
    """(type of the params, whether they may be left out)."""
    params = METHODS[name].params
    if params in _EMPTY:
        return "Record<string, never>", True
    return params, not schemas[params].get("required")


def _result_of(name: str) -> str:
    result = METHODS[name].result
    return "Record<string, never>" if result in _EMPTY else result


def _methods(schemas: Mapping[str, Schema]) -> str:
    lines = ["/** Every method: what it takes and what it gives. */", "export interface Methods {"]
    for name in METHODS:
        params, optional = _params_of(name, schemas)
        lines += [
            f"  /** {SUMMARIES[name]} */",
            f"  {json.dumps(name)}: {{ params: {params}; result: {_result_of(name)}; optional: {str(optional).lower()} }};",
        ]
    return "\n".join([*lines, "}\n"])


def _client(schemas: Mapping[str, Schema]) -> str:
    families: dict[str, list[str]] = {}
    for name in METHODS:
        family, _, _ = name.rpartition(".")
        families.setdefault(family, []).append(name)
    lines = ["/** The sidecar, method by method. */", "export class Sidecar extends Connection {"]
    for family, names in families.items():
        if not family:
            for name in names:
                lines += _method(name, schemas, "  ", "readonly {name} = ", ";")
            continue
        lines.append(f"  readonly {family} = {{")
        for name in names:
            lines += _method(name, schemas, "    ", "{name}: ", ",")
        lines.append("  };")
    return "\n".join([*lines, "}\n"])


def _method(name: str, schemas: Mapping[str, Schema], indent: str, head: str, end: str) -> Iterator[str]:
    params, optional = _params_of(name, schemas)
    default = " = {}" if optional else ""
    short = name.rpartition(".")[2]
    yield f"{indent}/** {SUMMARIES[name]} */"
    signature = f"{head.format(name=short)}(params: {params}{default}, options?: CallOptions): Promise<{_result_of(name)}> =>"
    call = f"this.request({json.dumps(name)}, params, options){end}"
    if len(indent) + len(signature) + len(call) < _WIDTH:
        yield f"{indent}{signature} {call}"
    else:
        yield f"{indent}{signature}"
        yield f"{indent}  {call}"
