"""What robots that know only the tricks of test-takers get right on the banks of many pages, and where keys stand.

    python -m bench.robots [PAGE or FOLDER ...]

Without pages: the shipped ones and those the reader is tested on. A robot passes where it gets no more right than
chance + 1.645 standard errors; keys pass where chi-square over 200 deliveries of every item has p over .01.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from question_bank.checks.measures.chance import chance_of_more, chi_square
from question_bank.checks.measures.robots import Guesses, add_up, has_one_key, send_robots
from question_bank.document import document_beside, shipped_documents
from question_bank.generator import generate
from question_bank.model import Bank, Item
from question_bank.quantities import in_order
from question_bank.reader import read_file
from quizapp.assessment.papers.paper import option_order

DELIVERIES = 200
ENOUGH_ITEMS, ENOUGH_PAGES = 200, 10
LEAST_CHANCE = 0.01
FILES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
CORPUS = Path(__file__).parent.parent / "tests" / "question_bank" / "reader" / "pages"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where keys stood among so many options, and the chance of counts as uneven as these."""

    options: int
    counts: tuple[int, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured over how many pages and items."""

    pages: int
    items: int
    guesses: tuple[Guesses, ...]
    places: tuple[Placed, ...]

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to judge by."""
        return self.items >= ENOUGH_ITEMS and self.pages >= ENOUGH_PAGES

    @property
    def passes(self) -> bool:
        """Whether no robot beats chance and keys stand anywhere."""
        level = all(place.chance > LEAST_CHANCE for place in self.places)
        return level and not any(guess.beats_chance for guess in self.guesses)


def main() -> int:
    """Measure, print, and end with 1 where a robot beats chance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", type=Path, default=[*shipped_documents().values(), CORPUS])
    measured = measure([file for given in parser.parse_args().page for file in page_files(given)])
    print(f"{measured.items} single-choice and gap items from {measured.pages} pages")
    if not measured.is_enough:
        print(f"too few to judge by: {ENOUGH_ITEMS} items from {ENOUGH_PAGES} pages are needed")
    for guess in measured.guesses:
        verdict = "beats chance" if guess.beats_chance else "at chance"
        print(
            f"  {guess.robot:<32} {guess.accuracy:6.1%}  chance {guess.chance:.1%}  limit {guess.limit:.1%}  {verdict}"
        )
    for place in measured.places:
        counts = " / ".join(str(count) for count in place.counts)
        print(f"  keys of {place.options} options over {DELIVERIES} deliveries: {counts}  p = {place.chance:.3f}")
    return int(not measured.passes)


def page_files(given: Path) -> tuple[Path, ...]:
    """A page itself, or the pages in a folder in the order of their names."""
    if not given.is_dir():
        return (given,)
    return tuple(sorted(file for file in given.iterdir() if file.suffix in FILES and file.stem != "README"))


def measure(files: Sequence[Path]) -> Measured:
    """Send the robots through the bank of every page, and add up what they get."""
    banks = [(bank.organisation, [item for item in bank.items if has_one_key(item)]) for bank in map(_bank, files)]
    asked = [(organisation, items) for organisation, items in banks if items]
    sent = [send_robots(items, organisation=organisation) for organisation, items in asked]
    return Measured(
        pages=len(asked),
        items=sum(len(items) for _, items in asked),
        guesses=tuple(add_up(parts) for parts in zip(*sent, strict=True)),
        places=tuple(_places([item for _, items in asked for item in items])),
    )


def _bank(file: Path) -> Bank:
    document = document_beside(file)
    return generate(read_file(file), organisation=document.organisation if document else None)


def _places(items: Sequence[Item]) -> Iterator[Placed]:
    """Where the key stands when every item is delivered so many times; options in sequence are never shuffled."""
    counts: dict[int, Counter[int]] = {}
    for item in items:
        if in_order([option.text for option in item.options]):
            continue
        tokens = [str(number) for number in range(len(item.options))]
        key = str(next(number for number, option in enumerate(item.options) if option.correct))
        orders = (option_order(tokens, seed=f"delivery {number}|{item.id}") for number in range(DELIVERIES))
        counts.setdefault(len(tokens), Counter()).update(order.index(key) for order in orders)
    for size in sorted(counts):
        placed = tuple(counts[size][place] for place in range(size))
        yield Placed(size, placed, chance_of_more(*chi_square(placed)))


if __name__ == "__main__":
    sys.exit(main())
