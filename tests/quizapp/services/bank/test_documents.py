from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.services.bank.documents import PageDetails, add_page, read_page
from quizapp.services.errors import Invalid
from quizapp.storage.db import db
from quizapp.storage.models.document import DocumentVersion, Passage
from tests.builders import NOW, add_organisation

PAGE = """<!DOCTYPE html><html><head><title>Values</title></head><body><main><h1>Our values</h1>
<h2>Candour</h2><ul><li>say so on the same day</li><li>write down what went wrong</li></ul>
<h2>Thrift</h2><ul><li>mend a thing before we buy one</li><li>swap what we have with neighbours</li></ul>
</main></body></html>"""


def test_a_web_page_is_kept_as_text_and_its_lines_count_there(record: Flask, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    operator = add_organisation()
    add_page(operator, path, details=PageDetails("Our values", None, date(2026, 1, 5)), now=NOW)
    lines = db.session.scalars(sa.select(DocumentVersion.text)).one().split("\n")
    passages = db.session.scalars(sa.select(Passage)).all()
    assert passages
    assert all(passage.text in lines[passage.line - 1] for passage in passages)


def test_what_is_no_page_is_refused_with_the_field_to_mend(record: Flask, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(Invalid, match="is a picture"):
        read_page(add_organisation(), path)
