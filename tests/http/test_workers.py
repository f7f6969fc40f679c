"""Parsers in processes of their own: stopped when they take too long, too much, or die."""

import asyncio
import os
import signal
import time

import pytest

from tracker.errors import ReadError
from tracker.workers import Workers


@pytest.fixture
def workers():
    """One parser with half a second and little memory."""
    with Workers(count=1, seconds=0.5, memory=800 * 10**6) as running:
        yield running


def run(workers: Workers, function, *arguments):
    """What a child returns."""
    return asyncio.run(workers.run(function, *arguments))


def test_a_child_answers_with_the_result(workers: Workers) -> None:
    assert run(workers, os.path.join, "a", "b") == "a/b"


def test_one_that_takes_too_long_is_killed_and_replaced(workers: Workers) -> None:
    first = run(workers, os.getpid)
    with pytest.raises(ReadError, match="parse_timeout"):
        run(workers, time.sleep, 30)
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert run(workers, os.getpid) != first


def test_one_that_takes_too_much_memory_is_stopped(workers: Workers) -> None:
    with pytest.raises(ReadError, match="parse_memory"):
        run(workers, bytes, 2 * 10**9)
    assert run(workers, len, "abc") == 3


def test_one_that_dies_is_an_outcome_too(workers: Workers) -> None:
    with pytest.raises(ReadError, match="parse_crash"):
        run(workers, os._exit, 3)
    assert run(workers, len, "abc") == 3


def test_an_unexpected_mistake_is_an_outcome_too(workers: Workers) -> None:
    with pytest.raises(ReadError, match="parse_crash: TypeError"):
        run(workers, len, 3)


def test_cancelling_kills_the_child() -> None:
    async def cancel(workers: Workers) -> int:
        child = await workers.run(os.getpid)
        task = asyncio.create_task(workers.run(time.sleep, 60))
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return child

    with Workers(count=1) as workers:
        child = asyncio.run(cancel(workers))
    with pytest.raises(ProcessLookupError):
        os.kill(child, signal.SIGCONT)
