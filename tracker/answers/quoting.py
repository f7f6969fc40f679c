"""A quoted sentence in the text around it, with the words that gave each value marked. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["AROUND", "Passage", "passage"]

AROUND = 280  # characters to either side of the sentence
Marked = tuple[str, int, int]  # field, start, end in the article's text


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands before a sentence, the sentence in pieces (text, the field it gave or ""), what follows."""

    before: str
    pieces: tuple[tuple[str, str], ...]
    after: str


def passage(excerpt: str, offset: int, start: int, end: int, marks: Iterable[Marked]) -> Passage:
    """The sentence at `start` to `end` of a text of which `excerpt`, from `offset` on, is known."""
    first, last = start - offset, end - offset
    return Passage(
        _tail(excerpt[:first], whole=offset == 0),
        _pieces(excerpt[first:last], [(name, a - start, b - start) for name, a, b in marks]),
        _head(excerpt[last:], whole=len(excerpt) < last + AROUND),
    )


def _tail(text: str, *, whole: bool) -> str:
    """The end of `text`: its last paragraph, else the one before, begun at a word."""
    paragraphs = text.rstrip().split("\n")
    kept = paragraphs[-1]
    if not whole and len(paragraphs) == 1:
        kept = "… " + kept.partition(" ")[2]
    return kept.strip()


def _head(text: str, *, whole: bool) -> str:
    paragraphs = text.lstrip().split("\n")
    kept = paragraphs[0]
    if not whole and len(paragraphs) == 1:
        kept = kept.rpartition(" ")[0] + " …"
    return kept.strip()


def _pieces(sentence: str, marks: Sequence[Marked]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    done = 0
    for name, start, end in sorted(marks, key=lambda mark: (mark[1], -mark[2])):
        if (
            done <= start < end <= len(sentence)
        ):  # one inside another, or in the headline, is passed over
            found += [(sentence[done:start], ""), (sentence[start:end], name)]
            done = end
    found.append((sentence[done:], ""))
    return tuple(piece for piece in found if piece[0])
