"""`quiz publish`: make a quiz from the approved questions of a page."""

from dataclasses import dataclass
from typing import Any

import click

from quizapp import clock
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of, organisation_option
from quizapp.services.quizzes import quizzes

quiz = Commands("quiz", help="Quizzes.")


@dataclass(frozen=True, slots=True)
class Request:
    """What the options of `quiz publish` say."""

    organisation: str
    page: str
    title: str
    length: int
    pass_in: int
    pass_of: int
    due_days: int
    dry_run: bool


@quiz.command("publish")
@organisation_option
@click.option("--page", required=True, help="The title of the page it asks about.")
@click.option("--title", required=True, help="What the quiz is called; one that is there gets its next edition.")
@click.option("--length", default=8, show_default=True, help="Questions on a paper.")
@click.option("--pass-in", default=8, show_default=True, help="So many right …")
@click.option("--pass-of", default=10, show_default=True, help="… of so many pass, rounded up to whole questions.")
@click.option("--due-days", default=28, show_default=True, help="Days from the first day in post, or from today.")
@dry_run_option
def publish(**options: Any) -> None:
    """Publish a quiz, or its next edition with new settings."""
    request = Request(**options)
    actor, _ = operator_of(request.organisation)
    recipe = quizzes.make_recipe(
        length=request.length, pass_in=request.pass_in, pass_of=request.pass_of, due_days=request.due_days
    )
    with dry(request.dry_run):
        published = quizzes.publish_quiz(
            actor, request.title, document_title=request.page, recipe=recipe, now=clock.now()
        )
        made = published.quiz
        click.echo(
            f"“{made.title}”, edition {made.edition}: {made.length} questions, {made.pass_score} right to pass,"
            f" due {made.due_days} days after the first day."
        )
        if published.shortfall:
            click.echo(published.shortfall)
