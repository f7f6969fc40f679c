"""Every date rule has examples and counter-examples beside it, and they hold."""

import pytest

from tracker.dates.examples import date_files, date_rules, faults_of_dates, wrong_dates
from tracker.rulebook import load_rulebook

RULEBOOK = load_rulebook()
FILES = date_files(RULEBOOK)
EXAMPLES = [
    pytest.param(file, row, id=f"{file.name}-{number}")
    for file in FILES
    for number, row in enumerate(file.table.get("example", ()), 1)
]
OWN = """
[[rule]]
id = "own.feast"
pattern = 'harvest day'
yields = { kind = "fixed", date = [10, 3] }

[[example]]
rule = "own.feast"
text = "They met on Harvest Day."
published = 2024-05-08
expect = [{ phrase = "Harvest Day", value = "2023-10-04" }]
"""


@pytest.mark.parametrize(("file", "row"), EXAMPLES)
def test_an_example_holds(file, row):
    assert not wrong_dates(row, file, RULEBOOK)


def test_every_rule_has_an_example_and_a_counter_example():
    assert [fault for _, _, fault in faults_of_dates(RULEBOOK)] == []


def test_what_is_wrong_with_a_rule_of_one_s_own_is_said(tmp_path):
    path = tmp_path / "en" / "dates" / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    faults = [fault for _, _, fault in faults_of_dates(load_rulebook([tmp_path]))]
    assert faults == ["yields Harvest Day = 2023-10-03", "has no counter-example"]


def test_rule_ids_are_unique():
    ids = [row["id"] for file in FILES for row in date_rules(file)]
    assert len(ids) == len(set(ids))
