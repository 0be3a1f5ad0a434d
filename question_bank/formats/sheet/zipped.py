"""Whether a zipped file may be opened at all: how much is in it, how far it unpacks, and what it declares."""

import io
import zipfile
import zlib

from question_bank.errors import FormatError

ENTRIES, UNPACKED, RATIO = 2_000, 50 * 1024 * 1024, 200
_SMALL = 100_000
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML = (".xml", ".rels")


def check_zip(content: bytes, *, name: str) -> None:
    """FormatError where opening it could cost more than a bank is worth; nothing is unpacked to find out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), name)
            for entry in archive.infolist():
                if entry.filename.endswith(_XML):
                    _check_declarations(archive.read(entry), f"{name}: {entry.filename}")
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise FormatError(f"{name}: is damaged, or locked with a password; save it again as .xlsx") from error


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > ENTRIES:
        raise FormatError(f"{name}: holds {len(entries)} parts, over {ENTRIES}, which no bank needs")
    if sum(entry.file_size for entry in entries) > UNPACKED:
        raise FormatError(f"{name}: unpacks to more than {UNPACKED // 1024**2} MB, which no bank needs")
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > RATIO * max(entry.compress_size, 1):
            raise FormatError(f"{name}: {entry.filename} unpacks to over {RATIO} times its size, which no bank does")


def _check_declarations(part: bytes, where: str) -> None:
    if any(word in part for word in _DECLARATIONS):
        raise FormatError(f"{where}: declares a document type, which workbooks have no use for")
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in part[:4]:
        raise FormatError(f"{where}: is not in UTF-8, as workbooks are; save it again as .xlsx")
