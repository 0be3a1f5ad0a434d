"""`organisation`: add one, see which there are."""

import click

from quizapp import clock
from quizapp.cli.command import Commands, command_name, dry, dry_run_option
from quizapp.cli.wording import print_table
from quizapp.services.people import organisations

organisation = Commands("organisation", help="Organisations of this installation.")


@organisation.command("add")
@click.argument("name")
@click.option("--slug", help="Short name for commands; made from the name where it is not given.")
@click.option("--time-zone", default="Europe/London", show_default=True, help="Where its calendar days begin and end.")
@dry_run_option
@click.pass_context
def add(ctx: click.Context, /, *, name: str, slug: str | None, time_zone: str, dry_run: bool) -> None:
    """Add an organisation; NAME is as it is to be printed."""
    with dry(dry_run):
        added = organisations.add_organisation(
            name, slug=slug, time_zone=time_zone, job=command_name(ctx), now=clock.now()
        )
        click.echo(f"Added {added.name}; its short name is {added.slug}.")


@organisation.command("list")
def list_all() -> None:
    """Print name, short name and time zone of each."""
    rows = [(one.slug, one.name, one.time_zone) for one in organisations.list_organisations()]
    if rows:
        print_table(("short name", "name", "time zone"), rows)
    else:
        click.echo("There is no organisation yet; flask --app wsgi organisation add NAME")
