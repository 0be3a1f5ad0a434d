"""Completions for ESR: its columns, its people, its dates."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.errors import Invalid, NotAllowed
from quizapp.services.reports.exports import FileKind, export
from quizapp.services.reports.oversight.esr_export import COLUMNS, list_completions
from quizapp.services.reports.oversight.reconciliation import Difference, compare_with_esr
from quizapp.services.reports.oversight.settings import change_settings, show_settings
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import transaction
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import OURS, person_id_of
from tests.quizapp.web.scenes.trust import Trust

COMPETENCE = "0007|LOCAL|Our values"


@pytest.fixture
def named(overseen: Trust) -> Trust:
    known = show_settings(overseen.operator)
    wanted = replace(known, esr_competence=COMPETENCE)
    change_settings(overseen.operator, wanted, seen=known.fingerprint, now=NOW)
    return overseen


def file_of(trust: Trust, *, since: date | None = None) -> bytes:
    table = list_completions(trust.operator, now=NOW, since=since).table
    return b"".join(export(trust.operator, table, kind=FileKind.CSV, subject="completions", now=NOW))


def test_the_columns_are_those_of_esr_and_the_rows_whoever_holds_a_pass(named: Trust) -> None:
    found = list_completions(named.operator, now=NOW)
    assert found.table.header == COLUMNS
    rows = list(found.table.rows)
    assert {row[0] for row in rows} == {
        *("ben.okafor@fernbrook.example", "gus.lindqvist@fernbrook.example", "eve.adeyemi@fernbrook.example"),
        *("nia.o.neill@fernbrook.example", "sum.a1.jones@fernbrook.example", "wes.young@fernbrook.example"),
    }
    assert ("ben.okafor@fernbrook.example", COMPETENCE, "2026-04-01", "", "2026-04-01", "", "") in rows


def test_leading_zeros_stay_and_nothing_is_a_formula(named: Trust) -> None:
    lines = file_of(named).decode("utf-8-sig").splitlines()
    assert lines[0] == ",".join(f'"{column}"' for column in COLUMNS)
    assert f'"ben.okafor@fernbrook.example","{COMPETENCE}","2026-04-01","","2026-04-01","",""' in lines
    known = show_settings(named.operator)
    wanted = replace(known, esr_competence="=HYPERLINK(1)")
    change_settings(named.operator, wanted, seen=known.fingerprint, now=NOW)
    assert '"\'=HYPERLINK(1)"' in file_of(named).decode()


def test_loaded_into_the_comparison_it_leaves_no_pass_to_be_loaded(named: Trust) -> None:
    counts = compare_with_esr(named.operator, file_of(named), now=NOW).counts
    assert counts[Difference.IN_BOTH] == 6
    assert not {Difference.TO_BE_LOADED, Difference.TO_BE_LOADED_NO_LINE, Difference.DATES_DIFFER} & counts.keys()


def test_a_later_file_can_hold_what_is_new_alone(named: Trust) -> None:
    rows = list(list_completions(named.operator, now=NOW, since=date(2026, 5, 7)).table.rows)
    assert {row[2] for row in rows} == {"2026-05-07", "2026-05-11", "2026-05-28"}


def test_whoever_has_no_address_is_counted_and_left_out(named: Trust) -> None:
    with transaction():
        db.session.get_one(Person, person_id_of("Wes Young")).email = None
    found = list_completions(named.operator, now=NOW)
    assert (len(list(found.table.rows)), found.without_email) == (5, 1)


def test_without_the_name_of_the_competence_there_is_no_file(looked_at: Trust) -> None:
    with pytest.raises(Invalid) as refusal:
        list_completions(looked_at.operator, now=NOW)
    assert refusal.value.field == "esr_competence"


def test_only_an_administrator_takes_it(looked_at: Trust) -> None:
    for role in (Role.STAFF, Role.MANAGER, Role.AUTHOR):
        with pytest.raises(NotAllowed):
            list_completions(Actor(OURS, 1, frozenset({role})), now=NOW)
