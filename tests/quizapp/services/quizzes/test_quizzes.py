"""Recipes and publishing, on both engines."""

import pytest

from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.quizzes import quizzes
from tests.builders import NOW, set_the_scene


def recipe_of(**changed: int) -> QuizBlueprint:
    return quizzes.make_recipe(**{"length": 8, "pass_in": 8, "pass_of": 10, "due_days": 28, **changed})


def test_a_recipe_counts_its_pass_mark_in_whole_items() -> None:
    assert recipe_of().pass_score(8) == 7
    assert recipe_of(pass_in=1, pass_of=2).pass_score(5) == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("length", 0),
        ("length", 51),
        ("pass_in", 0),
        ("pass_in", 11),
        ("pass_of", 101),
        ("due_days", 0),
        ("due_days", 731),
    ],
)
def test_a_recipe_that_makes_no_sense_is_refused(field: str, value: int) -> None:
    with pytest.raises(Invalid) as refusal:
        recipe_of(**{field: value})
    assert refusal.value.field == field


@pytest.mark.usefixtures("record")
def test_the_next_edition_keeps_the_quiz() -> None:
    scene = set_the_scene()
    second = quizzes.publish_quiz(
        scene.operator, "Our values", document_title="Our values", recipe=recipe_of(length=5), now=NOW
    )
    assert (second.quiz.id, second.quiz.edition, second.quiz.length) == (scene.quiz_id, 2, 5)
    assert quizzes.find_quiz(scene.operator, "Our values").edition == 2


@pytest.mark.usefixtures("record")
def test_a_paper_longer_than_the_bank_allows_is_cut_and_the_author_told_why() -> None:
    scene = set_the_scene()
    made = quizzes.publish_quiz(
        scene.operator, "Long", document_title="Our values", recipe=recipe_of(length=50), now=NOW
    )
    assert made.quiz.length < 50
    assert made.shortfall is not None
    assert made.shortfall.startswith(f"Papers have {made.quiz.length} questions, not 50: no more of the approved ones")
    fitting = recipe_of(length=made.quiz.length)
    again = quizzes.publish_quiz(scene.operator, "Long", document_title="Our values", recipe=fitting, now=NOW)
    assert again.shortfall is None


@pytest.mark.usefixtures("record")
def test_a_quiz_that_is_not_there_names_those_that_are() -> None:
    scene = set_the_scene()
    with pytest.raises(NotFound, match=r"There is no quiz “Other”\. Known: Our values\."):
        quizzes.find_quiz(scene.operator, "Other")
