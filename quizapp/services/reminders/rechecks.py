"""Whether a message is still right at the moment of sending, and its words as they are then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from quizapp.assessment.boosters import LATEST_DAYS, LINK_DAYS
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.reminders.cadence import BY_HAND_DAYS, SkipReason, digest_monday, due_day, find_step, why_not
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.output.letter import Letter
from quizapp.services.reminders.cases import Clock, Known, People, digest_key, list_known, step_key
from quizapp.services.reminders.digests import count_tree, is_away
from quizapp.services.reminders.letters import About, write_booster, write_digest, write_from_manager, write_reminder
from quizapp.services.reminders.post_office import PostOffice
from quizapp.storage.models.message import Message
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.quiz import Quiz, QuizBlueprint
from quizapp.storage.queries import boosters, cases, people, quizzes, teams
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports.standings import find_employment

TURNED_OFF = "Reminders have been turned off."
OVER = "Its time has passed."
NO_QUIZ = "No longer has this quiz, or is not in post."
NOT_THEIRS = "No longer in a team of whoever sent it."
NOTHING_TO_DO = "Nobody needs something any more."
NOT_WANTED = "Does not want these questions any more."
ANSWERED = "Has answered the questions already."


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be sent, where to, and in whose name."""

    letter: Letter
    name: str
    address: str
    sender: str
    reply_to: str | None


@dataclass(frozen=True, slots=True)
class _Check:
    """A message with the moment and the installation it is sent from."""

    message: Message
    organisation: Organisation
    clock: Clock
    office: PostOffice


def recheck(message: Message, *, clock: Clock, office: PostOffice) -> Ready | str:
    """What to send, or the reason why it is not to be sent any more; asked inside a transaction."""
    check = _Check(message, get_organisation(message.organisation_id), clock, office)
    return _CHECKS.get(message.kind, _check_reminder)(check)


def describe(
    known: Known, *, organisation: Organisation, quiz: tuple[Quiz, QuizBlueprint], clock: Clock, address: str = ""
) -> About:
    """What a message to somebody about a quiz speaks of."""
    standing, (own, recipe) = known.case.standing, quiz
    return About(
        name=known.row.name,
        organisation=organisation.name,
        quiz=own.title,
        questions=recipe.length,
        day=clock.day,
        due_on=due_day(standing),
        has_begun=standing.has_open_attempt,
        ended_on=standing.valid_until if standing.passed_on is not None else None,
        address=address,
    )


def _check_reminder(check: _Check) -> Ready | str:
    """A message of the cadence: it must still be the one that this day asks for."""
    if not check.organisation.sends_reminders:
        return TURNED_OFF
    found = _find_case(check)
    if isinstance(found, str):
        return found
    known, about = found
    step = find_step(known.case, on=check.clock.day)
    if step is None or step_key(step, assignment_id=known.row.assignment_id) != check.message.key:
        return OVER
    letter = write_reminder(step.kind, about, late=step.late)
    return _ready(check, letter, name=known.row.name, address=known.row.email)


def _check_from_manager(check: _Check) -> Ready | str:
    """What a manager asked for: the person must still be in a team of theirs."""
    message, organisation_id = check.message, check.organisation.id
    if (check.clock.at - message.created_at).days >= BY_HAND_DAYS:
        return OVER
    sender = people.find_person(organisation_id, message.sender_id or 0)
    found = _find_case(check)
    if isinstance(found, str):
        return found
    known, about = found
    tree = teams.list_managed_tree(organisation_id, manager_id=message.sender_id or 0, on=check.clock.day)
    if sender is None or known.row.team_id not in tree:
        return NOT_THEIRS
    letter = write_from_manager(about, sender=sender.name, note=message.note)
    return Ready(letter, known.row.name, known.row.email or "", sender.name, sender.email or check.office.reply_to)


def _check_digest(check: _Check) -> Ready | str:
    """A manager's digest, with the counts of this moment."""
    organisation, clock, person_id = check.organisation, check.clock, check.message.person_id
    if not organisation.sends_reminders:
        return TURNED_OFF
    monday = digest_monday(clock.day)
    if monday is None or digest_key(monday, person_id=person_id) != check.message.key:
        return OVER
    if cases.is_gone(organisation.id, person_id=person_id, on=clock.day):
        return _sentence(SkipReason.LEFT)
    manager = cases.find_addressee(organisation.id, person_id=person_id)
    tally = count_tree(organisation.id, manager_id=person_id, clock=clock)
    if not tally.needing:
        return NOTHING_TO_DO
    if is_away(organisation.id, person_id=person_id, clock=clock):
        return _sentence(SkipReason.AWAY)
    if manager is None or manager.email is None:
        return _sentence(SkipReason.NO_EMAIL)
    letter = write_digest(
        manager.name,
        organisation=organisation.name,
        needing=tally.needing,
        people=tally.people,
        address=check.office.team,
    )
    return _ready(check, letter, name=manager.name, address=manager.email)


def _check_booster(check: _Check) -> Ready | str:
    """The questions some weeks after a pass, for whoever still works here and wants them."""
    organisation, message, clock = check.organisation, check.message, check.clock
    found = boosters.find_sent(organisation.id, booster_id=message.booster_id or 0)
    owner = cases.find_addressee(organisation.id, person_id=message.person_id)
    employment = find_employment(organisation.id, person_id=message.person_id, day=clock.day)
    if found is None or owner is None or employment is None:
        return NO_QUIZ
    booster, quiz, questions, answers = found
    issued_on = local_day(booster.issued_at, clock.time_zone)
    against = {
        OVER: clock.day > issued_on + timedelta(days=LATEST_DAYS),
        NO_QUIZ: quiz.withdrawn_at is not None or employment[0].start_date > clock.day,
        _sentence(SkipReason.AWAY): employment[1] is not None,
        _sentence(SkipReason.NO_EMAIL): owner.email is None,
        NOT_WANTED: boosters.has_refused(organisation.id, person_id=message.person_id),
        ANSWERED: answers >= questions,
    }
    for reason, speaks in against.items():
        if speaks:
            return reason
    letter = write_booster(
        owner.name,
        organisation=organisation.name,
        quiz=quiz.title,
        count=questions,
        last_day=issued_on + timedelta(days=LINK_DAYS),
        address=check.office.booster(booster.token),
    )
    return _ready(check, letter, name=owner.name, address=owner.email)


_CHECKS: Mapping[MessageKind, Callable[[_Check], Ready | str]] = {
    MessageKind.FROM_MANAGER: _check_from_manager,
    MessageKind.DIGEST: _check_digest,
    MessageKind.BOOSTER: _check_booster,
}


def _find_case(check: _Check) -> tuple[Known, About] | str:
    """The person as they stand now with the quiz a message is about, or what speaks against writing to them."""
    organisation, message = check.organisation, check.message
    quiz = quizzes.find_quiz_of(organisation.id, assignment_id=message.assignment_id or 0)
    if quiz is None:
        return NO_QUIZ
    found = list_known(
        organisation.id,
        quiz_id=quiz[0].id,
        people=People(person_ids=[message.person_id]),
        clock=check.clock,
        looks_back=False,
    )
    held = [known for known in found if known.row.assignment_id == message.assignment_id]
    if not held:
        return NO_QUIZ
    reason = why_not(held[0].case, on=check.clock.day)
    if reason is not None:
        return _sentence(reason)
    return held[0], describe(
        held[0], organisation=organisation, quiz=(quiz[0], quiz[1]), clock=check.clock, address=check.office.learning
    )


def _ready(check: _Check, letter: Letter, *, name: str, address: str | None) -> Ready:
    """In the organisation's name."""
    return Ready(letter, name, address or "", check.organisation.name, check.office.reply_to)


def _sentence(reason: SkipReason) -> str:
    return f"{reason.capitalize()}."
