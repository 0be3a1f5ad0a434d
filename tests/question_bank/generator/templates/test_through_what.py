from question_bank.generator.templates.through_what import ask
from tests.question_bank.generator.desks import desk, first_items

PAGE = """Our plans

Our aim is to enable people to take more control through co-production.
We will seek clinical excellence and local networks in digital technology.
We will improve our wards through the use of paint.
"""


def test_the_means_is_asked_for_with_the_words_that_it_serves() -> None:
    (item,) = first_items(ask, desk(PAGE))
    assert item.stem == "Through what does Fernbrook aim to “enable people to take more control”?"
    assert item.keys[0].text == "co-production"
    wrong = {option.text for option in item.distractors}
    assert wrong == {"clinical excellence", "local networks", "digital technology"}


def test_without_an_organisation_the_page_is_asked() -> None:
    (item,) = first_items(ask, desk(PAGE, organisation=None))
    assert item.stem == "Through what, on this page, do we “enable people to take more control”?"


def test_a_list_is_set_among_lists() -> None:
    text = PAGE.replace("co-production", "prevention, learning and research").replace(
        "clinical excellence and local networks", "trust, respect and courage, or patients, carers and families,"
    )
    (item,) = first_items(ask, desk(text))
    assert item.keys[0].text == "prevention, learning and research"
    assert {option.text for option in item.distractors} == {
        "trust, respect and courage",
        "patients, carers and families",
    }
