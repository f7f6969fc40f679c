"""No fault of the list goes without a test."""

from tests.feeds.faults.listing import FAULTS, names_by_fault


def test_every_fault_has_a_test() -> None:
    assert len(FAULTS) == 40
    assert sorted(names_by_fault()) == list(range(1, 41))
