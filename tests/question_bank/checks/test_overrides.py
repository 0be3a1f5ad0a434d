"""A person's word turns a fail into a note with the reason; it cannot move the page, and an idle one is noted."""

from dataclasses import replace

from question_bank.checks import FIXED, check_bank
from question_bank.checks.overrides import apply_overrides
from question_bank.model import Finding, Kind, Override, Proof, Severity
from tests.question_bank.build import item, right, wrong

ASKED = item(Kind.SINGLE, "Which is it?", [right("Thrift"), wrong("Haste", Proof.NOT_ON_PAGE)])


def _with(*overrides: tuple[str, str]) -> list[tuple[str, Severity, str]]:
    failed = [
        Finding("vague", Severity.FAIL, "often", item=ASKED.id),
        Finding("key", Severity.FAIL, "“x”", item=ASKED.id),
    ]
    asked = replace(ASKED, overrides=tuple(Override(rule, reason) for rule, reason in overrides))
    return [(found.rule, found.severity, found.words) for found in apply_overrides(asked, failed)]


def test_without_overrides_findings_stay_as_they_are() -> None:
    assert _with() == [("vague", Severity.FAIL, "often"), ("key", Severity.FAIL, "“x”")]


def test_an_overridden_fail_is_a_note_with_reason_and_words() -> None:
    assert _with(("vague", "as\nstaff  say"))[0] == ("vague", Severity.NOTE, "overridden: as staff say (often)")


def test_what_the_page_decides_stays_a_fail_and_the_override_is_noted() -> None:
    assert _with(("key", "trust me"))[1:] == [
        ("key", Severity.FAIL, "“x”"),
        ("key", Severity.NOTE, "cannot be overridden, for the page decides (trust me)"),
    ]
    assert FIXED == ("source", "quote", "key", "miskey", "headless", "avoid")


def test_an_override_of_a_rule_that_does_not_speak_is_noted() -> None:
    assert _with(("clang", "no"))[-1] == (
        "clang",
        Severity.NOTE,
        "overridden, but the rule does not speak against this item (no)",
    )


def test_a_repeated_question_may_be_overridden_in_a_bank() -> None:
    twin = replace(ASKED, id="twin", overrides=(Override("duplicate", "kept for the archive"),))
    found = [
        finding for finding in check_bank([ASKED, twin], page=None, organisation=None) if finding.rule == "duplicate"
    ]
    assert [(finding.severity, finding.item) for finding in found] == [(Severity.NOTE, "twin")]
