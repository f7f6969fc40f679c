"""Quality has a floor: scores the development articles and fails where they got worse.

    python -m tests.gate.score                          every set that is there, against floors.json
    python -m tests.gate.score dev2                     only this one
    python -m tests.gate.score --update                 raise floors to just under what is measured
    python -m tests.gate.score --update --allow-regression

The articles are not part of the project; where they are missing the gate says so and passes. Each set is
imported into a database of its own by the commands a user has, and scored by the scorer beside it; the ordinals and
original days of anniversaries, who takes part (`tests.gate.actors`), and where (`tests.gate.places`), are compared
here.
"""

import argparse
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.gate.actors import Counts, compared
from tests.gate.places import compared_place

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
SETS = ("dev", "dev2", "dev3")
KEPT_APART = ("dev3", 3, 2)  # every third article of dev3 stays unread while rules are written
MEASURED = (
    "f1",
    "precision",
    "strict_recall",
    "date_exact",
    "status",
    "link_f1",
    "ordinal",
    "base",
)
MARGIN = 0.02

Scores = dict[str, float]
Matched = tuple[Any, Any]  # an event, and the record of the gold
Judged = tuple[float, bool]  # how sure, and whether it was right
FEWEST = 20  # in a bin that can be judged
ASTRAY = 0.1


def main() -> int:
    """Score, compare, report; the exit code of the gate."""
    options = _options()
    names = [name for name in options.sets or SETS if (GOLD / name / "gold.jsonl").exists()]
    if not names:
        print(f"gate: no development articles at {GOLD}; nothing was measured")
        return 0
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    judged: list[Judged] = []
    measured = {name: scores for each in names for name, scores in measure(each, judged).items()}
    faults = [fault for name in measured for fault in compare(name, measured[name], floors)]
    faults += uncalibrated(judged)
    for name, scores in measured.items():
        print(f"{name:9}", "  ".join(f"{key} {value:.3f}" for key, value in scores.items()))
    if options.update:
        return _update(measured, floors, options.allow_regression)
    for fault in faults:
        print("gate:", fault)
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="*", default=[])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    return parser.parse_args()


def measure(name: str, judged: list[Judged]) -> dict[str, Scores]:
    """The scores of one set, and of the part of it that is kept apart; how sure each telling was, and
    whether it was right, is added to `judged`."""
    with tempfile.TemporaryDirectory(prefix="gate-") as folder:
        events = timeline(GOLD / name / "docs.jsonl", Path(folder))
        found = {name: _scores(GOLD / name, events)}
        judged += judged_tellings(GOLD / name, events)
        if name == KEPT_APART[0]:
            for part, path in _parts(GOLD / name, Path(folder)):
                found[f"{name}-{part}"] = _scores(path, events)
    return found


def timeline(articles: Path, folder: Path) -> Path:
    """The events that the commands make of these articles, as a file."""
    database = f"sqlite:///{folder / 'gate.db'}"
    command = [sys.executable, "-m", "tracker", "--database", database]
    subprocess.run([*command, "import", str(articles)], check=True, cwd=ROOT, capture_output=True)
    shown = [*command, "events", "--format", "jsonl"]
    events = folder / "events.jsonl"
    events.write_bytes(subprocess.run(shown, check=True, cwd=ROOT, capture_output=True).stdout)
    return events


def _parts(gold: Path, folder: Path) -> Iterable[tuple[str, Path]]:
    _, every, which = KEPT_APART
    lines = (gold / "docs.jsonl").read_text().splitlines()
    for part, keep in (("read", False), ("apart", True)):
        path = folder / part
        path.mkdir()
        kept = [line for number, line in enumerate(lines) if (number % every == which) is keep]
        ids = {json.loads(line)["id"] for line in kept}
        records = (gold / "gold.jsonl").read_text().splitlines()
        (path / "docs.jsonl").write_text("\n".join(kept))
        (path / "gold.jsonl").write_text(
            "\n".join(record for record in records if json.loads(record)["doc"] in ids)
        )
        yield part, path


def _scores(gold: Path, events: Path) -> Scores:
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(events), "--json"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    table: Mapping[str, float] = json.loads(out)
    scores = {key: float(table[key]) for key in MEASURED if key in table}
    matched = list(_matched(gold, events))
    return scores | anniversary_scores(matched) | actor_scores(matched) | place_scores(matched)


def _matched(gold: Path, events: Path) -> Iterable[Matched]:
    """The events of each article with the records of the gold that they match."""
    scorer = _scorer()
    told, records = scorer.read(events), scorer.read(gold / "gold.jsonl")
    for document in scorer.read(gold / "docs.jsonl"):
        golds = [record for record in records if record["doc"] == document["id"]]
        here = [e for e in told if any(s["url"] == document["url"] for s in e["sources"])]
        evidence = [_evidence(event, document["url"]) for event in here]
        for number, which in scorer.match(here, golds, evidence).items():
            yield here[number], golds[which]


def anniversary_scores(matched: Iterable[Matched]) -> Scores:
    """The shares of matched anniversaries whose ordinal and original date are right."""
    asked: dict[str, list[bool]] = {"ordinal": [], "base": []}
    for event, record in matched:
        if record["type"] == event["type"]:
            for key, right in _ordinal_and_base(event, record):
                asked[key].append(right)
    return {key: sum(rights) / len(rights) for key, rights in asked.items() if rights}


def actor_scores(matched: Iterable[Matched]) -> Scores:
    """How many of those named as taking part do, and how many of those who do are named. Of an event that several
    articles tell, whom any of them names is asked for once."""
    golds: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    told: dict[str, list[str]] = {}
    for event, record in matched:
        golds.setdefault(event["id"], []).extend(record["actors"])
        titles[event["id"]] = f"{titles.get(event['id'], '')} {record['title']}"
        told[event["id"]] = event["actors"]
    counts = [compared(told[key], golds[key], titles[key]).counts for key in told if golds[key]]
    return _shares("actor", counts)


def place_scores(matched: Iterable[Matched]) -> Scores:
    """How many of the places told are right, and how many of the gold's are told. Of an event that several articles
    tell, the gold's record that it agrees with best is asked for."""
    found: dict[str, list[Counts]] = {}
    for event, record in matched:
        counts = compared_place(event["place"] or "", record["place"] or "", record["title"])
        found.setdefault(event["id"], []).append(counts)
    best = (max(several, key=lambda c: (c.right, -c.wrong)) for several in found.values())
    return _shares("place", list(best))


def _shares(name: str, counts: Sequence[Counts]) -> Scores:
    right, wrong, lost = (sum(each[n] for each in counts) for n in range(3))
    return {
        f"{name}_precision": right / max(1, right + wrong),
        f"{name}_recall": right / max(1, right + lost),
    }


def judged_tellings(gold: Path, events: Path) -> list[Judged]:
    """How sure the tracker was of every event of every article, and whether the gold has it."""
    scorer, found = _scorer(), []
    told, records = scorer.read(events), scorer.read(gold / "gold.jsonl")
    for document in scorer.read(gold / "docs.jsonl"):
        golds = [record for record in records if record["doc"] == document["id"]]
        here = [e for e in told if any(s["url"] == document["url"] for s in e["sources"])]
        matched = scorer.match(here, golds, [_evidence(e, document["url"]) for e in here])
        for number, event in enumerate(here):
            sure = next(s["confidence"] for s in event["sources"] if s["url"] == document["url"])
            found.append((float(sure), number in matched))
    return found


def uncalibrated(judged: Iterable[Judged]) -> list[str]:
    """Prints the ten bins of confidence with the share that is right, and names those that are astray."""
    bins: dict[int, list[Judged]] = {}
    for sure, right in judged:
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    faults = []
    for number, inside in sorted(bins.items()):
        said = sum(sure for sure, _ in inside) / len(inside)
        held = sum(right for _, right in inside) / len(inside)
        print(
            f"confidence {number / 10:.1f}  {len(inside):4} tellings  said {said:.3f}  right {held:.3f}"
        )
        if len(inside) >= FEWEST and abs(said - held) > ASTRAY:
            faults.append(f"confidence {number / 10:.1f}: {said:.3f} said, {held:.3f} right")
    return faults


def _ordinal_and_base(event: Any, record: Any) -> Iterable[tuple[str, bool]]:
    if record.get("ordinal"):
        yield "ordinal", event.get("ordinal") == record["ordinal"]
    if record.get("base"):
        base, wanted = event.get("base") or "", record["base"]
        yield "base", bool(base) and (base.startswith(wanted) or wanted.startswith(base))


def _evidence(event: Any, url: str) -> str:
    return " ".join((s.get("evidence") or "")[:500] for s in event["sources"] if s["url"] == url)


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("gold_scorer", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digest(name: str) -> str:
    """Pins the articles and records that the floors were measured on."""
    folder = GOLD / name.split("-")[0]
    parts = [(folder / file).read_bytes() for file in ("docs.jsonl", "gold.jsonl")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def compare(name: str, scores: Scores, floors: Mapping[str, Any]) -> list[str]:
    """What is under its floor, in words."""
    floor = floors.get(name)
    if floor is None:
        return []
    if floor["digest"] != digest(name):
        return [f"{name}: the data changed; measure anew with --update"]
    return [
        f"{name}: {key} {scores.get(key, 0.0):.3f} is under its floor {value:.3f}"
        for key, value in floor.items()
        if key != "digest" and scores.get(key, 0.0) < value
    ]


def _update(measured: Mapping[str, Scores], floors: dict[str, Any], lower: bool) -> int:
    for name, scores in measured.items():
        old = floors.get(name, {})
        new = {key: round(max(0.0, value - MARGIN), 3) for key, value in scores.items()}
        fallen = [key for key, value in new.items() if value < old.get(key, 0.0)]
        if fallen and not lower:
            print(
                f"gate: {name}: {', '.join(fallen)} would fall; --allow-regression if that is meant"
            )
            new |= {key: old[key] for key in fallen}
        floors[name] = {"digest": digest(name), **new}
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
