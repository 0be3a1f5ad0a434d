"""What is known of a page's file before it is read."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.services.bank.page_files import find_details, list_shipped_pages
from quizapp.services.errors import Invalid


def test_the_shipped_pages_have_their_particulars_beside_them() -> None:
    pages = list_shipped_pages()
    assert list(pages) == ["mersey-care", "nhs-somerset"]
    details = find_details(pages["nhs-somerset"])
    assert details
    assert (details.title, details.taken_on) == ("Our Vision and Values", date(2025, 11, 1))
    assert [decision.line for decision in details.decisions] == [40]


def test_a_page_alone_has_none(tmp_path: Path) -> None:
    assert find_details(tmp_path / "page.txt") is None


def test_particulars_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "document.toml").write_text("title =")
    with pytest.raises(Invalid, match="is not TOML") as refusal:
        find_details(tmp_path / "page.txt")
    assert refusal.value.field == "file"
