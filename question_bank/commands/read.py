"""`read`: print what stands on a values page."""

import argparse
from pathlib import Path

from question_bank.commands.output import print_json
from question_bank.formats.json_page import page_to_dict
from question_bank.reader import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `read`."""
    parser.add_argument("file", type=Path)


def run(options: argparse.Namespace) -> int:
    """Print the page as one JSON object."""
    print_json(page_to_dict(read_file(options.file)))
    return 0
