"""`booster`: the questions some weeks after a pass, for whoever sends the messages."""

from collections.abc import Sequence
from contextlib import nullcontext

import click
from flask import current_app

from quizapp import clock
from quizapp.access.policy import Actor
from quizapp.cli.command import Commands, dry_run_option, operator_of
from quizapp.cli.wording import count_of, print_table
from quizapp.services.attempts.boosters import boosters
from quizapp.services.attempts.boosters.boosters import SentBooster
from quizapp.services.people.organisations import list_organisations
from quizapp.services.rehearsal import rehearse

organisation_option = click.option(
    "--organisation", metavar="SLUG", help="One organisation, by its short name; all of them where it is not given."
)

booster = Commands("booster", help="Two questions some weeks after a pass.")


@booster.command("issue")
@organisation_option
@click.option("--by-hand", is_flag=True, help="Put no messages into the outbox: the links are sent in another way.")
@dry_run_option
def issue(*, organisation: str | None, by_hand: bool, dry_run: bool) -> None:
    """Make the boosters that are due, put a message for each into the outbox, and print all with their links as CSV."""
    with rehearse() if dry_run else nullcontext():
        sent = [
            one
            for actor in _operators(organisation)
            for one in boosters.issue_boosters(actor, now=clock.now(), by_hand=by_hand)
        ]
    _print_csv(sent, has_links=not dry_run)
    click.echo(f"{count_of(len(sent), 'booster/boosters')} to be sent.", err=True)
    if dry_run:
        click.echo("Dry run: nothing was kept, so there are no links yet.", err=True)


@booster.command("list")
@organisation_option
def list_all(*, organisation: str | None) -> None:
    """Print the boosters that can be answered at the moment, and how many were; not by whom."""
    found = [boosters.list_boosters(actor, now=clock.now()) for actor in _operators(organisation)]
    rows = [
        (one.name, one.email or "", str(one.number), str(one.due_on), str(one.sent_on), str(one.last_day))
        for some in found
        for one in some.boosters
    ]
    print_table(("name", "e-mail", "number", "due", "sent", "last day"), rows)
    answered = sum(some.answered for some in found)
    click.echo(f"{count_of(len(rows), 'booster/boosters')}, {answered:,} answered")


def _operators(organisation: str | None) -> Sequence[Actor]:
    slugs = [organisation] if organisation else [one.slug for one in list_organisations()]
    return [operator_of(slug)[0] for slug in slugs]


def _print_csv(sent: Sequence[SentBooster], *, has_links: bool) -> None:
    """On stdout as it is, so that it can be sent into a file."""
    addresses = current_app.url_map.bind("")
    server = current_app.extensions["quizapp.config"].server_address

    def link(token: str) -> str:
        return f"{server}{addresses.build('boosters.start', {'token': token})}" if has_links else ""

    for line in boosters.write_boosters(sent, link=link):
        click.echo(line, nl=False)
