"""Bodies no gazetteer has, known by the words they are named with: "Ministry of …", "… Commission"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tracker.mentions.naming import Name, Naming
from tracker.values import Span

__all__ = ["unknown_bodies"]


def unknown_bodies(text: str, taken: bytearray, naming: Naming) -> Iterator[Name]:
    """The capitalised sequences that begin or end with a word of a body."""
    for hit in _sequence(naming.joints).finditer(text):
        end = next((n for n in range(*hit.span()) if taken[n]), hit.end())
        words = re.sub(rf"(?: (?:{naming.joints}))+ ?$", "", text[hit.start() : end].rstrip())
        parts = words.split(" ")
        if parts[0].lower() in naming.articles:
            parts = parts[1:]
        words = " ".join(parts)
        if len(parts) < 2 or parts[0] in naming.words_of_titles:
            continue
        if parts[0] in naming.bodies or parts[-1] in naming.bodies:
            start = text.index(words, hit.start())
            yield Name(Span(start, start + len(words)), words, "body")


@lru_cache(maxsize=8)
def _sequence(joints: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])[A-Z][\w-]+(?:(?: (?:{joints})){{0,2}} [A-Z][\w-]+){{1,7}}")
