"""Look into an Excel workbook without the library that wrote it: its parts as they lie in the archive."""

import io
import re
from dataclasses import dataclass
from xml.etree import ElementTree
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Workbook:
    """The parts of an archive by name."""

    parts: dict[str, str]

    @property
    def sheet(self) -> ElementTree.Element:
        """The only sheet there is."""
        (name,) = (name for name in self.parts if name.startswith("xl/worksheets/"))
        return ElementTree.fromstring(self.parts[name])  # noqa: S314 - our own file

    @property
    def rows(self) -> list[list[str | int | None]]:
        """The value of every cell; None is an empty one."""
        found: list[list[str | int | None]] = []
        for row in self.sheet.iter(f"{MAIN}row"):
            cells = {_column(str(cell.get("r"))): _value(cell) for cell in row.iter(f"{MAIN}c")}
            found.append([cells.get(column) for column in range(max(cells, default=-1) + 1)])
        return found


def read_workbook(content: bytes) -> Workbook:
    """All parts of a workbook as text."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return Workbook({name: archive.read(name).decode() for name in archive.namelist()})


def _column(place: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", place):
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: ElementTree.Element) -> str | int | None:
    assert cell.find(f"{MAIN}f") is None, "a formula"
    if cell.get("t") == "inlineStr":
        text = "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    assert cell.get("t") in (None, "n")
    number = cell.find(f"{MAIN}v")
    return None if number is None else int(str(number.text))
