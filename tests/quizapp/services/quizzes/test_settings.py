"""The settings of a quiz as authors see and change them, on both engines."""

from datetime import timedelta

import pytest

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import learning
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.quizzes import quizzes, settings, withdrawals
from quizapp.services.quizzes.recipes import make_recipe
from quizapp.services.quizzes.settings import Change, change_settings, list_settings, show_settings
from tests.builders import NOW, Scene, add_person, set_the_scene, sit, start
from tests.page_editions import add_edition

LATER = NOW + timedelta(days=5)


def change_of(recipe: QuizBlueprint, *, seen: int = 1, page: int = 1) -> Change:
    return Change(recipe, seen_edition=seen, page_edition=page)


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def test_they_say_what_is_in_force_and_whom_a_change_concerns(scene: Scene) -> None:
    asha, ben, _ = (add_person(scene, name) for name in ("Asha Rahman", "Ben Okafor", "Cyd Lane"))
    sit(asha, assignment_of(asha))
    start(ben, assignment_of(ben))
    found = show_settings(scene.operator, scene.quiz_id)
    assert (found.quiz.title, found.quiz.edition, found.recipe) == ("Our values", 1, make_recipe())
    assert (found.people, found.under_way, found.passed) == (3, 1, 1)
    assert (found.page_title, found.page.number, found.newer, found.withdrawn_at) == ("Our values", 1, None, None)
    assert found.page.longest == 20


def test_a_change_is_the_next_edition_with_every_setting(scene: Scene) -> None:
    wanted = make_recipe(
        length=6,
        pass_in=2,
        pass_of=3,
        mode=Mode.TEST,
        due_days=14,
        valid_months=24,
        has_boosters=False,
        certificate_has_score=True,
    )
    done = change_settings(scene.operator, scene.quiz_id, change=change_of(wanted), now=LATER)
    assert (done.is_new, done.shortfall, done.quiz.edition, done.quiz.pass_score) == (True, None, 2, 4)
    found = show_settings(scene.operator, scene.quiz_id)
    assert (found.recipe, found.published_at) == (wanted, LATER)


def test_the_same_settings_publish_nothing(scene: Scene) -> None:
    same = change_of(make_recipe())
    done = change_settings(scene.operator, scene.quiz_id, change=same, now=LATER)
    assert (done.is_new, done.quiz.edition) == (False, 1)
    assert show_settings(scene.operator, scene.quiz_id).published_at == NOW


def test_more_questions_than_can_stand_together_are_cut_and_the_author_told_why(scene: Scene) -> None:
    wanted = make_recipe(length=50)
    done = change_settings(scene.operator, scene.quiz_id, change=change_of(wanted), now=LATER)
    assert done.quiz.length == 20
    assert done.shortfall is not None
    assert done.shortfall.startswith("Papers have 20 questions, not 50: ")
    again = change_settings(scene.operator, scene.quiz_id, change=change_of(wanted, seen=2), now=LATER)
    assert (again.is_new, again.shortfall) == (False, done.shortfall)


def test_who_saw_an_older_edition_changes_nothing(scene: Scene) -> None:
    change_settings(scene.operator, scene.quiz_id, change=change_of(make_recipe(length=6)), now=LATER)
    with pytest.raises(Conflict, match="Edition 2 was published after you opened this page"):
        change_settings(scene.operator, scene.quiz_id, change=change_of(make_recipe(length=5)), now=LATER)
    assert show_settings(scene.operator, scene.quiz_id).recipe.length == 6


def test_settings_that_make_no_sense_name_their_field(scene: Scene) -> None:
    with pytest.raises(Invalid) as refusal:
        change_settings(scene.operator, scene.quiz_id, change=change_of(QuizBlueprint(pass_in=11)), now=LATER)
    assert refusal.value.field == "pass_in"


def test_a_quiz_moves_to_the_newer_edition_of_its_page(scene: Scene) -> None:
    add_edition(scene.operator, scene.document_id)
    newer = show_settings(scene.operator, scene.quiz_id).newer
    assert newer is not None
    assert (newer.number, newer.longest) == (2, 16)
    stays = change_settings(scene.operator, scene.quiz_id, change=change_of(make_recipe(due_days=7)), now=LATER)
    moves = change_of(make_recipe(due_days=7), seen=2, page=2)
    moved = change_settings(scene.operator, scene.quiz_id, change=moves, now=LATER)
    assert (stays.quiz.edition, moved.quiz.edition, moved.is_new) == (2, 3, True)
    found = show_settings(scene.operator, scene.quiz_id)
    assert (found.page.number, found.newer) == (2, None)


def test_an_edition_without_approved_questions_cannot_be_moved_to(scene: Scene) -> None:
    add_edition(scene.operator, scene.document_id, is_approved=False)
    with pytest.raises(Conflict, match="Edition 2 of the page has no approved questions"):
        change_settings(scene.operator, scene.quiz_id, change=change_of(make_recipe(), page=2), now=LATER)


def test_an_edition_of_the_page_that_was_overtaken_is_chosen_again(scene: Scene) -> None:
    add_edition(scene.operator, scene.document_id)
    add_edition(scene.operator, scene.document_id, number=3)
    with pytest.raises(Conflict, match="The page has a newer edition by now"):
        change_settings(scene.operator, scene.quiz_id, change=change_of(make_recipe(), page=2), now=LATER)


def test_the_list_has_withdrawn_quizzes_last(scene: Scene) -> None:
    add_person(scene, "Asha Rahman")
    recipe = make_recipe(length=5)
    other = quizzes.publish_quiz(scene.operator, "Another", document_title="Our values", recipe=recipe, now=NOW)
    add_edition(scene.operator, scene.document_id)
    titles = [line.quiz.title for line in list_settings(scene.operator)]
    withdrawals.withdraw_quiz(scene.operator, other.quiz.id, now=LATER)
    first, last = list_settings(scene.operator)
    assert (titles, last.quiz.title, last.withdrawn_at, last.people) == (["Another", "Our values"], "Another", LATER, 0)
    assert (first.page_title, first.page_edition, first.newest_page_edition, first.people) == ("Our values", 1, 2, 1)


@pytest.mark.parametrize("role", [Role.STAFF, Role.MANAGER])
def test_only_authors_and_administrators_may(scene: Scene, role: Role) -> None:
    actor = Actor(scene.operator.organisation_id, 1, frozenset({role}))
    with pytest.raises(NotAllowed):
        list_settings(actor)
    with pytest.raises(NotAllowed):
        show_settings(actor, scene.quiz_id)
    with pytest.raises(NotAllowed):
        change_settings(actor, scene.quiz_id, change=change_of(make_recipe()), now=LATER)
    with pytest.raises(NotAllowed):
        withdrawals.withdraw_quiz(actor, scene.quiz_id, now=LATER)


def test_another_organisation_has_no_such_quiz(scene: Scene) -> None:
    other = set_the_scene("Other Trust").operator
    assert [line.quiz.id for line in settings.list_settings(other)] != [scene.quiz_id]
    with pytest.raises(NotFound):
        show_settings(other, scene.quiz_id)
    with pytest.raises(NotFound):
        change_settings(other, scene.quiz_id, change=change_of(make_recipe()), now=LATER)
    with pytest.raises(NotFound):
        withdrawals.withdraw_quiz(other, scene.quiz_id, now=LATER)
