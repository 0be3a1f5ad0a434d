"""What a question asks about is read from its words."""

import pytest

from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.claims import asked_places, content, is_membership, membership_subject
from question_bank.checks.evidence.printed import index_page
from question_bank.model import Kind
from tests.question_bank.build import item, right, shipped_page, wrong

SOMERSET = index_page(shipped_page("nhs-somerset"), organisation="NHS Somerset")
MERSEY = index_page(shipped_page("mersey-care"), organisation="Mersey Care")


def _case(stem: str, options: tuple[str, ...] = (), kind: Kind = Kind.SINGLE) -> Case:
    choices = [right(options[0]), *(wrong(text, None) for text in options[1:])] if options else []
    return open_case(item(kind, stem, choices), printed=MERSEY, organisation="Mersey Care")


@pytest.mark.parametrize(
    ("stem", "labels"),
    [
        ("Which of these does Mersey Care list under Respect?", ["Respect"]),
        ("Which of these does Mersey Care list under “Respect”?", ["Respect"]),
        ("Which of these does Mersey Care list under respect?", ["Respect"]),
        ("Which of these does Mersey Care say under Our people?", ["Our people"]),
        ("Which phrase comes from Mersey Care’s vision?", ["vision"]),
        ("What kind of culture does Mersey Care say its vision, mission and goals are built on?", []),
        ("Which of these support people to respect others?", []),
        ("Which of these explains Continuous improvement?", ["Continuous improvement"]),
    ],
)
def test_a_question_asks_about_what_it_names(stem: str, labels: list[str]) -> None:
    assert [place.label for place in asked_places(_case(stem), MERSEY)] == labels


def test_the_quotation_is_the_content_and_a_quoted_name_is_not() -> None:
    assert content(_case("Does “taking ownership” stand under “Respect”?"), MERSEY) == ("taking ownership",)


def test_a_passage_printed_without_marks_is_content_too() -> None:
    stem = "Which value means how we treat others in an inclusive and supportive way?"
    assert content(_case(stem), MERSEY) == ("how we treat others in an inclusive and supportive way",)


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
