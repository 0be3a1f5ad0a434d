"""Planning and sending for one organisation in one go, as a timer or a button asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.access.policy import Actor
from quizapp.assessment.reminders.messages import MessageState
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.reminders import planning, sending
from quizapp.services.reminders.post_office import PostOffice
from quizapp.services.reminders.sending import TellTime

MOST_BATCHES = 10_000


@dataclass(frozen=True, slots=True)
class Run:
    """How many messages were new, what became of those that were taken in hand, and how many could go out and wait.

    `away` are the words of a mail server that takes nothing now.
    """

    planned: int
    ended: Mapping[MessageState, int]
    waiting: int
    away: str = ""


def run_reminders(actor: Actor, office: PostOffice, *, tell_time: TellTime) -> Run:
    """Plan what is due, then send until nothing is left; many transactions, so that what is done stays done."""
    planned = planning.plan_messages(actor, now=tell_time()).new
    if office.carrier is not None:  # a booster's link runs out, so none is made that cannot be sent
        planned += sum(one.email is not None for one in issue_boosters(actor, now=tell_time()))
    ended = {MessageState.UNKNOWN: sending.give_up_lost(actor, now=tell_time())}
    worker, away = sending.new_worker(), ""
    for _ in range(MOST_BATCHES):
        batch = sending.send_batch(actor, office, worker=worker, tell_time=tell_time)
        away = batch.away
        for state, number in batch.ended.items():
            ended[state] = ended.get(state, 0) + number
        if not batch.claimed or away:
            break
    return Run(planned, ended, sending.count_waiting(actor, now=tell_time()), away)
