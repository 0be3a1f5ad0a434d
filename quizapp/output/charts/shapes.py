"""The few shapes all pictures are made of, and their inks: each is told apart in grey and by its form too."""

from collections.abc import Sequence

from quizapp.output.charts.lettering import FONT
from quizapp.output.charts.svg import Svg, element, number, words

INK = "#212b32"
QUIET = "#4c6272"
FAINT = "#d8dde0"
BLUE = "#005eb8"
ORANGE = "#b84d00"
PLUM = "#7c2855"
PAPER = "#ffffff"


def line(start: tuple[float, float], end: tuple[float, float], *, ink: str, thick: float = 1, dash: str = "") -> Svg:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    return element("path", {"d": f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", **_stroke(ink, thick, dash)})


def path(points: Sequence[tuple[float, float]], *, ink: str, thick: float = 1, dash: str = "") -> Svg:
    """A line through points."""
    places = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return element("path", {"d": f"M{places}", **_stroke(ink, thick, dash), "stroke-linejoin": "round"})


def box(left: float, top: float, *, width: float, height: float, fill: str, ink: str = "none") -> Svg:
    """A rectangle; `ink` is its edge."""
    return element("rect", {"x": left, "y": top, "width": width, "height": height, "fill": fill, "stroke": ink})


def text(x: float, y: float, *, say: str, size: float, anchor: str = "start", weight: str = "normal") -> Svg:
    """One line of words; `y` is where the letters stand."""
    attributes: dict[str, str | float] = {"x": x, "y": y, "font-family": FONT, "font-size": size, "fill": INK}
    if anchor != "start":
        attributes["text-anchor"] = anchor
    if weight != "normal":
        attributes["font-weight"] = weight
    return element("text", attributes, words(say))


def haloed(piece: Svg) -> Svg:
    """Words on a background of their own colour of paper, where lines may run behind them."""
    halo: dict[str, str | float] = {
        "stroke": PAPER,
        "stroke-width": 4,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
    }
    return element("g", halo, piece)


def dot(x: float, y: float, *, ink: str, radius: float = 4.5) -> Svg:
    """A filled circle."""
    return element("circle", {"cx": x, "cy": y, "r": radius, "fill": ink, "stroke": PAPER, "stroke-width": 1})


def ring(x: float, y: float, *, ink: str) -> Svg:
    """An open circle."""
    return element("circle", {"cx": x, "cy": y, "r": 4, "fill": PAPER, "stroke": ink, "stroke-width": 2})


def square(x: float, y: float, *, ink: str) -> Svg:
    """A filled square."""
    return element(
        "rect", {"x": x - 4.5, "y": y - 4.5, "width": 9, "height": 9, "fill": ink, "stroke": PAPER, "stroke-width": 1}
    )


def diamond(x: float, y: float, *, ink: str) -> Svg:
    """A filled square on its corner."""
    points = " ".join(f"{number(a)},{number(b)}" for a, b in ((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)))
    return element("polygon", {"points": points, "fill": ink, "stroke": PAPER, "stroke-width": 1})


def triangle(x: float, y: float, *, ink: str, is_up: bool) -> Svg:
    """A filled triangle that points up or down."""
    way = -1 if is_up else 1
    corners = ((x, y + 8 * way), (x - 7, y - 5 * way), (x + 7, y - 5 * way))
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    return element("polygon", {"points": points, "fill": ink, "stroke": PAPER, "stroke-width": 1})


def moved(x: float, y: float, *pieces: Svg) -> Svg:
    """Pieces drawn around the origin, put in their place."""
    return element("g", {"transform": f"translate({number(x)} {number(y)})"}, *pieces)


def _stroke(ink: str, thick: float, dash: str) -> dict[str, str | float]:
    dashed: dict[str, str | float] = {"stroke-dasharray": dash} if dash else {}
    return {"fill": "none", "stroke": ink, "stroke-width": thick, **dashed}
