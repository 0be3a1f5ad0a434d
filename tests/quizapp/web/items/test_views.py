import sqlalchemy as sa

from question_bank.model import ConcernKind
from quizapp.services.attempts import learning, starts
from quizapp.services.bank import items
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import PaperItem
from quizapp.storage.models.document import Concern, ConcernDecision, Document
from quizapp.storage.models.item import Item, ItemVersion
from tests.builders import NOW, actor_of, add_bank, make_item
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, Trust
from tests.support.page_checks import fold

GET_ONLY = ("/bank", "/bank/1", "/bank/1/retire", "/bank/1/remarks")


def add_draft(trust: Trust, code: str = "draft-1") -> int:
    """One more question that nobody has approved, in a second bank; its id."""
    with trust.app.app_context():
        db.session.get_one(Document, 1).title = "Old values"
        db.session.commit()
        add_bank(trust.operator, [make_item(code, value="Thrift", others=["Candour", "Curiosity"])])
        item_id = db.session.scalars(sa.select(Item.id).where(Item.code == code)).one()
        db.session.remove()
    return item_id


def stems(page: Page) -> list[str]:
    return page.all_words(".app-item__stem")


def retire(pages: PageClient, item_id: int, reason: str = "The page has changed.") -> Page:
    return pages.submit(pages.get(f"/bank/{item_id}/retire"), {"reason": reason})


def test_only_an_author_may_open_them(trust: Trust) -> None:
    for email in (ASHA, BEN):
        for path in GET_ONLY:
            assert trust.pages(email).get(path).status == 403
        assert trust.pages(email).post("/bank/1/approve").status in (400, 403)
    for path in GET_ONLY:
        assert trust.pages(CARA).get(path).status == 200
        assert trust.app.test_client().get(path).status_code == 303


def test_the_questions_of_another_organisation_are_not_found(trust: Trust) -> None:
    cara = trust.pages(CARA)
    with trust.app.app_context():
        theirs = db.session.scalars(sa.select(Item.id).where(Item.organisation_id == 2).limit(1)).one()
        db.session.remove()
    for item_id in (theirs, 9999, 2**31, 10**30):
        assert cara.get(f"/bank/{item_id}").status == 404
        assert cara.get(f"/bank/{item_id}/retire").status == 404
        assert cara.get(f"/bank/{item_id}/remarks").status == 404
    assert cara.get("/bank?document=2").status == 404


def test_every_question_is_there_with_all_an_author_needs(trust: Trust) -> None:
    page = trust.pages(CARA).get("/bank")
    assert page.words(".app-lead") == "20 questions: 20 approved."
    assert len(stems(page)) == 20
    first = page.soup.select("article")[0]
    text = fold(first.get_text(" "))
    assert "Which word belongs to the line candour-0?" in text
    assert "Approved One answer. Candour." in text
    assert "Right: Candour" in text
    assert "Right. The page says so: “candour-0 right”." in text
    assert "Wrong. The page lists this elsewhere, not in candour-0. Proof: the page has it under another value." in text
    assert "Line 7 of the page, for Question 1 : the page's words for candour-0" in text


def test_lines_that_are_cited_are_marked_and_can_be_reached(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path in ("/bank", "/bank/1"):
        page = cara.get(path)
        assert [str(line["id"]) for line in page.soup.select("li:has(mark)[id]")] == ["line-7"]
        targets = {str(link["href"]) for link in page.soup.select(".app-item__quotes a")}
        assert targets == {"#line-7"}


def test_filters_leave_questions_out(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.submit(cara.get("/bank"), {"value": "Candour"})
    assert len(stems(page)) == 4
    assert "Showing 4 of 20 questions. Show all" in page.text
    assert stems(cara.get("/bank?status=draft")) == []
    assert "No question fits these filters." in cara.get("/bank?kind=gap").text
    for link in page.soup.select("table a"):
        counted = int(str(link.find(string=True)))
        assert len(stems(cara.get(str(link["href"])))) == counted


def test_a_draft_is_approved_in_one_press_and_the_filters_stay(trust: Trust) -> None:
    item_id = add_draft(trust)
    cara = trust.pages(CARA)
    page = cara.get("/bank?document=3&status=draft")
    assert page.words(".app-lead") == "1 question: 1 draft."
    done = cara.submit(page, form="article form")
    assert f"Question {item_id} is approved. Papers draw it from now on." in done.text
    assert done.path == "/bank?document=3&status=draft"
    assert stems(done) == []
    again = cara.submit(page, form="article form")
    assert again.status == 409


def test_pages_can_be_chosen_from_where_there_are_several(trust: Trust) -> None:
    add_draft(trust)
    cara = trust.pages(CARA)
    page = cara.get("/bank")
    assert page.words(".nhsuk-caption-l") == "Old values"
    assert len(stems(cara.submit(page, {"document": "3"}))) == 1


def test_retiring_takes_a_reason(trust: Trust) -> None:
    cara = trust.pages(CARA)
    refused = retire(cara, 1, reason="   ")
    assert refused.title.startswith("Error: ")
    assert refused.all_words(".nhsuk-error-summary li") == ["Say why this question is retired."]
    assert retire(cara, 1, reason="x" * 501).all_words(".nhsuk-error-summary li") == ["Use 500 characters or fewer."]
    assert "Approved" in cara.get("/bank/1").words(".app-item__facts")


def test_a_retired_question_is_drawn_no_more_and_says_why(trust: Trust) -> None:
    cara = trust.pages(CARA)
    done = retire(cara, 1)
    assert "Question 1 is retired. Papers draw it no more; finished attempts keep it." in done.text
    assert done.words(".app-lead") == "20 questions: 19 approved, 1 retired."
    page = cara.get("/bank/1")
    assert page.all_words("dl dt")[-3:] == [
        "Retired, edition 1 of its words",
        "Approved, edition 1 of its words",
        "Draft, edition 1 of its words",
    ]
    assert "Cara Quayle, 30 June 2026 at 10am The page has changed." in page.text
    assert "This question is retired already." in cara.get("/bank/1/retire").text
    with trust.app.app_context():
        for item in items.show_bank(trust.operator, 1).items[1:13]:
            items.retire(trust.operator, item.id, reason="Fewer are enough.", now=NOW)
        asha = actor_of(trust.operator, ASHA)
        assignment_id = learning.list_my_quizzes(asha, now=NOW)[0].assignment_id
        attempt_id = starts.start_attempt(asha, assignment_id, token="once", now=NOW)
        on_paper = sa.select(PaperItem.item_version_id).where(PaperItem.attempt_id == attempt_id)
        drawn = db.session.scalars(sa.select(ItemVersion.item_id).where(ItemVersion.id.in_(on_paper))).all()
        db.session.remove()
    assert sorted(drawn) == list(range(14, 21))


def test_a_retired_question_comes_back_by_a_new_approval(trust: Trust) -> None:
    cara = trust.pages(CARA)
    retire(cara, 1)
    page = cara.submit(cara.get("/bank/1"))
    assert "Question 1 is approved." in page.text
    assert page.words(".app-lead") == "20 questions: 20 approved."


def test_what_the_reader_asked_is_shown_with_the_decision(trust: Trust) -> None:
    with trust.app.app_context():
        asked = Concern(
            organisation_id=1,
            document_version_id=1,
            kind=ConcernKind.LOST_HEADING,
            line=39,
            message="What is this value called?",
        )
        db.session.add(asked)
        db.session.flush()
        db.session.add(
            ConcernDecision(
                organisation_id=1, concern_id=asked.id, decision="left-without-a-name", person_id=None, at=NOW
            )
        )
        db.session.commit()
        db.session.remove()
    page = trust.pages(CARA).get("/bank")
    assert "1 point about the page for a person to settle: all decided" in page.text
    assert "A heading is missing, line 39 What is this value called? Decision: Left without a name" in page.text
    assert page.soup.select("dt a[href='#line-39']")


def test_words_of_the_page_never_become_markup(trust: Trust) -> None:
    item_id = add_draft(trust, "<script>alert(1)</script>")
    for path in ("/bank?document=3", f"/bank/{item_id}", f"/bank/{item_id}/retire"):
        page = trust.pages(CARA).get(path)
        assert "<script>alert" not in page.html
        assert "<script>alert(1)</script>" in page.text
