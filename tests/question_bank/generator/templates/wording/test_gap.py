import pytest

from question_bank.generator.templates.wording.gap import ask
from question_bank.model import Kind, Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules

PAGE = """Our vision

To build thriving communities with mutual trust between neighbours.

Our values

Candour – telling families the truth with courage and loyalty

This means we:

  • give honest feedback to the teams we work with

Thrift

This means we:

  • mend what we have before we buy another


This means we:

  • show respect, kindness and patience, whoever may visit us

Our plans

We will bring clinical excellence and new skills to our local clinics.
"""


@pytest.mark.parametrize(
    "stem",
    [
        "Complete these words from Fernbrook’s vision: “To build thriving ____ with mutual trust between neighbours”.",
        "Complete Fernbrook’s explanation of “Candour”: “telling families the truth with courage and ____”.",
        "Complete this behaviour from Fernbrook’s page: “show respect, kindness and ____, whoever may visit us”.",
        "Complete these words from Fernbrook’s page, under the heading “Our plans”: “We will bring clinical ____ and "
        "new skills to our local clinics”.",
    ],
)
def test_the_lead_in_says_where_the_words_come_from(stem: str) -> None:
    assert stem in {item.stem for item in first_items(ask, desk(PAGE))}


def test_a_word_bank_of_one_class_is_offered() -> None:
    for item in first_items(ask, desk(PAGE)):
        assert (item.kind, len(item.keys)) == (Kind.GAP, 1)
        assert len(item.options) in {3, 4}
        assert {option.proof for option in item.distractors} == {Proof.NOT_THIS_GAP}


def test_a_line_without_an_owner_is_asked_without_a_value() -> None:
    headless = [item for item in first_items(ask, desk(PAGE)) if "visit us" in item.stem]
    assert headless
    assert all(item.value is None for item in headless)


def test_a_wrong_word_is_told_where_the_page_uses_it() -> None:
    options = [option for item in first_items(ask, desk(PAGE)) for option in item.distractors]
    elsewhere = [option for option in options if option.text == "courage"]
    assert elsewhere
    assert {option.rationale.partition(". ")[2] for option in elsewhere} == {
        "Our page uses “courage” to explain “Candour”."
    }
    assert any("does not use “" in option.rationale for option in options)


def test_a_line_without_a_word_worth_asking_is_reported() -> None:
    assert "no-gap" in rules(ask, desk(FERNBROOK))
