"""What a server spends: the processor time of a process and of all that belong to it, as Linux counts it."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

SETTLED_IN = 0.0005
LOOKS = 40
NANOSECONDS_IN_MS = 1_000_000


def can_be_metered() -> bool:
    """Whether this machine says what processes spend."""
    return Path(f"/proc/{os.getpid()}/task/{os.getpid()}/schedstat").exists()


class CpuMeter:
    """Milliseconds that each of some processes, with all it started, has spent since one last asked.

    A server still writes its log when the page has arrived, so the meter waits until nothing is spent any more.
    """

    def __init__(self, process_ids: Iterable[int | None]) -> None:
        self._roots = tuple(process_ids)
        self._last = self._settled()

    def lap(self) -> list[float]:
        """What was spent since the meter was made or last asked; 0 for what has no process."""
        before, self._last = self._last, self._settled()
        return [(now - then) / NANOSECONDS_IN_MS for then, now in zip(before, self._last, strict=True)]

    def _settled(self) -> list[int]:
        spent = self._spent()
        for _ in range(LOOKS):
            time.sleep(SETTLED_IN)
            before, spent = spent, self._spent()
            if spent == before:
                break
        return spent

    def _spent(self) -> list[int]:
        return [sum(map(_spent_by, _family(root))) if root else 0 for root in self._roots]


def _family(process_id: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process_id
    for thread in _threads(process_id):
        with suppress(OSError):
            for child in (thread / "children").read_text(encoding="ascii").split():
                yield from _family(int(child))


def _spent_by(process_id: int) -> int:
    """Nanoseconds of its threads that run, and of its children that have ended."""
    spent = 0
    for thread in _threads(process_id):
        with suppress(OSError):
            spent += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
    with suppress(OSError):
        # The name in brackets may hold spaces; after it come the state and the numbers.
        fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        spent += sum(map(int, fields[13:15])) * 1_000_000_000 // os.sysconf("SC_CLK_TCK")
    return spent


def _threads(process_id: int) -> list[Path]:
    with suppress(OSError):
        return list(Path(f"/proc/{process_id}/task").iterdir())
    return []
