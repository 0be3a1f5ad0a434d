"""Advice names what a bank lacks and stays silent where nothing can be said."""

from question_bank.checks.advice import advise
from question_bank.model import Item, Kind, Proof, Severity, Value, ValuesPage
from tests.question_bank.build import item, right, wrong

PAGE = ValuesPage(text="", sha256="", values=(Value("Respect", 1), Value("Support", 2), Value(None, 3)))


def _about(name: str) -> Item:
    return item(Kind.SINGLE, f"Which says {name}?", [right(name), wrong("Calm", Proof.NOT_ON_PAGE)])


def _long(key: str) -> Item:
    return item(
        Kind.SINGLE, "Which?", [right(key), wrong("four", Proof.OTHER_VALUE), wrong("three", Proof.OTHER_VALUE)]
    )


def test_a_value_with_fewer_than_two_items_is_named() -> None:
    pairs = (("a", "Respect"), ("b", "Support"))
    found = advise([_about("Respect"), item(Kind.MATCHING, "Match.", [], pairs=pairs)], page=PAGE)
    assert [finding.words for finding in found] == ["“Support” is asked about by 1 of 2 items"]
    assert {(finding.severity, finding.item, finding.rule) for finding in found} == {(Severity.NOTE, None, "coverage")}


def test_without_the_page_nothing_is_said_of_its_values() -> None:
    assert advise([_about("Respect")], page=None) == ()


def test_an_empty_bank_is_said_to_be_empty() -> None:
    assert [finding.words for finding in advise([], page=PAGE)] == ["the bank holds no items"]


def test_keys_that_are_the_longest_more_often_than_chance_are_counted() -> None:
    assert [finding.rule for finding in advise([_long("longest")] * 15 + [_long("one")] * 15, page=None)] == [
        "longest-key"
    ]
    assert advise([_long("longest")] * 14 + [_long("one")] * 16, page=None) == ()
    assert advise([_long("longest")] * 29, page=None) == ()
