"""What a staff file would change."""

from collections.abc import Mapping
from datetime import date

from quizapp.assessment.population import StaffType
from quizapp.services.people.staff_file import StaffFile, StaffRow, read_staff_file
from quizapp.services.people.staff_plan import PersonNow, Record, StaffPlan, plan_import

NOBODY = Record({}, {})
START = date(2026, 6, 1)


def staff(rows: str) -> StaffFile:
    """Lines of name (also the address), team, manager's name or nothing."""
    lines = ["name,e-mail,team,manager's e-mail,start date,staff type"]
    for row in rows.strip().splitlines():
        name, team, manager = (cell.strip() for cell in row.split(","))
        lines.append(f"{name},{at(name)},{team},{at(manager) if manager else ''},{START},permanent")
    return read_staff_file("\n".join(lines).encode())


def at(name: str) -> str:
    return f"{name.lower()}@x.example"


def record(
    people: Mapping[str, str], *, managers: Mapping[str, str] | None = None, parents: Mapping[str, str] | None = None
) -> Record:
    """People with their teams, teams with their manager, teams with their parent."""
    return Record(
        {
            at(name): PersonNow(number, name, team, START, StaffType.PERMANENT)
            for number, (name, team) in enumerate(people.items())
        },
        {team: frozenset({at(name)}) for team, name in (managers or {}).items()},
        teams=frozenset(people.values()) | frozenset(parents or ()) | frozenset((parents or {}).values()),
        parents=parents or {},
    )


def names(rows: tuple[StaffRow, ...]) -> list[str]:
    return [row.name for row in rows]


def plan(rows: str, before: Record = NOBODY) -> StaffPlan:
    return plan_import(staff(rows), before)


def test_into_an_empty_record_everybody_is_new() -> None:
    found = plan("Ann, Ward, Ben\nBen, Matrons,")
    assert names(found.added) == ["Ann", "Ben"]
    assert found.new_teams == ("Matrons", "Ward")
    assert found.managers == {"Ward": frozenset({at("Ben")})}
    assert found.parents == {"Ward": "Matrons"}
    assert found.without_manager == 1


def test_what_is_on_record_changes_nothing() -> None:
    before = record({"Ann": "Ward", "Ben": "Matrons"}, managers={"Ward": "Ben"}, parents={"Ward": "Matrons"})
    found = plan("Ann, Ward, Ben\nBen, Matrons,", before)
    assert not found.changes_anything
    assert found.unchanged == 2


def test_a_move_and_a_new_name_are_told_apart() -> None:
    before = record({"Ann": "Ward", "Ben": "Matrons"})
    found = plan("Ann, Ward 2,\nBen, Matrons,", before)
    assert (names(found.moved), names(found.renamed), found.unchanged) == (["Ann"], [], 1)
    renamed = Record({at("ann"): PersonNow(1, "Ann Old", "Ward", START, StaffType.PERMANENT)}, {})
    assert names(plan("Ann, Ward,", renamed).renamed) == ["Ann"]


def test_another_start_or_staff_type_is_a_new_post() -> None:
    for known in (
        PersonNow(1, "Ann", "Ward", date(2025, 1, 1), StaffType.PERMANENT),
        PersonNow(1, "Ann", "Ward", START, StaffType.BANK),
        PersonNow(1, "Ann", None, None, None),
    ):
        assert names(plan("Ann, Ward,", Record({at("ann"): known}, {})).new_posts) == ["Ann"]


def test_who_has_left_is_noted_and_comes_back_with_a_later_start() -> None:
    left = PersonNow(1, "Ann", "Ward", START, StaffType.BANK, has_left=True)
    found = plan("Ann, Ward,", Record({at("ann"): left}, {}, teams=frozenset({"Ward"})))
    assert not found.changes_anything
    assert found.notes == ("Their post has ended on record, and stays ended: line 2.",)
    earlier = PersonNow(1, "Ann", "Ward", date(2020, 1, 1), StaffType.BANK, has_left=True)
    assert names(plan("Ann, Ward,", Record({at("ann"): earlier}, {})).new_posts) == ["Ann"]


def test_a_start_date_that_moves_back_is_rejected() -> None:
    before = Record({at("ann"): PersonNow(1, "Ann", "Ward", date(2026, 7, 1), StaffType.PERMANENT)}, {})
    (reject,) = plan("Ann, Ward,", before).rejects
    assert (reject.line, reject.column) == (2, "start date")
    assert "2026-07-01, which is later" in reject.reason


def test_an_unknown_manager_is_rejected_on_each_line() -> None:
    found = plan("Ann, Ward, Eve\nCy, Ward, Eve\nDi, Ward, Ann")
    assert [(reject.line, reject.column) for reject in found.rejects] == [
        (2, "manager's e-mail"),
        (3, "manager's e-mail"),
    ]


def test_a_manager_whose_own_line_is_rejected_is_not_unknown() -> None:
    text = "name,e-mail,team,manager's e-mail,start date,staff type\n"
    text += "Ann,ann@x.example,Ward,ben@x.example,2026-06-01,bank\nBen,ben@x.example,Matrons,,soon,bank"
    assert [reject.line for reject in plan_import(read_staff_file(text.encode()), NOBODY).rejects] == [3]


def test_a_manager_on_record_need_not_be_in_the_file() -> None:
    found = plan("Ann, Ward, Ben", record({"Ben": "Matrons"}))
    assert (found.rejects, found.parents) == ((), {"Ward": "Matrons"})


def test_a_manager_in_their_own_team_leaves_it_where_their_manager_works() -> None:
    found = plan("Sam, Ward, Mat\nAnn, Ward, Sam\nMat, Matrons,")
    assert found.managers["Ward"] == {at("Sam"), at("Mat")}
    assert found.parents == {"Ward": "Matrons"}


def test_nobody_becomes_their_own_manager() -> None:
    found = plan("Ann, Ward, Ann")
    assert (found.managers, found.without_manager) == ({}, 1)
    assert found.notes == ("Named as their own manager, which sets none: line 2.",)


def test_teams_that_would_stand_under_each_other_are_said() -> None:
    found = plan("Ann, One, Ben\nBen, Two, Ann")
    assert found.parents == {"One": "Two"}
    assert found.notes == ("“Two” and “One” would stand under each other; “Two” is left at the top.",)


def test_a_longer_loop_is_found_too() -> None:
    found = plan("Ann, One, Ben\nBen, Two, Cy\nCy, Three, Ann")
    assert found.parents == {"One": "Two", "Three": "One"}
    assert len(found.notes) == 1


def test_a_loop_with_a_place_on_record_is_found() -> None:
    before = record({"Ann": "One", "Ben": "Two"}, parents={"One": "Two"})
    found = plan("Ben, Two, Ann", before)
    assert found.parents == {}
    assert len(found.notes) == 1


def test_a_team_whose_new_manager_works_in_it_leaves_its_old_place() -> None:
    before = record({"Ann": "Ward", "Ben": "Matrons"}, managers={"Ward": "Ben"}, parents={"Ward": "Matrons"})
    found = plan("Cy, Ward, Ann", before)
    assert found.managers == {"Ward": frozenset({at("Ann")})}
    assert found.parents == {"Ward": None}


def test_a_team_without_people_is_not_new_when_somebody_joins_it() -> None:
    before = Record({}, {}, teams=frozenset({"Ward"}))
    assert plan("Ann, Ward,", before).new_teams == ()


def test_teams_the_file_names_no_manager_for_keep_theirs() -> None:
    before = record({"Ann": "Ward", "Ben": "Matrons"}, managers={"Ward": "Ben"}, parents={"Ward": "Matrons"})
    found = plan("Ann, Ward,", before)
    assert not found.changes_anything
    assert found.without_manager == 0
