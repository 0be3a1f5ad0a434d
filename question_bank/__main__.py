"""Commands for authors, no database: what a page says, its items, whether they are sound, what an edition changed."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from question_bank.errors import QuestionBankError

COMMANDS = {
    "read": "print what stands on a values page, as JSON",
    "generate": "print the items a page can carry, as JSON",
    "check": "judge the items of a bank; exit 1 where a hard gate fails",
    "convert": "carry a bank from one format into another, and list what does not come along",
    "diff": "say what a new edition of a page changed, passage by passage",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the check failed, 2 the input cannot be used."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(next(iter(given), None)).parse_args(given)
    try:
        return int(options.run(options))
    except QuestionBankError as error:
        print(f"question_bank: {error}", file=sys.stderr)
        return 2


def _parser(chosen: str | None) -> argparse.ArgumentParser:
    """The parser of all commands, of which only the chosen one is loaded: the others' libraries take their time."""
    parser = argparse.ArgumentParser(prog="python -m question_bank", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, what in COMMANDS.items():
        one = commands.add_parser(name, help=what)
        if name == chosen:
            command = import_module(f"question_bank.commands.{name}")
            command.add_arguments(one)
            one.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
