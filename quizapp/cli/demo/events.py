"""The demo's story in the order it happened: pure, so that any day of loading gives the same history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from quizapp.cli.demo.days import NOTICE, ROLL_OUT, Calendar, pick
from quizapp.cli.demo.story import Character, Deed, Story, Try


class Kind(StrEnum):
    """What happens."""

    STAFF_FILE = "staff file"
    ROLL_OUT = "roll-out"
    ABSENCE = "absence"
    LEAVING = "leaving"
    TRY = "try"
    FREEZING = "freezing"
    REMINDERS_ON = "reminders turned on"
    REMINDERS = "reminders"
    BOOSTERS = "boosters"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a moment: to one character, or with a file of all who stand in it."""

    at: datetime
    kind: Kind
    people: tuple[Character, ...] = ()
    sitting: Try | None = None
    deed: Deed | None = None


def list_events(story: Story, calendar: Calendar, *, people: Sequence[Character]) -> list[Event]:
    """Everything after the launch's preparations, in order; `people` are all there are, written or made up."""
    found = [*_staff_files(people, calendar), Event(calendar.moment(ROLL_OUT, hour=11), Kind.ROLL_OUT)]
    for person in people:
        entry = first_file_day(person.started_days_ago, calendar)
        if person.away:
            found.append(Event(calendar.moment(min(person.away.days_ago, entry), hour=12), Kind.ABSENCE, (person,)))
        if person.leaving:
            at = calendar.moment(person.leaving.recorded_days_ago, hour=13)
            found.append(Event(at, Kind.LEAVING, (person,)))
        for place, sitting in enumerate(person.tries):
            at = _sitting_moment(person, place, calendar, at_night=story.works_at_night)
            found.append(Event(at, Kind.TRY, (person,), sitting))
    return sorted(found, key=lambda event: event.at)


def first_file_day(started_days_ago: int, calendar: Calendar) -> int:
    """The first staff file that somebody stands in."""
    return next(day for day in calendar.staff_files() if started_days_ago >= day - NOTICE)


def _staff_files(people: Sequence[Character], calendar: Calendar) -> Iterator[Event]:
    """Each file has whoever has a post by then, or is about to, as they stand that day."""
    for day in calendar.staff_files():
        inside = (_on_file(one, day) for one in people)
        rows = [one for one in inside if one is not None]
        yield Event(calendar.moment(day, hour=9), Kind.STAFF_FILE, tuple(_without_leavers(rows)))


def _without_leavers(rows: Sequence[Character]) -> Iterator[Character]:
    """Whose manager has left stands there without one until there is another."""
    there = {row.email for row in rows}
    return (row if row.manager_email in there else replace(row, manager_email="") for row in rows)


def _on_file(person: Character, day: int) -> Character | None:
    """Somebody as a file of that day has them; None before their time and from the recording of their leaving on."""
    if person.returns is not None and person.returns >= day - NOTICE:
        return replace(person, started_days_ago=person.returns)
    if person.started_days_ago < day - NOTICE or (person.leaving and person.leaving.recorded_days_ago > day):
        return None
    if person.move and person.move.days_ago >= day:
        return replace(person, team=person.move.team, manager_email=person.move.manager_email)
    return person


def _sitting_moment(person: Character, place: int, calendar: Calendar, *, at_night: bool) -> datetime:
    """Within office hours, or around the clock where wards are staffed; a second try the same day comes later."""
    sitting = person.tries[place]
    first, hours = (0, 12) if at_night else (10, 4)
    before = sum(one.days_ago == sitting.days_ago for one in person.tries[:place])
    hour = first + pick(hours, person.email, sitting.days_ago) + 2 * before
    return calendar.moment(sitting.days_ago, hour=hour, minute=pick(60, person.email, place))
