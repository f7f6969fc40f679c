"""Briefings, lists and single events as Markdown with numbered sources, to be sent on as they are."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from tracker.timeline.query import Upcoming
from tracker.values import Event, Evidence, Status
from tracker.views.briefing import (
    Briefing,
    Outage,
    ahead_name,
    changed_name,
    claim_words,
    headline,
    place_beside,
    reach,
    rival_claims,
    told_value,
)
from tracker.views.citing import Sources
from tracker.views.clean import for_markdown, one_line, web_link
from tracker.views.lives import Stage, life_of
from tracker.views.when import day_name, ordinal, quarter_name, when

__all__ = [
    "as_html", "as_markdown", "event_as_markdown", "events_as_markdown", "page_of", "upcoming_as_markdown",
]  # fmt: skip

MARKS = {
    Status.PLANNED: "planned",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
    Status.UNCONFIRMED: "unconfirmed",
}


def as_markdown(briefing: Briefing) -> str:
    """The whole briefing as Markdown that can be sent on as it is."""
    cited = Sources()
    parts = [
        f"# What happened: {quarter_name(briefing.first, briefing.last)}",
        f"**{headline(briefing)}**{reach(briefing)}. Made on {day_name(briefing.made)}.",
        *_month_parts(briefing, cited),
        *_part(
            "May fall in this period", [_line(event, cited, True) for event in briefing.possible]
        ),
        *_part(f"Planned: {ahead_name(briefing)}", [_due(due, cited) for due in briefing.planned]),
        *_part("May fall in that time", [_due(due, cited) for due in briefing.perhaps]),
        *_part(
            f"Anniversaries: {ahead_name(briefing)}",
            [_due(due, cited) for due in briefing.anniversaries],
        ),
        *_part(changed_name(briefing), [_changed(event) for event in briefing.changed]),
        *_part("Sources disagree", [_disputed(event) for event in briefing.disputed]),
        *_part("Gaps in what was read", [_gap(outage) for outage in briefing.outages]),
        *_part("Sources", [_source(number, source) for number, source in cited]),
    ]
    return "\n\n".join(parts) + "\n"


def as_html(briefing: Briefing) -> str:
    """The same as one page of HTML that needs nothing else, for mail and print."""
    title = f"What happened: {quarter_name(briefing.first, briefing.last)}"
    return page_of(title, as_markdown(briefing))


def page_of(title: str, markdown: str) -> str:
    """Markdown as a page of HTML; raw HTML in it is shown as text."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    template = files("tracker.views").joinpath("templates", "page.html").read_text(encoding="utf-8")
    return template.replace("{title}", escape(one_line(title))).replace("{body}", body)


def event_as_markdown(event: Event) -> str:
    """One event: what is known of it, and every source with the sentence that says so."""
    known = (
        ("Date", when(event.interval)),
        ("Type", event.type.replace("_", " ")),
        ("Status", event.status.value),
        ("Who", ", ".join(event.actors)),
        ("Place", event.place or ""),
        ("Original date", event.base or ""),
    )
    cited = Sources()
    cited.cite(event.sources)
    return "\n\n".join([
        f"# {for_markdown(event.title)}",
        "\n".join(f"- **{name}**: {for_markdown(value)}" for name, value in known if value),
        *_part("Related", [f"- {one.kind.replace('_', ' ')}: {for_markdown(one.title)}" for one in event.relations]),
        *_part("As it was told", [_stage(stage) for stage in life_of(event)]),
        *_part("Sources", [_quoted(number, source, event) for number, source in cited]),
        *_part("Only recalled by", [f"- {_told_by(one)}" for one in event.recalled_by]),
    ]) + "\n"  # fmt: skip


def _stage(stage: Stage) -> str:
    said = f"{stage.said:%-d %B %Y}: " if stage.said else ""
    return f"- {said}{stage.status}, {stage.days} ({for_markdown(stage.publisher)})"


def _quoted(number: int, source: Evidence, event: Event) -> str:
    told = [one.evidence for one in event.sources if one.url == source.url]
    quotes = "".join(f"\n\n   > {for_markdown(quote)}" for quote in dict.fromkeys(told))
    return f"{_source(number, source)}{quotes}\n"


def events_as_markdown(events: Sequence[Event]) -> str:
    """A list of events with numbered sources below."""
    if not events:
        return ""
    cited = Sources()
    lines = "\n".join(_line(event, cited, True) for event in events)
    return "\n\n".join((lines, *_part("Sources", [_source(*one) for one in cited]))) + "\n"


def upcoming_as_markdown(entries: Sequence[Upcoming]) -> str:
    """A list of what is due, with numbered sources below."""
    if not entries:
        return ""
    cited = Sources()
    lines = "\n".join(_due(due, cited) for due in entries)
    return "\n\n".join((lines, *_part("Sources", [_source(*one) for one in cited]))) + "\n"


def _month_parts(briefing: Briefing, cited: Sources) -> Iterator[str]:
    for name, events in briefing.months:
        yield from _part(name, [_line(event, cited, "course" in name) for event in events])


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def _line(event: Event, cited: Sources, year: bool) -> str:
    mark = MARKS.get(event.status)
    words = [
        f"- **{when(event.interval, year=year)}**: {for_markdown(event.title)}",
        f" *({mark})*" if mark else "",
        f", {for_markdown(place)}" if (place := place_beside(event)) else "",
        f" {_escaped(cited.cite(event.sources))}",
    ]
    return "".join(words).rstrip()


def _due(due: Upcoming, cited: Sources) -> str:
    number = (
        f" ({ordinal(due.ordinal)})"
        if due.ordinal and ordinal(due.ordinal) not in due.title
        else ""
    )
    mark = MARKS.get(Status(due.status)) if due.kind == "planned" else None
    text = f"- **{when(due.interval)}**: {for_markdown(due.title)}{number}"
    return f"{text}{f' *({mark})*' if mark else ''} {_escaped(cited.cite(due.sources))}".rstrip()


def _changed(event: Event) -> str:
    what = "; ".join(map(for_markdown, event.changes)) or "changed"
    return f"- **{when(event.interval)}**: {for_markdown(event.title)}: {what}"


def _disputed(event: Event) -> str:
    claims = "; ".join(
        f"{field} {for_markdown(claim_words(value))}{f' ({for_markdown(names)})' if names else ''}"
        for field, value, names in rival_claims(event)
    )
    told = for_markdown(told_value(event, [field for field, _, _ in rival_claims(event)]))
    return f"- **{when(event.interval)}**: {for_markdown(event.title)}{told}; otherwise: {claims}"


def _gap(outage: Outage) -> str:
    until = day_name(outage.until.date()) if outage.until else "today"
    span = f"{day_name(outage.since.date())} to {until}"
    return f"- {for_markdown(outage.feed)}: nothing from {span} ({for_markdown(outage.reason)})"


def _source(number: int, source: Evidence) -> str:
    return f"{number}. {_told_by(source)}"


def _told_by(source: Evidence) -> str:
    title = f', "{for_markdown(source.title)}"' if source.title else ""
    day = f", {day_name(source.published.date())}" if source.published else ""
    link = web_link(source.url)
    return (
        f"{for_markdown(source.publisher or 'unknown')}{title}{day}{f', <{link}>' if link else ''}"
    )


def _escaped(citation: str) -> str:
    return citation.replace("[", r"\[").replace("]", r"\]")
