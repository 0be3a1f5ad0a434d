"""An organisation with a bank of every kind of question, and learners who open its pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial

import sqlalchemy as sa
from flask import Flask

from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof
from quizapp.access.policy import Actor, console
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.attempts import learning
from quizapp.services.bank import documents, items
from quizapp.services.bank.documents import PageDetails
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.item import ItemVersion
from tests.builders import (
    NOW,
    VALUES,
    Scene,
    actor_of,
    add_organisation,
    add_person,
    add_staff,
    give_password,
    make_item,
    set_the_scene,
    sign_in,
)
from tests.pages import Page, PageClient
from tests.support.app import make_app, migrate
from tests.support.databases import Databases
from tests.support.source import ROOT

ORGANISATION = "Fernbrook Trust"
ASHA, BEN, CYD = "asha.rahman@fernbrook.example", "ben.okafor@fernbrook.example", "cyd.lane@fernbrook.example"
DEE = "dee@fernbrook.example"
SOMERSET, MERSEY_CARE = "nhs-somerset", "mersey-care"
TITLE = "Our values"
WHY_MARK = "mark-in-a-rationale"
LINE_MARK = "mark-in-a-line"

Key = tuple[tuple[str, ...], dict[str, str]]
"""The right tokens, and for matching the right token of each left side."""


def full_bank() -> list[Item]:
    """Every value asked about once by a single choice; the rest of a paper can only be the other kinds."""
    singles = [
        make_item(name.lower(), value=name, others=[other for other in VALUES if other != name], line=20)
        for name in VALUES
    ]
    gaps = [_item(f"gap-{number}", Kind.GAP, "Complete the line: “we ____ it today”.") for number in range(3)]
    multiple = [_item(f"multiple-{number}", Kind.MULTIPLE, "Select the TWO of these.") for number in range(2)]
    return [*singles, *gaps, *multiple, _item("match", Kind.MATCHING, "Match each line to its word.")]


def _item(code: str, kind: Kind, stem: str) -> Item:
    keys = 1 if kind is Kind.GAP else 2
    right = [Option(f"{code} right {number}", True, f"{WHY_MARK}: because of {number}.") for number in range(keys)]
    wrong = [
        Option(f"{code} other {number}", False, f"{WHY_MARK}: not {number}.", Proof.NOT_ON_PAGE) for number in range(2)
    ]
    pairs = tuple((f"left of {option.text}", option.text) for option in right)
    return Item(
        id=code,
        kind=kind,
        template=code,
        status=DraftStatus.DRAFT,
        stem=f"{stem} ({code})" if kind is Kind.GAP else f"{stem} {code}",
        options=(*right, *wrong),
        facts=(code,),
        source=(Citation(30, f"{LINE_MARK} for {code}"),),
        pairs=pairs if kind is Kind.MATCHING else None,
    )


def build(url: str) -> None:
    """Two learners with a quiz to do and one without in one organisation, and a fourth in another."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        ours = set_the_scene(ORGANISATION, bank=full_bank())
        add_person(ours, "Asha Rahman")
        give_password(ours.operator, ASHA)
        add_person(ours, "Ben Okafor")
        add_staff(ours.operator, f"Dee,{DEE},Ward 1,,2026-06-01,permanent")
        add_person(set_the_scene("Other Trust"), "Cyd Lane")
        db.session.remove()
        db.engine.dispose()


def build_shipped(url: str, *, page: str) -> None:
    """The page is read, its whole bank approved, and the quiz given to one person."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        operator = add_organisation("Fernbrook Trust")
        details = PageDetails(TITLE, "https://values.example/page", NOW.date())
        added = documents.add_page(
            operator, ROOT / "question_bank/content" / page / "page.txt", details=details, now=NOW
        )
        items.approve_drafts(operator, added.document_id, now=NOW)
        published = quizzes.publish_quiz(operator, TITLE, document_title=TITLE, recipe=QuizBlueprint(), now=NOW)
        add_person(Scene(operator, "Fernbrook Trust", added.document_id, published.quiz.id), "Asha Rahman")
        give_password(operator, ASHA)
        db.session.remove()
        db.engine.dispose()


@dataclass(frozen=True)
class School:
    """The application with its learners."""

    app: Flask

    def pages(self, email: str = ASHA, *, organisation_id: int = 1, now: datetime = NOW) -> PageClient:
        """A browser in which somebody has just signed in."""
        with self.app.app_context():
            token = sign_in(_operator(organisation_id), email, now=now)
        client = self.app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = token
        return PageClient(client)

    def assignment(self, email: str = ASHA) -> int:
        with self.app.app_context():
            return learning.list_my_quizzes(actor_of(_operator(1), email), now=NOW)[0].assignment_id

    @cached_property
    def keys(self) -> dict[frozenset[str], Key]:
        """What is right, found by the tokens of all options."""
        with self.app.app_context():
            words = db.session.scalars(sa.select(ItemVersion)).all()
            db.session.remove()
        return {
            frozenset(option["token"] for option in one.options): (
                tuple(option["token"] for option in one.options if option["correct"]),
                {pair["left"]: pair["token"] for pair in one.pairs or ()},
            )
            for one in words
        }

    def start(self, pages: PageClient, email: str = ASHA) -> Page:
        """The first question."""
        return pages.submit(pages.get(f"/learning/quizzes/{self.assignment(email)}"))

    def answer(self, page: Page, *, right: bool = True) -> dict[str, list[str]]:
        """What to put into the form of a question: everything right, or everything wrong."""
        selects = page.soup.select("main select")
        if selects:
            tokens = [str(option["value"]) for option in selects[0].select("option") if option["value"]]
            _, pairs = self.keys[frozenset(tokens)]
            lefts = {str(label["for"]): label.get_text() for label in page.soup.select("main label")}
            chosen = {str(one["name"]): pairs[lefts[str(one["id"])]] for one in selects}
            return {
                name: [token if right else next(other for other in tokens if other != token)]
                for name, token in chosen.items()
            }
        tokens = [str(one["value"]) for one in page.soup.select("main input[name=answer]")]
        keys, _ = self.keys[frozenset(tokens)]
        wrong = [token for token in tokens if token not in keys]
        return {"answer": list(keys) if right else [*wrong, *keys][: len(keys)]}

    def sit(self, pages: PageClient, first: Page, *, wrong: int = 0) -> Page:
        """Answer every question from the one given on, the first few wrong; the page of the result."""
        page = first
        while "/questions/" in page.path:
            position = int(page.path.rpartition("/")[2])
            page = pages.submit(page, self.answer(page, right=position > wrong))
            page = pages.get(next_address(page))
        return page


def _operator(organisation_id: int) -> Actor:
    return console(organisation_id, "tests")


def next_address(page: Page) -> str:
    """Where the button of an explanation leads."""
    return str(page.one("main a.nhsuk-button")["href"])


@contextmanager
def open_school(databases: Databases) -> Iterator[School]:
    """The application on a database of its own."""
    with _opened(databases, databases.copy_of("school", build)) as school:
        yield school


@contextmanager
def open_shipped(databases: Databases, page: str) -> Iterator[School]:
    """The same with the quiz of one of the pages that are shipped."""
    with _opened(databases, databases.copy_of(page, partial(build_shipped, page=page))) as school:
        yield school


@contextmanager
def _opened(databases: Databases, url: str) -> Iterator[School]:
    app = make_app(url)
    yield School(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
