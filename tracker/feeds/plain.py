"""Short texts of feeds as plain text: no markup, no entities, nothing a database refuses."""

import html
import re

__all__ = ["tidy", "visible"]

# NUL is an error on PostgreSQL, lone surrogates everywhere; the other controls are never text.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
TAG = re.compile(r"<(?:!--.*?--|/?[a-zA-Z][^<>]{0,2000})>", re.DOTALL)


def tidy(text: str) -> str:
    """`text` on one line, without markup and control characters."""
    return " ".join(CONTROLS.sub("", html.unescape(TAG.sub(" ", text))).split())


def visible(text: str) -> str:
    """`text` without control characters, otherwise as it is."""
    return CONTROLS.sub("", text)
