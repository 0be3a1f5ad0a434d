"""Finding, approving and retiring items, on both engines."""

from dataclasses import replace

import pytest

from question_bank.model import DraftStatus
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank import items
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from tests.builders import NOW, Scene, add_bank, add_organisation, make_bank, set_the_scene

pytestmark = pytest.mark.usefixtures("record")


def status_of(scene: Scene, code: str) -> ReviewStatus:
    records = items.show_bank(scene.operator, scene.document_id).items
    return next(record.status for record in records if record.code == code)


def test_a_bank_is_found_by_its_pages_title(scene: Scene) -> None:
    assert items.find_bank(scene.operator, "Our values") == scene.document_id
    with pytest.raises(NotFound, match=r"There is no page “Values”\. Known: Our values\."):
        items.find_bank(scene.operator, "Values")


def test_an_item_is_found_by_its_code_in_its_own_organisation(scene: Scene) -> None:
    codes = {record.id: record.code for record in items.show_bank(scene.operator, scene.document_id).items}
    assert codes[items.find_item(scene.operator, "candour-0")] == "candour-0"
    other = add_organisation("Other Trust")
    add_bank(other, make_bank(a_value=1)[1:2])
    with pytest.raises(NotFound, match="There is no question “candour-0”"):
        items.find_item(other, "candour-0")


def test_approving_again_finds_no_draft_left(scene: Scene) -> None:
    assert items.approve_drafts(scene.operator, scene.document_id, now=NOW) == 0


def test_an_item_for_a_person_is_left_out_of_the_many_and_approved_by_itself() -> None:
    first, *others = make_bank()
    scene = set_the_scene(bank=[replace(first, status=DraftStatus.REVIEW, setting="ward"), *others])
    statuses = {record.code: record.status for record in items.show_bank(scene.operator, scene.document_id).items}
    assert [code for code, status in statuses.items() if status is ReviewStatus.DRAFT] == [first.id]
    items.approve(scene.operator, items.find_item(scene.operator, first.id), reason=None, now=NOW)
    assert status_of(scene, first.id) is ReviewStatus.APPROVED


def test_a_retired_item_can_come_back(scene: Scene) -> None:
    item_id = items.find_item(scene.operator, "candour-0")
    items.retire(scene.operator, item_id, reason="Two answers fit.", now=NOW)
    assert status_of(scene, "candour-0") is ReviewStatus.RETIRED
    with pytest.raises(Conflict, match="retired already"):
        items.retire(scene.operator, item_id, reason="Again.", now=NOW)
    items.approve(scene.operator, item_id, reason=None, now=NOW)
    assert status_of(scene, "candour-0") is ReviewStatus.APPROVED


def test_retiring_needs_a_reason(scene: Scene) -> None:
    with pytest.raises(Invalid) as refusal:
        items.retire(scene.operator, items.find_item(scene.operator, "candour-0"), reason=" ", now=NOW)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("role", [Role.STAFF, Role.MANAGER, Role.ADMINISTRATOR])
def test_only_authors_see_and_review_the_bank(scene: Scene, role: Role) -> None:
    actor = Actor(scene.operator.organisation_id, 1, frozenset({role}))
    item_id = items.find_item(scene.operator, "candour-0")
    for use in (
        lambda: items.find_bank(actor, "Our values"),
        lambda: items.show_bank(actor, scene.document_id),
        lambda: items.approve_drafts(actor, scene.document_id, now=NOW),
        lambda: items.retire(actor, item_id, reason="x", now=NOW),
    ):
        with pytest.raises(NotAllowed):
            use()
