import pytest

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.gaps import gaps_for_review, gaps_in
from tests.question_bank.generator.desks import desk

AT = desk()


def keys(text: str, *, role: Role = Role.BEHAVIOUR, owner: str | None = "Stamina", slip: int = -9) -> list[str]:
    places = frozenset({slip - 2, slip - 1, slip, slip + 1, slip + 2}) if slip >= 0 else frozenset[int]()
    return [gap.key for gap in gaps_in(AT, Fact("x", text, 1, role, owner, None, places))]


def test_words_are_left_out_only_in_reviewed_places_later_ones_first() -> None:
    found = keys("build mutual trust with patients and celebrate success in the ward")
    assert found == ["success", "trust"]


def test_people_are_asked_for_only_where_the_page_qualifies_them() -> None:
    assert "communities" in keys("people are supported by thriving communities with time for them", role=Role.VISION)
    assert "colleagues" not in keys("seek and learn from the experience of patients, colleagues and carers")


def test_virtues_strung_together_are_asked_for_and_praises_are_not() -> None:
    assert keys("meet everybody on the ward with courage and patience") == ["patience", "courage"]
    assert keys("give everybody on the ward excellent, safe, timely service") == []


@pytest.mark.parametrize(
    "line",
    [
        "with timely and open access to services for all patients",
        "avoid any negative impact on patients of the ward",
        "take personal responsibility for what the team does",
        "demonstrate our passion and pride for what we do here",
    ],
)
def test_a_word_that_its_neighbours_call_for_is_not_left_out(line: str) -> None:
    assert not {"access", "impact", "responsibility", "pride"} & set(keys(line))


def test_only_the_last_of_a_list_of_things_done_is_left_out() -> None:
    assert keys("reap the benefits of research, development and innovation") == ["innovation"]


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
    line = "build mutual trust between wards, and we always celebrate success with patients and families early"
    assert "trust" in keys(line)
    assert "trust" not in keys(line, slip=4)
    assert "success" in keys(line, slip=2)


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


def test_the_noun_before_of_is_left_to_a_person() -> None:
    line = "making changes to our wards for the benefit of all"
    assert keys(line, role=Role.DEFINITION) == []
    assert [gap.key for gap in gaps_for_review(AT, Fact("x", line, 1, Role.DEFINITION, "Stamina"))] == ["benefit"]


def test_a_word_of_a_value_s_name_is_left_alone() -> None:
    assert keys("treat others on the ward with kindness, patience and candour") == ["patience", "kindness"]


def test_a_gap_shows_the_line_with_one_blank() -> None:
    (gap, *_) = gaps_in(AT, Fact("x", "learn together from feedback that our patients give", 1, Role.VISION, None))
    assert gap.shown == "learn together from ____ that our patients give"


def test_an_adjective_that_calls_for_what_follows_is_not_left_out() -> None:
    assert "honest" not in keys("make the ward a place where nurses are honest with the families")


def test_a_verb_after_that_is_no_noun() -> None:
    assert "lives" not in keys("be the kind of council that lives within its means", role=Role.SECTION)


def test_a_member_of_a_list_known_by_heart_is_left_to_a_person() -> None:
    line = "strive to provide safe, timely, effective, equitable and person-centred care every time"
    assert keys(line) == []
    found = gaps_for_review(AT, Fact("x", line, 1, Role.SECTION, "Our plans"))
    assert {gap.key for gap in found} >= {"equitable"}
    assert all(gap.for_review and gap.fitting and "efficient" in gap.fitting for gap in found)
