"""What a sentence says of a happening without dating it: plainly past, being done, by somebody named."""

import datetime as dt
import re
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.reporting import bounds, is_of_what_they_did, is_scope, reported
from tracker.values import DateFound, Span, Status

__all__ = [
    "done_next",
    "in_a_past_clause",
    "is_going_on",
    "is_somebody_s",
    "leads_to_what_was_done_next",
    "names_somebody",
    "plainly_past",
    "tells_a_date",
    "tells_of_the_parties",
    "tells_what_goes_on",
    "words_before",
]

DOING_REACH = 20  # characters before a hit in which "is" and an adverb may stand

FRESH = dt.timedelta(3)
HISTORY = dt.timedelta(365)
SPOKEN = 10  # sentences into a report in which those of whom it tells speak
VERB_WITHIN = 50  # characters behind a happening in which its verb stands
AMID = 6  # words between "in the middle of" and what lasts


def names_somebody(hit: Hit, view: View) -> bool:
    """Whether the sentence names, up to the words of the happening, who does it."""
    return any(
        name.kind != "place" and view.at(name.span).start < hit.span.end for name in view.names
    )


def tells_of_the_parties(hit: Hit, view: View, article: Article) -> bool:
    """Whether those of whom the article tells do it, without their names: "the heads of state", "the two sides"."""
    return article.cues.leading.the_parties.match(view.masked, view.head, hit.span.end) is not None


@lru_cache(maxsize=16)  # of each happening of a sentence it is asked again and again
def _of_its_time(view: View, article: Article) -> str:
    """The masked sentence, how long after something it came and before whom blotted out: neither tells of another
    time ("ten years after the war, …", "took the oath before a crowd in …")."""
    cues, text = article.cues, view.masked
    long = cues.so_long_after.match(text, view.head)
    if long and not cues.occasions.other_times.search(text, long.end()):
        text = " " * long.end() + text[long.end() :]
    return cues.parting.before_whom.sub(lambda found: " " * len(found[0]), text)


def words_before(hit: Hit, view: View, article: Article) -> str:
    """The words of the sentence before a hit: before what something came after, those behind the last comma ("they
    are to report, he said after the talks")."""
    return _words_before(hit.span, view, article)


def _words_before(hit: Span, view: View, article: Article) -> str:
    after = article.cues.standing.after_opens.match(view.masked, hit.start)
    text = _of_its_time(view, article)
    start = text.rfind(",", 0, hit.start) + 1 if after else 0
    before = text[start : hit.start]
    if seen := _watching(before, article):
        to, _, rest = seen[0].partition(" ")
        before = before[: seen.start()] + " " * len(to) + " " + rest  # no aim, but what came about
    return before


def _watching(before: str, article: Article) -> re.Match[str] | None:
    """The words before a hit that tell who was there to see it: "filled the stadium to hear her | take the oath"."""
    seen = article.cues.occasions.watching.search(before)
    past = seen and any(map(article.language.is_past, before.lower().split()))
    return seen if past else None


def plainly_past(hit: Hit, view: View, article: Article) -> bool:
    """Whether it is told as a plain fact of the past, with no word of another time."""
    return _plainly_past(hit.span, view, article)


@lru_cache(maxsize=16)
def _plainly_past(hit: Span, view: View, article: Article) -> bool:
    cues, text = article.cues, _of_its_time(view, article)
    before = _words_before(hit, view, article)[-80:]
    if cues.background.regex.search(before[-60:]) or cues.future.regex.search(before[-60:]):
        return False
    if cues.occasions.other_times.search(text[: hit.end + 40]):
        return False
    behind = _its_verb(text[hit.end : hit.end + VERB_WITHIN], article)
    if _watching(text[: hit.start], article) or cues.asides.held_one.search(before):
        return True
    near = before.split()
    near = near[-3:] if before.endswith("-") else near[-2:]  # "chaired the Gulf-| U.S. Summit"
    words = [*near, *hit.of(view.masked).split(), *behind]
    return any(map(article.language.is_past, words))


def _its_verb(behind: str, article: Article) -> list[str]:
    """The word behind a happening that may be its verb: right there, or behind where it was ("the ceremony | took
    place", "the launch in the north | was reported")."""
    words = behind.split()
    small = article.language.set_of("where_it_is_held")
    if len(words) < 3 or words[0] not in small:
        return words[:1]
    ends = (n for n, word in enumerate(words) if n and word.islower() and word.isalpha())
    at = next((n for n in ends if words[n] not in small | article.cues.articles), 0)
    clear = not any(sign in " ".join(words[:at]) for sign in ",;:.")
    return words[at : at + 1] if at and clear else []


def in_a_past_clause(hit: Hit, view: View, article: Article) -> bool:
    """Whether its clause tells of the past before it, with no word of another time: "went there for talks"."""
    cues, start = article.cues, part_around(view.masked, hit.span).start
    ahead = cues.future.finditer(view.searched, start, hit.span.end)
    if any(
        found[0].lower() not in cues.grammar.infinitives for found in ahead
    ) or cues.occasions.other_times.search(view.masked[: hit.span.end]):
        return False
    return cues.past.search(view.masked, start, hit.span.start) is not None


def is_going_on(hit: Hit, view: View, article: Article) -> bool:
    """Whether it is told as being done as the article is written: "is visiting", "are also imposing", "is in
    the middle of its largest drill"."""
    start = max(0, hit.span.start - DOING_REACH)
    found = article.cues.going_on.finditer(view.searched, start, hit.span.end)
    if any(match.end() > hit.span.start for match in found):
        return True
    if view.number <= article.opens + SPOKEN and _is_said_then(hit, view, article):
        return True
    amid = article.cues.occasions.amid.finditer(view.searched, 0, hit.span.start)
    return any(len(view.masked[found.end() : hit.span.start].split()) <= AMID for found in amid)


def tells_what_goes_on(view: View, article: Article) -> bool:
    """Whether the sentence tells something as being done as the article is written."""
    cues = article.cues
    return (
        cues.going_on.search(view.searched) or cues.occasions.amid.search(view.searched)
    ) is not None


def _is_said_then(hit: Hit, view: View, article: Article) -> bool:
    """Whether an aside tells where somebody was who spoke for the report: "Kraus, | ending a two-day visit |, said"; not
    behind a sentence on older days."""
    before = article.views[view.number - 1].dates if view.number else ()
    days = [date.interval for date in before if date.interval]
    if article.today and any(article.today - each.last > FRESH for each in days):
        return False
    said = article.cues.asides.said_then.finditer(view.masked)
    return any(Span(found.start(), found.end()).meets(hit.span) for found in said)


def is_somebody_s(at: int, view: View, article: Article) -> bool:
    """Whether an aside about somebody is open there: "the talks with the king, who came on | Monday, took place"."""
    asides = article.cues.asides
    aside = asides.relative_open.search(view.masked[:at])
    return aside is not None and asides.of_somebody.search(aside[0]) is not None


def _is_fresh(date: DateFound, article: Article) -> bool:
    """Whether it is of the days just before the report: a life told aside makes no news."""
    if date.interval is None or article.today is None:
        return False
    return abs(article.today - date.interval.last) <= FRESH


def tells_a_date(view: View, article: Article, hit: Hit | None = None) -> bool:
    """Whether a date of the sentence may be the hit's; one that lies ahead, behind a hit in the past, is not."""
    cues = article.cues
    dates = [
        d
        for d in view.dates
        if d.interval
        and not reported(d, view, cues)
        and not bounds(d, view, cues)
        and not is_scope(d, view, cues)
        and not (_is_fresh(d, article) and is_somebody_s(view.at(d.span).start, view, article))
        and not (hit and _is_a_deadline_before(hit, d, view, cues))
        and not (hit and _is_history_behind(hit, d, view, article))
    ]
    if hit is not None:
        dates = [d for d in dates if not is_of_what_they_did(d, hit, view, cues)]
    if hit is None or not plainly_past(hit, view, article):
        return bool(dates)
    return any(not _is_ahead_of(hit, date, view, article) for date in dates)


def _is_history_behind(hit: Hit, date: DateFound, view: View, article: Article) -> bool:
    """Whether a date of long ago stands behind in a clause of its own: "agreed to ask who shot down the plane in 1994"."""
    if date.interval is None or article.today is None:
        return False
    if article.today - date.interval.last < HISTORY:
        return False
    between = view.masked[hit.span.end : view.at(date.span).start]
    who = article.language.set_of("of_people")
    opens = next((word for word in between.split() if word in who), None)
    return opens is not None and article.cues.past.search(between, between.find(opens)) is not None


def _is_a_deadline_before(hit: Hit, date: DateFound, view: View, cues: Cues) -> bool:
    """Whether it is the time by which something told before is to be done: "told them to report by the spring, he
    said after the talks"."""
    start = view.at(date.span).start
    if start > hit.span.start:
        return False
    return bool(cues.plans.deadline_before_date.search(view.searched, max(0, start - 24), start))


def _is_ahead_of(hit: Hit, date: DateFound, view: View, article: Article) -> bool:
    assert date.interval is not None
    ahead = article.today is not None and date.interval.first > article.today
    return ahead and view.at(date.span).start > hit.span.end


def done_next(before: Hit, status: Status, hit: Hit, view: View, article: Article) -> bool:
    """Whether a clause of its own tells what was done next, with no day of its own: "held talks on Monday, following
    which a pact was signed"."""
    cues, text = article.cues, view.masked
    found = leads_to_what_was_done_next(before.span.start, hit, view, article)
    if found is None or status != Status.OCCURRED:
        return False
    if cues.future.search(view.searched, found.end(), hit.span.end):
        return False
    dates = (view.at(date.span).start for date in view.dates if date.interval)
    own = any(start >= found.end() for start in dates)
    return not own and cues.past.search(text, *hit.span) is not None


def leads_to_what_was_done_next(
    start: int, hit: Hit, view: View, article: Article
) -> re.Match[str] | None:
    """The words from there up to a hit that tell it as done after what stands before: ", following which"."""
    return article.cues.occasions.done_next.search(view.masked, start, hit.span.start)
