"""The table names every rule that can speak, in plain words, and the documents list exactly these."""

import re

import pytest

from question_bank.checks import FIXED, RULES, hard_gates, rule_table
from question_bank.checks.advice import ON_ITEMS, ON_THE_BANK
from tests.support.source import ROOT

DOCUMENT = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


def test_the_table_has_every_rule_in_the_order_in_which_they_speak() -> None:
    assert list(hard_gates()) == [*RULES, "duplicate"]
    assert list(rule_table()) == [*RULES, "duplicate", *ON_ITEMS, *ON_THE_BANK]
    assert set(FIXED) <= set(hard_gates())


@pytest.mark.parametrize("name", rule_table())
def test_the_documents_give_each_rule_its_title_source_and_threshold(name: str) -> None:
    info = rule_table()[name]
    assert f"| `{name}` | {info.title} | {info.threshold} | {info.source} |" in DOCUMENT


def test_the_documents_list_no_rule_that_is_not_in_the_table() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", DOCUMENT, re.MULTILINE) == list(rule_table())


def test_every_rule_says_what_to_do_in_a_sentence() -> None:
    assert all(info.what_to_do.endswith(".") and not info.title.endswith(".") for info in rule_table().values())
