"""`person`: accounts one at a time, for the first administrator and for whatever a staff file cannot say."""

from datetime import date

import click
from flask import current_app

from quizapp import clock
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of, organisation_option, read_day
from quizapp.services.people import absences, accounts, people

GRANTABLE = click.Choice(sorted(str(role) for role in people.GRANTABLE))

person = Commands("person", help="People, one at a time.")


@person.command("add")
@organisation_option
@click.option("--name", required=True)
@click.option("--email", required=True)
@click.option("--role", "roles", type=GRANTABLE, multiple=True, help="May be given twice.")
@dry_run_option
def add(*, organisation: str, name: str, email: str, roles: tuple[str, ...], dry_run: bool) -> None:
    """Add an account and print the one-time link with which its owner sets a password."""
    actor, _ = operator_of(organisation)
    with dry(dry_run):
        added = people.add_person(actor, name=name, email=email, roles=frozenset(map(Role, roles)), now=clock.now())
        click.echo(f"Added {added.name}, {added.email}.")
        if not dry_run:
            _print_link(actor, added)


@person.command("link")
@click.argument("email")
@organisation_option
def link(*, email: str, organisation: str) -> None:
    """Print a new one-time link, for somebody who has none or has forgotten the password."""
    actor, _ = operator_of(organisation)
    _print_link(actor, people.find_by_email(actor, email))


@person.command("role")
@click.argument("email")
@organisation_option
@click.option("--role", type=GRANTABLE, required=True)
@dry_run_option
def role(*, email: str, organisation: str, role: str, dry_run: bool) -> None:
    """Give somebody a role from today."""
    actor, _ = operator_of(organisation)
    found = people.find_by_email(actor, email)
    with dry(dry_run):
        people.grant_role(actor, found.id, role=Role(role), now=clock.now())
        click.echo(f"{found.name} is {role} from today.")


@person.command("leave")
@click.argument("email")
@organisation_option
@click.option("--last-day", type=read_day, required=True, help="The last day in post, 2026-01-31.")
@dry_run_option
def leave(*, email: str, organisation: str, last_day: date, dry_run: bool) -> None:
    """End somebody's post; the record of what they did stays."""
    actor, _ = operator_of(organisation)
    found = people.find_by_email(actor, email)
    with dry(dry_run):
        people.end_post(actor, found.id, last_day=last_day, now=clock.now())
        click.echo(f"{found.name}: {last_day} is the last day in post.")


@person.command("absence")
@click.argument("email")
@organisation_option
@click.option("--kind", type=click.Choice([str(kind) for kind in AbsenceKind]), required=True)
@click.option("--from", "from_date", type=read_day, required=True, help="The first day away, 2026-01-31.")
@click.option("--returns", "returns_on", type=read_day, help="The first day back; left out while it is not known.")
@dry_run_option
def absence(
    *, email: str, organisation: str, kind: str, from_date: date, returns_on: date | None, dry_run: bool
) -> None:
    """Note a long absence: its owner is counted neither as due nor as overdue for as long as it lasts."""
    actor, _ = operator_of(organisation)
    found = people.find_by_email(actor, email)
    with dry(dry_run):
        leave = absences.record_absence(
            actor, found.id, kind=AbsenceKind(kind), from_date=from_date, returns_on=returns_on, now=clock.now()
        )
        until = f"back on {returns_on}" if returns_on else "no day of return yet"
        click.echo(f"{found.name}: {kind} from {leave.from_date}, {until}.")


@person.command("back")
@click.argument("email")
@organisation_option
@click.option("--on", "back_on", type=read_day, required=True, help="The first day back, 2026-01-31.")
@dry_run_option
def back(*, email: str, organisation: str, back_on: date, dry_run: bool) -> None:
    """Say when somebody is back: the absence that runs ends, whatever return it was given before."""
    actor, _ = operator_of(organisation)
    found = people.find_by_email(actor, email)
    with dry(dry_run):
        for leave in absences.record_return(actor, found.id, back_on=back_on, now=clock.now()):
            ended = "was short and is taken back" if leave.is_undone else f"has ended, back on {back_on}"
            click.echo(f"{found.name}: {leave.kind} from {leave.from_date} {ended}.")


@person.command("not-away")
@click.argument("email")
@organisation_option
@click.option("--kind", type=click.Choice([str(kind) for kind in AbsenceKind]), required=True)
@click.option("--from", "from_date", type=read_day, required=True, help="The first day away, as it is on record.")
@dry_run_option
def not_away(*, email: str, organisation: str, kind: str, from_date: date, dry_run: bool) -> None:
    """Take back an absence that was noted in error: it counts on no day."""
    actor, _ = operator_of(organisation)
    found = people.find_by_email(actor, email)
    with dry(dry_run):
        absences.take_back_absence(actor, found.id, kind=AbsenceKind(kind), from_date=from_date, now=clock.now())
        click.echo(f"{found.name}: {kind} from {from_date} is taken back.")


def _print_link(actor: Actor, owner: people.PersonRecord) -> None:
    token = accounts.issue_link(actor, owner.id, now=clock.now())
    path = current_app.url_map.bind("").build("account.welcome", {"token": token})
    click.echo(f"One-time link for {owner.name}, good for {accounts.LINK_LIFE.days} days:")
    click.echo(f"{current_app.extensions['quizapp.config'].server_address}{path}")
