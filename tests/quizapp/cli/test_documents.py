"""Adding a page: what is printed about it, and where its particulars come from."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from question_bank.document import shipped_documents
from quizapp.storage.db import db
from quizapp.storage.models.document import ConcernDecision, Document, DocumentVersion
from tests.support.console import Console

SOMERSET = shipped_documents()["nhs-somerset"]
ADD = "page add '{}' --organisation fernbrook"


@pytest.fixture
def lone_page(tmp_path: Path) -> Path:
    """A page with nothing beside it."""
    (tmp_path / "lone").mkdir()
    path = tmp_path / "lone" / "page.txt"
    path.write_bytes(SOMERSET.read_bytes())
    return path


def test_a_page_comes_with_what_stands_beside_it(fernbrook: Console) -> None:
    said = fernbrook.run(ADD.format(SOMERSET)).said
    assert said.startswith("“Our Vision and Values” of Fernbrook Trust, edition 1, taken on 2025-11-01.\n")
    with fernbrook.app.app_context():
        (document,) = db.session.scalars(sa.select(Document)).all()
        assert document.source == "https://nhssomerset.nhs.uk/about-us/our-values-and-behaviours/"
        assert db.session.scalars(sa.select(ConcernDecision.decision)).all() == ["left-without-a-name"]


def test_what_was_read_asked_and_written_is_said(fernbrook: Console) -> None:
    said = fernbrook.run(ADD.format(SOMERSET)).said
    assert "Read: 5 values (Quality Improvement, Integrated Working, Personal Integrity, one without a name," in said
    assert "15 behaviours." in said
    assert "  line 7, likely-typo: " in said
    assert "  line 40, lost-heading: " in said
    assert "    decided: left-without-a-name\n" in said
    assert "Left out, by rule: " in said
    assert "different papers of 8 were found." in said
    assert 'items approve --organisation fernbrook --page "Our Vision and Values"' in said


def test_options_come_before_what_stands_beside_the_page(fernbrook: Console) -> None:
    said = fernbrook.run(
        ADD.format(SOMERSET) + " --title Other --source https://intranet.example/values --taken-on 2026-02-03"
    ).said
    assert said.startswith("“Other” of Fernbrook Trust, edition 1, taken on 2026-02-03.\n")
    with fernbrook.app.app_context():
        assert db.session.scalars(sa.select(Document.source)).all() == ["https://intranet.example/values"]


def test_a_page_alone_needs_a_title(fernbrook: Console, lone_page: Path) -> None:
    answer = fernbrook.run(ADD.format(lone_page), status=2)
    assert "Give --title" in answer.complained
    assert fernbrook.run(ADD.format(lone_page) + " --title Ours").said.startswith("“Ours” of Fernbrook Trust")


def test_a_dry_run_keeps_nothing(fernbrook: Console) -> None:
    before = fernbrook.count_rows()
    said = fernbrook.run(ADD.format(SOMERSET) + " --dry-run").said
    assert "Written: " in said
    assert said.endswith("Dry run: nothing was kept.\n")
    assert fernbrook.count_rows() == before


def test_the_same_text_again_is_refused_also_as_a_dry_run(fernbrook: Console) -> None:
    fernbrook.run(ADD.format(SOMERSET))
    for more in ("", " --dry-run"):
        answer = fernbrook.run(ADD.format(SOMERSET) + more, status=1)
        assert answer.complained == "page add: “Our Vision and Values” is unchanged: edition 1 has the same text.\n"


def test_changed_text_becomes_the_next_edition(fernbrook: Console, lone_page: Path) -> None:
    fernbrook.run(ADD.format(lone_page) + " --title Ours")
    lone_page.write_text(lone_page.read_text().replace("Self Awareness", "Self-Knowledge"))
    assert "edition 2" in fernbrook.run(ADD.format(lone_page) + " --title Ours").said
    with fernbrook.app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(DocumentVersion.id))) == 2


def test_a_page_with_nothing_to_ask_is_kept_and_says_so(fernbrook: Console) -> None:
    said = fernbrook.run(ADD.format(fernbrook.write("page.txt", "Hello.\n")) + " --title Short").said
    assert "Written: 0 questions." in said
    assert "items approve" not in said


def test_particulars_that_cannot_be_read_are_one_line(fernbrook: Console, lone_page: Path) -> None:
    (lone_page.parent / "document.toml").write_text("title = 3")
    answer = fernbrook.run(ADD.format(lone_page), status=1)
    assert answer.complained.startswith("page add, FILE: ")
    assert answer.complained.count("\n") == 1


def test_a_page_that_cannot_be_read_is_one_line(fernbrook: Console) -> None:
    path = fernbrook.write("page.txt", b"\x00\x01\x02")
    answer = fernbrook.run(ADD.format(path) + " --title Noise", status=1)
    assert answer.complained.startswith("page add, FILE: ")
    assert answer.complained.count("\n") == 1
