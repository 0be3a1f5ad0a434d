import pytest

from question_bank.generator.writing.name_foils import (
    first_that_differ,
    foils_like,
    form_of_name,
    form_on_page,
    is_no_value,
    is_one_of,
)
from tests.question_bank.generator.desks import FERNBROOK, desk

AT = desk()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Candour", "names"),
        ("Continuous improvement", "names"),
        ("Respect and dignity", "pairs"),
        ("Trust & respect", "pairs"),
        ("Working together for patients", "doings"),
        ("We put people first", None),
        ("Stamina", "names"),
        ("Kind", "qualities"),
        ("Caring", "qualities"),
        ("Everyone counts", "clauses"),
        ("Commitment to quality of care", "phrases"),
        ("People first", None),
        ("Positively", None),
        ("–", None),
    ],
)
def test_the_form_of_a_name_says_which_foils_stand_beside_it(name: str, form: str | None) -> None:
    assert form_of_name(name) == form


def test_foils_take_over_the_letters_of_the_page() -> None:
    assert all(foil.islower() for foil in foils_like(AT, "candour"))
    assert all(foil.isupper() for foil in foils_like(AT, "CANDOUR"))
    small = desk(FERNBROOK.replace("Thrift\n", "Continuous improvement\n"))
    assert "Self awareness" in foils_like(small, "Candour")


def test_a_pair_with_a_sign_stands_among_pairs_with_a_sign() -> None:
    found = foils_like(AT, "Trust & respect")
    assert found
    assert all(" & " in foil for foil in found)


def test_what_the_page_speaks_of_is_no_foil() -> None:
    assert "Hope" in foils_like(AT, "Candour")
    assert "Hope" not in foils_like(desk(FERNBROOK.replace("rest properly", "rest in hope")), "Candour")


def test_the_reasons_name_what_is_on_the_page_and_what_is_not() -> None:
    assert is_one_of(AT, "Candour") == "“Candour” is one of the four values that our page names."
    assert is_no_value(AT, "Hope").startswith("Our page does not name “Hope” among its values")


def test_no_two_foils_share_a_word_or_mean_the_same() -> None:
    listed = ["Public trust", "Mutual trust", "Hope", "Optimism", "Fairness"]
    assert first_that_differ(listed, count=3) == ["Public trust", "Hope", "Fairness"]


def test_a_name_that_no_list_knows_is_taken_for_what_the_others_of_its_page_are() -> None:
    page = "Our values\n\n  • Open – saying so\n  • Fair – sharing lifts\n  • Thrifty – mending chairs\n"
    assert form_on_page(desk(page), "Thrifty") == "qualities"
    assert form_on_page(AT, "Thrifty") == "names"
