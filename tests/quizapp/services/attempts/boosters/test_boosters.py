"""Sending boosters, on both engines: who is due, which questions, and never twice."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import answers, learning, results
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.attempts.boosters import booster_links, boosters
from quizapp.services.attempts.boosters.boosters import SentBooster, issue_boosters
from quizapp.services.bank import items
from quizapp.services.errors import NotAllowed
from quizapp.services.people import absences, people
from quizapp.services.quizzes import quizzes
from quizapp.services.rehearsal import rehearse
from quizapp.services.reports import organisation
from quizapp.storage.db import db
from tests.builders import NOW, VALUES, Scene, add_person, choose, make_bank, set_the_scene, sit, start

PAPER = "SELECT stem FROM paper_item JOIN item_version ON item_version.id = item_version_id"


@pytest.fixture
def asha(scene: Scene) -> Actor:
    """Somebody who passed on the day of `NOW`, at the first try and with one question missed."""
    asha = add_person(scene, "Asha Rahman")
    take(asha, wrong=1)
    return asha


def take(actor: Actor, *, wrong: int = 0, now: datetime = NOW) -> int:
    return sit(actor, learning.list_my_quizzes(actor, now=now)[0].assignment_id, wrong=wrong, now=now)


def after(days: int) -> datetime:
    return NOW + timedelta(days=days)


def issue(scene: Scene, days: int) -> list[SentBooster]:
    return issue_boosters(scene.operator, now=after(days))


def count_rows(table: str) -> int:
    with db.engine.connect() as connection:
        return int(connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) or 0)


def stems_of(token: str) -> list[str]:
    """What a booster of that day asks; nothing is answered by looking."""
    with db.engine.connect() as connection:
        rows = connection.execute(
            sa.text(
                "SELECT stem FROM booster JOIN booster_item ON booster_item.booster_id = booster.id"
                " JOIN item_version ON item_version.id = item_version_id WHERE token = :token ORDER BY position"
            ),
            {"token": token},
        )
        return [row[0] for row in rows]


def value_in(stem: str) -> str | None:
    return next((name for name in VALUES if name.lower() in stem), None)


@pytest.mark.usefixtures("asha")
def test_two_boosters_are_sent_four_and_twelve_weeks_after_a_pass(scene: Scene) -> None:
    found = [
        (day, [(one.number, one.due_on) for one in issue(scene, day)]) for day in (0, 27, 28, 29, 60, 83, 84, 85, 120)
    ]
    assert [(day, sent) for day, sent in found if sent] == [
        (28, [(1, date(2026, 7, 28))]),
        (84, [(2, date(2026, 9, 22))]),
    ]


@pytest.mark.usefixtures("asha")
def test_what_was_not_sent_within_two_weeks_is_not_sent_late(scene: Scene) -> None:
    assert issue(scene, 28 + 15) == []
    assert [one.number for one in issue(scene, 28 + 14)] == [1]
    assert issue(scene, 84 + 15) == []


@pytest.mark.usefixtures("asha")
def test_issuing_again_sends_nothing_twice(scene: Scene) -> None:
    (sent,) = issue(scene, 28)
    assert (sent.name, sent.email) == ("Asha Rahman", "asha.rahman@fernbrook.example")
    assert (issue(scene, 28), issue(scene, 30)) == ([], [])
    assert (count_rows("booster"), count_rows("booster_item")) == (1, 2)


@pytest.mark.usefixtures("asha")
def test_a_rehearsal_sends_nothing(scene: Scene) -> None:
    with rehearse():
        assert len(issue(scene, 28)) == 1
    assert count_rows("booster") == 0
    assert len(issue(scene, 28)) == 1


@pytest.fixture
def values_only(record: Flask) -> Iterator[Scene]:
    """A scene in which every question is about a value."""
    yield set_the_scene(bank=make_bank()[:16])
    db.session.remove()


def missed_in(actor: Actor, attempt_id: int) -> list[str]:
    missed = {name for item in results.show_result(actor, attempt_id).missed for name in item.value_names}
    return sorted(missed, key=VALUES.index)


def test_values_missed_at_the_first_try_come_before_those_missed_later(values_only: Scene) -> None:
    asha = add_person(values_only, "Asha Rahman")
    first = missed_in(asha, take(asha, wrong=2, now=NOW - timedelta(days=2)))
    later = missed_in(asha, take(asha, wrong=1))
    (sent,) = issue(values_only, 28)
    assert first
    assert {*dict.fromkeys([*first, *later])} >= {value_in(stem) for stem in stems_of(sent.token)[:1]}
    assert set(list(dict.fromkeys([*first, *later]))[:2]) <= {value_in(stem) for stem in stems_of(sent.token)}


def test_who_missed_one_value_is_asked_about_it_each_time_by_another_question(values_only: Scene) -> None:
    asha = add_person(values_only, "Asha Rahman")
    (missed,) = missed_in(asha, take(asha, wrong=1))
    pairs = [stems_of(issue(values_only, day)[0].token) for day in (28, 84)]
    assert [value_in(first) for first, _ in pairs] == [missed, missed]
    assert len({stem for pair in pairs for stem in pair}) == 4


def test_in_a_test_the_newest_answer_says_what_was_missed(values_only: Scene) -> None:
    recipe = QuizBlueprint(mode=Mode.TEST)
    quizzes.publish_quiz(values_only.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    asha = add_person(values_only, "Asha Rahman")
    attempt_id = start(asha, learning.list_my_quizzes(asha, now=NOW)[0].assignment_id)
    for position, revision, right in ((1, 0, False), (1, 1, True), *((place, 0, True) for place in range(2, 8))):
        sent = SentAnswer(choose(attempt_id, asha, position, right=right), f"{position}-{revision}", revision)
        answers.answer(asha, attempt_id, position=position, sent=sent, now=NOW)
    answers.submit_attempt(asha, attempt_id, now=NOW)
    (missed,) = missed_in(asha, attempt_id)
    (sent_later,) = issue(values_only, 28)
    assert value_in(stems_of(sent_later.token)[0]) == missed
    with db.engine.connect() as connection:
        unanswered = connection.scalar(sa.text(f"{PAPER} WHERE position = 8"))
    assert value_in(str(unanswered)) == missed


def test_questions_that_were_never_met_come_before_those_of_the_quiz(scene: Scene, asha: Actor) -> None:
    (sent,) = issue(scene, 28)
    with db.engine.connect() as connection:
        met = set(connection.scalars(sa.text(PAPER)))
    assert len(met) == 8
    assert met.isdisjoint(stems_of(sent.token))


def test_nobody_is_sent_one_who_is_away_has_left_refused_or_has_not_passed(scene: Scene) -> None:
    names = ("Away Long", "Left Already", "Said No", "Failed Twice", "Still Here")
    away, left, refused, not_yet, here = (add_person(scene, name) for name in names)
    for actor in (away, left, refused, here):
        take(actor)
    take(not_yet, wrong=8)
    absences.record_absence(
        scene.operator,
        away.person_id or 0,
        kind=AbsenceKind.PARENTAL,
        from_date=after(20).date(),
        returns_on=None,
        now=after(20),
    )
    people.end_post(scene.operator, left.person_id or 0, last_day=after(27).date(), now=after(20))
    booster_links.refuse_my_boosters(refused, now=after(1))
    assert [one.name for one in issue(scene, 28)] == ["Still Here"]


@pytest.mark.usefixtures("asha")
def test_a_deactivated_account_and_a_withdrawn_quiz_send_nothing(scene: Scene) -> None:
    for table, column in (("person", "deactivated_at"), ("quiz", "withdrawn_at")):
        with db.engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE {table} SET {column} = :now"), {"now": NOW})
        assert issue(scene, 28) == []
        with db.engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE {table} SET {column} = NULL"))
    assert len(issue(scene, 28)) == 1


def test_a_quiz_that_sends_none_sends_none(scene: Scene, asha: Actor) -> None:
    publish(scene, has_boosters=False)
    assert issue(scene, 28) == []
    ben = add_person(scene, "Ben Cole")
    take(ben)
    publish(scene, has_boosters=True)
    assert [one.name for one in issue(scene, 28)] == ["Asha Rahman"]


def publish(scene: Scene, *, has_boosters: bool) -> None:
    recipe = QuizBlueprint(has_boosters=has_boosters)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)


def test_after_a_renewal_only_the_newest_pass_counts(scene: Scene) -> None:
    publish_for_a_month(scene)
    asha = add_person(scene, "Asha Rahman")
    take(asha)
    take(asha, now=after(20))
    assert (issue(scene, 28), [one.due_on for one in issue(scene, 48)]) == ([], [after(48).date()])


def publish_for_a_month(scene: Scene) -> None:
    recipe = QuizBlueprint(valid_months=1)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)


@pytest.mark.usefixtures("asha")
def test_only_approved_questions_are_asked_and_none_gives_no_booster(scene: Scene) -> None:
    bank = items.show_bank(scene.operator, scene.document_id).items
    for item in bank[1:]:
        items.retire(scene.operator, item.id, reason="out of date", now=NOW)
    with rehearse():
        (sent,) = issue(scene, 28)
    items.retire(scene.operator, bank[0].id, reason="out of date", now=NOW)
    assert issue(scene, 28) == []
    items.approve(scene.operator, bank[0].id, reason=None, now=NOW)
    (sent,) = issue(scene, 28)
    assert len(stems_of(sent.token)) == 1


@pytest.mark.usefixtures("asha")
def test_those_that_can_be_answered_are_listed_and_only_counted_how_many_were(scene: Scene) -> None:
    (sent,) = issue(scene, 30)
    listed = boosters.list_boosters(scene.operator, now=after(58))
    assert (listed.boosters, listed.answered) == ((sent,), 0)
    assert boosters.list_boosters(scene.operator, now=after(59)).boosters == ()
    with pytest.raises(NotAllowed):
        boosters.list_boosters(Actor(scene.operator.organisation_id, 1, frozenset()), now=NOW)


def test_other_organisations_are_left_alone(scene: Scene, asha: Actor) -> None:
    other = set_the_scene("Otherwhere Trust")
    assert issue(other, 28) == []
    assert len(issue(scene, 28)) == 1
    assert boosters.list_boosters(other.operator, now=after(28)).boosters == ()


def test_no_figure_of_any_report_changes_by_a_booster(scene: Scene, asha: Actor) -> None:
    day = after(28)
    before = (organisation.report_on_organisation(scene.operator, now=day), learning.list_my_quizzes(asha, now=day))
    (sent,) = issue(scene, 28)
    for position in (1, 2):
        place = booster_links.show_booster_question(sent.token, position=position, now=day)
        chosen = (place.question.choices[0].token,)
        booster_links.answer_booster(sent.token, position=position, chosen=chosen, now=day)
    booster_links.refuse_boosters(sent.token, now=day)
    after_it = (organisation.report_on_organisation(scene.operator, now=day), learning.list_my_quizzes(asha, now=day))
    assert after_it == before
    assert before[0].measures.compliance is not None


@pytest.mark.usefixtures("asha")
def test_a_message_for_each_waits_in_the_outbox_unless_they_are_sent_by_hand(scene: Scene) -> None:
    issue(scene, 28)
    issue(scene, 29)
    assert count_rows("message WHERE kind = 'booster' AND state = 'waiting' AND booster_id IS NOT NULL") == 1
    issue_boosters(scene.operator, now=after(84), by_hand=True)
    assert (count_rows("booster"), count_rows("message")) == (2, 1)
