"""`items`: see the questions of a page, approve and retire them."""

import click

from quizapp import clock
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of, organisation_option
from quizapp.cli.wording import count_of, print_table, shortened
from quizapp.services.bank import items as bank

items = Commands("items", help="The questions of a page.")


@items.command("list")
@organisation_option
@click.option("--page", required=True, help="The page's title.")
@click.option("--status", type=click.Choice([str(status) for status in ReviewStatus]), help="These alone.")
def list_all(*, organisation: str, page: str, status: str | None) -> None:
    """Print code, status, kind, lines on the page and words of each question."""
    actor, _ = operator_of(organisation)
    record = bank.show_bank(actor, bank.find_bank(actor, page))
    rows = [
        (
            item.code,
            f"{item.status}, to be looked at" if item.needs_review else item.status,
            item.kind.replace("_", "/"),
            ", ".join(map(str, item.lines)),
            shortened(item.stem, 80),
        )
        for item in record.items
        if status is None or item.status == status
    ]
    print_table(("code", "status", "kind", "lines", "question"), rows)
    click.echo(count_of(len(rows), "question/questions"))


@items.command("approve")
@organisation_option
@click.option("--page", help="All drafts of this page that need no person's eye.")
@click.option("--item", "code", help="One question, also a retired one or one to be looked at.")
@dry_run_option
def approve(*, organisation: str, page: str | None, code: str | None, dry_run: bool) -> None:
    """Let questions be drawn: all drafts of a page, or one by its code."""
    if (page is None) == (code is None):
        raise click.UsageError("Give either --page TITLE or --item CODE.")
    actor, _ = operator_of(organisation)
    with dry(dry_run):
        if code is not None:
            bank.approve(actor, bank.find_item(actor, code), reason=None, now=clock.now())
            click.echo(f"Approved {code}.")
        else:
            document_id = bank.find_bank(actor, page or "")
            number = bank.approve_drafts(actor, document_id, now=clock.now())
            click.echo(f"Approved {count_of(number, 'question/questions')} of “{page}”.")
    left = [] if code else _left_for_a_person(organisation, page or "")
    if left:
        click.echo(f"{count_of(len(left), 'question waits/questions wait')} for a person: {', '.join(left)}")


@items.command("retire")
@organisation_option
@click.option("--item", "code", required=True)
@click.option("--reason", required=True, help="Kept with the question.")
@dry_run_option
def retire(*, organisation: str, code: str, reason: str, dry_run: bool) -> None:
    """Draw a question no more; results that hold it stay as they are."""
    actor, _ = operator_of(organisation)
    with dry(dry_run):
        bank.retire(actor, bank.find_item(actor, code), reason=reason, now=clock.now())
        click.echo(f"Retired {code}.")


def _left_for_a_person(organisation: str, page: str) -> list[str]:
    actor, _ = operator_of(organisation)
    record = bank.show_bank(actor, bank.find_bank(actor, page))
    return [item.code for item in record.items if item.needs_review and item.status is ReviewStatus.DRAFT]
