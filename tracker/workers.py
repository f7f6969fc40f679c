"""Child processes for parsing what strangers wrote: killed when they take too long or too much memory.

A parser that hangs in C cannot be stopped from inside its process; its process can.
"""

import asyncio
import importlib
import os
import pickle
import resource
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, ParamSpec, Self, TypeVar, cast

from tracker.errors import ReadError

__all__ = ["Workers"]

P = ParamSpec("P")
T = TypeVar("T")

HEADER = struct.Struct("!Q")
LARGEST_ANSWER = 400 * 10**6
READY = b"ready"
START_SECONDS = 60.0
PARSERS = ("tracker.feeds.parse", "tracker.text.extract")  # loaded before the clock of a job starts
MOST_JOBS = 500  # then a fresh process: parsers keep what they have once allocated
CODE = "import sys; sys.path[:] = sys.argv[2:]; from tracker.workers import work; work(int(sys.argv[1]))"


class Workers:
    """A few child processes, started when first needed, until `close`."""

    def __init__(self, count: int = 2, seconds: float = 20.0, memory: int = 1_500 * 10**6) -> None:
        self.seconds, self.memory = seconds, memory
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._idle: list[_Child] = []
        self._all: set[_Child] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every child, busy or not."""
        with self._lock:
            children, self._idle = list(self._all), []
        for child in children:
            child.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for child in children:
            child.end()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` (a function of a module of ours) returns when a child calls it.

        Raises ReadError for the WorldError it raises; parse_timeout, parse_memory or parse_crash when the
        child had to be killed, died, or met what nobody had thought of. Cancelling kills the child.
        """
        job = pickle.dumps((function.__module__, function.__qualname__, args, kwargs))
        busy: list[_Child] = []
        loop = asyncio.get_running_loop()
        try:
            answer = await loop.run_in_executor(self._threads, self._ask, job, busy)
        except asyncio.CancelledError:
            for child in busy:
                child.kill()
            raise
        return cast(T, _result(answer))

    def _ask(self, job: bytes, busy: "list[_Child]") -> tuple[str, Any]:
        child = self._take()
        busy.append(child)
        answer = child.ask(job, self.seconds)
        busy.clear()
        with self._lock:
            if child.ready and child.jobs < MOST_JOBS:
                self._idle.append(child)
                return answer
            self._all.discard(child)
        child.end()
        return answer

    def _take(self) -> "_Child":
        with self._lock:
            if self._idle:
                return self._idle.pop()
            child = _Child(self.memory)
            self._all.add(child)
            return child


class _Child:
    """One process. `ready` is False while it works, and for ever once it was killed or died."""

    def __init__(self, memory: int) -> None:
        self.ready, self.jobs = True, 0
        self._started = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", CODE, str(memory), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the parent to handle
        )

    def ask(self, job: bytes, seconds: float) -> tuple[str, Any]:
        self.ready, self.jobs = False, self.jobs + 1
        try:
            if not self._started:
                self._read(len(READY), time.monotonic() + START_SECONDS)
                self._started = True
            deadline = time.monotonic() + seconds
            self._write(HEADER.pack(len(job)) + job)
            size = HEADER.unpack(self._read(HEADER.size, deadline))[0]
            if size > LARGEST_ANSWER:
                return "world", ("parse_memory", "its content is too large")
            answer: tuple[str, Any] = pickle.loads(self._read(size, deadline))
        except TimeoutError:
            return "world", ("parse_timeout", f"it takes more than {seconds:g} s to read")
        except (EOFError, OSError):
            return "world", ("parse_crash", "the parser died of it")
        self.ready = answer[0] != "memory"
        return answer

    def kill(self) -> None:
        self.ready = False
        self._process.kill()

    def end(self) -> None:
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was left to write has no reader any more

    def _write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _read(self, size: int, deadline: float) -> bytes:
        assert self._process.stdout is not None
        descriptor, data = self._process.stdout.fileno(), bytearray()
        answer = select.poll()
        answer.register(descriptor, select.POLLIN | select.POLLHUP)
        while len(data) < size:
            rest = deadline - time.monotonic()
            if rest <= 0 or not answer.poll(rest * 1000):
                raise TimeoutError
            piece = os.read(descriptor, min(size - len(data), 1 << 20))
            if not piece:
                raise EOFError
            data += piece
        return bytes(data)


def _result(answer: tuple[str, Any]) -> Any:
    kind, value = answer
    if kind == "fine":
        return value
    if kind == "world":
        raise ReadError(*value)
    if kind == "memory":
        raise ReadError("parse_memory", "it takes too much memory to read")
    raise ReadError("parse_crash", str(value))


# --- the child's side -----------------------------------------------------


def work(memory: int) -> None:
    """Answers jobs on standard input until it closes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a parser prints is no answer
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for module in PARSERS:
        importlib.import_module(module)
    answers.write(READY)
    answers.flush()
    jobs = sys.stdin.buffer
    while header := jobs.read(HEADER.size):
        _answer(answers, _call(jobs.read(HEADER.unpack(header)[0])))


def _call(job: bytes) -> tuple[str, Any]:
    from tracker.errors import WorldError

    try:
        module, name, args, kwargs = pickle.loads(job)
        return "fine", getattr(importlib.import_module(module), name)(*args, **kwargs)
    except WorldError as error:
        return "world", (error.code, error.message)
    except (MemoryError, RecursionError):
        return "memory", None
    except Exception as error:
        return "error", f"{type(error).__name__}: {error}"


def _answer(answers: BinaryIO, answer: tuple[str, Any]) -> None:
    try:
        data = pickle.dumps(answer)
    except (MemoryError, RecursionError):
        data = pickle.dumps(("memory", None))
    answers.write(HEADER.pack(len(data)) + data)
    answers.flush()
