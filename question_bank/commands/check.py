"""`check`: judge the items of a bank."""

import argparse
from pathlib import Path

from question_bank.checks import check_bank
from question_bank.commands.check_report import report_lines, summarise, what_to_do
from question_bank.commands.output import print_json
from question_bank.document import document_beside
from question_bank.formats.json_bank import bank_from_json
from question_bank.model import Finding, Severity
from question_bank.reader import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `check`."""
    parser.add_argument("bank", type=Path)
    parser.add_argument("--page", type=Path, help="the page the items rest on, to check their grounding too")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--report", action="store_true", help="print it for reading: each item with what to do about it")
    form.add_argument("--json", action="store_true", help="print findings and summary as JSON")


def run(options: argparse.Namespace) -> int:
    """Print every finding; 1 where a hard gate fails."""
    bank = bank_from_json(options.bank)
    page = read_file(options.page) if options.page else None
    document = document_beside(options.page) if options.page else None
    organisation = bank.organisation or (document.organisation if document else None)
    findings = check_bank(bank.items, page=page, organisation=organisation)
    if options.json:
        summary = summarise(bank.items, findings, with_page=page is not None)
        print_json(
            {
                "findings": [_finding_to_dict(finding) for finding in findings],
                "summary": {
                    "items": summary.items,
                    "flagged": summary.flagged,
                    "notes": summary.notes,
                    "rules": list(summary.rules),
                    "rested": list(summary.rested),
                    "words": summary.words,
                },
            }
        )
    else:
        lines = report_lines(bank.items, findings, with_page=page is not None) if options.report else None
        for line in lines if lines is not None else map(_finding_line, findings):
            print(line)
    return int(any(finding.severity is Severity.FAIL for finding in findings))


def _finding_line(finding: Finding) -> str:
    word = "FAIL" if finding.severity is Severity.FAIL else "note"
    return f"{word} {finding.item or 'bank'} {finding.rule} {finding.words}"


def _finding_to_dict(finding: Finding) -> dict[str, str | None]:
    return {
        "item": finding.item,
        "rule": finding.rule,
        "severity": finding.severity,
        "words": finding.words,
        "what_to_do": what_to_do(finding),
    }
