"""What a question asks about is read from its words."""

import pytest

from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.claims import asked_places, content
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
        ("Which words does Mersey Care’s vision use?", ["vision"]),
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
