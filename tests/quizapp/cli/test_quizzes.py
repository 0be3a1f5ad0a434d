"""Publishing a quiz."""

import pytest

from tests.quizapp.cli.console import Console

PUBLISH = "quiz publish --organisation fernbrook --page 'Our values' --title Welcome"


def test_a_quiz_is_published_with_the_usual_recipe(approved: Console) -> None:
    said = approved.run(PUBLISH).said
    assert said == "“Welcome”, edition 1: 8 questions, 7 right to pass, due 28 days after the first day.\n"


def test_new_settings_are_the_next_edition(approved: Console) -> None:
    approved.run(PUBLISH)
    said = approved.run(f"{PUBLISH} --length 5 --pass-in 1 --pass-of 2 --due-days 14").said
    assert said == "“Welcome”, edition 2: 5 questions, 3 right to pass, due 14 days after the first day.\n"


def test_shorter_papers_than_asked_for_say_why(approved: Console) -> None:
    said = approved.run(f"{PUBLISH} --length 50").said
    assert "not 50: " in said


def test_a_dry_run_publishes_nothing(approved: Console) -> None:
    before = approved.count_rows()
    approved.run(f"{PUBLISH} --dry-run")
    assert approved.count_rows() == before


def test_a_page_without_approved_questions_is_refused(with_page: Console) -> None:
    answer = with_page.run(PUBLISH, status=1)
    assert answer.complained == ("quiz publish: “Our values” has no approved questions. Approve some, then publish.\n")


@pytest.mark.parametrize(
    ("more", "option"),
    [
        ("--length 0", "--length"),
        ("--length 51", "--length"),
        ("--pass-in 11", "--pass-in"),
        ("--pass-of 0", "--pass-of"),
        ("--due-days 0", "--due-days"),
    ],
)
def test_settings_that_make_no_sense_are_refused(approved: Console, more: str, option: str) -> None:
    assert approved.run(f"{PUBLISH} {more}", status=1).complained.startswith(f"quiz publish, {option}: ")
