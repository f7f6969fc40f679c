"""The values of one happening, resolved from the sources that tell it by stated rules.

Each value says which mentions gave it and why it won; the values that lost stay visible as rivals.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tracker.events.choices import (
    EARLIEST,
    Choice,
    Sources,
    choose,
    latest_status,
    support_of,
    tally_of,
)
from tracker.events.dating import date_of
from tracker.events.profile import AHEAD
from tracker.events.words import fold
from tracker.text.titles import title_quality
from tracker.values import Event, Evidence, Mention, Source, Status

__all__ = ["parted", "ranked", "resolve"]

ASIDE = 0.45  # how sure at best the timeline is of what is only recalled
READABLE = 10  # how much a title that reads well outweighs one that tells more


def resolve(cluster: Sequence[Source], *, quoted: bool = True) -> Event:
    """The event that `cluster` tells; its `id` is empty, the ledger gives one. Unless it is `quoted`, without
    the evidence: what stores the values has that elsewhere."""
    sources = ranked(cluster)
    choices = {
        "type": _type(sources),
        "date": date_of(sources),
        "status": _status(sources),
        "title": _title(sources),
        "actors": _actors(sources),
        "place": _place(sources),
        "ordinal": _plain(sources, lambda m: m.ordinal),
        "base": _base(sources),
    }
    dated: Mention = choices["date"].behind[0].mention
    reported, recalled = parted(map(_evidence, sources if quoted else ()))
    return Event(
        id="",
        type=choices["type"].value,
        title=choices["title"].value,
        interval=choices["date"].value,
        basis=dated.basis,
        status=choices["status"].value,
        actors=choices["actors"].value,
        place=choices["place"].value,
        ordinal=choices["ordinal"].value,
        base=choices["base"].value,
        confidence=_confidence(sources),
        sources=reported,
        recalled_by=recalled,
        chosen=_explained(choices, tuple(sources)),
        rivals=tuple(
            (field, value, keys)
            for field, choice in choices.items()
            for value, keys in choice.rivals
        ),
    )


def ranked(cluster: Sources) -> list[Source]:
    """Independent sources first, what is only recalled last, each kind from the earliest to the latest."""
    return sorted(
        cluster,
        key=lambda s: (s.mention.recalled, s.copy_of is not None, s.published or EARLIEST, s.key),
    )


def parted(told: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Those that report a happening and those that only recall it; all, where nobody reports it."""
    told = tuple(told)
    recalled = tuple(each for each in told if each.recalled)
    reported = tuple(each for each in told if not each.recalled)
    return (reported, recalled) if reported else (told, ())


def _explained(
    choices: Mapping[str, Choice], everybody: tuple[Source, ...]
) -> tuple[tuple[str, str], ...]:
    """Why each value won, and by whom it is told: most often by everybody."""
    all_names = _publishers(everybody)
    return tuple(
        (field, f"{one.why}: {all_names if one.behind == everybody else _publishers(one.behind)}")
        for field, one in choices.items()
        if one.behind
    )


def _publishers(told: Iterable[Source]) -> str:
    return ", ".join(dict.fromkeys([source.publisher or source.url for source in told]))


def _evidence(source: Source) -> Evidence:
    return Evidence(
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        evidence=source.quote,
        span=source.mention.evidence,
        independent=source.copy_of is None,
        kind=source.kind,
        mention=source.key,
        confidence=source.mention.confidence,
        recalled=source.mention.recalled,
    )


def _plain(sources: Sources, value_of: Callable[[Mention], Any]) -> Choice:
    tally = tally_of(sources, value_of)
    return choose(
        tally,
        lambda value, told: (support_of(told), -len(str(value)), str(value)),
        "told by most independent sources",
    )


def _place(sources: Sources) -> Choice:
    """Where: a town says more than its country, and the country nothing else; where a report was made
    counts where none says more."""
    places = [source.mention.place for source in sources if source.mention.place]
    said = any(not place.reported for place in places)
    told_of = [place for place in places if not (said and place.reported)]
    finer = {place.country for place in told_of if place.country and place.entity != place.country}

    def told(mention: Mention) -> str | None:
        place = mention.place
        if place is None or place.entity in finer or (said and place.reported):
            return None
        return place.name

    return _plain(sources, told)


def _type(sources: Sources) -> Choice:
    return choose(
        tally_of(sources, lambda m: m.type),
        lambda value, told: (support_of(told), value),
        "told by most independent sources",
    )


def _base(sources: Sources) -> Choice:
    return choose(
        tally_of(sources, lambda m: m.base),
        lambda value, told: (-len(value), support_of(told), value),
        "the finest date told",
    )


def _status(sources: Sources) -> Choice:
    """A report that it happened settles it; otherwise what was said last."""
    value = latest_status(sources)
    tally = tally_of(sources, lambda m: m.status)
    why = "a report says so" if value is Status.OCCURRED else "said last"
    return choose(
        tally, lambda status, told: (status is not value, status.value), why, lambda s: s.value
    )


def _title(sources: Sources) -> Choice:
    """The title that reads best, of the source that tells most in words of its own."""

    def rank(title: str, told: list[Source]) -> tuple[Any, ...]:
        worth = max(map(_fullness, told)) + READABLE * title_quality(title)
        return (-worth, support_of(told), title)

    choice = choose(tally_of(sources, lambda m: m.title), rank, "reads best and tells most")
    return Choice(choice.value or "", choice.behind, choice.why)


def _fullness(source: Source) -> float:
    mention = source.mention
    told = len(mention.actors) + 2 * (mention.place is not None) + len(mention.numbers)
    own = source.copy_of is None
    happened = mention.status not in AHEAD
    return 4 * happened + 2 * own + min(told, 6) + mention.confidence


def _actors(sources: Sources) -> Choice:
    """Everybody who takes part, the source that names most first; one name an actor."""
    taking = {s.key: [a for a in s.mention.actors if not a.bystander] for s in sources}
    order = sorted(sources, key=lambda s: (-len(taking[s.key]), s.published or EARLIEST, s.key))
    names: dict[str, str] = {}
    for source in order:
        for actor in taking[source.key]:
            names.setdefault(actor.entity or fold(actor.name), actor.name)
    behind = tuple(source for source in order if taking[source.key])
    return Choice(tuple(names.values()), behind, "the fullest list, completed by the others")


def _confidence(sources: Sources) -> float:
    """Grows with every independent source: what one alone doubts, two doubt less. What nobody reports and
    others only recall is not shown unless asked for."""
    reported = [source for source in sources if not source.mention.recalled]
    if not reported:
        return min(ASIDE, max(source.mention.confidence for source in sources))
    best: dict[str, float] = {}
    for source in reported:
        if source.copy_of is None or source.copy_of == source.url:
            name = source.publisher or source.url
            best[name] = max(best.get(name, 0.0), source.mention.confidence)
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round(1 - doubt, 3) if best else max(s.mention.confidence for s in reported)
