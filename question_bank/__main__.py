"""Commands for authors, no database: read, generate, check."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from question_bank.checks import check_bank
from question_bank.document import Document, document_beside
from question_bank.errors import QuestionBankError
from question_bank.formats.json_bank import bank_from_json, bank_to_dict
from question_bank.formats.json_page import page_to_dict
from question_bank.generator import generate
from question_bank.model import Finding, Severity, ValuesPage
from question_bank.reader import read_file


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the check failed, 2 the input cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except QuestionBankError as error:
        print(f"question_bank: {error}", file=sys.stderr)
        return 2


def _read(options: argparse.Namespace) -> int:
    _print_json(page_to_dict(read_file(options.file)))
    return 0


def _generate(options: argparse.Namespace) -> int:
    document = document_beside(options.file)
    organisation = options.organisation or (document.organisation if document else None)
    bank = generate(read_file(options.file), organisation=organisation, seed=options.seed, setting=options.setting)
    _print_json(bank_to_dict(bank))
    return 0


def _check(options: argparse.Namespace) -> int:
    bank = bank_from_json(options.bank)
    page: ValuesPage | None = read_file(options.page) if options.page else None
    document: Document | None = document_beside(options.page) if options.page else None
    organisation = bank.organisation or (document.organisation if document else None)
    findings = check_bank(bank.items, page=page, organisation=organisation)
    if options.json:
        _print_json([_finding_to_dict(finding) for finding in findings])
    else:
        for finding in findings:
            print(_finding_line(finding))
    return int(any(finding.severity is Severity.FAIL for finding in findings))


def _finding_line(finding: Finding) -> str:
    word = "FAIL" if finding.severity is Severity.FAIL else "note"
    return f"{word} {finding.item or 'bank'} {finding.rule} {finding.words}"


def _finding_to_dict(finding: Finding) -> dict[str, str | None]:
    return {"item": finding.item, "rule": finding.rule, "severity": finding.severity, "words": finding.words}


def _print_json(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    print()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m question_bank", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="print what stands on a values page, as JSON")
    read.add_argument("file", type=Path)
    read.set_defaults(run=_read)
    write = commands.add_parser("generate", help="print the items a page can carry, as JSON")
    write.add_argument("file", type=Path)
    write.add_argument("--organisation", help="the name to print; else from document.toml beside the file")
    write.add_argument("--seed", type=int, default=0)
    write.add_argument("--setting", help="only scenarios of this setting")
    write.set_defaults(run=_generate)
    check = commands.add_parser("check", help="judge the items of a bank; exit 1 where a hard gate fails")
    check.add_argument("bank", type=Path)
    check.add_argument("--page", type=Path, help="the page the items rest on, to check their grounding too")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
