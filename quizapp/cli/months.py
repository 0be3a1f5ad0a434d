"""`month`: freezing the months that have ended."""

from collections.abc import Sequence

import click

from quizapp import clock
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of
from quizapp.cli.wording import count_of
from quizapp.services.people.organisations import list_organisations
from quizapp.services.reports.months.freezing import Frozen, freeze_months

organisation_option = click.option(
    "--organisation", metavar="SLUG", help="One organisation, by its short name; all of them where it is not given."
)

month = Commands("month", help="The figures of a month, written down for good.")


@month.command("freeze")
@organisation_option
@dry_run_option
def freeze(*, organisation: str | None, dry_run: bool) -> None:
    """Freeze every month that ended more than seven days ago and is not frozen; run once a day."""
    slugs = [organisation] if organisation else [one.slug for one in list_organisations()]
    with dry(dry_run):
        for slug in slugs:
            actor, record = operator_of(slug)
            _print(record.name, freeze_months(actor, now=clock.now()))


def _print(organisation: str, frozen: Sequence[Frozen]) -> None:
    if not frozen:
        click.echo(f"{organisation}: no month is waiting to be frozen.")
    for one in frozen:
        compliance, on_time = one.compliance, one.on_time
        click.echo(
            f"{organisation}, {one.quiz_title}: {one.month:%Y-%m} is frozen"
            f" with {count_of(one.people, 'person/people')};"
            f" {compliance.count:,} of {compliance.of:,} who were due hold a pass,"
            f" {on_time.count:,} of {on_time.of:,} who fell due in it passed on time."
        )
