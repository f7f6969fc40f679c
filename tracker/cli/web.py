"""The command that serves the pages, and what `daemon` and `demo` need to serve them too."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.context import current
from tracker.cli.failures import say

if TYPE_CHECKING:
    from tracker.answers.means import Means

__all__ = ["HostOption", "PortOption", "pages", "register"]

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


def web(context: typer.Context, host: HostOption = None, port: PortOption = None) -> None:
    """The timeline as pages, programming interface and subscriptions, until it is stopped.

    [dim]Examples[/dim]
      tracker web
      tracker web --port 8000
    """
    from tracker.web.serving import listen, serve

    here = current(context)
    settings = here.settings.web
    with listen(host or settings.host, settings.port if port is None else port) as (place, address):
        here.engine.connect().close()
        here.rulebook  # noqa: B018 - mistakes in files are told before anything is promised
        _announce(here, host or settings.host, address)
        serve(here, host or settings.host, place)


@contextmanager
def pages(here: "Means", host: str | None, port: int | None) -> Iterator[str]:
    """Serves the pages beside what the block does; gives their address."""
    from tracker.web.serving import beside, listen

    settings = here.settings.web
    name = host or settings.host
    taken = settings.port if port is None else port
    with listen(name, taken) as (place, address), beside(here, name, place):
        _announce(here, name, address)
        yield address


def _announce(here: "Means", host: str, address: str) -> None:
    from tracker.web.guard import is_loopback

    print(f"The timeline is at {address}", flush=True)
    if not here.settings.web.token and not is_loopback(host):
        say("no token is set: whoever can reach this address can read the timeline")
