"""What reading events out of articles costs, beside what finding their dates does, and how it grows.

    python -m tests.bench.mentions [DOCUMENTS.jsonl]

DOCUMENTS has {title, text, published} a line; without it a passage of ours is read. Times are processor
seconds. A passage that is all events is the worst of honest texts; news has an event in every fourth sentence.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from tracker.dates import find_dates
from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document

PUBLISHED = dt.datetime(2024, 5, 8, tzinfo=dt.UTC)
ROUNDS = 3
PASSAGE = (
    "Foreign Minister Ilse Brandvold met her Mongolian counterpart Bat Erdene in Geneva on Friday. The two "
    "ministers signed an agreement on air traffic and agreed to hold a second round of talks next month. "
    "Brandvold, who took office last year, had visited Ulaanbaatar in March 2019. Neither side would say what "
    "had been discussed behind closed doors. People close to the delegation spoke of a frank but friendly mood "
    "and of progress on fishing rights, customs and the return of cultural goods, while questions of border "
    "trade remained open.\n\nObservers in both capitals doubted that a settlement was within reach, and the "
    "opposition called the exercise a waste of public money. Exports rose 4 percent in the first quarter, from "
    "$20 million a year earlier, the Bank of Mongolia said in a statement. The National Assembly will vote on "
    "the treaty on May 20.\n\n"
)
HARD = {
    "capitals": "MINISTER MEETS PRESIDENT IN GENEVA ON FRIDAY. ",
    "names": "Anna Berg Bela Csok Carl Dorn Dana Ecke ",
    "offices": "President Minister General Secretary ",
    "lists": "* talks in Oslo\n* visit to Lima\n* summit in Bern\n",
    "one sentence": "the ministers of Laos and Cuba met in Geneva on Friday and ",
    "triggers": "talks on 6 May, ",
    "numbers": "12th plenary ",
    "quotes": '"He said: “I met her.” ',
    "dashes": "China-Laos ",
}


def main() -> None:
    """Prints the three tables."""
    rulebook = load_rulebook()
    documents = _documents(sys.argv[1:])
    start = process_time()
    for document in documents:
        find_mentions(document, rulebook)
    first = (process_time() - start) / len(documents) * 1000
    read = [find_dates, find_mentions]
    dates, both = (_each(lambda d, f=f: f(d, rulebook), documents) for f in read)  # type: ignore[misc]
    print(f"an article: dates {dates:.2f} ms, mentions {both - dates:.2f} ms, "
          f"{(both - dates) / dates:.1f} times as much; {first:.2f} ms at first, while patterns compile")  # fmt: skip
    print("cost by length")
    for size in (10_000, 100_000, 1_000_000):
        _told(f"{size:>9,} characters", (PASSAGE * (size // len(PASSAGE) + 1))[:size])
    print("a hundred kilobytes, and a megabyte, of")
    for name, text in HARD.items():
        for size in (100_000, 1_000_000):
            _told(name, (text * (size // len(text) + 1))[:size])


def _told(name: str, text: str) -> None:
    rulebook = load_rulebook()
    start = process_time()
    find_dates(_document(text), rulebook)
    middle = process_time()
    find_mentions(_document(text), rulebook)
    dates, both = middle - start, process_time() - middle
    print(f"  {name:<20} mentions {both - dates:7.3f} s  {(both - dates) / len(text) * 1e6:6.2f} µs a character,"
          f" dates {dates:7.3f} s")  # fmt: skip


def _each(read: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Milliseconds a document, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        for document in documents:
            read(document)
        best = min(best, process_time() - start)
    return best / len(documents) * 1000


def _document(text: str, title: str = "", published: dt.datetime = PUBLISHED) -> Document:
    return Document("https://a.example/1", title, text, published)


def _documents(files: Sequence[str]) -> list[Document]:
    if not files:
        return [_document(PASSAGE * 2)] * 50
    rows = (json.loads(line) for file in files for line in Path(file).read_text().splitlines())
    return [
        _document(row["text"], row.get("title", ""), dt.datetime.fromisoformat(row["published"]))
        for row in rows
    ]


if __name__ == "__main__":
    main()
