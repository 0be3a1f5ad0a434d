"""`people import`: load a staff file, all of it or nothing."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quizapp import clock
from quizapp.cli.command import Commands, operator_of, organisation_option, stop
from quizapp.cli.wording import count_of, listed
from quizapp.services.people import staff_import
from quizapp.services.people.staff_file import Reject
from quizapp.services.people.staff_plan import StaffPlan
from quizapp.services.people.staff_rejects import write_rejects

MOST_SHOWN = 50
CHANGED = "for another start date or staff type"

people = Commands("people", help="Everybody at once.")


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@organisation_option
@click.option("--dry-run", is_flag=True, help="Say what loading it would do and load nothing.")
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Where to write the lines that cannot be loaded, to correct and load.",
)
def load(*, file: Path, organisation: str, dry_run: bool, rejects: Path | None) -> None:
    """Load a CSV file: name, e-mail, team, manager's e-mail, start date, staff type. Twice is as good as once."""
    actor, _ = operator_of(organisation)
    data = file.read_bytes()
    plan = staff_import.preview_import(actor, data, now=clock.now())
    if plan.rejects:
        _show_rejects(plan.rejects)
        if rejects is not None:
            rejects.write_bytes(write_rejects(data, plan.rejects))
        where = f"correct them in {rejects}" if rejects else "correct them in the file, or add --rejects FILE"
        stop(f"Nothing was loaded; {_count_lines(plan.rejects)} of {file.name} cannot be used; {where}")
    if not dry_run:
        token = secrets.token_urlsafe(16)
        plan = staff_import.load_staff(actor, data, file_name=file.name, token=token, now=clock.now())
    click.echo(f"{file.name}: {'this would happen' if dry_run else 'loaded'}.")
    for line in describe_plan(plan):
        click.echo(f"  {line}")
    if dry_run:
        click.echo("Dry run: nothing was loaded.")


def describe_plan(plan: StaffPlan) -> Iterator[str]:
    """What a plan does, a line each; what does not occur is left out."""
    if not plan.changes_anything:
        yield "Nothing changes."
    for rows, nouns in (
        (plan.added, "new person/new people"),
        (plan.renamed, "name changes/names change"),
        (plan.moved, "person moves to another team/people move to another team"),
        (plan.new_posts, f"new post {CHANGED}/new posts {CHANGED}"),
    ):
        if rows:
            yield count_of(len(rows), nouns)
    if plan.unchanged:
        yield count_of(plan.unchanged, "person is unchanged/people are unchanged")
    if plan.new_teams:
        yield f"{count_of(len(plan.new_teams), 'new team/new teams')}: {listed(plan.new_teams)}"
    if plan.managers:
        named = listed(tuple(plan.managers))
        yield f"{count_of(len(plan.managers), 'team gets/teams get')} the managers the file names: {named}"
    if plan.parents:
        yield f"{count_of(len(plan.parents), 'team takes a new place/teams take new places')} in the tree"
    if plan.without_manager:
        yield f"{count_of(plan.without_manager, 'person has/people have')} no manager"
    yield from plan.notes
    if plan.ignored_columns:
        number = count_of(len(plan.ignored_columns), "column is/columns are")
        yield f"{number} not needed, not read and not stored: {listed(plan.ignored_columns)}"


def _show_rejects(rejects: Sequence[Reject]) -> None:
    for reject in rejects[:MOST_SHOWN]:
        click.echo(f"line {reject.line}, {reject.column}: {reject.reason}")
    if len(rejects) > MOST_SHOWN:
        click.echo(f"and {len(rejects) - MOST_SHOWN:,} more")


def _count_lines(rejects: Sequence[Reject]) -> str:
    return count_of(len({reject.line for reject in rejects}), "line/lines")
