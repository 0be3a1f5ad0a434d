from question_bank.generator.templates.belonging.wanted_conduct import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items

PAGE = """Our values

Candour

We will:
  • report a near miss on the same day
  • ask before we sign for a dose

We will not:
  • wait for somebody else to notice
  • blame whoever was on duty before
  • be late
"""


def test_a_wanted_line_stands_among_lines_that_are_not_wanted() -> None:
    items = first_items(ask, desk(PAGE))
    assert {item.stem for item in items} == {"Under “Candour”, which of these does Fernbrook want to see?"}
    assert {item.keys[0].text for item in items} == {
        "report a near miss on the same day",
        "ask before we sign for a dose",
    }
    assert {option.proof for item in items for option in item.distractors} == {Proof.NOT_WANTED}


def test_unwanted_conduct_is_never_a_key_nor_a_fact() -> None:
    for item in first_items(ask, desk(PAGE)):
        assert not any("somebody else" in option.text for option in item.keys)
        assert len(item.facts) == 1


def test_a_page_that_names_no_unwanted_conduct_is_not_asked() -> None:
    assert list(ask(desk(FERNBROOK))) == []
