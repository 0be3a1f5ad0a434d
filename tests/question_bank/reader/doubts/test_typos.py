import pytest

from question_bank.reader.doubts.typos import find_typos
from question_bank.reader.lines.unit import split_lines


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("people live health independent lives", "live health independent"),
        ("think well of each others jobs", "of each others jobs"),
        ("brush aside others?views here", "aside others?views here"),
        ("we care for the the patient", "for the the patient"),
        ("we work wit h people", "work wit h people"),
        ("it doesnâ€™t matter", "it doesnâ€™t matter"),
        ("full of ambitous plans", "of ambitous plans"),
        ("in the pubic eye", "the pubic eye"),
    ],
)
def test_a_doubtful_spot_is_quoted_with_its_neighbours(line: str, words: str) -> None:
    (unit,) = split_lines(line)
    assert [typo.words for typo in find_typos(unit)] == [words]


@pytest.mark.parametrize(
    "line",
    [
        "health and social care for a healthy life",
        "commitment to quality of care",
        "What do we do? We listen.",
        "professionalism in everything, and that is that",
        "so that, that being said, others follow each other",
    ],
)
def test_sound_lines_are_left_alone(line: str) -> None:
    (unit,) = split_lines(line)
    assert list(find_typos(unit)) == []


def test_a_spot_in_a_later_line_of_a_paragraph_has_its_own_line() -> None:
    first, last = split_lines("sound words\nlive health independent")
    joined = first.until(last, source="sound words\nlive health independent")
    assert [typo.line for typo in find_typos(joined)] == [2]
