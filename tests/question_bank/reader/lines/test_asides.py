import pytest

from question_bank.reader.lines.asides import is_aside, is_job_title, mark_asides
from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import Kind, split_lines

SAID = "“You need to say what you saw, and on the day you saw it.”"


def asides(text: str) -> list[str]:
    """The lines that are set apart."""
    return [unit.text for unit in mark_asides(mark_kinds(split_lines(text))) if unit.kind is Kind.ASIDE]


@pytest.mark.parametrize("line", ["Asha Rowe, ward clerk", "Dr Jo Fenn – Medical Director", "Tom Ley (porter)"])
def test_a_person_with_a_post_is_no_heading(line: str) -> None:
    assert is_job_title(line)


@pytest.mark.parametrize(
    "line", ["Ward clerk", "Open, honest and clear as a team member", "Good Humour", "Care: every patient is a person"]
)
def test_a_post_or_a_list_of_words_is_no_person(line: str) -> None:
    assert not is_job_title(line)


def test_speech_is_an_aside_and_a_quoted_word_is_none() -> None:
    assert is_aside(SAID)
    assert is_aside("Tom Ley, porter: “Waiting is half of my work, and the better half.”")
    assert not is_aside("“Open”")


@pytest.mark.parametrize(
    "lines",
    [["Asha Rowe", "Ward Sister, Stroke Unit", SAID], [SAID, "Asha Rowe", "Chief Executive"], [SAID, "Ward clerk"]],
)
def test_the_name_and_the_post_beside_speech_go_with_it(lines: list[str]) -> None:
    assert asides("\n".join(["Openness", *lines, "Good Humour", "We laugh at ourselves."])) == lines


def test_headings_around_speech_stay() -> None:
    assert asides(f"Good Humour\n{SAID}\nPlain Speech\nWe say it so that all can follow.") == [SAID]
