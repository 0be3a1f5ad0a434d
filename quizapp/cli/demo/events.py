"""The demo's story in the order it happened: pure, so that any day of loading gives the same history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from quizapp.cli.demo.story import Character, Story, Try

LAUNCH = 95
"""Days ago on which the quiz was given to everybody in post; after it new starters come with a weekly staff file."""

WEEK = 7
NOTICE = 21
"""Days before their first day from which people stand in the staff file."""


class Kind(StrEnum):
    """What happens."""

    STAFF_FILE = "staff file"
    ABSENCE = "absence"
    LEAVING = "leaving"
    TRY = "try"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a moment: to one character, or with a file of all who stand in it."""

    at: datetime
    kind: Kind
    people: tuple[Character, ...]
    sitting: Try | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of an organisation, counted back from today."""

    today: date
    zone: ZoneInfo

    def day(self, days_ago: int) -> date:
        """The calendar day so many days ago."""
        return self.today - timedelta(days=days_ago)

    def moment(self, days_ago: int, *, hour: int, minute: int = 0) -> datetime:
        """A time of that day, as clocks there show it."""
        return datetime.combine(self.day(days_ago), time(hour, minute), self.zone)


def list_events(story: Story, calendar: Calendar) -> list[Event]:
    """Everything after the launch's preparations, in order."""
    found = [*_staff_files(story.characters, calendar)]
    for person in story.characters:
        entry = _file_day(person)
        if person.away:
            found.append(Event(calendar.moment(min(person.away.days_ago, entry), hour=12), Kind.ABSENCE, (person,)))
        if person.leaving:
            at = calendar.moment(person.leaving.recorded_days_ago, hour=13)
            found.append(Event(at, Kind.LEAVING, (person,)))
        for place, sitting in enumerate(person.tries):
            at = _sitting_moment(person, place, calendar, at_night=story.works_at_night)
            found.append(Event(at, Kind.TRY, (person,), sitting))
    return sorted(found, key=lambda event: event.at)


def pick(most: int, *seed: object) -> int:
    """A number below `most` that looks like chance and is always the same."""
    digest = sha256("|".join(map(str, seed)).encode()).digest()
    return int.from_bytes(digest[:8]) % most


def _staff_files(characters: Sequence[Character], calendar: Calendar) -> Iterator[Event]:
    """One file for each week that brought somebody, with all who stand in it by then and have not left."""
    for day in sorted({_file_day(person) for person in characters}, reverse=True):
        inside = (one for one in characters if _file_day(one) >= day and not _has_left(one, day))
        yield Event(calendar.moment(day, hour=9), Kind.STAFF_FILE, tuple(inside))


def _file_day(person: Character) -> int:
    """The first weekly file that somebody stands in."""
    weeks = range(LAUNCH, 0, -WEEK)
    return next(day for day in weeks if person.started_days_ago >= day - NOTICE)


def _has_left(person: Character, day: int) -> bool:
    return person.leaving is not None and person.leaving.recorded_days_ago > day


def _sitting_moment(person: Character, place: int, calendar: Calendar, *, at_night: bool) -> datetime:
    """Within office hours, or around the clock where wards are staffed; a second try the same day comes later."""
    sitting = person.tries[place]
    first, hours = (0, 12) if at_night else (10, 4)
    before = sum(one.days_ago == sitting.days_ago for one in person.tries[:place])
    hour = first + pick(hours, person.email, sitting.days_ago) + 2 * before
    return calendar.moment(sitting.days_ago, hour=hour, minute=pick(60, person.email, place))
