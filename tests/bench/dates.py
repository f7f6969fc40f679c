"""How fast dates are read: documents a second on one core, beside dateparser.search_dates, and cost by length.

    python -m tests.bench.dates [DOCUMENTS.jsonl]

DOCUMENTS has {id, dct, text} a line; without it a passage of ours is read again and again.
"""

import datetime as dt
import json
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from tracker.dates.timex import tag_document
from tracker.rulebook import load_rulebook

PUBLISHED = dt.datetime(2024, 5, 8, tzinfo=dt.UTC)
ENOUGH = 150_000  # characters that give a steady figure
PEER_ENOUGH = 20_000
PASSAGE = (
    "The two ministers met in Geneva on Friday and agreed to hold a second round of talks next month. "
    "A treaty was signed on March 5, 2019, and entered into force the following year; its tenth article, "
    "which the parties had drafted in late 2017, provides for a review every five years. The delegation "
    "will stay from May 6 to 9 and return to the capital the next day. Exports rose 4 percent in the "
    "first quarter, from $20 million a year earlier, the bank said in a statement.\n\n"
    "Neither side would say what had been discussed behind closed doors. People close to the talks spoke of "
    "a frank but friendly mood and of progress on fishing rights, customs and the return of cultural goods, "
    "while questions of border trade and of the disputed railway remained open. Observers in both capitals "
    "doubted that a comprehensive settlement was within reach, and the opposition called the whole exercise "
    "a waste of public money. The foreign ministry declined to comment on the matter.\n\n"
)
HARD = {
    "figures": "1234567890" * 100_000,
    "figures apart": "12 " * 333_333,
    "spaces": " " * 1_000_000,
    "months": "March " * 166_666,
    "month words": "may " * 250_000,
    "hyphened": "1-" * 500_000,
    "long dashes": "1—" * 500_000,
    "lines": "12\n" * 333_333,
    "short years": "'98 " * 250_000,
    "articles": "the " * 250_000,
    "half phrases": "the end of the " * 66_666,
    "no such day": "February 30 " * 83_333,
    "signs": "年" * 1_000_000,
}


def main() -> None:
    """Prints the three tables."""
    rulebook = load_rulebook()
    texts = _texts(sys.argv[1:])

    def read(text: str) -> None:
        tag_document("", PUBLISHED, text, rulebook)

    read("warm")
    ours, peer = _rate(read, texts, ENOUGH), _rate(_peer(), texts, PEER_ENOUGH)
    average = sum(map(len, texts)) / len(texts) / 1000
    print(f"documents of {average:.1f} kB, one core")
    print(f"  tracker.dates           {ours:8.0f} documents/s")
    print(
        f"  dateparser.search_dates {peer:8.0f} documents/s   (we are {ours / peer:.0f} times as fast)"
    )
    print("cost by length")
    for size in (10_000, 100_000, 1_000_000):
        seconds = min(_seconds(read, (PASSAGE * (size // len(PASSAGE) + 1))[:size]) for _ in "abc")
        print(
            f"  {size:>9,} characters {seconds:7.3f} s  {seconds / size * 1e6:6.2f} µs a character"
        )
    print("a megabyte of")
    for name, text in HARD.items():
        print(f"  {name:<15} {_seconds(read, text):7.3f} s")


def _texts(files: Sequence[str]) -> list[str]:
    if not files:
        return [PASSAGE * 2]
    lines = Path(files[0]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def _rate(read: Callable[[str], None], texts: Sequence[str], enough: int) -> float:
    """Documents a second over at least `enough` characters."""
    documents = characters = 0
    start = time.process_time()
    while characters < enough:
        text = texts[documents % len(texts)]
        read(text)
        documents, characters = documents + 1, characters + len(text)
    return documents / (time.process_time() - start)


def _seconds(read: Callable[[str], None], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def _peer() -> Callable[[str], None]:
    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": PUBLISHED.replace(tzinfo=None)}

    def read(text: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            search_dates(text, languages=["en"], settings=base)

    read("warm")
    return read


if __name__ == "__main__":
    main()
