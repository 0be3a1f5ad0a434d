"""How commands print: counts with their noun, lists that fit the screen, aligned columns."""

from collections.abc import Sequence

import click


def count_of(number: int, nouns: str) -> str:
    """A number with its noun, given as "person/people": 1 person, 7,012 people."""
    one, _, many = nouns.partition("/")
    return f"{number:,} {one if number == 1 else many}"


def listed(names: Sequence[str], *, most: int = 10) -> str:
    """Names with commas; beyond so many only how many more there are."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most:,} more"


def shortened(text: str, width: int) -> str:
    """A text on one line, cut where it is too long."""
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"


def print_table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their longest cell."""
    widths = [max(len(row[place]) for row in (heading, *rows)) for place in range(len(heading))]
    for row in (heading, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())
