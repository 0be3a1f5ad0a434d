"""How an item is shown in quiz programs: the weights of its answers, what explains it, what stands in the way."""

from collections.abc import Iterator

from question_bank.model import Item, Kind

_GRADES_OF_MOODLE = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20)


def shares(item: Item) -> tuple[str, ...]:
    """Per cent of the mark for each option: right ones together 100, a wrong one among several takes all away."""
    if item.kind is not Kind.MULTIPLE:
        return tuple("100" if option.correct else "0" for option in item.options)
    right = len(item.keys)
    parts = [round(100 / right, 5)] * right if right else []
    if parts:
        parts[-1] = round(100 - sum(parts[:-1]), 5)
    given = iter(parts)
    return tuple(_number(next(given)) if option.correct else "-100" for option in item.options)


def spares(item: Item) -> tuple[str, ...]:
    """The right-hand choices of a matching item that belong to nothing."""
    rights = [right for _, right in item.pairs or ()]
    return tuple(option.text for option in item.options if option.text not in rights)


def is_true_false(item: Item) -> bool:
    """Whether the two answers are the two that quiz programs print by themselves."""
    texts = sorted(option.text for option in item.options)
    return item.kind is Kind.TRUE_FALSE and texts == ["False", "True"] and len(item.keys) == 1


def explanation(item: Item) -> str:
    """What is said after any answer: the page's lines; of matching also the rationales, which have no other place."""
    lines = [f"Line {citation.line}: “{citation.text}”" for citation in item.source]
    if item.kind is Kind.MATCHING:
        lines = [f"{option.text}: {option.rationale}" for option in item.options if option.rationale] + lines
    return "\n".join(lines)


def obstacles(item: Item) -> Iterator[str]:
    """What Moodle will refuse or play in another way."""
    if item.kind is Kind.MATCHING:
        yield from _obstacles_of_matching(item)
        return
    if len(item.options) < 2 or not item.keys or not item.distractors:
        yield "Moodle does not take it: it has no right answer, or no wrong one"
    elif item.kind is Kind.TRUE_FALSE and not is_true_false(item):
        yield "Moodle shows it as a choice, as its answers are not True and False"
    elif item.kind is Kind.MULTIPLE and len(item.keys) not in _GRADES_OF_MOODLE:
        yield f"Moodle has no weight for one right answer in {len(item.keys)}"
    elif item.kind in (Kind.SINGLE, Kind.GAP) and len(item.keys) > 1:
        yield "Moodle takes any one of its right answers for the whole mark"
    if any(not option.text.strip() for option in item.options):
        yield "Moodle does not take it: an answer has no words"


def _obstacles_of_matching(item: Item) -> Iterator[str]:
    pairs = item.pairs or ()
    if len(pairs) < 2 or len({right for _, right in pairs}) + len(spares(item)) < 3:
        yield "Moodle does not take it: matching needs two pairs and three answers"
    if any(not left.strip() or not right.strip() for left, right in pairs):
        yield "Moodle does not take it: a pair has a side without words"


def _number(share: float) -> str:
    return f"{share:.5f}".rstrip("0").rstrip(".")
