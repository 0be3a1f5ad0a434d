"""Commands for authors, no database: what a page says, its items, whether they are sound, what an edition changed."""

import argparse
import sys
from collections.abc import Sequence

from question_bank.commands import check, convert, diff, generate, read
from question_bank.errors import QuestionBankError

COMMANDS = (
    ("read", "print what stands on a values page, as JSON", read),
    ("generate", "print the items a page can carry, as JSON", generate),
    ("check", "judge the items of a bank; exit 1 where a hard gate fails", check),
    ("convert", "carry a bank from one format into another, and list what does not come along", convert),
    ("diff", "say what a new edition of a page changed, passage by passage", diff),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the check failed, 2 the input cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except QuestionBankError as error:
        print(f"question_bank: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m question_bank", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, what, command in COMMANDS:
        one = commands.add_parser(name, help=what)
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
