"""Whether a zipped file may be opened at all: how much is in it, how far it unpacks, and what it declares."""

import io
import zipfile
import zlib

from question_bank.errors import FormatError
from question_bank.zipped import find_excess

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML = (".xml", ".rels")


def check_zip(content: bytes, *, name: str) -> None:
    """FormatError where opening it could cost more than a bank is worth; nothing is unpacked to find out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if excess := find_excess(archive.infolist()):
                raise FormatError(f"{name}: {excess}, which no bank needs")
            for entry in archive.infolist():
                if entry.filename.endswith(_XML):
                    _check_declarations(archive.read(entry), f"{name}: {entry.filename}")
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise FormatError(f"{name}: is damaged, or locked with a password; save it again as .xlsx") from error


def _check_declarations(part: bytes, where: str) -> None:
    if any(word in part for word in _DECLARATIONS):
        raise FormatError(f"{where}: declares a document type, which workbooks have no use for")
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in part[:4]:
        raise FormatError(f"{where}: is not in UTF-8, as workbooks are; save it again as .xlsx")
