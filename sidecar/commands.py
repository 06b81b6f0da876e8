"""Every command and option of docs/contract, section 1: names, help and an example. Data only.

Read by `sidecar.cli` (which runs them) and `sidecar.arguments` (which explains them to people); calls nobody.
"""

from dataclasses import dataclass
from typing import Any

from sidecar.config import CHOICES

PROGRAM = "fluxion-sidecar"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `run(config, args) -> int` of that module; `example` is shown under its help."""

    module: str
    help: str
    example: str


COMMANDS: dict[str, Command] = {
    "serve": Command("", "JSON-RPC on stdin and stdout until end of input or exit (also without a command)", "serve --tts off"),
    "demo": Command("sidecar.demo", "a whole Italian phone call against a demo business, with the rows it wrote", "demo"),
    "chat": Command("sidecar.chat", "you type, the assistant answers", "chat --db shop.db"),
    "init-db": Command("sidecar.init_db", "create or upgrade the database", "init-db --db shop.db --demo"),
    "models": Command("sidecar.models", "voices and embedding models: list, pull NAME, add DIR", "models pull it_IT-paola-medium"),
    "doctor": Command("sidecar.doctor", "what is there, what is missing, and the command that mends it", "doctor --json"),
    "openrpc": Command("sidecar.documents", "print the OpenRPC document", "openrpc > openrpc.json"),
    "types": Command("sidecar.typescript", "print a TypeScript client", "types > sidecar.ts"),
    "anonymize": Command("sidecar.retention", "the GDPR retention job, now", "anonymize --days 30"),
    "replay": Command("sidecar.replay", "play a transcript against a fresh database and show the differences", "replay call.jsonl"),
    "completion": Command("sidecar.completion", "print the completion script of a shell", "completion bash"),
}

OPTIONS: dict[str, dict[str, Any]] = {
    "--db": {"metavar": "PATH", "help": "the database (FLUXION_DB_PATH); created if it is missing; default: the desktop app's"},
    "--data-dir": {"metavar": "DIR", "help": "audio, models, indexes, secrets (FLUXION_DATA_DIR); default: beside the database"},
    "--faq": {"metavar": "PATH", "help": "the FAQ file (FLUXION_FAQ); default: faq_auto.md in the data folder"},
    "--tts": {"choices": CHOICES["tts"], "help": "the voice engine (FLUXION_TTS; auto)"},
    "--voice": {"metavar": "NAME", "help": "the Piper voice (FLUXION_VOICE; it_IT-paola-medium)"},
    "--llm": {"choices": CHOICES["llm"], "help": "the language model's provider (FLUXION_LLM; auto)"},
    "--embeddings": {"choices": CHOICES["embeddings"], "help": "dense search in the FAQ (FLUXION_EMBEDDINGS; auto)"},
    "--embedding-model": {"metavar": "NAME", "help": "the embedding model"},
    "--parent-pid": {"metavar": "N", "help": "end when this process ends"},
    "--log-level": {"choices": CHOICES["log_level"], "help": "what is logged (info)"},
    "--log-file": {"metavar": "PATH", "help": "also log to this file"},
    "--now": {"metavar": "ISO", "help": "freeze the calendar at this local instant (FLUXION_NOW), for tests and replays"},
}
