"""Files that a page offers to take away: their addresses, the links to them, and how they are sent."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import MethodNotAllowed

from quizapp.services.reports.exports import MOST_XLSX_ROWS, FileKind
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import number

View = TypeVar("View", bound=Callable[..., Any])

BYTES_AT_A_TIME = 32_768

_TYPES = {
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.JSON: "application/json",
}
_WORDS = {FileKind.CSV: "CSV file", FileKind.XLSX: "Excel file", FileKind.JSON: "JSON file"}


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to take away."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """What the component prints: what is taken away, as which files, and why one of them is not there."""

    what: str
    links: tuple[FileLink, ...]
    note: str = ""


def file_routes(bp: Blueprint, path: str) -> Callable[[View], View]:
    """Routes to one report as each kind of file, which the view gets as `kind`; written where `bp.get` would be.

    Asked for its head alone a file is not made: nothing is taken away then, and nothing noted.
    """

    def route(view: View) -> View:
        @wraps(view)
        def make_file(**given: Any) -> Any:
            if request.method == "HEAD":
                raise MethodNotAllowed(["GET"])
            return view(**given)

        for kind in FileKind:
            bp.get(f"{path}.{kind}", defaults={"kind": kind})(make_file)
        return view

    return route


def file_paths(endpoint: str) -> dict[FileKind, str]:
    """Where a report is as each kind of file."""
    return {kind: url_for(endpoint, kind=kind) for kind in FileKind}


def offer_files(
    paths: Mapping[FileKind, str], query: Mapping[str, str], *, rows: int | None = None, what: str = "list"
) -> Downloads:
    """The links to what a page shows as each kind of file; a list too long for an Excel file has none."""
    is_long = (rows or 0) > MOST_XLSX_ROWS
    links = tuple(
        FileLink(_WORDS[kind], address(path, query))
        for kind, path in paths.items()
        if kind is not FileKind.XLSX or not is_long
    )
    note = f"An Excel file holds up to {number(MOST_XLSX_ROWS)} rows here. This {what} has {number(rows or 0)}."
    return Downloads(what, links, note if is_long else "")


def file_response(content: Iterator[bytes], *, kind: FileKind, name: str) -> Response:
    """A file of a report, sent piece by piece as it is made; `name` goes without its ending."""
    response = Response(_gather(content), mimetype=_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _gather(content: Iterator[bytes]) -> Iterator[bytes]:
    """The same in larger pieces: to send a line by itself costs as much as to make it."""
    held = bytearray()
    for piece in content:
        held += piece
        if len(held) >= BYTES_AT_A_TIME:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def pdf_response(content: bytes, *, name: str) -> Response:
    """A PDF file; `name` goes without its ending."""
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
