"""What all commands share: refusals in one line, the operator who acts, and rehearsals."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NoReturn

import click
from flask.cli import AppGroup

from quizapp.access.policy import Actor
from quizapp.cli.database import find_problem
from quizapp.services.errors import Invalid, ServiceError
from quizapp.services.people.organisations import OrganisationRecord, console_for
from quizapp.services.rehearsal import rehearse

organisation_option = click.option(
    "--organisation",
    metavar="SLUG",
    required=True,
    help="The organisation's short name, as `organisation list` has it.",
)
STOPPED = 130
"""What shells expect of a command that Ctrl-C ended."""

dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would happen and keep nothing.")


class OneLineCommand(click.Command):
    """A command that says in one line on stderr why it was refused, and ends with 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; an error of ours or a database that is not ready becomes one line, anything else stays a fault."""
        try:
            return super().invoke(ctx)
        except ServiceError as refusal:
            stop(f"{self._where(ctx, refusal)}: {refusal.message}")
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            raise click.exceptions.Exit(STOPPED) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception:
            problem = find_problem()
            if problem is None:
                raise
            stop(problem)

    def _where(self, ctx: click.Context, refusal: ServiceError) -> str:
        """The command, and the option at fault where the service names one."""
        field = refusal.field if isinstance(refusal, Invalid) else None
        for parameter in self.params:
            if field is not None and parameter.name == field:
                return f"{command_name(ctx)}, {parameter.opts[0] if parameter.opts[0] != field else field.upper()}"
        return command_name(ctx)


class Commands(AppGroup):
    """A group of such commands, run with the application at hand."""

    command_class = OneLineCommand


def operator_of(organisation: str) -> tuple[Actor, OrganisationRecord]:
    """The operator acting for an organisation; the audit log names the command."""
    return console_for(organisation, job=command_name(click.get_current_context()))


@contextmanager
def dry(run: bool) -> Iterator[None]:
    """Keep nothing of what happens inside where this is a dry run, and say so at the end."""
    if not run:
        yield
        return
    with rehearse():
        yield
    click.echo("Dry run: nothing was kept.")


def read_day(text: str) -> date:
    """The type of an option that is a calendar day, written 2026-01-31 or 31/01/2026."""
    try:
        return datetime.strptime(text, "%d/%m/%Y" if "/" in text else "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day. Write it as 2026-01-31.") from None


def command_name(ctx: click.Context) -> str:
    """The command as it is typed, without what starts it: `organisation add`."""
    names: list[str] = []
    while ctx.parent is not None:
        names.insert(0, ctx.info_name or "")
        ctx = ctx.parent
    return " ".join(names)


def stop(line: str) -> NoReturn:
    """One line on stderr, exit status 1."""
    click.echo(line, err=True)
    raise click.exceptions.Exit(1)
