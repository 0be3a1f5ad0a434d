import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.word.document import read_word
from tests.question_bank.reader.sources.made_files import STRICT, W, docx


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(text: str, *, list_id: int = 1, level: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(text), numbered)


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def text_of(*body: str, namespace: str = W) -> str:
    return read_word(docx("".join(body), namespace=namespace)).text


@pytest.mark.parametrize("namespace", [W, STRICT])
def test_headings_lists_and_levels_are_read(namespace: str) -> None:
    body = (
        paragraph(run("Candour"), '<w:pStyle w:val="Heading2"/>'),
        paragraph(run("By level"), '<w:outlineLvl w:val="0"/>'),
        paragraph(run("We will:")),
        item("say so"),
        item("today", level=1),
        paragraph(""),
        item("first", list_id=2),
        item("second", list_id=2),
        item("no list", list_id=0),
    )
    assert text_of(*body, namespace=namespace) == (
        "Candour\n\nBy level\n\nWe will:\n  • say so\n    • today\n\n  1. first\n  2. second\nno list"
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("Can") + run("dour"), "Candour"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a\tb"),
        (run("one") + "<w:r><w:br/></w:r>" + run("two"), "one\ntwo"),
        (run("per") + "<w:r><w:softHyphen/></w:r>" + run("son\u00ads"), "persons"),
        (run("child") + "<w:r><w:noBreakHyphen/></w:r>" + run("led"), "child-led"),
        ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>" + run("new") + "</w:ins>", "new"),
        ("<w:moveFrom>" + run("there") + "</w:moveFrom><w:moveTo>" + run("here") + "</w:moveTo>", "here"),
        (run("seen") + run("unseen", "<w:vanish/>") + run(" and this", '<w:vanish w:val="0"/>'), "seen and this"),
        (run("kept") + run("struck", "<w:strike/>"), "kept"),
        ('<w:hyperlink w:anchor="x">' + run("link") + "</w:hyperlink>", "link"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "a"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Tap here") + "</w:sdtContent></w:sdt>"
            "<w:sdt><w:sdtContent>" + run("kept") + "</w:sdtContent></w:sdt>",
            "kept",
        ),
    ],
)
def test_a_paragraph_says_what_is_seen_of_it(inside: str, text: str) -> None:
    assert text_of(paragraph(inside)) == text


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = paragraph(run("We say "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("so"))
    assert text_of(body) == "We say so"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(paragraph(run("Around") + both)) == "Around\n\nIn a box"


def test_a_table_is_read_by_name() -> None:
    rows = [
        cell(paragraph(run("Value"))) + cell(paragraph(run("Behaviours"))),
        cell(paragraph(run("Candour")), properties='<w:vMerge w:val="restart"/>') + cell(paragraph(run("say so"))),
        cell(paragraph(""), properties="<w:vMerge/>") + cell(paragraph(run("own up"))),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert text_of(paragraph(run("Above")), table) == "Above\n\nCandour\n\n  • say so\n\n  • own up"


def test_contents_captions_and_headers_are_left_out() -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:styleId="N"><w:name w:val="Own"/><w:basedOn w:val="B"/></w:style>'
    )
    body = "".join(paragraph(run(name), f'<w:pStyle w:val="{name}"/>') for name in ("T", "N", "X"))
    assert read_word(docx(body, styles=styles)).text == "N\n\nX"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (docx("<w:p/>"), "without words"),
        (docx("", namespace="http://example.org/other"), "without any text"),
        (docx("<w:p>")[:-9] + b"123456789", "damaged"),
        (docx("</w:p>"), "damaged"),
    ],
)
def test_a_document_that_says_nothing_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_word(content)
