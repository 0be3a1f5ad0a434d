"""`assign`: give a quiz to everybody, to a team, or to people by address."""

import click
from flask.cli import with_appcontext

from quizapp import clock
from quizapp.cli.command import OneLineCommand, dry, dry_run_option, operator_of, organisation_option
from quizapp.cli.wording import count_of
from quizapp.services.quizzes import assignments, quizzes
from quizapp.services.quizzes.assignments import Audience


@click.command("assign", cls=OneLineCommand)
@organisation_option
@click.option("--quiz", required=True, help="The quiz's title.")
@click.option("--everybody", is_flag=True, help="Everybody in post and everybody about to begin.")
@click.option("--team", help="Everybody in this team and the teams below it.")
@click.option("--person", "emails", multiple=True, metavar="EMAIL", help="One person; may be given again.")
@dry_run_option
@with_appcontext
def assign(
    *, organisation: str, quiz: str, everybody: bool, team: str | None, emails: tuple[str, ...], dry_run: bool
) -> None:
    """Give a quiz to people who do not have it yet; doing it again changes nothing."""
    if sum((everybody, team is not None, bool(emails))) != 1:
        raise click.UsageError("Give one of --everybody, --team NAME and --person EMAIL.")
    actor, _ = operator_of(organisation)
    found = quizzes.find_quiz(actor, quiz)
    with dry(dry_run):
        audience = Audience(everybody=everybody, team=team, emails=emails)
        result = assignments.assign_quiz(actor, found.id, audience=audience, now=clock.now())
        already = f"; {result.already:,} had it already" if result.already else ""
        click.echo(f"“{found.title}” was given to {count_of(result.new, 'person/people')}{already}.")
