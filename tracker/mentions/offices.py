"""Of whom an office by itself cannot be said, since the article tells of both at once."""

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.names import Name

__all__ = ["met_by_the_office"]


def met_by_the_office(name: Name, view: View, article: Article) -> bool:
    """Whether the sentence tells of another bearer of somebody's office before it names them with it: "The President
    will host President Roe"."""
    if not name.title:
        return False
    before = view.sentence.text[view.head : view.at(name.span).start].lower().split()
    office = [word.strip(",.") for word in name.title.lower().split()]
    before = before[: -len(office)] if before[-len(office) :] == office else before
    count = len(office)
    return any(
        before[at] in article.cues.articles
        and [word.strip(",.") for word in before[at + 1 : at + 1 + count]] == office
        for at in range(len(before) - count)
    )
