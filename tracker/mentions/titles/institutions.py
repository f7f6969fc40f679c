"""Whose an institution is that a title does not say the owner of."""

from collections.abc import Iterator, Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.owning import possessive, with_article
from tracker.mentions.titles.polish import inner
from tracker.mentions.titles.topic import home

__all__ = ["owned"]


def owned(title: str, matter: Matter) -> Iterator[str]:
    """ "China's parliament": whose an institution is that the title does not say the owner of."""
    words = matter.words
    parts, small = title.split(), " ".join(title.lower().split())
    named = [institution for institution in words.sets["institutions"] if institution in small]
    land = home(matter.view, matter.article, words) if named else ""
    for institution in sorted(named, key=len, reverse=True):
        size = institution.count(" ") + 1
        for at in range(len(parts) - size + 1):
            own = " ".join(parts[at : at + size]).lower() == institution
            beside = bool(words.sets["and"] & {part.lower() for part in parts[max(0, at - 2) : at]})
            if land and own and not beside and not _describes(parts[at + size :], words):
                yield _with_owner(parts, at, land, words)
                return


def _describes(rest: Sequence[str], words: HeadlineWords) -> bool:
    """Whether the institution only tells what follows apart ("government | officials")."""
    word = rest[0].lower() if rest else ""
    known = words.tags.get(word) or word in words.verbs or word in words.happenings
    return word.isalpha() and not known and not word.endswith(tuple(words.sets["past_endings"]))


def _with_owner(parts: list[str], at: int, land: str, words: HeadlineWords) -> str:
    """The words with the owner's name before those that belong to the one at `at`."""
    while (
        at
        and words.tags.get(parts[at - 1].lower()) is None
        and parts[at - 1].lower() not in words.verbs
    ):
        at -= 1
    before = parts[:at]
    if any(words.tags.get(part.lower()) is Tag.POSSESSIVE for part in before[-2:]):
        return " ".join([*before, *parts[at:]])
    if before and words.tags.get(before[-1].lower()) is Tag.DETERMINER:
        before.pop()
    inside = " ".join(parts[at:])
    inside = inside if at else inner(inside)
    return " ".join([*before, possessive(with_article(land, words)), inside])
