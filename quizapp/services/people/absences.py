"""Long absences: noting them, the day somebody is back, and taking back what was noted in error.

An absence stands with every post it touches, so that each day is read by the post of that day; they end together.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.population import DAYS_OF_SHORT_SICKNESS, AbsenceKind, counts_as_long
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Invalid, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.queries import people
from quizapp.storage.transaction import transaction

SHORT_SICKNESS = (
    f"Sickness of up to {DAYS_OF_SHORT_SICKNESS} days puts nothing off and is not recorded here. "
    "Leave it out; where it is on record without an end, record the return."
)


@dataclass(frozen=True, slots=True)
class Leave:
    """A long absence; `returns_on` is the first day back, None while it is not known, the first day where undone."""

    kind: AbsenceKind
    from_date: date
    returns_on: date | None

    @property
    def is_undone(self) -> bool:
        """Whether the record reads as though it had never been."""
        return self.returns_on == self.from_date


def record_absence(
    actor: Actor, person_id: int, *, kind: AbsenceKind, from_date: date, returns_on: date | None, now: datetime
) -> Leave:
    """Note a long absence; one that overlaps or follows another of its kind is the same leave with a new end."""
    demand(actor, Permission.MANAGE_PEOPLE)
    if returns_on is not None and returns_on <= from_date:
        raise Invalid("returns_on", "The first day back has to lie after the first day away.")
    with transaction():
        posts = _list_posts_since(actor, person_id, from_date)
        if not posts:
            raise Invalid("from_date", "The absence would begin after the last day in post.")
        if from_date < min(post.start_date for post in posts):
            raise Invalid("from_date", "The absence would begin before the first day in post.")
        rows = [row for row in people.list_absences(actor.organisation_id, person_id=person_id) if row.kind == kind]
        met = {row.from_date for row in _of_posts(rows, posts) if _meets(row, from_date, returns_on)}
        leave = Leave(kind, min({from_date, *met}), returns_on)
        if not _counts(leave):
            raise Invalid("returns_on", SHORT_SICKNESS)
        for row in rows:
            if row.from_date == leave.from_date:
                _end(actor, row, until=returns_on, now=now)
            elif row.from_date in met:
                _end(actor, row, until=row.from_date, now=now)
        standing = {row.post_id for row in rows if row.from_date == leave.from_date}
        for post in posts:
            if post.id not in standing:
                _add(actor, post, leave, now=now)
        return leave


def record_return(actor: Actor, person_id: int, *, back_on: date, now: datetime) -> tuple[Leave, ...]:
    """Somebody is back on a day: what runs up to it ends. Sickness that turns out to be short is taken back."""
    demand(actor, Permission.MANAGE_PEOPLE)
    with transaction():
        rows = people.list_absences(actor.organisation_id, person_id=person_id)
        standing = _of_posts(rows, _list_posts_since(actor, person_id, back_on))
        running = {(row.kind, row.from_date) for row in standing if row.from_date < back_on and _lasts_to(row, back_on)}
        if not running:
            raise Invalid("back_on", _explain_nothing(standing, back_on))
        ended = tuple(_finish(Leave(kind, from_date, back_on)) for kind, from_date in sorted(running))
        for leave in ended:
            for row in rows:
                if (row.kind, row.from_date) == (leave.kind, leave.from_date):
                    _end(actor, row, until=leave.returns_on, now=now)
        return ended


def take_back_absence(actor: Actor, person_id: int, *, kind: AbsenceKind, from_date: date, now: datetime) -> None:
    """Undo an absence that was noted in error: every day reads as though it had never been."""
    demand(actor, Permission.MANAGE_PEOPLE)
    with transaction():
        rows = [
            row
            for row in people.list_absences(actor.organisation_id, person_id=person_id)
            if (row.kind, row.from_date) == (kind, from_date)
        ]
        if not rows:
            raise Invalid("from_date", "No absence of this kind is on record that begins on that day.")
        for row in rows:
            _end(actor, row, until=from_date, now=now)


def _list_posts_since(actor: Actor, person_id: int, day: date) -> list[Post]:
    """The posts that are not over before a day."""
    posts = people.lock_posts(actor.organisation_id, person_id=person_id)
    if not posts:
        raise NotFound("This person has no post.")
    return [post for post in posts if not post.has_ended(on=day)]


def _of_posts(rows: Sequence[Absence], posts: Collection[Post]) -> list[Absence]:
    ids = {post.id for post in posts}
    return [row for row in rows if row.post_id in ids]


def _lasts_to(row: Absence, day: date) -> bool:
    return row.until_date is None or row.until_date >= day


def _meets(row: Absence, from_date: date, returns_on: date | None) -> bool:
    return _lasts_to(row, from_date) and (returns_on is None or row.from_date < returns_on)


def _counts(leave: Leave) -> bool:
    days = None if leave.returns_on is None else (leave.returns_on - leave.from_date).days
    return counts_as_long(leave.kind, days=days)


def _finish(leave: Leave) -> Leave:
    return leave if _counts(leave) else Leave(leave.kind, leave.from_date, leave.from_date)


def _explain_nothing(rows: Sequence[Absence], day: date) -> str:
    ahead = [row.from_date for row in rows if row.from_date >= day]
    if ahead:
        return f"The absence begins on {min(ahead)}; the first day back has to lie after it."
    over = [row.until_date for row in rows if row.until_date is not None]
    if over:
        return f"No absence runs up to that day; the last one ended on {max(over)}."
    return "This person is not on a long absence."


def _add(actor: Actor, post: Post, leave: Leave, *, now: datetime) -> None:
    db.session.add(
        Absence(
            organisation_id=actor.organisation_id,
            post_id=post.id,
            kind=leave.kind,
            from_date=leave.from_date,
            until_date=leave.returns_on,
            source="administrator",
        )
    )
    audit.record(actor, "absence noted", subject=f"post {post.id}", now=now)


def _end(actor: Actor, row: Absence, *, until: date | None, now: datetime) -> None:
    """Give a row its end, and the audit log the one it had; a row that ends as it begins was taken back."""
    if row.until_date == until:
        return
    action = "absence taken back" if until == row.from_date else "absence ended" if until else "absence goes on"
    details = {"absence": row.id, "ended_before": None if row.until_date is None else row.until_date.isoformat()}
    row.until_date = until
    audit.record(actor, action, subject=f"post {row.post_id}", now=now, details=details)
