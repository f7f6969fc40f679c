"""The briefing and the page of one event, for the terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tracker.timeline.news import say_change
from tracker.timeline.query import Revision
from tracker.values import Event, Evidence
from tracker.views.briefing import (
    Briefing,
    Outage,
    ahead_name,
    changed_name,
    claim_words,
    headline,
    reach,
    rival_claims,
    told_value,
)
from tracker.views.clean import one_line, printable
from tracker.views.lives import Stage, life_of
from tracker.views.tables import due_list, title_of
from tracker.views.terminal import grid, legend, mark, section
from tracker.views.when import ordinal, quarter_name, when

__all__ = ["briefing_page", "event_page"]


def briefing_page(briefing: Briefing) -> RenderableType:
    """The briefing as a page: figures, months, what may belong here, what is ahead, gaps."""
    parts: list[RenderableType] = [
        Text(quarter_name(briefing.first, briefing.last), style="bold"),
        Text(f"{headline(briefing)}{reach(briefing)}."),
    ]
    for name, events in briefing.months:
        parts += section(name, _short_table(events, year="course" in name))
    if briefing.possible:
        parts += section("May fall in this period (date too coarse to say)",
                          _short_table(briefing.possible, year=True))  # fmt: skip
    parts += legend(event.status for event in (*briefing.events, *briefing.possible))
    time = ahead_name(briefing)
    for name, ahead in (
        (f"Planned: {time}", briefing.planned),
        ("May fall in that time (date too coarse to say)", briefing.perhaps),
        (f"Anniversaries: {time}", briefing.anniversaries),
    ):
        if ahead:
            parts += section(name, due_list(ahead))
    if briefing.changed:
        parts += section(changed_name(briefing), _changes(briefing.changed))
    if briefing.disputed:
        parts += section("Sources disagree", _disputes(briefing.disputed))
    if briefing.outages:
        parts += section("Gaps in what was read", Text("\n".join(map(_gap, briefing.outages))))
    return Group(*parts)


def _short_table(events: Sequence[Event], year: bool) -> Table:
    table = grid(("", {"no_wrap": True, "min_width": 9}), ("", {}), ("", {"ratio": 1}),
                  ("", {"justify": "right", "no_wrap": True}), ("", {"no_wrap": True}))  # fmt: skip
    table.show_header = False
    for event in events:
        number = len({source.url for source in event.sources})
        table.add_row(
            Text(when(event.interval, short=True, year=year), style="bold"),
            mark(event.status),
            title_of(event),
            Text(f"{number} source{'s' if number != 1 else ''}", style="dim"),
            Text(event.id, style="dim"),
        )
    return table


def _changes(events: Sequence[Event]) -> Table:
    table = _plain_table()
    for event in events:
        what = Text(one_line(event.title))
        what.append(f"  {one_line('; '.join(event.changes)) or 'changed'}", style="cyan")
        table.add_row(
            Text(when(event.interval, short=True), style="bold"), what, Text(event.id, style="dim")
        )
    return table


def _disputes(events: Sequence[Event]) -> Table:
    table = _plain_table()
    for event in events:
        claims = list(rival_claims(event))
        told = Text(one_line(event.title + told_value(event, [field for field, _, _ in claims])))
        for field, value, names in claims:
            told.append(
                f"\n  {field} otherwise: {one_line(claim_words(value))}  {one_line(names)}",
                style="yellow",
            )
        table.add_row(
            Text(when(event.interval, short=True), style="bold"), told, Text(event.id, style="dim")
        )
    return table


def _plain_table() -> Table:
    table = grid(
        ("", {"no_wrap": True, "min_width": 9}), ("", {"ratio": 1}), ("", {"no_wrap": True})
    )
    table.show_header = False
    return table


def _gap(outage: Outage) -> str:
    until = f"{outage.until:%-d %b %Y}" if outage.until else "now"
    return one_line(f"{outage.feed}: {outage.since:%-d %b %Y} to {until} ({outage.reason})")


def event_page(event: Event, revisions: Sequence[Revision] = ()) -> RenderableType:
    """Everything about one event: values, how they were chosen, sources with their sentences, history."""
    parts: list[RenderableType] = [
        Text.assemble((when(event.interval), "bold"), "  ", (one_line(event.title), "bold")),
        Text(),
        _values(event),
    ]
    if event.relations:
        lines = [f"{one.kind.replace('_', ' ')}  {one.id}  {one.title}" for one in event.relations]
        parts += section("Related", Text("\n".join(map(one_line, lines))))
    if event.rivals:
        parts += section("Other values claimed", _rivals(event))
    if stages := life_of(event):
        parts += section("As it was told", _life(stages))
    quoted = {
        (one.url, one.evidence): one for one in event.sources
    }  # one sentence may tell it twice
    parts += section("Sources", Group(*map(_evidence, quoted.values())))
    if event.recalled_by:
        parts += section("Only recalled by", Group(*map(_evidence, event.recalled_by)))
    if revisions:
        parts += section("History", _history(revisions))
    return Group(*parts)


def _values(event: Event) -> Table:
    reasons = dict(event.chosen)
    table = Table.grid(padding=(0, 2, 0, 0))
    rows = (
        ("id", event.id),
        ("type", event.type),
        ("status", event.status.value),
        (
            "date",
            f"{when(event.interval)} (to the {event.interval.precision.value}, {event.basis.value})",
        ),
        ("actors", ", ".join(event.actors)),
        ("place", event.place or ""),
        ("original date", event.base or ""),
        ("ordinal", ordinal(event.ordinal) if event.ordinal else ""),
        ("updated", f"{event.updated:%Y-%m-%d %H:%M} UTC" if event.updated else ""),
    )
    for name, value in rows:
        if value:
            reason = reasons.get(name, reasons.get(name.rstrip("s"), ""))
            table.add_row(
                Text(name, style="dim"), Text(one_line(value)), Text(one_line(reason), style="dim")
            )
    return table


def _rivals(event: Event) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for field, value, mentions in event.rivals:
        publishers = {one.publisher for one in event.sources if one.mention in mentions}
        table.add_row(Text(field, style="dim"), Text(one_line(claim_words(value))),
                      Text(", ".join(sorted(publishers)), style="dim"))  # fmt: skip
    return table


def _evidence(source: Evidence) -> RenderableType:
    day = f", {source.published:%-d %B %Y}" if source.published else ""
    head = Text.assemble(
        (one_line(source.publisher) or "unknown", "bold"), day, (f"  {source.kind.value}", "dim")
    )
    if not source.independent:
        head.append("  (copy of another source)", style="dim")
    quote = Padding(Text(f"“{one_line(source.evidence)}”"), (0, 0, 0, 2))
    return Group(head, quote, Padding(Text(printable(source.url), style="dim"), (0, 0, 1, 2)))


def _life(stages: Sequence[Stage]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for stage in stages:
        day = f"{stage.said:%-d %b %Y}" if stage.said else ""
        table.add_row(Text(day, style="dim"), Text(stage.status), Text(stage.days),
                      Text(one_line(stage.publisher), style="dim"))  # fmt: skip
    return table


def _history(revisions: Sequence[Revision]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for revision in revisions:
        table.add_row(Text(f"{revision.at:%Y-%m-%d %H:%M}", style="dim"), Text(revision.change),
                      Text(_difference(revision)))  # fmt: skip
    return table


def _difference(revision: Revision) -> str:
    if revision.change == "merged":
        return one_line(f"into {revision.after.get('into', '')}")
    return one_line("; ".join(say_change(revision.before, revision.after)))
