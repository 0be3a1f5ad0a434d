import pytest

from question_bank.generator.templates.wording.set_out import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items

STRATEGY = FERNBROOK + "\nOur strategy\n\nOur work follows the aims set out in {} and in our own plans.\n"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the Fenland Long Term plan", "Fenland Long Term plan"),
        ("the Charter for Guests", "Charter for Guests"),
        ("our Winter Plan", "Winter Plan"),
    ],
)
def test_the_document_is_asked_for(printed: str, name: str) -> None:
    (item,) = first_items(ask, desk(STRATEGY.format(printed)))
    assert item.keys[0].text == name
    assert item.stem.startswith("Which document does Fernbrook name where it says “Our work follows the aims")
    assert item.stem.endswith(" …”?")
    assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}


def test_what_is_set_out_in_no_named_document_is_not_asked() -> None:
    assert list(ask(desk(STRATEGY.format("a plan")))) == []


def test_a_foil_is_told_what_the_page_says() -> None:
    (item,) = first_items(ask, desk(STRATEGY.format("our Winter Plan")))
    assert all("It says “Our work follows the aims set out in our Winter Plan" in o.rationale for o in item.distractors)
