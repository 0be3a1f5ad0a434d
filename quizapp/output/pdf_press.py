"""Prints a document: HTML on the standard input, a tagged PDF that screen readers can read (PDF/UA-1) on the standard
output; run as a process of its own."""

import sys

import weasyprint


def press(document: str) -> bytes:
    """A whole HTML document with its styles inside as PDF; whatever else it names is left out, and nothing fetched."""
    nowhere = weasyprint.urls.URLFetcher(allowed_protocols=())  # neither the network nor the disk
    content: bytes = weasyprint.HTML(string=document, url_fetcher=nowhere).write_pdf(pdf_variant="pdf/ua-1")
    return content


if __name__ == "__main__":
    sys.stdout.buffer.write(press(sys.stdin.buffer.read().decode("utf-8")))
