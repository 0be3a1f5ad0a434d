"""How well the reader reads pages of every layout, and whether its time grows with the text and no faster.

    python -m bench.reader [FOLDER] [--show] [--no-time]

The folder holds `page-NN.txt` with a reading by hand in `page-NN.json` beside it.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from bench.reader_score import Score, score_folder
from question_bank.document import shipped_documents
from question_bank.reader import read_text

PAGES = Path(__file__).resolve().parent.parent / "tests" / "question_bank" / "reader" / "pages"
SIZES = (20_000, 200_000, 2_000_000)
NANOSECONDS = 1_000_000_000


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=PAGES, help="pages with their readings by hand")
    options.add_argument("--show", action="store_true", help="say what was missed")
    options.add_argument("--no-time", action="store_true", help="leave the times out")
    chosen = options.parse_args()
    print_score(score_folder(chosen.folder), show=chosen.show)
    if not chosen.no_time:
        print_times()


def print_score(score: Score, *, show: bool) -> None:
    """One line of figures, below what was missed."""
    if show:
        print("\n".join(score.notes))
    print(
        f"pages {score.pages}  value F1 {score.value_f1:.3f}  behaviour F1 {score.behaviour_f1:.3f}  "
        f"misattached {score.misattached}  unwanted as wanted {score.avoid_as_wanted}  spurious {score.spurious}  "
        f"visions {score.visions}  missions {score.missions}  meanings {score.definitions} of {score.values[1]}  "
        f"unwanted F1 {score.unwanted_f1:.3f}  crashes {score.crashes}"
    )


def print_times() -> None:
    """Processor time per character at three sizes, and the largest as a ratio to the smallest."""
    print(f"{'text':<24}" + "".join(f"{size:>12,}" for size in SIZES) + "   ns per character, ratio")
    for name, make in texts().items():
        costs = [_cost(make(size)) for size in SIZES]
        print(
            f"{name:<24}" + "".join(f"{cost:>12.0f}" for cost in costs) + f"   {costs[-1] / costs[0]:.2f}", flush=True
        )


def texts() -> dict[str, Callable[[int], str]]:
    """Texts of any length that try a reader in different ways."""
    pages = {name: path.read_text(encoding="utf-8") + "\n" for name, path in shipped_documents().items()}
    made = {
        **pages,
        "one line": "the words of one very long line ",
        "bullets": "• ring back on the same day\n",
        "short lines": "Open\n",
        "names with meanings": "Open – we say so\n",
        "openings and items": "We will:\nring back\n",
        "names in sentences": "Our values are open, kind and bold.\n",
        "digits": "0123456789",
        "blank lines": "\n",
    }
    fixed = {name: _repeated(unit) for name, unit in made.items()}
    return {**fixed, "different values": _different_values}


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _different_values(size: int) -> str:
    lines = ["Our values", *(f"Name{number}\n• do thing {number}" for number in range(size // 25))]
    return "\n".join(lines)


def _cost(text: str) -> float:
    """Nanoseconds of processor time for each character."""
    begin = time.process_time()
    read_text(text)
    return (time.process_time() - begin) * NANOSECONDS / len(text)


if __name__ == "__main__":
    main()
