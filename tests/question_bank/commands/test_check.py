"""The check prints lines for machines, a report for people or JSON, and ends with 1 where a hard gate fails."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from question_bank.__main__ import main
from question_bank.document import shipped_documents

SOMERSET = shipped_documents()["nhs-somerset"]
BAD = Path(__file__).parent.parent / "data" / "bad_items.json"
STEM = "Which of NHS Somerset’s values means that we “are honest and transparent”?"


def _check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = main(["check", *(str(argument) for argument in arguments)])
    return code, capsys.readouterr().out


def _bank(tmp_path: Path, **more: object) -> Path:
    """A bank of one item with a question in the negative, and whatever else is said of it."""
    names = {"Self Awareness": True, "Quality Improvement": False, "Integrated Working": False}
    options: list[Mapping[str, object]] = [
        {
            "text": name,
            "correct": correct,
            "rationale": "So the page has it.",
            "proof": None if correct else "other-value",
        }
        for name, correct in names.items()
    ]
    item = {
        "id": "asked",
        "kind": "single",
        "stem": STEM.replace("means", "does not fail to mean"),
        "options": options,
        "source": [{"line": 55, "text": "are honest and transparent"}],
    }
    file = tmp_path / "bank.json"
    file.write_text(json.dumps({"organisation": "NHS Somerset", "items": [item | more]}), encoding="utf-8")
    return file


def test_json_has_each_finding_with_what_to_do_and_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _check(capsys, BAD, "--page", SOMERSET, "--json")
    answer: dict[str, Any] = json.loads(out)
    assert code == 1
    assert {tuple(one) for one in answer["findings"]} == {("item", "rule", "severity", "words", "what_to_do")}
    assert {one["severity"] for one in answer["findings"]} == {"fail", "note"}
    assert all(one["what_to_do"] for one in answer["findings"])
    failed = {one["item"] for one in answer["findings"] if one["severity"] == "fail"}
    assert answer["summary"]["flagged"] >= len(failed)
    assert (len(answer["summary"]["rules"]), answer["summary"]["rested"]) == (28, [])


def test_the_report_names_the_rule_in_plain_words_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = _check(capsys, _bank(tmp_path), "--page", SOMERSET, "--report")
    assert code == 1
    assert "asked: Which of NHS Somerset’s values does not fail to mean" in out
    assert (
        "  FAIL negative: The question is put in the negative\n    - not\n    What to do: Ask for what is so.\n" in out
    )
    assert "The bank as a whole\n  note coverage: " in out
    assert out.splitlines()[-1].startswith("1 of 1 items flagged by 28 automatic rules (source, quote, key, ")


def test_the_report_without_the_page_says_which_rules_rested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _check(capsys, _bank(tmp_path, stem=STEM), "--report")[1]
    assert out.splitlines()[-1].startswith("0 of 1 items flagged by 23 automatic rules (source, proof, ")
    assert out.rstrip().endswith("; without the page quote, key, miskey, headless, avoid were not judged.")


def test_an_overridden_rule_is_a_note_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _bank(tmp_path, overrides=[{"rule": "negative", "reason": "our head of learning wants it"}])
    code, out = _check(capsys, file, "--page", SOMERSET)
    assert code == 0
    assert "note asked negative overridden: our head of learning wants it (not)\n" in out
    assert "FAIL" not in out


def test_grounding_cannot_be_overridden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cited = [{"line": 3, "text": "are honest and transparent"}]
    file = _bank(tmp_path, stem=STEM, source=cited, overrides=[{"rule": "source", "reason": "near enough"}])
    code, out = _check(capsys, file, "--page", SOMERSET)
    assert code == 1
    assert "FAIL asked source line 3: “are honest and transparent”\n" in out
    assert "note asked source cannot be overridden, for the page decides (near enough)\n" in out


def test_report_and_json_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        _check(capsys, BAD, "--json", "--report")
