"""A bare "the meeting" that goes on with what was told before under a greater name: a plenum, a congress."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, Seen
from tracker.mentions.reading import Reading
from tracker.mentions.rules import Rules
from tracker.values import Span

__all__ = ["as_told_before", "with_its_sitting"]

BEFORE = 30  # characters before a happening in which "the" may stand
BEHIND = 20  # … and behind it, in which it names its own sides


def as_told_before(hit: Hit, text: str, told: Seen, rules: Rules, cues: Cues) -> Hit:
    """The hit, of the type told of last where it only says "the meeting" and its rule file lets that type go on so."""
    rule = rules.types[hit.trigger.type]
    # The words first: to tell what was told of last, sentences may have to be read.
    if not rule.again or not _only_says_the_meeting(hit, text, cues):
        return hit
    last = max(rule.again, key=told.turn)
    greater = str(rule.promote["to"]) if rule.promote else ""
    if told.turn(last) <= max(told.turn(hit.trigger.type), told.turn(greater)):
        return hit
    return hit._replace(trigger=replace(hit.trigger, type=last))


def _only_says_the_meeting(hit: Hit, text: str, cues: Cues) -> bool:
    around = Span(max(0, hit.span.start - BEFORE), hit.span.end + BEHIND)
    said = (Span(*found.span()) for found in cues.leading.sits_again.finditer(text, *around))
    return any(hit.span.meets(span) for span in said) and not cues.parties.search(text, *around)


def with_its_sitting(reading: Reading, told: Sequence[Reading], article: Article) -> Reading:
    """The reading of a hit that only says "the meeting", with who sat and, where its sentence tells no day, the days of
    what it goes on with."""
    mention, trigger = reading.mention, reading.hit.trigger
    own = article.rules.types[trigger.type].triggers
    if mention is None or reading.dated is None or any(trigger.id == each.id for each in own):
        return reading
    last = next(
        (r.mention for r in reversed(told) if r.mention and r.mention.type == trigger.type), None
    )
    if last is None:
        return reading
    if all(actor.bystander or actor.kind == "country" for actor in mention.actors):
        mention = replace(mention, actors=last.actors)
    if reading.dated.date not in reading.view.dates:
        mention = replace(mention, interval=last.interval, status=last.status)
    return reading._replace(mention=mention)
