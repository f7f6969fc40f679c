"""What people decide about events: each decision is stored as a judgement and the timeline follows it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from db.engine import Engine, Session, begin
from db.events import Told
from tracker.answers import periods
from tracker.answers.question import known_status, known_type
from tracker.errors import UsageError
from tracker.timeline import judgements
from tracker.timeline.judgements import Judgement
from tracker.timeline.ledger import relink
from tracker.timeline.query import find_event

__all__ = ["Desk", "edited"]


def edited(types: Sequence[str], words: Mapping[str, str]) -> dict[str, str]:
    """The values to set, from `date`, `title`, `type`, `status` and `place` as people type them; what is
    empty stays as it is. UsageError where nothing is left to set."""
    value = {name: words[name] for name in ("title", "place") if words.get(name)}
    if words.get("type"):
        value["type"] = known_type(types, words["type"])
    if words.get("status"):
        value["status"] = known_status(words["status"])
    if words.get("date"):
        value.update(periods.interval(words["date"]))
    if not value:
        raise UsageError("nothing to set: give a date, title, type, status or place")
    return value


@dataclass(frozen=True, slots=True)
class Desk:
    """Where `who` decides at `now`. Each method stores one judgement, relinks, and gives its number."""

    engine: Engine
    who: str
    now: dt.datetime

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session in which the timeline follows the judgements made in it."""
        with begin(self.engine) as session:
            yield session
            relink(session, self.now)

    def merge(self, ids: Sequence[str], why: str = "") -> int:
        """These events are one; the first keeps its id."""
        if len(ids) < 2:
            raise UsageError("give two events or more")
        with self.session() as session:
            return self._decide(session, "same", ids, why)

    def split(self, id: str, urls: Sequence[str], why: str = "") -> int:
        """What the articles at these addresses tell is another event than the rest of it."""
        with self.session() as session:
            (told,) = judgements.sides_of(session, [id])
            apart = [each for each in told if {each[1].url, each[1].canonical_url} & set(urls)]
            if not apart or len(apart) == len(told):
                known = ", ".join(dict.fromkeys(article.url for _, article, _ in told))
                raise UsageError(f"a source must name some, not all of its articles: {known}")
            rest = [each for each in told if each not in apart]
            return self._decide(session, "different", [id], why, sides=[rest, apart])

    def differ(self, one: str, other: str, why: str = "") -> int:
        """These events are not the same and must never be taken for one."""
        with self.session() as session:
            return self._decide(session, "different", [one, other], why)

    def edit(self, id: str, value: Mapping[str, Any], why: str = "") -> int:
        """The event has these values (see `edited`), whatever articles say."""
        with self.session() as session:
            return self._decide(session, "edit", [id], why, value=value)

    def hide(self, id: str, why: str = "") -> int:
        """This is no event for the timeline."""
        with self.session() as session:
            return self._decide(session, "hide", [id], why)

    def pin(self, id: str, why: str = "") -> int:
        """This event is right as it is: later readings neither change nor drop it."""
        with self.session() as session:
            event = find_event(session, id)
            value = {
                "title": event.title,
                "type": event.type,
                "status": event.status.value,
                "place": event.place,
                "start": event.interval.first.isoformat(),
                "end": event.interval.last.isoformat(),
                "precision": event.interval.precision.value,
            }
            return self._decide(session, "pin", [event.id], why, value=value)

    def undo(self, number: int | None = None) -> Judgement:
        """Takes a judgement back, the last one unless `number` says which."""
        with self.session() as session:
            return judgements.undo(session, number, self.now)

    def _decide(
        self,
        session: Session,
        verb: str,
        ids: Sequence[str],
        why: str,
        *,
        sides: Sequence[Sequence[Told]] | None = None,
        value: Mapping[str, Any] | None = None,
    ) -> int:
        events = [find_event(session, id).id for id in ids]
        if len(set(events)) < len(events):
            raise UsageError(f"{' and '.join(ids)} are one event already")
        return judgements.decide(
            session,
            verb,
            sides or judgements.sides_of(session, events),
            events=events,
            value=value,
            why=why,
            who=self.who,
            now=self.now,
        )
