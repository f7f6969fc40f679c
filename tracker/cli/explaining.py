"""How a text was read: sentence by sentence, the dates found and the mentions made, with their rules."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tracker.dates import find_dates
from tracker.mentions import explain, find_mentions
from tracker.mentions.explaining import Explained
from tracker.rulebook import Rulebook
from tracker.text import split_sentences
from tracker.values import DateFound, Document, Mention, Span
from tracker.views.clean import one_line
from tracker.views.when import when

__all__ = ["explanation"]


def explanation(document: Document, rulebook: Rulebook) -> RenderableType:
    """The reading of `document`, to be printed."""
    dates = find_dates(document, rulebook)
    mentions = find_mentions(document, rulebook)
    silent = [told for told in explain(document, rulebook) if told.mention is None]
    parts: list[RenderableType] = []
    for sentence in split_sentences(document.text):
        parts.append(Text(one_line(sentence.text), style="bold"))
        table = Table.grid(padding=(0, 1))
        for found in _within(dates, sentence.span):
            table.add_row("", Text("date", style="cyan"), _date(found))
        for mention in mentions:
            if mention.evidence == sentence.span:
                table.add_row("", Text("event", style="green"), _mention(mention, document.text))
        for told in silent:
            if told.sentence.span == sentence.span:
                table.add_row("", Text("none", style="yellow"), _none(told, document.text))
        parts += [table if table.row_count else Text("  no date, no event", style="dim"), Text()]
    return Group(*parts)


def _within(dates: Sequence[DateFound], span: Span) -> Iterator[DateFound]:
    return (found for found in dates if span.holds(found.span))


def _date(found: DateFound) -> Text:
    meaning = when(found.interval) if found.interval else found.value or "nothing certain"
    text = Text(f"“{one_line(found.phrase)}” is {meaning}")
    reasons = [found.basis.value, f"rule {found.rule}", found.reason]
    if found.anchor and found.basis.value != "stated":
        reasons.insert(1, f"counted from {found.anchor}")
    text.append(f"\n{'; '.join(one_line(reason) for reason in reasons if reason)}", style="dim")
    return text


def _none(told: Explained, text: str) -> Text:
    return Text(
        f"“{one_line(told.words.of(text))}” would be {told.type}, rule {told.rule}: {told.reason}"
    )


def _mention(mention: Mention, text: str) -> Text:
    told = Text(
        f"{mention.type}, {mention.status.value}: {one_line(mention.title)}, {when(mention.interval)}"
    )
    for name, span in mention.spans:
        told.append(f"\n{name} from “{one_line(span.of(text))}”", style="dim")
    told.append(
        f"\nrules {', '.join(mention.rules)}; confidence {mention.confidence:.2f}", style="dim"
    )
    return told
