"""The same page and seed give the same bytes, whatever the hash seed and the locale."""

import os
import subprocess
import sys

import pytest

from question_bank.document import shipped_documents
from question_bank.generator import generate
from question_bank.reader import read_file
from tests.support.source import ROOT


def printed(name: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "question_bank", "generate", str(shipped_documents()[name]), "--seed", "7"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=True)
    return done.stdout


@pytest.mark.parametrize("name", ["nhs-somerset", "mersey-care"])
def test_output_is_the_same_to_the_byte(name: str) -> None:
    first = printed(name, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert first == printed(name, PYTHONHASHSEED="4242", LC_ALL="POSIX", PYTHONUTF8="1")
    assert len(first) > 10_000


def test_a_page_read_twice_gives_an_equal_bank() -> None:
    path = shipped_documents()["nhs-somerset"]
    banks = [generate(read_file(path), organisation="NHS Somerset", seed=3) for _ in range(2)]
    assert banks[0] == banks[1]
    assert banks[0] != generate(read_file(path), organisation="NHS Somerset", seed=4)
