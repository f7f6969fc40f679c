"""Bytes to text: what is declared is believed where it fits, and a guess is called a guess."""

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
# What servers say and what they mean by it: the wider set of the same family, as browsers do.
WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "euc_kr": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
ALIASES = {
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "x-euc-kr": "cp949", "unicode": "utf-16", "windows-949": "cp949", "win-1251": "cp1251", "utf8mb4": "utf-8",
}  # fmt: skip
UNSPOKEN = ("utf-7", "idna", "punycode")  # nobody writes pages in these
XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})""")
META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
ESCAPES = re.compile(rb"\x1b[$(]")  # ISO-2022 looks like ASCII
NEARLY = 500  # one broken byte in so many characters: a cut character, a stray comment


def decode(body: bytes, content_type: str = "") -> tuple[str, bool]:
    """The text of a feed or page, and whether its encoding had to be guessed.

    Valid UTF-8 wins over a declaration of something else: it is hardly ever so by chance. A declaration
    that does not fit the bytes is passed over.
    """
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), False
    if body[:2] in (b"<\x00", b"\x00<"):  # UTF-16 without its mark
        return body.decode("utf-16-le" if body[0] else "utf-16-be", "replace"), False
    declared = list(_declared(body, content_type))
    names = [*declared, "utf-8"] if ESCAPES.search(body) else ["utf-8", *declared]
    for name in names:
        try:
            return body.decode(name), False
        except (UnicodeError, LookupError):
            continue
    return _nearly(body, names) or _guessed(body)


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    """The codecs named by an XML declaration, by the header, by the page itself."""
    xml, meta, header = (
        XML.search(body[:2048]),
        META.search(body[:4096]),
        HEADER.search(content_type),
    )
    labels = [
        xml[1].decode("ascii", "ignore") if xml else "",
        header[1] if header else "",
        meta[1].decode("ascii", "ignore") if meta else "",
    ]
    for label in labels:
        if label and (name := _codec(label)):
            yield name


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(ALIASES.get(label.lower(), label)).name
    except (LookupError, ValueError):
        return None
    return None if name in UNSPOKEN else WIDER.get(name, name)


def _nearly(body: bytes, names: list[str]) -> tuple[str, bool] | None:
    """A text that is what it says but for a few broken bytes among many sound ones."""
    for name in names:
        if name.startswith("utf-16"):
            continue
        text = body.decode(name, "replace")
        broken = text.count("\ufffd")
        strange = sum(character > "\x7f" for character in text[:200_000]) - broken
        if broken * NEARLY < len(text) and broken * 10 <= strange:
            return text.replace("\ufffd", ""), False
    return None


def _guessed(body: bytes) -> tuple[str, bool]:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:200_000]).best()
    name = (_codec(best.encoding) if best else None) or "cp1252"
    return body.decode(name, "replace").replace("\ufffd", ""), True
