"""How wide words come out, so that labels can be kept apart before anything is drawn."""

FONT = "Arial, Helvetica, sans-serif"
BOLD_FACTOR = 1.08

_WIDTHS = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 667


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The length of a line of text in the same unit as its size."""
    thousandths = sum(_BY_LETTER.get(letter, _UNKNOWN) for letter in text)
    return thousandths * size / 1000 * (BOLD_FACTOR if bold else 1)


def wrap(text: str, size: float, *, room: float, bold: bool = False) -> list[str]:
    """The text in lines that fit; a word that is longer than a line is broken where the line ends."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.extend(_pieces(word, size, room=room, bold=bold))
    return lines or [""]


def _pieces(word: str, size: float, *, room: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
