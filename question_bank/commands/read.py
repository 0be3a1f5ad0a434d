"""`read`: print what stands on a values page."""

import argparse
from pathlib import Path

from question_bank.commands.output import print_json
from question_bank.formats.json_page import page_to_dict
from question_bank.model import ValuesPage
from question_bank.reader import read_content, read_file
from question_bank.reader.sources.decode import read_standard_input

_STANDARD_INPUT = Path("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `read`."""
    parser.add_argument("file", type=Path, help="text, Markdown, HTML, Word (.docx) or PDF; - for pasted text")


def run(options: argparse.Namespace) -> int:
    """Print the page as one JSON object."""
    print_json(page_to_dict(_read(options.file)))
    return 0


def _read(path: Path) -> ValuesPage:
    if path == _STANDARD_INPUT:
        return read_content(read_standard_input(), name="standard input")
    return read_file(path)
