"""The settings of the reports: kept, checked, written down, and never over somebody else's."""

from collections import Counter
from dataclasses import replace

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.errors import Conflict, Invalid, NotAllowed
from quizapp.services.reports.oversight.settings import ReportSettings, change_settings, show_settings
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from tests.builders import NOW, add_organisation
from tests.support.at_once import AT_ONCE, at_once

USUAL = ReportSettings(90, 5, 6, managers_see_scores=True, sends_reminders=True, esr_competence=None)


def notes() -> list[AuditEntry]:
    return list(db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report settings changed")))


def test_a_new_organisation_has_the_usual_settings(record: Flask) -> None:
    assert show_settings(add_organisation()) == USUAL


def test_a_change_is_kept_and_written_down_with_what_was_there_before(record: Flask) -> None:
    operator, other = add_organisation(), add_organisation("Other Trust")
    wanted = replace(USUAL, target=85, sends_reminders=False, esr_competence="  NHS|LOCAL|Our values ")
    assert change_settings(operator, wanted, seen=USUAL.fingerprint, now=NOW)
    assert show_settings(operator) == replace(wanted, esr_competence="NHS|LOCAL|Our values")
    assert show_settings(other) == USUAL
    (note,) = notes()
    assert note.details == {
        "target": [90, 85],
        "sends_reminders": [True, False],
        "esr_competence": [None, "NHS|LOCAL|Our values"],
    }


def test_the_same_settings_again_change_nothing_whatever_was_seen(record: Flask) -> None:
    operator = add_organisation()
    assert not change_settings(operator, replace(USUAL, esr_competence=" "), seen="", now=NOW)
    assert notes() == []


def test_settings_that_somebody_else_has_changed_are_not_overwritten(record: Flask) -> None:
    operator = add_organisation()
    change_settings(operator, replace(USUAL, target=80), seen=USUAL.fingerprint, now=NOW)
    with pytest.raises(Conflict):
        change_settings(operator, replace(USUAL, target=70), seen=USUAL.fingerprint, now=NOW)
    assert show_settings(operator).target == 80


def test_what_makes_no_sense_is_refused_at_its_field(record: Flask) -> None:
    operator = add_organisation()
    for field, value in (
        ("target", 0),
        ("target", 101),
        ("amber_points", -1),
        ("amber_points", 51),
        ("amber_points", 90),
        ("probation_months", 0),
        ("probation_months", 25),
        ("esr_competence", "x" * 201),
    ):
        with pytest.raises(Invalid) as refusal:
            change_settings(operator, replace(USUAL, **{field: value}), seen=USUAL.fingerprint, now=NOW)  # type: ignore[arg-type]
        assert refusal.value.field == field
    assert show_settings(operator) == USUAL


def test_of_several_at_once_one_is_kept_and_the_others_are_told(record: Flask) -> None:
    operator = add_organisation()
    db.session.remove()

    def press(number: int) -> object:
        return change_settings(operator, replace(USUAL, target=60 + number), seen=USUAL.fingerprint, now=NOW)

    assert Counter(map(type, at_once(record, press))) == {bool: 1, Conflict: AT_ONCE - 1}


def test_only_an_administrator_sees_and_changes_them(record: Flask) -> None:
    organisation_id = add_organisation().organisation_id
    for role in (Role.STAFF, Role.MANAGER, Role.AUTHOR):
        actor = Actor(organisation_id, 1, frozenset({role}))
        with pytest.raises(NotAllowed):
            show_settings(actor)
        with pytest.raises(NotAllowed):
            change_settings(actor, USUAL, seen=USUAL.fingerprint, now=NOW)
