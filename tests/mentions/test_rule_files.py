"""Rule files: what is wrong in one is named, a new type is one file, and the code names nothing."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

import tracker
from tests.mentions.telling import days, read
from tracker.errors import RuleError
from tracker.mentions.event_types import OF_ITS_OWN, EventType
from tracker.mentions.examples import check_examples
from tracker.mentions.gazetteer import load_gazetteer
from tracker.mentions.language import load_language
from tracker.mentions.pattern import compile_pattern
from tracker.mentions.phrasing import PatternError
from tracker.mentions.rules import load_rules
from tracker.mentions.searching import Searched
from tracker.rulebook import load_rulebook

HOME = Path(tracker.__file__).parent
GUIDE = (HOME / "rules" / "README.md").read_text(encoding="utf-8")
DRAFT, AFTERWARDS = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


def found(pattern: str, text: str) -> list[str]:
    compiled = compile_pattern(pattern, load_language(load_rulebook()))
    return [span.of(text) for span in Searched(text).spans(compiled)]


def folder(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "en" / "events" / "protest.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_guide_s_new_type_works_as_it_stands(tmp_path):
    rulebook = load_rulebook([folder(tmp_path, DRAFT)])
    faults = [o.fault for o in check_examples(rulebook) if o.example.rule.startswith("en.protest")]
    assert faults == ["", "", ""]
    found = read("Nurses staged a demonstration in Lima on Monday.", rulebook=rulebook)
    assert days(found) == ["protest 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A man was charged Thursday in the May 2 fire.", ["fire 2024-05-02 occurred"]),
        ("He was jailed for a fire in Lima in October 2022.", ["fire 2022-10-01..2022-10-31 occurred"]),
        ("A man was charged Thursday in the fire.", []),
    ],
)  # fmt: skip
def test_the_guide_s_rule_for_what_comes_afterwards_leaves_the_day_of_the_charge(
    tmp_path, text, told
):
    rulebook = load_rulebook([folder(tmp_path, f'type = "fire"\n{AFTERWARDS}')])
    assert days(read(text, "2024-05-13", rulebook)) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "en.protest.demonstration"', 'name = "x"', "a trigger needs an id"),
        ("unless =", "except =", "unknown key"),
        ('"general strike"', '"{lexicon:strikes}"', 'there is no lexicon "strikes"'),
        ('"general strike"', '"general {stike}"', "unknown slot"),
        ('type = "protest"', 'type = "Protest"', "in lower case"),
        ('rule = "en.protest.demonstration"', 'rule = "en.other"', "names a rule that is not here"),
        ('type = "protest"', 'type = "protest"\ntitled = "two"', "must be a number"),
        ('type = "protest"', 'type = "protest"\ndoers = "all"', 'must be "public" or "told"'),
        ('type = "protest"', 'type = "protest"\nagain = ["rally"]', "no such event type"),
        ('type = "protest"', 'type = "protest"\npromote = { to = "rally" }', "no such event type"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path, before, after, told):
    rulebook = load_rulebook([folder(tmp_path, DRAFT.replace(before, after, 1))])
    with pytest.raises(RuleError, match=re.escape(told)) as error:
        load_rules(rulebook)
    assert "protest.toml" in str(error.value)


def test_what_a_file_says_of_all_its_triggers_holds_for_each_beside_its_own(tmp_path):
    wide = 'type = "protest"\nunless = ["rally in a (film|play)"]'
    rulebook = load_rulebook([folder(tmp_path, DRAFT.replace('type = "protest"', wide, 1))])
    assert read("Nurses held a rally in a park on Monday.", rulebook=rulebook)
    assert not read("Nurses held a rally in a film on Monday.", rulebook=rulebook)
    assert not read("They held a press conference on a rally on Monday.", rulebook=rulebook)


def test_more_triggers_for_a_shipped_type_leave_its_other_ways_as_they_are(tmp_path):
    more = """
type = "sanctions"

[[trigger]]
id = "en.sanctions.shunned"
words = ["{country} [on] [{date}] shunned"]

[[example]]
rule = "en.sanctions.shunned"
text = "Peru on Monday shunned the bank."
published = 2024-05-08
expect = { first = 2024-05-06, last = 2024-05-06 }
"""
    shipped = load_rules(load_rulebook()).types["sanctions"]
    extended = load_rules(load_rulebook([folder(tmp_path, more)])).types["sanctions"]
    assert len(extended.triggers) == len(shipped.triggers) + 1
    ways = [field.name for field in fields(EventType) if field.name not in OF_ITS_OWN]
    for way in ways:
        theirs, ours = getattr(extended, way), getattr(shipped, way)
        assert getattr(theirs, "patterns", theirs) == getattr(ours, "patterns", ours)


def test_a_later_folder_replaces_a_rule_by_its_id(tmp_path):
    text = DRAFT.replace('type = "protest"', 'type = "talks"').replace(
        "en.protest.demonstration", "en.talks.held"
    )
    rules = load_rules(load_rulebook([folder(tmp_path, text)]))
    held = [t for t in rules.types["talks"].triggers if t.id == "en.talks.held"]
    assert [p.text for t in held for p in t.patterns][-1] == "general strike"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("~sign .. treaty", "signed a long treaty"),
        ("test(s) of .. {lexicon:missiles}", "tests of new missiles"),
        ("(talks|round of talks) [in]", "round of talks in"),
        ("~hold ... talks", "holding a second and last round of talks"),
        ("{ordinal} session", "twenty-first session"),
        ("{proper} House", "Windsor House"),
        ("pact/Charter/accord/treaty/Treaty", "Treaty"),
        ("pact/Charter/accord/treaty/treaties", "TREATIES"),
        ("(pay tribute|pay respects|lay a wreath|Pay Day)", "Pay Tribute"),
        ("(pay tribute|pay respects|lay a wreath|Pay Day)", "Pay Day"),
        ("robbed, beaten", "robbed, beaten"),
        ("~rob, beaten", "robbed, beaten"),
        ("(robbed|held up), beaten", "held up, beaten"),
        ("robber(s), police", "robbers, police"),
        ("{lexicon:missiles}, {number} drones", "ballistic missiles, four drones"),
        ("robbed [badly], beaten", "robbed badly, beaten"),
        ("robbed:/~raid: {number} dead", "robbed: two dead"),
        ("robbed beaten", "robbed, beaten"),
    ],
)
def test_patterns_match(pattern, text):
    assert found(pattern, text) == [text]


@pytest.mark.parametrize("text", ["The House", "Ohio House", "lower House", "Upper House"])
def test_a_house_that_a_state_or_an_article_stands_before_is_no_building(text):
    assert text not in found("{proper} House", text)


@pytest.mark.parametrize("text", ["PACT DAY", "charter", "pay day", "treat", "pay"])
def test_alternatives_match_only_themselves(text):
    pattern = "(pact|Charter|accord|treaty|pay tribute|pay respects|Pay Day)"
    assert text not in found(pattern, text)


def test_every_pattern_that_comes_along_compiles():
    types = load_rules(load_rulebook()).types.values()
    triggers = [trigger for type_ in types for trigger in type_.triggers]
    assert all(callable(p.follow) for t in triggers for p in (*t.patterns, *t.unless.patterns))


@pytest.mark.parametrize(
    ("pattern", "text", "whole"),
    [
        ("death(s) [of]", "the death in May", "death"),
        ("death(s) [of]", "the deaths of four", "deaths of"),
        ("robbed [and beaten] [by]", "was robbed in May", "robbed"),
        ("robbed [and beaten] [by]", "was robbed by two", "robbed by"),
        ("robbed [and beaten] [by]", "was robbed and beaten.", "robbed and beaten"),
        ("robbed [and beaten]", "was robbed.", "robbed"),
    ],
)
def test_what_may_be_missing_may_be_missing_at_the_end(pattern, text, whole):
    assert found(pattern, text) == [whole]


@pytest.mark.parametrize("text", ["robbed beaten", "robbed; beaten", "robbed and, beaten"])
def test_a_comma_that_is_written_must_be_there(text):
    assert not found("~rob, beaten", text)


@pytest.mark.parametrize(
    "pattern",
    ["(talks", "talks]", "{unknown}", "{lexicon:none}", "shot , killed", "shot [,] killed"],
)
def test_a_pattern_that_cannot_be_read_is_refused(pattern):
    with pytest.raises(PatternError):
        compile_pattern(pattern, load_language(load_rulebook()))


def test_no_name_of_the_gazetteers_stands_in_the_code():
    words = {
        entry.name
        for entry in load_gazetteer(load_rulebook()).entries.values()
        if len(entry.name) > 4 and entry.kind in ("person", "country", "body")
    } - {"Georgia", "Jordan", "Turkey", "Quad", "Brussels"}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words))) + r")\b")
    code = "\n".join(
        re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text(encoding="utf-8"))
        for folder in ("tracker", "jobs", "db")
        for path in (HOME.parent / folder).rglob("*.py")
    )
    assert pattern.findall(code) == []
