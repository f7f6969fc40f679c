"""Is it an article at all? Bot challenges, consent and log-in walls, paywall teasers, index pages.

A wall's words under an event would be false evidence, so in doubt about a short page it is a wall; a
long text that merely speaks of cookies is not. The phrases are data: `rules/pages/walls.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.rulebook import SHIPPED

__all__ = ["find_wall", "is_index", "is_teaser", "without_furniture"]

SHORT = 1200  # characters: under this one sentence of a wall makes the page one
TEASER = 1600  # a longer text is worth reading even with a subscription box under it


@dataclass(frozen=True)
class Phrases:
    """The compiled phrase lists."""

    titles: Mapping[str, re.Pattern[str]]
    texts: Mapping[str, re.Pattern[str]]
    paywall: re.Pattern[str]
    furniture: re.Pattern[str]


def find_wall(title: str, text: str) -> str | None:
    """ "bot_wall", "consent_wall" or "login_wall" for a page that hides behind one, else None."""
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
        titles={code: _any(words) for code, words in table["titles"].items()},
        texts={code: _any(words) for code, words in table["texts"].items()},
        paywall=_any(table["paywall"]["texts"]),
        furniture=_any(table["furniture"]["paragraphs"]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
