from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.assessment.status import Status
from quizapp.services.managing.data_queries import Said
from quizapp.services.managing.team_page import Contact, ManagedTeam
from quizapp.web.shell.parts import Tick
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.team.row_words import Links, contact_words, needing_table, others_table, said_words, team_file
from quizapp.web.team.selection import Selection
from tests.quizapp.web.scenes.rows import DAY, person, team_report

LATE = person("Lee", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 20), days_late=14)
DONE = replace(person("Nia", status=Status.PASSED, passed_on=date(2026, 5, 9)), person_id=3)
LINKS = Links("/team", {}, lambda person_id: f"/tell?person={person_id}")
MINE = Said(1, QueryKind.HAS_LEFT, None, DAY, "Ben Okafor", by_actor=True)
ANSWERED = replace(MINE, answer="Still here.", answered_on=DAY)
REMINDED = Contact(MessageKind.FROM_MANAGER, DAY, "Ben Okafor", by_actor=True, is_waiting=False)


def team_of(said: Mapping[int, Said], contacts: Mapping[int, Contact] | None = None) -> ManagedTeam:
    return ManagedTeam(team_report(LATE, DONE), said, contacts or {})


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (None, ""),
        (REMINDED, "Reminded 3 June by you"),
        (replace(REMINDED, by_actor=False, on=date(2025, 6, 3)), "Reminded 3 June 2025 by Ben Okafor"),
        (replace(REMINDED, by=None, by_actor=False, kind=MessageKind.OVERDUE), "Reminded 3 June"),
        (replace(REMINDED, by=None, by_actor=False, kind=MessageKind.WELCOME), "Invited 3 June"),
        (replace(REMINDED, is_waiting=True), "Reminder on its way from you"),
        (replace(REMINDED, is_waiting=True, by=None, by_actor=False), "Reminder on its way"),
    ],
)
def test_the_last_contact_is_said_with_its_day_and_by_whom(contact: Contact | None, words: str) -> None:
    assert contact_words(contact, DAY) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, ""),
        (MINE, "You reported on 3 June: has left"),
        (
            replace(MINE, kind=QueryKind.ON_LEAVE, until_date=date(2027, 1, 4), by_actor=False),
            "Ben Okafor reported on 3 June: on leave, back on 4 January 2027",
        ),
        (ANSWERED, "You reported on 3 June: has left. Answer on 3 June: Still here."),
    ],
)
def test_what_was_reported_is_said_with_its_day_and_by_whom(said: Said | None, words: str) -> None:
    assert said_words(said, DAY) == words


@pytest.mark.parametrize(
    ("said", "ticks", "is_ticked", "action"),
    [
        ({}, "", True, "Tell us why"),
        ({}, "none", False, "Tell us why"),
        ({}, "2-1", True, "Tell us why"),
        ({}, "2-11", False, "Tell us why"),
        ({1: MINE}, "", False, "Change report"),
        ({1: MINE}, "all", True, "Change report"),
        ({1: MINE}, "1", True, "Change report"),
        ({1: ANSWERED}, "", True, "Tell us why"),
    ],
)
def test_whoever_was_not_reported_is_ticked_unless_the_address_says_whom(
    said: Mapping[int, Said], ticks: str, is_ticked: bool, action: str
) -> None:
    table = needing_table([LATE], team_of(said), order=Order("due"), links=LINKS, selection=Selection(ticks=ticks))
    first, *_, last = table.rows[0]
    assert first.tick == Tick("person", "1", checked=is_ticked)
    assert (last.text, last.href, last.hidden) == (action, "/tell?person=1", "about Lee")


def test_the_columns_are_what_is_needed_to_act() -> None:
    table = needing_table(
        [LATE], team_of({1: MINE}, {1: REMINDED}), order=Order("due"), links=LINKS, selection=Selection()
    )
    assert [column.text for column in table.columns] == [
        *("Name", "Status", "Reason", "Due", "Last contact", "Reported", "")
    ]
    assert [cell.text for cell in table.rows[0]] == [
        *("Lee", "Overdue", "Overdue by 14 days", "20 May 2026", "Reminded 3 June by you"),
        *("You reported on 3 June: has left", "Change report"),
    ]


def test_contacts_and_reports_have_a_column_only_where_there_is_one() -> None:
    table = needing_table(
        [LATE], team_of({3: MINE}, {3: REMINDED}), order=Order("due"), links=LINKS, selection=Selection()
    )
    assert [column.text for column in table.columns] == ["Name", "Status", "Reason", "Due", ""]


def test_everybody_else_has_the_dates_and_reports_where_there_are_any() -> None:
    without = others_table([DONE], team_of({1: MINE}), order=Order("name"), links=LINKS)
    assert "Reported" not in [column.text for column in without.columns]
    table = others_table([DONE], team_of({3: MINE}), order=Order("name"), links=LINKS)
    assert [column.text for column in table.columns][-2:] == ["Reported", ""]
    assert [cell.text for cell in table.rows[0]][-2:] == ["You reported on 3 June: has left", "Change report"]


def test_a_file_has_every_column_of_both_tables() -> None:
    table = team_file([LATE, DONE], team_of({3: MINE}, {1: REMINDED}))
    assert table.header == (
        *("Name", "Status", "Reason", "Start", "Due", "Passed", "Score", "Last contact", "Reported"),
    )
    assert [list(row)[-2:] for row in table.rows] == [
        ["Reminded 3 June by you", ""],
        ["", "You reported on 3 June: has left"],
    ]
