"""`quiz publish` and `quiz withdraw`: make a quiz from the approved questions of a page, or take it from everybody."""

from dataclasses import dataclass
from typing import Any

import click

from quizapp import clock
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of, organisation_option
from quizapp.cli.wording import count_of
from quizapp.services.quizzes import quizzes, withdrawals
from quizapp.services.quizzes.recipes import make_recipe

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
    mode: str
    due_days: int
    valid_months: int | None
    boosters: bool
    certificate_score: bool
    dry_run: bool


@quiz.command("publish")
@organisation_option
@click.option("--page", required=True, help="The title of the page it asks about.")
@click.option("--title", required=True, help="What the quiz is called; one that is there gets its next edition.")
@click.option("--length", default=8, show_default=True, help="Questions on a paper.")
@click.option("--pass-in", default=8, show_default=True, help="So many right …")
@click.option("--pass-of", default=10, show_default=True, help="… of so many pass, rounded up to whole questions.")
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.LEARN.value,
    show_default=True,
    help="learn explains after each answer, and the first answer counts; test explains at the end.",
)
@click.option("--due-days", default=28, show_default=True, help="Days from the first day in post, or from today.")
@click.option("--valid-months", type=int, help="How many months a pass holds; left out, it holds for good.")
@click.option("--boosters/--no-boosters", default=True, help="Two optional questions 4 and 12 weeks after a pass.")
@click.option("--certificate-score", is_flag=True, help="Print the score on certificates.")
@dry_run_option
def publish(**options: Any) -> None:
    """Publish a quiz, or its next edition with new settings."""
    request = Request(**options)
    actor, _ = operator_of(request.organisation)
    recipe = make_recipe(
        length=request.length,
        pass_in=request.pass_in,
        pass_of=request.pass_of,
        mode=Mode(request.mode),
        due_days=request.due_days,
        valid_months=request.valid_months,
        has_boosters=request.boosters,
        certificate_has_score=request.certificate_score,
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
        if not published.is_new:
            click.echo("Nothing was published: the edition in force has these settings.")
        if published.shortfall:
            click.echo(published.shortfall)


@quiz.command("withdraw")
@organisation_option
@click.option("--title", required=True, help="What the quiz is called.")
@dry_run_option
def withdraw(*, organisation: str, title: str, dry_run: bool) -> None:
    """Take a quiz from everybody from today on; certificates and reports of earlier days stay as they are."""
    actor, _ = operator_of(organisation)
    with dry(dry_run):
        found = quizzes.find_quiz(actor, title)
        people = withdrawals.withdraw_quiz(actor, found.id, now=clock.now())
        click.echo(f"“{found.title}” is withdrawn; {count_of(people, 'person/people')} held it.")
