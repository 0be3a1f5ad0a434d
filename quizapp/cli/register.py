"""Every command of the service: a new one is one line here."""

from typing import Protocol

import click

from quizapp.cli.assignments import assign
from quizapp.cli.boosters import booster
from quizapp.cli.demo.commands import demo
from quizapp.cli.documents import page
from quizapp.cli.items import items
from quizapp.cli.months import month
from quizapp.cli.organisations import organisation
from quizapp.cli.people import person
from quizapp.cli.quizzes import quiz
from quizapp.cli.reminders import remind
from quizapp.cli.staff_import import people

COMMANDS: tuple[click.Command, ...] = (
    organisation,
    person,
    people,
    page,
    items,
    quiz,
    assign,
    booster,
    month,
    remind,
    demo,
)


class HasCommands(Protocol):
    """An application that takes commands, as Flask's does."""

    cli: click.Group


def register_commands(app: HasCommands) -> None:
    """Put the commands beside Flask's own."""
    for command in COMMANDS:
        app.cli.add_command(command)
