"""A PDF file into lines of text, page by page, within limits."""

from io import BytesIO

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract, lay_out, tidy
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.limits import (
    MOST_CHARACTERS,
    MOST_PAGE_CHARACTERS,
    MOST_PAGES,
    MOST_STREAM_BYTES,
)
from question_bank.reader.sources.pdf.lines import blocks_of
from question_bank.reader.sources.pdf.printed import PrintedLine, printed_lines

_LIMITS = Configuration(
    zlib_maximum_output_length=MOST_STREAM_BYTES,
    lzw_maximum_output_length=MOST_STREAM_BYTES,
    run_length_maximum_output_length=MOST_STREAM_BYTES,
    brotli_maximum_output_length=MOST_STREAM_BYTES,
    array_based_stream_maximum_output_length=MOST_STREAM_BYTES,
    stream_decoding_work_maximum_length=4 * MOST_STREAM_BYTES,
    page_tree_maximum_entries=10 * MOST_PAGES,
    page_tree_maximum_page_entries=10 * MOST_PAGES,
    jbig2dec_binary=None,
)


def read_pdf(content: bytes) -> Extract:
    """The text of a PDF file; lines count in that text. ReadError says why there is none."""
    try:
        with apply_configuration(_LIMITS):
            pages = _pages(content)
    except (ReadError, MemoryError):
        raise
    except LimitReachedError as error:
        raise ReadError(f"unpacks to more than a page of words does; {ADVICE}") from error
    except Exception as error:  # a damaged file makes the library raise errors of many kinds
        raise ReadError(f"is a damaged PDF file; save it again, or {ADVICE}") from error
    if not any(line.text.strip() for page in pages for line in page):
        raise ReadError(f"is a PDF file with pictures of text, such as a scan, and no words in it; {ADVICE}")
    return Extract(lay_out(tidy(blocks_of(pages))).text)


def _pages(content: bytes) -> list[list[PrintedLine]]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError(f"is a PDF file with a password; save it without one, or {ADVICE}")
    if len(reader.pages) > MOST_PAGES:
        raise ReadError(f"has more than {MOST_PAGES} pages, too many for a values page; give the pages with the values")
    pages: list[list[PrintedLine]] = []
    total = 0
    for number, page in enumerate(reader.pages):
        lines = printed_lines(page, number)
        length = sum(len(line.text) for line in lines)
        total += length
        if length > MOST_PAGE_CHARACTERS or total > MOST_CHARACTERS:
            raise ReadError(f"has a page {number + 1} with more text than a values page may have; {ADVICE}")
        pages.append(lines)
    return pages
