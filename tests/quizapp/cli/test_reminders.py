"""`remind`: what it says, what it sends, and how it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp import clock
from quizapp.assessment.population import AbsenceKind
from quizapp.config import Environment, MailSettings
from quizapp.services.attempts import learning
from quizapp.services.people import absences
from tests.builders import NOW, add_person, set_the_scene, sit
from tests.support.console import Console
from tests.support.mail_server import Mailbox, mail_server

TODAY = datetime(2026, 7, 28, 9, 0, tzinfo=UTC)
REMIND = "remind --organisation fernbrook-trust"


@pytest.fixture
def starters(console: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    """Two organisations; in the first somebody begins today, somebody is away, and somebody passed four weeks ago."""
    with console.app.app_context():
        scene = set_the_scene()
        asha = add_person(scene, "Asha Rahman")
        sit(asha, learning.list_my_quizzes(asha, now=NOW)[0].assignment_id)
        add_person(scene, "Lee Carter", start=TODAY.date(), now=TODAY)
        pat = add_person(scene, "Pat Nowak", start=TODAY.date(), now=TODAY)
        since = TODAY.date()
        kind = AbsenceKind.PARENTAL
        absences.record_absence(
            scene.operator, pat.person_id or 0, kind=kind, from_date=since, returns_on=None, now=TODAY
        )
        add_person(set_the_scene("Otherwhere Trust"), "Cyd Lane", start=TODAY.date(), now=TODAY)
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    return console


@contextmanager
def mail_to(console: Console, box: Mailbox | None = None) -> Iterator[Mailbox]:
    """A mail server that the installation knows."""
    with mail_server(box) as served:
        mail = MailSettings(
            host="127.0.0.1",
            port=served.port,
            security="none",
            sender="quiz@fernbrook.example",
            bounces="bounces@fernbrook.example",
        )
        configure(console, mail=mail)
        yield served


def configure(console: Console, **changes: object) -> None:
    settings = console.app.extensions["quizapp.config"]
    console.app.extensions["quizapp.config"] = replace(settings, **changes)


def test_what_is_due_is_planned_and_sent_and_one_line_says_so(starters: Console) -> None:
    with mail_to(starters) as box:
        answer = starters.run(REMIND)
    assert answer.said == "2 messages planned, 2 sent, 0 waiting\n"
    assert answer.complained == ""
    assert sorted(box.recipients) == ["asha.rahman@fernbrook.example", "lee.carter@fernbrook.example"]
    texts = {to: message.get_body(("plain",)).get_content() for _, to, message in box.messages}  # type: ignore[union-attr]
    assert "http://127.0.0.1:8000/learning" in texts["lee.carter@fernbrook.example"]
    link = texts["asha.rahman@fernbrook.example"].partition("Answer now:\r\n")[2].split()[0]
    assert starters.app.test_client().get(link).status_code == 200


def test_a_second_run_sends_nothing_and_all_organisations_are_served(starters: Console) -> None:
    with mail_to(starters) as box:
        starters.run(REMIND)
        assert starters.run(REMIND).said == "0 messages planned, 0 sent, 0 waiting\n"
        assert starters.run("remind").said == "1 message planned, 1 sent, 0 waiting\n"
    assert box.recipients[-1] == "cyd.lane@fernbrook.example"


def test_a_dry_run_names_who_would_get_what_and_who_would_not_and_why(starters: Console) -> None:
    before = starters.count_rows()
    with mail_to(starters) as box:
        said = starters.run(f"{REMIND} --dry-run").said
    assert (box.connections, starters.count_rows()) == (0, before)
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "Lee Carter lee.carter@fernbrook.example welcome Our values" in lines
    assert lines.index("Pat Nowak welcome Our values away") > lines.index("Not written to:")
    assert "1 message and 1 booster would be planned." in lines
    assert not any("Asha" in line for line in lines)


def test_without_a_mail_server_it_says_that_nothing_was_sent(starters: Console) -> None:
    answer = starters.run(REMIND)
    assert answer.said == "1 message planned, 0 sent, 1 waiting\n"
    assert "SMTP_HOST is not set" in answer.complained


def test_a_mail_server_that_is_away_ends_it_with_one_and_loses_nothing(starters: Console) -> None:
    with mail_to(starters, Mailbox(answers={"MAIL": b"550 not from you"})):
        answer = starters.run(REMIND, status=1)
    assert answer.said == "2 messages planned, 0 sent, 2 waiting\n"
    assert answer.complained.startswith("remind: the mail server takes nothing now (550 not from you)")
    with mail_to(starters):
        assert starters.run(REMIND).said == "0 messages planned, 2 sent, 0 waiting\n"


def test_a_refusal_is_counted(starters: Console) -> None:
    with mail_to(starters, Mailbox(answers={"lee.carter@fernbrook.example": b"550 no such user"})):
        assert starters.run(REMIND).said == "2 messages planned, 1 sent, 1 refused by the mail server, 0 waiting\n"


def test_at_night_everything_waits(starters: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: TODAY.replace(hour=21))
    with mail_to(starters) as box:
        assert starters.run(REMIND).said.endswith("0 sent, 2 waiting\n")
    assert box.connections == 0


def test_in_the_demo_everything_is_taken_and_goes_nowhere_at_any_hour(
    starters: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(starters, environment=Environment.DEMO)
    monkeypatch.setattr(clock, "now", lambda: TODAY + timedelta(hours=13))
    assert starters.run(REMIND).said == "2 messages planned, 2 sent, 0 waiting\n"


def test_nothing_of_a_message_is_in_the_log(starters: Console, capfd: pytest.CaptureFixture[str]) -> None:
    with mail_to(starters, Mailbox(answers={"lee.carter@fernbrook.example": b"550 no such user"})):
        starters.run(REMIND)
    logged = capfd.readouterr().err
    assert "fernbrook.example" not in logged
    assert "Hello" not in logged
