import pytest

from question_bank.generator.templates.belonging.behaviour_to_value import ask
from question_bank.model import Kind
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules


def test_each_fair_line_is_asked_once_with_the_names_of_values() -> None:
    items = first_items(ask, desk())
    assert len(items) == 8
    assert all(item.kind is Kind.SINGLE and item.value == item.keys[0].text for item in items)
    assert {option.text for option in items[0].options} == {"Candour", "Thrift", "Neighbourliness", "Stamina"}


@pytest.mark.parametrize(
    ("lead", "stem"),
    [
        ("This means we:", "Which of Fernbrook’s values means that we “rest properly"),
        ("We will:", "Under which of its values does Fernbrook say that we will “rest properly"),
        ("You will see us:", "Under which of its values does Fernbrook list “rest properly"),
    ],
)
def test_the_question_reads_on_from_the_words_that_open_the_list(lead: str, stem: str) -> None:
    items = first_items(ask, desk(FERNBROOK.replace("This means we:", lead)))
    assert items[-1].stem.startswith(stem)


@pytest.mark.parametrize("line", ["We rest properly between two long weeks", "Rest properly between two long weeks"])
def test_a_line_with_its_own_subject_or_a_capital_is_not_run_into_the_question(line: str) -> None:
    at = desk(FERNBROOK.replace("rest properly between two long weeks on duty", line))
    assert first_items(ask, at)[-1].stem == f"Under which of its values does Fernbrook list “{line}”?"


def test_a_line_that_names_its_value_is_quoted_up_to_there() -> None:
    at = desk(FERNBROOK.replace("snow plough comes", "snow plough comes, in order to show stamina"))
    item = first_items(ask, at)[-2]
    assert item.template == "T1t"
    assert item.stem.endswith("“finish the evening round however late the snow plough comes …”?")
    assert "in order to show stamina" in item.keys[0].rationale


def test_a_line_that_cannot_be_quoted_is_reported() -> None:
    at = desk(FERNBROOK.replace("rest properly", "show stamina by resting"))
    assert rules(ask, at) == ["clang"]
