"""`diff`: say what a new edition of a page changed, passage by passage."""

import argparse
from pathlib import Path

from question_bank.commands.output import print_json
from question_bank.reader import read_file
from question_bank.reader.changes import Change, ChangeKind, Placed, compare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed after `diff`."""
    parser.add_argument("old", type=Path, help="the page as it was")
    parser.add_argument("new", type=Path, help="the page as it is now")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Print every change in the new page's order, what was removed, and the counts."""
    changes = compare(read_file(options.old), read_file(options.new))
    if options.json:
        print_json([_change_to_dict(change) for change in changes])
        return 0
    for change in changes:
        print("\n".join(_lines(change)))
    counts = (f"{sum(change.kind is kind for change in changes)} {kind}" for kind in ChangeKind)
    print(f"\n{', '.join(counts)}")
    return 0


def _lines(change: Change) -> list[str]:
    shown = change.new or change.old
    lines = [f"{change.kind:8}  line {shown.line}: {shown.place}: “{shown.text}”"] if shown else []
    if change.kind is ChangeKind.MOVED and change.old:
        lines.append(f"          from line {change.old.line}: {change.old.place}{_other_words(change)}")
    if change.kind is ChangeKind.REWORDED and change.old:
        lines.append(f"          was line {change.old.line}: “{change.old.text}”")
    return lines


def _other_words(change: Change) -> str:
    if change.old and change.new and change.old.text != change.new.text:
        return f": “{change.old.text}”"
    return ""


def _change_to_dict(change: Change) -> dict[str, object]:
    return {"kind": change.kind.value, "old": _placed_to_dict(change.old), "new": _placed_to_dict(change.new)}


def _placed_to_dict(placed: Placed | None) -> dict[str, object] | None:
    return None if placed is None else {"place": placed.place, "line": placed.line, "text": placed.text}
