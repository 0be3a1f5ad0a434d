"""My learning through the services, on both engines: who has what to do on which day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from quizapp.access.policy import Actor
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import learning, results
from quizapp.services.attempts.learning import QuizCard
from quizapp.services.errors import NotFound
from quizapp.services.people import absences, people
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.transaction import transaction
from tests.builders import NOW, Scene, actor_of, add_person, add_staff, sit, start

LATER = NOW + timedelta(days=300)


@pytest.fixture
def asha(scene: Scene) -> Actor:
    return add_person(scene, "Asha Rahman")


def card_of(actor: Actor, *, now: datetime = NOW) -> QuizCard:
    (card,) = learning.show_my_learning(actor, now=now).quizzes
    assert card == learning.show_my_quiz(actor, card.assignment_id, now=now)
    return card


def republish(scene: Scene, recipe: QuizBlueprint) -> None:
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)


def be_away(scene: Scene, actor: Actor, *, since: date, until: date | None) -> None:
    kind, person_id = AbsenceKind.LONG_TERM_SICKNESS, actor.person_id or 0
    absences.record_absence(scene.operator, person_id, kind=kind, from_date=since, returns_on=until, now=NOW)


def test_who_has_no_quiz_has_none(scene: Scene) -> None:
    add_staff(scene.operator, "Dee,dee@fernbrook.example,Ward 1,,2026-06-01,permanent")
    found = learning.show_my_learning(actor_of(scene.operator, "dee@fernbrook.example"), now=NOW)
    assert (found.quizzes, found.certificates, found.has_left) == ((), (), False)


def test_a_new_starter_has_it_to_do(asha: Actor) -> None:
    card = card_of(asha)
    assert (card.is_to_do, card.may_start, card.review_attempt_id) == (True, True, None)
    assert card.due_on == date(2026, 7, 28)


def test_a_pass_is_there_in_the_same_moment_and_ends_the_work(asha: Actor) -> None:
    sit(asha, card_of(asha).assignment_id)
    card = card_of(asha)
    assert (card.passed_on, card.is_to_do, card.may_start, card.validity) == (NOW.date(), False, False, None)
    assert [one.code for one in learning.show_my_learning(asha, now=NOW).certificates] == [card.certificate_code]


def test_the_day_of_a_pass_is_the_organisations_own(asha: Actor) -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight in British summer
    sit(asha, card_of(asha).assignment_id, now=late - timedelta(minutes=4))
    assert card_of(asha, now=late).passed_on == date(2026, 7, 1)


def test_a_pass_that_holds_for_a_time_may_be_renewed_in_its_last_months(scene: Scene, asha: Actor) -> None:
    republish(scene, QuizBlueprint(valid_months=12))
    sit(asha, card_of(asha).assignment_id)
    first = card_of(asha)
    assert first.validity is not None
    assert (first.validity.until, first.validity.renew_from) == (date(2027, 6, 30), date(2027, 4, 1))
    for now, may_start, is_to_do in (
        (datetime(2027, 3, 31, 9, tzinfo=UTC), False, False),
        (datetime(2027, 4, 1, 9, tzinfo=UTC), True, False),
        (datetime(2027, 6, 30, 9, tzinfo=UTC), True, False),
        (datetime(2027, 7, 1, 9, tzinfo=UTC), True, True),
    ):
        card = card_of(asha, now=now)
        assert (card.may_start, card.is_to_do, card.review_attempt_id) == (may_start, is_to_do, None)
        assert not card.is_overdue


def test_a_renewal_gives_a_second_certificate_and_the_first_stays(scene: Scene, asha: Actor) -> None:
    republish(scene, QuizBlueprint(valid_months=12))
    sit(asha, card_of(asha).assignment_id)
    card = card_of(asha, now=LATER)
    assert card.may_start
    sit(asha, card.assignment_id, wrong=4, now=LATER)
    assert card_of(asha, now=LATER).review_attempt_id is not None
    sit(asha, card.assignment_id, now=LATER)
    renewed = learning.show_my_learning(asha, now=LATER)
    assert not renewed.quizzes[0].may_start
    codes = [one.code for one in renewed.certificates]
    assert codes == [renewed.quizzes[0].certificate_code, card.certificate_code]


def test_a_long_absence_stops_the_clock_as_it_does_in_reports(scene: Scene, asha: Actor) -> None:
    be_away(scene, asha, since=date(2026, 6, 20), until=date(2026, 7, 20))
    away = card_of(asha)
    assert (away.employment.is_away, away.is_to_do, away.may_start) == (True, False, True)
    after_due = datetime(2026, 8, 1, 9, tzinfo=UTC)
    back = card_of(asha, now=after_due)
    assert (back.employment.is_away, back.due_on, back.is_overdue) == (False, date(2026, 8, 17), False)
    assert card_of(asha, now=datetime(2026, 8, 18, 9, tzinfo=UTC)).is_overdue


def test_nobody_away_is_overdue(scene: Scene, asha: Actor) -> None:
    be_away(scene, asha, since=date(2026, 6, 20), until=None)
    assert not card_of(asha, now=LATER).is_overdue


def test_nothing_is_to_do_before_the_first_day(scene: Scene) -> None:
    early = add_person(scene, "Eve Early", start=date(2026, 7, 13))
    card = card_of(early)
    assert (card.employment.starts_on, card.is_to_do, card.may_start) == (date(2026, 7, 13), False, True)
    assert card_of(early, now=datetime(2026, 7, 13, 9, tzinfo=UTC)).is_to_do


def test_who_has_left_keeps_the_certificates_and_has_no_quiz(scene: Scene, asha: Actor) -> None:
    assignment_id = card_of(asha).assignment_id
    sit(asha, assignment_id)
    people.end_post(scene.operator, asha.person_id or 0, last_day=NOW.date(), now=NOW)
    assert learning.show_my_learning(asha, now=NOW).quizzes != ()
    found = learning.show_my_learning(asha, now=NOW + timedelta(days=1))
    assert (found.quizzes, found.has_left, len(found.certificates)) == ((), True, 1)
    assert not learning.show_my_quiz(asha, assignment_id, now=NOW + timedelta(days=1)).may_start


def test_a_quiz_that_was_taken_away_leaves_its_certificate(asha: Actor) -> None:
    card = card_of(asha)
    attempt_id = sit(asha, card.assignment_id)
    with transaction():
        db.session.get_one(Assignment, card.assignment_id).until_date = NOW.date()
    found = learning.show_my_learning(asha, now=NOW)
    assert (found.quizzes, found.has_left, len(found.certificates)) == ((), False, 1)
    assert results.show_result(asha, attempt_id).certificate_code == found.certificates[0].code


def test_an_attempt_under_way_keeps_the_mode_it_began_with(scene: Scene, asha: Actor) -> None:
    start(asha, card_of(asha).assignment_id)
    republish(scene, QuizBlueprint(mode=Mode.TEST, pass_in=10))
    card = card_of(asha)
    assert (card.mode, card.pass_score) == (Mode.LEARN, 7)
    assert card.open_attempt_id is not None


def test_the_values_are_those_of_the_edition_in_force(asha: Actor) -> None:
    found = learning.show_values(asha, card_of(asha).assignment_id, now=NOW)
    assert (found.quiz, found.page.title, found.page.values) == (card_of(asha), "Our values", ())


def test_somebody_elses_quiz_is_not_found(scene: Scene, asha: Actor) -> None:
    ben = add_person(scene, "Ben Okafor")
    for look in (learning.show_my_quiz, learning.show_values):
        with pytest.raises(NotFound):
            look(ben, card_of(asha).assignment_id, now=NOW)
