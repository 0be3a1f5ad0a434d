"""The parts of a zipped Office file: opened only within limits, parsed only without a document type of their own."""

import re
import zipfile
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from question_bank.errors import ReadError
from question_bank.reader.sources.decode import ADVICE
from question_bank.zipped import MOST_UNPACKED, find_excess

_CHUNK = 65_536
_LOCKED = 0x1
_RELATION = re.compile(r"/(officeDocument|styles|numbering)$")


class Package:
    """An open document; what has been unpacked so far counts towards one limit."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError) as error:
            raise _damaged() from error
        self._left = MOST_UNPACKED
        if excess := find_excess(self._archive.infolist()):
            raise _too_large(excess)
        self._names = {info.filename: info for info in self._archive.infolist()}

    def main_part(self) -> str:
        """The path of the part that holds the text."""
        return self.related("").get("officeDocument", "word/document.xml")

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by what they are to it: officeDocument, styles, numbering."""
        folder = dirname(part)
        relations = self.parse(join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
        found: dict[str, str] = {}
        for relation in relations if relations is not None else ():
            kind = _RELATION.search(relation.get("Type", ""))
            target = relation.get("Target", "")
            if kind and relation.get("TargetMode") != "External":
                found[kind[1]] = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        return found

    def parse(self, name: str) -> Element | None:
        """A part as a tree, None where there is none."""
        info = self._names.get(name)
        if info is None:
            return None
        if info.flag_bits & _LOCKED:
            raise ReadError(f"has a password; save it without one, or {ADVICE}")
        parser = XMLParser(target=_WithoutDoctype())  # noqa: S314 - the target refuses what could be made to explode
        try:
            with self._archive.open(info) as file:
                while chunk := file.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise _too_large(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
                    parser.feed(chunk)
            root: Element = parser.close()
        except (zipfile.BadZipFile, ParseError, OSError, EOFError, ValueError, RuntimeError) as error:
            raise _damaged() from error
        return root


class _WithoutDoctype(TreeBuilder):
    """Builds a tree, and refuses a document type: with one, a few lines can stand for gigabytes."""

    def doctype(self, *_: str | None) -> None:
        raise ReadError(f"holds a document type definition, which no Word document has; {ADVICE}")


def _too_large(excess: str) -> ReadError:
    return ReadError(f"{excess}, which is more than a Word document of words does; {ADVICE}")


def _damaged() -> ReadError:
    return ReadError(f"is a damaged Word document; save it again in Word, or {ADVICE}")
