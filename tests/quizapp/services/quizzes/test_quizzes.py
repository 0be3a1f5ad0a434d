"""Quizzes by their titles, and publishing them, on both engines."""

import pytest

from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.quizzes import quizzes, withdrawals
from quizapp.services.quizzes.recipes import make_recipe
from tests.builders import NOW, set_the_scene


@pytest.mark.usefixtures("record")
def test_the_next_edition_keeps_the_quiz() -> None:
    scene = set_the_scene()
    second = quizzes.publish_quiz(
        scene.operator, "Our values", document_title="Our values", recipe=make_recipe(length=5), now=NOW
    )
    assert (second.quiz.id, second.quiz.edition, second.quiz.length) == (scene.quiz_id, 2, 5)
    assert quizzes.find_quiz(scene.operator, "Our values").edition == 2


@pytest.mark.usefixtures("record")
def test_a_paper_longer_than_the_bank_allows_is_cut_and_the_author_told_why() -> None:
    scene = set_the_scene()
    made = quizzes.publish_quiz(
        scene.operator, "Long", document_title="Our values", recipe=make_recipe(length=50), now=NOW
    )
    assert made.quiz.length < 50
    assert made.shortfall is not None
    assert made.shortfall.startswith(f"Papers have {made.quiz.length} questions, not 50: no more of the approved ones")
    fitting = make_recipe(length=made.quiz.length)
    again = quizzes.publish_quiz(scene.operator, "Long", document_title="Our values", recipe=fitting, now=NOW)
    assert (again.shortfall, again.is_new, again.quiz.edition) == (None, False, 1)


@pytest.mark.usefixtures("record")
def test_the_same_recipe_publishes_nothing() -> None:
    scene = set_the_scene()
    again = quizzes.publish_quiz(
        scene.operator, "Our  values ", document_title="Our values", recipe=make_recipe(), now=NOW
    )
    assert (again.quiz.id, again.quiz.edition, again.is_new) == (scene.quiz_id, 1, False)


@pytest.mark.usefixtures("record")
def test_a_quiz_needs_a_title_and_a_page() -> None:
    scene = set_the_scene()
    with pytest.raises(Invalid, match="Give the quiz a title"):
        quizzes.publish_quiz(scene.operator, " ", document_title="Our values", recipe=make_recipe(), now=NOW)
    with pytest.raises(NotFound, match="There is no page “Other”"):
        quizzes.publish_quiz(scene.operator, "Our values", document_title="Other", recipe=make_recipe(), now=NOW)


@pytest.mark.usefixtures("record")
def test_a_title_that_was_withdrawn_is_not_published_again() -> None:
    scene = set_the_scene()
    withdrawals.withdraw_quiz(scene.operator, scene.quiz_id, now=NOW)
    with pytest.raises(Conflict, match="publish a quiz under another title"):
        quizzes.publish_quiz(
            scene.operator, "Our values", document_title="Our values", recipe=make_recipe(length=5), now=NOW
        )


@pytest.mark.usefixtures("record")
def test_a_quiz_that_is_not_there_names_those_that_are() -> None:
    scene = set_the_scene()
    with pytest.raises(NotFound, match=r"There is no quiz “Other”\. Known: Our values\."):
        quizzes.find_quiz(scene.operator, "Other")
