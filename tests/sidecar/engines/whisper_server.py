"""A transcription service on this machine that speaks Groq's HTTP interface to the real SDK, and fails in every way it can."""

import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Whisper:
    """What the service answers next and what it was sent."""

    def __init__(self) -> None:
        self.text = "buongiorno vorrei prenotare una piega"
        self.faults: list[str] = []
        self.requests: list[tuple[str, str, bytes]] = []
        self.release = threading.Event()
        self.url = ""


class _Handler(BaseHTTPRequestHandler):
    service: Whisper
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def _answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        service = self.service
        body = self.rfile.read(int(self.headers["Content-Length"]))
        service.requests.append((self.path, self.headers.get("Authorization", ""), body))
        fault = service.faults.pop(0) if service.faults else ""
        if fault.isdecimal():
            self._answer(int(fault), json.dumps({"error": {"message": "no"}}).encode())
        elif fault == "html":
            self._answer(200, b"<html></html>", "text/html")
        elif fault == "other":
            self._answer(200, b'{"words": []}')
        elif fault == "hang":
            service.release.wait(30)
            self.close_connection = True
        elif fault == "hangup":
            self.close_connection = True
        else:
            self._answer(200, json.dumps({"text": service.text}).encode())


@contextmanager
def listening() -> Generator[Whisper]:
    """The service while the block runs."""
    service = Whisper()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"service": service}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield service
    finally:
        service.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
