from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.population import AbsenceKind
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.managing.data_queries import Said, Word, open_people, report_people, take_back
from quizapp.services.managing.settlements import settle_report
from quizapp.services.managing.sharing import share_team
from quizapp.services.people import absences, people
from quizapp.services.reports.reports import report_on_team
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.team import DataQuery
from tests.builders import NOW, actor_of, add_staff, sign_in
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, DEV, EVE, GUS, Trust, email_of, try_quiz
from tests.support.at_once import at_once

LEFT, WAITING = Word(QueryKind.HAS_LEFT), Word(QueryKind.WAITING)
PAPER, STUCK, NOT_MINE = (
    Word(kind) for kind in (QueryKind.DONE_ON_PAPER, QueryKind.CANNOT_SIGN_IN, QueryKind.NOT_IN_MY_TEAM)
)
BACK = date(2026, 7, 20)
AWAY = Word(QueryKind.ON_LEAVE, BACK)
VAL, WES, UMA, NIA = (email_of(name) for name in ("Val Stone", "Wes Young", "Uma Price", "Nia O'Neill"))


def manager(trust: Trust, email: str = BEN) -> Actor:
    return actor_of(trust.operator, email, Role.MANAGER)


def person_id(trust: Trust, email: str) -> int:
    return people.find_by_email(trust.operator, email).id


def say(trust: Trust, word: Word, *emails: str, by: str = BEN, days: int = 0) -> int:
    ids = [person_id(trust, email) for email in emails]
    return report_people(manager(trust, by), ids, quiz_id=1, word=word, now=NOW + timedelta(days=days))


def said_of(trust: Trust, email: str, *, by: str = BEN, days: int = 0) -> Said | None:
    found = open_people(
        manager(trust, by), [person_id(trust, email)], quiz_id=1, now=NOW + timedelta(days=days, seconds=1)
    )
    return found.people[0].said


def count_queries() -> int:
    with db.engine.connect() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(DataQuery)) or 0)


def test_what_a_manager_says_stands_on_the_row_and_changes_no_figure(trust: Trust) -> None:
    before = report_on_team(manager(trust), now=NOW)
    assert say(trust, LEFT, ASHA, email_of("Rae Singh")) == 2
    said = said_of(trust, ASHA)
    assert said is not None
    assert (said.kind, said.on_date, said.by, said.by_actor) == (QueryKind.HAS_LEFT, NOW.date(), "Ben Okafor", True)
    assert report_on_team(manager(trust), now=NOW) == before
    assert said_of(trust, ASHA, days=200) == said


def test_it_is_noted_without_a_name(trust: Trust) -> None:
    say(trust, LEFT, ASHA)
    entry = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "data query made")).one()
    assert entry.subject == f"person {person_id(trust, ASHA)}"
    assert entry.details == {"kind": "has-left", "quiz": 1}


def test_who_manages_the_team_below_sees_it_too_and_by_whom(trust: Trust) -> None:
    say(trust, WAITING, email_of("Tia Mensah"))
    said = said_of(trust, email_of("Tia Mensah"), by=EVE)
    assert said is not None
    assert (said.by, said.by_actor) == ("Ben Okafor", False)


def test_saying_it_twice_keeps_it_once_and_something_else_takes_its_place(trust: Trust) -> None:
    say(trust, LEFT, ASHA)
    say(trust, LEFT, ASHA, days=1)
    assert count_queries() == 1
    say(trust, AWAY, ASHA, days=1)
    say(trust, Word(QueryKind.ON_LEAVE, BACK + timedelta(days=7)), ASHA, days=1)
    assert count_queries() == 3
    said = said_of(trust, ASHA, days=1)
    assert said is not None
    assert said.until_date == BACK + timedelta(days=7)


def test_concurrent_presses_keep_it_once(trust: Trust) -> None:
    actor, ids = manager(trust), [person_id(trust, ASHA), person_id(trust, email_of("Lee Carter"))]
    db.session.remove()

    def press(number: int) -> int:
        return report_people(actor, ids[:: 1 - 2 * (number % 2)], quiz_id=1, word=LEFT, now=NOW)

    assert at_once(trust.app, press) == [2] * 8
    assert count_queries() == 2


def test_nothing_is_said_about_anybody_outside_the_team_tree(trust: Trust) -> None:
    assert say(trust, LEFT, VAL, by=GUS) == 1  # a control: with this manager it goes
    for email in (VAL, WES, CARA):
        with pytest.raises(NotFound):
            say(trust, LEFT, ASHA, email)
        with pytest.raises(NotFound):
            said_of(trust, email)
    with pytest.raises(NotFound):
        say(trust, LEFT, ASHA, by=EVE)  # she manages the team below
    assert count_queries() == 1


def test_nothing_is_said_about_another_organisation(trust: Trust) -> None:
    dev = actor_of(console(2, "tests"), DEV, Role.MANAGER)
    zed = people.find_by_email(console(2, "tests"), email_of("Zed Hidden")).id
    assert report_people(dev, [zed], quiz_id=2, word=LEFT, now=NOW) == 1
    for wrong in ((dev, person_id(trust, ASHA), 2), (manager(trust), zed, 1), (manager(trust), zed, 2)):
        with pytest.raises(NotFound):
            report_people(wrong[0], [wrong[1]], quiz_id=wrong[2], word=LEFT, now=NOW)
        with pytest.raises(NotFound):
            open_people(wrong[0], [wrong[1]], quiz_id=wrong[2], now=NOW)


def test_a_deputy_may_while_the_view_is_shared_and_what_was_said_stays(trust: Trust) -> None:
    share_team(manager(trust, BEN), email=GUS, last_day=NOW.date() + timedelta(days=7), now=NOW)
    assert say(trust, LEFT, ASHA, by=GUS) == 1
    said = said_of(trust, ASHA, days=30)
    assert said is not None
    assert said.by == "Gus Lindqvist"
    with pytest.raises(NotFound):
        say(trust, WAITING, ASHA, by=GUS, days=8)


def test_staff_and_the_console_may_not(trust: Trust) -> None:
    asha = actor_of(trust.operator, ASHA)
    with pytest.raises(NotAllowed):
        report_people(asha, [asha.person_id or 0], quiz_id=1, word=LEFT, now=NOW)
    with pytest.raises(NotAllowed):
        report_people(trust.operator, [asha.person_id or 0], quiz_id=1, word=LEFT, now=NOW)
    with pytest.raises(NotAllowed):
        open_people(asha, [asha.person_id or 0], quiz_id=1, now=NOW)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        (None, "Enter the first day back."),
        (NOW.date(), "The first day back must be after today."),
        (date(2028, 8, 1), "The first day back must be within 2 years."),
    ],
)
def test_a_leave_needs_a_sensible_end(trust: Trust, until: date | None, message: str) -> None:
    with pytest.raises(Invalid, match=message) as refused:
        say(trust, Word(QueryKind.ON_LEAVE, until), ASHA)
    assert refused.value.field == "until"


def test_of_somebody_who_has_passed_only_what_can_be_wrong_is_taken(trust: Trust) -> None:
    with pytest.raises(Invalid, match=r"Nia O.Neill has passed"):
        say(trust, PAPER, ASHA, NIA)
    assert say(trust, NOT_MINE, NIA) == 1


def test_whoever_leaves_takes_every_report_along(trust: Trust) -> None:
    say(trust, LEFT, ASHA)
    people.end_post(trust.operator, person_id(trust, ASHA), last_day=NOW.date(), now=NOW)
    assert said_of(trust, ASHA) is not None  # the last day counts as in post
    with pytest.raises(NotFound):
        said_of(trust, ASHA, days=1)


def test_a_move_ends_that_somebody_is_not_in_the_team(trust: Trust) -> None:
    say(trust, NOT_MINE, UMA, by=BEN)
    add_staff(trust.operator, f'Uma Price,{UMA},"Ward 1",{BEN},2026-06-15,permanent')
    assert said_of(trust, UMA) is None
    say(trust, LEFT, UMA)
    add_staff(trust.operator, f'Uma Price,{UMA},"Ward 1 (nights)",{EVE},2026-06-15,permanent')
    assert said_of(trust, UMA) is not None  # a move is no leaving


def test_a_leave_ends_on_the_first_day_back_or_with_an_absence(trust: Trust) -> None:
    say(trust, AWAY, ASHA, email_of("Lee Carter"))
    assert said_of(trust, ASHA, days=19) is not None
    assert said_of(trust, ASHA, days=20) is None
    lee = person_id(trust, email_of("Lee Carter"))
    absences.record_absence(
        trust.operator, lee, kind=AbsenceKind.SECONDMENT, from_date=NOW.date(), returns_on=None, now=NOW
    )
    assert said_of(trust, email_of("Lee Carter")) is None


def test_a_sign_in_or_a_pass_ends_what_it_answers(trust: Trust) -> None:
    say(trust, STUCK, ASHA)
    sign_in(trust.operator, ASHA, now=NOW + timedelta(minutes=5))
    assert said_of(trust, ASHA) is None
    say(trust, PAPER, ASHA)
    say(trust, WAITING, email_of("Sol Bright"))
    for email in (ASHA, email_of("Sol Bright")):
        assert said_of(trust, email) is not None
        try_quiz(actor_of(trust.operator, email), 0)
        assert said_of(trust, email) is None


def test_an_answer_stands_on_the_row_for_four_weeks_and_nothing_after_it_was_taken_back(trust: Trust) -> None:
    say(trust, PAPER, ASHA)
    said = said_of(trust, ASHA)
    assert said is not None
    assert said.is_open
    cara = actor_of(trust.operator, CARA, Role.ADMINISTRATOR)
    settle_report(cara, said.query_id, note="We need the sheet.", now=NOW)
    answered = said_of(trust, ASHA, days=27)
    assert answered is not None
    assert (answered.is_open, answered.answer, answered.answered_on) == (False, "We need the sheet.", NOW.date())
    assert said_of(trust, ASHA, days=28) is None
    with pytest.raises(Conflict):
        take_back(manager(trust), said.query_id, now=NOW)
    say(trust, PAPER, ASHA, days=1)
    again = said_of(trust, ASHA, days=1)
    assert again is not None
    assert again.is_open


def test_a_report_is_taken_back_by_who_manages_the_person(trust: Trust) -> None:
    say(trust, LEFT, UMA, by=EVE)
    said = said_of(trust, UMA)
    assert said is not None
    with pytest.raises(NotFound):
        take_back(manager(trust, GUS), said.query_id, now=NOW)
    with pytest.raises(NotFound):
        take_back(actor_of(console(2, "tests"), DEV, Role.MANAGER), said.query_id, now=NOW)
    assert said_of(trust, UMA) == said
    for _ in range(2):
        assert take_back(manager(trust), said.query_id, now=NOW) == 1
    assert said_of(trust, UMA) is None
    say(trust, LEFT, UMA, by=EVE)
    assert said_of(trust, UMA) is not None
