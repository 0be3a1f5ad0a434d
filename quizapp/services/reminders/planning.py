"""What is to be sent now: every occasion is put into the outbox once, however often and by how many it is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.reminders.cadence import SkipReason, digest_monday, due_day, find_step, next_opening, why_not
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.allowed import demand
from quizapp.services.reminders.cases import Clock, Known, People, digest_key, list_known, step_key
from quizapp.services.reminders.digests import count_people, is_away
from quizapp.storage.queries import cases, messages, quizzes, teams
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class Planned:
    """Somebody who gets a message, and why: of which quiz, or as a manager."""

    name: str
    email: str
    kind: MessageKind
    quiz: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody whose time has come and who is not written to, and the reason."""

    name: str
    kind: MessageKind
    quiz: str | None
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due now and was in nobody's plan before; `new` counts what nobody else put out at the same moment."""

    planned: tuple[Planned, ...] = ()
    held: tuple[Held, ...] = ()
    new: int = 0


@dataclass(frozen=True, slots=True)
class _Due:
    """A message that is due, with what is said about it."""

    key: str
    person_id: int
    said: Planned
    assignment_id: int | None = None
    reason: SkipReason | None = None
    """Why it is held back."""


def plan_messages(actor: Actor, *, now: datetime) -> Plan:
    """Put every reminder and digest that is due into the outbox; at night those of the morning.

    Doing it again, or at the same moment elsewhere, puts nothing twice. Where the organisation has turned reminders
    off there is nothing to plan.
    """
    demand(actor, Permission.MANAGE_REPORTS)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        if not organisation.sends_reminders:
            return Plan()
        clock = Clock(next_opening(now, organisation.time_zone), organisation.time_zone)
        by_quiz = {
            quiz.title: list_known(actor.organisation_id, quiz_id=quiz.id, people=People(), clock=clock)
            for quiz, _ in quizzes.list_quizzes(actor.organisation_id)
            if quiz.withdrawn_at is None
        }
        digests = _due_digests(actor, by_quiz, clock)
        due, held = _choose(actor, _list_steps(by_quiz, clock), taken={one.person_id for one in digests})
        due += digests
    with transaction():
        new = messages.add_messages(
            actor.organisation_id,
            values=[_values(one, created_at=now, due_at=max(now, clock.at)) for one in due],
        )
    return Plan(tuple(one.said for one in due), tuple(held), new)


def _list_steps(by_quiz: Mapping[str, Sequence[Known]], clock: Clock) -> list[_Due]:
    """Everybody whose step it is, the most urgent first, with the reason that speaks against it."""
    urgent = sorted(
        ((known, quiz) for quiz, everybody in by_quiz.items() for known in everybody),
        key=lambda one: (str(due_day(one[0].case.standing) or "no day"), one[0].row.assignment_id),
    )
    found = []
    for known, quiz in urgent:
        reason = why_not(known.case, on=clock.day)
        step = None if reason is SkipReason.PASSED else find_step(known.case, on=clock.day)
        if step is not None:
            key = step_key(step, assignment_id=known.row.assignment_id)
            said = Planned(known.row.name, known.row.email or "", step.kind, quiz)
            found.append(_Due(key, known.person_id, said, known.row.assignment_id, reason))
    return found


def _choose(actor: Actor, steps: Sequence[_Due], *, taken: set[int]) -> tuple[list[_Due], list[Held]]:
    """What is not in the outbox yet: of several to one person the first, since the others come three days later.

    To who is `taken`, all of it comes later.
    """
    known = messages.list_keys(actor.organisation_id, keys=[one.key for one in steps])
    chosen: dict[int, _Due] = {}
    held = []
    for one in steps:
        if one.key in known:
            continue
        reason = one.reason or (SkipReason.RECENTLY if one.person_id in chosen.keys() | taken else None)
        if reason is None:
            chosen[one.person_id] = one
        else:
            held.append(Held(one.said.name, one.said.kind, one.said.quiz, reason))
    return list(chosen.values()), held


def _due_digests(actor: Actor, by_quiz: Mapping[str, Sequence[Known]], clock: Clock) -> list[_Due]:
    """One to each manager whose people need something, on Mondays; whatever waits to be sent to them comes later."""
    monday = digest_monday(clock.day)
    if monday is None:
        return []
    managers = cases.list_managers(actor.organisation_id, on=clock.day)
    keys = {one.person_id: digest_key(monday, person_id=one.person_id) for one in managers}
    known = messages.list_keys(actor.organisation_id, keys=keys.values())
    written = messages.list_written(actor.organisation_id, since=clock.gap_began, person_ids=keys)
    lately = {person_id for person_id, moment in written.items() if moment is not None}
    due = []
    for one in managers:
        if one.email is None or keys[one.person_id] in known or one.person_id in lately:
            continue
        tree = set(teams.list_managed_tree(actor.organisation_id, manager_id=one.person_id, on=clock.day))
        rows = (known.row for everybody in by_quiz.values() for known in everybody if known.row.team_id in tree)
        needs = count_people(rows, clock).needing
        if needs and not is_away(actor.organisation_id, person_id=one.person_id, clock=clock):
            said = Planned(one.name, one.email, MessageKind.DIGEST, None)
            due.append(_Due(keys[one.person_id], one.person_id, said))
    return due


def _values(due: _Due, *, created_at: datetime, due_at: datetime) -> dict[str, Any]:
    return {
        "key": due.key,
        "kind": due.said.kind,
        "person_id": due.person_id,
        "assignment_id": due.assignment_id,
        "created_at": created_at,
        "due_at": due_at,
    }
