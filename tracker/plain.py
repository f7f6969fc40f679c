"""Plain text as it is stored: the same on every database, whichever way it came."""

import html
import re
import unicodedata
from itertools import pairwise

__all__ = [
    "letters",
    "plain_line",
    "plain_text",
    "tidy",
    "visible",
    "without_comments",
    "without_headline",
]

# What no database or terminal should be given: controls, lone surrogates, byte order marks,
# zero-width and direction marks (they hide inside names), soft hyphens, non-characters.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad\ufffe\uffff]"
)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|font|i|mark|small|span|strong|sub|sup|u)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!?:;…\"”’»)\]。！？]\s*$|-0-\s*$")
WRAPPED_AT = (
    60  # a line shorter than this that does not end a sentence is a heading, not a wrapped line
)


def plain_line(text: str) -> str:
    """One line: no controls, single spaces, composed characters."""
    return " ".join(unicodedata.normalize("NFC", UNWANTED.sub("", text)).split())


def tidy(markup: str) -> str:
    """A short piece of HTML on one line, without its tags: those inside a word part nothing."""
    bare = INLINE.sub("", without_comments(markup))
    return plain_line(html.unescape(TAG.sub(" ", bare)))


def without_comments(markup: str) -> str:
    """`markup` without its comments; one that does not end is none. Takes time in proportion to the length."""
    pieces, place = [], 0
    while (start := markup.find("<!--", place)) >= 0:
        end = markup.find("-->", start + 4)
        if end < 0:
            break
        pieces.append(markup[place:start])
        place = end + 3
    return " ".join([*pieces, markup[place:]])


def visible(text: str) -> str:
    """`text` without the characters nobody sees, otherwise as it is."""
    return UNWANTED.sub("", text.replace("\x0c", "\n"))


def plain_text(text: str) -> str:
    """Paragraphs parted by blank lines, each one line.

    Blank lines part paragraphs, and so do the lines between them, unless they are wrapped lines.
    """
    text = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    parted = re.split(r"\n[^\S\n]*\n", re.sub("[\u2028\u2029\x0c\x85]", "\n\n", text))
    blocks = [[line for line in block.split("\n") if line.strip()] for block in parted]
    if not _is_wrapped(blocks):
        blocks = [lines for block in blocks for lines in _paragraphs(block)]
    lines = (plain_line(" ".join(block)) for block in blocks)
    return "\n\n".join(line for line in lines if line)


def without_headline(text: str, title: str) -> str:
    """The text without the article's title where that stands above it as a paragraph."""
    bare, paragraphs = letters(title), text.split("\n\n")
    for place, paragraph in enumerate(paragraphs[:4]):
        if bare and len(paragraphs) > 1 and letters(paragraph) == bare:
            return "\n\n".join(paragraphs[:place] + paragraphs[place + 1 :])
    return text


def letters(text: str) -> str:
    """What a text says whatever its case, spacing and punctuation."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """The lines of a block by paragraph: one that begins small goes on with the one before."""
    found: list[list[str]] = []
    for line in lines:
        if found and line.lstrip()[:1].islower() and not ENDS.search(found[-1][-1]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Whether line ends mean nothing: most lines stop in mid-sentence at about the same width, with no
    room left for the next word."""
    body = [pair for block in blocks for pair in pairwise(map(plain_line, block))]
    if len(body) < 3:
        return False
    widths = sorted(len(line) for line, _ in body)
    widest = widths[-1 - len(widths) // 20]  # save a few, which hold what cannot be broken
    full = [
        line
        for line, after in body
        if not ENDS.search(line) and len(f"{line} {after.partition(' ')[0]}") > widest
    ]
    return len(full) > len(body) / 2 and WRAPPED_AT <= widths[len(widths) // 2] <= 100
