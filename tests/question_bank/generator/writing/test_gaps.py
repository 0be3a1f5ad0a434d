import pytest

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.gaps import gaps_for_review, gaps_in
from tests.question_bank.generator.desks import desk

AT = desk()


def keys(text: str, *, role: Role = Role.BEHAVIOUR, owner: str | None = "Stamina", slip: int = -9) -> list[str]:
    places = frozenset({slip - 2, slip - 1, slip, slip + 1, slip + 2}) if slip >= 0 else frozenset[int]()
    return [gap.key for gap in gaps_in(AT, Fact("x", text, 1, role, owner, None, places))]


def test_qualities_come_before_things_and_things_before_qualifiers() -> None:
    found = keys("build lasting relationships with patients in clear language and mutual trust")
    assert found[:2] == ["trust", "relationships"]


def test_people_are_asked_for_only_where_the_page_qualifies_them() -> None:
    assert "communities" in keys("people are supported by thriving communities with time for them", role=Role.VISION)
    assert "colleagues" not in keys("seek and learn from the experience of colleagues in the ward")


@pytest.mark.parametrize(
    "line",
    [
        "with timely and open access to services for all patients",
        "avoid any negative impact on patients of the ward",
        "take personal responsibility for what the team does",
    ],
)
def test_a_word_that_its_neighbours_call_for_is_not_left_out(line: str) -> None:
    assert not {"access", "impact", "responsibility"} & set(keys(line))


def test_two_words_stand_before_a_gap_and_enough_is_left_to_recognise() -> None:
    assert keys("share feedback") == []
    assert keys("give honest feedback") == []
    assert keys("feedback is what we give to one another on the ward") == []


def test_a_word_printed_twice_or_named_in_the_heading_is_not_left_out() -> None:
    assert "trust" not in keys("build mutual trust with patients who trust their local team")
    assert "support" not in keys("ask early for help and support on the ward", owner="Supporting one another")


def test_an_article_that_gives_the_sound_away_is_no_gap() -> None:
    assert "inclusive" not in keys("treat all others on the ward in an inclusive and kind way")


def test_a_slip_and_its_neighbours_are_left_alone() -> None:
    line = "build mutual trust between wards, seeking honest feedback from patients and families early"
    assert "trust" in keys(line)
    assert "trust" not in keys(line, slip=4)
    assert "feedback" in keys(line, slip=2)


def test_plans_are_asked_only_for_their_qualities() -> None:
    line = "We will meet the challenges that our local teams face with clinical excellence"
    assert keys(line, role=Role.SECTION, owner="Our plans") == ["excellence"]


@pytest.mark.parametrize(
    "line",
    [
        "bring new digital technology to all the wards of the valley",
        "improve the quality of what the ward does for its patients",
        "know when it is time to ask for help or advice",
        "give everybody on the ward excellent, safe, timely service",
        "deliver high quality care to everybody on the ward",
        "take an interest in what organisational mistakes teach the ward",
    ],
)
def test_set_phrases_praise_and_words_that_nothing_else_fits_are_left_alone(line: str) -> None:
    assert keys(line) == []


def test_a_definition_without_a_better_word_gives_the_noun_before_of() -> None:
    assert keys("making changes to our wards for the benefit of all", role=Role.DEFINITION) == ["benefit"]
    assert keys("making changes to our wards for the benefit of all") == []


def test_a_word_of_a_value_s_name_is_left_alone() -> None:
    assert keys("treat others on the ward with patience and candour") == ["patience"]


def test_a_gap_shows_the_line_with_one_blank() -> None:
    (gap, *_) = gaps_in(AT, Fact("x", "learn together from feedback that our patients give", 1, Role.VISION, None))
    assert gap.shown == "learn together from ____ that our patients give"


def test_an_adjective_that_calls_for_what_follows_is_not_left_out() -> None:
    assert "honest" not in keys("make the ward a place where nurses are honest with the families")


def test_a_verb_after_that_is_no_noun() -> None:
    assert "lives" not in keys("be the kind of council that lives within its means", role=Role.SECTION)


def test_stock_phrases_and_praises_are_left_to_a_person() -> None:
    line = "know when it is the right time to ask for help or advice"
    assert "advice" not in keys(line)
    found = gaps_for_review(AT, Fact("x", line, 1, Role.BEHAVIOUR, "Stamina"))
    assert "advice" in {gap.key for gap in found}
    assert all(gap.for_review for gap in found)
