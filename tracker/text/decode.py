"""Bytes of a page to text: by its header, its mark, its own words, and only then by guessing."""

import codecs
import re
from collections.abc import Iterator

__all__ = ["decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# What pages call by the name on the left is in fact the superset on the right, as in browsers.
WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "euc_kr": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs", "tis-620": "cp874",
}  # fmt: skip
MULTIBYTE = {
    "cp949",
    "gb18030",
    "cp932",
    "big5hkscs",
    "euc_jp",
    "iso2022_jp",
    "euc_jis_2004",
    "utf-8",
}


def decode(page: bytes, content_type: str = "") -> tuple[str, bool]:
    """The text of a page, and whether its encoding had to be guessed."""
    for mark, encoding in MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(encoding, "replace"), False
    declared = list(_declared(page, content_type))
    for encoding in (*declared, "utf-8"):
        try:
            return page.decode(encoding), False
        except (UnicodeDecodeError, LookupError):
            continue
    return _nearly(page, declared) or _guess(page)


def _declared(page: bytes, content_type: str) -> Iterator[str]:
    found = HEADER.search(content_type)
    names = [found[1]] if found else []
    if meta := META.search(page[:4096]):
        names.append((meta[1] or meta[2]).decode("ascii", "ignore"))
    for name in names:
        if encoding := _known(name):
            # Many pages that declare a one-byte encoding are in fact UTF-8; what can be read as
            # UTF-8 is hardly ever so by chance.
            if encoding not in MULTIBYTE:
                yield "utf-8"
            yield encoding


def _known(name: str) -> str | None:
    try:
        encoding = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    if encoding.startswith("utf-16") or encoding in ("utf-7", "idna", "punycode"):
        return None  # a page whose declaration can be read as ASCII is not that
    return WIDER.get(encoding, encoding)


def _nearly(page: bytes, declared: list[str]) -> tuple[str, bool] | None:
    """A page that is what it says but for a few broken bytes (cut characters, stray comments)."""
    for encoding in (*declared, "utf-8"):
        text = page.decode(encoding, "replace")
        if text.count("\ufffd") * 500 < len(text):
            return text.replace("\ufffd", ""), False
    return None


def _guess(page: bytes) -> tuple[str, bool]:
    from charset_normalizer import from_bytes

    best = from_bytes(page[:200_000]).best()
    encoding = WIDER.get(best.encoding, best.encoding) if best else "cp1252"
    return page.decode(encoding, "replace").replace("\ufffd", ""), True
