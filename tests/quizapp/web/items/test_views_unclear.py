"""What learners find unclear on the author's pages, and how it is settled."""

import sqlalchemy as sa

from quizapp.assessment.remarks import RemarkReason
from quizapp.storage.db import db
from quizapp.storage.models.item import Remark
from tests.pages import Page, PageClient
from tests.quizapp.web.items.unclear import call_unclear
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, EVE, GUS, Trust

KEPT = "Kept as it is, because the page says it in these words."


def settle(pages: PageClient, item_id: int, note: str = KEPT) -> Page:
    return pages.submit(pages.get(f"/bank/{item_id}/remarks"), {"note": note})


def test_the_bank_says_what_is_unclear_and_shows_it_alone(trust: Trust) -> None:
    cara = trust.pages(CARA)
    assert "unclear" not in cara.get("/bank").words(".app-lead")
    for email, reason in ((ASHA, RemarkReason.WORDS), (BEN, RemarkReason.WORDS), (EVE, RemarkReason.NOT_MY_WORK)):
        call_unclear(trust, email, 3, reason)
    call_unclear(trust, ASHA, 5, RemarkReason.SEVERAL_RIGHT)
    page = cara.get("/bank")
    assert "2 questions were called unclear. Show what learners find unclear" in page.text
    link = page.soup.find("a", string="Show what learners find unclear")
    shown = cara.get(str(link["href"]))  # type: ignore[index]
    assert shown.all_words("article h3") == ["Question 3", "Question 5"]
    assert shown.all_words(".app-item__remarks")[0] == (
        "Called unclear 3 times since 30 June 2026"
        " The words are hard to understand: 2 It does not fit the work they do: 1"
    )
    for name in ("Asha", "Okafor", "Adeyemi", "Rahman"):
        assert name not in shown.text


def test_a_retired_question_needs_no_answer(trust: Trust) -> None:
    call_unclear(trust, ASHA, 3)
    cara = trust.pages(CARA)
    assert "1 question was called unclear." in cara.get("/bank").text
    cara.submit(cara.get("/bank/3/retire"), {"reason": "The page has changed."})
    assert "was called unclear" not in cara.get("/bank").text
    assert cara.get("/bank?status=unclear").all_words("article h3") == []


def test_settling_takes_a_sentence_and_stands_among_the_decisions(trust: Trust) -> None:
    call_unclear(trust, ASHA, 3)
    call_unclear(trust, BEN, 3)
    cara = trust.pages(CARA)
    refused = settle(cara, 3, "  ")
    assert refused.all_words(".nhsuk-error-summary li") == ["Say what you decided."]
    done = settle(cara, 3)
    assert "2 remarks on question 3 settled." in done.text
    assert f"2 remarks settled, edition 1 of its words Cara Quayle, 30 June 2026 at 10am {KEPT}" in done.text
    assert not done.soup.select(".app-item__remarks")
    assert "Nothing is unclear at the moment." in cara.get("/bank/3/remarks").text


def test_what_comes_in_while_an_author_writes_stays_open(trust: Trust) -> None:
    call_unclear(trust, ASHA, 3)
    cara = trust.pages(CARA)
    form = cara.get("/bank/3/remarks")
    call_unclear(trust, GUS, 3, RemarkReason.EXPLANATION)
    done = cara.submit(form, {"note": KEPT})
    assert "1 remark on question 3 settled." in done.text
    assert "Called unclear once on 30 June 2026 The explanation does not help: 1" in done.text
    assert cara.submit(form, {"note": KEPT}).status == 409


def test_a_question_of_an_earlier_edition_alone_is_named_too(trust: Trust) -> None:
    call_unclear(trust, ASHA, 3)
    with trust.app.app_context(), db.engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO document_version (organisation_id, document_id, number, sha256, text, taken_on, added_at)"
                " SELECT organisation_id, document_id, 2, 'other', text, taken_on, added_at"
                " FROM document_version WHERE document_id = 1"
            )
        )
        assert connection.scalar(sa.select(sa.func.count(Remark.id))) == 1
    page = trust.pages(CARA).get("/bank")
    assert "only in an earlier edition of the page: Question 3 ." in page.text


def test_only_an_author_may_settle(trust: Trust) -> None:
    call_unclear(trust, ASHA, 3)
    for email in (ASHA, BEN):
        assert trust.pages(email).post("/bank/3/remarks", {"note": KEPT, "last": "1"}).status in (400, 403)
    assert "Called unclear once" in trust.pages(CARA).get("/bank/3").text
