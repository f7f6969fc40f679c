"""The leaders whom an article has told of, for "the two leaders" and for those who only meet as "they": whoever else the
sentences between name, ministers or wives, is not meant."""

from collections.abc import Iterable

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.names import Name

__all__ = ["leaders_before"]

NEAR = 4  # sentences back in which they are named together


def leaders_before(count: int, end: int, view: View, article: Article) -> list[Name]:
    """The so many leaders whom the sentence names before `end`, or one near before it, else the first that names so
    many; nobody where none does."""
    known = _leading(article)
    here = (name for name in view.names if view.at(name.span).end <= end)
    told = [_of(each.names, known) for each in article.views[: view.number]]
    near = [_of(here, known), *reversed(told[-NEAR:])]
    return next((names for names in (*near, *told) if len(names) == count), [])


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
