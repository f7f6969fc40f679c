"""Articles in files: JSONL, saved HTML pages, WARC. Each becomes an arrival or a problem with its place."""

from jobs.records.opening import require_files
from jobs.records.reading import read_records
from jobs.records.record import Record

__all__ = ["Record", "read_records", "require_files"]
