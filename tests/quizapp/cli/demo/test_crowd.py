"""The people who are made up: the months tell a story, and lives are such as people have."""

from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.cli.demo.crowd import gather
from quizapp.cli.demo.days import DUE_DAYS, MONTHS, ROLL_OUT, Calendar
from quizapp.cli.demo.story import Character, Story, read_demo

LONDON = ZoneInfo("Europe/London")
SOMERSET, MERSEY_CARE = read_demo().stories
DAYS = [date(2026, 1, 1), date(2026, 3, 29), date(2026, 6, 30), date(2026, 10, 25), date(2028, 2, 29)]

each_story = pytest.mark.parametrize("story", [SOMERSET, MERSEY_CARE], ids=lambda story: story.slug)
each_day = pytest.mark.parametrize("day", DAYS, ids=str)


def people_of(story: Story, day: date = DAYS[2]) -> list[Character]:
    return [*story.characters, *gather(story, Calendar(day, LONDON))]


def due_of(person: Character, calendar: Calendar) -> int:
    """Days ago on which somebody fell due for the first time."""
    return min(person.started_days_ago, ROLL_OUT if person.started_days_ago > calendar.launch else 999) - DUE_DAYS


def on_time(story: Story, day: date) -> list[tuple[int, int]]:
    """Of each whole month, oldest first: who had passed by their due date, and how many they are."""
    calendar = Calendar(day, LONDON)
    due, early = Counter[date](), Counter[date]()
    for person in people_of(story, day):
        ago = due_of(person, calendar)
        left = person.leaving is not None and person.leaving.last_day_days_ago > ago
        away = person.away is not None and person.away.days_ago >= ago
        if person.staff_type in HEADLINE_STAFF_TYPES and not left and not away:
            month = calendar.day(ago).replace(day=1)
            due[month] += 1
            early[month] += any(one.days_ago >= ago and one.wrong in (0, 1) for one in person.tries)
    months = [calendar.month(place) for place in range(-MONTHS, 0)]
    return [(early[month], due[month]) for month in months]


def longest_run(months: list[tuple[int, int]]) -> int:
    """So many months in a row lie on one side of the mean of all."""
    shares = [count / of for count, of in months]
    mean = sum(shares) / len(shares)
    runs, above = [0], None
    for share in shares:
        runs = [*runs, 1] if (share > mean) != above else [*runs[:-1], runs[-1] + 1]
        above = share > mean
    return max(runs)


@each_day
def test_where_reminders_began_seven_months_lie_above_the_mean(day: date) -> None:
    months = on_time(MERSEY_CARE, day)
    assert longest_run(months) >= 7
    assert all(8 <= of <= 16 or of >= 40 for _, of in months)


@each_day
def test_elsewhere_the_months_differ_as_chance_has_it(day: date) -> None:
    months = on_time(SOMERSET, day)
    assert longest_run(months) <= 6
    assert all(6 <= of <= 12 or of >= 30 for _, of in months)


@each_story
@each_day
def test_nobody_is_there_twice(story: Story, day: date) -> None:
    people = people_of(story, day)
    assert len({person.name for person in people}) == len(people)
    assert len({person.email for person in people}) == len(people)
    assert 140 <= len(people) <= 220


@each_story
def test_the_same_day_gives_the_same_people(story: Story) -> None:
    assert people_of(story) == people_of(story)
    assert [one.name for one in people_of(story)] != [one.name for one in people_of(story, DAYS[0])]


@each_story
@each_day
def test_teams_and_their_managers_are_known(story: Story, day: date) -> None:
    written = {person.email: person.team for person in story.characters}
    for person in people_of(story, day):
        assert person.manager_email in written or person == story.characters[0]
        assert person.move is None or person.move.manager_email in written


@each_story
@each_day
def test_lives_are_such_as_people_have(story: Story, day: date) -> None:
    people = people_of(story, day)
    assert 10 <= sum(person.leaving is not None for person in people) <= 45
    assert 5 <= sum(person.move is not None for person in people) <= 25
    assert 3 <= sum(person.away is not None for person in people) <= 15
    assert 15 <= sum(len(person.tries) >= 2 for person in people) <= 75
    assert sum(not any(one.wrong in (0, 1) for one in person.tries) for person in people) >= 15
