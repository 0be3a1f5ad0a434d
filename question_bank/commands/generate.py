"""`generate`: print the items a page can carry."""

import argparse
from pathlib import Path

from question_bank.commands.output import print_json
from question_bank.document import document_beside
from question_bank.formats.json_bank import bank_to_dict
from question_bank.generator import generate
from question_bank.reader import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `generate`."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--organisation", help="the name to print; else from document.toml beside the file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--setting", help="only scenarios of this setting")


def run(options: argparse.Namespace) -> int:
    """Print the bank as one JSON object."""
    document = document_beside(options.file)
    organisation = options.organisation or (document.organisation if document else None)
    bank = generate(read_file(options.file), organisation=organisation, seed=options.seed, setting=options.setting)
    print_json(bank_to_dict(bank))
    return 0
