"""What a body named before is called afterwards: "the council" for the Security Council."""

from collections.abc import Iterator, Sequence

from tracker.mentions.naming import Name, Naming
from tracker.values import Span

__all__ = ["CALLED", "with_bodies_called"]

CALLED = "called"  # the form of such a name


def with_bodies_called(text: str, names: Sequence[Name], naming: Naming) -> Iterator[Name]:
    """The names, and between them the bodies that are called by their last word."""
    told: dict[str, Name] = {}
    position = 0
    for name in names:
        yield from _called(text, Span(position, name.span.start), told, naming)
        yield name
        position = name.span.end
        if name.kind == "body":
            told.pop(word := name.shown.rsplit(" ", 1)[-1].lower(), None)
            told |= {word: name} if name.entry else {}
    yield from _called(text, Span(position, len(text)), told, naming)


def _called(text: str, span: Span, told: dict[str, Name], naming: Naming) -> Iterator[Name]:
    """The bodies called so in a stretch without names, each the one of that word told of last: none once another
    is spoken of ("the city council")."""
    for found in naming.called.finditer(text, *span) if told else ():
        if found["the"] is None:
            told.pop(found["body"], None)
        elif body := told.get(found["body"]):
            yield body._replace(span=Span(*found.span("body")), text=found["body"], form=CALLED)
