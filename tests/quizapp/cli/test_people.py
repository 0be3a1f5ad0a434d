"""People one at a time: adding, links, roles, leaving, absences."""

import re
from datetime import date

import pytest
import sqlalchemy as sa

from quizapp import clock
from quizapp.services.people import accounts
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.person import PersonRole
from quizapp.storage.models.post import Absence, Post
from tests.support.console import Console

LINK = re.compile(r"^http://127\.0\.0\.1:8000/welcome/(\S+)$", re.MULTILINE)
ADD = "person add --organisation fernbrook --name 'Cara Lane' --email Cara@Fernbrook.example"


def test_the_printed_link_lets_its_owner_in_once(fernbrook: Console) -> None:
    answer = fernbrook.run(f"{ADD} --role administrator --role author")
    found = LINK.search(answer.said)
    assert found
    token = found[1]
    assert fernbrook.app.test_client().get(f"/welcome/{token}").status_code == 200
    with fernbrook.app.app_context():
        visitor = accounts.find_visitor(
            accounts.use_link(token, password="kettle orchid ladder", now=clock.now()), now=clock.now()
        )
    assert visitor
    assert sorted(visitor.actor.roles) == ["administrator", "author", "staff"]


def test_no_password_is_ever_printed_or_set(fernbrook: Console) -> None:
    answer = fernbrook.run(ADD)
    assert "password" not in answer.said
    with fernbrook.app.app_context(), pytest.raises(Exception, match="does not match"):
        accounts.check_password("cara@fernbrook.example", "", client="here", now=clock.now())


def test_a_dry_run_adds_nobody_and_prints_no_link(fernbrook: Console) -> None:
    before = fernbrook.count_rows()
    answer = fernbrook.run(f"{ADD} --dry-run")
    assert "welcome" not in answer.said
    assert fernbrook.count_rows() == before


def test_adding_somebody_twice_is_refused(fernbrook: Console) -> None:
    fernbrook.run(ADD)
    answer = fernbrook.run(ADD, status=1)
    assert answer.complained == "person add: There is already an account for cara@fernbrook.example.\n"


def test_a_link_can_be_had_again(fernbrook: Console) -> None:
    answer = fernbrook.run("person link asha@fernbrook.example --organisation fernbrook")
    assert LINK.search(answer.said)
    assert "Asha Rahman" in answer.said


def test_nobody_gets_a_link_in_another_organisation(fernbrook: Console) -> None:
    fernbrook.run("organisation add Elsewhere")
    answer = fernbrook.run("person link asha@fernbrook.example --organisation elsewhere", status=1)
    assert "There is nobody with the address" in answer.complained


def test_a_role_is_given_once(fernbrook: Console) -> None:
    for _ in range(2):
        fernbrook.run("person role asha@fernbrook.example --organisation fernbrook --role author")
    with fernbrook.app.app_context():
        assert db.session.scalars(sa.select(PersonRole.role)).all() == ["author"]


def test_manager_is_no_role_to_be_given(fernbrook: Console) -> None:
    answer = fernbrook.run("person role asha@fernbrook.example --organisation fernbrook --role manager", status=2)
    assert "'administrator', 'author'" in answer.complained


def test_somebody_leaves_on_their_last_day(fernbrook: Console) -> None:
    answer = fernbrook.run("person leave asha@fernbrook.example --organisation fernbrook --last-day 30/06/2026")
    assert "2026-06-30" in answer.said
    with fernbrook.app.app_context():
        assert date(2026, 6, 30) in db.session.scalars(sa.select(Post.end_date)).all()


def test_a_last_day_before_the_first_is_refused(fernbrook: Console) -> None:
    answer = fernbrook.run(
        "person leave asha@fernbrook.example --organisation fernbrook --last-day 2026-01-01", status=1
    )
    assert answer.complained.startswith("person leave, --last-day: ")


def test_a_last_day_can_be_moved(fernbrook: Console) -> None:
    for day in ("2026-06-30", "2026-07-31"):
        fernbrook.run(f"person leave asha@fernbrook.example --organisation fernbrook --last-day {day}")
    with fernbrook.app.app_context():
        assert date(2026, 7, 31) in db.session.scalars(sa.select(Post.end_date)).all()


def test_nobody_is_away_after_they_have_left(fernbrook: Console) -> None:
    of = "asha@fernbrook.example --organisation fernbrook"
    fernbrook.run(f"person leave {of} --last-day 2026-06-30")
    answer = fernbrook.run(f"person absence {of} --kind parental --from 2026-07-01", status=1)
    assert answer.complained.startswith("person absence, --from: ")


def test_an_absence_may_have_no_end_yet(fernbrook: Console) -> None:
    answer = fernbrook.run(
        "person absence asha@fernbrook.example --organisation fernbrook --kind parental --from 2026-06-10"
    )
    assert answer.said == "Asha Rahman: parental from 2026-06-10, no day of return yet.\n"
    with fernbrook.app.app_context():
        (row,) = db.session.scalars(sa.select(Absence)).all()
        assert (row.from_date, row.until_date) == (date(2026, 6, 10), None)


def test_a_return_before_the_absence_is_refused(fernbrook: Console) -> None:
    answer = fernbrook.run(
        "person absence asha@fernbrook.example --organisation fernbrook --kind secondment"
        " --from 2026-06-10 --returns 2026-06-01",
        status=1,
    )
    assert answer.complained.startswith("person absence, --returns: ")


def test_somebody_comes_back_earlier_than_was_said(fernbrook: Console) -> None:
    of = "asha@fernbrook.example --organisation fernbrook"
    fernbrook.run(f"person absence {of} --kind parental --from 2026-06-10 --returns 2027-01-04")
    answer = fernbrook.run(f"person back {of} --on 2026-11-02")
    assert answer.said == "Asha Rahman: parental from 2026-06-10 has ended, back on 2026-11-02.\n"
    with fernbrook.app.app_context():
        assert db.session.scalars(sa.select(Absence.until_date)).all() == [date(2026, 11, 2)]
    answer = fernbrook.run(f"person back {of} --on 2026-12-01", status=1)
    assert answer.complained.startswith("person back, --on: No absence runs up to that day")


def test_sickness_that_was_short_is_taken_back_with_the_return(fernbrook: Console) -> None:
    of = "asha@fernbrook.example --organisation fernbrook"
    short = f"person absence {of} --kind long-term-sickness --from 2026-06-10"
    assert fernbrook.run(f"{short} --returns 2026-06-20", status=1).complained.startswith("person absence, --returns: ")
    fernbrook.run(short)
    answer = fernbrook.run(f"person back {of} --on 2026-06-20")
    assert answer.said == "Asha Rahman: long-term-sickness from 2026-06-10 was short and is taken back.\n"


def test_an_absence_noted_in_error_is_taken_back(fernbrook: Console) -> None:
    what = "asha@fernbrook.example --organisation fernbrook --kind parental --from 2026-06-10"
    fernbrook.run(f"person absence {what}")
    assert fernbrook.run(f"person not-away {what} --dry-run").said.startswith("Asha Rahman: parental from 2026-06-10")
    fernbrook.run(f"person not-away {what}")
    answer = fernbrook.run(f"person not-away {what}", status=1)
    assert answer.complained.startswith("person not-away, --from: ")
    with fernbrook.app.app_context():
        (row,) = db.session.scalars(sa.select(Absence)).all()
        assert row.from_date == row.until_date


def test_the_audit_log_names_the_command(fernbrook: Console) -> None:
    fernbrook.run(ADD)
    with fernbrook.app.app_context():
        jobs = db.session.scalars(sa.select(AuditEntry.job).order_by(AuditEntry.id)).all()
    assert jobs == ["organisation add", "people import", "person add", "person add"]
