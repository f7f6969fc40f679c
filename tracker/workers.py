"""Child processes for parsing what strangers wrote: killed when they take too long or too much memory.

A parser that hangs in C cannot be stopped from inside its process; its process can.
"""

import asyncio
import importlib
import os
import pickle
import resource
import struct
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, BinaryIO, ParamSpec, Self, TypeVar, cast

from tracker.errors import ReadError

__all__ = ["Workers"]

P = ParamSpec("P")
T = TypeVar("T")

HEADER = struct.Struct("!Q")
LARGEST_ANSWER = 400 * 10**6
MOST_JOBS = 500  # then a fresh process: parsers keep what they have once allocated


@dataclass
class Workers:
    """A few child processes, started when first needed, for as long as an `async with` lasts."""

    count: int = 2
    seconds: float = 20.0
    memory: int = 1_500 * 10**6
    _idle: list["_Child"] = field(default_factory=list, init=False)
    _free: asyncio.Semaphore | None = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        self._free = asyncio.Semaphore(self.count)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        children, self._idle, self._free = self._idle, [], None
        for child in children:
            await child.end()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` (a function of a module of ours) returns when a child calls it.

        Raises the WorldError it raises; ReadError parse_timeout, parse_memory or parse_crash when the
        child had to be killed or died; RuntimeError for any other exception.
        """
        job = (function.__module__, function.__qualname__, args, kwargs)
        async with self._child() as child:
            try:
                async with asyncio.timeout(self.seconds):
                    answer = await child.ask(pickle.dumps(job))
            except TimeoutError as error:
                message = f"it takes more than {self.seconds:g} s to read"
                raise ReadError("parse_timeout", message) from error
        return cast(T, _result(answer))

    @asynccontextmanager
    async def _child(self) -> AsyncIterator["_Child"]:
        """A child of one's own; one that was left in the middle of a job is killed."""
        if self._free is None:
            raise RuntimeError("workers are used outside of their `async with`")
        async with self._free:
            child = self._idle.pop() if self._idle else await _Child.start(self.memory)
            try:
                yield child
            finally:
                if child.ready and child.jobs < MOST_JOBS and self._free is not None:
                    self._idle.append(child)
                else:
                    await child.end()


@dataclass
class _Child:
    process: asyncio.subprocess.Process
    ready: bool = True
    jobs: int = 0

    @classmethod
    async def start(cls, memory: int) -> "_Child":
        code = "import sys; sys.path[:] = sys.argv[2:]; from tracker.workers import work; work(int(sys.argv[1]))"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            code,
            str(memory),
            *sys.path,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the parent to handle
        )
        return cls(process)

    async def ask(self, job: bytes) -> tuple[str, Any]:
        self.ready, self.jobs = False, self.jobs + 1
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(HEADER.pack(len(job)) + job)
            await self.process.stdin.drain()
            size = HEADER.unpack(await self.process.stdout.readexactly(HEADER.size))[0]
            if size > LARGEST_ANSWER:
                return "world", ("parse_memory", "its content is too large")
            answer: tuple[str, Any] = pickle.loads(await self.process.stdout.readexactly(size))
        except (asyncio.IncompleteReadError, ConnectionError):
            return "world", ("parse_crash", "the parser died of it")
        self.ready = answer[0] != "memory"
        return answer

    async def end(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        transport = getattr(self.process, "_transport", None)
        if transport is not None:
            transport.close()  # else its pipes wait for the garbage collector


def _result(answer: tuple[str, Any]) -> Any:
    kind, value = answer
    if kind == "fine":
        return value
    if kind == "world":
        raise ReadError(*value)
    if kind == "memory":
        raise ReadError("parse_memory", "it takes too much memory to read")
    raise RuntimeError(value)


# --- the child's side -----------------------------------------------------


def work(memory: int) -> None:
    """Answers jobs on standard input until it closes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a parser prints is no answer
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
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
