"""Giving a quiz to people."""

import pytest

from tests.support.console import Console

ASSIGN = "assign --organisation fernbrook --quiz Welcome"


def test_everybody_gets_it_once(published: Console) -> None:
    assert published.run(f"{ASSIGN} --everybody").said == "“Welcome” was given to 3 people.\n"
    assert published.run(f"{ASSIGN} --everybody").said == "“Welcome” was given to 0 people; 3 had it already.\n"


def test_a_team_gets_it_with_the_teams_below(published: Console) -> None:
    assert "given to 2 people" in published.run(f"{ASSIGN} --team 'Ward 1'").said
    assert "given to 1 person; 2 had it" in published.run(f"{ASSIGN} --team Matrons").said


def test_people_get_it_by_address(published: Console) -> None:
    said = published.run(f"{ASSIGN} --person asha@fernbrook.example --person dev@fernbrook.example").said
    assert "given to 2 people" in said


def test_a_dry_run_counts_and_gives_nothing(published: Console) -> None:
    before = published.count_rows()
    assert "given to 3 people" in published.run(f"{ASSIGN} --everybody --dry-run").said
    assert published.count_rows() == before


@pytest.mark.parametrize("more", ["", "--everybody --team 'Ward 1'"])
def test_one_audience_has_to_be_named(published: Console, more: str) -> None:
    assert "--everybody, --team NAME and --person EMAIL" in published.run(f"{ASSIGN} {more}", status=2).complained


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"{ASSIGN} --team 'Ward 9'", "assign: There is no team “Ward 9”."),
        (f"{ASSIGN} --person eve@fernbrook.example", "assign: Nobody in post with the address: eve@fernbrook.example."),
        (ASSIGN.replace("Welcome", "Other") + " --everybody", "assign: There is no quiz “Other”. Known: Welcome."),
    ],
)
def test_who_or_what_is_not_there_is_one_line(published: Console, line: str, words: str) -> None:
    assert published.run(line, status=1).complained == f"{words}\n"
