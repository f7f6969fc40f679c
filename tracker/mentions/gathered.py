"""The meeting at which what the news tells was said or done: "told the leaders gathered for the summit", "on the
second day of a summit", "a crowd had come to the funeral"."""

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.dated import Dated
from tracker.mentions.facts import tells_a_date
from tracker.mentions.hits import Hit, View

__all__ = ["OF_THOSE_GATHERED", "of_those_gathered", "tells_who_gathered"]

OF_THOSE_GATHERED = "where those gathered of whom the news tells"
REACH = 40  # characters before a happening in which those who gathered for it are told of
SENTENCES = 12  # of an article; what stands farther down is told of other things
AROUND = 24  # characters behind a happening in which another time of it is told


def tells_who_gathered(view: View, article: Article) -> bool:
    """Whether a sentence of the news tells of people who gathered for something."""
    near = view.number < SENTENCES
    return near and article.cues.occasions.gathered.search(view.searched) is not None


def of_those_gathered(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news, for the meeting at which somebody spoke, or to which people came."""
    day, cues = article.news, article.cues
    if day is None or day.interval is None or view.number >= SENTENCES:
        return None
    start = max(part_around(view.masked, hit.span).start, hit.span.start - REACH)
    said = _last_before(hit, start, view, article)
    if said is None or tells_a_date(view, article, hit):
        return None
    rest = view.masked[start : said[0]] + view.masked[said[1] : hit.span.end + AROUND]
    if cues.occasions.other_times.search(rest) or cues.future.regex.search(rest):
        return None
    return Dated(day, day.interval, 2.2, OF_THOSE_GATHERED)


def _last_before(hit: Hit, start: int, view: View, article: Article) -> tuple[int, int] | None:
    """Where the words stand that tell of those who gathered, nothing but a few words before the happening."""
    for found in article.cues.occasions.gathered.finditer(view.searched, start, hit.span.end):
        between = view.masked[found.end() : hit.span.start]
        if "," not in between and len(between.split()) <= 5 and found.start() >= start:
            return found.span()
    return None
