"""The words of a Word paragraph: inserted ones read, deleted and hidden ones not, text boxes set aside."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from question_bank.errors import ReadError
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.word.names import child, is_on, name_of, value_of

_LEFT_OUT = (
    "pPr rPr del delText moveFrom instrText delInstrText fldChar footnoteReference endnoteReference commentReference "
    "annotationRef footnoteRef endnoteRef sdtPr sdtEndPr tbl rt"
)
_NEVER = frozenset(_LEFT_OUT.split())
_IN_PLACE_OF_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_UNSEEN_STYLES = frozenset({"PlaceholderText"})
_MOST_LEVELS = 200


@dataclass(slots=True)
class Runs:
    """The words of a paragraph, and the text boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in one, soft hyphens left out."""
        return "".join(self.pieces).replace("\u00ad", "")

    def add(self, other: "Runs") -> None:
        """Take over the words and boxes of what follows."""
        self.pieces += other.pieces
        self.boxes += other.boxes


def runs_of(paragraph: Element) -> Runs:
    """What is to be read in a paragraph."""
    runs = Runs()
    _collect(paragraph, runs, depth=0)
    return runs


def _collect(element: Element, runs: Runs, *, depth: int) -> None:
    if depth > _MOST_LEVELS:
        raise ReadError(f"has a paragraph with parts inside one another more than {_MOST_LEVELS} deep; {ADVICE}")
    for part in element:
        name = name_of(part.tag)
        if name in _NEVER or (name == "r" and _is_unseen(part)):
            continue
        if name == "t":
            runs.pieces.append(part.text or "")
        elif name in _IN_PLACE_OF_LETTERS:
            runs.pieces.append(_IN_PLACE_OF_LETTERS[name])
        elif name == "txbxContent":
            runs.boxes.append(part)
        elif name == "AlternateContent":
            chosen = child(part, "Choice")
            _collect(chosen if chosen is not None else part, runs, depth=depth + 1)
        elif not (name == "sdt" and is_on(child(part, "sdtPr"), "showingPlcHdr")):
            _collect(part, runs, depth=depth + 1)


def _is_unseen(run: Element) -> bool:
    properties = child(run, "rPr")
    if is_on(properties, "vanish") or is_on(properties, "strike") or is_on(properties, "dstrike"):
        return True
    return value_of(child(properties, "rStyle")) in _UNSEEN_STYLES
