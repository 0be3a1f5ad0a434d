"""A quiz in which a mark stands wherever a tell could come from, and how such marks are found again."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof
from quizapp.access.roles import Role
from quizapp.logs import JsonLines
from quizapp.services.people import people
from quizapp.services.quizzes.assignments import Audience, assign_quiz
from quizapp.storage.db import db
from tests.builders import NOW, actor_of, add_staff, give_password, set_the_scene
from tests.quizapp.web.learn.school import ASHA, BEN, ORGANISATION
from tests.support.app import make_app, migrate

LENGTH = 3
CARA, MIA = "cara@fernbrook.example", "mia@fernbrook.example"
"""The author, and the manager of the two learners."""
MARK = re.compile(r"mark-(\d+)-(?:code|fact|line|template|value|why|proof)")
FLAG = re.compile(
    r"\b(?:is_)?(?:correct|right_answer|answer_key)\b|data-(?!module|verbatim|prevent)[a-z-]+", re.IGNORECASE
)


def marked_bank() -> list[Item]:
    """Questions of every kind that a paper may have; only stems and the words of options are without a mark."""
    kinds = (Kind.SINGLE, Kind.SINGLE, Kind.SINGLE, Kind.GAP, Kind.MULTIPLE, Kind.MATCHING, Kind.SINGLE, Kind.SINGLE)
    return [_marked_item(number, kind) for number, kind in enumerate(kinds, start=1)]


def _marked_item(number: int, kind: Kind) -> Item:
    def mark(what: str) -> str:
        return f"mark-{number}-{what}"

    keys = 2 if kind in (Kind.MULTIPLE, Kind.MATCHING) else 1
    texts = [f"choice {number}{letter}" for letter in "pqrs"]
    right = [Option(text, True, f"{mark('why')} it is so.") for text in texts[:keys]]
    wrong = [Option(text, False, f"{mark('why')} it is not.", Proof.NOT_ON_PAGE) for text in texts[keys:]]
    stems = {Kind.GAP: f"Complete the line: “they ____ {number}”.", Kind.MULTIPLE: f"Select the TWO of row {number}."}
    pairs = tuple((f"left of {number}{place}", option.text) for place, option in enumerate(right))
    return Item(
        id=mark("code"),
        kind=kind,
        template=mark("template"),
        status=DraftStatus.DRAFT,
        stem=stems.get(kind, f"What goes with row {number}?"),
        options=(*right, *wrong),
        facts=(mark("fact"),),
        source=(Citation(30 + number, mark("line")),),
        value=mark("value") if number <= 2 else None,
        pairs=pairs if kind is Kind.MATCHING else None,
    )


def build(url: str) -> None:
    """Two learners with the quiz, their manager, and an author."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        scene = set_the_scene(ORGANISATION, bank=marked_bank(), length=LENGTH)
        staff = "Mia Hall,{mia},Ward 1,,{day}\nCara Lind,{cara},Office,,{day}\nAsha Rahman,{asha},Ward 1,{mia},{day}"
        staff += "\nBen Okafor,{ben},Ward 1,{mia},{day}"
        add_staff(scene.operator, staff.format(mia=MIA, cara=CARA, asha=ASHA, ben=BEN, day="2026-06-01,permanent"))
        assign_quiz(scene.operator, scene.quiz_id, audience=Audience(emails=(ASHA, BEN)), now=NOW)
        author = actor_of(scene.operator, CARA).person_id or 0
        people.grant_role(scene.operator, author, role=Role.AUTHOR, now=NOW)
        for email in (ASHA, BEN):
            give_password(scene.operator, email)
        db.session.remove()
        db.engine.dispose()


def marks(text: str) -> set[int]:
    """The questions of which something is told."""
    return {int(number) for number in MARK.findall(text)}


class LogLines(logging.Handler):
    """Every line that is logged, as it would be written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines(show_messages=True))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def listen(app: Flask) -> Iterator[LogLines]:
    """All log lines of the service, down to the smallest."""
    handler, root, level = LogLines(), logging.getLogger(), logging.getLogger("quizapp").level
    root.addHandler(handler)
    logging.getLogger("quizapp").setLevel(logging.DEBUG)
    try:
        yield handler
    finally:
        logging.getLogger("quizapp").setLevel(level)
        root.removeHandler(handler)
