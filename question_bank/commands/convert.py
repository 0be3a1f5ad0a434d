"""`convert`: carry a bank from one format into another."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from question_bank.errors import FormatError
from question_bank.formats.registry import FORMATS, format_by_ending, format_named, read_bank, write_bank
from question_bank.formats.transfer import LARGEST


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `convert`."""
    names = [known.name for known in FORMATS]
    parser.add_argument("source", type=Path, metavar="IN", help="a bank in any of the formats")
    parser.add_argument("target", type=Path, metavar="OUT", help="where it is to be written")
    parser.add_argument("--from", dest="from_format", choices=names, help="the format of IN; else by its content")
    parser.add_argument("--to", dest="to_format", choices=names, help="the format of OUT; else by its ending")
    parser.add_argument("--organisation", help="the name the bank is to have; else the one it has")


def run(options: argparse.Namespace) -> int:
    """Write OUT, and list on stderr whatever did not come along."""
    to = format_named(options.to_format) if options.to_format else format_by_ending(str(options.target))
    known = format_named(options.from_format) if options.from_format else None
    incoming = read_bank(_content(options.source), name=str(options.source), known=known)
    bank = incoming.bank
    if options.organisation:
        bank = replace(bank, organisation=options.organisation)
    outgoing = write_bank(bank, to=to)
    _write(options.target, outgoing.content)
    _list(options.source, incoming.notes)
    _list(options.target, outgoing.notes)
    print(f"{options.target}: {len(bank.items)} questions as {to.title}")
    return 0


def _content(path: Path) -> bytes:
    """What stands in the file, and of one that is too large no more than shows it."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise FormatError(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing: written beside, then put in place."""
    beside = ""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            beside = stream.name
            stream.write(content)
        Path(beside).chmod(0o666 & ~_mask())
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise FormatError(f"{path}: cannot be written ({error.strerror or error})") from error


def _mask() -> int:
    """What this person's new files are closed to; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _list(path: Path, notes: Iterable[str]) -> None:
    for note in notes:
        print(f"{path}: {' '.join(note.split())}", file=sys.stderr)
