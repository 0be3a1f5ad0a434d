import pytest

from tests.question_bank.generator.desks import desk


@pytest.mark.parametrize(
    ("organisation", "vision", "page"),
    [
        ("Fernbrook", "Fernbrook’s vision", "Fernbrook’s page"),
        ("Fernbrook Hospitals", "Fernbrook Hospitals’ vision", "Fernbrook Hospitals’ page"),
        (None, "the vision on this page", "this page"),
    ],
)
def test_stems_say_whose_page_it_is(organisation: str | None, vision: str, page: str) -> None:
    at = desk(organisation=organisation)
    assert (at.of("vision"), at.of("page")) == (vision, page)


def test_the_words_of_the_organisation_s_name_are_no_words_of_a_text() -> None:
    assert desk(organisation="Mersey Care").stems("whole person care") == {"whole", "person"}


def test_each_purpose_has_an_order_of_its_own_that_the_seed_fixes() -> None:
    at = desk(seed=4)
    assert at.order(range(9), "a") == at.order(range(9), "a") != at.order(range(9), "b")
    assert at.order(range(9), "a") != desk(seed=5).order(range(9), "a")
