"""The token and what is derived from it: sessions, form keys, keys for subscriptions. Pure.

Nothing is stored: a session is a signed note of who it is and until when, and a new token ends them all.
"""

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass

__all__ = ["Session", "form_key", "new_session", "read_session", "same", "subscription_key"]


@dataclass(frozen=True, slots=True)
class Session:
    """Someone who gave the token; `name` is kept with their judgements."""

    name: str
    until: int  # seconds since 1970
    value: str = ""  # as it is in the cookie


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how far."""
    return hmac.compare_digest(one.encode(), other.encode())


def _sign(token: str, purpose: str, text: str = "") -> str:
    return hmac.digest(token.encode(), f"{purpose}\0{text}".encode(), hashlib.sha256).hex()


def new_session(token: str, name: str, until: int) -> Session:
    """A session that `read_session` accepts for that token until then."""
    note = base64.urlsafe_b64encode(json.dumps([name, until]).encode()).decode()
    return Session(name, until, f"{note}.{_sign(token, 'session', note)}")


def read_session(token: str, value: str, now: int) -> Session | None:
    """The session in a cookie, if it was signed with that token and has not ended."""
    note, _, signature = value.partition(".")
    if not same(signature, _sign(token, "session", note)):
        return None
    try:
        name, until = json.loads(base64.urlsafe_b64decode(note))
    except (ValueError, binascii.Error):
        return None
    return Session(str(name), int(until), value) if now < int(until) else None


def form_key(token: str, session: str) -> str:
    """What a form must bring along to be taken for one of our own pages' of that session."""
    return _sign(token, "form", session)


def subscription_key(token: str) -> str:
    """A key that opens subscriptions and nothing else: it goes into addresses, which get about."""
    return _sign(token, "subscription")[:32]
