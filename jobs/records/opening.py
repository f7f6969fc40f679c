"""Files and standard input as streams of bytes, unpacked where they are compressed."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tracker.errors import UsageError

__all__ = ["Unpacked", "opened", "require_files"]


def require_files(names: list[str]) -> None:
    """Raises UsageError naming the first of `names` that is no readable file."""
    for name in names:
        path = Path(name)
        if name == "-":
            continue
        if path.is_dir():
            raise UsageError(f"{name} is a folder: name the files in it")
        if not path.is_file():
            raise UsageError(f"{name}: there is no such file")


class Unpacked(io.RawIOBase):
    """What a compressed file holds, as far as it can be read; `cut` is what ended it before its end."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._stream = gzip.GzipFile(fileobj=packed)
        self.cut: Exception | None = None

    def readable(self) -> bool:
        """Always: `io` asks."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills `buffer` with what comes next; 0 at the end, or where it was cut."""
        try:
            piece = self._stream.read1(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            self.cut = error
            return 0
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(name: str) -> Iterator[io.BufferedReader]:
    """What a file holds, or standard input for "-"."""
    with ExitStack() as stack:
        stream = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
        plain = stream if isinstance(stream, io.BufferedReader) else io.BytesIO(stream.read())
        buffered = plain if isinstance(plain, io.BufferedReader) else io.BufferedReader(plain)
        packed = buffered.peek(2)[:2] == b"\x1f\x8b"
        yield io.BufferedReader(Unpacked(buffered)) if packed else buffered
