"""The days of the demo, counted back from the day of loading, and what looks like chance in it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

MONTHS = 13
"""So many whole months before this one had people whose quiz fell due."""

DUE_DAYS = 28
"""The quiz is due so many days after the first day in post."""

ROLL_OUT = 95
"""Days ago on which the quiz was given to everybody who had long been in post; before, it was for starters alone."""

FOUR_WEEKS, FORTNIGHT = 28, 14
NOTICE = 28
"""Days before their first day from which people stand in the staff file."""

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of an organisation; what lies `ago` is in whole days before today, and a negative number lies ahead."""

    today: date
    zone: ZoneInfo

    @property
    def launch(self) -> int:
        """Days ago on which it all began: a Monday, early enough for the first month to have its due dates."""
        day = self.month(-MONTHS) - timedelta(days=DUE_DAYS)
        return self.ago(day - timedelta(days=day.weekday()))

    def day(self, days_ago: int) -> date:
        """The calendar day so many days ago."""
        return self.today - timedelta(days=days_ago)

    def ago(self, day: date) -> int:
        """How many days ago a day was."""
        return (self.today - day).days

    def moment(self, days_ago: int, *, hour: int, minute: int = 0) -> datetime:
        """A time of that day, as clocks there show it."""
        return datetime.combine(self.day(days_ago), time(hour, minute), self.zone)

    def month(self, places: int) -> date:
        """The first day of the month so many places after this one."""
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + places, 12)
        return date(year, month + 1, 1)

    def mondays(self, places: int) -> list[int]:
        """The Mondays of a month, in days ago."""
        first, after = self.month(places), self.month(places + 1)
        start = first + timedelta(days=-first.weekday() % 7)
        return [self.ago(start + timedelta(days=days)) for days in range(0, (after - start).days, 7)]

    def working_day(self, days_ago: int) -> int:
        """That day, or the Friday before where it is a weekend."""
        return days_ago + max(0, self.day(days_ago).weekday() - SATURDAY + 1)

    def staff_files(self) -> tuple[int, ...]:
        """The Mondays on which a staff file was loaded: every fourth at first, every second since the roll-out."""
        early = range(self.launch, ROLL_OUT, -FOUR_WEEKS)
        return (*early, *range(early[-1] - FORTNIGHT, 0, -FORTNIGHT))


def pick(most: int, *seed: object) -> int:
    """A number below `most` that looks like chance and is always the same."""
    digest = sha256("|".join(map(str, seed)).encode()).digest()
    return int.from_bytes(digest[:8]) % most
