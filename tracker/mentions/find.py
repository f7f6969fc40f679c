"""Articles to mentions: what is read out of their sentences, each happening once, with its title."""

from collections.abc import Callable
from dataclasses import replace

from tracker.mentions.again import GOES_ON
from tracker.mentions.apart import tells_one_more, told_apart
from tracker.mentions.article import Article, article_of
from tracker.mentions.commemorated import without_remembered
from tracker.mentions.doers import as_far_as_public
from tracker.mentions.entries import entry_at, item_at
from tracker.mentions.language import Language
from tracker.mentions.merge import merge, strangers
from tracker.mentions.partaking import with_those_titled
from tracker.mentions.passed_over import PassedOver, passed_over
from tracker.mentions.reading import Reading
from tracker.mentions.readings import readings_of
from tracker.mentions.same_words import told_as_one
from tracker.mentions.titles import Tagged, title_of
from tracker.mentions.undated import LENT, LOOSE
from tracker.rulebook import Rulebook
from tracker.values import Actor, Document, Mention

__all__ = ["find_mentions", "read_document"]

NEAR = 3  # days within which a dated telling is the same as an undated opening


def find_mentions(document: Document, rulebook: Rulebook) -> tuple[Mention, ...]:
    """The happenings that the document's text claims, each once, in text order."""
    article = article_of(document, rulebook)
    tagged: Tagged = {}
    read = (r for r in readings_of(article, thorough=False) if r.mention)
    readings = [as_far_as_public(r, article, tagged) for r in read]
    types = article.rules.types.values()
    same_day = frozenset(kind.type for kind in types if kind.repeat == "same_day")
    days = frozenset(kind.type for kind in types if kind.anniversary)
    readings = without_remembered(
        readings, days, document.text, article.cues.occasions.leads_to_remembered
    )

    def apart(one: Reading, two: Reading) -> bool:
        assert one.mention is not None
        if _at_other_hours(one, two, article) or _on_other_lines(one, two, article):
            return True
        return told_apart(one, two, article.rules.types[one.mention.type], article.language)

    def as_one(one: Reading, two: Reading) -> bool:
        return told_as_one(one, two, article.language)

    sure = [r for r in readings if not _dated_by(r, *LOOSE, *LENT)]
    told = merge(sure, same_day, apart, as_one)
    for reasons, near in ((LOOSE, NEAR), (LENT, 0)):
        more = merge([r for r in readings if _dated_by(r, *reasons)], same_day, apart, as_one)
        told += _new(more, told, near, article.language, apart)
    told.sort(key=lambda pair: pair[0].evidence)
    return tuple(_titled(mention, reading, article, tagged, rulebook) for mention, reading in told)


def _at_other_hours(one: Reading, two: Reading, article: Article) -> bool:
    """Whether an agenda has the two at hours of their own."""
    first, second = (entry_at(article.entries, r.view.sentence.span.end - 1) for r in (one, two))
    return first is not None and second is not None and first.timed and first is not second


def _on_other_lines(one: Reading, two: Reading, article: Article) -> bool:
    """Whether the two are items of their own in the list of what is on one day."""
    text, entries = article.document.text, article.entries
    first, second = (item_at(text, entries, each.view.sentence.span.end - 1) for each in (one, two))
    return first is not None and second is not None and first != second


def read_document(
    document: Document, rulebook: Rulebook
) -> tuple[tuple[Reading, ...], tuple[PassedOver, ...]]:
    """Every trigger of the document with what became of it, in text order, and those that were not even read."""
    article = article_of(document, rulebook)
    tagged: Tagged = {}
    read = (as_far_as_public(r, article, tagged) for r in readings_of(article, thorough=True))
    readings = tuple(
        each._replace(mention=_titled(each.mention, each, article, tagged, rulebook))
        if each.mention
        else each
        for each in read
    )
    return readings, tuple(passed_over(article, readings))


def _titled(
    mention: Mention, reading: Reading, article: Article, tagged: Tagged, rulebook: Rulebook
) -> Mention:
    """The mention with a title, made of the reading it was taken from, and who takes part by it."""
    title = _of_its_own(title_of(reading, article, tagged), reading, article)
    return with_those_titled(
        replace(mention, title=title), reading.view, reading.cast, article, rulebook
    )


def _of_its_own(title: str, reading: Reading, article: Article) -> str:
    """The title, with the place and who acts on a further day in place of those of the first."""
    own, first = reading.mention, reading.cast
    if own is None or first is None or reading.reason != GOES_ON:
        return title
    if first.place and own.place:
        title = title.replace(first.place.name, own.place.name)
    for old, new in zip(first.actors, own.actors, strict=False):
        if old.name == new.name or any(old.name == actor.name for actor in own.actors):
            continue
        said = old.span.of(article.document.text) if old.span else old.name
        shown = old.name if old.name in title else said
        named = f"{old.title} {shown}".strip()
        whole = f"{_of_which_country(old, reading, article)} {named}".strip()
        for told in (whole, named):
            title = title.replace(told, f"{new.title} {new.name}".strip())
        title = title.replace(shown, new.name)
    return title


def _of_which_country(actor: Actor, reading: Reading, article: Article) -> str:
    """The adjective right before somebody's office, as it stands ("British" of "British Prime Minister Roe")."""
    if actor.span is None:
        return ""
    text = article.document.text
    before = text[: actor.span.start].rstrip().removesuffix(actor.title).rstrip()
    return next(
        (n.text for n in reading.view.names if n.kind == "country" and n.span.end == len(before)),
        "",
    )


def _dated_by(reading: Reading, *reasons: str) -> bool:
    return reading.dated is not None and reading.dated.reason in reasons


def _new(
    undated: list[tuple[Mention, Reading]],
    dated: list[tuple[Mention, Reading]],
    near: int,
    language: Language,
    apart: Callable[[Reading, Reading], bool],
) -> list[tuple[Mention, Reading]]:
    """What is told without a date and no dated sentence tells again, so many days off."""
    return [
        (mention, reading)
        for mention, reading in undated
        if tells_one_more(reading, language)
        or not any(
            other.type == mention.type
            and other.interval.touches(mention.interval, near)
            and not strangers(other, mention)
            and not apart(reading, told)
            for other, told in dated
        )
    ]
