"""A question's words, with the gap as something that is both seen and heard."""

GAP = "____"
HEARD = "gap"


def split_stem(stem: str) -> tuple[str, ...]:
    """The parts around the gap; the whole stem where there is none."""
    return tuple(stem.split(GAP))


def spoken_stem(stem: str) -> str:
    """The stem for a title, which cannot show a gap: as a screen reader says it."""
    return " ".join(f" {HEARD} ".join(split_stem(stem)).split())
