"""The number of a crowd: all facts that lead to the same figures, written in one number and read back."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from quizapp.assessment.measures import UP_TO_A_WEEK, UP_TO_FOUR_WEEKS
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.status import DUE_SOON_DAYS, EXPIRING_DAYS, Standing
from quizapp.storage.facts.dated_facts import Facts, Moment

Member = TypeVar("Member")

MANY_TRIES = 3
_STAFF_TYPES, _ABSENCES = tuple(StaffType), (None, *AbsenceKind)
_TRIES = (0, 1, MANY_TRIES)
"""What stands for no try, for one or two, and for three and more."""

# The number is written in mixed digits, from the last to the first: what each may be.
_DIGITS = {"staff_type": len(_STAFF_TYPES), "absence": len(_ABSENCES), "due": 7, "passed": 6, "tries": 3, "open": 2}


def late_since(facts: Facts) -> sa.ColumnElement[Any]:
    """Of whoever has no valid pass after the due date: that date, or the last valid day where it was later."""
    day = facts.moment.day
    ran_out = sa.and_(facts.valid_until.is_not(None), facts.valid_until > facts.due_on)
    holds_none = sa.or_(facts.has_no_pass, facts.valid_until < day)
    since = sa.case((ran_out, facts.valid_until), else_=facts.due_on)
    return sa.case((sa.and_(holds_none, facts.due_as_set <= day, facts.due_on <= day), since))


def code_of(facts: Facts) -> sa.ColumnElement[int]:
    """The number of a person's crowd, worked out by the database."""
    day = facts.moment.day
    not_passed = facts.has_no_pass
    tries = facts.submitted_attempts
    digits: Sequence[sa.ColumnElement[int]] = (
        _place_of(facts.staff_type, _STAFF_TYPES),
        sa.case((facts.absence.is_(None), 0), else_=_place_of(facts.absence, _ABSENCES)),
        sa.case((facts.due_as_set.is_(None), 0), else_=_due_digit(facts)),
        _pass_digit(facts),
        # Whoever has passed is not asked how often: it changes nothing.
        sa.case((sa.not_(not_passed), 0), else_=_place_of_least(tries, _TRIES)),
        sa.case((sa.and_(not_passed, facts.open_attempts > 0), 1), else_=0),
    )
    number: sa.ColumnElement[int] = sa.case((facts.start_date > day, 1), else_=0)
    for digit, many in zip(digits, _DIGITS.values(), strict=True):
        number = number * _plain(many) + digit
    return number


def read_code(code: int, moment: Moment) -> Standing:
    """A person who stands for everybody in a crowd: the facts are others, the figures they lead to are not."""
    found: dict[str, int] = {}
    for name, many in reversed(_DIGITS.items()):
        code, found[name] = divmod(code, many)
    day, passed = moment.day, found["passed"]
    return Standing(
        person_id=0,
        staff_type=_STAFF_TYPES[found["staff_type"]],
        start_date=day + timedelta(days=code),
        absence=_ABSENCES[found["absence"]],
        due_on=_due_days(moment)[found["due"]],
        has_open_attempt=bool(found["open"]),
        submitted_attempts=_TRIES[found["tries"]],
        passed_on=day if passed else None,
        valid_until=_valid_days(moment)[passed],
    )


def _due_days(moment: Moment) -> tuple[date | None, ...]:
    """One day for each way in which a due date matters, from long ago to far ahead."""
    day = moment.day
    return (None, *_days_ago(moment), day, _later(day, DUE_SOON_DAYS), _later(day, DUE_SOON_DAYS + 1))


def _valid_days(moment: Moment) -> tuple[date | None, ...]:
    """No pass; one that ran out so long ago; one that is about to; one that holds."""
    return (None, *_days_ago(moment), _later(moment.day, EXPIRING_DAYS), None)


def _days_ago(moment: Moment) -> tuple[date, date, date]:
    """The last days since which somebody is late by over four weeks, by over one week, and at all."""
    later = moment.on.days_since(moment.day)
    return (
        _later(moment.day, later - UP_TO_FOUR_WEEKS - 1),
        _later(moment.day, later - UP_TO_A_WEEK - 1),
        _later(moment.day, -1),
    )


def _due_digit(facts: Facts) -> sa.ColumnElement[int]:
    days = [one for one in _due_days(facts.moment)[1:-1] if one is not None]
    return _first_not_before(facts.due_on, days, starts_at=1)


def _pass_digit(facts: Facts) -> sa.ColumnElement[int]:
    ends = [one for one in _valid_days(facts.moment)[1:-1] if one is not None]
    return sa.case(
        (facts.has_no_pass, _plain(0)),
        (facts.valid_until.is_(None), _plain(len(ends) + 1)),
        else_=_first_not_before(facts.valid_until, ends, starts_at=1),
    )


def _first_not_before(value: Any, days: Sequence[date], *, starts_at: int) -> sa.ColumnElement[int]:
    """The place of the first of some days, in their order, that does not lie before the value."""
    return sa.case(
        *((value <= day, _plain(place)) for place, day in enumerate(days, starts_at)),
        else_=_plain(len(days) + starts_at),
    )


def _place_of(column: Any, members: Iterable[Member]) -> sa.ColumnElement[int]:
    return sa.case(
        *((column == member, _plain(place)) for place, member in enumerate(members) if member), else_=_plain(0)
    )


def _place_of_least(count: sa.ColumnElement[int], least: Sequence[int]) -> sa.ColumnElement[int]:
    places = reversed(list(enumerate(least)))
    return sa.case(*((count >= _plain(number), _plain(place)) for place, number in places if number), else_=_plain(0))


def _plain(number: int) -> sa.ColumnElement[int]:
    """A number that is part of the statement: thirty parameters more would only cost time."""
    return sa.literal_column(str(number), sa.Integer)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
