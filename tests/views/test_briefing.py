"""The briefing: what surely falls in the period, what only may, what comes next, who says so."""

import datetime as dt
import io
import re
from dataclasses import replace

from rich.console import Console, RenderableType

from tests.views.samples import anniversary, event, evidence, interval
from tracker.values import Event, Status
from tracker.views.briefing import Briefing, Outage, brief, rival_claims
from tracker.views.markdown import as_html, as_markdown, event_as_markdown
from tracker.views.sheets import briefing_page, event_page
from tracker.views.tables import event_table, upcoming_table

FIRST, LAST, MADE = dt.date(2025, 4, 1), dt.date(2025, 6, 30), dt.date(2025, 7, 5)


def made(*events: Event) -> Briefing:
    return brief(events, FIRST, LAST, made=MADE)


def shown(renderable: RenderableType, width: int = 80) -> str:
    """What a terminal of that width would show."""
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False, emoji=False).print(renderable)
    return out.getvalue()


SAMPLE = brief(
    [
        event("a", "2025-04-30", title="Bridge begun", type="ceremony", place="Tumen"),
        event("b", "2025-06-21", "2025-06-23", title="Plenary meeting held", sources=(evidence(), evidence("https://review.example/b", "Example Review"))),
        event("c", "2025-05-01", "2025-05-31", "month", title="Envoy in Moscow"),
        event("d", "2025-03-30", "2025-04-02", title="Forum"),
        event("e", "2025-01-01", "2025-12-31", "year", title="Ministers sign a plan"),
        event("f", "2025-06-17", title="Leaders to meet", status=Status.CANCELLED),
    ],
    FIRST, LAST, made=MADE, ahead=[anniversary("2025-07-11", ordinal=64)],
    ahead_first=dt.date(2025, 7, 1), ahead_last=dt.date(2025, 9, 30),
    outages=[Outage("kcna", dt.datetime(2025, 5, 3, tzinfo=dt.UTC), dt.datetime(2025, 5, 9, tzinfo=dt.UTC), "timeout")],
)  # fmt: skip

MARKDOWN = """\
# What happened: April to June 2025

**5 events: 4 talks, 1 ceremony**, from 2 articles by 2 publishers. Made on 5 July 2025.

## April 2025

- **30 March - 2 April**: Forum \\[1\\]
- **30 April**: Bridge begun, Tumen \\[1\\]

## May 2025

- **in May**: Envoy in Moscow \\[1\\]

## June 2025

- **17 June**: Leaders to meet *(cancelled)* \\[1\\]
- **21-23 June**: Plenary meeting held \\[1\\]\\[2\\]

## May fall in this period

- **2025**: Ministers sign a plan \\[1\\]

## Anniversaries: 1 July 2025 to 30 September 2025

- **11 July 2025**: Treaty of friendship (64th)

## Gaps in what was read

- kcna: nothing from 3 May 2025 to 9 May 2025 (timeout)

## Sources

1. Example Wire, "They meet", 1 July 2025, <https://wire.example/a>
2. Example Review, "They meet", 1 July 2025, <https://review.example/b>
"""


def test_the_whole_briefing_in_markdown() -> None:
    assert as_markdown(SAMPLE) == MARKDOWN


def test_the_page_fits_80_columns_and_marks_what_was_called_off() -> None:
    page = shown(briefing_page(SAMPLE))
    assert all(len(line) <= 80 for line in page.splitlines())
    assert "✗ cancelled" in page
    assert "May fall in this period" in page
    assert page.index("Forum") < page.index("Bridge begun") < page.index("Plenary meeting held")


def test_markup_and_escape_sequences_from_outside_are_shown_as_text() -> None:
    hostile = event(title="[red]x[/red] \x1b[31mred", place="[link=http://x]y[/link]")
    for view in (event_table([hostile]), event_page(hostile), briefing_page(made(hostile))):
        text = shown(view, 120)
        assert "\x1b" not in text
        assert "[red]x[/red]" in text


def test_an_empty_period_is_said_to_be_empty() -> None:
    assert "No dated event is known for this period**. Made on" in as_markdown(made())


def test_what_is_due_says_how_far_away_it_is() -> None:
    text = shown(
        upcoming_table([anniversary("2025-07-11"), anniversary("2026-07-11", round=True)], MADE)
    )
    assert "6 days" in text
    assert "12 months" in text
    assert "★" in text


CHANGED = brief(
    [], FIRST, LAST, made=MADE, changed_since=dt.date(2025, 7, 1),
    changed=[event(changes=("date: 20 June -> 21 June",)), event("new", changes=("new",))],
)  # fmt: skip


def test_what_changed_since_the_last_briefing_is_listed() -> None:
    text = as_markdown(CHANGED)
    assert "## Changed since 1 July 2025" in text
    assert r"- **21 June 2025**: Ministers hold talks: date: 20 June -\> 21 June" in text
    assert "Changed since 1 July 2025" in shown(briefing_page(CHANGED))


def test_a_contradiction_names_who_says_otherwise_and_a_course_of_events_is_none() -> None:
    disputed = event(
        sources=(evidence(mention="m1"),),
        place="Wonsan-Kalma",
        status=Status.CANCELLED,
        rivals=(
            ("date", "20 June 2025", ("m1",)),
            ("status", "planned", ()),
            ("place", "Wonsan", ()),
        ),
    )
    assert list(rival_claims(disputed)) == [("date", "20 June 2025", "Example Wire")]
    assert "otherwise: date 20 June 2025 (Example Wire)" in as_markdown(made(disputed))
    assert "Sources disagree" in shown(briefing_page(made(disputed)))


def test_the_page_of_html_shows_markup_from_outside_as_text() -> None:
    page = as_html(made(event(title="<script>alert(1)</script> & [x](javascript:y)")))
    assert "<script>" not in page
    assert "javascript:y" not in re.findall(r'href="([^"]*)"', page)
    assert "&lt;script&gt;" in page
    assert page.startswith("<!doctype html>")


def test_what_is_planned_for_some_time_in_a_year_may_fall_in_the_next_quarter_and_may_not() -> None:
    plans = [
        replace(anniversary("2025-08-03"), kind="planned", title="Fair opens", ordinal=None),
        replace(
            anniversary(),
            kind="planned",
            title="Bridge to be opened",
            ordinal=None,
            interval=interval("2025-01-01", "2025-12-31", "year"),
        ),
    ]
    first, last = dt.date(2025, 7, 1), dt.date(2025, 9, 30)
    briefing = brief([], FIRST, LAST, made=MADE, ahead=plans, ahead_first=first, ahead_last=last)
    assert [due.title for due in briefing.planned] == ["Fair opens"]
    assert [due.title for due in briefing.perhaps] == ["Bridge to be opened"]
    for page in (as_markdown(briefing), shown(briefing_page(briefing))):
        assert page.index("Fair opens") < page.index("May fall in that time") < page.index("Bridge")


def test_what_is_taken_to_be_so_is_told_beside_what_others_claim() -> None:
    rivals = (("place", "Oslo", ("m1",)),)
    disputed = event(sources=(evidence(mention="m1"),), place="Lund", rivals=rivals)
    assert "(Lund); otherwise: place Oslo (Example Wire)" in as_markdown(made(disputed))


def test_what_the_period_lists_is_not_announced_again() -> None:
    listed = event("e", "2025-06-30", title="Fair to open", status=Status.PLANNED)
    ahead = [
        replace(anniversary("2025-06-30"), kind="planned", title="Fair to open", event="e"),
        replace(anniversary("2026-06-30"), title="1st anniversary: Fair", event="e"),
    ]
    briefing = brief([listed], FIRST, LAST, made=MADE, ahead=ahead)
    assert [due.title for due in briefing.ahead] == ["1st anniversary: Fair"]


def test_an_event_by_itself_quotes_every_sentence_that_tells_it() -> None:
    text = as_lines(
        event(
            title="Talks *held*",
            sources=(evidence(evidence="They met."), evidence(evidence="They talked.")),
            place="Oslo",
        )
    )
    assert text[0] == r"# Talks \*held\*"
    assert "- **Place**: Oslo" in text
    assert '1. Example Wire, "They meet", 1 July 2025, <https://wire.example/a>' in text
    assert [line.strip() for line in text if ">" in line][1:] == ["> They met.", "> They talked."]


def as_lines(one: Event) -> list[str]:
    return event_as_markdown(one).splitlines()


def test_a_date_told_more_roughly_is_no_contradiction() -> None:
    for claim, contradicts in (
        ("2025-01-01/2025-12-31", False),
        ("2025-06-01/2025-06-30", False),
        ("2025-06-20/2025-06-22", True),
        ("2025-05-01/2025-05-31", True),
    ):
        told = event(sources=(evidence(mention="m1"),), rivals=(("date", claim, ("m1",)),))
        assert bool(list(rival_claims(told))) is contradicts


def test_the_figures_count_what_tells_the_events_they_count() -> None:
    possible = event(
        "e", "2025-01-01", "2025-12-31", "year",
        sources=(evidence("https://other.example/", "Another"),),
    )  # fmt: skip
    assert "1 event: 1 talks**, from 1 article by 1 publisher" in as_markdown(
        made(event(), possible)
    )


def test_a_claimed_date_is_told_in_words() -> None:
    claims = (("date", "2025-06-25/2025-06-27", ("m1",)),)
    disputed = event(sources=(evidence(mention="m1"),), rivals=claims)
    assert "otherwise: date 25-27 June 2025 (Example Wire)" in as_markdown(made(disputed))
    for page in (briefing_page(made(disputed)), event_page(disputed)):
        assert "25-27 June 2025" in shown(page)


def test_a_sentence_that_tells_an_event_twice_is_quoted_once() -> None:
    twice = event(sources=(evidence(mention="m1"), evidence(mention="m2")))
    assert shown(event_page(twice)).count("They met.") == 1
