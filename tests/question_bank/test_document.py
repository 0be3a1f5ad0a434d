import datetime
from pathlib import Path

import pytest

from question_bank.document import Decision, document_beside, load_document, shipped_documents
from question_bank.errors import FormatError
from question_bank.model import ConcernKind

SOUND = """
organisation = "Fernbrook"
title = "Our values"
source = "https://example.org/values"
date_taken = 2025-03-04
language = "en-GB"
licence = "Fernbrook's own."

[[decisions]]
concern = "lost-heading"
line = 7
decision = "left-without-a-name"
note = "Nobody knows."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "document.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_particulars_are_read(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, SOUND))
    assert (document.organisation, document.title, document.language) == ("Fernbrook", "Our values", "en-GB")
    assert document.date_taken == datetime.date(2025, 3, 4)
    assert document.decisions == (
        Decision(ConcernKind.LOST_HEADING, line=7, decision="left-without-a-name", note="Nobody knows."),
    )


def test_decisions_may_be_missing(tmp_path: Path) -> None:
    assert load_document(write(tmp_path, SOUND.split("[[")[0])).decisions == ()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('title = "Our values"', "", "'title'"),
        ('title = "Our values"', "title = 3", "'title'"),
        ('licence = "Fernbrook\'s own."', 'licence = " "', "'licence'"),
        ("date_taken = 2025-03-04", 'date_taken = "4 March"', "'date_taken'"),
        ("date_taken = 2025-03-04", "date_taken = 2025-03-04T10:00:00", "'date_taken'"),
        ('language = "en-GB"', 'language = "en-GB"\ncolour = "green"', "'colour'"),
        ('concern = "lost-heading"', 'concern = "lost-hope"', "'decisions.concern'"),
        ("line = 7", "line = 0", "'decisions.line'"),
        ("line = 7", "line = true", "'decisions.line'"),
        ('note = "Nobody knows."', "", "'decisions.note'"),
        ("line = 7", "line = 7\nby = 'A. N.'", "'decisions.by'"),
        ("[[decisions]]", "[decisions]", "'decisions'"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in SOUND
    path = write(tmp_path, SOUND.replace(old, new))
    with pytest.raises(FormatError) as caught:
        load_document(path)
    assert str(path) in str(caught.value)
    assert field in str(caught.value)


@pytest.mark.parametrize("text", ["organisation = ", "= 3"])
def test_what_is_not_toml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(FormatError, match="is not TOML"):
        load_document(write(tmp_path, text))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="cannot be opened"):
        load_document(tmp_path / "document.toml")


def test_the_particulars_beside_a_page_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    assert document_beside(page) is None
    write(tmp_path, SOUND)
    beside = document_beside(page)
    assert beside is not None
    assert beside.organisation == "Fernbrook"


def test_both_shipped_pages_are_listed_in_order_of_name() -> None:
    shipped = shipped_documents()
    assert list(shipped) == ["mersey-care", "nhs-somerset"]
    assert all(path.is_file() for path in shipped.values())
