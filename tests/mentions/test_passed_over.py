"""What the words of triggers that no reading tells of were kept back by, and that asking changes nothing."""

import pytest

from tests.mentions.telling import document, read
from tracker.mentions import explain
from tracker.mentions.examples import check_example
from tracker.mentions.rules import load_rules
from tracker.rulebook import load_rulebook

OUTAGES = """
type = "blackout"

[[trigger]]
id = "en.blackout.went-out"
words = ["(lights|power) went out", "a blackout left .. homes"]
unless = ["lights went out in .. theatre(s)"]

[[trigger]]
id = "en.blackout.cut-off"
words = ["blackout left"]
"""
EXAMPLE = """
[[example]]
rule = "{rule}"
text = "{text}"
published = 2024-05-08
expect = {{ first = 2024-05-06 }}
"""
FAILING = {
    "A blackout left many homes dark on Monday.": "“blackout left”: the words went to en.blackout.went-out",
    "A blackout will have left them in the dark.": "none of its words stand there",
    "By then a blackout left will be forgotten.": "“blackout left”: no date",
    "The lights went out in a theatre on Monday.": "kept back by “lights went out in a theatre”",
}


def reasons(text: str) -> dict[str, str]:
    found = explain(document(text), load_rulebook(), beaten=True)
    return {told.rule: told.reason for told in found if told.mention is None}


@pytest.mark.parametrize(
    ("text", "rule", "told"),
    [
        ("The plan met with criticism in Oslo on Monday.", "en.talks.gathered", "kept back by “met with criticism”"),
        ("The two presidents held talks in Oslo on Monday.", "en.talks.held", "went to en.summit.leaders"),
        ("The ministers will have held talks in Oslo.", "en.talks.held", "no date"),
    ],
)  # fmt: skip
def test_what_kept_a_trigger_back_is_told(text: str, rule: str, told: str) -> None:
    assert told in reasons(text)[rule]


def test_a_trigger_that_is_read_is_not_passed_over_as_well():
    found = explain(document("The ministers held talks in Oslo on Monday."), load_rulebook())
    rules = [told.rule for told in found]
    assert len(rules) == len(set(rules))
    assert sum(told.mention is not None for told in found) == 1


def test_words_that_overlap_are_told_once_for_a_rule():
    found = explain(document("They met with criticism; it met with criticism."), load_rulebook())
    words = [told.words for told in found if told.rule == "en.talks.gathered"]
    assert len(words) == len(set(words)) == 2


def test_words_taken_by_a_rule_that_tells_a_happening_name_it():
    text = "The two presidents held talks in Oslo on Monday."
    [mention] = read(text)
    found = explain(document(text), load_rulebook(), beaten=True)
    lost = [told for told in found if told.mention is None]
    assert lost
    assert {told.told_by for told in lost} <= set(mention.rules)


def test_an_example_that_yields_nothing_says_why(tmp_path):
    file = tmp_path / "en" / "events" / "blackout.toml"
    file.parent.mkdir(parents=True)
    rules = ["went-out" if "lights" in text else "cut-off" for text in FAILING]
    examples = (
        EXAMPLE.format(rule=f"en.blackout.{rule}", text=text)
        for rule, text in zip(rules, FAILING, strict=True)
    )
    file.write_text(OUTAGES + "".join(examples))
    kind = load_rules(load_rulebook([tmp_path])).types["blackout"]
    faults = {
        example.text: check_example(example, kind.type, load_rulebook([tmp_path])).fault
        for example in kind.examples
    }
    wrong = {text: faults[text] for text, told in FAILING.items() if told not in faults[text]}
    assert wrong == {}
