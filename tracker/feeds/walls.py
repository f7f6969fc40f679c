"""Pages that stand where a feed should be: log-in forms, consent walls, bot challenges."""

import re
from collections.abc import Mapping

from tracker.errors import ReadError

__all__ = ["is_challenge", "looks_like_page", "refusal"]

SIGNS = (
    ("bot_wall", "a bot challenge", ("just a moment", "cf-chl", "challenge-platform", "enable javascript and cookies", "attention required!", "verify you are human", "checking your browser", "px-captcha", "g-recaptcha", "h-captcha", "are you a robot", "ddos-guard", "access denied")),
    ("bot_wall", "a consent wall", ("consent.google", "consent-form", "before you continue", "we value your privacy", "our partners", "accept all cookies", "gdpr", "cookie consent")),
    ("not_a_feed", "a log-in page", ('type="password"', "type='password'", "sign in", "log in", "captive portal")),
)  # fmt: skip


def is_challenge(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer's own header says that it is a challenge."""
    return status in (401, 403, 429, 503) and headers.get("cf-mitigated") == "challenge"


def looks_like_page(text: str) -> bool:
    """Whether `text` is a web page."""
    return bool(
        re.match(
            r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", text[:4000], re.I | re.S
        )
    )


def refusal(text: str) -> ReadError:
    """The error for a page in place of a feed; its message names the kind of page."""
    lower = text[:100_000].lower()
    for code, name, signs in SIGNS:
        if any(sign in lower for sign in signs):
            return ReadError(code, f"{name} came instead of a feed")
    return ReadError(
        "not_a_feed", "a web page came instead of a feed; set `links` to read it as an index"
    )
