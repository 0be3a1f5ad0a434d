"""What comes round by the calendar: months frozen, reminders sent, two questions after a pass; and single deeds."""

from collections.abc import Iterator
from datetime import timedelta

from quizapp.cli.demo.days import MONTHS, Calendar
from quizapp.cli.demo.events import Event, Kind
from quizapp.cli.demo.story import Story

WAITS = 8
"""Days after its end on which a month is frozen."""

LATELY = 10
"""Days ago since which reminders go out on Mondays and Thursdays; before, on every second Friday, without digests."""

MONDAY, THURSDAY, FRIDAY = 0, 3, 4
BOOSTERS = 8
"""Days ago on which the questions some weeks after a pass were sent."""


def list_routine(story: Story, calendar: Calendar) -> Iterator[Event]:
    """All of it, in no order."""
    for place in range(-MONTHS - 1, 0):
        ago = calendar.ago(calendar.month(place + 1) + timedelta(days=WAITS - 1))
        if ago > 0:
            yield Event(calendar.moment(ago, hour=6), Kind.FREEZING)
    begin = calendar.ago(calendar.month(-story.reminded_months))
    yield Event(calendar.moment(begin, hour=8), Kind.REMINDERS_ON)
    fridays = [ago for ago in range(begin - 1, LATELY, -1) if calendar.day(ago).weekday() == FRIDAY]
    lately = [ago for ago in range(LATELY, 0, -1) if calendar.day(ago).weekday() in (MONDAY, THURSDAY)]
    for ago in (*fridays[::2], *lately):
        yield Event(calendar.moment(ago, hour=9, minute=30), Kind.REMINDERS)
    yield Event(calendar.moment(BOOSTERS, hour=8), Kind.BOOSTERS)
    for deed in story.deeds:
        yield Event(calendar.moment(deed.days_ago, hour=deed.hour), Kind.DEED, deed=deed)
