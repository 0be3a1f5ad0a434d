"""A stricter reading of the gates than the check's own keeps doubtful items out of the bank."""

from dataclasses import replace

import pytest

from question_bank.generator.writing.literal import read_literally
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof
from tests.question_bank.generator.desks import desk

PAGE = "Our values\n\nCaring\n\n  • ring people back today\n\nThrift\n\n  • mend chairs before buying any\n"


def make_item(key: str, *wrong: str, stem: str = "Which of these?", template: str = "T2") -> Item:
    options = (Option(key, True, "So it says."), *(Option(text, False, "No.", Proof.OTHER_VALUE) for text in wrong))
    return Item("a", Kind.SINGLE, template, DraftStatus.DRAFT, stem, options, ("fact",), (Citation(1, key),))


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        (make_item("Thrift", "Candour", "Hope"), None),
        (make_item("Caring", "Thrift", "Hope"), "grammar"),
        (make_item("Caring", "Listening", "Hope"), None),
        (make_item("bring chairs home", "mend what is broken", "ask twice"), None),
        (make_item("Patience – Urgency", "Head – Heart", "Guest – Host"), "length"),
        (make_item("greet every single visitor", "count every penny spent twice", "ask before buying"), "clash"),
        (make_item("Thrift", "Kindness", stem="Which means that we “open new care homes”?", template="T1"), "concept"),
    ],
)
def test_each_reading_names_its_rule(item: Item, rule: str | None) -> None:
    assert read_literally(desk(PAGE), item) == rule


def test_a_foil_inside_a_word_of_the_page_is_on_the_page_to_a_strict_reader() -> None:
    item = make_item("Thrift", "Hair", "Hope", template="T5")
    foils = tuple(replace(one, proof=None if one.correct else Proof.NOT_ON_PAGE) for one in item.options)
    assert read_literally(desk(PAGE), replace(item, options=foils)) == "proof"


def test_statements_and_situations_are_left_to_the_check() -> None:
    item = make_item("Caring", "Thrift", "Hope")
    assert read_literally(desk(PAGE), replace(item, setting="ward")) is None
    assert read_literally(desk(PAGE), replace(item, kind=Kind.TRUE_FALSE)) is None
