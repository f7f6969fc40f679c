"""The happening that a sentence names as its occasion: "after the session", "before their summit"."""

from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.reading import Reading

__all__ = ["is_named", "named_occasion"]

SENTENCES = 40  # back in which the occasion was told


def named_occasion(view: View, readings: Sequence[Reading], article: Article) -> Reading | None:
    """The last happening told by the noun with which the sentence opens: of "After the session the leaders …"
    the session. None where it opens otherwise, or nothing was told by that noun."""
    if not article.cues.names_occasion.match(view.masked, view.head):
        return None
    for reading in reversed(readings):
        if view.number - reading.view.number > SENTENCES:
            return None
        if (
            reading.mention
            and reading.mention.interval.days == 1
            and is_named(reading, view, article)
        ):
            return reading
    return None


def is_named(reading: Reading, view: View, article: Article) -> bool:
    """Whether the sentence opens with the noun by which the happening was told."""
    opens = article.cues.names_occasion.match(view.masked, view.head)
    told = reading.hit.span.of(reading.view.masked).lower()
    return opens is not None and reading.view is not view and opens["noun"].lower() in told
