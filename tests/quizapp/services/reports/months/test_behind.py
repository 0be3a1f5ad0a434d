import pytest
from flask import Flask

from quizapp.services.reports.groups import Group
from quizapp.services.reports.months.behind import (
    DueGroup,
    EditionKey,
    list_frozen_due,
    list_frozen_group,
    stream_frozen_group,
)
from quizapp.services.reports.months.freezing import freeze_months
from quizapp.services.reports.reports import PeopleQuery
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import transaction
from tests.quizapp.services.reports.months.scene import IN_AUGUST, IN_JULY, JUNE, operator

FIRST = EditionKey(JUNE, 1)


@pytest.fixture(autouse=True)
def frozen(example: Flask) -> None:
    """June is frozen, and everybody has another name since."""
    freeze_months(operator(), now=IN_JULY)
    with transaction():
        db.session.query(Person).update({Person.name: "Somebody Else"})


def people(group: Group, **query: object) -> list[str]:
    found = list_frozen_group(operator(), FIRST, query=PeopleQuery(group, **query), now=IN_AUGUST)  # type: ignore[arg-type]
    assert query or found.total == len(found.rows)
    return [row.name for row in found.rows]


def test_worked_example_behind_every_frozen_number() -> None:
    assert people(Group.OVERDUE) == ["No. 09", "No. 11", "No. 12"]
    assert people(Group.ABSENT) == ["No. 10"]
    assert people(Group.NOT_DUE_YET) == ["No. 13", "No. 14", "No. 15", "No. 16"]
    sizes = {group: len(people(group)) for group in Group}
    assert (sizes[Group.DUE_PASSED], sizes[Group.DUE]) == (8, 11)
    assert (sizes[Group.PASSED], sizes[Group.IN_SCOPE]) == (10, 16)
    assert (sizes[Group.EVER_PASSED], sizes[Group.BASE]) == (11, 15)
    assert (sizes[Group.OTHER_STAFF], sizes[Group.NOT_IN_POST], sizes[Group.EVERYBODY]) == (1, 1, 18)


@pytest.mark.parametrize("sort", ["name", "team", "status", "start", "due", "passed", "score"])
def test_a_part_of_a_list_in_any_order_is_that_part_of_the_whole(sort: str) -> None:
    whole = people(Group.IN_SCOPE, sort=sort, descending=True)
    assert sorted(whole) == people(Group.IN_SCOPE)
    assert people(Group.IN_SCOPE, sort=sort, descending=True, size=5, part=2) == whole[5:10]
    stream = stream_frozen_group(
        operator(), FIRST, query=PeopleQuery(Group.IN_SCOPE, sort=sort, descending=True), now=IN_AUGUST
    )
    assert [row.name for row in stream.rows] == whole


def test_who_fell_due_and_who_was_on_time() -> None:
    def due(group: DueGroup) -> list[str]:
        return [row.name for row in list_frozen_due(operator(), FIRST, group=group, now=IN_AUGUST).rows]

    assert due(DueGroup.NOT_ON_TIME) == ["No. 08", "No. 11", "No. 12", "No. 17"]
    assert len(due(DueGroup.ON_TIME)) == 8
    assert due(DueGroup.DUE) == sorted(due(DueGroup.ON_TIME) + due(DueGroup.NOT_ON_TIME))
