"""Where our figure and ESR's differ, part by part and person by person, against what was worked out by hand."""

from collections import Counter
from datetime import date

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.measures import Share
from quizapp.services.errors import NotAllowed
from quizapp.services.reports.groups import Group
from quizapp.services.reports.oversight.reconciliation import Difference, compare_with_esr, walk_to_esr
from quizapp.services.reports.reports import PeopleQuery, list_group
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import transaction
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import OURS, add_newcomer
from tests.quizapp.web.scenes.trust import BEN, EVE, Trust, statements_of

IN_SCOPE = 28
"""Everybody of the scene who is in post, of a staff type that counts: 14 of the trust and 14 who are new."""


def rows_of(table: str) -> int:
    return int(db.session.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_the_walk_adds_up_and_each_step_is_the_size_of_its_list(looked_at: Trust) -> None:
    walk = walk_to_esr(looked_at.operator, now=NOW)
    due, esr = walk.measures.compliance, walk.measures.esr_rate
    assert due.count + walk.not_due.count + walk.absent.count == esr.count
    assert due.of + walk.not_due.of + walk.absent.of == esr.of == IN_SCOPE
    for group, size in (
        (Group.NOT_DUE_PASSED, walk.not_due.count),
        (Group.NOT_DUE_YET, walk.not_due.of),
        (Group.ABSENT_PASSED, walk.absent.count),
        (Group.ABSENT, walk.absent.of),
    ):
        assert list_group(looked_at.operator, PeopleQuery(group), now=NOW).total == size


ESR = f"""E-mail,Name,Date achieved
{BEN},Ben Okafor,2026-04-01
{EVE},Eve Adeyemi,2026-05-05
nia.o.neill@fernbrook.example,Nia O'Neill,
asha.rahman@fernbrook.example,Asha Rahman,2026-06-01
,"STONE, Val",not achieved
,Twin Name,2026-06-01
rae.singh@fernbrook.example,Rae Singh,2026-06-01
quin.abara@fernbrook.example,Quin Abara,2026-06-01
nobody@elsewhere.example,Not Known,2026-06-01
old.address@fernbrook.example,Wes Young,2026-05-07
"""


def by_name(overseen: Trust) -> dict[str, Difference]:
    with transaction():
        add_newcomer("Twin Name", days=40)
        second = add_newcomer("Twin Name Two", days=40)
        db.session.get_one(Person, second).name = "Twin Name"
    found = compare_with_esr(overseen.operator, ESR.encode(), now=NOW)
    assert found.counts == Counter(one.difference for one in found.people)
    assert found.ours.of == IN_SCOPE + 2
    assert found.theirs == Share(8, 10)
    strangers = (Difference.NOT_COUNTED, Difference.NOT_ON_FILE, Difference.UNCLEAR)
    assert len(found.people) == found.ours.of + sum(found.counts[one] for one in strangers)
    assert found.ours.count == sum(one.passed_on is not None for one in found.people)
    return {one.name: one.difference for one in found.people if one.line or one.name in ("Gus Lindqvist", "Sol Bright")}


def test_each_person_differs_in_the_way_worked_out_by_hand(overseen: Trust) -> None:
    assert by_name(overseen) == {
        "Ben Okafor": Difference.IN_BOTH,
        "Eve Adeyemi": Difference.DATES_DIFFER,
        "Nia O'Neill": Difference.TO_BE_LOADED,
        "Gus Lindqvist": Difference.TO_BE_LOADED_NO_LINE,
        "Asha Rahman": Difference.ONLY_IN_ESR,
        "Val Stone": Difference.IN_NEITHER,
        "Sol Bright": Difference.NOT_IN_FILE,
        "Twin Name": Difference.UNCLEAR,
        "Rae Singh": Difference.NOT_COUNTED,
        "Quin Abara": Difference.NOT_COUNTED,
        "Not Known": Difference.NOT_ON_FILE,
        "Wes Young": Difference.IN_BOTH,
    }


def test_a_pass_that_has_run_out_is_none_on_either_side(looked_at: Trust) -> None:
    data = f"E-mail,Date from,Date to\n{BEN},2026-04-01,2026-06-29\n".encode()
    found = compare_with_esr(looked_at.operator, data, now=NOW)
    ben = next(one for one in found.people if one.email == BEN)
    assert (ben.difference, ben.passed_on, ben.achieved) == (Difference.TO_BE_LOADED, date(2026, 4, 1), False)


def test_nothing_of_the_file_is_kept(looked_at: Trust) -> None:
    tables = sa.inspect(db.engine).get_table_names()
    before = {table: rows_of(table) for table in tables}
    with statements_of(looked_at.app) as said:
        compare_with_esr(looked_at.operator, ESR.encode(), now=NOW)
    assert all(one.lstrip().upper().startswith("SELECT") for one in said)
    assert len(said) <= 5
    assert {table: rows_of(table) for table in tables} == before


def test_only_an_administrator_compares(looked_at: Trust) -> None:
    for role in (Role.STAFF, Role.MANAGER, Role.AUTHOR):
        actor = Actor(OURS, 1, frozenset({role}))
        with pytest.raises(NotAllowed):
            walk_to_esr(actor, now=NOW)
        with pytest.raises(NotAllowed):
            compare_with_esr(actor, ESR.encode(), now=NOW)
