"""Every fixed text of the interface, read from templates and code: what is printed whatever the data are."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from question_bank.checks.measures.reading_age import FEWEST_SENTENCES, LONG_WORD, grade
from question_bank.checks.measures.syllables import syllables
from question_bank.text import fold_space, sentences
from question_bank.words import words
from tests.support.source import ROOT

TEMPLATES = ROOT / "quizapp" / "templates"
CODE = (ROOT / "quizapp" / "web", ROOT / "quizapp" / "services")
FILLED_IN = "x"
"""Stands for what is filled in: a word of one syllable, so that no sentence is made harder or shorter by it."""

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|span|strong)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_ENDS = (".", "?", ":")


def interface_texts(*, under: Sequence[str] = ("",)) -> dict[str, list[str]]:
    """The texts by the file they stand in; `under` names parts, folders below templates, web and services."""
    found = {}
    for folder, ending, read in ((TEMPLATES, ".html", template_texts), *((code, ".py", code_texts) for code in CODE)):
        for part in under:
            for path in sorted((folder / part).rglob(f"*{ending}")):
                found[path.relative_to(ROOT).as_posix()] = list(_texts_in(path, read))
    return found


@cache
def _texts_in(path: Path, read: Callable[[str], Iterator[str]]) -> tuple[str, ...]:
    return tuple(read(path.read_text(encoding="utf-8")))


def template_texts(source: str) -> Iterator[str]:
    """What a template prints by itself, a text for each block, and the words it hands to components."""
    for constant in Environment(autoescape=True).parse(source).find_all(nodes.Const):
        if _is_words(constant.value):
            yield fold_space(constant.value)
    plain = _STATEMENT.sub("", _FILLED.sub(FILLED_IN, _COMMENT.sub("", source)))
    for text in _TAG.sub("\n", _INLINE.sub("", _UNSEEN.sub("\n", plain))).split("\n"):
        if _is_words(folded := fold_space(text)):
            yield folded


def code_texts(source: str) -> Iterator[str]:
    """The texts in a module's code, without what is said to its reader alone."""
    tree = ast.parse(source)
    told_apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in told_apart or id(node) in inside:
            continue
        text = _joined(node) if isinstance(node, ast.JoinedStr) else getattr(node, "value", None)
        if isinstance(node, ast.JoinedStr | ast.Constant) and _is_words(text):
            yield fold_space(str(text))


def smog(texts: Sequence[str]) -> float:
    """The SMOG grade of all running sentences; labels and headings, which are none, would only make it smaller."""
    running = [one for text in texts for one in sentences(text) if one.endswith(_ENDS) and len(words(one)) > 2]
    assert len(running) >= FEWEST_SENTENCES, f"{len(running)} sentences are too few to tell"
    long = sum(1 for one in running for word in words(one) if syllables(word) >= LONG_WORD)
    return grade(long, len(running))


def _joined(text: ast.JoinedStr) -> str:
    parts = (part.value if isinstance(part, ast.Constant) else FILLED_IN for part in text.values)
    return "".join(str(part) for part in parts)


def _is_words(text: object) -> bool:
    """Whether somebody is to read it: it begins like a sentence, and is no class, address or name of a field."""
    if not isinstance(text, str) or not re.match(r"[A-Z“]|x ", text.strip()):
        return False
    return re.search(r"[a-z]{2}", text) is not None
