"""Taking in one arrival: find its article, decide what is new about it, store exactly that."""

import datetime as dt
import zlib
from urllib.parse import urlsplit

from db import articles as rows
from db.engine import Session
from db.tables import Article, ArticleVersion, RawPage
from tracker.articles.address import canonical_address, clean_address, differ_in_values, same_site
from tracker.articles.change import Content, compare, text_hash
from tracker.articles.copies import fingerprint
from tracker.articles.credit import credit_of
from tracker.articles.published import (
    Claim,
    Published,
    choose_published,
    claim,
    claim_of_address,
)
from tracker.articles.titles import clean_title
from tracker.errors import ReadError
from tracker.pipeline.arrival import FRAGMENT, Arrival, Outcome, Taken, prepare
from tracker.plain import plain_line, without_headline
from tracker.text.page import Page

__all__ = ["set_aside", "take_in"]

# A file of the user's own may speak of any time it likes; only what no calendar holds is refused.
IMPORT_EARLIEST = dt.datetime(1800, 1, 1, tzinfo=dt.UTC)
IMPORT_AHEAD = dt.timedelta(days=3660)


def take_in(session: Session, arrival: Arrival, now: dt.datetime) -> Taken:
    """Stores what is new about one article, and says what that was.

    The article is found by its canonical address; a different text is a new version, the same text
    changes no row. An arrival that was not prepared is prepared here. Raises ReadError for an address
    that is none.
    """
    arrival = prepare(arrival, now)
    key = canonical_address(arrival.url)
    if key is None:
        raise ReadError(
            "bad_url", f"not the address of an article: {plain_line(arrival.url)[:200]}"
        )
    article = rows.find(session, key)
    if arrival.announces:
        return _announce(session, article, key, arrival, now)
    if arrival.extracted is None:
        return _set_problem(session, article or _create(session, key, arrival, now), arrival)
    article = _settle(session, article, key, arrival, arrival.extracted, now)
    article = _without_counter(session, article, arrival, arrival.extracted, now)
    return _store(session, article, arrival, arrival.extracted, now)


def set_aside(session: Session, article_id: int, state: str, reason: str, now: dt.datetime) -> None:
    """Notes why an article has no text: `state` is failed, skipped, blocked or pending (to try again)."""
    article = session.get_one(Article, article_id)
    if rows.current_version(session, article_id) is None:
        article.state, article.reason = state, reason
        article.last_seen = now


def _create(session: Session, key: str, arrival: Arrival, now: dt.datetime) -> Article:
    published = _published(arrival, None, None, now)
    article = Article(
        canonical_url=key,
        url=clean_address(arrival.url) or arrival.url,
        external_id=arrival.external_id,
        publisher=plain_line(arrival.publisher) or _site(arrival.url),
        kind=arrival.kind.value,
        language=arrival.language,
        title=_title(arrival, None),
        credit=plain_line(arrival.credit),
        first_seen=now,
        last_seen=now,
    )
    _set_published(article, published)
    session.add(article)
    session.flush()
    return article


def _announce(
    session: Session, article: Article | None, key: str, arrival: Arrival, now: dt.datetime
) -> Taken:
    if article is None:
        article = _create(session, key, arrival, now)
        return _taken(article, Outcome.NEW, "announced")
    if article.state == "pending":  # until its text comes, what the feed says is all we know
        article.title = _title(arrival, None) or article.title
        published = _published(arrival, None, article, now)
        _set_published(article, published)
    return _taken(article, Outcome.SAME, "announced before")


def _set_problem(session: Session, article: Article, arrival: Arrival) -> Taken:
    state, reason = arrival.problem or ("failed", "unreadable")
    if rows.current_version(session, article.id or 0) is None:
        article.state, article.reason = state, reason
        return _taken(article, Outcome.SKIPPED, reason)
    return _taken(article, Outcome.SKIPPED, f"{reason}; the earlier text is kept")


def _settle(
    session: Session,
    article: Article | None,
    key: str,
    arrival: Arrival,
    page: Page,
    now: dt.datetime,
) -> Article:
    """The article that this page is, by its own canonical address where it has a trustworthy one."""
    own = _own_key(arrival, page)
    if own is None or own == key:
        return article or _create(session, key, arrival, now)
    known = rows.find(session, own)
    if known is None:
        article = article or _create(session, key, arrival, now)
        rows.add_alias(session, own, article)
        return article
    if article is None:
        rows.add_alias(session, key, known)
    elif article is not known and rows.current_version(session, article.id or 0) is None:
        rows.merge(session, article, known)
    elif article is not known:
        return article  # both have texts of their own: copies, at most
    return known


def _without_counter(
    session: Session, article: Article, arrival: Arrival, page: Page, now: dt.datetime
) -> Article:
    """The article known at the same address but for a counter in it ("?t=7"): its very text, title and date."""
    if "?" not in article.canonical_url or arrival.origin == "import":
        return article
    if rows.current_version(session, article.id or 0) is not None:
        return article
    content = _content(article, arrival, page, now)
    for other, version in rows.with_text(session, text_hash(content.text)):
        same = compare(Content(version.title, version.text, version.published), content)
        if same.kind == "same" and differ_in_values(other.url, article.url):
            rows.merge(session, article, other)
            return other
    return article


def _own_key(arrival: Arrival, page: Page) -> str | None:
    """A page may name its own canonical address; many name their home page, or another site's."""
    if not page.url or not same_site(page.url, arrival.url):
        return None
    if urlsplit(page.url).path in ("", "/") and not urlsplit(page.url).query:
        return None
    return canonical_address(page.url)


def _store(
    session: Session, article: Article, arrival: Arrival, page: Page, now: dt.datetime
) -> Taken:
    known = rows.current_version(session, article.id or 0)
    published = _published(arrival, page, article, now)
    arriving = _content(article, arrival, page, now)
    change = compare(Content(known.title, known.text, known.published) if known else None, arriving)
    if change.kind == "same":
        return _taken(article, Outcome.SAME, change.reason, known)
    if arrival.origin == "import" and not arrival.kept and _is_old(session, article, arriving):
        return _taken(article, Outcome.SAME, "an earlier version", known)
    version = _new_version(session, article, known, arrival, arriving, now)
    _set_published(article, published)
    article.title, article.state, article.reason = arriving.title, "ready", _remark(page)
    article.language = page.language or arrival.language
    article.credit = _credit(article, arrival, page)
    article.fingerprint, article.unmatched = fingerprint(page.text), True
    article.last_seen = now
    return _taken(article, Outcome(change.kind), change.reason, version)


def _is_old(session: Session, article: Article, content: Content) -> bool:
    """Whether a file brings what was replaced since: files do not get newer by being read again."""
    digest = text_hash(content.text)
    return rows.had_before(session, article.id or 0, content.title, digest, content.published)


def _content(article: Article, arrival: Arrival, page: Page, now: dt.datetime) -> Content:
    title = _title(arrival, page) or article.title
    published = _published(arrival, page, article, now)
    return Content(title, without_headline(page.text, title), published.at)


def _new_version(
    session: Session,
    article: Article,
    known: ArticleVersion | None,
    arrival: Arrival,
    content: Content,
    now: dt.datetime,
) -> ArticleVersion:
    if known is not None:
        known.current = False
        session.add(known)
        session.flush()
    version = ArticleVersion(
        article_id=article.id or 0,
        number=known.number + 1 if known else 1,
        title=content.title,
        text=content.text,
        text_hash=text_hash(content.text),
        published=content.published,
        fetched=now,
        origin=arrival.origin,
    )
    session.add(version)
    session.flush()
    if arrival.raw is not None:
        kind = arrival.content_type if arrival.page is not None else FRAGMENT
        body = zlib.compress(arrival.raw, 6)
        session.add(RawPage(version_id=version.id or 0, body=body, media_type=kind))
    return version


def _title(arrival: Arrival, page: Page | None) -> str:
    names = (arrival.publisher, page.publisher if page else "", _site(arrival.url))
    stated = (page.title if page else "", arrival.title)
    return next((title for title in (clean_title(one, names) for one in stated) if title), "")[:500]


def _published(
    arrival: Arrival, page: Page | None, stored: Article | None, now: dt.datetime
) -> Published:
    if arrival.origin == "import" and arrival.published is not None:
        return choose_published(
            [claim("import", arrival.published)], now + IMPORT_AHEAD, IMPORT_EARLIEST
        )
    claims = [_stated(arrival, stored)]
    if page is not None and page.published is not None:
        claims.append(
            claim(page.published_source, page.published, exact="date_only" not in page.flags)
        )
    chosen = choose_published(claims, now, address=claim_of_address(arrival.url))
    if stored is None or stored.published is None:
        return chosen
    if chosen.at is None or (
        chosen.source in ("markup", "text") and stored.published_source != chosen.source
    ):
        return Published(_stored_date(stored), stored.published_source, stored.published_raw)
    return chosen


def _stated(arrival: Arrival, stored: Article | None) -> Claim | None:
    """What the arrival says; told what is stored already, that, with the offset it was written with."""
    if (
        stored is not None
        and stored.published is not None
        and stored.published == arrival.published
    ):
        return claim(stored.published_source or "feed", _stored_date(stored))
    return claim("feed", arrival.published or arrival.published_raw)


def _stored_date(article: Article) -> dt.datetime | None:
    if article.published is None:
        return None
    offset = dt.timedelta(minutes=article.published_offset or 0)
    return article.published.astimezone(dt.timezone(offset))


def _set_published(article: Article, published: Published) -> None:
    offset = published.at.utcoffset() if published.at else None
    article.published = published.at
    article.published_offset = None if offset is None else round(offset.total_seconds() / 60)
    article.published_source, article.published_raw = published.source, published.refused


def _credit(article: Article, arrival: Arrival, page: Page) -> str:
    """Whose story it is: an agency it names, or another site that the page gives as its home."""
    elsewhere = bool(page.url) and not same_site(page.url, arrival.url)
    stated = plain_line(arrival.credit) or (_site(page.url) if elsewhere else "")
    return credit_of(page.text, stated) or stated or credit_of("", article.publisher)


def _remark(page: Page) -> str:
    return "the encoding was guessed" if "charset_guess" in page.flags else ""


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _taken(
    article: Article, outcome: Outcome, reason: str, version: ArticleVersion | None = None
) -> Taken:
    return Taken(article.id or 0, outcome, reason, article.state, version.id if version else None)
