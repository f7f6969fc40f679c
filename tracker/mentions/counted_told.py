"""Days counted from a happening that the article has told before: "Two weeks after the summit in Hanoi, they fired",
"five days before Sochi"."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.dates.calendar import step
from tracker.mentions.article import Article
from tracker.mentions.counted import CLAUSES, PARTED, REACH, Count, counts_in
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.names import Name
from tracker.mentions.reading import Reading
from tracker.values import Basis, Precision, Span, Status

__all__ = ["counted_from_what_was_told", "without_its_anchor"]

COUNTED_TOLD = "counted from what was told before"
DAY = "day"
THE = 5  # characters before a town in which "the" may stand


def counted_from_what_was_told(
    hit: Hit, hits: Sequence[Hit], view: View, article: Article, told: Sequence[Reading]
) -> Dated | None:
    """The day of what the sentence tells so many days after or before a happening of which only the name is said; it
    tells no date."""
    if any(date.interval for date in view.dates):
        return None
    for count in counts_in(view, article.cues):
        if not count.steps or count.unit != DAY or not _is_main(hit, count, view, article.cues):
            continue
        anchor = _anchor(count, hit, hits, view, article, told)
        if anchor is None or anchor.mention is None or anchor.dated is None:
            continue
        days = anchor.mention.interval
        interval = step(DAY, days.last if count.steps < 0 else days.first, -count.steps).interval
        date = replace(anchor.dated.date, interval=interval, basis=Basis.CONTEXT)
        return Dated(date, interval, 1.0, COUNTED_TOLD)
    return None


def without_its_anchor(reading: Reading, article: Article) -> Reading:
    """The reading without those who are only named by what its day is counted from ("after the summit in Hanoi")."""
    mention, dated, view = reading.mention, reading.dated, reading.view
    if mention is None or dated is None or dated.reason != COUNTED_TOLD:
        return reading
    behind = [_words_of(count, reading.hit, view) for count in counts_in(view, article.cues)]

    def apart(span: Span | None) -> bool:
        return span is None or not any(words.holds(view.at(span)) for words in behind)

    actors = tuple(actor for actor in mention.actors if apart(actor.span))
    place = mention.place if mention.place and apart(mention.place.span) else None
    return reading._replace(mention=replace(mention, actors=actors, place=place))


def _is_main(hit: Hit, count: Count, view: View, cues: Cues) -> bool:
    """Whether a happening is one whose day is counted, and not the one it is counted from."""
    if hit.span.start >= count.span.end:
        return count.span.start <= view.head
    between = view.masked[hit.span.end : count.span.start]
    clause = CLAUSES.search(between) or cues.breaks.intersection(between.split())
    return hit.span.end <= count.span.start and not clause


def _anchor(
    count: Count,
    hit: Hit,
    hits: Sequence[Hit],
    view: View,
    article: Article,
    told: Sequence[Reading],
) -> Reading | None:
    """The happening told last that the words behind a count name, by its noun, its place or both."""
    behind = _words_of(count, hit, view)
    named = next((o for o in hits if o is not hit and behind.holds(o.span)), None)
    towns = [
        n for n in view.names if n.kind in ("place", "country") and behind.holds(view.at(n.span))
    ]
    noun = article.cues.occasions.names_occasion.search(view.masked, count.span.start, behind.end)
    if (
        named is None
        and noun is None
        and not any(view.at(n.span).start <= behind.start + THE for n in towns)
    ):
        return None
    types = _types(named, article) if named else None
    for reading in reversed(told):
        mention = reading.mention
        if mention is None or mention.interval.precision != Precision.DAY or reading.view is view:
            continue
        if mention.status is Status.CANCELLED or (types and mention.type not in types):
            continue
        told_by = (
            noun is not None
            and noun["noun"].lower() in reading.hit.span.of(reading.view.masked).lower()
        )
        if types is None and noun and not told_by:
            continue
        if _is_there(reading, towns) or ((types or told_by) and not towns):
            return reading
    return None


def _words_of(count: Count, hit: Hit, view: View) -> Span:
    """The words that tell what is counted from: up to the comma, or to what is counted."""
    start = count.span.end
    end = hit.span.start if hit.span.start > start else len(view.masked)
    parted = PARTED.search(view.masked, start, end)
    return Span(start + 1, min(parted.start() if parted else end, start + REACH))


def _types(named: Hit, article: Article) -> set[str]:
    promote = article.rules.types[named.trigger.type].promote
    return {named.trigger.type, *([str(promote["to"])] if promote else [])}


def _is_there(reading: Reading, towns: Sequence[Name]) -> bool:
    """Whether a happening was told to be at one of these places."""
    place = reading.mention.place if reading.mention else None
    return place is not None and any(
        place.entity in (n.entity, n.country) or place.name == n.text for n in towns
    )
