from pathlib import Path

import pytest
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.managing.discussion import show_discussion
from quizapp.services.quizzes import quizzes
from tests.builders import NOW, Scene, add_organisation, set_the_scene
from tests.page_editions import add_edition

PAGE = Path("question_bank/content/nhs-somerset/page.txt")


def manager(scene: Scene) -> Actor:
    return Actor(scene.operator.organisation_id, None, frozenset({Role.MANAGER}))


def test_the_sheet_rests_on_the_page_of_the_quiz(record: Flask) -> None:
    scene = set_the_scene()
    assert show_discussion(manager(scene)).page.values == ()
    add_edition(scene.operator, scene.document_id, text=PAGE.read_text())
    recipe = QuizBlueprint(length=8)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    found = show_discussion(manager(scene), quiz_id=scene.quiz_id)
    assert (found.organisation, found.quizzes) == ("Fernbrook Trust", ((scene.quiz_id, "Our values"),))
    assert found.page.values
    text = " ".join(PAGE.read_text().split())
    assert all(line in text for value in found.page.values for line in value.behaviours)
    assert show_discussion(manager(scene)) == found


def test_another_organisations_quiz_is_not_found(record: Flask) -> None:
    ours, theirs = set_the_scene(), set_the_scene("Other Trust")
    with pytest.raises(NotFound):
        show_discussion(manager(ours), quiz_id=theirs.quiz_id)
    with pytest.raises(NotFound):
        show_discussion(add_organisation("New Trust"))


def test_staff_have_no_sheet(record: Flask) -> None:
    scene = set_the_scene()
    with pytest.raises(NotAllowed):
        show_discussion(Actor(scene.operator.organisation_id, 1, frozenset({Role.STAFF})))
