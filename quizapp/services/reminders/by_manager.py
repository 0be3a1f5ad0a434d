"""Reminders that a manager sends to people of the team: who gets one, who does not and why, and putting them out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.reminders.cadence import SkipReason, next_opening, why_not
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.output.letter import as_text
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.services.reminders.cases import Clock, Known, People, list_known
from quizapp.services.reminders.letters import NOTE_PLACE, write_from_manager
from quizapp.services.reminders.rechecks import describe
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.quiz import Quiz, QuizBlueprint
from quizapp.storage.queries import cases, messages, people, quizzes, teams
from quizapp.storage.queries.managing import data_queries
from quizapp.storage.queries.managing.data_queries import OpenQuery
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction

LONGEST_NOTE = 300
HELD_BACK = {
    QueryKind.HAS_LEFT: SkipReason.SAID_LEFT,
    QueryKind.NOT_IN_MY_TEAM: SkipReason.SAID_ELSEWHERE,
    QueryKind.DONE_ON_PAPER: SkipReason.SAID_ON_PAPER,
}
"""What a manager says of somebody to whom a reminder would make no sense."""
NOBODY = "There is nobody like that in your team."
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets the reminder, and what holds about them as a manager says."""

    person_id: int
    name: str
    said: QueryKind | None = None
    by_actor: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody who does not, and why."""

    person_id: int
    name: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class ReminderPreview:
    """What would be sent in whose name, and to whom; the words are those for the first who gets it."""

    sender: str
    quiz_title: str
    subject: str
    body: str
    recipients: tuple[Recipient, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """The people chosen, each with the reason that speaks against writing to them."""

    organisation: Organisation
    quiz: Quiz
    recipe: QuizBlueprint
    sender: str
    clock: Clock
    known: tuple[tuple[Known, SkipReason | None], ...]
    left: tuple[Skipped, ...]
    said: Mapping[int, OpenQuery]

    @property
    def recipients(self) -> list[Known]:
        return [known for known, reason in self.known if reason is None]


def preview_reminder(actor: Actor, person_ids: Collection[int], *, quiz_id: int, now: datetime) -> ReminderPreview:
    """Who of these people of the actor's teams would be reminded now; raises NotFound where one is in none of them."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        chosen = _choose(actor, person_ids, quiz_id=quiz_id, now=now)
        recipients = chosen.recipients
        subject = body = ""
        if recipients:
            about = describe(
                recipients[0],
                organisation=chosen.organisation,
                quiz=(chosen.quiz, chosen.recipe),
                clock=chosen.clock,
            )
            letter = write_from_manager(about, sender=chosen.sender, note=NOTE_PLACE)
            subject, body = letter.subject, as_text(letter)
        skipped = [
            Skipped(known.person_id, known.row.name, reason) for known, reason in chosen.known if reason is not None
        ]
        return ReminderPreview(
            sender=chosen.sender,
            quiz_title=chosen.quiz.title,
            subject=subject,
            body=body,
            recipients=tuple(_recipient(known, chosen.said, actor) for known in recipients),
            skipped=(*skipped, *chosen.left),
        )


def send_reminder(
    actor: Actor, person_ids: Collection[int], *, quiz_id: int, note: str, token: str, now: datetime
) -> int:
    """Put a reminder to each of them who may have one into the outbox, and say how many those are.

    The token stands for one press of the button: a second one puts nothing and says the same. Raises NotFound as the
    preview does, Invalid for a note that is too long.
    """
    demand(actor, Permission.SEE_TEAM)
    note = keep_printable(note)
    demand_fit("note", note, most=LONGEST_NOTE)
    if not _TOKEN.fullmatch(token):
        raise Invalid(None, "This page is too old. Choose the people again.")
    prefix = f"{MessageKind.FROM_MANAGER}:{actor.person_id}:{quiz_id}:{token}:"
    with transaction():
        # One press after the other, so that the second sees what the first has put out.
        data_queries.lock_people(actor.organisation_id, person_ids)
        if before := messages.count_with_prefix(actor.organisation_id, prefix=prefix):
            return before
        chosen = _choose(actor, person_ids, quiz_id=quiz_id, now=now)
        queued = messages.add_messages(
            actor.organisation_id,
            values=[
                {
                    "key": f"{prefix}{known.person_id}",
                    "kind": MessageKind.FROM_MANAGER,
                    "person_id": known.person_id,
                    "assignment_id": known.row.assignment_id,
                    "sender_id": actor.person_id,
                    "note": note or None,
                    "created_at": now,
                    "due_at": chosen.clock.at,
                }
                for known in chosen.recipients
            ],
        )
        if queued:
            audit.record(
                actor, "reminders sent by hand", subject=f"quiz {quiz_id}", now=now, details={"people": queued}
            )
        return queued


def _choose(actor: Actor, person_ids: Collection[int], *, quiz_id: int, now: datetime) -> _Choice:
    if actor.person_id is None:
        raise NotAllowed("Only a person can send a reminder in their name.")
    organisation = get_organisation(actor.organisation_id)
    found = quizzes.find_quiz(actor.organisation_id, quiz_id=quiz_id)
    sender = people.find_person(actor.organisation_id, actor.person_id)
    if found is None or sender is None:
        raise NotFound("There is no such quiz.")
    quiz, recipe = found
    if quiz.withdrawn_at is not None:
        raise Conflict(f"“{quiz.title}” was withdrawn. Nobody is reminded of it.")
    clock = Clock(next_opening(now, organisation.time_zone), organisation.time_zone)
    tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id, on=clock.day)
    wanted = set(person_ids)
    known = [
        one
        for one in list_known(
            actor.organisation_id, quiz_id=quiz_id, people=People(team_ids=tree, person_ids=wanted), clock=clock
        )
        if one.person_id in wanted
    ]
    said = {
        one.person_id: one
        for one in data_queries.list_open(actor.organisation_id, wanted, on=clock.day, quiz_id=quiz_id)
    }
    missing = wanted - {one.person_id for one in known}
    left = cases.list_leavers(actor.organisation_id, team_ids=tree, person_ids=missing, day=clock.day)
    if missing - left.keys():
        raise NotFound(NOBODY)
    return _Choice(
        organisation,
        quiz,
        recipe,
        sender.name,
        clock,
        tuple((one, _why_not(one, said.get(one.person_id), on=clock.day)) for one in known),
        tuple(Skipped(person_id, name, SkipReason.LEFT) for person_id, name in left.items()),
        said,
    )


def _why_not(known: Known, said: OpenQuery | None, *, on: date) -> SkipReason | None:
    """What the data say, then what a manager says, then what is only for the moment."""
    reason = why_not(known.case, on=on)
    if said is None or said.kind not in HELD_BACK or reason not in (None, SkipReason.NO_EMAIL, SkipReason.RECENTLY):
        return reason
    return HELD_BACK[said.kind]


def _recipient(known: Known, said: Mapping[int, OpenQuery], actor: Actor) -> Recipient:
    one = said.get(known.person_id)
    if one is None:
        return Recipient(known.person_id, known.row.name)
    return Recipient(known.person_id, known.row.name, one.kind, one.reporter_id == actor.person_id)
