"""Bytes to text: what is declared is believed where it fits, and a guess is called a guess."""

import codecs
import re

from charset_normalizer import from_bytes

__all__ = ["decode"]

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What servers say and what they mean by it: the wider set of the same family, as browsers do.
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
ALIASES = {"ks_c_5601-1987": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030", "unicode": "utf-16"}
XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"'>]{1,40})""")
META_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""")
HEADER_CHARSET = re.compile(r"""(?i)charset\s*=\s*["']?([\w.:-]{2,40})""")


def decode(body: bytes, content_type: str = "") -> tuple[str, str]:
    """The text of `body`, and how it was found: "bom", "declared", "utf-8" or "guess".

    Valid UTF-8 wins over a declaration of something else; a declaration that does not fit the bytes is passed over.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), "bom"
    if body[:2] in (b"<\x00", b"\x00<"):  # UTF-16 without its mark
        name = "utf-16-le" if body[0] else "utf-16-be"
        return body.decode(name, "replace"), "declared"
    declared = _declared(body, content_type)
    escaped = b"\x1b" in body  # ISO-2022 looks like ASCII
    names = [*declared, "utf-8"] if escaped else ["utf-8", *declared]
    for name in names:
        text = _strictly(body, name)
        if text is not None:
            return text, "utf-8" if name == "utf-8" else "declared"
    if _one_bad_character(body):
        return body.decode("utf-8", "replace"), "utf-8"
    return _guessed(body), "guess"


def _declared(body: bytes, content_type: str) -> list[str]:
    """The codecs named by the document, then by the header."""
    head = body[:2048]
    labels = [
        match[1].decode("ascii", "ignore")
        for match in (XML_ENCODING.search(head), META_CHARSET.search(head))
        if match
    ]
    if header := HEADER_CHARSET.search(content_type):
        labels.append(header[1])
    return [name for label in labels if (name := _codec(label))]


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(ALIASES.get(label.lower(), label)).name
    except (LookupError, ValueError):
        return None
    return WIDER.get(name, name)


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):
        return None


def _one_bad_character(body: bytes) -> bool:
    """Whether this is UTF-8 with next to nothing broken: long texts get cut and spliced."""
    text = body.decode("utf-8", "replace")
    broken = text.count("�")
    good = sum(1 for character in text[:200_000] if ord(character) > 127) - broken
    return 0 < broken <= max(1, good // 50)


def _guessed(body: bytes) -> str:
    best = from_bytes(body[:200_000]).best()
    name = _codec(best.encoding) if best else None
    return body.decode(name or "cp1252", "replace")
