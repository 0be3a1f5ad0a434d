from question_bank.generator.templates.wording.through_what import ask
from tests.question_bank.generator.desks import desk, first_items

PAGE = """Our plans

Our aim is to enable people to take more control through co-production.
We will seek clinical excellence and local research in digital technology with a clinical model for local teams.
We will improve our wards through the use of paint.
"""


def test_the_means_is_asked_for_with_the_words_that_it_serves() -> None:
    (item,) = first_items(ask, desk(PAGE))
    assert item.stem == "What does Fernbrook say it will use to “enable people to take more control”?"
    assert item.keys[0].text == "co-production"
    wrong = {option.text for option in item.distractors}
    assert wrong == {"clinical excellence", "local research", "digital technology"}


def test_without_an_organisation_the_page_is_asked() -> None:
    (item,) = first_items(ask, desk(PAGE, organisation=None))
    assert item.stem == "What does this page say will be used to “enable people to take more control”?"


def test_a_list_is_set_among_lists() -> None:
    text = PAGE.replace("co-production", "prevention, learning and research").replace(
        "clinical excellence and local research", "trust, respect and courage, or patients, carers and families,"
    )
    (item,) = first_items(ask, desk(text))
    assert item.keys[0].text == "prevention, learning and research"
    assert {option.text for option in item.distractors} == {
        "trust, respect and courage",
        "patients, carers and families",
    }


def test_what_something_is_built_on_is_asked_by_its_qualifiers() -> None:
    built = "Our goals and plans are built on a solid foundation of fair and open culture.\n"
    others = (
        "We want productive and high performing wards with inclusive and supportive teams in safe, calm and warm rooms."
    )
    (item,) = first_items(ask, desk(f"Our plans\n\n{built}{others}\n"))
    assert item.stem == "What kind of culture does Fernbrook say its “goals and plans” are built on?"
    assert item.keys[0].text == "fair and open"
    assert {option.text for option in item.distractors} == {
        "productive and high performing",
        "inclusive and supportive",
    }
