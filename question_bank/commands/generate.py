"""`generate`: print the items a page can carry, or write them down as a booklet."""

import argparse
from pathlib import Path

from question_bank.commands.output import print_json
from question_bank.document import Document, document_beside
from question_bank.errors import FormatError
from question_bank.formats.booklet import write_booklet
from question_bank.formats.json_bank import bank_to_dict
from question_bank.generator import generate
from question_bank.generator.material.scenarios import SETTINGS
from question_bank.reader import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `generate`."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--organisation", help="the name to print; else from document.toml beside the file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--setting", help=f"scenarios of this setting alone: {', '.join(SETTINGS)}")
    parser.add_argument("--booklet", type=Path, metavar="OUT", help="write a printable page of HTML instead")


def run(options: argparse.Namespace) -> int:
    """Print the bank as one JSON object, or write the booklet and say where."""
    document = document_beside(options.file)
    organisation = options.organisation or (document.organisation if document else None)
    page = read_file(options.file)
    bank = generate(page, organisation=organisation, seed=options.seed, setting=options.setting)
    if options.booklet is None:
        print_json(bank_to_dict(bank))
        return 0
    text = write_booklet(
        bank,
        page=page,
        known=_particulars(document) if document else (),
        language=document.language if document else "en-GB",
        seed=options.seed,
    )
    try:
        options.booklet.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise FormatError(f"{options.booklet}: cannot be written ({error.strerror})") from error
    print(f"{options.booklet}: {len(bank.items)} questions")
    return 0


def _particulars(document: Document) -> tuple[tuple[str, str], ...]:
    """What is known of a page beside its text."""
    return (("Source", document.source), ("Taken on", document.date_taken.isoformat()), ("Licence", document.licence))
