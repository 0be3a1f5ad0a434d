"""What a learner's pages may cost: statements of the database, and bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa

from quizapp import clock
from quizapp.storage.db import db
from tests.builders import NOW
from tests.pages import PageClient
from tests.quizapp.web.learn.school import School, next_address

STATEMENTS = 6
BYTES = 14 * 1024


@contextmanager
def statements_of(school: School) -> Iterator[list[str]]:
    """Every statement but the beginning and the end of a transaction."""
    with school.app.app_context():
        engine = db.engine
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            said.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield said
    sa.event.remove(engine, "before_cursor_execute", note)


def costs_of_answers(school: School, pages: PageClient) -> list[int]:
    """The statements of each POST of a whole attempt that passes."""
    page, costs = school.start(pages), []
    while "/questions/" in page.path:
        answer = school.answer(page)
        with statements_of(school) as said:
            explained = pages.submit(page, answer, follow=False)
        costs.append(len(said))
        page = pages.get(next_address(pages.get(str(explained.location))))
    return costs


def test_saving_an_answer_takes_six_statements_at_most(school: School) -> None:
    costs = costs_of_answers(school, school.pages())
    assert (len(costs), max(costs[:-1])) == (8, 3)
    assert costs[-1] == 5


def test_noting_that_the_session_is_in_use_stays_within_them(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = school.pages()
    moments = (NOW + timedelta(minutes=6 * number) for number in range(1, 1000))
    monkeypatch.setattr(clock, "now", lambda: next(moments))
    costs = costs_of_answers(school, pages)
    assert costs[0] > 3
    assert max(costs) <= STATEMENTS


def test_a_statement_too_many_would_be_seen(school: School) -> None:
    with statements_of(school) as said, school.app.app_context():
        for _ in range(STATEMENTS + 1):
            db.session.execute(sa.select(1))
        db.session.remove()
    assert len(said) == STATEMENTS + 1


def test_reading_a_question_takes_three_statements_at_most(school: School) -> None:
    pages = school.pages()
    first = school.start(pages)
    for path in (first.path, pages.submit(first, school.answer(first)).path):
        with statements_of(school) as said:
            pages.get(path)
        assert len(said) <= 3


def test_every_page_of_a_learner_is_light(school: School) -> None:
    pages = school.pages()
    page = school.start(pages)
    seen = [pages.get("/learning"), pages.get(f"/learning/quizzes/{school.assignment()}"), page]
    seen.append(pages.get(f"/learning/quizzes/{school.assignment()}/values"))
    for wrong in (8, 0):
        while "/questions/" in page.path:
            explained = pages.submit(page, school.answer(page, right=wrong == 0))
            seen += [page, explained]
            page = pages.get(next_address(explained))
        seen += [page, pages.get(str(page.one("main a.nhsuk-button")["href"]))]
        if wrong:
            page = pages.submit(seen[-1])
    assert len(seen) == 40
    assert max(len(page.response.data) for page in seen) <= BYTES
