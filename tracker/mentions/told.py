"""What types of happenings an article has told of so far: words such as "the session" refer back to them."""

from collections import deque
from collections.abc import Iterable

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, Seen
from tracker.mentions.matching import hits_in
from tracker.mentions.overlaps import told_before
from tracker.mentions.rules import Rules
from tracker.mentions.searching import Searched
from tracker.mentions.sittings import as_told_before

__all__ = ["Told", "dangles"]


class Told(Seen):
    """The types told of so far. Sentences that can only add to them are read when first asked."""

    def __init__(self, rules: Rules, cues: Cues) -> None:
        super().__init__()
        self._rules, self._cues = rules, cues
        self._seen = Seen()
        self._waiting: deque[Searched | list[str]] = deque()

    def __contains__(self, type_: object) -> bool:
        self._read()
        return type_ in self._seen

    def turn(self, type_: str) -> int:
        self._read()
        return self._seen.turn(type_)

    def _read(self) -> None:
        while self._waiting:
            each = self._waiting.popleft()
            if isinstance(each, Searched):
                found = self._meant(
                    hits_in(each, self._rules.undated, self._seen), each, self._seen
                )
                each = _types(hit for hit in found if not dangles(hit, self._seen))
            self._seen.see(each)

    def meant(self, hits: Iterable[Hit], searched: Searched) -> list[Hit]:
        """The hits of a sentence, "the meeting" of the type that it goes on with."""
        return self._meant(hits, searched, self)

    def _meant(self, hits: Iterable[Hit], searched: Searched, seen: Seen) -> list[Hit]:
        text, rules, cues = searched.text, self._rules, self._cues
        return [as_told_before(hit, text, seen, rules, cues) for hit in hits]

    def add(self, hits: Iterable[Hit], promoted: Iterable[str] = ()) -> None:
        """Remembers the types of the next sentence's hits, those left out that refer to nothing, and those that
        they were `promoted` to."""
        self._waiting.append([*_types(hits), *promoted])

    def put_off(self, searched: Searched) -> None:
        """Remembers to read the next sentence for its types."""
        self._waiting.append(searched)


def dangles(hit: Hit, told: Seen, beside: Iterable[Hit] = ()) -> bool:
    """Whether the hit's words refer to something told earlier, and nothing of its type was or of the greater one, nor
    is by those of its sentence that stand `beside` it."""
    if "earlier" not in hit.trigger.needs or hit.trigger.type in told:
        return False
    if hit.trigger.greater and hit.trigger.greater in told:
        return False
    return not any(told_before(other, hit) for other in beside)


def _types(hits: Iterable[Hit]) -> list[str]:
    return [hit.trigger.type for hit in hits]
