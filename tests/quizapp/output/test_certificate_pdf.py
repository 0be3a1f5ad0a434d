"""PDFs are tagged, one page, made from what is in the document and from nothing else."""

import io
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from quizapp.output import certificate_pdf
from tests.support.needs import do_without

DOCUMENT = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Certificate: Our values</title>{head}</head>
<body><h1>Certificate: Our values</h1><p>Zoë Ōkafor</p>
<table><tr><th scope="row">Quiz</th><td>Our values</td></tr></table>
<p>At <a href="https://quiz.example/verify">quiz.example/verify</a></p>{rest}</body></html>"""


@pytest.fixture(autouse=True)
def press() -> None:
    """WeasyPrint and the system's Pango."""
    if not certificate_pdf.can_make_pdf():
        do_without("no PDFs: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0")


def forget() -> None:
    certificate_pdf._worked.clear()
    certificate_pdf._probe.cache_clear()


@pytest.fixture
def untried(press: None) -> Iterator[None]:
    """Nobody has found out yet whether PDFs can be made."""
    forget()
    yield
    forget()


def read(head: str = "", rest: str = "") -> PdfReader:
    return PdfReader(io.BytesIO(certificate_pdf.make_pdf(DOCUMENT.format(head=head, rest=rest))))


@cache
def plain() -> PdfReader:
    """The document as it is, printed once."""
    return read()


def look(node: Any, *path: str) -> Any:
    """What stands at a place inside a PDF's objects."""
    for name in path:
        node = node[name].get_object()
    return node


def tags(node: Any) -> list[str]:
    """The structure types of a tagged PDF, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (tags(node["/K"]) if "/K" in node else [])


def test_a_pdf_says_its_language_its_title_and_what_each_part_is() -> None:
    root = plain().root_object
    assert look(root, "/MarkInfo", "/Marked").value
    assert look(root, "/Lang") == "en-GB"
    assert look(root, "/ViewerPreferences", "/DisplayDocTitle").value
    metadata = plain().metadata
    assert metadata is not None
    assert metadata.title == "Certificate: Our values"
    assert {"/H1", "/P", "/Table", "/TR", "/TH", "/TD", "/Link"} <= set(tags(look(root, "/StructTreeRoot", "/K")))
    assert b"pdfuaid:part" in look(root, "/Metadata").get_data()


def test_its_words_can_be_read_and_its_letters_are_inside() -> None:
    (page,) = plain().pages
    assert "Zoë Ōkafor" in page.extract_text()
    fonts = look(page, "/Resources", "/Font")
    assert fonts
    for name in fonts:
        (described,) = look(fonts, name, "/DescendantFonts")
        assert {"/FontFile2", "/FontFile3"} & set(look(described.get_object(), "/FontDescriptor"))


class Ear(BaseHTTPRequestHandler):
    """Hears what is asked for."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another server, by its address."""
    Ear.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def wishes(address: str) -> dict[str, str]:
    """A document's parts that ask for everything a document can."""
    return {
        "head": f'<link rel="stylesheet" href="{address}/a.css"><style>@import url({address}/b.css);'
        f"@font-face {{ font-family: x; src: url({address}/f.woff) }} p {{ background: url({address}/c.png) }}</style>",
        "rest": f'<img alt="Seal" src="{address}/s.png"><img alt="Host" src="file:///etc/hostname">',
    }


def test_nothing_is_fetched_whatever_the_document_asks_for(elsewhere: str) -> None:
    assert len(read(**wishes(elsewhere)).pages) == 1
    assert Ear.asked == []


def test_negative_control_the_library_left_to_itself_does_fetch(elsewhere: str) -> None:
    program = "import sys, weasyprint; weasyprint.HTML(string=sys.stdin.read()).write_pdf()"
    document = DOCUMENT.format(**wishes(elsewhere))
    subprocess.run([sys.executable, "-c", program], input=document, text=True, check=True, capture_output=True)
    assert "/a.css" in Ear.asked


@pytest.mark.usefixtures("untried")
def test_without_the_library_there_are_no_pdfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificate_pdf, "find_spec", lambda name: None)
    assert not certificate_pdf.can_make_pdf()


@pytest.mark.usefixtures("untried")
@pytest.mark.parametrize("broken", ["quizapp.output.no_such_press", "quizapp.output.csv_file"])
def test_a_press_that_stops_or_prints_nothing_is_no_press_and_the_log_says_so(
    broken: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(certificate_pdf, "_PRESS", broken)
    assert not certificate_pdf.can_make_pdf()
    assert "no PDF" in caplog.messages
    with pytest.raises(certificate_pdf.PdfBusyError):
        certificate_pdf.make_pdf("<p>x</p>")


def test_a_press_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificate_pdf, "SECONDS_TO_WAIT", 0.01)
    with pytest.raises(certificate_pdf.PdfBusyError):
        certificate_pdf.make_pdf("<p>x</p>")


@pytest.mark.usefixtures("untried")
def test_a_no_is_asked_again_and_a_yes_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = []

    def fails_once(document: str) -> bytes | None:
        pressed.append(document)
        return b"%PDF-" if len(pressed) > 1 else None

    monkeypatch.setattr(certificate_pdf, "_press", fails_once)
    moments = iter((0.0, 1.0, 301.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    assert [certificate_pdf.can_make_pdf() for _ in range(5)] == [False, False, True, True, True]
    assert len(pressed) == 2


def test_who_finds_the_press_taken_is_told_so_and_what_was_made_is_not_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = certificate_pdf.make_pdf("<p>made</p>")
    monkeypatch.setattr(certificate_pdf, "SECONDS_FOR_A_TURN", 0.01)
    with certificate_pdf._turn:
        with pytest.raises(certificate_pdf.PdfBusyError):
            certificate_pdf.make_pdf("<p>another</p>")
        assert certificate_pdf.make_pdf("<p>made</p>") is made
