"""A drawn picture taken apart: where its words lie, and whatever is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from quizapp.output.charts.lettering import width_of

SPACE = "{http://www.w3.org/2000/svg}"
_PLACE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_ALLOWED = ("svg", "title", "desc", "defs", "pattern", "g", "path", "rect", "circle", "polygon", "text")


@dataclass(frozen=True)
class Said:
    """One line of words on the sheet and the room it takes."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Said") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def words_on(svg: str) -> list[Said]:
    """All words of a picture with their places."""
    return list(_said(_parse(svg), 0, 0))


def faults_of(svg: str) -> list[str]:
    """Words that run into each other or off the sheet, elements and attributes that a page of ours may not have."""
    root = _parse(svg)
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    said = words_on(svg)
    faults = [f"{one.words!r} touches {other.words!r}" for one, other in combinations(said, 2) if one.touches(other)]
    faults += [
        f"{one.words!r} leaves the sheet"
        for one in said
        if one.left < -0.5 or one.right > width + 0.5 or one.top < -0.5 or one.bottom > height + 0.5
    ]
    for part in root.iter():
        name = part.tag.removeprefix(SPACE)
        if name not in _ALLOWED:
            faults.append(f"an element {name}")
        faults += [f"{key} on {name}" for key in part.attrib if key in ("style", "href", "class") or key[:2] == "on"]
    ids = [part.attrib["id"] for part in root.iter() if "id" in part.attrib]
    faults += [f"the id {one} is not unique" for one in ids if ids.count(one) > 1]
    named = {root.attrib["aria-labelledby"], root.attrib["aria-describedby"]}
    used = set(re.findall(r"url\(#([^)]+)\)", svg)) | named
    return faults + [f"nothing has the id {one}" for one in used - set(ids)]


def _parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - what we have drawn ourselves


def _said(part: ElementTree.Element, x: float, y: float) -> Iterator[Said]:
    if moved := _PLACE.match(part.attrib.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if part.tag == f"{SPACE}text":
        size, words = float(part.attrib["font-size"]), part.text or ""
        width = width_of(words, size, bold=part.attrib.get("font-weight") == "bold")
        before = {"start": 0.0, "middle": width / 2, "end": width}[part.attrib.get("text-anchor", "start")]
        left, foot = x + float(part.attrib["x"]) - before, y + float(part.attrib["y"])
        yield Said(words, left, left + width, foot - size * 0.75, foot + size * 0.2)
    for child in part:
        yield from _said(child, x, y)
