"""What loading a staff file would change, worked out before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quizapp.assessment.population import StaffType
from quizapp.services.people.staff_file import HEADINGS, Reject, StaffFile, StaffRow


@dataclass(frozen=True, slots=True)
class PersonNow:
    """Somebody as the record has them; no post fields where they never held one."""

    person_id: int
    name: str
    team: str | None
    start_date: date | None
    staff_type: StaffType | None
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The organisation before the file: people by address; of each team its managers' addresses and its parent."""

    people: Mapping[str, PersonNow]
    managers: Mapping[str, frozenset[str]]
    teams: frozenset[str] = frozenset()
    parents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """What will happen; rows that change nothing are only counted.

    `managers` holds the teams whose managers change, `parents` those whose place does; None is the top of the tree.
    """

    added: tuple[StaffRow, ...]
    renamed: tuple[StaffRow, ...]
    new_posts: tuple[StaffRow, ...]
    moved: tuple[StaffRow, ...]
    unchanged: int
    new_teams: tuple[str, ...]
    managers: Mapping[str, frozenset[str]]
    parents: Mapping[str, str | None]
    rejects: tuple[Reject, ...]
    without_manager: int = 0
    notes: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether loading it would write more than that it was loaded."""
        return any((self.added, self.renamed, self.new_posts, self.moved, self.new_teams, self.managers, self.parents))


def plan_import(staff: StaffFile, record: Record) -> StaffPlan:
    """The plan for a file; a manager must be in the file or on record, and a start date never moves back."""
    rejects = list(staff.rejects)
    known = staff.addresses | record.people.keys()
    changes: dict[str, list[StaffRow]] = defaultdict(list)
    for row in staff.rows:
        now = record.people.get(row.email)
        rejects += _find_rejects(row, now, known=known)
        for kind in _find_changes(row, now):
            changes[kind].append(row)
    managers = _managers_named(staff.rows)
    team_of = {email: person.team for email, person in record.people.items() if person.team and not person.has_left}
    team_of |= {row.email: row.team for row in staff.rows}
    parents, notes = _grow_tree(managers, team_of, kept=_places_kept(record, managers))
    return StaffPlan(
        added=tuple(changes["added"]),
        renamed=tuple(changes["renamed"]),
        new_posts=tuple(changes["new post"]),
        moved=tuple(changes["moved"]),
        unchanged=len(changes["unchanged"]),
        new_teams=tuple(sorted({row.team for row in staff.rows} - record.teams)),
        managers={team: emails for team, emails in managers.items() if record.managers.get(team) != emails},
        parents={team: parent for team, parent in parents.items() if record.parents.get(team) != parent},
        rejects=tuple(sorted(rejects, key=lambda reject: reject.line)),
        without_manager=sum(not (managers.get(row.team) or record.managers.get(row.team)) for row in staff.rows),
        notes=(
            *notes,
            *_note_lines("Their post has ended on record, and stays ended", changes["has left"]),
            *_note_lines(
                "Named as their own manager, which sets none",
                [row for row in staff.rows if row.manager_email == row.email],
            ),
        ),
        ignored_columns=staff.ignored_columns,
    )


def _find_rejects(row: StaffRow, now: PersonNow | None, *, known: frozenset[str]) -> list[Reject]:
    rejects = []
    if row.manager_email and row.manager_email not in known:
        reason = f"{row.manager_email} is neither in this file nor on record."
        rejects.append(Reject(row.line, HEADINGS["manager_email"][0], reason))
    if now and now.start_date and row.start_date < now.start_date:
        reason = f"The record says {now.start_date}, which is later. A start date cannot move back."
        rejects.append(Reject(row.line, HEADINGS["start_date"][0], reason))
    return rejects


def _find_changes(row: StaffRow, now: PersonNow | None) -> list[str]:
    if now is None:
        return ["added"]
    changes = ["renamed"] if row.name != now.name else []
    if now.has_left and row.start_date == now.start_date:  # a file often lags behind who has left
        return [*changes, "has left"]
    if (now.start_date, now.staff_type) != (row.start_date, row.staff_type):
        return [*changes, "new post"]
    if row.team != now.team:
        return [*changes, "moved"]
    return changes or ["unchanged"]


def _managers_named(rows: Sequence[StaffRow]) -> dict[str, frozenset[str]]:
    """Who manages each team the file names a manager for; nobody manages themselves by standing in their own team."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.manager_email and row.manager_email != row.email:
            named[row.team].add(row.manager_email)
    return {team: frozenset(emails) for team, emails in sorted(named.items())}


def _places_kept(record: Record, managers: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """The places of the teams that the file says nothing about."""
    return {team: parent for team, parent in sorted(record.parents.items()) if team not in managers}


def _grow_tree(
    managers: Mapping[str, frozenset[str]], team_of: Mapping[str, str], *, kept: Mapping[str, str]
) -> tuple[dict[str, str | None], list[str]]:
    """A team stands under the team its manager works in, else at the top; a place that would close a loop is left out.

    Without this a manager who has changed would leave the team in sight of those above the one before.
    """
    parents: dict[str, str | None] = {}
    notes: list[str] = []
    for team, emails in managers.items():
        above = Counter(team_of[email] for email in sorted(emails) if team_of.get(email, team) != team)
        parent = above.most_common(1)[0][0] if above else None
        if parent is not None and _stands_under(parent, team, {**kept, **parents}):
            notes.append(f"“{team}” and “{parent}” would stand under each other; “{team}” is left at the top.")
            parent = None
        parents[team] = parent
    return parents, notes


def _stands_under(team: str, other: str, parents: Mapping[str, str | None]) -> bool:
    place: str | None = team
    while place is not None:
        if place == other:
            return True
        place = parents.get(place)
    return False


def _note_lines(what: str, rows: Sequence[StaffRow]) -> list[str]:
    if not rows:
        return []
    lines = [str(row.line) for row in rows]
    shown = ", ".join(lines[:10]) + (f" and {len(lines) - 10} more" if len(lines) > 10 else "")
    return [f"{what}: line {shown}."]
