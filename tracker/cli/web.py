"""The command that serves the pages, and what `daemon` and `demo` need to serve them too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.cli.logs import LogForm, start_log

if TYPE_CHECKING:
    from db.engine import Engine
    from tracker.answers.means import Means
    from tracker.pulse import Pulse
    from tracker.rulebook import Rulebook
    from tracker.settings import Settings, WebSettings

__all__ = ["HostOption", "PortOption", "Renewed", "asked_place", "pages", "register", "serve_pages"]

PANEL = "Run"
HostOption = Annotated[
    str | None,
    typer.Option(
        help="The address to listen on; else web.host of the configuration.",
        metavar="ADDRESS",
        show_default=False,
    ),
]
PortOption = Annotated[
    int | None,
    typer.Option(
        help="The port; else web.port of the configuration. 0 takes any that is free.",
        metavar="NUMBER",
        min=0,
        max=65535,
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command(rich_help_panel=PANEL)(web)


def web(
    context: typer.Context,
    host: HostOption = None,
    port: PortOption = None,
    form: Annotated[LogForm, typer.Option("--log", help="How the log is written.")] = LogForm.TEXT,
) -> None:
    """The timeline as pages, programming interface and subscriptions, until it is stopped.

    [dim]Examples[/dim]
      tracker web
      tracker web --port 8000
    """
    start_log(form)
    here = current(context)
    serve_pages(asked_place(here.settings.web, host, port), lambda: here)


def asked_place(settings: "WebSettings", host: str | None, port: int | None) -> "WebSettings":
    """The settings with what the command line says instead."""
    given = {"host": host or None, "port": port}
    return settings.model_copy(
        update={name: value for name, value in given.items() if value is not None}
    )


def serve_pages(asked: "WebSettings", make: "Callable[[], Means]") -> None:
    """Serves the pages of what `make` gives until SIGTERM or Ctrl-C. It is called only once the address
    is ours."""
    from tracker.web.serving import listen, serve

    with listen(asked.host, asked.port) as (place, address):
        here = make()
        here.engine.connect().close()
        here.rulebook  # noqa: B018 - mistakes in files are told before anything is promised
        _announce(here, asked.host, address)
        serve(here, asked.host, place)


@contextmanager
def pages(here: "Means", asked: "WebSettings", pulse: "Pulse") -> Iterator[str]:
    """Serves the pages beside what the block does, whose `pulse` is watched; gives their address."""
    from tracker.web.serving import beside, listen

    with (
        listen(asked.host, asked.port) as (place, address),
        beside(here, asked.host, place, pulse),
    ):
        _announce(here, asked.host, address)
        yield address


@dataclass
class Renewed:
    """What pages are made from beside a daemon, which reads its configuration again when told to."""

    engine: "Engine"
    settings: "Settings"
    rulebook: "Rulebook"

    def renew(self) -> "Settings":
        """The configuration as it is now, for the daemon and for the pages."""
        from tracker.rulebook import load_rulebook
        from tracker.settings import load_settings

        settings = load_settings(self.settings.file, self.settings.database.url)
        self.rulebook = load_rulebook(settings.rules.folders)
        self.settings = settings
        return settings


def _announce(here: "Means", host: str, address: str) -> None:
    from tracker.web.guard import is_loopback

    print(f"The timeline is at {address}", flush=True)
    if not here.settings.web.token and not is_loopback(host):
        say("no token is set: whoever can reach this address can read the timeline")
