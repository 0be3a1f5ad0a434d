from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import Share
from quizapp.assessment.status import Status
from quizapp.services.managing.data_queries import Said
from quizapp.services.reports.rows import ReportRow
from quizapp.web.team.sentences import (
    need_detail,
    need_sentence,
    others_summary,
    passed_sentence,
    reported_sentence,
)
from tests.quizapp.web.scenes.rows import DAY, HEAD, MEASURES, person, team_report

LATE = person("Lee", status=Status.OVERDUE, needs_something=True, due_on=date(2026, 5, 20), days_late=14)
LATER = replace(LATE, name="Zoe", person_id=2)
DONE = replace(person("Nia", status=Status.PASSED, passed_on=date(2026, 5, 9)), person_id=3)
AWAY = person("Pat", status=Status.ABSENT, team_id=13, team="Ward 2")
MINE = Said(1, QueryKind.HAS_LEFT, None, DAY, "Ben Okafor", by_actor=True)
THEIRS = replace(MINE, by_actor=False)
ANSWERED = replace(MINE, answer="No.", answered_on=DAY)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([LATE, DONE, AWAY], "1 of your 3 people needs something from you."),
        ([LATE, LATER, DONE], "2 of your 3 people need something from you."),
        ([LATE], "The only person in your team needs something from you."),
        ([DONE], "Nothing to do. Everyone in your team has passed or is not due yet."),
        ([DONE, AWAY], "Nothing to do. Everyone in your team has passed, is not due yet or is on long-term absence."),
        ([LATE] * 1200, "1,200 of your 1,200 people need something from you."),
    ],
)
def test_the_first_line_says_what_there_is_to_do(rows: list[ReportRow], sentence: str) -> None:
    assert need_sentence(rows) == sentence


def test_the_second_line_says_it_by_reason() -> None:
    soon = person("Sol", status=Status.DUE_SOON, needs_something=True)
    gone = person("Tia", status=Status.EXPIRED, needs_something=True)
    tried = person("Max", status=Status.NOT_PASSED_YET, needs_something=True, tries=3)
    assert need_detail([soon, LATE, tried, gone, LATER, DONE]) == (
        "2 overdue, 1 with a pass that has run out, 1 due within 7 days, 1 with 3 tries or more and no pass"
    )


def test_everybody_else_is_summed_up() -> None:
    others = [DONE, AWAY, person("Sol"), person("Eve", status=Status.IN_PROGRESS), person(status=Status.EXPIRING)]
    assert others_summary(others) == "5 others: 2 passed, 2 not due yet, 1 on long-term absence"
    assert others_summary([DONE]) == "1 other: 1 passed"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(8, 11), "8 of 11 who were due hold a valid pass (72.7%)."),
        (Share(8, 9), "8 of 9 who were due hold a valid pass."),
        (Share(1, 2), "1 of 2 who were due holds a valid pass."),
        (Share(0, 0), "No one was due yet."),
    ],
)
def test_a_percentage_is_given_from_ten_people_on(share: Share, words: str) -> None:
    assert passed_sentence(replace(team_report(DONE), measures=replace(MEASURES, compliance=share))) == words


def test_what_was_due_on_a_past_day_is_past() -> None:
    report = replace(team_report(DONE), measures=replace(MEASURES, compliance=Share(1, 2)))
    past = replace(report, head=replace(HEAD, on=ReportDay(DAY, is_over=True)))
    assert passed_sentence(past) == "1 of 2 who were due held a valid pass."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, ""),
        ({3: MINE}, ""),
        ({1: ANSWERED}, ""),
        ({1: MINE, 3: MINE}, "You have reported 1 of them."),
        ({1: MINE, 2: MINE}, "You have reported all of them."),
        ({1: THEIRS}, "1 of them has been reported."),
        ({1: MINE, 2: THEIRS}, "All of them have been reported."),
    ],
)
def test_what_was_reported_is_said_of_those_who_need_something(said: Mapping[int, Said], sentence: str) -> None:
    assert reported_sentence([LATE, LATER, DONE], said) == sentence


@pytest.mark.parametrize(
    ("said", "sentence"), [(MINE, "You have reported this person."), (THEIRS, "This person has been reported.")]
)
def test_one_person_is_called_so(said: Said, sentence: str) -> None:
    assert reported_sentence([LATE, DONE], {1: said}) == sentence
