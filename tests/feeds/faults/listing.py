"""The forty faults against the tests that provoke them: `make faults`."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent

FAULTS = """
validators go back byte for byte, a 304 changes nothing
a 304 brings a new ETag
an unchanged body brings new validators
304 for ever
an answer that cannot be read has an ETag
moved for good
moved for now
moved to a log-in page
moved onto another feed
redirect loops
redirects out of the web
private and disguised addresses
crooked addresses
gone
missing for a long time
too many requests, for so long
come back at a date, by a wrong clock
a senseless Retry-After
too many requests, for no stated time
twenty feeds on one host
hints about caching
our own network is down
compression bombs and unasked codings
giants and endless bodies
drips and silence
bodies cut short
empty bodies
walls in place of a feed
a feed that is empty for once
markup that is meant to hurt
bodies that name files and addresses
charsets, wrong and undeclared
characters that are none
markup that is nearly right
bad guids and shared stories
items edited, edited back, gone and back
dates that lie
pages that are no articles
killed, no room, locked out
two at once, other schemas, jumping clocks
""".strip().splitlines()

ELSEWHERE = {  # tests of the same faults that live with what they test
    40: ("tests/db/test_migrate.py", ("newer_schema", "fails_midway")),
    13: ("tests/cli/test_bad_input.py", ("url",)),
}


def names_by_fault() -> dict[int, list[str]]:
    """The names of the tests of every fault, with their file."""
    found: dict[int, list[str]] = defaultdict(list)
    for path in sorted(HERE.glob("test_*.py")):
        for name in _tests(path):
            if match := re.match(r"test_fault_(\d\d)_", name):
                found[int(match[1])].append(f"{path.name}::{name}")
    for number, (place, words) in ELSEWHERE.items():
        path = HERE.parents[2] / place
        names = _tests(path) if path.exists() else ()
        found[number] += [f"{place}::{n}" for n in names if any(word in n for word in words)]
    return dict(found)


def _tests(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.name


if __name__ == "__main__":
    tests = names_by_fault()
    for number, fault in enumerate(FAULTS, 1):
        print(f"{number:2}  {fault}")
        for test in tests.get(number, ["(no test)"]):
            print(f"      {test}")
