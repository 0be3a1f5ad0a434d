"""The report speaks of items, rules and what to do, and its summary claims nothing beyond the rules that ran."""

from question_bank.commands.check_report import report_lines, summarise, what_to_do
from question_bank.model import Finding, Kind, Proof, Severity
from tests.question_bank.build import item, right, wrong

ASKED = item(Kind.SINGLE, "Which is it?", [right("Thrift"), wrong("Haste", Proof.NOT_ON_PAGE)])


def test_findings_of_one_rule_stand_under_one_heading() -> None:
    found = [
        Finding("clang", Severity.FAIL, "“thrift”", item=ASKED.id),
        Finding("clang", Severity.FAIL, "“haste”", item=ASKED.id),
        Finding("focus", Severity.NOTE, "a stem of 3 words", item=ASKED.id),
    ]
    assert list(report_lines([ASKED], found, with_page=True))[:8] == [
        f"{ASKED.id}: Which is it?",
        "  FAIL clang: A word of the question is in the answer alone",
        "    - “thrift”",
        "    - “haste”",
        "    What to do: Trim the quotation, reword the question, or use the word in a wrong option too.",
        "  note focus: The question hardly says what it asks",
        "    - a stem of 3 words",
        "    What to do: Name what is asked for, so that it can be answered with the options covered.",
    ]


def test_a_bank_without_findings_has_a_summary_alone() -> None:
    (only,) = report_lines([ASKED], [], with_page=True)
    assert only.startswith("0 of 1 items flagged by 28 automatic rules (source, ")
    assert only.endswith(", html, duplicate).")


def test_a_note_flags_no_item() -> None:
    summary = summarise([ASKED], [Finding("clang", Severity.NOTE, "overridden: so", item=ASKED.id)], with_page=False)
    assert (summary.items, summary.flagged, summary.notes) == (1, 0, 1)
    assert (len(summary.rules), len(summary.rested)) == (23, 5)


def test_a_rule_that_is_not_ours_has_no_advice() -> None:
    strange = Finding("taste", Severity.NOTE, "overridden, but", item=ASKED.id)
    assert what_to_do(strange) == ""
    assert "  note taste: no rule of ours" in list(report_lines([ASKED], [strange], with_page=True))
