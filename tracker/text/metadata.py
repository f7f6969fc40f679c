"""What the head of a page says of the article: title, dates, canonical address, language, site."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from tracker.articles.address import clean_address
from tracker.articles.published import Claim, claim
from tracker.plain import plain_line
from tracker.text.boxes import is_aside

__all__ = ["Metadata", "read_metadata"]

ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|PressRelease)$")
DATE_NAMES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date",
    "publication_date", "publicationdate", "pubdate", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dcterms.created", "dc.date", "citation_publication_date", "article.published", "date", "originalpublicationdate",
)  # fmt: skip
DATE_PLACES = (
    ".//*[@itemprop='datePublished']", ".//time[@pubdate]", ".//article//time", ".//h1/..//time", ".//main//time",
)  # fmt: skip
WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*$"
)
LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")
LONGEST_SCRIPT = 500_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head's statements; empty where it makes none."""

    title: str
    dates: tuple[Claim, ...]
    url: str
    language: str
    site: str
    says_article: bool
    closed: bool  # the page says that it is not free


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """What the page's head and its structured data say."""
    metas = dict(_metas(tree))
    data = list(_structured(tree))
    articles = [one for one in data if _is_article(one)]
    kind = metas.get("og:type", "").lower()
    return Metadata(
        title=_title(tree, metas, articles),
        dates=tuple(_dates(tree, metas, articles)),
        url=_canonical(tree, metas, url),
        language=_language(tree, metas),
        site=plain_line(metas.get("og:site_name", "") or metas.get("application-name", "")),
        says_article=bool(articles)
        or kind in ("article", "news", "newsarticle")
        or "article:published_time" in metas,
        closed=any(str(one.get("isAccessibleForFree", "")).lower() == "false" for one in articles)
        or metas.get("article:content_tier", "").lower() in ("locked", "metered"),
    )


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in reversed(tree.findall(".//meta")):  # the first of a name wins
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            yield name.strip().lower(), str(meta.get("content")).strip()


def _structured(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > LONGEST_SCRIPT:
            continue
        bare = WRAPPING.sub("", text).strip().rstrip(";")
        for spelling in (bare, LOOSE_COMMA.sub("", bare)):
            try:
                yield from _things(json.loads(spelling, strict=False))
                break
            except (ValueError, RecursionError):
                continue


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _things(one)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _things(value[key])


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(
        ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _title(tree: HtmlElement, metas: dict[str, str], articles: list[dict[str, Any]]) -> str:
    headings = [plain_line(one.text_content()) for one in tree.iterfind(".//h1")]
    stated = [metas.get("og:title", ""), metas.get("twitter:title", "")]
    stated += [one["headline"] for one in articles if isinstance(one.get("headline"), str)]
    element = tree.find(".//title")
    stated += [element.text_content() if element is not None else ""]
    titles = [title for title in map(plain_line, stated) if title]
    # The headline on the page is the title without the site's name, if the head agrees with it.
    for heading in headings:
        if len(heading) > 10 and any(title.startswith(heading) for title in titles):
            return heading
    return next(iter([*titles, *filter(None, headings)]), "")[:500]


def _dates(
    tree: HtmlElement, metas: dict[str, str], articles: list[dict[str, Any]]
) -> Iterator[Claim]:
    for one in articles:
        if isinstance(one.get("datePublished"), str) and (
            found := claim("metadata", one["datePublished"])
        ):
            yield found
    for name in DATE_NAMES:
        if found := claim("metadata", metas.get(name)):
            yield found
    if found := _marked(tree):
        yield found


def _marked(tree: HtmlElement) -> Claim | None:
    """The date that the first fitting element states; one in a box beside the article is another's."""
    for path in DATE_PLACES:
        for element in tree.iterfind(path):
            stated = element.get("datetime") or element.get("content") or element.text_content()
            found = None if is_aside(element) else claim("markup", stated.strip())
            if found and found.moment:
                return found
    return None


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str) -> str:
    stated = [
        link.get("href") or ""
        for link in tree.iterfind(".//link[@href]")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    stated += [metas["og:url"]] if metas.get("og:url") else []
    return next(filter(None, (clean_address(one, url) for one in stated)), "")


def _language(tree: HtmlElement, metas: dict[str, str]) -> str:
    root = tree if tree.tag == "html" else tree.find(".//html")
    stated = (root.get("lang") or "") if root is not None else ""
    stated = stated or metas.get("og:locale", "") or metas.get("content-language", "")
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", stated.strip())
    return found.group().lower() if found else ""
