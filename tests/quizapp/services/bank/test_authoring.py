import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank import authoring, items
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.item import Item
from tests.builders import NOW, add_bank, add_organisation, make_item, set_the_scene


def test_a_bank_opens_with_its_page_and_the_other_pages(record: Flask) -> None:
    scene = set_the_scene()
    opened = authoring.open_bank(scene.operator, None)
    assert opened == authoring.open_bank(scene.operator, scene.document_id)
    assert opened.bank == items.show_bank(scene.operator, scene.document_id)
    assert opened.pages == ((scene.document_id, "Our values"),)
    assert (opened.concerns, len(opened.bank.items)) == ((), 20)


def test_an_item_opens_with_every_decision_the_newest_first(record: Flask) -> None:
    operator = add_organisation()
    document_id = add_bank(operator, [make_item("candour-1", value="Candour", others=["Thrift", "Curiosity"])])
    item_id = db.session.scalars(sa.select(Item.id)).one()
    items.approve_drafts(operator, document_id, now=NOW)
    items.retire(operator, item_id, reason="Out of date", now=NOW)
    opened = authoring.open_item(operator, item_id)
    assert (opened.title, opened.edition, opened.text.splitlines()[6]) == ("Our values", 1, "line 7")
    assert [(one.status, one.by, one.reason) for one in opened.decisions] == [
        (ReviewStatus.RETIRED, "tests", "Out of date"),
        (ReviewStatus.APPROVED, "tests", None),
        (ReviewStatus.DRAFT, "tests", None),
    ]


def test_what_is_not_theirs_is_not_found(record: Flask) -> None:
    ours, theirs = set_the_scene("Fernbrook Trust"), set_the_scene("Other Trust")
    with pytest.raises(NotFound, match="no such page"):
        authoring.open_bank(ours.operator, theirs.document_id)
    their_item = authoring.open_bank(theirs.operator, None).bank.items[0].id
    for item_id in (their_item, 9999):
        with pytest.raises(NotFound, match="no such question"):
            authoring.open_item(ours.operator, item_id)
    with pytest.raises(NotFound, match="No values page"):
        authoring.open_bank(add_organisation("New Trust"), None)


def test_staff_see_no_bank(record: Flask) -> None:
    scene = set_the_scene()
    staff = Actor(scene.operator.organisation_id, 1, frozenset({Role.STAFF, Role.MANAGER}))
    with pytest.raises(NotAllowed):
        authoring.open_bank(staff, None)
    with pytest.raises(NotAllowed):
        authoring.open_item(staff, 1)
