"""Files that a page offers to take away."""

from collections.abc import Iterator

from flask import Response


def csv_response(lines: Iterator[bytes], *, name: str) -> Response:
    """A CSV file, sent line by line as it is made; `name` goes without its ending."""
    response = Response(lines, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def pdf_response(content: bytes, *, name: str) -> Response:
    """A PDF file; `name` goes without its ending."""
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
