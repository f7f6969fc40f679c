"""Serving the pages: alone until it is stopped, or beside something else."""

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn

from tracker.answers.means import Means
from tracker.errors import UsageError
from tracker.pulse import Pulse
from tracker.web.app import make_app
from tracker.web.guard import is_loopback
from tracker.web.site import Site

__all__ = ["beside", "listen", "names", "serve"]

END_SECONDS = 1
BACKLOG = 128


@contextmanager
def listen(host: str, port: int) -> Iterator[tuple[socket.socket, str]]:
    """A socket on that address, and the address to open in a browser. UsageError where it cannot be had."""
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise UsageError(f'"{host}" is no address of this machine: {error}') from error
    with socket.socket(family, kind) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(place)
            listener.listen(BACKLOG)
        except OSError as error:
            raise UsageError(_refused(host, port, error)) from error
        name = f"[{host}]" if ":" in host else host
        yield listener, f"http://{name}:{listener.getsockname()[1]}/"


def _refused(host: str, port: int, error: OSError) -> str:
    hint = "is something else there already? give another with --port (0 takes any that is free)"
    return f"cannot listen on {host} port {port}: {error.strerror or error}; {hint}"


class _Server(uvicorn.Server):
    """One that takes a signal for an order to end well, and not as a way to die."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.should_exit = True


def _server(means: Means, host: str, pulse: Pulse | None = None) -> uvicorn.Server:
    web = means.settings.web
    site = Site(means, names(host, web.hosts), pulse=pulse)
    logging.getLogger("uvicorn.error").setLevel(
        logging.CRITICAL
    )  # errors are told by the application
    config = uvicorn.Config(
        make_app(site),
        log_config=None,
        access_log=False,  # addresses may carry keys
        server_header=False,
        timeout_graceful_shutdown=END_SECONDS,
        limit_concurrency=200,
        timeout_keep_alive=15,
        lifespan="off",
    )
    return _Server(config)


def names(host: str, hosts: tuple[str, ...]) -> frozenset[str]:
    """Which names the site answers to: on this machine alone its own, unless the configuration names more."""
    named = {name.lower() for name in hosts}
    return frozenset(named | {host.lower()} if named or is_loopback(host) else ())


def serve(means: Means, host: str, listener: socket.socket) -> None:
    """Serves the pages until SIGTERM or Ctrl-C."""
    _server(means, host).run(sockets=[listener])


@contextmanager
def beside(
    means: Means, host: str, listener: socket.socket, pulse: Pulse | None = None
) -> Iterator[None]:
    """Serves the pages from a thread of this process for as long as the block takes. `/healthz` fails
    where `pulse`, of the work in the block, has stopped."""
    server = _server(means, host, pulse)
    thread = threading.Thread(target=server.run, args=([listener],), name="pages", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(END_SECONDS + 2)
