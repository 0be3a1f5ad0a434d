"""The many: people made up by a recipe, with lives such as starters have, and the same for a day of loading.

What a month comes to is told by the recipe, so that the figures mean something; who it happens to is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from quizapp.cli.demo.days import DUE_DAYS, MONTHS, NOTICE, ROLL_OUT, Calendar, pick
from quizapp.cli.demo.names import address_of, make_names
from quizapp.cli.demo.story import Away, Character, Crowd, Leaving, Move, Story, Team, Try

Thing = TypeVar("Thing")

VALID_DAYS = 365


@dataclass(frozen=True, slots=True)
class _Starter:
    """Somebody before a life is made up: the Monday they start, and whether the due date will find them without."""

    name: str
    start: int
    team: Team
    is_late: bool
    is_reminded: bool


def gather(story: Story, calendar: Calendar) -> tuple[Character, ...]:
    """Everybody the recipe makes up who is on file by now, those who started first before the others."""
    crowd = story.crowd
    if crowd is None:
        return ()
    taken = {*(one.name for one in story.characters), story.administrator_name}
    names = make_names(story.slug, taken=taken)
    veterans = [
        _make_veteran(name, crowd, calendar, place=place) for place, name in enumerate(islice(names, crowd.veterans))
    ]
    starters = [_make_starter(one, story, crowd, calendar) for one in _list_starters(story, crowd, names, calendar)]
    newest = min(calendar.staff_files())
    return tuple(
        _so_far(one)
        for one in sorted([*veterans, *starters], key=lambda one: -one.started_days_ago)
        if one.started_days_ago >= newest - NOTICE
    )


def _list_starters(story: Story, crowd: Crowd, names: Iterator[str], calendar: Calendar) -> Iterator[_Starter]:
    """Month by month those who fall due in it; of them the late ones, mostly in teams that are given to it."""
    for place, (due, late) in enumerate(zip(crowd.due, crowd.late, strict=True), -MONTHS):
        mondays = calendar.mondays(place)
        found = [
            _Starter(
                name=name,
                start=mondays[pick(len(mondays), name, "start")] + DUE_DAYS,
                team=_draw({team: team.share for team in crowd.teams}, name, "team"),
                is_late=False,
                is_reminded=place >= -story.reminded_months,
            )
            for name in islice(names, due)
        ]
        by_team = sorted(found, key=lambda one: -pick(100, one.name, "late") * one.team.late)
        yield from (replace(one, is_late=True) for one in by_team[:late])
        yield from by_team[late:]


def _make_starter(starter: _Starter, story: Story, crowd: Crowd, calendar: Calendar) -> Character:
    tries = _late_tries(starter, calendar) if starter.is_late else _early_tries(starter, calendar)
    passed = next((one.days_ago for one in tries if one.wrong is not None and one.wrong <= 1), None)
    leaving = _leave(starter, has_passed=passed is not None)
    last_day = leaving.last_day_days_ago if leaving else -VALID_DAYS
    away = _go_away(starter.name, passed - 40) if passed is not None and leaving is None else None
    if story.valid_months and passed is not None:
        tries += _renew(starter.name, passed)
    return Character(
        name=starter.name,
        email=address_of(starter.name, host=crowd.host),
        team=starter.team.name,
        manager_email=starter.team.manager_email,
        started_days_ago=starter.start,
        staff_type=_draw(crowd.staff_types, starter.name, "type"),
        tries=tuple(one for one in tries if one.days_ago > last_day),
        away=away,
        leaving=leaving,
        move=None if away else _move(starter, crowd, until=last_day),
    )


def _make_veteran(name: str, crowd: Crowd, calendar: Calendar, *, place: int) -> Character:
    """Somebody who had long been there when everybody was given the quiz; one is late and one never begins."""
    team = _draw({team: team.share for team in crowd.teams}, name, "team")
    days = DUE_DAYS + pick(40, name, "late by") if place == 0 else pick(DUE_DAYS - 2, name, "day")
    passed = calendar.working_day(ROLL_OUT - 1 - days)
    return Character(
        name=name,
        email=address_of(name, host=crowd.host),
        team=team.name,
        manager_email=team.manager_email,
        started_days_ago=500 + pick(5000, name, "start"),
        staff_type=_draw(crowd.staff_types, name, "type"),
        tries=() if place == 1 else _tries_until(passed, name, earliest=ROLL_OUT - 1),
    )


def _early_tries(starter: _Starter, calendar: Calendar) -> tuple[Try, ...]:
    """Most pass in their first two weeks; the last ones on the eve of the due date."""
    days = 2 + min(pick(DUE_DAYS - 3, starter.name, "day"), pick(DUE_DAYS + 6, starter.name, "other day"))
    day = calendar.working_day(starter.start - days)
    return _tries_until(day, starter.name, earliest=starter.start - 1)


def _late_tries(starter: _Starter, calendar: Calendar) -> tuple[Try, ...]:
    """Most pass in the end, sooner where they are reminded; some try and do not pass, some never begin."""
    due = starter.start - DUE_DAYS
    fate = pick(100, starter.name, "fate")
    if fate < 64:
        days = 3 + pick(12 if starter.is_reminded else 45, starter.name, "late by")
        return _tries_until(calendar.working_day(due - days), starter.name, earliest=due - 1)
    if fate < 74:
        in_vain = {due + 9: 4, due + 3: 3, due - 4: 2}
        return tuple(Try(calendar.working_day(day), wrong) for day, wrong in in_vain.items())
    return (Try(calendar.working_day(due + 6), None),) if fate < 85 else ()


def _tries_until(day: int, name: str, *, earliest: int) -> tuple[Try, ...]:
    """A pass on a day, after none, one or two tries that were not enough, not before the earliest day."""
    before = (1, 1, 2)[number] if (number := pick(15, name, "tries")) < 3 else 0
    first = [Try(min(earliest, day + 2 * number), 2 + pick(3, name, number)) for number in range(before, 0, -1)]
    return (*first, Try(day, pick(2, name, "wrong")))


def _renew(name: str, passed: int) -> tuple[Try, ...]:
    """Most pass once more before a year is over, some too late, others not yet."""
    days = VALID_DAYS - 60 + pick(75, name, "renewed")
    return (Try(passed - days, pick(2, name, "wrong again")),) if pick(3, name, "renews") else ()


def _leave(starter: _Starter, *, has_passed: bool) -> Leaving | None:
    """One in seven leaves within the year, and of those who never pass two in three."""
    if pick(100, starter.name, "leaves") >= (15 if has_passed else 65):
        return None
    soonest, most = (60, 240) if has_passed else (DUE_DAYS + 20, 60)
    days = soonest + pick(most, starter.name, "last day")
    last_day = starter.start - days
    return Leaving(last_day + 10 + pick(20, starter.name, "notice"), last_day)


def _move(starter: _Starter, crowd: Crowd, *, until: int) -> Move | None:
    """One in eleven moves to another team."""
    day = starter.start - 50 - pick(150, starter.name, "moves on")
    teams = {team: team.share for team in crowd.teams if team != starter.team}
    if pick(11, starter.name, "moves") or day <= until + 30:
        return None
    team = _draw(teams, starter.name, "to")
    return Move(day, team.name, team.manager_email)


def _go_away(name: str, earliest: int) -> Away | None:
    """One in twenty-five is away for long, as a parent or ill."""
    if pick(25, name, "away"):
        return None
    since = earliest - pick(60, name, "since")
    if pick(2, name, "parent"):
        return Away("parental", since, since - 180 - pick(100, name, "back"))
    return Away("long-term-sickness", since, since - 45 - pick(70, name, "back"))


def _so_far(person: Character) -> Character:
    """Without what lies ahead and nobody can know yet."""
    return replace(
        person,
        tries=tuple(one for one in person.tries if one.days_ago > 0),
        away=person.away if person.away and person.away.days_ago > 0 else None,
        leaving=person.leaving if person.leaving and person.leaving.recorded_days_ago > 0 else None,
        move=person.move if person.move and person.move.days_ago > 0 else None,
    )


def _draw(shares: Mapping[Thing, int], *seed: object) -> Thing:
    """One of some things, each as often as its share."""
    place = pick(sum(shares.values()), *seed)
    ends = _running(list(shares.values()))
    return next(thing for thing, end in zip(shares, ends, strict=True) if place < end)


def _running(numbers: Sequence[int]) -> list[int]:
    return [sum(numbers[: place + 1]) for place in range(len(numbers))]
