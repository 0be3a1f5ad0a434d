from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.managing.data_queries import Word, report_people, take_back
from quizapp.services.managing.settlements import Reports, list_reports, settle_report, show_report
from quizapp.services.people import people
from quizapp.services.reports.reports import report_on_team
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from tests.builders import NOW, actor_of
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, Trust, email_of
from tests.support.at_once import at_once

LEFT = Word(QueryKind.HAS_LEFT)


def say(trust: Trust, word: Word, name: str, *, days: int = 0) -> None:
    person_id = people.find_by_email(trust.operator, email_of(name)).id
    manager = actor_of(trust.operator, BEN, Role.MANAGER)
    report_people(manager, [person_id], quiz_id=1, word=word, now=NOW + timedelta(days=days))


def cara(trust: Trust) -> Actor:
    return actor_of(trust.operator, CARA, Role.ADMINISTRATOR)


def listed(trust: Trust, *, days: int = 1) -> Reports:
    return list_reports(cara(trust), now=NOW + timedelta(days=days))


def test_what_asks_something_of_an_administrator_is_listed_newest_first(trust: Trust) -> None:
    say(trust, Word(QueryKind.WAITING), "Lee Carter")
    say(trust, Word(QueryKind.ON_LEAVE, date(2026, 7, 28)), "Max Farrell")  # 28 days
    assert listed(trust).open == ()
    say(trust, Word(QueryKind.ON_LEAVE, date(2026, 7, 29)), "Max Farrell")
    say(trust, LEFT, "Asha Rahman", days=1)
    first, second = listed(trust).open
    assert (first.facts.name, first.kind, first.by, first.on_date) == (
        "Asha Rahman",
        QueryKind.HAS_LEFT,
        "Ben Okafor",
        date(2026, 7, 1),
    )
    assert (first.facts.team, first.facts.start_date, first.facts.end_date) == ("Ward 1", date(2026, 5, 1), None)
    assert first.quiz_title == "Our values"
    assert (second.facts.name, second.until_date) == ("Max Farrell", date(2026, 7, 29))


def test_what_the_data_have_overtaken_leaves_the_list_by_itself(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    query_id = listed(trust).open[0].id
    people.end_post(trust.operator, people.find_by_email(trust.operator, ASHA).id, last_day=NOW.date(), now=NOW)
    assert len(listed(trust, days=0).open) == 1
    assert listed(trust).open == ()
    with pytest.raises(Conflict):
        show_report(cara(trust), query_id, now=NOW + timedelta(days=1))


def test_a_sentence_settles_it_and_changes_no_figure(trust: Trust) -> None:
    manager = actor_of(trust.operator, BEN, Role.MANAGER)
    before = report_on_team(manager, now=NOW)
    say(trust, LEFT, "Asha Rahman")
    query_id = listed(trust).open[0].id
    assert show_report(cara(trust), query_id, now=NOW).facts.name == "Asha Rahman"
    for _ in range(2):
        settle_report(cara(trust), query_id, note="  She is on\nthe bank now. ", now=NOW)
    reports = listed(trust)
    assert reports.open == ()
    (answered,) = reports.answered
    assert (answered.note, answered.by, answered.on_date) == ("She is on the bank now.", "Cara Quayle", NOW.date())
    assert answered.reported.id == query_id
    assert report_on_team(manager, now=NOW) == before
    assert db.session.scalar(sa.select(sa.func.count()).where(AuditEntry.action == "data query settled")) == 1
    with pytest.raises(Conflict):
        settle_report(cara(trust), query_id, note="Something else.", now=NOW)
    with pytest.raises(Conflict):
        show_report(cara(trust), query_id, now=NOW)


def test_concurrent_answers_settle_it_once(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    actor, query_id = cara(trust), listed(trust).open[0].id
    db.session.remove()
    answers = at_once(
        trust.app, lambda number: settle_report(actor, query_id, note=f"Answer {number % 2}.", now=NOW), times=4
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict", "Conflict", "NoneType", "NoneType"]
    assert len(listed(trust).answered) == 1


def test_what_was_taken_back_is_on_no_list(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    query_id = listed(trust).open[0].id
    take_back(actor_of(trust.operator, BEN, Role.MANAGER), query_id, now=NOW)
    assert (listed(trust).open, listed(trust).answered) == ((), ())
    with pytest.raises(Conflict):
        settle_report(cara(trust), query_id, note="Settled.", now=NOW)


@pytest.mark.parametrize("note", ["", "  ", "x" * 301])
def test_an_answer_is_a_sentence_that_fits(trust: Trust, note: str) -> None:
    with pytest.raises(Invalid):
        settle_report(cara(trust), 1, note=note, now=NOW)


def test_only_administrators_of_the_organisation_settle(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    query_id = listed(trust).open[0].id
    manager = actor_of(trust.operator, BEN, Role.MANAGER)
    theirs = Actor(2, 1, frozenset({Role.ADMINISTRATOR}))
    for act in (
        lambda actor: list_reports(actor, now=NOW),
        lambda actor: show_report(actor, query_id, now=NOW),
        lambda actor: settle_report(actor, query_id, note="Settled.", now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act(manager)
    assert list_reports(theirs, now=NOW).open == ()
    with pytest.raises(NotFound):
        show_report(theirs, query_id, now=NOW)
    with pytest.raises(NotFound):
        settle_report(theirs, query_id, note="Settled.", now=NOW)
    with pytest.raises(NotAllowed):
        settle_report(console(1, "tests"), query_id, note="Settled.", now=NOW)
    assert len(listed(trust).open) == 1
