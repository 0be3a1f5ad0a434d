"""A real organisation, from an empty database to a pass in the report, by nothing but commands and one printed link."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from question_bank.document import shipped_documents
from quizapp import clock
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.status import Status
from quizapp.cli.demo.sitting import make_answer_book, sit
from quizapp.services.attempts import learning
from quizapp.services.bank import items
from quizapp.services.people import accounts, organisations, people
from quizapp.services.reports import reports
from tests.pages import PageClient
from tests.support.console import STAFF, Console

PASSWORD = "kettle orchid ladder"


def set_up(console: Console, slug: str) -> None:
    """Every command of the set-up, in its order."""
    page = shipped_documents()[slug]
    of = "--organisation fernbrook"
    console.run("organisation add 'Fernbrook Trust' --slug fernbrook")
    console.run(f"people import {console.write('staff.csv', STAFF)} {of} --dry-run")
    console.run(f"people import {console.write('staff.csv', STAFF)} {of}")
    console.run(f"page add '{page}' {of} --title 'Our values' --dry-run")
    console.run(f"page add '{page}' {of} --title 'Our values'")
    console.run(f"items approve {of} --page 'Our values'")
    console.run(f"quiz publish {of} --page 'Our values' --title Welcome")
    console.run(f"assign {of} --quiz Welcome --everybody")


@pytest.mark.parametrize("slug", ["nhs-somerset", "mersey-care"])
def test_by_commands_alone_a_person_can_pass_and_be_seen(app: Flask, tmp_path: Path, slug: str) -> None:
    console = Console(app, tmp_path)
    set_up(console, slug)
    with app.app_context():
        operator, _ = organisations.console_for("fernbrook", job="tests")
        bank = items.show_bank(operator, items.find_bank(operator, "Our values"))
        asha = Actor(
            operator.organisation_id,
            people.find_by_email(operator, "asha@fernbrook.example").id,
            frozenset({Role.STAFF}),
        )
        (card,) = learning.list_my_quizzes(asha, now=clock.now())
        a_while_ago = clock.now() - timedelta(minutes=20)  # so that the last answer does not fall on tomorrow
        sit(asha, card.assignment_id, wrong=1, book=make_answer_book(bank.items), now=a_while_ago)
        ben = Actor(
            operator.organisation_id,
            people.find_by_email(operator, "ben@fernbrook.example").id,
            frozenset({Role.STAFF, Role.MANAGER}),
        )
        seen = {row.name: row.status for row in reports.report_on_team(ben, now=clock.now()).rows}
    assert seen["Asha Rahman"] is Status.PASSED
    assert seen["Dev Nair"] is not Status.PASSED


def test_the_first_administrator_gets_in_by_the_printed_link(app: Flask, tmp_path: Path) -> None:
    console = Console(app, tmp_path)
    console.run("organisation add 'Fernbrook Trust' --slug fernbrook")
    said = console.run(
        "person add --organisation fernbrook --name 'Cara Lane' --email cara@x.example --role administrator"
    ).said
    link = re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", said, re.MULTILINE)
    assert link
    pages = PageClient(app.test_client())
    start = pages.submit(pages.get(f"{link[1]}/password"), {"new": PASSWORD}, follow=True)
    assert start.status == 200
    with app.app_context():
        (account,) = accounts.check_password("cara@x.example", PASSWORD, client="here", now=clock.now())
        visitor = accounts.find_visitor(accounts.start_session(account, now=clock.now()), now=clock.now())
    assert visitor
    assert visitor.actor.roles == {Role.STAFF, Role.ADMINISTRATOR}
    assert PageClient(app.test_client()).get(link[1]).status == 404
