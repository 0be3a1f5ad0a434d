"""Fills that are told apart by colour, by shade and by pattern, in print and in grey too."""

from enum import StrEnum

from quizapp.output.charts.shapes import BLUE, INK, PAPER, box, dot, line
from quizapp.output.charts.svg import Svg, element


class Fill(StrEnum):
    """What a part of a bar is filled with."""

    SOLID = "solid"
    DARK = "dark"
    RISING = "rising stripes"
    FALLING = "falling stripes"
    DOTS = "dots"
    UPRIGHT = "upright stripes"
    LEVEL = "level stripes"
    GRID = "grid"
    EMPTY = "empty"


GREEN, RED, YELLOW, SKY, GREY = "#007f3b", "#a2190f", "#7a5c00", "#003087", "#4c6272"
_INKS = {
    Fill.SOLID: GREEN,
    Fill.DARK: RED,
    Fill.RISING: RED,
    Fill.FALLING: YELLOW,
    Fill.DOTS: BLUE,
    Fill.UPRIGHT: SKY,
    Fill.LEVEL: GREY,
    Fill.GRID: GREY,
    Fill.EMPTY: INK,
}
_TILE = 8.0


def ink_of(fill: Fill) -> str:
    """The colour of its pattern and of its edge."""
    return _INKS[fill]


def reference(fill: Fill, *, name: str) -> str:
    """What a shape on the sheet of this name says to be filled so."""
    if fill in (Fill.SOLID, Fill.DARK):
        return _INKS[fill]
    return PAPER if fill is Fill.EMPTY else f"url(#{_id(fill, name)})"


def define(fill: Fill, *, name: str) -> Svg:
    """The pattern, to be put on the sheet once; nothing for a plain fill."""
    if fill in (Fill.SOLID, Fill.DARK, Fill.EMPTY):
        return Svg("")
    ink = _INKS[fill]
    upright = line((2, 0), (2, _TILE), ink=ink, thick=3)
    level = line((0, 4), (_TILE, 4), ink=ink, thick=2)
    marks = {
        Fill.RISING: (line((2, 0), (2, _TILE), ink=ink, thick=4),),
        Fill.FALLING: (upright,),
        Fill.UPRIGHT: (upright,),
        Fill.LEVEL: (level,),
        Fill.GRID: (level, line((4, 0), (4, _TILE), ink=ink, thick=1)),
        Fill.DOTS: (dot(4, 4, ink=ink, radius=2.5),),
    }[fill]
    turned = {Fill.RISING: "rotate(45)", Fill.FALLING: "rotate(-45)"}
    attributes: dict[str, str | float] = {
        "id": _id(fill, name),
        "width": _TILE,
        "height": _TILE,
        "patternUnits": "userSpaceOnUse",
    }
    if fill in turned:
        attributes["patternTransform"] = turned[fill]
    return element("pattern", attributes, box(0, 0, width=_TILE, height=_TILE, fill=PAPER), *marks)


def _id(fill: Fill, name: str) -> str:
    return f"{name}-{fill.value.replace(' ', '-')}"
