"""Files of every kind that is read, made from the plain text of a page or from scratch."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from io import BytesIO
from typing import Literal

Part = tuple[Literal["heading", "text", "item", "gap"], str]

_ITEM = re.compile(r"\s*(?:[•*-]|\d[.)])\s+")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts_of(text: str) -> list[Part]:
    """The logical lines of a page: headings and items told by their form, wrapped items joined."""
    parts: list[Part] = []
    for line in text.splitlines():
        words = line.strip()
        if not words:
            parts.append(("gap", ""))
        elif _ITEM.match(line):
            parts.append(("item", _ITEM.sub("", line, count=1).strip()))
        elif line.startswith("   ") and parts and parts[-1][0] == "item":
            parts[-1] = ("item", f"{parts[-1][1]} {words}")
        else:
            is_heading = len(words.split()) <= 8 and not words.endswith((".", ":", ";", ",", "?"))
            goes_on = words.endswith("...") or (len(parts) > 0 and parts[-1][1].endswith("..."))
            parts.append(("heading" if is_heading and not goes_on else "text", words))
    return parts


def runs_of(parts: Sequence[Part]) -> Iterator[tuple[str, list[str]]]:
    """Parts with the items of one list together; a blank line between two items ends a list."""
    items: list[str] = []
    for kind, words in (*parts, ("gap", "")):
        if kind == "item":
            items.append(words)
            continue
        if items:
            yield "list", items
            items = []
        if kind != "gap":
            yield kind, [words]


def as_html(text: str, *, joined_by: str = "\n") -> str:
    """A page of a site with all that goes around it."""
    body = []
    level = 1
    for kind, words in runs_of(parts_of(text)):
        if kind == "list":
            body += ["<ul>", *(f"<li>{_marked_up(item)}</li>" for item in words), "</ul>"]
        elif kind == "heading":
            body.append(f"<h{level}>{escape(words[0])}</h{level}>")
            level = 2
        else:
            body.append(f"<p>{_marked_up(words[0])}</p>")
    page = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>Our values - Trust</title>',
        "<style>h1 { color: blue }</style><script>var a = '<p>not this</p>';</script></head>",
        '<body><a class="skip-link" href="#main">Skip to main content</a>',
        "<header><nav><ul><li><a href='/'>Home</a></li><li>Careers</li></ul></nav></header>",
        '<main id="main">',
        *body,
        "</main><footer><p>Privacy</p></footer></body></html>",
    ]
    return joined_by.join(page)


def as_markdown(text: str) -> str:
    """The same in Markdown."""
    lines = []
    level = "#"
    for kind, words in parts_of(text):
        shown = re.sub(r"(?=[*_`\[\]#])", r"\\", words)
        if kind == "heading":
            lines += ["", f"{level} {shown}", ""]
            level = "##"
        else:
            lines.append(f"* {_with_bold_name(shown)}" if kind == "item" else shown)
            lines += [""] * (kind == "text")
    return "\n".join(lines)


def as_docx(text: str, *, namespace: str = W) -> bytes:
    """The same as a Word document with styles and a list."""
    body = []
    for kind, words in parts_of(text):
        style = {"heading": '<w:pStyle w:val="Heading2"/>', "item": '<w:pStyle w:val="ListParagraph"/>'}.get(kind, "")
        number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if kind == "item" else ""
        half = len(words) // 2
        runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r>' for p in (words[:half], words[half:]))
        body.append(f"<w:p><w:pPr>{style}{number}</w:pPr>{runs}</w:p>")
    return docx("".join(body), namespace=namespace)


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def docx(body: str, *, namespace: str = W, styles: str = STYLES, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document with this in its body."""

    def part(name: str, inside: str) -> str:
        spaces = (
            f'xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {spaces}>{inside}</w:{name}>'

    relation = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": f"<Relationships>{relation}</Relationships>".encode(),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>").encode(),
        "word/styles.xml": part("styles", styles).encode(),
        "word/numbering.xml": part("numbering", NUMBERING).encode(),
        "word/header1.xml": part("hdr", "<w:p><w:r><w:t>Header</w:t></w:r></w:p>").encode(),
        **(extra or {}),
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zipped file with these in it."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def as_pdf(text: str, *, width: int = 90) -> bytes:
    """The same printed: larger headings, bullets, lines broken at a width, a header and a number on each page."""
    rows: list[tuple[str, float, float, float]] = []
    gap = 0.0
    for kind, words in parts_of(text):
        if kind == "gap":
            gap = 14.0
            continue
        size = 16.0 if kind == "heading" else 11.0
        for number, line in enumerate(_wrapped(words, width)):
            mark = "• " if kind == "item" and not number else ""
            left = 72.0 if kind != "item" else 90.0 if mark else 101.0
            above = 0.0 if number else 20.0 if kind == "heading" else 10.0
            if kind == "item" and not number and rows and rows[-1][2] in (90.0, 101.0):
                above = gap
            rows.append((mark + line, size, left, above))
            gap = 0.0
    pages: list[list[str]] = [[]]
    y = 760.0
    for line, size, left, above in rows:
        y -= above + 1.2 * size
        if y < 80:
            pages.append([])
            y = 740.0
        pages[-1].append(pdf_text(line, size=size, x=left, y=y))
    return pdf(
        [
            pdf_text("Trust staff handbook", size=9, x=72, y=800)
            + "".join(page)
            + pdf_text(f"Page {number}", size=9, x=300, y=30)
            for number, page in enumerate(pages, start=1)
        ]
    )


def pdf_text(text: str, *, size: float, x: float, y: float) -> str:
    """The drawing of one line."""
    shown = text.encode("cp1252").decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET\n"


def pdf(
    pages: Sequence[str], *, compress: Callable[[bytes], bytes] = zlib.compress, filters: str = "/FlateDecode"
) -> bytes:
    """A PDF file with these drawings on its pages."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawing in enumerate(pages):
        stream = compress(drawing.encode("latin-1"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(stream)} /Filter {filters} >>".encode()
        objects.append(head + b"\nstream\n" + stream + b"\nendstream")
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def _marked_up(words: str) -> str:
    return re.sub(r"\b(\w+) (\w+)", r"<em>\1</em> \2", escape(words, quote=False).replace("’", "&rsquo;"), count=1)


def _with_bold_name(words: str) -> str:
    return re.sub(r"^([^–]{3,40}) – ", r"**\1** – ", words)


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
