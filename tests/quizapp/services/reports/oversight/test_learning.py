"""First answers by value and by question, against a count that looks at every row by itself."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.insight.item_statistics import Tally
from quizapp.assessment.measures import Share
from quizapp.services.errors import NotAllowed
from quizapp.services.reports.oversight.learning import Period, report_learning
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, Response
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.queries.reports import learning
from quizapp.storage.transaction import snapshot
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import OURS, TWO_VALUES
from tests.quizapp.web.scenes.trust import Trust, statements_of


def first_attempts() -> list[Attempt]:
    """One a person: the first of those they submitted, found row by row."""
    found: dict[int, Attempt] = {}
    for attempt in db.session.scalars(sa.select(Attempt).order_by(Attempt.started_at, Attempt.id)):
        assignment = db.session.get_one(Assignment, attempt.assignment_id)
        if assignment.organisation_id == OURS and attempt.state is AttemptState.SUBMITTED:
            found.setdefault(assignment.person_id, attempt)
    return list(found.values())


def count_again(since: date | None = None) -> tuple[dict[str | None, Tally], dict[int, Tally], Share]:
    """By value, by item version, and first-time passes."""
    values: dict[str | None, Tally] = defaultdict(Tally)
    versions: dict[int, Tally] = defaultdict(Tally)
    passed = people = 0
    for attempt in first_attempts():
        if since is not None and (attempt.submitted_on or since) < since:
            continue
        people += 1
        passed += (attempt.score or 0) >= attempt.pass_score
        newest: dict[int, Response] = {}
        for response in db.session.scalars(sa.select(Response).where(Response.attempt_id == attempt.id)):
            known = newest.setdefault(response.item_version_id, response)
            newest[response.item_version_id] = max(known, response, key=lambda one: one.revision)
        for version_id, response in newest.items():
            one = Tally(response.mark, 1)
            versions[version_id] += one
            for name in db.session.get_one(ItemVersion, version_id).value_names or [None]:
                values[name] += one
    return dict(values), dict(versions), Share(passed, people)


@pytest.mark.parametrize("period", Period)
def test_values_questions_and_first_passes_are_those_of_a_count_by_hand(looked_at: Trust, period: Period) -> None:
    report = report_learning(looked_at.operator, now=NOW, period=period)
    values, versions, first_pass = count_again(report.since)
    assert {one.name: one.tally for one in report.values} == values
    assert sorted((one.tally.right, one.tally.answers) for one in report.questions) == sorted(
        (tally.right, tally.answers) for tally in versions.values()
    )
    assert report.first_pass == first_pass
    assert 0 < first_pass.count < first_pass.of


def test_a_question_on_two_values_counts_for_both(looked_at: Trust) -> None:
    report = report_learning(looked_at.operator, now=NOW)
    by_value = sum(one.tally.answers for one in report.values)
    by_question = sum(one.tally.answers for one in report.questions)
    twice = sum(one.tally.answers for one in report.questions if len(one.values) == 2)
    assert twice
    assert by_value == by_question + twice


def test_the_lowest_share_comes_first_and_too_few_to_say_last(looked_at: Trust) -> None:
    for period in Period:
        report = report_learning(looked_at.operator, now=NOW, period=period)
        for found in (report.values, report.questions):
            order = [(not one.tally.is_enough, one.tally.right / one.tally.answers) for one in found]
            assert [is_unsure for is_unsure, _ in order] == sorted(is_unsure for is_unsure, _ in order)
            sure = [share for is_unsure, share in order if not is_unsure]
            assert sure == sorted(sure)
    assert report_learning(looked_at.operator, now=NOW, period=Period.QUARTER).since == date(2026, 3, 31)


def test_options_that_tempt_nobody_are_counted_for_all_and_named_to_authors(looked_at: Trust) -> None:
    author, administrator = Actor(OURS, 1, frozenset({Role.AUTHOR})), Actor(OURS, 1, frozenset({Role.ADMINISTRATOR}))
    found = [
        next(one for one in report_learning(actor, now=NOW).questions if one.stem == TWO_VALUES)
        for actor in (author, administrator)
    ]
    assert [(one.tally, one.wrong_options, one.rare) for one in found] == [(Tally(24, 25), 3, 3)] * 2
    assert [one.rare_words for one in found] == [("two", "three", "four"), ()]
    assert not any(one.is_key_rare for one in found)


def test_a_right_answer_that_hardly_anybody_chose_is_a_key_to_check_and_no_option_to_better(
    looked_at: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    with snapshot():
        rows = learning.list_answered_versions(OURS, quiz_id=1, since=None)
    marked = [
        replace(row, options=[{**one, "correct": one["text"] == "three"} for one in row.options])
        if row.stem == TWO_VALUES
        else row
        for row in rows
    ]
    monkeypatch.setattr(learning, "list_answered_versions", lambda *_, **__: marked)
    author = Actor(OURS, 1, frozenset({Role.AUTHOR}))
    found = next(one for one in report_learning(author, now=NOW).questions if one.stem == TWO_VALUES)
    assert (found.is_key_rare, found.wrong_options, found.rare_words) == (True, 3, ("two", "four"))


def test_it_takes_as_many_statements_for_many_people_as_for_few(looked_at: Trust) -> None:
    with statements_of(looked_at.app) as said:
        report_learning(looked_at.operator, now=NOW)
    assert len(said) <= 5


def test_staff_and_managers_do_not_see_it(looked_at: Trust) -> None:
    for role in (Role.STAFF, Role.MANAGER):
        with pytest.raises(NotAllowed):
            report_learning(Actor(OURS, 1, frozenset({role})), now=NOW)
