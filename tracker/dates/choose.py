"""Which of a sentence's dates belongs to a clause."""

from collections.abc import Sequence

from tracker.values import DateFound, Sentence, Span

__all__ = ["choose_date"]


def choose_date(clause: Span, sentence: Sentence, dates: Sequence[DateFound]) -> DateFound | None:
    """The calendar date that says when the happening told in `clause` was, or None.

    `dates` may be those of the whole text; only those inside `sentence` count. The date inside the
    clause and nearest to its head wins.
    """
    here = [date for date in dates if date.interval is not None and sentence.span.holds(date.span)]
    return min(here, key=lambda date: _distance(clause, date.span), default=None)


def _distance(clause: Span, span: Span) -> tuple[int, int]:
    if span.start >= clause.end:
        return span.start - clause.end, 0
    if span.end <= clause.start:
        return clause.start - span.end, 1
    return 0, abs(span.start - clause.start)
