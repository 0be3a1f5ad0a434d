"""`remind`: put what is due into the outbox and send what waits there; run from a timer, as often as one likes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import click
from flask import current_app
from flask.cli import with_appcontext

from quizapp import clock
from quizapp.access.policy import Actor
from quizapp.assessment.messages import MessageState
from quizapp.cli.boosters import organisation_option
from quizapp.cli.command import OneLineCommand, dry_run_option, operator_of, stop
from quizapp.cli.wording import count_of, print_table
from quizapp.services.boosters import boosters
from quizapp.services.people.organisations import list_organisations
from quizapp.services.rehearsal import rehearse
from quizapp.services.reminders import planning, sending
from quizapp.services.reminders.planning import Plan
from quizapp.services.reminders.post_office import PostOffice

MOST_BATCHES = 10_000
_COUNTED = (
    (MessageState.SENT, "sent"),
    (MessageState.WAITING, "to be tried again"),
    (MessageState.DROPPED, "not needed any more"),
    (MessageState.REFUSED, "refused by the mail server"),
    (MessageState.UNKNOWN, "of unknown fate"),
)


@dataclass(slots=True)
class _Run:
    """What one run came to."""

    planned: int = 0
    ended: Counter[MessageState] = field(default_factory=Counter)
    waiting: int = 0
    away: str = ""


@click.command("remind", cls=OneLineCommand)
@organisation_option
@dry_run_option
@with_appcontext
def remind(*, organisation: str | None, dry_run: bool) -> None:
    """Plan and send what is due; doing it again, or twice at once, sends nobody the same thing twice."""
    slugs = [organisation] if organisation else [one.slug for one in list_organisations()]
    office: PostOffice = current_app.extensions["quizapp.post_office"]()
    if dry_run:
        _rehearse(slugs)
        return
    run = _Run()
    for slug in slugs:
        actor, _ = operator_of(slug)
        _plan(actor, office, run)
        _send(actor, office, run)
        run.waiting += sending.count_waiting(actor, now=clock.now())
    click.echo(_summary(run))
    if run.away:
        stop(f"remind: the mail server takes nothing now ({run.away}); what is left waits for the next run")
    if office.carrier is None:
        click.echo("SMTP_HOST is not set, so nothing was sent. Messages wait in the outbox.", err=True)


def _plan(actor: Actor, office: PostOffice, run: _Run) -> None:
    run.planned += planning.plan_messages(actor, now=clock.now()).new
    if office.carrier is not None:  # their links run out, so none is made that cannot be sent
        run.planned += len(boosters.issue_boosters(actor, now=clock.now()))


def _send(actor: Actor, office: PostOffice, run: _Run) -> None:
    run.ended[MessageState.UNKNOWN] += sending.give_up_lost(actor, now=clock.now())
    worker = sending.new_worker()
    for _ in range(MOST_BATCHES):
        batch = sending.send_batch(actor, office, worker=worker, tell_time=clock.now)
        run.ended.update(batch.ended)
        run.away = run.away or batch.away
        if not batch.claimed or batch.away:
            return


def _summary(run: _Run) -> str:
    ended = [f"{run.ended[state]:,} {words}" for state, words in _COUNTED if run.ended[state]]
    parts = [f"{count_of(run.planned, 'message/messages')} planned", *(ended or ["0 sent"]), f"{run.waiting:,} waiting"]
    return ", ".join(parts)


def _rehearse(slugs: Sequence[str]) -> None:
    """Say who would get what and who would not, and keep nothing."""
    planned, issued = [], 0
    for slug in slugs:
        actor, _ = operator_of(slug)
        with rehearse():
            planned.append(planning.plan_messages(actor, now=clock.now()))
            issued += len(boosters.issue_boosters(actor, now=clock.now()))
    _print_plan(planned)
    new = sum(plan.new for plan in planned)
    click.echo(f"{count_of(new, 'message/messages')} and {count_of(issued, 'booster/boosters')} would be planned.")
    click.echo("Dry run: nothing was kept and nothing was sent.")


def _print_plan(plans: Sequence[Plan]) -> None:
    rows = [(one.name, one.email, one.kind, one.quiz or "") for plan in plans for one in plan.planned]
    if rows:
        print_table(("to", "e-mail", "message", "quiz"), rows)
    held = [(one.name, one.kind, one.quiz or "", one.reason) for plan in plans for one in plan.held]
    if held:
        click.echo("\nNot written to:")
        print_table(("name", "message", "quiz", "because"), held)
