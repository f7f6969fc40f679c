"""The year that the words around a date without one have told of."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from tracker.dates.calendar import Grain
from tracker.dates.context import LONG_PAST, Context, Meaning, distance, unit_of
from tracker.dates.rules import Grammar
from tracker.dates.scan import Match
from tracker.values import Basis, Interval

__all__ = ["NEAR", "each_year", "named_year", "paragraph_year", "told_year"]

NEAR: Final = 75  # days: a day without its year this close to publication is the one meant
RECENT: Final = 30  # days: so close to publication a day is news, in a history too
LONGEST_MONTH: Final = 31  # days
SENTENCE: Final = 200  # characters between two dates of one
PARAGRAPH: Final = 400  # characters between two dates of one
LONG_PARAGRAPH: Final = 800  # characters in which it tells one story
ASIDE: Final = 60  # characters of an aside before its date
_NAMED: Final = re.compile(r"[A-Z][\w']+[- ]((?:19|20)\d\d)(?![\w-])(?=[^.,;:\n]*$)")


class _Words(NamedTuple):
    """The words of a language around such dates."""

    opening: re.Pattern[str]  # up to a date that opens its sentence
    reach: int  # characters in which that stands
    new_clause: re.Pattern[str]
    of_its_day: re.Pattern[str]  # after a name that has the day in it: "the Joint Statement of |"


@lru_cache(maxsize=8)
def _words(grammar: Grammar) -> _Words:
    before = grammar.any_of("before_opening_years")
    return _Words(
        re.compile(rf"(?:^|[.;:?!] |\n)(?:(?:{before}) )?$"),
        2 + max(map(len, grammar.words.get("before_opening_years", ())), default=0),
        re.compile(rf", (?:{grammar.any_of('clause_joints')}) "),
        re.compile(rf"(?:^|[\s\"'])[A-Z][\w-]+ (?:{grammar.any_of('of_its_day')}) $"),
    )


def told_year(
    match: Match, context: Context, today: dt.date, make: Callable[[int], Grain]
) -> int | None:
    """The year the same sentence has just named, or the paragraph (in a history, or where it spoke of
    these very days), if it is not that of publication or next to it."""
    spoken = context.spoken
    if spoken is not None and _frames(spoken, match, context, today):
        return spoken.interval.first.year if spoken.interval else None
    if spoken is None or spoken.interval is None or not _is_told(spoken, match, context):
        return None
    if spoken.interval.days > 366 or distance(spoken.interval, today) < LONG_PAST:
        return None
    sign, year = context.sign(match).sign, spoken.interval.first.year
    around = (distance(grain.interval, today) for grain in each_year(today, make))
    away = min(around, default=LONG_PAST)
    near = away <= RECENT
    history = context.is_history and spoken.interval.days <= 31 and sign < 0 and not near
    history = history or (sign < 0 and away > NEAR and _goes_on(spoken, make))
    if not near and 1 < spoken.interval.days <= 31:
        history = history or _holds(spoken.interval, make, year)
    if match.start - context.spoken_at > (PARAGRAPH if history else SENTENCE):
        return None
    between = context.view.lower[context.spoken_at : match.start]
    if context.spoken_bounds and "," in between and not _recalls(between, context):
        return None
    if _is_apart(between, context, away):
        return None
    ended = "\n" in between or (not history and (". " in between or "; " in between))
    if ended or sign > 0:
        return None
    if _follows(spoken, between, context, today, make):
        is_news = away <= NEAR and year + 1 < today.year and _new_clause(between, context)
        return None if is_news else year + 1
    return year


def paragraph_year(
    match: Match, context: Context, today: dt.date, make: Callable[[int], Grain]
) -> int | None:
    """The year of the full date, or the year alone at the head of its sentence, that a paragraph told before it
    went on with dates that leave theirs out: "In 2018 they drew closer. He came on February 9." The day must lie
    far from publication, and behind the one told."""
    root = context.root
    if root is None or root.interval is None or root.basis is not Basis.STATED:
        return None
    between = context.view.lower[context.root_at : match.start]
    if "\n" in between or _was_aside(between, context, context.root_from):
        return None
    if match.start - context.root_at > LONG_PARAGRAPH or distance(root.interval, today) < LONG_PAST:
        return None
    if _is_back_in_the_present(match, context, context.root_at):
        return None
    year = root.interval.first.year
    away = min((distance(each.interval, today) for each in each_year(today, make)), default=0)
    if away <= NEAR or context.sign(match).sign >= 0:
        return None
    heads = unit_of(root.value) == "year" and _opens(context, context.root_from)
    return year if heads or _goes_on(root, make, LONGEST_MONTH) else None


def _is_back_in_the_present(match: Match, context: Context, told_at: int) -> bool:
    """Whether the words since a year was told come up to now: "came to power in 2012 and has since purged his rivals, the
    last in July", "as recently as November"; or that year was only an aside about somebody: "Brito, in office since
    December 2012, flew to Oslo in April"."""
    between = context.view.lower[told_at : match.start]
    up_to_now, lately = (context.grammar.words.get(name, {}) for name in ("up_to_now", "lately"))
    if any(phrase in between for phrase in up_to_now):
        return True
    if any(between.endswith(f" {phrase} ") for phrase in lately):
        return True
    people = context.grammar.words.get("of_people", {})
    return not context.is_history and _was_aside(between, context, opened_by=people)


def named_year(
    match: Match, context: Context, today: dt.date, make: Callable[[int], Grain]
) -> int | None:
    """The year in the name of what the clause tells to have come about: "The Zapad-2017 drills were held in
    September". It is no date of its own, and news of these days is not of a year long gone."""
    before = context.view.plain[max(0, match.start - SENTENCE) : match.start]
    named = _NAMED.search(before)
    if named is None or context.spoken_at == match.start - len(before) + named.end():
        return None
    year, came = int(named[1]), context.grammar.words.get("came_about", {})
    if year >= today.year or not any(word in came for word in before[named.end() :].split()):
        return None
    away = min((distance(each.interval, today) for each in each_year(today, make)), default=0)
    return year if away > NEAR and context.sign(match).sign < 0 else None


def _opens(context: Context, start: int) -> bool:
    """Whether a date opens its sentence, "in" apart."""
    words = _words(context.grammar)
    before = context.view.lower[max(0, start - words.reach) : start]
    return words.opening.search(before) is not None


def _new_clause(between: str, context: Context) -> bool:
    """Whether one begins between two dates: ", and"."""
    return _words(context.grammar).new_clause.search(between) is not None


def _frames(spoken: Meaning, match: Match, context: Context, today: dt.date) -> bool:
    """Whether the sentence opens with a year gone by, counted or plain: "Last year they met on March 3", "In 2023
    they met on March 3"."""
    if spoken.basis not in (Basis.RELATIVE, Basis.STATED) or unit_of(spoken.value) != "year":
        return False
    lower, start, end = context.view.lower, context.spoken_from, context.spoken_at
    opened = start == 0 or lower[max(0, start - 2) : start].endswith((". ", "\n", "; ", ": "))
    told = lower[end : match.start]
    if spoken.basis is Basis.STATED:
        opened = _opens(context, start)
        if not opened or _new_clause(told, context):
            return False
    if not opened or len(told) > SENTENCE or any(stop in told for stop in (". ", "; ", "\n")):
        return False
    if "'" in told and not _is_of_that_year(told, context):
        return False
    gone = spoken.interval is not None and spoken.interval.last < today
    return gone and context.sign(match).sign < 0


def _is_of_that_year(told: str, context: Context) -> bool:
    """Whether the words between tell when a thing of that year came about: "last year's forum opened on May 3"."""
    owned = told.startswith("'s ") and told.count("'") == 1 and "," not in told
    came = context.grammar.words.get("came_about", {})
    return owned and any(word in came for word in told.split())


def _is_told(spoken: Meaning, match: Match, context: Context) -> bool:
    """Whether the year is one that the text names, or that the same sentence has just taken up: "In 2014 they
    met in March and signed in July", and the words since have not come up to now."""
    if _is_back_in_the_present(match, context, context.spoken_at):
        return False
    if spoken.basis is Basis.CONTEXT:
        between = context.view.lower[context.spoken_at : match.start]
        return not any(end in between for end in (". ", "; ", "\n")) and not context.spoken_bounds
    return spoken.basis is Basis.STATED


def _recalls(between: str, context: Context) -> bool:
    """Whether what follows a year tells what happened in it: "since 1991, when on March 19 …"."""
    words = between.replace(",", " ").split()[:1]
    return bool(words) and words[0] in context.grammar.words.get("recalled", {})


def _goes_on(spoken: Meaning, make: Callable[[int], Grain], longest: int = 1) -> bool:
    """Whether a day is later in the year than the one just told by its full date: "On 1 March 2017 he was
    sworn in. On 9 March he …"; or a stretch no longer than a month, where `longest` says so."""
    days = spoken.interval
    if days is None or days.days > longest or spoken.basis is not Basis.STATED:
        return False
    try:
        found = make(days.first.year).interval
    except ValueError:  # 29 February
        return False
    return found.days <= longest and days.last < found.first


def _was_aside(
    between: str,
    context: Context,
    start: int | None = None,
    opened_by: Mapping[str, object] | None = None,
) -> bool:
    """Whether the date last spoken of (or that at `start`) stands in an aside that ends right behind it: "the
    pact, signed on 5 November 2019, and …"; one opened by one of those words, where they are given."""
    if not between.startswith(","):
        return False
    start = context.spoken_from if start is None else start
    before = context.view.lower[max(0, start - ASIDE) : start]
    _, comma, words = before.rpartition(",")
    first = words.split()[:1]
    if not comma or not first:
        return False
    if opened_by is not None:
        return first[0] in opened_by
    return first[0].endswith("ed") or first[0] in context.grammar.words.get("asides", {})


def _is_apart(between: str, context: Context, away: int) -> bool:
    """Whether the date last spoken of has a place of its own, an aside or a name, and what comes next does not go
    on from it: "recalled the Statement of June 11, 1993, and hailed that of October 6"."""
    clause = _new_clause(between, context)
    if away <= RECENT and clause and _names_a_paper(context):
        return True
    return _was_aside(between, context) and (away <= NEAR or clause)


def _names_a_paper(context: Context) -> bool:
    """Whether the day last spoken of is only part of a name: "the Joint Statement of | June 11, 1993"."""
    start = context.spoken_from
    before = context.view.plain[max(0, start - ASIDE) : start]
    return _words(context.grammar).of_its_day.search(before) is not None


def _follows(
    spoken: Meaning, between: str, context: Context, today: dt.date, make: Callable[[int], Grain]
) -> bool:
    """Whether what came next lies in the year after: "began in November 2012 and opened on June 23", "the work,
    which began in November 2012, ended on June 23"."""
    days = spoken.interval
    if days is None or days.days > LONGEST_MONTH:
        return False
    on, back = (context.grammar.words.get(name, {}) for name in ("going_on", "going_back"))
    words = between.replace(",", " ").split()
    goes_on = _was_aside(between, context) or any(word in on for word in words)
    if not goes_on or any(word in back for word in words):
        return False
    in_year, after = (make(days.first.year + more).interval for more in (0, 1))
    return in_year.last < days.first and after.last <= today


def _holds(interval: Interval, make: Callable[[int], Grain], year: int) -> bool:
    """Whether the days of that year lie inside the interval."""
    try:
        return interval.holds(make(year).interval)
    except ValueError:  # 29 February
        return False


def each_year(today: dt.date, make: Callable[[int], Grain]) -> list[Grain]:
    """That part of the year of publication and of those next to it."""
    grains = []
    for number in (today.year - 1, today.year, today.year + 1):
        try:
            grains.append(make(number))
        except ValueError:  # 29 February
            continue
    return grains
