"""The same items and seed give the same paper, whatever Python's own hashing does."""

import os
import subprocess
import sys

import pytest

from question_bank.document import shipped_documents
from tests.support.source import ROOT

DRAW = """
import sys
from pathlib import Path
from bench.papers import bank_items, candidates_of
from quizapp.assessment.papers.candidates import PaperRequest
from quizapp.assessment.papers.paper import assemble_paper, option_order

items = bank_items(Path(sys.argv[1]))
pool = candidates_of(items)
names = tuple(dict.fromkeys(name for item in pool for name in item.value_names))
for number in range(20):
    request = PaperRequest(8, names, seed=f"replay {number}", missed=frozenset(names[:2]))
    for item in assemble_paper(pool, request):
        tokens = [option.text for option in items[item.id].options]
        print(items[item.id].id, option_order(tokens, seed=f"{number}|{item.id}"))
"""


def drawn(page: str, **environment: str) -> bytes:
    command = [sys.executable, "-c", DRAW, str(shipped_documents()[page])]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=True)
    return done.stdout


@pytest.mark.parametrize("page", sorted(shipped_documents()))
def test_papers_are_drawn_again_to_the_byte(page: str) -> None:
    first = drawn(page, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert first == drawn(page, PYTHONHASHSEED="4242", LC_ALL="POSIX", PYTHONUTF8="1")
    assert first.count(b"\n") == 160
