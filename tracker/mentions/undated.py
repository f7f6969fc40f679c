"""When something happened that its sentence does not date: on the occasion told of before, on the day of
the happening it goes on to tell, or, for what an article opens with, on the day of the news."""

from tracker.mentions.article import Article
from tracker.mentions.carried import (
    CLOSE_BY,
    OF_THE_OCCASION,
    goes_on,
    is_only_recalled,
    keeps_occasion,
    of_its_meeting,
    of_the_occasion,
    of_the_report,
    of_the_story,
    of_what_they_did,
)
from tracker.mentions.clauses import part_around
from tracker.mentions.counted import counted_from, counts_from
from tracker.mentions.dated import Dated
from tracker.mentions.day_turned_to import of_the_day_turned_to
from tracker.mentions.entries import Entry, entry_at
from tracker.mentions.facts import done_next, is_somebody_s, plainly_past
from tracker.mentions.gathered import (
    OF_THOSE_GATHERED,
    of_those_gathered,
    tells_who_gathered,
)
from tracker.mentions.greeted import of_the_greeting
from tracker.mentions.hits import Hit, View
from tracker.mentions.hours import (
    OF_ITS_HOUR,
    OF_THE_DAY,
    goes_on_from_a_day,
    of_its_hour,
    of_the_day_decided,
    of_the_day_spoken_of,
    tells_an_hour,
)
from tracker.mentions.listed import of_its_row
from tracker.mentions.news import (
    OF_THE_NEWS,
    OPENING,
    UNDATED,
    after_the_opening,
    done_at_once,
    later_that_day,
    of_the_news,
)
from tracker.mentions.opening_days import (
    OCCASION_DAYS,
    OF_THE_STORY,
    day_of_its_paragraph,
    day_told_before,
    of_the_day_before,
)
from tracker.mentions.plans import (
    OF_THE_PLAN,
    PLAN_DAYS,
    is_of_a_plan,
    of_the_plan,
    of_what_comes_then,
    tells_what_comes_then,
)
from tracker.mentions.reading import Reading
from tracker.mentions.spoken_after import (
    SPOKEN_AFTER,
    of_what_was_said_after,
    tells_what_was_said_after,
)
from tracker.mentions.there import is_of_a_guest, of_the_host, of_the_place
from tracker.values import Status

__all__ = [
    "LENT",
    "LOOSE",
    "date_of_what_is_undated",
    "dates_an_occasion",
    "may_be_dated",
    "of_its_occasion",
    "of_the_entry",
]

OF_THE_ENTRY = "in an entry of that date"
OF_THE_SENTENCE = "during what the sentence tells"
# Told again with a date, that date is better.
LOOSE = (OF_THE_NEWS, OF_THE_STORY, OF_THE_PLAN, OF_THOSE_GATHERED, SPOKEN_AFTER)
LENT = (OF_ITS_HOUR, OF_THE_DAY)  # told again on that day, the other telling is better


def may_be_dated(view: View, article: Article, last: Reading | None, news: Reading | None) -> bool:
    """Whether a sentence without a date is worth reading."""
    return (
        view.number <= article.opens + OPENING
        or goes_on(view, article, news)
        or is_of_a_plan(view, last)
        or tells_what_comes_then(view, article)
        or article.cues.occasions.at_once.search(view.searched) is not None
        or (last is not None and 0 < view.number - last.view.number <= CLOSE_BY)
        or _entry(view, article) is not None
        or day_told_before(view, article) is not None
        or article.cues.going_on.search(view.searched) is not None
        or keeps_occasion(view, article)
        or counts_from(view, article.cues)
        or tells_an_hour(view, article)
        or goes_on_from_a_day(view, article)
        or tells_who_gathered(view, article)
        or tells_what_was_said_after(view, article)
        or article.cues.occasions.amid.search(view.searched) is not None
    )


def dates_an_occasion(reading: Reading, article: Article, last: Reading | None) -> bool:
    """Whether what follows may have happened on the reading's date: rather than on that of the `last`, which
    what a clause set in between tells of somebody leaves ("Xi, who arrived on Monday, …"), what had come before
    it ("The guest had landed the evening before.") and what is only recalled."""
    if reading.mention is None or article.rules.types[reading.hit.trigger.type].anniversary:
        return False
    aside = article.cues.asides.relative_open.search(reading.view.masked[: reading.hit.span.start])
    if is_somebody_s(reading.hit.span.start, reading.view, article):
        return False
    if last and (
        aside or _had_come_before(reading, last, article) or is_only_recalled(reading, article)
    ):
        return False
    planned = reading.mention.status == Status.PLANNED
    return reading.mention.interval.days <= (PLAN_DAYS if planned else OCCASION_DAYS)


def _had_come_before(reading: Reading, last: Reading, article: Article) -> bool:
    """Whether its clause goes back, in the pluperfect, to a day before that of the last happening."""
    assert reading.mention is not None
    if last.mention is None or reading.mention.interval.last >= last.mention.interval.first:
        return False
    text, hit = reading.view.masked, reading.hit.span
    clause = part_around(text, hit).start
    return article.cues.pluperfect.search(text, clause, hit.end) is not None


def date_of_what_is_undated(
    hit: Hit, view: View, article: Article, last: Reading | None, news: Reading | None
) -> Dated | None:
    """The date of what came before, None where nothing shows that it holds on."""
    if article.rules.types[hit.trigger.type].anniversary:
        return (
            _of_what_keeps_it(hit, view, last)
            or _of_what_it_falls_on(hit, view, article, last)
            or of_the_greeting(hit, view, article)
        )
    if _tells_which(hit, view, article):
        return None
    if hit.trigger.date != "clause":
        return (
            _of_its_hour_s_line(view, article)
            or of_its_row(hit, view, article, last)
            or of_those_gathered(hit, view, article)
            or of_what_was_said_after(hit, view, article, news)
        )
    return (
        counted_from(hit, view, article, news)
        or of_the_day_decided(hit, view, article)
        or later_that_day(hit, view, article)
        or of_the_day_turned_to(hit, view, article)
        or done_at_once(hit, view, article)
        or _of_the_sentence(hit, view, article, last)
        or of_the_place(hit, view, article, last)
        or of_the_entry(hit, view, article)
        or of_its_occasion(hit, view, article, last)
        or of_the_plan(hit, view, article, last)
        or of_what_comes_then(hit, view, article)
        or of_what_they_did(hit, view, article, last)
        or of_its_hour(hit, view, article)
        or of_the_host(hit, view, article, last)
        or after_the_opening(hit, view, article, news)
        or of_the_news(hit, view, article, news)
        or of_the_story(hit, view, article, news)
        or of_its_meeting(hit, view, article, news)
        or _of_the_verb_before(hit, view, article, last)
        or of_the_day_before(hit, view, article)
        or of_the_report(hit, view, article, last)
        or of_the_day_spoken_of(hit, view, article)
        or of_those_gathered(hit, view, article)
        or of_what_was_said_after(hit, view, article, news)
    )


def of_its_occasion(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of the occasion told just before; what is done already has none that is still to come."""
    day, today = of_the_occasion(view, article, last), article.today
    ahead = day is not None and today is not None and day.interval.first > today
    return None if ahead and plainly_past(hit, view, article) else day


def _tells_which(hit: Hit, view: View, article: Article) -> bool:
    """Whether the words only say which one is meant: "the countries that signed the deal"."""
    if article.cues.they_made.search(_up_to_its_verb(hit, view, article)):
        return True  # "the pact they signed in Riga was criticised"
    before = view.masked[: hit.span.start].split()[-2:]
    if not before or before[-1].lower() not in article.cues.relatives:
        return False
    if is_of_a_guest(hit, view, article) or article.cues.occasions.done_next.search(
        view.masked, view.head, hit.span.start
    ):
        return False
    return not (before[0].endswith(",") and keeps_occasion(view, article))


def _up_to_its_verb(hit: Hit, view: View, article: Article) -> str:
    """The sentence up to the verb that tells what was done; "" where the words of the hit tell none."""
    verb = article.cues.past.search(view.masked, *hit.span)
    return view.masked[view.head : verb.end()] if verb else ""


def _entry(view: View, article: Article) -> Entry | None:
    """The entry of a chronology that a sentence belongs to, its last words included."""
    return entry_at(article.entries, view.sentence.span.end - 1)


def of_the_entry(hit: Hit, view: View, article: Article) -> Dated | None:
    """The date that heads the entry of a chronology, for what its sentences tell without a date."""
    entry = _entry(view, article)
    if entry is None or entry.date.interval is None:
        return None
    if article.cues.background.regex.search(view.masked[: hit.span.start][-60:]):
        return None
    told = day_of_its_paragraph(view, article)
    if told and told.date.span.start > entry.date.span.start and told.interval.days == 1:
        # "WEDNESDAY. The summit opened.", and a paragraph on: "Thursday was for partners."
        return told._replace(reason=OF_THE_ENTRY)
    return Dated(entry.date, entry.date.interval, 0.6, OF_THE_ENTRY)


def _of_its_hour_s_line(view: View, article: Article) -> Dated | None:
    """The day of the line of an agenda, which tells nothing but what is on at its hour: "13.00 Working lunch"."""
    entry = _entry(view, article)
    if entry is None or not entry.timed or entry.date.interval is None:
        return None
    return Dated(entry.date, entry.date.interval, 0.6, OF_THE_ENTRY)


def _of_what_keeps_it(hit: Hit, view: View, last: Reading | None) -> Dated | None:
    """The day of what the sentence tells to be held for an anniversary: "a concert was given to mark …"."""
    if last is None or last.view is not view or last.mention is None or last.dated is None:
        return None
    kept, start = hit.trigger.kept_after, last.hit.span.start
    if kept is None or not kept.search(view.masked, start, hit.span.start):
        return None
    if last.mention.interval.days > 1:
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_SENTENCE)


def _of_what_it_falls_on(
    hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated | None:
    """The day of the happening told just before, which is said to be on an anniversary: "It coincided with the
    50th anniversary of the union"."""
    if last is None or last.mention is None:
        return None
    same = last.view is view and last.mention.interval.days == 1
    if not (same or goes_on(view, article, last)):
        return None
    before = view.masked[: hit.span.start]
    if last.dated is None or not article.cues.occasions.coinciding.match(before, view.head):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_OCCASION)


def _of_the_sentence(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of what the same sentence tells, for the meeting at which it happened."""
    if last is None or last.mention is None or last.dated is None or last.view is not view:
        return None
    if last.hit.span.end > hit.span.start or last.mention.interval.days > OCCASION_DAYS:
        return None
    cues, text = article.cues, view.masked
    said = cues.occasions.meanwhile.search(text, last.hit.span.end, hit.span.start)
    if cues.occasions.meetings.search(text, hit.span.start, hit.span.end):
        said = said or cues.occasions.just_before.search(text, last.hit.span.end, hit.span.start)
    said = said or (
        cues.occasions.simultaneous.search(text, last.hit.span.end, hit.span.start)
        if plainly_past(hit, view, article)
        else None
    )
    next_done = done_next(last.hit, last.mention.status, hit, view, article)
    if not said and not next_done and not cues.occasions.meanwhile_inside.search(hit.span.of(text)):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_SENTENCE)


def _of_the_verb_before(
    hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated | None:
    """The day of what the sentence tells first, for the next verb of a row: "met, talked and signed …"."""
    if last is None or last.view is not view or last.dated is None or last.mention is None:
        return None
    if not article.cues.past.match(view.masked, hit.span.start):
        return None
    if last.dated.reason not in UNDATED:
        return _of_the_day_before_both(hit, view, article, last)
    row = article.cues.row.search(view.masked, last.hit.span.end, hit.span.start)
    return last.dated._replace(interval=last.mention.interval) if row else None


def _of_the_day_before_both(hit: Hit, view: View, article: Article, last: Reading) -> Dated | None:
    """The day that stands before two verbs of one subject, for the second however much lies between: "on Monday
    received him at the castle, a ruin until 1990, and signed …"."""
    if last.dated is None or last.mention is None or last.mention.interval.days > 1:
        return None
    if view.at(last.dated.date.span).end > last.hit.span.start:
        return None
    cues, between = article.cues, view.masked[last.hit.span.end : hit.span.start].lower().split()
    one_subject = between[-1:] and between[-1] in cues.grammar.conjunctions
    if not one_subject or not cues.relatives.isdisjoint(between):
        return None
    if not cues.past.match(view.masked, last.hit.span.start):
        return None
    return last.dated._replace(cost=1.2, reason=OF_THE_SENTENCE)
