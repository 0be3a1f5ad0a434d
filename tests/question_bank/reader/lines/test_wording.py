import pytest

from question_bank.reader.lines.polarity import says_not_wanted
from question_bank.reader.lines.wording import (
    Role,
    is_bare_stem,
    is_other_list,
    is_picture_text,
    role_of,
)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Our values", Role.VALUES),
        ("OUR VALUES AND BEHAVIOURS", Role.VALUES),
        ("The Trust’s core values:", Role.VALUES),
        ("What we value", Role.VALUES),
        ("Our Vision", Role.VISION),
        ("Vision statement", Role.VISION),
        ("Our mission", Role.MISSION),
        ("Vision and values", Role.COMBINED),
        ("Our vision, strategy and values", Role.COMBINED),
        ("Mission and vision", Role.COMBINED),
        ("Our behaviours", Role.BEHAVIOURS),
        ("Our behaviors: leading by example:", Role.BEHAVIOURS),
        ("Our objectives", Role.OTHER),
        ("Organisational commitments", Role.OTHER),
        ("Our future", Role.OTHER),
        ("Why we exist", Role.OTHER),
        ("How we made our values", Role.OTHER),
        ("Contact us", Role.OTHER),
    ],
)
def test_a_heading_tells_what_it_announces(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "heading",
    [
        "Value for money",
        "Commitment to quality of care",
        "Openness",
        "Valuing people",
        "Improving lives",
        "Leadership",
        "Openness behaviours",
        "Our values " + "and then some more words " * 3,
    ],
)
def test_a_name_announces_nothing(heading: str) -> None:
    assert role_of(heading) is None


@pytest.mark.parametrize("label", ["We will not:", "I won’t", "Don’t", "Never", "Poor and unhelpful conduct", "Stop"])
def test_a_label_of_unwanted_conduct_is_known(label: str) -> None:
    assert says_not_wanted(label)


@pytest.mark.parametrize("label", ["We will:", "Not only do we", "Whether or not we are asked, we:", "Do", "Notice:"])
def test_a_label_of_wanted_conduct_is_not_mistaken(label: str) -> None:
    assert not says_not_wanted(label)


def test_short_openings_of_lists_are_known_without_a_colon() -> None:
    assert is_bare_stem("This means we")
    assert is_bare_stem("I will")
    assert not is_bare_stem("We will mend what we break")


def test_lists_of_other_things_are_known_by_their_caption() -> None:
    assert is_other_list("Our aims:")
    assert not is_other_list("How we do this:")


def test_pictures_are_no_headings() -> None:
    assert is_picture_text("Values poster")
