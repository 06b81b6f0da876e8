"""A model hub on this machine that can be told to misbehave: break off, lie about length, corrupt, ignore ranges."""

import hashlib
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hub:
    """Files by the last part of their address, and how badly they are served. Each entry of `faults` spoils one answer."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.faults: list[str] = []
        self.tags = True
        self.ranges = True
        self.sidecars = False
        self.asked: list[tuple[str, str | None]] = []
        self.url = ""


class _Handler(BaseHTTPRequestHandler):
    hub: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def _small(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        hub, name = self.hub, self.path.rpartition("/")[2]
        wanted = self.headers.get("Range")
        hub.asked.append((self.path, wanted))
        if name.endswith(".sha256") and hub.sidecars and name[:-7] in hub.files:
            return self._small(200, hashlib.sha256(hub.files[name[:-7]]).hexdigest().encode() + b"  " + name[:-7].encode())
        if name not in hub.files or not self.path.count("/resolve/main/"):
            return self._small(404)
        return self._serve(hub, hub.files[name], wanted)

    def _serve(self, hub: Hub, body: bytes, wanted: str | None) -> None:
        fault = hub.faults.pop(0) if hub.faults else ""
        if fault == "busy":
            return self._small(503)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and hub.ranges else 0
        if wanted and hub.ranges and start >= len(body):
            return self._small(416)
        sent = body[start:]
        if fault == "corrupt":
            sent = bytes([sent[0] ^ 0x55]) + sent[1:]
        claimed = len(sent) + 1000 if fault == "long" else len(sent) // 2 if fault == "short" else len(sent)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        if hub.tags:
            self.send_header("ETag", f'"{hashlib.sha256(body).hexdigest()}"')
        self.send_header("Content-Length", str(claimed))
        self.end_headers()
        self.wfile.write(sent[: len(sent) // 2] if fault in ("break", "short") else sent)
        self.close_connection = bool(fault)
        return None


@contextmanager
def serving(files: dict[str, bytes]) -> Generator[Hub]:
    """A hub that is up while the block runs."""
    hub = Hub(files)
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
