"""How evidence counts. Points are like log-odds: +1 speaks mildly for one happening, -2 strongly against, VETO
rules it out. A check gives points and the reason in a few lower-case words, or None where it says nothing."""

from collections.abc import Callable

from tracker.events.profile import Profile

__all__ = ["VETO", "Check", "Found"]

VETO = -100.0
Found = tuple[float, str] | None
Check = Callable[[Profile, Profile], Found]
