"""The leaders whom an article has told of, for "the two leaders" and for those who only meet as "they": whoever else the
sentences between name, ministers or wives, is not meant."""

from collections.abc import Iterable
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.names import Name

__all__ = ["leaders_before"]

NEAR = 4  # sentences back in which they are named together


def leaders_before(count: int, end: int, view: View, article: Article) -> list[Name]:
    """The so many leaders whom the sentence names before `end`, or one near before it, else the first that names so
    many; nobody where none does."""
    told = _told(article)
    before = (name for name in view.names if view.at(name.span).end <= end)
    here = _of(before, _leading(article))
    near = reversed(told[max(0, view.number - NEAR) : view.number])
    first = (names for names in told[: view.number] if len(names) == count)
    return next((names for names in (here, *near) if len(names) == count), next(first, []))


@lru_cache(maxsize=4)  # one article is read at a time
def _told(article: Article) -> list[list[Name]]:
    """The leaders whom each sentence names."""
    known = _leading(article)
    return [_of(view.names, known) for view in article.views]


@lru_cache(maxsize=4)
def _leading(article: Article) -> set[str]:
    """Whom the article or the gazetteer gives the office of one who leads a state, and nobody who is told to have
    another."""
    titles = {title.lower() for title in article.language.words("leader_titles")}
    courteous = article.language.set_of("courtesies")
    found: set[str] = set()
    others: set[str] = set()
    for name in (name for each in article.views for name in each.names if name.kind == "person"):
        said = name.title if name.title not in courteous else ""
        office = (said or (name.entry.title if name.entry else "")).lower()
        if office:
            (found if office in titles else others).add(_key(name))
    return found - others


def _of(names: Iterable[Name], known: set[str]) -> list[Name]:
    return _distinct(name for name in names if name.kind == "person" and _key(name) in known)


def _distinct(names: Iterable[Name]) -> list[Name]:
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(_key(name), name)
    return list(found.values())


def _key(name: Name) -> str:
    return name.entity or name.shown
