"""Nothing that tells an answer is in anything the service says before it may be, at any address, in any state."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask, Response, session

from quizapp.access.policy import console
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import papers
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.attempts.questions import Question, Sheet, ask
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.web.learn import views
from tests.builders import NOW, PASSWORD
from tests.journeys.canary.aviary import CARA, LENGTH, MIA, listen, marks
from tests.journeys.canary.walk import NOBODY, Walk, tells
from tests.journeys.parked.steps import has_parked
from tests.pages import Page
from tests.quizapp.web.learn.boosted import link_of
from tests.quizapp.web.learn.school import ASHA, BEN, next_address

ASHAS, BENS = 1, 2
"""The attempts, in the order in which they begin."""
LEAST = 2000


def test_canary_marks_are_in_no_response_before_an_answer_and_then_of_what_was_answered_alone(walk: Walk) -> None:
    with listen(walk.school.app) as log:
        walk.look_around(ASHA, BEN, MIA, NOBODY)
        first = learn_as_you_go(walk)
        park_and_come_back(walk, first)
        finish(walk)
        take_a_test(walk)
        answer_a_booster(walk)
        walk.look_around(MIA, NOBODY)
    assert [line for line in log.lines if marks(line)] == []
    assert len(log.lines) >= walk.looked_at.total() - walk.looked_at["questions"]
    assert min(walk.looked_at[who] for who in (ASHA, BEN)) >= LEAST // 4
    assert sum(walk.looked_at[who] for who in (ASHA, BEN, MIA, NOBODY)) >= LEAST
    assert walk.looked_at["questions"] >= 20


def learn_as_you_go(walk: Walk) -> Page:
    """The first question of Asha's: open, refused, asked for ahead of time, and answered; the explanation."""
    first = walk.school.start(walk.browsers[ASHA])
    walk.look_around(ASHA, BEN, NOBODY)
    refused = walk.submit(ASHA, first)
    assert refused.title.startswith("Error")
    token = str(first.one("main input[name=csrf_token]")["value"])
    attempt = first.path.removesuffix("/questions/1")
    for path in ("/questions/1/remark", "/questions/2", "/answers", "/review"):
        fields = {"csrf_token": token, "unclear": "wording", **walk.school.answer(first)}
        walk.see(ASHA, walk.browsers[ASHA].client.post(attempt + path, data=fields, follow_redirects=True))
    paper = walk.paper(ASHAS)
    walk.told[ASHA] = {paper[0]}
    explained = walk.submit(ASHA, first, walk.school.answer(first))
    assert tells(walk.school.app, explained.response) == {paper[0]}
    walk.submit(ASHA, first, walk.school.answer(first, right=False))
    walk.look_around(ASHA, BEN)
    return explained


def park_and_come_back(walk: Walk, explained: Page) -> None:
    """The second answer comes too late for its session, and is offered again."""
    asha = walk.browsers[ASHA]
    asked = asha.get(next_address(explained))
    walk.moment.pass_by(minutes=61)
    signing_in = walk.submit(ASHA, asked, walk.school.answer(asked))
    assert has_parked(asha)
    walk.look_around(ASHA)
    sent = asha.submit(signing_in, {"email": ASHA, "password": PASSWORD}, follow=False)
    walk.see(ASHA, sent.response)
    walk.see(ASHA, asha.get(str(sent.location), follow=True).response)
    walk.sign_in_again(BEN, MIA, CARA)


def finish(walk: Walk) -> None:
    """Asha's other questions; then the whole paper may be explained, to her."""
    paper = walk.paper(ASHAS)
    for position in range(2, LENGTH + 1):
        asked = walk.browsers[ASHA].get(f"/learning/attempts/{ASHAS}/questions/{position}")
        walk.see(ASHA, asked.response)
        walk.told[ASHA] = set(paper[:position])
        walk.submit(ASHA, asked, walk.school.answer(asked))
    walk.look_around(ASHA, BEN, MIA, NOBODY)


def take_a_test(walk: Walk) -> None:
    """Ben's answers are saved, changed, changed meanwhile, checked and handed in; only then is anything explained."""
    with walk.school.app.app_context():
        recipe = QuizBlueprint(mode=Mode.TEST, length=LENGTH)
        quizzes.publish_quiz(console(1, "tests"), "Our values", document_title="Our values", recipe=recipe, now=NOW)
        db.session.remove()
    first = walk.school.start(walk.browsers[BEN], BEN)
    other_window = walk.browsers[BEN].get(first.path)
    asked = walk.submit(BEN, first, walk.school.answer(first, right=False))
    walk.look_around(ASHA, BEN)
    both = walk.submit(BEN, other_window, walk.school.answer(first))
    assert both.status == 409
    while "/questions/" in asked.path:
        asked = walk.submit(BEN, asked, walk.school.answer(asked))
    assert asked.path.endswith("/answers")
    walk.look_around(ASHA, BEN, NOBODY)
    walk.told[BEN] = set(walk.paper(BENS))
    result = walk.submit(BEN, asked)
    explained = walk.browsers[BEN].get(result.path.replace("/result", "/questions/1"))
    assert tells(walk.school.app, explained.response) == {walk.paper(BENS)[0]}
    walk.look_around(ASHA, BEN)


def answer_a_booster(walk: Walk) -> None:
    """Whoever holds the link is asked without signing in; nothing is told to a window that has not answered."""
    walk.moment.pass_by(days=28)
    with walk.school.app.app_context():
        issue_boosters(console(1, "tests"), now=walk.moment.now)
        db.session.remove()
    walk.sign_in_again(ASHA, BEN, MIA, CARA)
    walk.look_around(ASHA, BEN, NOBODY)
    asked = walk.browsers[NOBODY].get(f"{link_of(walk.school)}/questions/1")
    walk.see(NOBODY, asked.response)
    walk.submit(NOBODY, asked)
    number = walk.booster(1)[0]
    for told in (NOBODY, ASHA, BEN, MIA):
        walk.told.setdefault(told, set()).add(number)
    assert tells(walk.school.app, walk.submit(NOBODY, asked, walk.school.answer(asked)).response) == {number}
    walk.look_around(ASHA, NOBODY, leave_out=())


def explain_in_an_option(monkeypatch: pytest.MonkeyPatch, _app: Flask) -> None:
    """The page of a question gets more of the item than it may show."""

    def ask_and_tell(sheet: Sheet) -> Question:
        asked = ask(sheet)
        return replace(asked, stem=f"{asked.stem} {sheet.words.options[0]['rationale']}")

    monkeypatch.setattr(papers, "ask", ask_and_tell)


def explain_at_once(monkeypatch: pytest.MonkeyPatch, _app: Flask) -> None:
    monkeypatch.setattr(papers, "may_reveal", lambda *_, **_options: True)


def tell_in_a_header(_monkeypatch: pytest.MonkeyPatch, app: Flask) -> None:
    def add_header(reply: Response) -> Response:
        reply.headers["X-Debug"] = "mark-1-why"
        return reply

    app.after_request_funcs.setdefault(None, []).append(add_header)


def tell_in_the_cookie(monkeypatch: pytest.MonkeyPatch, _app: Flask) -> None:
    def find_and_tell(**_options: object) -> None:
        session["last"] = "mark-1-why"

    monkeypatch.setattr(views, "find_parked", find_and_tell)


def tell_in_the_markup(_monkeypatch: pytest.MonkeyPatch, app: Flask) -> None:
    """One option differs from the others in a class."""

    def mark_one(reply: Response) -> Response:
        reply.set_data(reply.get_data().replace(b"nhsuk-radios__input", b"nhsuk-radios__input one", 1))
        return reply

    app.after_request_funcs.setdefault(None, []).append(mark_one)


@pytest.mark.parametrize(
    "tell", [explain_in_an_option, explain_at_once, tell_in_a_header, tell_in_the_cookie, tell_in_the_markup]
)
def test_negative_control_a_canary_that_is_planted_is_found(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, tell: Callable[[pytest.MonkeyPatch, Flask], None]
) -> None:
    walk.school.start(walk.browsers[ASHA])
    tell(monkeypatch, walk.school.app)
    with pytest.raises(AssertionError, match=r"/learning/attempts/1/questions/1"):
        walk.see(ASHA, walk.browsers[ASHA].client.get("/learning/attempts/1/questions/1"))


def test_negative_control_the_canary_marks_are_seen_where_an_author_reads_them_and_in_a_log(walk: Walk) -> None:
    assert tells(walk.school.app, walk.browsers[CARA].get("/bank").response) != set()
    with listen(walk.school.app) as log:
        walk.school.app.logger.debug("answered", extra={"why": "mark-4-why"})
    assert [marks(line) for line in log.lines] == [{4}]
