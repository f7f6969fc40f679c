"""The day of what a sentence tells without one, where the next opens by telling when it was: "The first summit was a
success. It was held in Oslo on 5 May 2019"."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Seen, View
from tracker.mentions.mentioned import When, mention_of
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.places import place_between
from tracker.mentions.reading import Reading
from tracker.mentions.roles import cast_of
from tracker.mentions.standing import standing_of
from tracker.values import DateFound, Span

__all__ = ["is_dated_next", "with_the_day_said"]

SAID_NEXT = "the next sentence tells when it was"
OPENS = 45  # characters of a sentence in which stands what it is on
AT_ITS_END = 12  # … or behind it
WORDS = 8  # between "It was held" and the day
COST = 1.2


def is_dated_next(view: View, article: Article) -> bool:
    """Whether the next sentence opens by telling when it was held."""
    following = article.views[view.number + 1 : view.number + 2]
    return any(
        are_of_one_paragraph(view, each, article) and _day_said(each, article) is not None
        for each in following
    )


def with_the_day_said(
    view: View, readings: Sequence[Reading], article: Article
) -> dict[int, Reading]:
    """By their places, the readings of the sentence before with the day that this one tells of them: those of the
    one happening with which that sentence opens and which it does not date."""
    said = _day_said(view, article)
    before = article.views[view.number - 1 : view.number] if view.number else ()
    if said is None or not before or not are_of_one_paragraph(before[0], view, article):
        return {}
    told = {n: r for n, r in enumerate(readings) if r.view is before[0]}
    if any(each.interval for each in before[0].dates):
        return {}
    opening = {n: r for n, r in told.items() if _is_its_subject(r, article)}
    subject = min((r.hit.span.start for r in opening.values()), default=0)
    first = {r.hit.trigger.type for r in opening.values() if r.hit.span.start == subject}
    found = {n: _of_that_day(r, said[0], said[1], view, article) for n, r in opening.items()}
    return {n: each for n, each in found.items() if each.mention and each.hit.trigger.type in first}


def _is_its_subject(reading: Reading, article: Article) -> bool:
    """Whether it is what its sentence is on, or ends with: not "spoke at the forum on the vote"."""
    text, hit = reading.view.masked.rstrip(), reading.hit.span
    if len(text) - hit.end <= AT_ITS_END:
        return True
    before = text[reading.view.head : hit.start]
    return len(before) <= OPENS and not article.cues.past.search(before)


def _day_said(view: View, article: Article) -> tuple[DateFound, Span] | None:
    """The first date behind the words with which the sentence opens by telling when something was held, and what
    stands between the two."""
    said = article.cues.occasions.it_was_held.match(view.masked, view.head)
    if said is None:
        return None
    behind = (d for d in view.dates if d.interval and view.at(d.span).start >= said.end())
    date = next(behind, None)
    if date is None:
        return None
    gap = Span(said.end(), view.at(date.span).start)
    words = gap.of(view.masked).split()
    clear = article.cues.breaks.isdisjoint(words) and len(words) <= WORDS
    return (date, gap) if clear else None


def _of_that_day(
    reading: Reading, date: DateFound, gap: Span, said: View, article: Article
) -> Reading:
    """The reading, its happening of that day, and at the place told before it."""
    hit, view, interval = reading.hit, reading.view, date.interval
    kind = article.rules.types[hit.trigger.type]
    if interval is None or kind.anniversary or "earlier" in hit.trigger.needs:
        return reading._replace(mention=None)
    standing = standing_of(hit, view, interval, article.today, article.cues)
    if standing.status is None:
        return reading._replace(mention=None)
    when = When(interval, date.basis, date.span, (date.rule,), COST)
    cast = reading.cast or cast_of(hit, [hit], view, article)
    mention = mention_of(hit, view, when, standing, cast, article, Seen())
    mention = replace(
        mention,
        place=mention.place or place_between(gap, said, article),
        evidence=Span(view.sentence.span.start, said.sentence.span.end),
    )
    dated = Dated(date, interval, COST, SAID_NEXT)
    return Reading(hit, view, mention, SAID_NEXT, dated, cast)
