"""Linking without looking for garbage in between."""

import gc

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
