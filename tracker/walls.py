"""Is it what was asked for? Bot challenges, consent and log-in walls, notices that nothing is there, paywall
teasers, index pages.

A wall's words under an event would be false evidence, so in doubt about a short page it is a wall; a
long text that merely speaks of cookies is not. The phrases are data: `rules/pages/walls.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.plain import tidy
from tracker.rulebook import SHIPPED

__all__ = [
    "find_wall",
    "in_words",
    "is_challenge",
    "is_index",
    "is_teaser",
    "looks_like_page",
    "wall_in_source",
    "wall_of_page",
    "without_furniture",
]

LONGEST_SOURCE = 200_000
LONGEST_CHALLENGE = 50_000  # it is looked at where everything else waits
PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
TITLE = re.compile(r"<title\b[^>]{0,200}>(.{0,500}?)</title>", re.IGNORECASE | re.DOTALL)
UNSHOWN = re.compile(r"<(script|style|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
LINE_ENDS = re.compile(
    r"</?(?:p|div|h[1-6]|li|br|td|tr|form|label|button)\b[^>]{0,500}>", re.IGNORECASE
)
SHORT = 1200  # characters: under this one sentence of a wall makes the page one
TEASER = 1600  # a longer text is worth reading even with a subscription box under it


@dataclass(frozen=True)
class Phrases:
    """The compiled phrase lists."""

    names: Mapping[str, str]
    titles: Mapping[str, re.Pattern[str]]
    texts: Mapping[str, re.Pattern[str]]
    sources: Mapping[str, re.Pattern[str]]
    paywall: re.Pattern[str]
    furniture: re.Pattern[str]


def in_words(wall: str) -> str:
    """What kind of page a wall is, for people."""
    return _phrases().names[wall]


def is_challenge(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a refusal is a bot wall's, by its own header or by the page that came with it."""
    if status not in (401, 403, 429, 503):
        return False
    if headers.get("cf-mitigated") == "challenge":
        return True
    page = body[:LONGEST_CHALLENGE].decode("utf-8", "replace")
    return looks_like_page(page) and wall_of_page(page) == "bot_wall"


def looks_like_page(text: str) -> bool:
    """Whether `text` is a web page."""
    return bool(PAGE.match(text[:4000]))


def wall_of_page(page: str) -> str | None:
    """The wall that a page is, judged by its source where no article is expected at all."""
    page = page[:LONGEST_SOURCE]
    title = TITLE.search(page)
    shown = UNSHOWN.sub(" ", page)
    lines = "\n".join(filter(None, map(tidy, LINE_ENDS.split(shown))))
    return find_wall(tidy(title[1]) if title else "", lines) or wall_in_source(page)


def wall_in_source(page: str) -> str | None:
    """The wall that the page's scripts and forms belong to; an article may carry such scripts too."""
    for code, pattern in _phrases().sources.items():
        if pattern.search(page):
            return code
    return None


def find_wall(title: str, text: str) -> str | None:
    """ "bot_wall", "consent_wall", "login_wall" or "not_found" for a page that is no more than that, else None."""
    phrases = _phrases()
    title, lines = _straight(title.strip()), [_straight(line) for line in text.split("\n") if line]
    for code, pattern in phrases.titles.items():
        if pattern.search(title) and len(text) < 4 * SHORT:
            return code
    for code, pattern in phrases.texts.items():
        if _walled(lines, pattern):
            return code
    return None


def _walled(lines: list[str], pattern: re.Pattern[str]) -> bool:
    """Whether the wall's words are (nearly) all there is."""
    hits = [line for line in lines if pattern.search(line)]
    distinct = {found.group().lower() for line in lines for found in pattern.finditer(line)}
    total, walled = sum(map(len, lines)), sum(map(len, hits))
    if total < SHORT // 3:
        return bool(hits)
    if total < SHORT:
        return walled > total / 2 or len(distinct) > 1
    return len(distinct) > 2 and walled > total / 3


def is_teaser(text: str, closed: bool) -> bool:
    """Whether only the opening of a paid text is there; `closed`: the page itself says it is not free."""
    if len(text) >= TEASER:
        return False
    lines = [_straight(line) for line in text.split("\n") if line]
    asks = any(_phrases().paywall.search(line) for line in lines[-6:])
    cut = bool(lines) and bool(re.search(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W*$", lines[-1]))
    return asks or (closed and (cut or len(text) < SHORT))


def is_index(
    paragraphs: Iterable[str], links: set[str], headlines: int, says_article: bool
) -> bool:
    """Whether a page lists articles rather than being one.

    Its paragraphs are the texts of `links`, or the short summaries under `headlines`, the number of
    headings outside side boxes that lead elsewhere.
    """
    lines = [line for line in paragraphs if line]
    linked = [line for line in lines if line.casefold() in links and len(line) > 15]
    share = sum(map(len, linked)) / (sum(map(len, lines)) or 1)
    if says_article:
        return len(linked) >= 5 and share > 0.7
    if (len(linked) >= 4 and share > 0.25) or (len(linked) >= 2 and share > 0.6):
        return True
    # Where all of it came out as one line, the links are still most of what it says.
    whole = " ".join(lines).casefold()
    inside = [link for link in links if len(link) > 15 and link in whole]
    if len(inside) >= 5 and sum(map(len, inside)) > 0.6 * len(whole):
        return True
    return headlines >= 5 and len(lines) <= 2 * headlines and max(map(len, lines), default=0) < 400


def without_furniture(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that are not share buttons, copyright lines, cookie notices and the like."""
    furniture = _phrases().furniture
    return [line for line in paragraphs if not furniture.fullmatch(_straight(line))]


def _straight(line: str) -> str:
    return line.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})


@lru_cache
def _phrases() -> Phrases:
    table = tomllib.loads((SHIPPED / "pages" / "walls.toml").read_text(encoding="utf-8"))
    return Phrases(
        names=table["names"],
        titles={code: _any(words) for code, words in table["titles"].items()},
        texts={code: _any(words) for code, words in table["texts"].items()},
        sources={code: _any(words) for code, words in table["sources"].items()},
        paywall=_any(table["paywall"]["texts"]),
        furniture=_any(table["furniture"]["paragraphs"]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
