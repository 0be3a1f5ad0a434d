"""The order in which the demo's story happens."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from quizapp.cli.demo.crowd import gather
from quizapp.cli.demo.days import ROLL_OUT, Calendar
from quizapp.cli.demo.events import Event, Kind, list_events
from quizapp.cli.demo.story import Character, Story, read_demo

LONDON = ZoneInfo("Europe/London")
STORIES = read_demo().stories
DAYS = [date(2026, 1, 1), date(2026, 3, 29), date(2026, 6, 30), date(2026, 10, 25), date(2028, 2, 29)]


def people_of(story: Story, day: date = DAYS[2]) -> tuple[Character, ...]:
    return (*story.characters, *gather(story, Calendar(day, LONDON)))


def events_of(story: Story, day: date = DAYS[2]) -> list[Event]:
    return list_events(story, Calendar(day, LONDON), people=people_of(story, day))


each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
each_day = pytest.mark.parametrize("day", DAYS, ids=str)


@each_story
@each_day
def test_everything_happened_before_the_day_of_loading_began(story: Story, day: date) -> None:
    events = events_of(story, day)
    assert events == sorted(events, key=lambda event: event.at)
    assert all(event.at.astimezone(LONDON).date() < day for event in events)
    assert events[0].kind is Kind.STAFF_FILE


@each_story
@each_day
def test_nothing_happens_to_anybody_before_a_file_names_them(story: Story, day: date) -> None:
    known: set[str] = set()
    for event in events_of(story, day):
        if event.kind is Kind.STAFF_FILE:
            known |= {person.email for person in event.people}
        elif event.people:
            assert event.people[0].email in known
    assert known == {person.email for person in people_of(story, day)}


@each_story
@each_day
def test_nobody_tries_before_their_first_day_or_after_their_last(story: Story, day: date) -> None:
    for person in people_of(story, day):
        assert all(sitting.days_ago <= person.started_days_ago for sitting in person.tries)
        if person.leaving:
            assert all(sitting.days_ago > person.leaving.last_day_days_ago for sitting in person.tries)


@each_story
def test_whoever_had_long_been_there_tries_after_the_roll_out(story: Story) -> None:
    launch = Calendar(DAYS[2], LONDON).launch
    veterans = [person for person in people_of(story) if person.started_days_ago > launch]
    assert len(veterans) >= 30
    assert all(sitting.days_ago < ROLL_OUT for person in veterans for sitting in person.tries)


@each_story
def test_who_has_left_stands_in_no_later_file_until_they_return(story: Story) -> None:
    gone: set[str] = set()
    returned: set[str] = set()
    for event in events_of(story):
        if event.kind is Kind.LEAVING:
            gone.add(event.people[0].email)
        if event.kind is Kind.STAFF_FILE:
            back = gone & {person.email for person in event.people}
            assert all(person.returns is not None for person in event.people if person.email in back)
            returned |= back
    assert len(gone) >= 10
    assert len(returned) == 2


@each_story
def test_a_second_try_comes_after_the_first(story: Story) -> None:
    seen: dict[str, list[int]] = {}
    for event in events_of(story):
        if event.kind is Kind.TRY and event.sitting:
            seen.setdefault(event.people[0].email, []).append(event.sitting.wrong or 0)
    for person in people_of(story):
        assert seen.get(person.email, []) == [sitting.wrong or 0 for sitting in person.tries]


@each_story
def test_people_move_between_teams_from_one_file_to_the_next(story: Story) -> None:
    files = [event for event in events_of(story) if event.kind is Kind.STAFF_FILE]
    teams: dict[str, set[str]] = {}
    for event in files:
        for person in event.people:
            teams.setdefault(person.email, set()).add(person.team)
    assert sum(len(been) == 2 for been in teams.values()) >= 5
    assert all(len(been) <= 2 for been in teams.values())


def test_offices_sit_in_the_day_and_wards_around_the_clock() -> None:
    hours = [
        {event.at.hour for event in events_of(story) if event.kind is Kind.TRY and event.sitting} for story in STORIES
    ]
    assert hours[0] <= set(range(10, 18))
    assert hours[1] & set(range(6))
