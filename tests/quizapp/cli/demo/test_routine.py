"""What comes round by the calendar."""

from collections import Counter
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from quizapp.cli.demo.days import Calendar
from quizapp.cli.demo.events import Event, Kind
from quizapp.cli.demo.routine import list_routine
from quizapp.cli.demo.story import Story, read_demo

LONDON = ZoneInfo("Europe/London")
STORIES = read_demo().stories
DAYS = [date(2026, 1, 1), date(2026, 6, 30), date(2028, 2, 29)]

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
each_day = pytest.mark.parametrize("day", DAYS, ids=str)


def routine_of(story: Story, day: date) -> list[Event]:
    return sorted(list_routine(story, Calendar(day, LONDON)), key=lambda event: event.at)


@each_story
@each_day
def test_all_of_it_lies_in_the_past(story: Story, day: date) -> None:
    assert all(event.at.date() < day for event in routine_of(story, day))


@each_story
@each_day
def test_months_are_frozen_on_the_eighth_of_the_next(story: Story, day: date) -> None:
    days = [event.at.date() for event in routine_of(story, day) if event.kind is Kind.FREEZING]
    assert all(one.day == 8 for one in days)
    assert len(days) in (13, 14)
    assert days[-1] > day - timedelta(days=40)


@each_story
@each_day
def test_reminders_begin_when_they_are_turned_on_and_go_on_until_now(story: Story, day: date) -> None:
    routine = routine_of(story, day)
    (turned_on,) = (event.at for event in routine if event.kind is Kind.REMINDERS_ON)
    sent = [event.at for event in routine if event.kind is Kind.REMINDERS]
    assert turned_on.date() == Calendar(day, LONDON).month(-story.reminded_months)
    assert turned_on < sent[0] < turned_on + timedelta(days=8)
    assert sent[-1].date() >= day - timedelta(days=4)
    weekdays = Counter(moment.strftime("%a") for moment in sent)
    assert set(weekdays) == {"Mon", "Thu", "Fri"}


@each_story
def test_every_deed_of_the_files_is_done(story: Story) -> None:
    done = [event.deed for event in routine_of(story, DAYS[1]) if event.kind is Kind.DEED]
    assert sorted(map(repr, done)) == sorted(map(repr, story.deeds))
    assert {"share", "remind", "answer", "waiting", "cannot-sign-in"} <= {deed.does for deed in story.deeds}
