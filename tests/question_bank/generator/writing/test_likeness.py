import pytest

from question_bank.generator.writing.likeness import (
    are_of_two_sorts,
    differ,
    fit_together,
    form_of,
    gives_away,
    is_allied,
    is_catch_all,
    lines_clash,
    names_a_value,
    own_stems,
    points_at,
    rival_names,
    shares_matter,
    telling_stems,
)
from tests.question_bank.generator.desks import desk

AT = desk()


@pytest.mark.parametrize(
    ("name", "quote", "expected"),
    [
        ("Quality Improvement", "improve the service we provide", True),
        ("Honesty", "are honest about mistakes", True),
        ("Transparency", "be transparent with families", True),
        ("Personal Integrity", "integrated working across teams", False),
        ("Community", "communication with families", False),
        ("Respect", "share what we have", False),
    ],
)
def test_a_shared_root_gives_a_name_away(name: str, quote: str, expected: bool) -> None:
    assert gives_away(AT, name, quote=quote) is expected


def test_a_shared_concept_points_at_a_name() -> None:
    assert points_at(AT, "Personal Integrity", quote="are honest and transparent")
    assert not points_at(AT, "Self Awareness", quote="are honest and transparent")


def test_lines_with_words_in_common_clash() -> None:
    one = "share best practice and learning from mistakes"
    assert lines_clash(AT, one, other="say if we have made mistakes and share them")
    assert not lines_clash(AT, one, other="understand our limitations")


def test_own_words_are_those_that_no_other_value_uses() -> None:
    value = AT.facts.values[0]
    assert own_stems(AT, value.behaviours[1], quote="ask a second nurse before we sign") == {"second", "nurs", "sign"}


def test_names_that_mean_the_quotation_too_are_no_rivals() -> None:
    at = desk(
        "Our values\n\nOpenness\n\n  • ask for help early\n\nCourage\n\n  • be bold\n\nThrift\n\n  • mend things\n"
    )
    openness = at.facts.values[0]
    assert rival_names(at, openness, quote="speak up bravely at the rota meeting") == ("Thrift",)


def test_options_fit_and_differ() -> None:
    assert fit_together(("short", "a little longer"))
    assert not fit_together(("short", "this one goes on and on for quite a while"))
    assert differ(AT, ("mend a chair", "lend a garden"))
    assert not differ(AT, ("local networks", "strong local networks"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("We mend before we buy", (True, "we")),
        ("by mending first", (False, "by")),
        ("Bringing patients in", (True, "ing")),
        ("bring patients in", (False, "other")),
        ("to be early", (False, "to")),
    ],
)
def test_the_form_of_a_line_is_its_case_and_its_opening(text: str, form: tuple[bool, str]) -> None:
    assert form_of(text) == form


def test_the_whole_name_of_a_value_in_a_text_is_seen() -> None:
    assert names_a_value(AT, "what thrift means to us")
    assert not names_a_value(AT, "what waste means to us")


def test_a_telling_word_and_a_concept_in_common_make_lines_one_matter() -> None:
    honest = "are honest and not afraid to say if we have made a mistake"
    assert shares_matter(AT, "share best practice and learning from mistakes openly", quote=honest)
    assert not shares_matter(AT, "share what we know of mistakes", quote=honest)
    assert not shares_matter(AT, "open the door to everybody", quote=honest)


def test_people_and_words_of_every_line_tell_nothing() -> None:
    assert telling_stems(AT, "support colleagues to improve and deliver services") == frozenset()
    assert telling_stems(AT, "learn from mistakes") == {"learn", "mistak"}


def test_feedback_and_learning_are_looked_for_under_improvement_too() -> None:
    assert is_allied("Quality Improvement", quote="seek feedback from patients")
    assert not is_allied("Quality Improvement", quote="say hello to patients")
    assert not is_allied("Kindness", quote="seek feedback from patients")


def test_names_for_people_and_names_for_work_are_of_two_sorts() -> None:
    assert are_of_two_sorts("Respect", "Continuous improvement")
    assert not are_of_two_sorts("Respect", "Compassion")
    assert not are_of_two_sorts("Stamina", "Continuous improvement")


def test_a_name_that_much_conduct_could_stand_under_is_known() -> None:
    assert is_catch_all("Professional")
    assert not is_catch_all("Thrift")
