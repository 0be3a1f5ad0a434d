"""Looking at the bank, approving and retiring."""

import re

import pytest

from tests.support.console import Console

LIST = "items list --organisation fernbrook --page 'Our values'"
APPROVE = "items approve --organisation fernbrook"


def codes(console: Console, status: str) -> list[str]:
    """The codes the list prints for one status."""
    lines = console.run(f"{LIST} --status {status}").said.splitlines()[1:-1]
    return [line.split()[0] for line in lines]


def codes_to_be_looked_at(console: Console) -> list[str]:
    """The codes of those that no command approves together with others."""
    lines = console.run(f"{LIST} --status draft").said.splitlines()[1:-1]
    return [line.split()[0] for line in lines if " draft, to be looked at " in line]


def test_a_list_has_code_status_kind_lines_and_words(with_page: Console) -> None:
    lines = with_page.run(LIST).said.splitlines()
    assert re.fullmatch(r"code +status +kind +lines +question", lines[0])
    assert re.match(r"\S+ +draft(, to be looked at)? +(single|multiple|matching|gap|true/false) +\d+", lines[1])
    assert lines[-1] == f"{len(lines) - 2} questions"


def test_all_drafts_of_a_page_are_approved_at_once_but_those_to_be_looked_at(with_page: Console) -> None:
    drafts, waiting = codes(with_page, "draft"), codes_to_be_looked_at(with_page)
    answer = with_page.run(f"{APPROVE} --page 'Our values'")
    assert answer.said.startswith(f"Approved {len(drafts) - len(waiting)} questions of “Our values”.")
    assert f"{len(waiting)} questions wait for a person: " in answer.said
    assert sorted([*codes(with_page, "approved"), *waiting]) == sorted(drafts)
    assert sorted(codes(with_page, "draft")) == sorted(waiting)


def test_a_question_to_be_looked_at_is_approved_by_its_code(with_page: Console) -> None:
    code, *others = codes_to_be_looked_at(with_page)
    assert with_page.run(f"{APPROVE} --item {code}").said == f"Approved {code}.\n"
    assert codes(with_page, "approved") == [code]
    assert codes_to_be_looked_at(with_page) == others


def test_a_dry_run_approves_nothing(with_page: Console) -> None:
    before = with_page.count_rows()
    with_page.run(f"{APPROVE} --page 'Our values' --dry-run")
    assert with_page.count_rows() == before


def test_one_question_is_approved_retired_and_brought_back(with_page: Console) -> None:
    code = codes(with_page, "draft")[0]
    with_page.run(f"{APPROVE} --item {code}")
    retire = f"items retire --organisation fernbrook --item {code} --reason 'Two answers fit.'"
    with_page.run(f"{retire} --dry-run")
    assert codes(with_page, "approved") == [code]
    with_page.run(retire)
    assert codes(with_page, "retired") == [code]
    assert with_page.run(retire, status=1).complained == "items retire: This question is retired already.\n"
    with_page.run(f"{APPROVE} --item {code}")
    assert codes(with_page, "approved") == [code]


def test_retiring_needs_a_reason_that_says_something(with_page: Console) -> None:
    code = codes(with_page, "draft")[0]
    answer = with_page.run(f"items retire --organisation fernbrook --item {code} --reason ' '", status=1)
    assert answer.complained == "items retire, --reason: Say why this question is retired.\n"


@pytest.mark.parametrize("more", ["", "--page 'Our values' --item x"])
def test_a_page_or_a_question_is_approved_not_both(with_page: Console, more: str) -> None:
    assert "--page TITLE or --item CODE" in with_page.run(f"{APPROVE} {more}", status=2).complained


def test_a_page_or_question_that_is_not_there_is_one_line(with_page: Console) -> None:
    page = with_page.run(f"{APPROVE} --page Values", status=1)
    assert page.complained == "items approve: There is no page “Values”. Known: Our values.\n"
    item = with_page.run(f"{APPROVE} --item nothing", status=1)
    assert item.complained == "items approve: There is no question “nothing”.\n"
