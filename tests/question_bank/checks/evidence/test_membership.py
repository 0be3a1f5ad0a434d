"""A question about the list of values is known by its words, and by what its options tell apart."""

import pytest

from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.membership import is_membership, membership_subject, rests_on_the_list
from question_bank.checks.evidence.printed import index_page
from question_bank.model import Kind
from tests.question_bank.build import item, right, shipped_page, wrong

MERSEY = index_page(shipped_page("mersey-care"), organisation="Mersey Care")
TRUE = ("True", "False")


def _case(stem: str, options: tuple[str, ...], kind: Kind = Kind.SINGLE) -> Case:
    choices = [right(options[0]), *(wrong(text, None) for text in options[1:])]
    return open_case(item(kind, stem, choices), printed=MERSEY, organisation="Mersey Care")


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these is one of Mersey Care's values?",
        "Which of these is a value of Mersey Care?",
        "Which of these does Mersey Care list among its five values?",
        "Select the TWO that are among the values on Mersey Care's page.",
        "Which of these values does Mersey Care hold?",
        "How many values does Mersey Care have?",
    ],
)
def test_what_belongs_to_the_values_is_membership(stem: str) -> None:
    assert is_membership(_case(stem, ("Respect", "Objectivity", "Thrift")))


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        (
            "Which one of Mersey Care's values says we own what we do?",
            ("Accountability", "Respect", "Objectivity"),
        ),
        ("Which of Mersey Care's values means “taking ownership”?", ("Accountability", "Thrift", "Calm")),
        ("You see a referral go astray. Which of these is a value of Mersey Care?", ("Respect", "Thrift", "Calm")),
    ],
)
def test_a_question_about_one_value_is_no_membership(stem: str, options: tuple[str, ...]) -> None:
    assert not is_membership(_case(stem, options))


def test_a_statement_of_membership_names_its_subject() -> None:
    said = _case("“Respect” is one of Mersey Care's values.", ("True", "False"), Kind.TRUE_FALSE)
    assert membership_subject(said) == "Respect"
    assert is_membership(said)
    other = _case("It is one of Mersey Care's values to be on time.", ("True", "False"), Kind.TRUE_FALSE)
    assert not is_membership(other)


@pytest.mark.parametrize(
    "stem",
    [
        "What would you read on the wall chart of Mersey Care?",
        "Mersey Care puts its name to which of these?",
        "Complete the roll of honour. Choose the name that belongs on it.",
    ],
)
def test_names_of_the_page_among_names_of_nowhere_ask_for_the_list_whatever_the_words(stem: str) -> None:
    assert rests_on_the_list(_case(stem, ("Respect", "Objectivity", "Thrift")))
    assert rests_on_the_list(_case(stem, ("Thrift", "Respect", "Support")))
    assert not rests_on_the_list(_case(stem, ("Respect", "Support", "Thrift")))


def test_a_question_about_a_passage_in_other_words_does_not_rest_on_the_list() -> None:
    options = ("Accountability", "Objectivity", "Thrift")
    assert not rests_on_the_list(_case("Which value is about taking ownership and high quality?", options))
    assert not rests_on_the_list(_case("What does “taking ownership” mean at Mersey Care?", options))


@pytest.mark.parametrize(("options", "expected"), [(("5", "6", "7"), True), (("calm", "6", "7"), False)])
def test_numbers_of_values_rest_on_the_list(options: tuple[str, ...], expected: bool) -> None:
    assert rests_on_the_list(_case("What number of values has Mersey Care?", options)) is expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Among the values of Mersey Care is Thrift.", True),
        ("Mersey Care has five values.", True),
        ("Mersey Care counts Respect as a value.", True),
        ("Beside the value Respect Mersey Care speaks of others.", False),
        ("The value Support is about courage at Mersey Care.", False),
        ("Mersey Care looks after young and old.", False),
    ],
)
def test_a_statement_about_the_list_says_nothing_of_what_stands_under_a_name(stem: str, expected: bool) -> None:
    assert rests_on_the_list(_case(stem, TRUE, Kind.TRUE_FALSE)) is expected
