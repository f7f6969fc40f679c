"""The same happening told of other times: on further days, or the last time before."""

from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.date_rows import further_dates
from tracker.mentions.former import Former, former_times
from tracker.mentions.gapped import Gapped, gapped
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.mentioned import When, mention_of
from tracker.mentions.names import Name
from tracker.mentions.places import place_between, place_named
from tracker.mentions.reading import Reading
from tracker.mentions.roles import actor_of, cast_of
from tracker.mentions.standing import Standing
from tracker.values import Actor, Mention, Place, Span, Status

__all__ = ["GOES_ON", "former_readings", "further_readings", "instead"]

GOES_ON = "goes on"  # why: the same on a further day that the sentence names


def further_readings(reading: Reading, hits: list[Hit], article: Article) -> list[Reading]:
    """The reading, and the same happening on further days, where the sentence goes on to name them."""
    hit, view, dated, mention = reading.hit, reading.view, reading.dated, reading.mention
    if mention is None or dated is None or article.rules.types[hit.trigger.type].anniversary:
        return [reading]
    found, first = [], view.at(dated.date.span)
    end = first.end
    for other in further_dates(dated, hit, hits, view, article):
        spot = view.at(other.date.span)
        gap = Span(end, spot.start)
        told = _as_place(gapped(gap, view, article, hit.span.of(view.masked)), hit, view, mention)
        place = (told and told.where) or place_between(gap, view, article) or mention.place
        end = spot.end
        spans = tuple(
            (name, other.date.span if name == "date" else span) for name, span in mention.spans
        )
        who = told.who if told else None
        again = replace(
            mention,
            interval=other.interval,
            basis=other.date.basis,
            actors=_at_another_place(
                _with_the_next(mention, who, first, hit, view, article), mention.place, place
            ),
            place=place,
            spans=spans,
            confidence=round(mention.confidence - 0.05, 3),
        )
        cast = reading.cast._replace(actors=mention.actors) if reading.cast else None
        found.append(Reading(hit, view, again, GOES_ON, other, cast))
    if not found:
        return [reading]
    own = _up_to(first.end, end, mention.actors, view)
    return [reading._replace(mention=replace(mention, actors=own)), *found]


def _up_to(first: int, last: int, actors: tuple[Actor, ...], view: View) -> tuple[Actor, ...]:
    """The actors without those named between the first day and the last: these are of the days after it."""
    later = Span(first, last)
    own = tuple(a for a in actors if a.span is None or not later.holds(view.at(a.span)))
    return own if any(not actor.bystander for actor in own) else actors


def _with_the_next(
    mention: Mention, who: Name | None, first: Span, hit: Hit, view: View, article: Article
) -> tuple[Actor, ...]:
    """The actors of a further day: who is named with it in place of whom the first names in that part: behind the
    same word ("with Ghana in May, with Niger in June"), or as the one met, else as who acts."""
    actors = _up_to(first.end, len(view.masked), mention.actors, view)
    if who is None:
        return actors
    led = _word_before(view.at(who.span).start, view)
    behind = [
        actor
        for actor in actors
        if actor.span and hit.span.start < view.at(actor.span).start < first.start
    ]
    same = next((a for a in behind if led and _leads_to(a, led, view)), None)
    if same is None and article.rules.types[hit.trigger.type].pairs and len(actors) > 1:
        same = next((actor for actor in reversed(behind) if not actor.bystander), None)
    if same is None:
        return instead(actors, who)
    return tuple(actor_of(who, a.role) if a is same else a for a in actors)


def _leads_to(actor: Actor, word: str, view: View) -> bool:
    return actor.span is not None and _word_before(view.at(actor.span).start, view) == word


def _word_before(at: int, view: View) -> str:
    """The small word right before a place of the sentence, "" where there is none."""
    words = view.masked[max(0, at - 12) : at].split()
    return words[-1] if words and words[-1].islower() and words[-1].isalpha() else ""


def _as_place(told: Gapped | None, hit: Hit, view: View, mention: Mention) -> Gapped | None:
    """A capital behind a comma as the next place gone to, where the first is what the verb is of: "visited Lome on
    Monday, Abuja on Friday"."""
    if told is None or told.who is None or told.where or told.who.form != "capital":
        return told
    there = mention.place.span if mention.place else None
    if there is None or not hit.span.holds(view.at(there)):
        return told
    return Gapped(None, place_named(told.who))


def _at_another_place(
    actors: tuple[Actor, ...], place: Place | None, other: Place | None
) -> tuple[Actor, ...]:
    """Those who act, the country left out that takes part only as the place gone to, where it is another place."""
    if place is None or other is None or place.span is None or place.country == other.country:
        return actors
    there = place.span
    return tuple(a for a in actors if a.span is None or not a.span.meets(there))


def former_readings(reading: Reading, hits: list[Hit], article: Article) -> list[Reading]:
    """The times before, which "the first since" or "after those of" tells of: by the same country, by nobody else
    named."""
    hit, mention = reading.hit, reading.mention
    if article.rules.types[hit.trigger.type].anniversary:
        return []
    times = former_times(hit, hits, reading.view, article)
    own = mention.interval if mention else None
    return [_as_of(each, reading, hits, article) for each in times if each.dated.interval != own]


def _as_of(former: Former, reading: Reading, hits: list[Hit], article: Article) -> Reading:
    """What a reading tells, as of a time before."""
    hit, view, dated = reading.hit, reading.view, former.dated
    when = When(dated.interval, dated.date.basis, dated.date.span, (dated.date.rule,), dated.cost)
    cast = reading.cast or cast_of(hit, hits, view, article)
    mention = mention_of(
        hit, view, when, Standing(Status.OCCURRED, None, ""), cast, article, Seen()
    )
    actors = tuple(a for a in mention.actors if former.alike or a.kind != "person")
    if former.who:
        actors = (actor_of(former.who, "actor"), *actors)
    sure = round(mention.confidence - (0.1 if former.alike else 0.2), 3)
    mention = replace(mention, actors=actors, numbers=(), confidence=sure)
    return Reading(hit, view, mention, dated.reason, dated, cast._replace(actors=actors))


def instead(actors: tuple[Actor, ...], who: Name | None) -> tuple[Actor, ...]:
    """The actors, the first of those who act taken by who did the same on another day."""
    first = next((actor for actor in actors if not actor.bystander), None)
    if who is None or first is None:
        return actors
    return tuple(actor_of(who, first.role) if actor is first else actor for actor in actors)
