"""Load a staff file: dry run or real, all of it or nothing, and twice is as good as once."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict
from quizapp.services.people.staff_file import StaffRow, read_staff_file
from quizapp.services.people.staff_plan import PersonNow, Record, StaffPlan, plan_import
from quizapp.storage.db import db
from quizapp.storage.models.audit import StaffImport
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.team import Team, TeamManager, TeamPlace
from quizapp.storage.queries import people, teams
from quizapp.storage.transaction import snapshot, transaction


def preview_import(actor: Actor, data: bytes, *, now: datetime) -> StaffPlan:
    """What loading this file would do now; nothing is written."""
    demand(actor, Permission.MANAGE_PEOPLE)
    staff = read_staff_file(data)
    with snapshot():
        return plan_import(staff, _record(actor, on=today(actor, now=now)))


def load_staff(actor: Actor, data: bytes, *, file_name: str, token: str, now: datetime) -> StaffPlan:
    """Load the file; raises Conflict, with nothing changed, where any line has to be rejected.

    The token belongs to one press of the button: sent again, it writes nothing.
    """
    demand(actor, Permission.MANAGE_PEOPLE)
    staff = read_staff_file(data)
    with transaction():
        plan = plan_import(staff, _record(actor, on=today(actor, now=now)))
        if plan.rejects:
            lines = "1 line" if len(plan.rejects) == 1 else f"{len(plan.rejects)} lines"
            raise Conflict(f"Nothing was loaded: {lines} cannot be used.")
        if people.find_import(actor.organisation_id, token=token) is not None:
            return plan
        _Load(actor, today(actor, now=now), now).run(plan)
        changed = len(plan.renamed) + len(plan.new_posts) + len(plan.moved)
        counts = {"rows": len(staff.rows), "people_added": len(plan.added), "people_changed": changed}
        db.session.add(
            StaffImport(
                organisation_id=actor.organisation_id, token=token, file_name=file_name[-200:], at=now, **counts
            )
        )
        audit.record(actor, "staff loaded", subject=f"import {file_name}"[:120], now=now, details=counts)
        return plan


def _record(actor: Actor, *, on: date) -> Record:
    organisation_id = actor.organisation_id
    names = {team.id: team.name for team in teams.list_teams(organisation_id)}
    posts = teams.list_latest_posts(organisation_id)
    memberships = teams.list_current_memberships(organisation_id)
    places = teams.list_current_places(organisation_id)
    everybody = people.list_people(organisation_id)
    emails = {person.id: person.email for person in everybody}
    managers: dict[str, set[str]] = defaultdict(set)
    for row in teams.list_current_managers(organisation_id):
        managers[names[row.team_id]].add(emails[row.person_id] or "")
    found: dict[str, PersonNow] = {}
    for person in everybody:
        post = posts.get(person.id)
        membership = memberships.get(post.id) if post else None
        found[person.email or f"person {person.id}"] = PersonNow(
            person.id,
            person.name,
            names[membership.team_id] if membership else None,
            post.start_date if post else None,
            post.staff_type if post else None,
            has_left=post is not None and post.has_ended(on=on),
        )
    return Record(
        found,
        {team: frozenset(addresses) for team, addresses in managers.items()},
        teams=frozenset(names.values()),
        parents={names[place.team_id]: names[place.parent_id] for place in places.values()},
    )


class _Load:
    """The writing half of an import, inside its caller's transaction."""

    def __init__(self, actor: Actor, day: date, now: datetime) -> None:
        self.organisation_id = actor.organisation_id
        self.day = day
        self.now = now
        self.teams = {team.name: team.id for team in teams.list_teams(self.organisation_id)}
        self.people = {person.email: person for person in people.list_people(self.organisation_id) if person.email}
        self.posts = teams.list_latest_posts(self.organisation_id)
        self.memberships = teams.list_current_memberships(self.organisation_id)

    def run(self, plan: StaffPlan) -> None:
        """Carry the plan out."""
        self._add_teams(plan.new_teams)
        self._add_people(plan.added)
        for row in plan.renamed:
            self.people[row.email].name = row.name
        self._add_posts([*plan.added, *plan.new_posts])
        for row in plan.moved:
            self._move(row)
        db.session.flush()
        self._set_managers(plan)
        self._set_places(plan)

    def _add_teams(self, names: tuple[str, ...]) -> None:
        new = [Team(organisation_id=self.organisation_id, name=name, created_at=self.now) for name in names]
        db.session.add_all(new)
        db.session.flush()
        self.teams |= {team.name: team.id for team in new}

    def _add_people(self, rows: tuple[StaffRow, ...]) -> None:
        new = [
            Person(organisation_id=self.organisation_id, name=row.name, email=row.email, created_at=self.now)
            for row in rows
        ]
        db.session.add_all(new)
        db.session.flush()
        self.people |= {person.email: person for person in new if person.email}

    def _add_posts(self, rows: list[StaffRow]) -> None:
        """A new start date or staff type is a new post; the one before ends the day before."""
        followed: dict[int, int] = {}
        for row in rows:
            old = self.posts.get(self.people[row.email].id)
            if old is not None:
                last = (row.start_date if row.start_date > old.start_date else self.day) - timedelta(days=1)
                if not old.has_ended(on=last):
                    old.end_date = max(last, old.start_date)
                    followed[old.person_id] = old.id
                if old.id in self.memberships:
                    ends = max(self.day, row.start_date)  # a move that lies ahead leaves the person where they are
                    self.memberships[old.id].until_date = max(ends, self.memberships[old.id].from_date)
        db.session.flush()
        new = [
            Post(
                organisation_id=self.organisation_id,
                person_id=self.people[row.email].id,
                staff_type=row.staff_type,
                is_primary=True,
                start_date=row.start_date,
            )
            for row in rows
        ]
        db.session.add_all(new)
        db.session.flush()
        for post, row in zip(new, rows, strict=True):
            self._join(post, row, from_date=row.start_date)
        self._bring_absences({followed[post.person_id]: post.id for post in new if post.person_id in followed})

    def _bring_absences(self, posts: dict[int, int]) -> None:
        """Where one post follows another without a gap, whoever is away stays away, and whoever came back is back."""
        if not posts:
            return
        absences = people.list_absences_by_post(self.organisation_id)
        db.session.add_all(
            Absence(
                organisation_id=self.organisation_id,
                post_id=new,
                kind=absence.kind,
                from_date=absence.from_date,
                until_date=absence.until_date,
                source=absence.source,
            )
            for old, new in posts.items()
            for absence in absences.get(old, ())
        )

    def _move(self, row: StaffRow) -> None:
        """The old team loses sight of the person today."""
        post = self.posts[self.people[row.email].id]
        if post.id in self.memberships:
            self.memberships[post.id].until_date = max(self.day, self.memberships[post.id].from_date)
            db.session.flush()
        self._join(post, row, from_date=max(self.day, post.start_date))

    def _join(self, post: Post, row: StaffRow, *, from_date: date) -> None:
        db.session.add(
            TeamMembership(
                organisation_id=self.organisation_id,
                post_id=post.id,
                team_id=self.teams[row.team],
                from_date=from_date,
            )
        )

    def _set_managers(self, plan: StaffPlan) -> None:
        """The file says who manages a team it names managers for; teams it does not name keep theirs."""
        current = {(row.team_id, row.person_id): row for row in teams.list_current_managers(self.organisation_id)}
        for team, emails in plan.managers.items():
            team_id = self.teams[team]
            wanted = {self.people[email].id for email in emails}
            for (its_team, person_id), row in current.items():
                if its_team == team_id and person_id not in wanted:
                    row.until_date = max(self.day, row.from_date)
            for person_id in sorted(wanted):
                if (team_id, person_id) not in current:
                    db.session.add(
                        TeamManager(
                            organisation_id=self.organisation_id,
                            team_id=team_id,
                            person_id=person_id,
                            from_date=self.day,
                        )
                    )

    def _set_places(self, plan: StaffPlan) -> None:
        current = teams.list_current_places(self.organisation_id)
        for team, parent in plan.parents.items():
            place = current.get(self.teams[team])
            if place is not None:
                place.until_date = max(self.day, place.from_date)
                db.session.flush()
            if parent is not None:
                db.session.add(
                    TeamPlace(
                        organisation_id=self.organisation_id,
                        team_id=self.teams[team],
                        parent_id=self.teams[parent],
                        from_date=self.day,
                    )
                )
