"""What comes in, as a value, and reading its page: everything that needs no database."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.errors import ReadError
from tracker.plain import plain_text
from tracker.text.fragment import fragment_text
from tracker.text.language import guess_language
from tracker.text.page import Page
from tracker.values import Kind
from tracker.walls import without_furniture

__all__ = ["FRAGMENT", "Arrival", "Outcome", "Taken", "prepare"]

FRAGMENT = "text/html; charset=utf-8; fragment"  # the media type of stored content of a feed
STATES = {  # of an article whose page is none, by the reason
    "bot_wall": "blocked", "consent_wall": "blocked", "login_wall": "blocked", "teaser": "teaser",
    "index_page": "skipped", "not_html": "skipped", "not_found": "skipped",
}  # fmt: skip


class Outcome(StrEnum):
    """What an arrival meant for the stored article."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that came in about one article.

    With neither `text`, `page` nor `extracted` it is an announcement: the article is noted as `pending`.
    `text` is plain text or, with `text_is_html`, a fragment of HTML (a feed's content). `page` is a
    whole page as served, `content_type` its header. `extracted` is either of them already read (see
    `prepare`). `published` is what the feed or file says (`published_raw` in its own words, if they could
    not be read); `origin` is "feed", "page" or "import".
    """

    url: str
    title: str = ""
    text: str | None = None
    text_is_html: bool = False
    page: bytes | None = None
    content_type: str = ""
    extracted: Page | None = None
    published: dt.datetime | None = None
    published_raw: str = ""
    publisher: str = ""
    kind: Kind = Kind.INDEPENDENT
    language: str = "en"
    origin: str = "page"
    external_id: str | None = None
    credit: str = ""  # whose story the feed says it is (`<source>` of an aggregator's item)
    problem: tuple[str, str] | None = None  # (state, reason): why `page` is no article
    kept: bool = False  # it was stored before and is read again by today's program

    @property
    def announces(self) -> bool:
        """Whether it says that there is an article, and not yet what is in it."""
        return self.extracted is None and self.text is None and self.page is None

    @property
    def raw(self) -> bytes | None:
        """What to keep for later rules to read again; None where the text is all there is."""
        if self.page is not None:
            return self.page
        return self.text.encode("utf-8", "ignore") if self.text and self.text_is_html else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an arrival: the article, the outcome, why, and its state now."""

    article_id: int
    outcome: Outcome
    reason: str
    state: str = "ready"  # pending, ready, teaser, blocked, skipped, failed
    version_id: int | None = None


def prepare(arrival: Arrival, now: dt.datetime) -> Arrival:
    """The same arrival with its page or text read. Pure and slow: call it outside a transaction.

    What is no article (a consent wall, a bot challenge, a PDF) comes back with `problem` set.
    """
    if arrival.extracted is not None or arrival.problem is not None or arrival.announces:
        return arrival
    try:
        page = _read_page(arrival, now) if arrival.page is not None else _read_text(arrival)
    except ReadError as error:
        state = STATES.get(error.code, "failed")
        return replace(arrival, problem=(state, str(error)))
    return replace(arrival, extracted=page)


def _read_page(arrival: Arrival, now: dt.datetime) -> Page:
    from tracker.text.extract import extract_article

    return extract_article(arrival.page or b"", arrival.url, arrival.content_type, fetched=now)


def _read_text(arrival: Arrival) -> Page:
    text = arrival.text or ""
    plain = plain_text(fragment_text(text) if arrival.text_is_html else text)
    body = "\n\n".join(without_furniture(plain.split("\n\n")))
    if not body:
        raise ReadError("empty_text", "there is no text")
    return Page(title="", text=body, language=guess_language(body, ""))
