"""Every rule file's examples and counter-examples are tests."""

import pytest

from tracker.mentions.examples import check_example, missing_examples
from tracker.mentions.rules import load_rules
from tracker.rulebook import load_rulebook

RULES = load_rules(load_rulebook())
CASES = [(kind.type, example) for kind in RULES.types.values() for example in kind.examples]


@pytest.mark.parametrize(
    ("type_", "example"), CASES, ids=[f"{e.rule}: {e.text[:60]}" for _, e in CASES]
)
def test_an_example_holds(type_, example):
    assert check_example(example, type_, load_rulebook()).fault == ""


@pytest.mark.parametrize("kind", RULES.types.values(), ids=RULES.types)
def test_every_rule_has_an_example_and_a_counter_example(kind):
    assert missing_examples(kind) == []
