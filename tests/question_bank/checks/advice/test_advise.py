"""Advice comes as notes: on the items in their order, then on the bank, and never as a fail."""

from question_bank.checks.advice import ON_ITEMS, ON_THE_BANK, advise
from question_bank.checks.evidence.case import Case, open_case
from question_bank.model import Kind, Proof, Severity
from tests.question_bank.build import item, right, wrong


def _case(stem: str) -> Case:
    asked = item(Kind.SINGLE, stem, [right("Thrift"), wrong("Haste", Proof.NOT_ON_PAGE)])
    return open_case(asked, printed=None, organisation=None)


def test_notes_on_items_come_first_and_name_them() -> None:
    short, trivial = _case("Which?"), _case("How many values does our page list in all?")
    found = advise([short, trivial])
    assert [(finding.rule, finding.item) for finding in found] == [
        ("focus", short.item.id),
        ("trivial", trivial.item.id),
    ]
    assert {finding.severity for finding in found} == {Severity.NOTE}


def test_an_empty_bank_is_said_to_be_empty() -> None:
    assert [(finding.rule, finding.item, finding.words) for finding in advise([])] == [
        ("coverage", None, "the bank holds no items")
    ]


def test_no_two_pieces_of_advice_share_a_name() -> None:
    assert set(ON_ITEMS).isdisjoint(ON_THE_BANK)
