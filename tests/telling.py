"""Short ways for tests to say who told what: mentions, sources, and articles that hold mentions."""

import datetime as dt
import hashlib
from typing import Any

from db import tables
from db.engine import Session
from tracker.timeline.ledger import save_mentions
from tracker.values import (
    Actor,
    Basis,
    Document,
    Interval,
    Kind,
    Mention,
    Place,
    Precision,
    Source,
    Span,
    Status,
)

__all__ = ["actors", "article", "interval", "mention", "source"]


def interval(text: str) -> Interval:
    """ "2024-06-19", "2024-06-19/2024-06-21", "2024-06", "2024-Q2", "2024"."""
    if "/" in text:
        first, last = text.split("/")
        return Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last), Precision.DAY)
    if len(text) == 10:
        day = dt.date.fromisoformat(text)
        return Interval(day, day, Precision.DAY)
    year = int(text[:4])
    if "Q" in text:
        months, precision = (int(text[-1]) * 3 - 2, int(text[-1]) * 3), Precision.QUARTER
    elif len(text) == 7:
        months, precision = (int(text[5:]), int(text[5:])), Precision.MONTH
    else:
        months, precision = (1, 12), Precision.YEAR
    after = dt.date(year + months[1] // 12, months[1] % 12 + 1, 1)
    return Interval(dt.date(year, months[0], 1), after - dt.timedelta(1), precision)


def actors(text: str) -> tuple[Actor, ...]:
    """ "Russia:country, Ann Lee:person:Norway" as actors."""
    found = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, kind, country, role = (*part.split(":"), "", "", "")[:4]
        found.append(
            Actor(
                name,
                name.lower().replace(" ", "-"),
                kind=kind,
                country=country.lower().replace(" ", "-") or None,
                role=role or "actor",
            )
        )
    return tuple(found)


def _place(text: str) -> Place | None:
    """ "Lund" or "Lund:Sweden" as a place."""
    name, _, country = text.partition(":")
    known = country.lower().replace(" ", "-") or None
    return Place(name, name.lower(), known) if name else None


def mention(
    type: str, when: str, who: str = "", title: str = "", place: str = "", **more: Any
) -> Mention:
    """A mention of `type` on `when` by `who`."""
    status = Status(more.pop("status", "occurred"))
    quote = more.pop("quote", title)
    return Mention(
        type=type,
        title=title or type,
        interval=interval(when),
        basis=Basis.STATED,
        status=status,
        evidence=more.pop("evidence", Span(0, len(quote))),
        actors=actors(who),
        place=_place(place),
        **more,
    )


def source(key: str, told: Mention, **more: Any) -> Source:
    """That mention as told in an article of its own."""
    return Source(
        key=key,
        mention=told,
        url=more.pop("url", f"https://news.example/{key}"),
        publisher=more.pop("publisher", f"Paper {key}"),
        kind=more.pop("kind", Kind.INDEPENDENT),
        published=more.pop("published", None),
        quote=more.pop("quote", told.title),
        **more,
    )


def article(
    session: Session,
    url: str,
    *told: Mention,
    now: dt.datetime,
    text: str = "",
    publisher: str = "",
    published: str = "",
    copy_of: str = "",
    digest: str = "rules",
) -> tables.ArticleVersion:
    """Stores an article (or a new version of it) that says `told`; nothing is linked yet."""
    from sqlmodel import select

    row = session.exec(select(tables.Article).where(tables.Article.canonical_url == url)).first()
    if row is None:
        original = session.exec(
            select(tables.Article).where(tables.Article.canonical_url == copy_of)
        ).first()
        row = tables.Article(
            canonical_url=url,
            url=url,
            publisher=publisher or url,
            published=dt.datetime.fromisoformat(published + "T12:00+00:00") if published else None,
            first_seen=now,
            state="ready",
            copy_of_id=original.id if original else None,
        )
        session.add(row)
        session.flush()
    text = text or "\n\n".join(each.title for each in told)
    digest_of_text = hashlib.sha256(text.encode()).hexdigest()
    versions = session.exec(
        select(tables.ArticleVersion).where(tables.ArticleVersion.article_id == row.id)
    ).all()
    version = next((each for each in versions if each.text_hash == digest_of_text), None)
    if version is None:
        for each in versions:
            each.current = False
        version = tables.ArticleVersion(
            article_id=row.id or 0,
            number=len(versions) + 1,
            title=url,
            text=text,
            text_hash=digest_of_text,
            fetched=now,
        )
        session.add(version)
        session.flush()
    document = Document(url=url, title=url, text=text, published=row.published)
    save_mentions(session, version, document, told, digest, now)
    return version
