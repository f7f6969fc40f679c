"""Linking without looking for garbage in between."""

import gc
import threading

import pytest

from tracker.events.collecting import no_collecting


def test_garbage_is_looked_for_again_afterwards():
    with no_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_where_nobody_looked_for_garbage_nobody_does_afterwards():
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_meanwhile_counts_as_old():
    with no_collecting():
        made = [{"number": number} for number in range(5000)]
    young = {id(each) for each in gc.get_objects(generation=0)}
    assert not any(id(each) in young for each in made)
    assert any(each is made for each in gc.get_objects())  # but is watched as ever


def test_a_fault_leaves_it_as_it_was():
    with pytest.raises(ValueError, match="linking"), no_collecting():
        raise ValueError("of the linking")
    assert gc.isenabled()


def test_inside_another_it_ends_with_the_outer_one():
    with no_collecting():
        with no_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_of_two_threads_the_last_to_end_lets_it_go_on():
    begun, may_end, seen = threading.Event(), threading.Event(), []

    def link() -> None:
        with no_collecting():
            begun.set()
            may_end.wait(10)
            seen.append(gc.isenabled())

    other = threading.Thread(target=link)
    with no_collecting():
        other.start()
        begun.wait(10)
    assert not gc.isenabled()  # the other one goes on
    may_end.set()
    other.join()
    assert seen == [False]
    assert gc.isenabled()
