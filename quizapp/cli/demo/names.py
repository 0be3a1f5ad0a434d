"""Names and addresses for people who are made up: nobody twice, and nobody who is there already."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from quizapp.cli.demo.days import pick
from quizapp.cli.demo.story import HERE

LETTERS = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "ß": "ss"})
"""What has no letter below its mark."""


@dataclass(frozen=True, slots=True)
class _Group:
    share: int
    first: tuple[str, ...]
    last: tuple[str, ...]


def make_names(seed: str, *, taken: Collection[str]) -> Iterator[str]:
    """Names without end, the same ones for a seed."""
    groups = _read_groups()
    drawn = [place for place, group in enumerate(groups) for _ in range(group.share)]
    used = set(taken)
    number = 0
    while True:
        number += 1
        group = groups[drawn[pick(len(drawn), seed, number, "group")]]
        first = group.first[pick(len(group.first), seed, number, "first")]
        last = group.last[pick(len(group.last), seed, number, "last")]
        name = f"{first} {last}"
        if name not in used:
            used.add(name)
            yield name


def address_of(name: str, *, host: str) -> str:
    """The e-mail address an organisation would give somebody: `kasia.wojcik@…`."""
    plain = normalize("NFKD", name.translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    first, _, last = (re.sub(r"[^a-z-]", "", part) for part in plain.rpartition(" "))
    return f"{first}.{last}@{host}"


def _read_groups() -> list[_Group]:
    content = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
    return [_Group(one["share"], tuple(one["first"]), tuple(one["last"])) for one in content["groups"]]
