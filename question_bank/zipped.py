"""Whether a zipped file may be unpacked at all: how many parts it has, and how large they say they become."""

from collections.abc import Sequence
from zipfile import ZipInfo

MOST_ENTRIES = 2_000
MOST_UNPACKED = 50_000_000
MOST_RATIO = 200
"""Parts, bytes of all of them together, and how often larger than packed each may get."""

SMALLEST_SUSPECT = 100_000
"""What unpacks to less than this may be packed as tightly as it likes."""


def find_excess(entries: Sequence[ZipInfo]) -> str | None:
    """What is too much about an archive, to go on after its name; what it declares need not be true."""
    if len(entries) > MOST_ENTRIES:
        return f"holds more than {MOST_ENTRIES:,} parts"
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
    for entry in entries:
        if entry.file_size > max(SMALLEST_SUSPECT, MOST_RATIO * entry.compress_size):
            return f"has a part that unpacks to over {MOST_RATIO} times its size"
    return None
