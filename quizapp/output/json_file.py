"""Rows as a JSON file: a head that says what they are, and an object a row, keyed by the column headings."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

Value = str | int | None


def json_lines(header: Sequence[str], rows: Iterable[Sequence[Value]], *, head: Mapping[str, str]) -> Iterator[bytes]:
    """The file line by line, as UTF-8: `{**head, "rows": [{heading: value, ...}, ...]}`, a line a row.

    Texts are kept as they are, whole numbers are numbers, None is null.
    """
    said = "".join(f"{_written(name)}: {_written(text)}, " for name, text in head.items())
    yield _encoded(f'{{{said}"rows": [')
    between = "\n"
    for row in rows:
        yield _encoded(between + _written(dict(zip(header, row, strict=True))))
        between = ",\n"
    yield b"\n]}\n"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
