"""What loading a staff file would change, worked out before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quizapp.assessment.population import StaffType
from quizapp.services.people.staff_file import HEADINGS, Reject, StaffRow


@dataclass(frozen=True, slots=True)
class PersonNow:
    """Somebody as the record has them; no post fields where they hold none."""

    person_id: int
    name: str
    team: str | None
    start_date: date | None
    staff_type: StaffType | None


@dataclass(frozen=True, slots=True)
class Record:
    """The organisation before the file: people by address, managers' addresses by team."""

    people: Mapping[str, PersonNow]
    managers: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """What will happen; rows that change nothing are only counted."""

    added: tuple[StaffRow, ...]
    renamed: tuple[StaffRow, ...]
    new_posts: tuple[StaffRow, ...]
    moved: tuple[StaffRow, ...]
    unchanged: int
    new_teams: tuple[str, ...]
    managers: Mapping[str, frozenset[str]]
    parents: Mapping[str, str]
    rejects: tuple[Reject, ...]
    without_manager: int = 0
    notes: tuple[str, ...] = field(default=())


def plan_import(rows: Sequence[StaffRow], record: Record, rejects: Sequence[Reject] = ()) -> StaffPlan:
    """The plan for a file; a manager must be in the file or on record, and a start date never moves back."""
    teams_in_file = {row.email: row.team for row in rows}
    found = list(rejects)
    changes: dict[str, list[StaffRow]] = defaultdict(list)
    unchanged = 0
    for row in rows:
        if row.manager_email and row.manager_email not in teams_in_file and row.manager_email not in record.people:
            reason = f"{row.manager_email} is neither in this file nor on record."
            found.append(Reject(row.line, HEADINGS["manager_email"][0], reason))
        now = record.people.get(row.email)
        if now and now.start_date and row.start_date < now.start_date:
            reason = f"The record says {now.start_date}, which is later. A start date cannot move back."
            found.append(Reject(row.line, HEADINGS["start_date"][0], reason))
        kinds = _find_changes(row, now)
        unchanged += not kinds
        for kind in kinds:
            changes[kind].append(row)
    managers = _managers_named(rows)
    team_of = {email: person.team for email, person in record.people.items() if person.team} | teams_in_file
    parents, notes = _grow_tree(managers, team_of)
    known = {person.team for person in record.people.values()} | set(record.managers)
    return StaffPlan(
        added=tuple(changes["added"]),
        renamed=tuple(changes["renamed"]),
        new_posts=tuple(changes["new post"]),
        moved=tuple(changes["moved"]),
        unchanged=unchanged,
        new_teams=tuple(sorted({row.team for row in rows} - known)),
        managers=managers,
        parents=parents,
        rejects=tuple(sorted(found, key=lambda reject: reject.line)),
        without_manager=sum(row.manager_email is None and not managers.get(row.team) for row in rows),
        notes=notes,
    )


def _find_changes(row: StaffRow, now: PersonNow | None) -> list[str]:
    if now is None:
        return ["added"]
    changes = ["renamed"] if row.name != now.name else []
    if (now.start_date, now.staff_type) != (row.start_date, row.staff_type):
        return [*changes, "new post"]
    return [*changes, "moved"] if row.team != now.team else changes


def _managers_named(rows: Sequence[StaffRow]) -> dict[str, frozenset[str]]:
    """Who manages each team the file names a manager for; nobody manages themselves by standing in their own team."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.manager_email and row.manager_email != row.email:
            named[row.team].add(row.manager_email)
    return {team: frozenset(emails) for team, emails in sorted(named.items())}


def _grow_tree(
    managers: Mapping[str, frozenset[str]], team_of: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """A team stands under the team its manager works in; a place that would close a loop is left out and said."""
    parents: dict[str, str] = {}
    notes: list[str] = []
    for team, emails in managers.items():
        above = Counter(team_of[email] for email in sorted(emails) if team_of.get(email, team) != team)
        if not above:
            continue
        parent = above.most_common(1)[0][0]
        if _stands_under(parent, team, parents):
            notes.append(f"“{team}” and “{parent}” would stand under each other; “{team}” is left at the top.")
        else:
            parents[team] = parent
    return parents, tuple(notes)


def _stands_under(team: str, other: str, parents: Mapping[str, str]) -> bool:
    place: str | None = team
    while place is not None:
        if place == other:
            return True
        place = parents.get(place)
    return False
