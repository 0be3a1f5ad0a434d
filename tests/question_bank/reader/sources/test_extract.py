import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from question_bank.checks import check_bank
from question_bank.document import shipped_documents
from question_bank.errors import ReadError
from question_bank.generator import generate
from question_bank.model import Passage, Severity, ValuesPage
from question_bank.reader import read_content, read_file, read_text
from question_bank.reader.sources import extract_text
from question_bank.reader.sources.limits import MOST_CHARACTERS
from tests.question_bank.reader.sources import made_files as made

MAKERS: dict[str, Callable[[str], bytes]] = {
    "html": lambda text: made.as_html(text).encode(),
    "html on one line": lambda text: made.as_html(text, joined_by="").encode(),
    "html in utf-16": lambda text: made.as_html(text).encode("utf-16"),
    "markdown": lambda text: made.as_markdown(text).encode(),
    "word": made.as_docx,
    "strict word": lambda text: made.as_docx(text, namespace=made.STRICT),
    "pdf": made.as_pdf,
}
SHIPPED = {name: path.read_text(encoding="utf-8") for name, path in shipped_documents().items()}


def said(page: ValuesPage) -> tuple[object, ...]:
    """What a page says, without where."""
    return (
        page.vision.text if page.vision else None,
        [(value.name, _text(value.definition), _text(value.stem)) for value in page.values],
        [[passage.text for passage in (*value.behaviours, *value.avoid)] for value in page.values],
        sorted({concern.kind for concern in page.concerns}),
    )


def _text(passage: Passage | None) -> str | None:
    return passage.text if passage else None


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_page_says_the_same_in_every_kind_of_file(name: str, kind: str) -> None:
    page = read_content(MAKERS[kind](SHIPPED[name]), name="page")
    assert said(page) == said(read_text(SHIPPED[name]))


@pytest.mark.parametrize("kind", ["html", "html on one line", "markdown"])
def test_what_is_cited_stands_on_its_line_of_the_file(kind: str) -> None:
    content = MAKERS[kind](SHIPPED["nhs-somerset"])
    page, lines = read_content(content, name="page"), content.decode().splitlines()
    cited = [passage for value in page.values for passage in value.behaviours]
    assert len(cited) == 15
    for passage in cited:
        assert passage.text.split()[-1] in lines[passage.line - 1]
        assert page.text[passage.start : passage.end] == passage.text
    for value in page.values:
        assert value.name is None or value.name in lines[value.line - 1]
    assert all(0 < concern.line <= len(lines) for concern in page.concerns)


@pytest.mark.parametrize("kind", ["html on one line", "markdown", "pdf"])
def test_the_items_of_a_page_are_those_of_its_text_and_pass_the_check(kind: str) -> None:
    page = read_content(MAKERS[kind](SHIPPED["nhs-somerset"]), name="page")
    bank = generate(page, organisation="NHS Somerset")
    usual = generate(read_text(SHIPPED["nhs-somerset"]), organisation="NHS Somerset")
    assert len(bank.items) == len(usual.items)
    findings = check_bank(bank.items, page=page, organisation="NHS Somerset")
    assert [finding for finding in findings if finding.severity is Severity.FAIL] == []


def test_a_citation_of_another_line_of_the_file_is_found_out() -> None:
    content = MAKERS["html"](SHIPPED["nhs-somerset"])
    page = read_content(content, name="page")
    moved = read_content(b"<!-- a comment -->\n" + content, name="page")
    bank = generate(page, organisation="NHS Somerset")
    findings = check_bank(bank.items, page=moved, organisation="NHS Somerset")
    assert {finding.rule for finding in findings if finding.severity is Severity.FAIL} >= {"source"}


def test_a_file_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    content = "Our values\n• Café – open\n• Patience – waiting for people".encode("cp1252")
    path.write_bytes(content)
    page = read_file(path)
    assert page.sha256 == hashlib.sha256(content).hexdigest()
    assert [(value.name, value.line) for value in page.values] == [("Café", 2), ("Patience", 3)]


def test_a_refusal_names_the_file_in_one_line() -> None:
    for content in (b"\x89PNG", b"a\x00b", b"<html>\x00", made.docx(""), made.pdf([""]), b"%PDF-1.7"):
        with pytest.raises(ReadError) as caught:
            extract_text(content, name="page.bin")
        assert str(caught.value).startswith("page.bin: ")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("start", [b"our values ", b"# our values\n", b"<html><p>"])
def test_more_words_than_a_values_page_can_have_are_refused(start: bytes) -> None:
    for length in (MOST_CHARACTERS + 1, 4 * MOST_CHARACTERS):
        with pytest.raises(ReadError, match=r"3,000,000 characters"):
            extract_text(start + b"x" * length, name="page")


def test_two_megabytes_of_text_are_read() -> None:
    assert len(extract_text(b"our values\n" * 190_000, name="page").text) == 2_090_000


def test_a_file_with_nothing_but_a_mark_is_an_empty_page() -> None:
    assert extract_text(b"\xef\xbb\xbf", name="page").text == ""
