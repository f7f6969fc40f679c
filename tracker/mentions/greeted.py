"""The day of an anniversary that a report opens with by telling who sent greetings on it."""

import re
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.values import Precision

__all__ = ["greeting", "of_the_greeting"]

OF_THE_GREETING = "greetings were sent on it"
STATES = re.compile(
    f"[{''.join(MARKS[kind] for kind in ('country', 'body', 'leaders', 'alliance', 'person'))}]"
)
PEOPLE = re.compile(f"{MARKS['person']}+")
LATER = 30  # characters behind an anniversary in which it is told to lie ahead, or to be over


@lru_cache(maxsize=8)
def greeting(language: Language) -> re.Pattern[str]:
    """Up to an anniversary: who was congratulated on it, and what is said of that."""
    on, great = (language.any_of(name, exact=True) for name in ("greeted_on", "greeted_as"))
    return re.compile(
        rf"{whole(language.words('greeting'))}(?P<whom>[^.;]*?)\s{on}\s(?P<whose>[\w’']+\s)?"
        rf"(?:{great}\s)?$"
    )


@lru_cache(maxsize=8)
def _leading(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[{MARKS['person']}]|{whole(language.words('leader_titles'))}")


def of_the_greeting(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news, for the birthday of a leader, or the anniversary of what states have, on which greetings
    are told to have been sent: "congratulated the President on his 70th birthday"."""
    day, text = article.news, view.masked
    if view.number > article.opens or day is None or day.interval is None:
        return None
    if any(date.interval for date in view.dates):
        return None
    if day.interval.precision != Precision.DAY or day.interval.days > 1:
        return None
    said = greeting(article.language).search(text, view.head, hit.span.start)
    if said is None or article.cues.occasions.other_times.search(
        text, said.end(), hit.span.end + LATER
    ):
        return None
    if (said["whose"] or "").strip() in article.language.set_of("headline_possessives"):
        known = _is_a_leader_s(said, text[view.head : said.start()], article)
    else:
        known = STATES.search(text, said.start()) is not None
    return Dated(day, day.interval, 2.0, OF_THE_GREETING) if known else None


def _is_a_leader_s(said: re.Match[str], before: str, article: Article) -> bool:
    """Whether a birthday is that of somebody known or in office: who is congratulated, or whom a pronoun there means."""
    if said["whom"].strip() in article.language.set_of("headline_he"):
        return len(PEOPLE.findall(before)) > 1
    return _leading(article.language).search(said["whom"]) is not None
