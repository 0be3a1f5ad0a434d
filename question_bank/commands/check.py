"""`check`: judge the items of a bank."""

import argparse
from pathlib import Path

from question_bank.checks import check_bank
from question_bank.commands.output import print_json
from question_bank.document import document_beside
from question_bank.formats.json_bank import bank_from_json
from question_bank.model import Finding, Severity
from question_bank.reader import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `check`."""
    parser.add_argument("bank", type=Path)
    parser.add_argument("--page", type=Path, help="the page the items rest on, to check their grounding too")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Print every finding; 1 where a hard gate fails."""
    bank = bank_from_json(options.bank)
    page = read_file(options.page) if options.page else None
    document = document_beside(options.page) if options.page else None
    organisation = bank.organisation or (document.organisation if document else None)
    findings = check_bank(bank.items, page=page, organisation=organisation)
    if options.json:
        print_json([_finding_to_dict(finding) for finding in findings])
    else:
        for finding in findings:
            print(_finding_line(finding))
    return int(any(finding.severity is Severity.FAIL for finding in findings))


def _finding_line(finding: Finding) -> str:
    word = "FAIL" if finding.severity is Severity.FAIL else "note"
    return f"{word} {finding.item or 'bank'} {finding.rule} {finding.words}"


def _finding_to_dict(finding: Finding) -> dict[str, str | None]:
    return {"item": finding.item, "rule": finding.rule, "severity": finding.severity, "words": finding.words}
