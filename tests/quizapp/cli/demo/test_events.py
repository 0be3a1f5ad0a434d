"""The order in which the demo's story happens."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from quizapp.cli.demo.events import Calendar, Event, Kind, list_events
from quizapp.cli.demo.story import Story, read_demo

LONDON = ZoneInfo("Europe/London")
STORIES = read_demo().stories
DAYS = [date(2026, 1, 1), date(2026, 3, 29), date(2026, 6, 30), date(2026, 10, 25), date(2028, 2, 29)]


def events_of(story: Story, day: date = DAYS[2]) -> list[Event]:
    return list_events(story, Calendar(day, LONDON))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_everything_happened_before_the_day_of_loading_began(story: Story, day: date) -> None:
    events = events_of(story, day)
    assert events == sorted(events, key=lambda event: event.at)
    assert all(event.at.astimezone(LONDON).date() < day for event in events)
    assert events[0].kind is Kind.STAFF_FILE


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_nothing_happens_to_anybody_before_a_file_names_them(story: Story) -> None:
    known: set[str] = set()
    for event in events_of(story):
        if event.kind is Kind.STAFF_FILE:
            known |= {person.email for person in event.people}
        else:
            assert event.people[0].email in known
    assert known == {person.email for person in story.characters}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_nobody_tries_before_their_first_day_or_after_their_last(story: Story) -> None:
    for person in story.characters:
        assert all(sitting.days_ago <= person.started_days_ago for sitting in person.tries)
        if person.leaving:
            assert all(sitting.days_ago > person.leaving.last_day_days_ago for sitting in person.tries)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_who_has_left_stands_in_no_later_file(story: Story) -> None:
    gone: set[str] = set()
    for event in events_of(story):
        if event.kind is Kind.LEAVING:
            gone.add(event.people[0].email)
        if event.kind is Kind.STAFF_FILE:
            assert gone.isdisjoint(person.email for person in event.people)
    assert gone


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_a_second_try_comes_after_the_first(story: Story) -> None:
    seen: dict[str, list[int]] = {}
    for event in events_of(story):
        if event.kind is Kind.TRY and event.sitting:
            seen.setdefault(event.people[0].email, []).append(event.sitting.wrong or 0)
    for person in story.characters:
        assert seen.get(person.email, []) == [sitting.wrong or 0 for sitting in person.tries]


def test_offices_sit_in_the_day_and_wards_around_the_clock() -> None:
    hours = [
        {event.at.hour for event in events_of(story) if event.kind is Kind.TRY and event.sitting} for story in STORIES
    ]
    assert hours[0] <= set(range(10, 16))
    assert hours[1] & set(range(6))
