"""A small local server that speaks the chat completions API of Groq and OpenRouter, well and badly.

Used through the real SDK by the tests. It checks the key, keeps every request, and answers with the next scripted step: a text, an error
with its real body, an HTML page, silence, or a connection that breaks off in the middle of an answer.
"""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

KEY = "gsk_a-key-of-the-tests"


@dataclass(frozen=True, slots=True)
class Says:
    """An ordinary completion."""

    text: str
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Fails:
    """An error status with the body that the providers send."""

    status: int
    code: str = "error"
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page with status 200, as a proxy or a captive portal sends it."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Takes the request and never answers."""


@dataclass(frozen=True, slots=True)
class Drips:
    """Sends the head, then one byte now and then, for ever."""


@dataclass(frozen=True, slots=True)
class Dies:
    """Breaks the connection off in the middle of the answer."""


Step = Says | Fails | Page | Silence | Drips | Dies
Responder = Callable[[dict[str, Any]], Step]


@dataclass
class Asked:
    """One request as it came in."""

    path: str
    authorization: str
    body: dict[str, Any]


@dataclass
class LlmServer:
    """`with LlmServer([Says("ciao")]) as server:`; the last step is repeated, or `responder` decides from the request."""

    steps: list[Step] = field(default_factory=list[Step])
    responder: Responder | None = None
    asked: list[Asked] = field(default_factory=list[Asked])
    closing: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "LlmServer":
        owner = self

        class Handler(_Handler):
            house = owner

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def step(self, body: dict[str, Any]) -> Step:
        """What this request gets."""
        if self.responder is not None:
            return self.responder(body)
        return self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    house: LlmServer

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing on stderr."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        self.house.asked.append(Asked(self.path, self.headers.get("Authorization", ""), body))
        if not self.path.endswith("/chat/completions"):
            self._json(404, {"error": {"message": "Unknown request URL", "type": "invalid_request_error", "code": "unknown_url"}})
        elif self.headers.get("Authorization") != f"Bearer {KEY}":
            self._json(401, {"error": {"message": "Invalid API Key", "type": "invalid_request_error", "code": "invalid_api_key"}})
        else:
            self._answer(self.house.step(body), body)

    def _answer(self, step: Step, body: dict[str, Any]) -> None:
        match step:
            case Says():
                self._json(200, _completion(step, body))
            case Fails():
                error = {"error": {"message": f"It failed: {step.code}", "type": "invalid_request_error", "code": step.code}}
                self._json(step.status, error, {"retry-after": step.retry_after} if step.retry_after else {})
            case Page():
                self._send(200, b"<html><body>Sign in to the network</body></html>", "text/html")
            case Silence():
                self.house.closing.wait(10)
                self.close_connection = True
            case Drips():
                self._drip()
            case Dies():
                self._die(body)

    def _json(self, status: int, value: Any, headers: dict[str, str] | None = None) -> None:
        self._send(status, json.dumps(value).encode(), "application/json", headers)

    def _send(self, status: int, data: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            while not self.house.closing.wait(0.02):
                self.wfile.write(b" ")
        except OSError:
            self.close_connection = True
        self.close_connection = True

    def _die(self, body: dict[str, Any]) -> None:
        data = json.dumps(_completion(Says("troppo tardi"), body)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
        self.close_connection = True
        self.connection.close()


def _completion(step: Says, body: dict[str, Any]) -> dict[str, Any]:
    usage: dict[str, Any] = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}
    if step.cost is not None:
        usage["cost"] = step.cost
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1773300000,
        "model": body.get("model", ""),
        "choices": [{"index": 0, "message": {"role": "assistant", "content": step.text}, "finish_reason": "stop"}],
        "usage": usage,
    }
