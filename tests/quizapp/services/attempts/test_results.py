"""Results through the services, on both engines."""

from datetime import timedelta

import pytest

from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import learning, results
from quizapp.services.errors import NotFound
from quizapp.services.quizzes import quizzes
from tests.builders import NOW, Scene, add_person, sit, start


@pytest.fixture
def asha(scene: Scene) -> Actor:
    return add_person(scene, "Asha Rahman")


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def test_tries_are_counted_from_the_last_pass(scene: Scene, asha: Actor) -> None:
    recipe = QuizBlueprint(valid_months=1)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    later = NOW + timedelta(days=40)
    tries = [
        sit(asha, assignment_of(asha), wrong=wrong, now=now)
        for wrong, now in ((4, NOW), (5, NOW), (0, NOW), (6, later), (4, later))
    ]
    found = [results.show_result(asha, attempt_id) for attempt_id in tries]
    assert [one.number for one in found] == [1, 2, 3, 1, 2]
    assert [one.is_newest for one in found] == [False, False, False, False, True]
    assert [one.valid_until is not None for one in found] == [False, False, True, False, False]


def test_a_try_is_an_earlier_one_as_soon_as_another_is_open(asha: Actor) -> None:
    first = sit(asha, assignment_of(asha), wrong=8)
    assert results.show_result(asha, first).is_newest
    start(asha, assignment_of(asha))
    assert not results.show_result(asha, first).is_newest


def test_what_went_wrong_in_a_test_is_told_with_the_right_answer_and_the_line(scene: Scene, asha: Actor) -> None:
    recipe = QuizBlueprint(mode=Mode.TEST)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    found = results.show_result(asha, sit(asha, assignment_of(asha), wrong=3))
    assert (found.mode, len(found.missed), found.page.title) == (Mode.TEST, 3, "Our values")
    assert all(item.right and item.quotes for item in found.missed)


def test_there_is_no_result_before_the_end(asha: Actor) -> None:
    attempt_id = start(asha, assignment_of(asha))
    with pytest.raises(NotFound):
        results.show_result(asha, attempt_id)
