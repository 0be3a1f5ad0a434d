"""Publishing a quiz, and withdrawing one."""

import pytest
import sqlalchemy as sa

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.quizzes.recipes import make_recipe
from quizapp.storage.db import db
from quizapp.storage.models.quiz import QuizBlueprint
from tests.support.console import Console

PUBLISH = "quiz publish --organisation fernbrook --page 'Our values' --title Welcome"


def test_a_quiz_is_published_with_the_usual_recipe(approved: Console) -> None:
    said = approved.run(PUBLISH).said
    assert said == "“Welcome”, edition 1: 8 questions, 7 right to pass, due 28 days after the first day.\n"


def test_new_settings_are_the_next_edition(approved: Console) -> None:
    approved.run(PUBLISH)
    said = approved.run(f"{PUBLISH} --length 5 --pass-in 1 --pass-of 2 --due-days 14").said
    assert said == "“Welcome”, edition 2: 5 questions, 3 right to pass, due 14 days after the first day.\n"


def test_every_setting_has_its_option(approved: Console) -> None:
    approved.run(f"{PUBLISH} --mode test --valid-months 24 --no-boosters --certificate-score")
    with approved.app.app_context():
        row = db.session.scalars(sa.select(QuizBlueprint)).one()
        assert row.recipe == make_recipe(
            mode=Mode.TEST, valid_months=24, has_boosters=False, certificate_has_score=True
        )


def test_the_same_settings_again_publish_nothing(approved: Console) -> None:
    approved.run(PUBLISH)
    said = approved.run(PUBLISH).said
    assert "“Welcome”, edition 1: " in said
    assert said.endswith("Nothing was published: the edition in force has these settings.\n")


def test_shorter_papers_than_asked_for_say_why(approved: Console) -> None:
    said = approved.run(f"{PUBLISH} --length 50").said
    assert "not 50: " in said


def test_a_dry_run_publishes_nothing(approved: Console) -> None:
    before = approved.count_rows()
    approved.run(f"{PUBLISH} --dry-run")
    assert approved.count_rows() == before


def test_a_page_without_approved_questions_is_refused(with_page: Console) -> None:
    answer = with_page.run(PUBLISH, status=1)
    assert answer.complained == (
        "quiz publish: Edition 1 of the page has no approved questions. Approve some, then publish.\n"
    )


@pytest.mark.parametrize(
    ("more", "option"),
    [
        ("--length 0", "--length"),
        ("--length 51", "--length"),
        ("--pass-in 11", "--pass-in"),
        ("--pass-of 0", "--pass-of"),
        ("--due-days 0", "--due-days"),
        ("--valid-months 0", "--valid-months"),
    ],
)
def test_settings_that_make_no_sense_are_refused(approved: Console, more: str, option: str) -> None:
    assert approved.run(f"{PUBLISH} {more}", status=1).complained.startswith(f"quiz publish, {option}: ")


def test_a_quiz_is_withdrawn_from_everybody(published: Console) -> None:
    published.run("assign --organisation fernbrook --quiz Welcome --everybody")
    withdraw = "quiz withdraw --organisation fernbrook --title Welcome"
    assert "3 people held it" in published.run(f"{withdraw} --dry-run").said
    assert published.run(withdraw).said == "“Welcome” is withdrawn; 3 people held it.\n"
    assert published.run(withdraw, status=1).complained == "quiz withdraw: “Welcome” was withdrawn already.\n"
    refused = published.run("assign --organisation fernbrook --quiz Welcome --everybody", status=1).complained
    assert refused == "assign: “Welcome” was withdrawn. Nobody can be given it.\n"
