"""A server on 127.0.0.1 that misbehaves exactly as it is told, and remembers what it was asked."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["Asked", "Server", "atom", "reply", "rss", "serve"]


@dataclass(frozen=True)
class Asked:
    """One request as it came in. `started` and `ended` are seconds of a clock that only goes forward."""

    path: str
    headers: dict[str, str]
    started: float
    host: str = ""


Answer = Callable[[Asked, socket.socket], None]


@dataclass
class Server:
    """Routes map a path to bytes to send as they are, or to a function that does the talking."""

    port: int
    host: str = "127.0.0.1"
    routes: dict[str, bytes | Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str = "/", host: str = "") -> str:
        """The address of `path`."""
        return f"http://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]

    def count(self, path: str) -> int:
        """How often `path` was asked for."""
        return self.paths().count(path)

    def answer(self, asked: Asked, connection: socket.socket) -> None:
        """Talks to one client."""
        with self._lock:
            self.asked.append(asked)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            route = self.routes.get(asked.path, reply(404, b"not found"))
            if callable(route):
                route(asked, connection)
            else:
                connection.sendall(route)
        finally:
            with self._lock:
                self._now -= 1


def reply(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; `content_length=""` leaves that header out."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = {"content-length": str(len(body)), "content-type": "text/xml", **given}
    head = [f"HTTP/1.1 {status} Whatever", "connection: close"]
    head += [f"{name}: {value}" for name, value in lines.items() if value]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def rss(*items: str, channel: str = "") -> bytes:
    """An RSS feed of the given items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>Harbour News</title>{channel}{inside}</channel></rss>"
    ).encode()


def atom(*entries: str) -> bytes:
    """An Atom feed of the given entries."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>Harbour News</title>{inside}</feed>"
    ).encode()


@contextlib.contextmanager
def serve(host: str = "127.0.0.1") -> Iterator[Server]:
    """A server that runs while the `with` does."""
    listener = socket.create_server((host, 0))
    server = Server(listener.getsockname()[1], host)
    stopped = threading.Event()

    def accept() -> None:
        while not stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_talk, args=(server, connection), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stopped.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(2)


def _talk(server: Server, connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError):
        connection.settimeout(30)
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return
            data += more
        head = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        headers = {}
        for line in head[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        path = head[0].split(" ")[1]
        server.answer(Asked(path, headers, time.monotonic(), headers.get("host", "")), connection)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(1)
            while connection.recv(65536):
                pass
