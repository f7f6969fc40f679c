"""The happening that a sentence names as its occasion: "after the session", "before their summit"."""

from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading

__all__ = ["gone_to", "is_named", "is_of_leaving", "named_occasion"]

ATTENDS = 24  # characters before a happening in which somebody is told to attend it
NEAR = 8  # sentences back in which what is attended was told
SENTENCES = 40  # back in which the occasion was told


def named_occasion(view: View, readings: Sequence[Reading], article: Article) -> Reading | None:
    """The last happening told by the noun with which the sentence opens: of "After the session the leaders …"
    the session. None where it opens otherwise, or nothing was told by that noun."""
    if is_of_leaving(view, article):
        return _departure(view, readings, article)
    if not article.cues.occasions.names_occasion.match(view.masked, view.head):
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


def is_of_leaving(view: View, article: Article) -> bool:
    """Whether the sentence opens by telling that it was before a departure: "Before leaving, she …"."""
    return article.cues.occasions.on_leaving.regex.match(view.masked.lstrip()) is not None


def _departure(view: View, readings: Sequence[Reading], article: Article) -> Reading | None:
    """The departure told last, for what was done "before leaving"."""
    for reading in reversed(readings):
        if view.number - reading.view.number > NEAR:
            return None
        told = reading.hit.span.of(reading.view.masked)
        if reading.mention and article.cues.occasions.departing.search(told):
            return reading
    return None


def gone_to(hit: Hit, view: View, readings: Sequence[Reading], article: Article) -> Reading | None:
    """The happening told before that somebody attends: "arrived on Monday and will attend the summit"."""
    found = article.cues.occasions.goes_to.search(
        view.masked, max(0, hit.span.start - ATTENDS), hit.span.end
    )
    if found is None or found.end() < hit.span.start:
        return None
    noun, kind = found["noun"].lower(), hit.trigger.type
    for reading in reversed(readings):
        if view.number - reading.view.number > NEAR:
            return None
        if reading.mention is None:
            continue
        told = reading.hit.span.of(reading.view.masked).lower()
        if reading.view is not view and kind == reading.hit.trigger.type and noun in told:
            return reading
    return None


def is_named(reading: Reading, view: View, article: Article) -> bool:
    """Whether the sentence opens with the noun by which the happening was told."""
    opens = article.cues.occasions.names_occasion.match(view.masked, view.head)
    told = reading.hit.span.of(reading.view.masked).lower()
    return opens is not None and reading.view is not view and opens["noun"].lower() in told
