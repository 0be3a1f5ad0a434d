"""`remind`: put what is due into the outbox and send what waits there; run from a timer, as often as one likes."""

from collections.abc import Sequence

import click
from flask import current_app
from flask.cli import with_appcontext

from quizapp import clock
from quizapp.assessment.reminders.messages import MessageState
from quizapp.cli.boosters import organisation_option
from quizapp.cli.command import OneLineCommand, dry_run_option, operator_of, stop
from quizapp.cli.wording import count_of, print_table
from quizapp.services.attempts.boosters import boosters
from quizapp.services.people.organisations import list_organisations
from quizapp.services.rehearsal import rehearse
from quizapp.services.reminders import planning
from quizapp.services.reminders.planning import Plan
from quizapp.services.reminders.post_office import PostOffice
from quizapp.services.reminders.runs import Run, run_reminders

_COUNTED = (
    (MessageState.SENT, "sent"),
    (MessageState.WAITING, "to be tried again"),
    (MessageState.DROPPED, "not needed any more"),
    (MessageState.REFUSED, "refused by the mail server"),
    (MessageState.UNKNOWN, "of unknown fate"),
)


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
    found = [run_reminders(operator_of(slug)[0], office, tell_time=clock.now) for slug in slugs]
    click.echo(_summary(found))
    away = [run.away for run in found if run.away]
    if away:
        stop(f"remind: the mail server takes nothing now ({away[0]}); what is left waits for the next run")
    if office.carrier is None:
        click.echo("SMTP_HOST is not set, so nothing was sent. Messages wait in the outbox.", err=True)


def _summary(found: Sequence[Run]) -> str:
    planned, waiting = sum(run.planned for run in found), sum(run.waiting for run in found)
    counts = {state: sum(run.ended.get(state, 0) for run in found) for state, _ in _COUNTED}
    ended = [f"{counts[state]:,} {words}" for state, words in _COUNTED if counts[state]]
    return ", ".join(
        [f"{count_of(planned, 'message/messages')} planned", *(ended or ["0 sent"]), f"{waiting:,} waiting"]
    )


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
