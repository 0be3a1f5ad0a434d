"""What is left of a quiz after it was withdrawn, on both engines."""

from datetime import date, timedelta

import pytest

from quizapp.access.policy import Actor
from quizapp.assessment.certificate_rules import CertificateState
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts import answers, learning, papers, results, starts
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.attempts.boosters import boosters
from quizapp.services.attempts.certificates import completions
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.quizzes import assignments, quizzes
from quizapp.services.quizzes.recipes import make_recipe
from quizapp.services.quizzes.withdrawals import withdraw_quiz
from quizapp.services.reports import organisation
from tests.builders import NOW, Scene, add_person, choose, sit, start

LATER = NOW + timedelta(days=2)


@pytest.fixture
def asha(scene: Scene) -> Actor:
    return add_person(scene, "Asha Rahman")


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def answer_all(actor: Actor, attempt_id: int, *, wrong: int = 0) -> None:
    onward = papers.find_next(actor, attempt_id)
    while onward.position is not None:
        chosen = choose(attempt_id, actor, onward.position, right=onward.position > wrong)
        sent = SentAnswer(chosen, starts.new_token())
        answers.answer(actor, attempt_id, position=onward.position, sent=sent, now=LATER)
        onward = papers.find_next(actor, attempt_id)


def test_it_is_taken_from_everybody_once(scene: Scene, asha: Actor) -> None:
    add_person(scene, "Ben Okafor")
    assert withdraw_quiz(scene.operator, scene.quiz_id, now=LATER) == 2
    assert learning.show_my_learning(asha, now=LATER).quizzes == ()
    with pytest.raises(Conflict, match="was withdrawn already"):
        withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)


def test_nobody_starts_it_nor_is_given_it(scene: Scene, asha: Actor) -> None:
    assignment_id = assignment_of(asha)
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    with pytest.raises(NotFound, match="has been withdrawn"):
        starts.start_attempt(asha, assignment_id, token="a press", now=LATER)
    with pytest.raises(NotFound, match="has been withdrawn"):
        learning.show_my_quiz(asha, assignment_id, now=LATER)
    audience = assignments.Audience(everybody=True)
    with pytest.raises(Conflict, match="Nobody can be given it"):
        assignments.assign_quiz(scene.operator, scene.quiz_id, audience=audience, now=LATER)


def test_an_attempt_that_is_open_is_found_again_and_its_pass_counts(scene: Scene, asha: Actor) -> None:
    assignment_id = assignment_of(asha)
    attempt_id = start(asha, assignment_id)
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    (card,) = learning.show_my_learning(asha, now=LATER).quizzes
    assert (card.is_withdrawn, card.is_to_do, card.may_start, card.open_attempt_id) == (True, False, True, attempt_id)
    assert starts.start_attempt(asha, assignment_id, token="another press", now=LATER) == attempt_id
    answer_all(asha, attempt_id)
    result = results.show_result(asha, attempt_id)
    assert (result.passed, result.is_withdrawn) == (True, True)
    mine = learning.show_my_learning(asha, now=LATER)
    assert (mine.quizzes, [one.code for one in mine.certificates]) == ((), [result.certificate_code])


def test_after_a_try_that_did_not_pass_there_is_no_next_one(scene: Scene, asha: Actor) -> None:
    assignment_id = assignment_of(asha)
    attempt_id = start(asha, assignment_id)
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    answer_all(asha, attempt_id, wrong=5)
    assert not results.show_result(asha, attempt_id).passed
    with pytest.raises(NotFound, match="has been withdrawn"):
        starts.start_attempt(asha, assignment_id, token="a press", now=LATER, reviewed=attempt_id)


def test_a_test_that_is_open_can_be_handed_in(scene: Scene, asha: Actor) -> None:
    recipe = make_recipe(mode=Mode.TEST)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    attempt_id = start(asha, assignment_of(asha))
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    answer_all(asha, attempt_id)
    answers.submit_attempt(asha, attempt_id, now=LATER)
    assert results.show_result(asha, attempt_id).certificate_code is not None


def test_certificates_stay(scene: Scene, asha: Actor) -> None:
    sit(asha, assignment_of(asha))
    before = learning.show_my_learning(asha, now=NOW).certificates
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    mine = learning.show_my_learning(asha, now=LATER)
    assert (mine.quizzes, mine.certificates) == ((), before)
    assert completions.show_certificate(asha, before[0].code, now=LATER).force.state is CertificateState.VALID


def test_reports_of_earlier_days_stay_and_those_of_today_have_nobody(scene: Scene, asha: Actor) -> None:
    sit(asha, assignment_of(asha))
    add_person(scene, "Ben Okafor")
    then = NOW + timedelta(days=1)
    before = organisation.report_on_organisation(scene.operator, now=then)
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    assert organisation.report_on_organisation(scene.operator, now=then) == before
    assert (before.measures.completion.count, before.measures.completion.of) == (1, 2)
    assert organisation.report_on_organisation(scene.operator, now=LATER).measures.completion.of == 0


def test_who_was_given_it_on_the_day_itself_does_not_hold_it(scene: Scene) -> None:
    late = add_person(scene, "Dee Marsh", start=date(2026, 7, 1), now=LATER)
    assert withdraw_quiz(scene.operator, scene.quiz_id, now=LATER) == 1
    assert learning.show_my_learning(late, now=LATER).quizzes == ()


def test_no_more_boosters_go_out(scene: Scene, asha: Actor) -> None:
    sit(asha, assignment_of(asha))
    withdraw_quiz(scene.operator, scene.quiz_id, now=LATER)
    assert boosters.issue_boosters(scene.operator, now=NOW + timedelta(days=28)) == []
