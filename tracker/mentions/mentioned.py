"""The mention made of a trigger, once its date, standing and cast are known."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.mentions.anniversaries import commemoration_of
from tracker.mentions.article import Article
from tracker.mentions.confidence import confidence_of
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.leaders import promoted
from tracker.mentions.numbers import numbers_of
from tracker.mentions.publicity import publicity_of
from tracker.mentions.roles import Cast
from tracker.mentions.stand_ins import with_stand_ins
from tracker.mentions.standing import Standing
from tracker.values import Actor, Basis, Interval, Mention, Span

__all__ = ["When", "mention_of", "when_of"]


class When(NamedTuple):
    """When a hit happened, and how that is known."""

    interval: Interval
    basis: Basis
    span: Span | None
    rules: tuple[str, ...]
    cost: float
    ordinal: int | None = None
    base: str | None = None


def when_of(hit: Hit, view: View, dated: Dated | None, article: Article) -> When | None:
    """When a hit happened; None where nothing dates it."""
    if article.rules.types[hit.trigger.type].anniversary:
        return _when_commemorated(hit, view, dated, article)
    if dated is None or dated.date.interval is None:
        return None
    date = dated.date
    return When(dated.interval, date.basis, date.span, (date.rule,), dated.cost)


def _when_commemorated(hit: Hit, view: View, dated: Dated | None, article: Article) -> When | None:
    found = commemoration_of(hit, view, dated, article)
    if found is None:
        return None
    date = found.date
    rules = (date.rule,) if date else ()
    cost = dated.cost if dated else 0.2
    return When(
        found.interval,
        found.basis,
        date.span if date else None,
        rules,
        cost,
        found.ordinal,
        found.base,
    )


def _with_all(cast: Cast, actors: Sequence[Actor]) -> Cast:
    """The cast, those named with whom "the two" and "he" mean."""
    known = {actor.entity or actor.name for actor in cast.named}
    new = [actor for actor in actors if (actor.entity or actor.name) not in known]
    return cast._replace(named=(*cast.named, *new))


def mention_of(
    hit: Hit,
    view: View,
    when: When,
    standing: Standing,
    cast: Cast,
    article: Article,
    seen: Seen,
) -> Mention:
    """The mention of a hit; it has no title yet."""
    assert standing.status is not None
    spans = [("type", view.in_article(hit.span))]
    if when.span:
        spans.append(("date", when.span))
    if standing.span:
        spans.append(("status", view.in_article(standing.span)))
    actors = with_stand_ins(hit, view, cast, article)
    return Mention(
        type=promoted(hit, view, _with_all(cast, actors), article, seen),
        title="",
        interval=when.interval,
        basis=when.basis,
        status=standing.status,
        evidence=view.sentence.span,
        actors=actors,
        place=cast.place,
        ordinal=when.ordinal,
        base=when.base,
        numbers=numbers_of(hit, view, article),
        spans=tuple(spans),
        rules=(hit.trigger.id, *when.rules),
        kind=hit.trigger.kind,
        confidence=confidence_of(
            hit.trigger,
            when.interval,
            when.basis,
            when.cost,
            publicity_of(hit, view, actors, article),
        ),
    )
