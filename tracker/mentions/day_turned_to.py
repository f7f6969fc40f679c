"""The day to which a sentence turns that tells no more than that: "The centrepiece came a day earlier. In Oslo, the
ministers signed …"."""

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import plainly_past, tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.reporting import bounds, reported

__all__ = ["OF_THE_TURN", "of_the_day_turned_to"]

OF_THE_TURN = "on the day to which the paragraph turned"
BACK = 2  # sentences
MOST = 12  # words of such a sentence
LATELY = 45  # days


def of_the_day_turned_to(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day to which a sentence right before turned, for a plain fact in the past without a day of its own."""
    if tells_a_date(view, article, hit) or not plainly_past(hit, view, article):
        return None
    for before in reversed(article.views[max(0, view.number - BACK) : view.number]):
        if not are_of_one_paragraph(before, view, article):
            return None
        if any(date.interval for date in before.dates):
            return _turn(before, article)
    return None


def _turn(view: View, article: Article) -> Dated | None:
    """The day with which a few words end that only say when something came."""
    dates = [date for date in view.dates if date.interval]
    day, spot = dates[0].interval, view.at(dates[0].span)
    told = view.masked[view.head : spot.start]
    if len(dates) > 1 or day is None or day.days > 1 or view.masked[spot.end :].strip(" .:"):
        return None
    if article.today is None or not 0 <= (article.today - day.first).days <= LATELY:
        return None
    if len(told.split()) > MOST or not article.cues.occasions.turns_to_a_day.fullmatch(told):
        return None
    if bounds(dates[0], view, article.cues) or reported(dates[0], view, article.cues):
        return None
    return Dated(dates[0], day, 1.6, OF_THE_TURN)
