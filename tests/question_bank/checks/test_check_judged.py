"""Items judged by a person beforehand: every bad one falls to its rule, and no sound one falls to any."""

from typing import Any

import pytest

from question_bank.checks import RULES, check_bank, check_item
from question_bank.model import Finding, Severity
from tests.question_bank.judged import ORGANISATIONS, judged_item, judged_page, judged_rows

BAD = judged_rows("bad_items.json") + judged_rows("other_bad_items.json")
SOUND = judged_rows("sound_items.json")
OTHER_SOUND = judged_rows("other_sound_items.json")
TWICE = judged_rows("duplicates.json")


def _fails(row: dict[str, Any]) -> list[Finding]:
    page = row["page"]
    found = check_item(judged_item(row), page=judged_page(page), organisation=ORGANISATIONS[page])
    return [finding for finding in found if finding.severity is Severity.FAIL]


@pytest.mark.parametrize("row", BAD, ids=[f"{row['name']}-{row['rule']}-{row['what']}" for row in BAD])
def test_a_bad_item_falls_to_the_rule_it_breaks(row: dict[str, Any]) -> None:
    assert row["rule"] in {finding.rule for finding in _fails(row)}


@pytest.mark.parametrize("row", SOUND + OTHER_SOUND, ids=[row["name"] for row in SOUND + OTHER_SOUND])
def test_a_sound_item_passes_every_gate(row: dict[str, Any]) -> None:
    assert _fails(row) == []


def test_the_judged_items_are_many_and_break_every_rule_of_a_single_item() -> None:
    assert len(BAD) >= 400
    assert len(SOUND) + len(OTHER_SOUND) >= 280
    assert {row["rule"] for row in BAD} == set(RULES)
    assert {row["page"] for row in SOUND} == set(ORGANISATIONS)
    assert {row["kind"] for row in SOUND} == {"single", "multiple", "matching", "gap", "true_false"}


@pytest.mark.parametrize("page", ORGANISATIONS)
def test_sound_items_of_one_page_are_no_duplicates_of_each_other(page: str) -> None:
    items = [judged_item(row) for row in SOUND if row["page"] == page]
    found = check_bank(items, page=judged_page(page), organisation=ORGANISATIONS[page])
    assert [finding for finding in found if finding.severity is Severity.FAIL] == []


@pytest.mark.parametrize("row", TWICE, ids=[row["what"] for row in TWICE])
def test_an_item_that_repeats_another_falls_to_its_rule(row: dict[str, Any]) -> None:
    page = row["items"][0]["page"]
    items = [judged_item(one) for one in row["items"]]
    found = check_bank(items, page=judged_page(page), organisation=ORGANISATIONS[page])
    assert "duplicate" in {finding.rule for finding in found if finding.severity is Severity.FAIL}
