"""Use-cases that are tried and not kept, on both engines."""

import pytest

from quizapp.services.errors import Conflict
from quizapp.services.people import organisations
from quizapp.services.rehearsal import rehearse
from tests.builders import NOW, add_organisation

pytestmark = pytest.mark.usefixtures("record")


def known() -> list[str]:
    return [one.name for one in organisations.list_organisations()]


def test_what_is_rehearsed_is_answered_and_not_kept() -> None:
    with rehearse():
        record = organisations.add_organisation("Fernbrook", slug=None, time_zone="Europe/London", job="tests", now=NOW)
    assert record.slug == "fernbrook"
    assert known() == []


def test_a_rehearsal_refuses_what_would_be_refused() -> None:
    add_organisation("Fernbrook")
    with rehearse(), pytest.raises(Conflict):
        add_organisation("Fernbrook")


def test_after_a_rehearsal_things_are_kept_again() -> None:
    with rehearse():
        add_organisation("Fernbrook")
    add_organisation("Vale")
    assert known() == ["Vale"]


def test_a_rehearsal_that_breaks_off_ends_too() -> None:
    with pytest.raises(KeyError), rehearse():
        raise KeyError
    add_organisation("Vale")
    assert known() == ["Vale"]
