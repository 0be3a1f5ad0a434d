"""`page add`: read a values page, show what the reader asks, keep it with a bank of drafts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quizapp import clock
from quizapp.cli.command import Commands, dry, dry_run_option, operator_of, organisation_option, read_day
from quizapp.cli.wording import count_of
from quizapp.services.bank import documents, page_files
from quizapp.services.bank.documents import PageDetails, PageReading

page = Commands("page", help="Values pages.")


@page.command("add")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@organisation_option
@click.option("--title", help="What the page is called.")
@click.option("--source", help="Where it stands, such as its address.")
@click.option(
    "--taken-on", type=read_day, help="The day its text was taken, 2026-01-31; today if nothing says otherwise."
)
@dry_run_option
def add(
    *, file: Path, organisation: str, title: str | None, source: str | None, taken_on: date | None, dry_run: bool
) -> None:
    """Read FILE, show what is unclear in it, and keep it with its questions as drafts.

    Title, source, day and decisions come from a document.toml beside the file where the options do not say them.
    """
    actor, owner = operator_of(organisation)
    details = _complete(
        page_files.find_details(file),
        title=title,
        source=source,
        taken_on=taken_on,
        today=clock.today(ZoneInfo(owner.time_zone)),
    )
    with dry(dry_run):
        added = documents.add_page(actor, file, details=details, now=clock.now())
        click.echo(f"“{details.title}” of {owner.name}, edition {added.number}, taken on {details.taken_on}.")
        for line in describe_reading(added.reading, details):
            click.echo(line)
    if added.items and not dry_run:
        click.echo("The questions are drafts. To approve those that need no person's eye:")
        click.echo(f'flask --app wsgi items approve --organisation {owner.slug} --page "{details.title}"')


def describe_reading(reading: PageReading, details: PageDetails) -> Iterator[str]:
    """What was found, asked, written and left out."""
    page, bank = reading.page, reading.bank
    names = [value.name or "one without a name" for value in page.values]
    behaviours = sum(len(value.behaviours) for value in page.values)
    values = count_of(len(page.values), "value/values") + (f" ({', '.join(names)})" if names else "")
    yield f"Read: {values}, {count_of(behaviours, 'behaviour/behaviours')}."
    yield from _describe_concerns(reading, details)
    kinds = Counter(item.kind.replace("_", "/") for item in bank.items)
    by_kind = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    yield f"Written: {count_of(len(bank.items), 'question/questions')}{f' ({by_kind})' if by_kind else ''}."
    left_out = Counter(finding.rule for finding in bank.findings)
    if left_out:
        yield f"Left out, by rule: {', '.join(f'{rule} {number}' for rule, number in sorted(left_out.items()))}."
    if reading.notes:
        yield f"Advice on them: {count_of(len(reading.notes), 'note/notes')}; question_bank check shows it."
    capacity = bank.capacity
    yield (
        f"Papers: up to {count_of(capacity.largest_paper, 'question/questions')} can stand together;"
        f" {capacity.different_papers} different papers of {capacity.paper_length} were found."
    )


def _describe_concerns(reading: PageReading, details: PageDetails) -> Iterator[str]:
    decided = {(decision.concern, decision.line): decision.decision for decision in details.decisions}
    if reading.page.concerns:
        yield f"Unclear: {count_of(len(reading.page.concerns), 'place/places')}."
    for concern in reading.page.concerns:
        decision = decided.get((concern.kind, concern.line))
        yield f"  line {concern.line}, {concern.kind}: {concern.message}"
        if decision:
            yield f"    decided: {decision}"


def _complete(
    details: PageDetails | None, *, title: str | None, source: str | None, taken_on: date | None, today: date
) -> PageDetails:
    """What the options say, else what stands beside the file; where nothing says the day, it is today."""
    if details is None and title is None:
        raise click.UsageError("Give --title; there is no document.toml beside the file that says it.")
    known = details or PageDetails(title=title or "", source=None, taken_on=today)
    return replace(
        known, title=title or known.title, source=source or known.source, taken_on=taken_on or known.taken_on
    )
