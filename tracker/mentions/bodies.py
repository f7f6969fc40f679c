"""Bodies no gazetteer has, known by the words they are named with: "Ministry of …", "… Commission"."""

from collections.abc import Iterator

from tracker.mentions.naming import Name, Naming
from tracker.values import Span

__all__ = ["unknown_bodies"]


def unknown_bodies(text: str, taken: bytearray, naming: Naming) -> Iterator[Name]:
    """The capitalised sequences that begin or end with a word of a body."""
    for hit in naming.sequence.finditer(text):
        start, end = hit.span()
        if taken[start]:
            continue
        other = taken.find(1, start, end)
        words = naming.joint.sub("", text[start : end if other < 0 else other].rstrip())
        parts = words.split(" ")
        if parts[0].lower() in naming.articles:
            parts = parts[1:]
        if len(parts) < 2 or parts[0] in naming.words_of_titles:
            continue
        if parts[0] in naming.bodies or parts[-1] in naming.bodies:
            words = " ".join(parts)
            start = text.index(words, start)
            yield Name(Span(start, start + len(words)), words, "body")
