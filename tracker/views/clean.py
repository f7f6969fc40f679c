"""Text from outside made harmless: it may show anything, and change nothing around it.

Titles, sentences and addresses come from other people's pages. A terminal must not obey control
characters in them, a table must not read markup, a spreadsheet must not run formulas.
"""

import re
import unicodedata

__all__ = ["cell", "for_markdown", "one_line", "printable", "web_link"]

# Everything a terminal may act on: C0 and C1 controls, and the marks that turn the writing
# direction round (U+202E makes "exe.cod" read as "doc.exe").
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def printable(text: str) -> str:
    """`text` without the characters a terminal would obey; newlines and tabs stay."""
    if text.isascii() and text.isprintable():  # most are, and a page has thousands
        return text
    return _CONTROLS.sub("", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """`printable` text on one line."""
    return " ".join(printable(text.replace("\r", " ")).split())


def for_markdown(text: str) -> str:
    """One line of Markdown that shows `text` literally."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def cell(text: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula."""
    text = printable(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def web_link(url: str) -> str:
    """`url` where it is a plain web address that is safe inside Markdown and calendars, else ""."""
    url = one_line(url)
    if not re.match(r"https?://[^\s/]", url):
        return ""
    return re.sub(r"[\s<>\"()\\]", lambda found: f"%{ord(found[0]):02X}", url)
