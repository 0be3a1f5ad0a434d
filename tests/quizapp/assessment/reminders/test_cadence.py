"""When people are written to: the cadence day by day, who is left alone, and the hours of the night."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.reminders.cadence import (
    GAP_DAYS,
    Case,
    SkipReason,
    digest_monday,
    find_step,
    list_steps,
    next_opening,
    why_not,
)
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.assessment.status import Standing

START, DUE = date(2026, 6, 1), date(2026, 6, 29)
LONDON = "Europe/London"
STARTER = Case(Standing(1, StaffType.PERMANENT, START, due_on=DUE), assigned_on=START)


def facts(**changes: object) -> Case:
    return replace(STARTER, standing=replace(STARTER.standing, **changes))  # type: ignore[arg-type]


def live(case: Case, *, days: int, step: int = 1) -> list[tuple[date, MessageKind]]:
    """What somebody is sent who never does the quiz, where it is looked at every so many days."""
    sent: list[tuple[date, MessageKind]] = []
    seen: set[str] = set()
    for number in range(0, days, step):
        day = START - timedelta(days=10) + timedelta(days=number)
        due = find_step(case, on=day)
        if due is not None and due.occasion not in seen and why_not(case, on=day) is None:
            seen.add(due.occasion)
            sent.append((day, due.kind))
            case = replace(case, written_on=day)
    return sent


def test_the_whole_cadence_of_somebody_who_never_signs_in() -> None:
    assert live(STARTER, days=120) == [
        (date(2026, 6, 1), MessageKind.WELCOME),
        (date(2026, 6, 5), MessageKind.SIGN_IN_HELP),
        (date(2026, 6, 22), MessageKind.DUE_IN_A_WEEK),
        (date(2026, 6, 28), MessageKind.DUE_TOMORROW),
        (date(2026, 7, 1), MessageKind.OVERDUE),
        (date(2026, 7, 8), MessageKind.OVERDUE),
        (date(2026, 7, 15), MessageKind.OVERDUE),
        (date(2026, 7, 22), MessageKind.OVERDUE),
        (date(2026, 7, 29), MessageKind.OVERDUE),
    ]


def test_who_has_signed_in_needs_no_help_and_who_has_begun_no_welcome() -> None:
    assert find_step(replace(STARTER, has_signed_in=True), on=date(2026, 6, 6)) is None
    assert find_step(facts(has_open_attempt=True), on=START) is None
    assert find_step(facts(submitted_attempts=1), on=START) is None
    assert find_step(facts(submitted_attempts=1), on=date(2026, 6, 6)) is None


def test_who_was_given_the_quiz_before_the_first_day_is_welcomed_on_it() -> None:
    early = replace(STARTER, assigned_on=date(2026, 5, 1))
    assert live(early, days=12)[0] == (START, MessageKind.WELCOME)
    assert why_not(early, on=date(2026, 5, 31)) is SkipReason.NOT_IN_POST


def test_a_step_that_was_missed_is_never_sent_late() -> None:
    long_there = replace(STARTER, has_signed_in=True)
    kinds = [find_step(long_there, on=START + timedelta(days=day)) for day in (3, 4, 20, 21, 26, 27, 29, 30)]
    assert [step and step.kind for step in kinds] == [
        MessageKind.WELCOME,
        None,
        None,
        MessageKind.DUE_IN_A_WEEK,
        MessageKind.DUE_IN_A_WEEK,
        MessageKind.DUE_TOMORROW,
        MessageKind.DUE_TOMORROW,
        MessageKind.OVERDUE,
    ]
    assert find_step(long_there, on=DUE + timedelta(days=36)) is not None
    assert find_step(long_there, on=DUE + timedelta(days=37)) is None


def test_who_was_given_the_quiz_long_ago_gets_one_message_and_not_a_row_of_old_ones() -> None:
    old = facts(start_date=date(2020, 1, 6), due_on=START - timedelta(days=20))
    assert live(replace(old, assigned_on=date(2026, 1, 5)), days=13, step=1)[0][1] is MessageKind.OVERDUE
    ancient = facts(start_date=date(2020, 1, 6), due_on=date(2026, 1, 5))
    assert live(replace(ancient, assigned_on=date(2025, 12, 1)), days=200) == []


def test_a_short_time_to_do_it_is_named_in_the_welcome_and_not_in_a_second_message_that_day() -> None:
    within_a_week = facts(due_on=START + timedelta(days=7))
    assert live(replace(within_a_week, has_signed_in=True), days=19)[:2] == [
        (START, MessageKind.WELCOME),
        (START + timedelta(days=6), MessageKind.DUE_TOMORROW),
    ]


def test_without_a_due_date_there_is_the_welcome_and_the_help_alone() -> None:
    assert [kind for _, kind in live(facts(due_on=None), days=120)] == [MessageKind.WELCOME, MessageKind.SIGN_IN_HELP]


def test_after_a_long_absence_the_cadence_follows_the_later_due_date() -> None:
    back = facts(returned_on=date(2026, 8, 3))
    assert live(replace(back, has_signed_in=True), days=120)[-8:] == [
        (date(2026, 8, 3), MessageKind.WELCOME),
        (date(2026, 8, 24), MessageKind.DUE_IN_A_WEEK),
        (date(2026, 8, 30), MessageKind.DUE_TOMORROW),
        (date(2026, 9, 2), MessageKind.OVERDUE),
        (date(2026, 9, 9), MessageKind.OVERDUE),
        (date(2026, 9, 16), MessageKind.OVERDUE),
    ]


def test_a_pass_that_ran_out_is_overdue_from_its_last_day() -> None:
    ended = facts(passed_on=date(2025, 6, 1), valid_until=date(2026, 7, 31))
    assert why_not(ended, on=date(2026, 7, 31)) is SkipReason.PASSED
    assert [day for day, _ in live(replace(ended, has_signed_in=True), days=90)] == [
        date(2026, 8, 2),
        date(2026, 8, 9),
        date(2026, 8, 16),
    ]


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (facts(passed_on=START), SkipReason.PASSED),
        (facts(absence=AbsenceKind.PARENTAL), SkipReason.AWAY),
        (facts(end_date=DUE - timedelta(days=1)), SkipReason.LEFT),
        (facts(start_date=DUE + timedelta(days=1)), SkipReason.NOT_IN_POST),
        (replace(STARTER, back_on=DUE + timedelta(days=1)), SkipReason.ON_LEAVE),
        (replace(STARTER, has_email=False), SkipReason.NO_EMAIL),
        (replace(STARTER, written_on=DUE - timedelta(days=2)), SkipReason.RECENTLY),
        (replace(STARTER, written_on=DUE - timedelta(days=3)), None),
        (replace(STARTER, back_on=DUE), None),
        (facts(end_date=DUE), None),
        (STARTER, None),
    ],
)
def test_who_is_left_alone_and_why(case: Case, reason: SkipReason | None) -> None:
    assert why_not(case, on=DUE) is reason


days = st.integers(-80, 80).map(lambda number: DUE + timedelta(days=number))
cases = st.builds(
    Case,
    standing=st.builds(
        Standing,
        person_id=st.just(1),
        staff_type=st.sampled_from(StaffType),
        start_date=days,
        end_date=st.none() | days,
        absence=st.none() | st.sampled_from(AbsenceKind),
        returned_on=st.none() | days,
        due_on=st.none() | days,
        has_open_attempt=st.booleans(),
        passed_on=st.none() | days,
        valid_until=st.none() | days,
    ),
    assigned_on=days,
    has_signed_in=st.booleans(),
    back_on=st.none() | days,
)


@given(cases, st.integers(1, 5))
def test_nobody_is_written_to_twice_in_three_days_or_more_than_nine_times(case: Case, step: int) -> None:
    sent = live(case, days=250, step=step)
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(sent)]
    assert all(gap >= timedelta(days=GAP_DAYS) for gap in gaps)
    assert len(sent) <= 9
    assert sum(kind is MessageKind.OVERDUE for _, kind in sent) <= 5


@given(cases, days)
def test_the_windows_of_the_steps_never_overlap_but_on_one_and_the_same_day(case: Case, day: date) -> None:
    steps = list_steps(case)
    assert all(step.from_day < step.until_day for step in steps)
    fitting = [step for step in steps if step.from_day <= day < step.until_day]
    assert len({step.from_day for step in fitting}) <= 1
    assert len({step.occasion for step in steps}) == len(steps)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)).map(lambda one: one.replace(tzinfo=UTC)),
    st.sampled_from([LONDON, "America/New_York", "Pacific/Apia", "Asia/Kolkata"]),
)
def test_whatever_the_moment_it_goes_out_by_day_and_within_ten_hours(moment: datetime, zone: str) -> None:
    sent = next_opening(moment, zone)
    local = sent.astimezone(ZoneInfo(zone)).time()
    assert time(7) <= local < time(22)
    assert timedelta(0) <= sent - moment <= timedelta(hours=34 if zone == "Pacific/Apia" else 10)
    assert sent == moment or local == time(7)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),  # the clocks go forward
        (datetime(2026, 3, 29, 5, 59, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
        (datetime(2026, 3, 29, 20, 59, tzinfo=UTC), datetime(2026, 3, 29, 20, 59, tzinfo=UTC)),
        (datetime(2026, 3, 29, 21, 0, tzinfo=UTC), datetime(2026, 3, 30, 6, tzinfo=UTC)),
        (datetime(2026, 10, 24, 21, 30, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),  # the clocks go back
        (datetime(2026, 10, 25, 6, 30, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),
        (datetime(2026, 10, 25, 21, 59, tzinfo=UTC), datetime(2026, 10, 25, 21, 59, tzinfo=UTC)),
    ],
)
def test_the_night_is_by_the_clock_on_the_wall_when_the_clocks_change(moment: datetime, opening: datetime) -> None:
    assert next_opening(moment, LONDON) == opening


def test_a_digest_is_sent_on_its_monday_or_not_at_all() -> None:
    found = [digest_monday(date(2026, 6, day)) for day in range(1, 9)]
    assert found == [date(2026, 6, 1), *[None] * 6, date(2026, 6, 8)]
