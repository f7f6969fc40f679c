"""Writes the groups of mentions down as events, changing only what differs."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from db import claims, tables
from db import events as queries
from db.bulk import add_rows
from db.engine import Session
from db.search import index_events
from db.words import event_words
from tracker.timeline.changes import Changes
from tracker.timeline.event_rows import MATERIAL
from tracker.timeline.final import OPEN, final_columns
from tracker.timeline.identity import fresh_id, keep_ids
from tracker.timeline.judgements import in_force
from tracker.timeline.linking import Pool
from tracker.timeline.rulings import BY_HAND
from tracker.values import Status

__all__ = ["Writer"]

NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


class Writer:
    """Brings event rows up to date within one transaction and remembers what it did."""

    def __init__(self, session: Session, now: dt.datetime, run_id: int | None) -> None:
        self.session, self.now, self.run_id = session, now, run_id
        self.notes: list[dict[str, Any]] = []  # revisions yet to be stored
        self.fresh: list[dict[str, Any]] = []  # events yet to be stored
        self.rebound: set[str] = set()  # events with other parties, for their relations
        self.created: list[str] = []
        self.changed: list[str] = []
        self.dropped: list[str] = []
        self.merged: list[tuple[str, str]] = []
        self.words: dict[str, str] = {}  # by which the events are found

    def changes(self) -> Changes:
        """What was done so far."""
        return Changes(
            tuple(sorted(self.created)),
            tuple(sorted(self.changed)),
            tuple(sorted(self.dropped)),
            tuple(sorted(self.merged)),
        )

    def publish(self, pool: Pool) -> None:
        """Writes the groups of the pool as events."""
        before = {key: row.event_id for key, row in pool.rows.items() if row.event_id}
        events = queries.events_by_id(self.session, before.values())
        ages = {id: event.created for id, event in events.items()}
        kept = keep_ids(pool.groups, before, ages, pool.rulings.keeps())
        self._fresh(pool, kept, before, events)
        split = {id for id, count in _spread(pool, before).items() if count > 1}
        for number, group in enumerate(pool.groups):
            old = {before[key] for key in group if key in before} - {kept[number]}
            self._write(pool, group, kept[number], events, "split" if old & split else "created")
        self.session.flush()  # events first: mentions, revisions and redirects point to them
        add_rows(self.session, tables.Event, self.fresh)
        self.fresh.clear()
        for number, group in enumerate(pool.groups):
            for key in group:
                pool.rows[key].event_id = kept[number]
        claims.write_back(self.session, pool.rows.values())
        self._settle(pool, before, events)
        self.session.flush()
        index_events(self.session, self.words)
        self._store_notes()

    def _fresh(
        self,
        pool: Pool,
        kept: dict[int, str],
        before: Mapping[str, str],
        events: dict[str, tables.Event],
    ) -> None:
        """An id for each group that keeps none: that of the dropped event, or of the one merged into what
        it now parts from, which one of its mentions once made; else a new one."""
        asking = [number for number in range(len(pool.groups)) if number not in kept]
        wanted = {key: fresh_id(key) for number in asking for key in pool.groups[number]}
        stored = queries.events_by_id(self.session, wanted.values())
        taken = {*kept.values(), *stored}
        for number in asking:
            group = pool.groups[number]
            parted = {before[key] for key in group if key in before}
            ids = (wanted[key] for key in group)
            old = next((id for id in ids if id in stored and _may_return(stored[id], parted)), None)
            if old is None:
                first = _first_told(pool, group)
                kept[number] = (
                    wanted[first] if wanted[first] not in taken else fresh_id(first, taken)
                )
                taken.add(kept[number])
            else:
                kept[number] = old
                events[old] = stored.pop(old)

    def _write(
        self,
        pool: Pool,
        group: tuple[str, ...],
        id: str,
        events: Mapping[str, tables.Event],
        change: str,
    ) -> None:
        sources = tuple(pool.sources[key] for key in group)
        columns = final_columns(sources, pool.rulings.overrides(group), self.now.date())
        quotes = [source.quote for source in sources]
        self.words[id] = event_words(columns["title"], columns["place"], columns["actors"], quotes)
        if id in events:
            self._update(events[id], columns)
            return
        self.fresh.append({"id": id, "created": self.now, "updated": self.now, **columns})
        self.created.append(id)
        self._note(id, change, {}, {name: columns[name] for name in MATERIAL})

    def _update(self, row: tables.Event, columns: Mapping[str, Any]) -> None:
        differing = [name for name, value in columns.items() if getattr(row, name) != value]
        before = {name: getattr(row, name) for name in differing if name in MATERIAL}
        revived = row.dropped is not None or row.redirect_to is not None
        for name in differing:
            setattr(row, name, columns[name])
        if "parties" in differing:
            self.rebound.add(row.id)
        if row.stale:
            row.stale = False
        if revived:
            row.dropped = row.redirect_to = None
        if before or revived:
            row.updated, row.sequence = self.now, row.sequence + 1
            self.changed.append(row.id)
            after = {name: columns[name] for name in before}
            self._note(row.id, "revived" if revived else "changed", before, after)

    def _settle(
        self, pool: Pool, before: Mapping[str, str], events: dict[str, tables.Event]
    ) -> None:
        """Redirects the events whose mentions all went to others, drops those left without any."""
        live = {row.event_id for row in pool.rows.values()}
        for id, event in sorted(events.items()):
            if id not in live and not queries.told_by_events(self.session, [id]):
                went = Counter(
                    row.event_id for key, row in pool.rows.items() if before.get(key) == id
                )
                self._redirect(event, min(went, key=lambda new: (-went[new], str(new))) or "")
        for event in queries.orphans(self.session):
            event.stale = False
            if event.redirect_to is None and not queries.told_by_events(self.session, [event.id]):
                self._drop(event)

    def _redirect(self, event: tables.Event, target: str) -> None:
        event.redirect_to, event.updated = target, self.now
        event.sequence, event.stale = event.sequence + 1, False
        self.merged.append((event.id, target))
        self._note(event.id, "merged", {}, {"into": target})

    def _drop(self, event: tables.Event) -> None:
        if event.dropped is None and event.id not in self._pinned():
            event.dropped = event.updated = self.now
            event.sequence += 1
            self.dropped.append(event.id)
            self._note(event.id, "dropped", {}, {})

    def _pinned(self) -> frozenset[str]:
        """The events that stay even if nobody tells them any more."""
        return in_force(self.session).pinned()

    def let_plans_lapse(self) -> None:
        """A plan whose day is gone without a report is no longer a plan, and no happening either."""
        for event in queries.overdue(self.session, self.now.date(), OPEN):
            if any(field == "status" and why.startswith(BY_HAND) for field, why in event.chosen):
                continue
            before = event.status
            event.status, event.updated = Status.UNCONFIRMED.value, self.now
            event.sequence += 1
            self.changed.append(event.id)
            self._note(event.id, "changed", {"status": before}, {"status": event.status})
        self._store_notes()

    def _note(
        self, id: str, change: str, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        note = {"event_id": id, "change": change, "before": _json(before), "after": _json(after)}
        self.notes.append({**note, "at": self.now, "run_id": self.run_id})

    def _store_notes(self) -> None:
        add_rows(self.session, tables.EventRevision, self.notes)
        self.notes.clear()


def _first_told(pool: Pool, group: tuple[str, ...]) -> str:
    """The mention that was published first: read again in any order, a group gets the id that it got as
    the reports came in."""
    return min(group, key=lambda key: (pool.sources[key].published or NEVER, key))


def _spread(pool: Pool, before: Mapping[str, str]) -> Counter[str]:
    """Over how many groups the mentions of each earlier event are spread now."""
    return Counter(
        id for group in pool.groups for id in {before[key] for key in group if key in before}
    )


def _may_return(row: tables.Event, parted: set[str]) -> bool:
    """Whether an event that is no longer shown may come back: it was dropped, or it was merged into the
    one that its mentions now part from."""
    return row.redirect_to in parted if row.redirect_to else row.dropped is not None


def _json(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in values.items()
    }
