"""Where a happening stands: planned, called off, denied, only supposed."""

import datetime as dt
import re
from typing import NamedTuple

from tracker.mentions.behind import is_of_the_thing, says_which, told_behind
from tracker.mentions.clauses import part_around, quoted_apart, words_back
from tracker.mentions.cues import Cues
from tracker.mentions.denying import denied
from tracker.mentions.halting import halted
from tracker.mentions.hits import Hit, View
from tracker.mentions.supposing import infinitive, left_open, supposed
from tracker.mentions.upset import saved_from, upset_by
from tracker.values import Interval, Span, Status

__all__ = ["Standing", "standing_of"]

NO_VERB = re.compile(r"..ing\b|..ed\b(?<!eed)")  # no bare verb ends so
AT = 40  # characters before a happening in which "at the" may stand
CLOSE = 4  # words before a happening in which it is denied
JUST = dt.timedelta(days=1)  # since what a report of the day before still tells to lie ahead
AFTER = 30  # characters before a happening in which "after" may stand
APART = (
    3  # words between what was done and "to": "met in full session to elect", not "agreed to meet"
)
WAS_TO = 5  # words before a happening in which "was to" may stand
THEN = 90  # characters behind what was to come in which it is told that it did not
BEHIND = 50  # characters behind a happening in which it is told for when it is set


class Standing(NamedTuple):
    """The status of a hit and the words that gave it; `status` None means it is no happening at all."""

    status: Status | None
    span: Span | None
    reason: str


def standing_of(
    hit: Hit, view: View, interval: Interval, today: dt.date | None, cues: Cues
) -> Standing:
    """The status of a dated hit, from the words around it and the date against `today`."""
    text, span = view.masked, hit.span
    around = part_around(text, span, cues.clause_end)
    start = around.start
    to = cues.grammar.infinitive.match(text, span.start)  # "wants | to hold a drill"
    near = Span(max(start, words_back(text, span.start, 7)), to.end() if to else span.start)
    if put := _upset(hit, view, around, cues):
        return put
    due = today is not None and interval.first > today
    past = today is not None and interval.last < today
    if not past and today is not None and (safe := saved_from(view, around, span, cues)):
        return Standing(Status.PLANNED, safe, "not called off")
    if (nothing := _no_happening(hit, view, start, near, cues)) and not (
        (due and _is_expected(nothing, hit, view, start, cues))
        or (past and _is_of_what_to_do_with_it(nothing, text, span, cues))
    ):
        return nothing
    over = today is None or interval.last <= today
    if over and (agreed := _only_agreed(hit, text, start, cues)):
        return Standing(None, agreed, f"only agreed: '{agreed.of(text).strip()}'")
    if over and (offered := _only_offered(hit, text, start, cues)):
        return Standing(None, offered, f"only supposed: '{offered.of(text).strip()}'")
    if no := denied(hit, view, cues):
        return Standing(None, no, f"denied: '{no.of(text)}'")
    if hit.trigger.status:
        return Standing(Status(hit.trigger.status), None, "the rule says so")
    return _by_its_day(hit, view, interval, today, Span(start, near.start), around, cues)


def _upset(hit: Hit, view: View, around: Span, cues: Cues) -> Standing | None:
    """What is called off or put off, None where nothing says so."""
    off = upset_by(cues.cancelled, view, around, hit.span, cues)
    if off and not _is_its_own(off, hit):
        return Standing(Status.CANCELLED, off, "called off")
    later = upset_by(cues.postponed, view, around, hit.span, cues)
    if later and not _is_its_own(later, hit):
        return Standing(Status.POSTPONED, later, "put off")
    return None


def _only_agreed(hit: Hit, text: str, start: int, cues: Cues) -> Span | None:
    """The words by which somebody only has a deal or a plan "to" do what the hit tells: "signed an agreement to reopen
    the embassies"."""
    if hit.trigger.decided:
        return None
    found = cues.standing.agreed_to.search(text, start, infinitive(text, hit.span, cues))
    return Span(*found.span()) if found else None


def _only_offered(hit: Hit, text: str, start: int, cues: Cues) -> Span | None:
    """The words by which somebody only offers to meet, on the day of the offer: "offered talks on 3 May"."""
    if not cues.standing.to_meet.match(text, hit.span.start):
        return None
    found = cues.standing.only_offered.search(text, start, hit.span.start)
    return Span(*found.span()) if found else None


def _is_its_own(words: Span, hit: Hit) -> bool:
    """Whether the words that call something off are what happened, as a rule with a status of its own tells it: "the
    measures | were put on hold"."""
    return bool(hit.trigger.status) and hit.span.start <= words.start and words.end <= hit.span.end


def _by_its_day(
    hit: Hit,
    view: View,
    interval: Interval,
    today: dt.date | None,
    before: Span,
    around: Span,
    cues: Cues,
) -> Standing:
    """Whether a hit is told as to come, as called off before its day or as past; `before` are its clause's words up
    to those near it."""
    text, span, start = view.masked, hit.span, before.start
    ahead = _ahead(view, Span(_looked_at(text, span, around.start, cues), span.end), span, cues)
    end = min(around.end, span.end + BEHIND)
    ahead = ahead or cues.standing.set_for.search(view.searched, span.end, end)
    ahead = ahead or cues.standing.expected_then.search(text, span.end, end)
    told = max(before.end, _own_day_before(view, span, interval))
    sure = ahead or not cues.past.search(text, told, min(around.end, span.end + 20))
    if (ahead or (today and interval.first > today)) and (off := halted(hit, view, around, cues)):
        return Standing(Status.CANCELLED, off, "called off")
    if today is not None and interval.first - today > dt.timedelta(days=0 if sure else 1):
        return Standing(Status.PLANNED, Span(*ahead.span()) if ahead else None, "lies ahead")
    if ahead and (today is None or interval.last >= today):
        return Standing(Status.PLANNED, Span(*ahead.span()), f"ahead: '{ahead[0]}'")
    gone = today is not None and today - interval.last > JUST
    if gone and cues.plans.still_ahead.search(
        view.searched, max(start, span.start - AT), span.start
    ):
        return Standing(None, None, "lies ahead, and its date does not")
    if no := _came_to_nothing(view, Span(start, around.end), span, cues):
        return Standing(None, no, f"denied: '{no.of(text)}'")
    if was := _was_to_come(view, start, span, cues):
        return Standing(Status.PLANNED, Span(*was.span()), f"planned: '{was[0]}'")
    return Standing(Status.OCCURRED, None, "told as past")


def _was_to_come(view: View, start: int, hit: Span, cues: Cues) -> re.Match[str] | None:
    """The words by which it had been planned for a day that has gone by: "was to meet", "talks were to begin";
    whether it came about is not said."""
    near = max(start, words_back(view.masked, hit.start, WAS_TO))
    was = cues.standing.was_to.search(view.searched, near, hit.end)
    if was is None or not cues.past.match(view.masked, hit.start) or was.start() == hit.start:
        return was
    return None if view.masked[was.end() : hit.start].strip() else was  # "was to have | met"


def _came_to_nothing(view: View, around: Span, hit: Span, cues: Cues) -> Span | None:
    """The words by which what was to come did not: "talks were to begin on Monday but never did"."""
    end = max(around.end, hit.end + THEN)  # ", but it never did" has a clause of its own
    no = cues.standing.came_to_nothing.search(view.searched, hit.end, end)
    if no is None or cues.standing.was_to.search(view.searched, around.start, no.start()) is None:
        return None
    return Span(*no.span())


def _own_day_before(view: View, hit: Span, interval: Interval) -> int:
    """Where the last day before a hit ends that is another's: what was done on it ("arrived on Thursday and goes
    on to Palermo on Saturday") tells nothing of the hit."""
    spots = (view.at(date.span).end for date in view.dates if date.interval not in (None, interval))
    return max((end for end in spots if end <= hit.start), default=0)


def _no_happening(hit: Hit, view: View, start: int, near: Span, cues: Cues) -> Standing | None:
    """What the words deny or only suppose, None where they tell a fact or a plan."""
    text, span = view.masked, hit.span
    if asked := cues.standing.asked.match(text, view.head):
        return Standing(None, Span(*asked.span()), "only asked")
    at = _occasion(view, start, span, cues)
    if at:
        start, near = at.start(), Span(max(near.start, at.start()), near.end)
    close = max(start, words_back(text, span.start, CLOSE))
    if any(
        cues.parting.that_opens.match(text, view.at(d.span).end, span.start) for d in view.dates
    ):
        close = max(start, words_back(text, span.start, CLOSE + 2))  # "denied on Monday that"
    found = cues.standing.negated.search(view.searched, close, near.end)
    found = found or cues.standing.negated_on_a_day.search(view.searched, near.start, span.end)
    if found := found or cues.standing.none_inside.search(view.searched, *span):
        return Standing(None, Span(*found.span()), f"negated by '{found[0]}'")
    if found := cues.standing.bidden.search(text, start, infinitive(text, span, cues)):
        return Standing(None, Span(*found.span()), f"only supposed: '{found[0].strip()}'")
    if whether := left_open(cues, text, Span(start, span.start)):
        return Standing(None, Span(*whether.span()), f"only supposed: '{whether[0]}'")
    own = cues.asides.timing.match(text[span.end :])  # its day has a clause of its own
    if not own and (found := supposed(cues, view, near, span)):
        return Standing(None, Span(*found.span()), f"only supposed: '{found[0]}'")
    after = [] if at else told_behind(text, span, cues)  # "at the summit he did not speak"
    told = cues.standing.in_vain.sub(" ", " ".join([*span.of(text).split()[1:], *after]))
    found = cues.standing.supposed_after.search(told)
    if found and not found[0][0].isupper():  # not "in the May Day Stadium"
        return Standing(None, None, f"only supposed: '{found[0]}'")
    found = cues.standing.supposed_inside.search(view.searched, *span)
    return Standing(None, Span(*found.span()), f"only supposed: '{found[0]}'") if found else None


def _is_of_what_to_do_with_it(nothing: Standing, text: str, hit: Span, cues: Cues) -> bool:
    """Whether what is only supposed or denied is what is to be done with a thing, not what was once: "may scrap a
    treaty signed in 2010", not "no treaty signed in 2010"."""
    if nothing.span is None or not says_which(text, hit, cues):
        return False
    if cues.standing.of_a_clause.fullmatch(nothing.span.of(text)):
        return False  # "whether Japanese officials met"
    between = text[nothing.span.end : hit.start].lower().split()
    return any(word not in cues.articles for word in between)


def _is_expected(nothing: Standing, hit: Hit, view: View, start: int, cues: Cues) -> bool:
    """Whether what is only supposed for a day to come is expected on it, and nobody's wish: "The text should be
    initialled next month", not "he said it should"."""
    text, supposed = view.masked, nothing.span
    if supposed is None or not cues.standing.expecting.fullmatch(supposed.of(text).strip()):
        return False
    words = text[start : supposed.start].lower().split()
    return cues.speech.isdisjoint(words) and "," not in text[supposed.end : hit.span.end]


def _occasion(view: View, start: int, hit: Span, cues: Cues) -> re.Match[str] | None:
    """The words by which a happening is only when and where something else comes about: "at the summit"."""
    return cues.standing.occasion_before.search(
        view.searched, max(start, hit.start - AT), hit.start
    ) or cues.standing.occasion.regex.match(view.masked, hit.start)


def _looked_at(text: str, hit: Span, start: int, cues: Cues) -> int:
    """From where on words may look ahead: before a verb told as past only those close to it, before what
    something came after only those behind "after"."""
    after = cues.after_days.search(text, max(start, hit.start - AFTER), hit.start)
    start = after.start() if after else start
    if cues.standing.after_opens.match(text, hit.start):
        return hit.start  # "after four days of talks"
    return max(start, words_back(text, hit.start, 3)) if cues.past.match(text, hit.start) else start


def _ahead(view: View, where: Span, hit: Span, cues: Cues) -> re.Match[str] | None:
    """The words that look ahead; "to" before a noun ("a visit to the kingdom") does not."""
    text = view.masked
    for found in cues.future.finditer(view.searched, *where):
        if _is_of_what_was_done_there(view, where, hit, found, cues):
            continue  # "agreed on Thursday at a summit in Oslo to resume talks"
        if _is_told_of(text, hit, found, cues) or quoted_apart(text[found.end() : hit.start]):
            continue
        if found.start() > hit.start and is_of_the_thing(text, hit, found, cues):
            continue
        own = cues.standing.as_somebody.search(text, found.end(), hit.start)
        if own and cues.past.match(text, own.end()):
            continue  # "urged them to act as he addressed the summit"
        if found[0].lower() not in cues.grammar.infinitives or not (
            _is_before_noun(text, found, cues)
            or _is_purpose(text, where.start, found, cues)
            or _is_done(text, found, cues)
        ):
            return found
    return None


def _is_of_what_was_done_there(
    view: View, where: Span, hit: Span, found: re.Match[str], cues: Cues
) -> bool:
    """Whether a happening is only where somebody did what "to" behind it is the aim of."""
    if found.start() <= hit.start or found[0].lower() not in cues.grammar.infinitives:
        return False
    at = cues.standing.done_at.search(view.masked, max(0, hit.start - AT), hit.start)
    return at is not None and cues.past.search(view.masked, where.start, at.start()) is not None


def _is_told_of(text: str, hit: Span, found: re.Match[str], cues: Cues) -> bool:
    """Whether words that may look ahead are of what was done: "signed a plan", "paid tribute to"."""
    if found.start() <= hit.start or not cues.standing.of_what_is_done.fullmatch(found[0]):
        return False
    if cues.past.match(text, hit.start) or cues.decided_to.search(text, hit.start, found.end()):
        return True
    aims = found[0].lower() in cues.grammar.infinitives
    done = cues.past.search(text, hit.start, found.start()) if aims else None
    return done is not None and len(text[done.end() : found.start()].split()) >= APART


def _is_before_noun(text: str, to: re.Match[str], cues: Cues) -> bool:
    follows = text[to.end() :].split(maxsplit=1)[:1]
    if not follows:
        return False
    word = follows[0]
    return word.lower() in cues.articles or not word[0].islower() or bool(NO_VERB.search(word))


def _is_done(text: str, to: re.Match[str], cues: Cues) -> bool:
    """Whether what follows "to" came about: "the first to ratify", "voted to ratify"."""
    if cues.verbal.intersection(text[to.end() :].split(maxsplit=1)[:1]):
        return False  # "the first to be held"
    return cues.standing.came_about.search(text, max(0, to.start() - 60), to.start()) is not None


def _is_purpose(text: str, start: int, to: re.Match[str], cues: Cues) -> bool:
    """Whether "to" tells what something past was done for: "a meeting took place to mark the anniversary"."""
    marks = cues.marking.match(text, to.end() + 1)
    return marks is not None and cues.past.search(text, start, to.start()) is not None
