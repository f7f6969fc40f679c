"""Compressed bodies, inflated piece by piece and never beyond a limit.

An HTTP library's own inflating gives whole bombs at once: 298 KB can be 300 MB, doubly packed 658 bytes.
"""

import zlib

from tracker.errors import FetchError

__all__ = ["inflater"]

CODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class Plain:
    """A body that is not compressed."""

    unfinished = False

    def feed(self, chunk: bytes) -> bytes:
        """The chunk itself."""
        return chunk


class Inflater:
    """Inflates one coding, never more than one byte beyond the limit."""

    def __init__(self, window: int, limit: int) -> None:
        self._window, self._left = window, limit + 1
        self._stream = zlib.decompressobj(window)
        self._started = False

    @property
    def unfinished(self) -> bool:
        """Whether the compressed body ended before its end."""
        return self._started and not self._stream.eof

    def feed(self, chunk: bytes) -> bytes:
        """What the next chunk inflates to."""
        out = bytearray()
        while chunk and self._left > 0:
            if self._stream.eof:  # gzip allows several members; anything else after one is padding
                if self._window != 31 or not chunk.startswith(b"\x1f\x8b"):
                    break
                self._stream = zlib.decompressobj(self._window)
            piece = self._inflate(chunk)
            self._started = True
            out += piece
            self._left -= len(piece)
            chunk = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        return bytes(out)

    def _inflate(self, chunk: bytes) -> bytes:
        try:
            return self._stream.decompress(chunk, self._left)
        except zlib.error as error:
            if self._window == 15 and not self._started:  # "deflate" without its header is common
                self._window = -15
                self._stream = zlib.decompressobj(-15)
                return self._inflate(chunk)
            raise FetchError("bad_encoding", f"the compressed body is broken: {error}") from error


# "identity", and what servers write there by mistake: names of charsets and transfer encodings.
NO_CODING = ("identity", "none", "utf-8", "utf8", "iso-8859-1", "us-ascii", "binary", "8bit", "7bit")  # fmt: skip


def inflater(coding: str, limit: int) -> Plain | Inflater:
    """What reads a body of that content coding; raises FetchError for one that was not asked for."""
    names = [name.strip().lower() for name in coding.split(",") if name.strip()]
    names = [name for name in names if name not in NO_CODING]
    if not names:
        return Plain()
    if len(names) > 1 or names[0] not in CODINGS:
        raise FetchError("bad_encoding", f'content coding "{coding}" was not asked for')
    return Inflater(CODINGS[names[0]], limit)
