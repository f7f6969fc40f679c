"""Who did the same in the next sentence, which leaves out what: "London followed on Monday", "Canada did so"."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.mentions.again import GOES_ON, instead
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import View
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.reading import Reading
from tracker.mentions.roles import actor_of
from tracker.values import Actor, DateFound, Mention, Span, Status

__all__ = ["followed_reading"]

PASSED_OVER = 2  # sentences back, of which one says how it was done
LESS_SURE = 0.1  # than the happening it goes on with


def followed_reading(view: View, readings: Sequence[Reading], article: Article) -> Reading | None:
    """The same happening on the day of a sentence that only says who followed; None where it says anything else."""
    said = article.cues.occasions.followed.match(view.masked, view.head)
    dates = [date for date in view.dates if date.interval]
    last = next((r for r in reversed(readings) if r.mention), None) if said else None
    if said is None or last is None or last.mention is None or len(dates) != 1:
        return None
    same = " " in said["so"]  # "followed suit", and not what only came next
    if not _is_just_before(last, view, article, same) or not _may_be_followed(last, article):
        return None
    actors = _followers(last.mention, Span(*said.span("who")), view)
    if actors == last.mention.actors:
        return None
    again = replace(
        _of_the_day(last.mention, dates[0], view, article),
        actors=actors,
        place=None,
        spans=(("type", view.in_article(Span(*said.span("so")))), ("date", dates[0].span)),
    )
    dated = Dated(dates[0], again.interval, 1.0, GOES_ON)
    cast = last.cast._replace(actors=last.mention.actors) if last.cast else None
    return Reading(last.hit, last.view, again, GOES_ON, dated, cast)


def _is_just_before(last: Reading, view: View, article: Article, same: bool) -> bool:
    """Whether it is told in the sentence before, or for what was the `same` in the one before that of the paragraph,
    where what stands between tells of no other day: "The EU froze loans on Monday. Hungary abstained. Britain did
    so on Friday." """
    since = view.number - last.view.number
    between = article.views[last.view.number + 1 : view.number]
    paragraph = are_of_one_paragraph(last.view, view, article)
    return since == 1 or (same and since == PASSED_OVER and paragraph and not between[0].dates)


def _may_be_followed(last: Reading, article: Article) -> bool:
    """Whether others can do the same for themselves: not who met whom, nor what is marked every year."""
    kind = article.rules.types[last.hit.trigger.type]
    done = last.mention is not None and last.mention.status is Status.OCCURRED
    return done and not kind.pairs and not kind.anniversary


def _followers(mention: Mention, told: Span, view: View) -> tuple[Actor, ...]:
    """The actors, those `told` of in place of the first of those who act; as they were where nobody acts."""
    who = [name for name in view.names if told.meets(view.at(name.span))]
    first = next((actor for actor in mention.actors if not actor.bystander), None)
    if not who or first is None:
        return mention.actors
    more = (actor_of(name, first.role) for name in who[1:])
    actors = instead(mention.actors, who[0])
    return mention.actors if actors == mention.actors else (*actors, *more)


def _of_the_day(mention: Mention, date: DateFound, view: View, article: Article) -> Mention:
    assert date.interval is not None
    ahead = article.today is not None and date.interval.first > article.today
    return replace(
        mention,
        interval=date.interval,
        basis=date.basis,
        status=Status.PLANNED if ahead else Status.OCCURRED,
        evidence=view.sentence.span,
        rules=(mention.rules[0], date.rule),
        confidence=round(mention.confidence - LESS_SURE, 3),
    )
