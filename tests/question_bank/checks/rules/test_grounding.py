"""Citations, quotations and keys against the page."""

from dataclasses import replace

import pytest

from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.checks.rules.grounding import key, quote, source, split_coordination
from question_bank.model import Citation, Item, Kind
from tests.question_bank.build import item, right, shipped_page

PRINTED = index_page(shipped_page("nhs-somerset"), organisation="NHS Somerset")


def _case(judged: Item) -> Case:
    return open_case(judged, printed=PRINTED, organisation="NHS Somerset")


def _cites(line: int, text: str) -> list[str]:
    return list(source(_case(item(Kind.SINGLE, "", [], source=(Citation(line, text),)))))


def _quotes(stem: str) -> list[str]:
    return list(quote(_case(item(Kind.SINGLE, stem, []))))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (29, "Personal Integrity"),
        (33, "take personal responsibility for ensuring that we contribute to the provision of excellent, safe"),
        (33, "contribute to the provision of excellent, safe, high quality service"),
        (34, "safe, high quality service to others"),
        (33, "safe, high quality service to others"),
        (7, "“timely and easy access”"),
        (7, "‘In Somerset we want people to live"),
    ],
)
def test_a_citation_may_begin_on_its_line_or_be_part_of_the_passage_that_does(line: int, text: str) -> None:
    assert _cites(line, text) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (32, "Personal Integrity"),
        (35, "safe, high quality service to others"),
        (29, "personal integrity"),
        (29, ""),
        (0, "Personal Integrity"),
        (-1, "Personal Integrity"),
        (999, "Personal Integrity"),
    ],
)
def test_a_citation_with_other_words_or_another_line_is_a_fault(line: int, text: str) -> None:
    assert len(_cites(line, text)) == 1


def test_an_item_that_cites_nothing_is_at_fault_with_and_without_the_page() -> None:
    bare = item(Kind.SINGLE, "", [])
    assert list(source(_case(bare)))
    assert list(source(replace(_case(bare), printed=None)))


def test_a_quotation_keeps_its_case_and_may_leave_words_out() -> None:
    assert _quotes("Who is “supported by … public services”, “Self Awareness.”?") == []
    assert _quotes("Who is “Supported by thriving communities”?") == ["“Supported by thriving communities”"]
    assert _quotes("Who is “supported by … private services”?") == ["“private services”"]
    backwards = "public services … supported by"
    assert _quotes(f"Who is “{backwards}”?") == [f"“{backwards}”: its parts stand in another order"]


@pytest.mark.parametrize(
    "text", ["Self awareness", "“local networks”", "Local networks.", "thriving … access", "our local networks"]
)
def test_a_key_is_on_the_page_whatever_its_capitals_and_marks(text: str) -> None:
    assert list(key(_case(item(Kind.SINGLE, "Which?", [right(text)])))) == []


def test_a_key_may_join_members_of_one_passage_and_not_of_two() -> None:
    assert list(key(_case(item(Kind.SINGLE, "Which?", [right("Colleagues and the Somerset System")])))) == []
    assert list(key(_case(item(Kind.SINGLE, "Which?", [right("Mistakes and networks")]))))


def test_a_scenario_and_a_statement_need_no_key_on_the_page() -> None:
    scene = "You find a bed that nobody has cleaned. Which of these fits?"
    assert list(key(_case(item(Kind.SINGLE, scene, [right("You clean it")])))) == []
    assert list(key(_case(item(Kind.TRUE_FALSE, "It is so.", [right("True")])))) == []


def test_both_sides_of_a_pair_are_on_the_page() -> None:
    pairs = (("local networks", "Integrated Working"), ("warm words", "Kindness"))
    assert list(key(_case(item(Kind.MATCHING, "Match.", [], pairs=pairs)))) == ["“warm words”", "“Kindness”"]


def test_members_are_split_at_commas_and_and() -> None:
    assert split_coordination("Estates, digital and corporate") == ("estates", "digital", "corporate")
    assert split_coordination("Standards") == ("standards",)
