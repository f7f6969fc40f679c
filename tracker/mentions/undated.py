"""When something happened that its sentence does not date: on the occasion told of before, on the day of
the happening it goes on to tell, or, for what an article opens with, on the day of the news. These are the ways to
find out, in the order in which they are tried."""

from collections.abc import Callable
from typing import NamedTuple

from tracker.mentions.accused import is_news_of_a_charge
from tracker.mentions.article import Article
from tracker.mentions.carried import (
    CLOSE_BY,
    goes_on,
    of_its_meeting,
    of_the_report,
    of_the_story,
    of_what_they_did,
)
from tracker.mentions.counted import COUNTED, counted_from, counts_from
from tracker.mentions.dated import Dated
from tracker.mentions.day_turned_to import of_the_day_turned_to
from tracker.mentions.entry_days import is_of_an_entry, of_its_hour_s_line, of_the_entry
from tracker.mentions.facts import leads_to_what_was_done_next, tells_what_goes_on
from tracker.mentions.gathered import OF_THOSE_GATHERED, of_those_gathered, tells_who_gathered
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
from tracker.mentions.kept_days import of_what_it_falls_on, of_what_keeps_it
from tracker.mentions.listed import of_its_row
from tracker.mentions.news import (
    OF_THE_NEWS,
    OPENING,
    after_the_opening,
    done_at_once,
    is_done_at_once,
    later_that_day,
    of_the_news,
)
from tracker.mentions.opening_days import OF_THE_STORY, is_behind_a_day, of_the_day_before
from tracker.mentions.plans import (
    OF_THE_PLAN,
    is_of_a_plan,
    of_the_plan,
    of_what_comes_then,
    tells_what_comes_then,
)
from tracker.mentions.reading import Reading
from tracker.mentions.same_occasion import keeps_occasion, of_its_occasion
from tracker.mentions.same_sentence import of_the_sentence, of_the_verb_before
from tracker.mentions.spoken_after import (
    SPOKEN_AFTER,
    of_what_was_said_after,
    tells_what_was_said_after,
)
from tracker.mentions.there import is_of_a_guest, of_the_host, of_the_place
from tracker.mentions.which_one import is_of_the_main_clause

__all__ = ["LENT", "LOOSE", "date_of_what_is_undated", "may_be_dated"]

# Told again with a date, that date is better.
LOOSE = (OF_THE_NEWS, OF_THE_STORY, OF_THE_PLAN, OF_THOSE_GATHERED, SPOKEN_AFTER)
LENT = (OF_ITS_HOUR, OF_THE_DAY)  # told again on that day, the other telling is better

Asked = Callable[[View, Article], bool]
Found = Dated | None
Last = Reading | None  # a happening told before


class Way(NamedTuple):
    """One way to date a happening: `find` is given the last happening told before and the last that is news. It is
    tried `only` in sentences of which that holds, and these are worth reading though they tell no date."""

    find: Callable[[Hit, View, Article, Last, Last], Found]
    only: Asked | None = None

    def is_for(self, view: View, article: Article) -> bool:
        """Whether it may be tried in a sentence."""
        return self.only is None or self.only(view, article)


def _here(find: Callable[[Hit, View, Article], Found], only: Asked | None = None) -> Way:
    """A way that looks at no happening told before."""
    return Way(lambda hit, view, article, last, news: find(hit, view, article), only)


def _by_last(find: Callable[[Hit, View, Article, Last], Found], only: Asked | None = None) -> Way:
    """A way that looks at the last happening told before."""
    return Way(lambda hit, view, article, last, news: find(hit, view, article, last), only)


def _by_news(find: Callable[[Hit, View, Article, Last], Found], only: Asked | None = None) -> Way:
    """A way that looks at the last happening told before that is news."""
    return Way(lambda hit, view, article, last, news: find(hit, view, article, news), only)


OF_AN_ANNIVERSARY = (
    _by_last(of_what_keeps_it),
    _by_last(of_what_it_falls_on),
    _here(of_the_greeting),
)
# Of what takes no date but that of its very phrase (`date = "phrase"` in a rule file).
OF_A_PHRASE = (
    _here(of_its_hour_s_line, only=is_of_an_entry),
    _by_last(of_its_row),
    _here(of_those_gathered, only=tells_who_gathered),
    _by_news(of_what_was_said_after, only=tells_what_was_said_after),
)
OF_A_CLAUSE = (
    _by_news(counted_from, only=counts_from),
    _here(of_the_day_decided, only=goes_on_from_a_day),
    _here(later_that_day),
    _here(of_the_day_turned_to),
    _here(done_at_once, only=is_done_at_once),
    _by_last(of_the_sentence),
    _by_last(of_the_place),
    _here(of_the_entry, only=is_of_an_entry),
    _by_last(of_its_occasion, only=keeps_occasion),
    _by_last(of_the_plan),
    _here(of_what_comes_then, only=tells_what_comes_then),
    _by_last(of_what_they_did),
    _here(of_its_hour, only=tells_an_hour),
    _by_last(of_the_host),
    _by_news(after_the_opening),
    _by_news(of_the_news),
    _by_news(of_the_story),
    _by_news(of_its_meeting),
    _by_last(of_the_verb_before),
    _here(of_the_day_before, only=is_behind_a_day),
    _by_last(of_the_report),
    _here(of_the_day_spoken_of, only=goes_on_from_a_day),
    _here(of_those_gathered, only=tells_who_gathered),
    _by_news(of_what_was_said_after, only=tells_what_was_said_after),
)
WORTH_READING = tuple({way.only: way for way in (*OF_A_PHRASE, *OF_A_CLAUSE) if way.only})


def may_be_dated(view: View, article: Article, last: Last, news: Last) -> bool:
    """Whether a sentence without a date is worth reading."""
    return (
        view.number <= article.opens + OPENING
        or (last is not None and 0 < view.number - last.view.number <= CLOSE_BY)
        or is_of_a_plan(view, last)
        or goes_on(view, article, news)
        or tells_what_goes_on(view, article)
        or any(holds(view, article) for holds in WORTH_READING)
    )


def date_of_what_is_undated(
    hit: Hit, view: View, article: Article, last: Last, news: Last
) -> Dated | None:
    """The date of what came before, None where nothing shows that it holds on."""
    if article.rules.types[hit.trigger.type].anniversary:
        ways: tuple[Way, ...] = OF_AN_ANNIVERSARY
    elif _tells_which(hit, view, article):
        return None
    else:
        ways = OF_A_CLAUSE if hit.trigger.date == "clause" else OF_A_PHRASE
    usable = (way for way in ways if way.is_for(view, article))
    found = (way.find(hit, view, article, last, news) for way in usable)
    return next(
        (each for each in found if each and _may_be_its(each, hit, view, article, last)), None
    )


def _may_be_its(found: Dated, hit: Hit, view: View, article: Article, last: Last) -> bool:
    """Whether a day is not that of an arrest or a court, of which a local happening told beside it is not: "was arrested
    on Wednesday. He is accused of shooting a neighbour."; nor of what was done where it had happened."""
    if article.rules.types[hit.trigger.type].public or found.reason == COUNTED:
        return True
    if article.cues.asides.site_where.search(view.masked, view.head, hit.span.start):
        return False
    if found.date in view.dates and is_of_the_main_clause(found.date, hit, view, article):
        return False
    taken = last is not None and last.dated is not None and last.dated.date == found.date
    return taken or not is_news_of_a_charge(found.date, article)


def _tells_which(hit: Hit, view: View, article: Article) -> bool:
    """Whether the words only say which one is meant: "the countries that signed the deal"."""
    if article.cues.they_made.search(_up_to_its_verb(hit, view, article)):
        return True  # "the pact they signed in Riga was criticised"
    before = view.masked[: hit.span.start].split()[-2:]
    if not before or before[-1].lower() not in article.cues.relatives:
        return False
    if is_of_a_guest(hit, view, article) or leads_to_what_was_done_next(
        view.head, hit, view, article
    ):
        return False
    return not (before[0].endswith(",") and keeps_occasion(view, article))


def _up_to_its_verb(hit: Hit, view: View, article: Article) -> str:
    """The sentence up to the verb that tells what was done; "" where the words of the hit tell none."""
    verb = article.cues.past.search(view.masked, *hit.span)
    return view.masked[view.head : verb.end()] if verb else ""
