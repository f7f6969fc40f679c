"""One more meeting of a series whose others the article calls by a greater name: the "fifth meeting" or the
"next session" of what it told of as summits; and what the sentence goes on to tell of the meeting itself."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.mentions.apart import people
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.reading import Reading
from tracker.values import Span

__all__ = ["of_its_series", "of_the_same_meeting"]

BEFORE = 14  # characters before a happening in which it is told to be one of a series


def of_its_series(reading: Reading, told: Sequence[Reading], article: Article) -> Reading:
    """The reading, of the greater type where it names nobody, is one of a series by its words, and the last of
    its kind that was told is of that type."""
    mention = reading.mention
    rule = article.rules.types[reading.hit.trigger.type].promote
    if mention is None or not rule or mention.type == str(rule["to"]) or people(mention):
        return reading
    view, hit = reading.view, reading.hit.span
    start = max(0, hit.start - BEFORE)
    cues, clause = article.cues, part_around(view.masked, hit).start
    if not cues.occasions.of_a_series.search(view.searched, start, hit.end):
        return reading
    if cues.parties.search(view.masked, clause, hit.end) and not cues.leaders.search(
        view.searched, clause, hit.end
    ):
        return reading  # "their ministers next meet …"
    if _is_one_of_the_greater(reading, article):
        return reading._replace(mention=replace(mention, type=str(rule["to"])))
    kinds = {mention.type, str(rule["to"])}
    last = next((r.mention for r in reversed(told) if r.mention and r.mention.type in kinds), None)
    if last is None or last.type == mention.type:
        return reading
    return reading._replace(mention=replace(mention, type=last.type))


def _is_one_of_the_greater(reading: Reading, article: Article) -> bool:
    """Whether the sentence before calls what it is one of by the greater name: "It will be the third summit. The
    previous two were held in …"."""
    view = reading.view
    before = article.views[view.number - 1] if view.number else view
    if before is view or not are_of_one_paragraph(before, view, article):
        return False
    return article.cues.occasions.greater.search(before.searched) is not None


def of_the_same_meeting(reading: Reading, told: Sequence[Reading], article: Article) -> Reading:
    """The reading, of the greater type where its sentence only goes on to tell of a meeting of that type: "the
    presidents met on Tuesday for talks", not "met while their envoys held talks"."""
    mention, rule = reading.mention, article.rules.types[reading.hit.trigger.type].promote
    last = next((r for r in reversed(told) if r.mention), None)
    if mention is None or last is None or last.mention is None or not rule:
        return reading
    goes_on = last.view is reading.view and last.mention.type == str(rule["to"])
    if not goes_on or last.mention.interval != mention.interval:
        return reading
    between = Span(last.hit.span.end, reading.hit.span.start)
    if not people(mention) <= people(last.mention) or _tells_of_others(between, reading, article):
        return reading
    return reading._replace(mention=replace(mention, type=last.mention.type))


def _tells_of_others(between: Span, reading: Reading, article: Article) -> bool:
    """Whether somebody else is named on the way to a hit, or by it."""
    view = reading.view
    if article.cues.parties.search(view.masked, between.start, reading.hit.span.end):
        return True
    return any(
        name.kind in ("person", "body") and between.holds(view.at(name.span)) for name in view.names
    )
