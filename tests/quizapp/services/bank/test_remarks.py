"""Open remarks as authors meet them, and how they are settled, on both engines."""

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.remarks import RemarkReason
from quizapp.services.bank import authoring
from quizapp.services.bank.remarks import OpenRemarks, settle_remarks
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.people import people
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.item import ItemVersion, Remark
from tests.builders import NOW, Scene, actor_of, add_person, set_the_scene
from tests.support.at_once import AT_ONCE, at_once

ITEM = 1
KEPT = "Kept as it is, because the page says it so."


@pytest.fixture
def cara(scene: Scene) -> Actor:
    """An author."""
    email = "cara@fernbrook.example"
    people.add_person(scene.operator, name="Cara Quayle", email=email, roles=frozenset({Role.AUTHOR}), now=NOW)
    return actor_of(scene.operator, email, Role.AUTHOR)


def call_unclear(actor: Actor, reason: RemarkReason = RemarkReason.WORDS, *, number: int = 1) -> int:
    """A remark as `add_remark` keeps it, on an edition of the first item's words; its id."""
    words = sa.select(ItemVersion.id).where(ItemVersion.item_id == ITEM, ItemVersion.number == number)
    row = Remark(
        organisation_id=actor.organisation_id,
        item_version_id=db.session.scalars(words).one(),
        person_id=actor.person_id or 0,
        reason=reason,
        at=NOW,
    )
    db.session.add(row)
    db.session.flush()
    kept = row.id
    db.session.commit()
    return kept


def found(author: Actor) -> OpenRemarks | None:
    in_bank = authoring.open_bank(author, None).remarks.get(ITEM)
    assert authoring.open_item(author, ITEM).remarks == in_bank
    return in_bank


def settle(author: Actor, last: int, note: str = KEPT, *, item_id: int = ITEM) -> int:
    return settle_remarks(author, item_id, note=note, last_remark_id=last, now=NOW)


def test_remarks_are_counted_by_reason_without_a_name(scene: Scene, cara: Actor) -> None:
    assert found(cara) is None
    for name, reason in (("A", RemarkReason.WORDS), ("B", RemarkReason.EXPLANATION), ("C", RemarkReason.EXPLANATION)):
        last = call_unclear(add_person(scene, f"Person {name}"), reason)
    assert found(cara) == OpenRemarks(
        ((RemarkReason.EXPLANATION, 2), (RemarkReason.WORDS, 1)), since=NOW, last_id=last, numbers=(1,)
    )


def test_settling_answers_what_was_seen_and_leaves_what_came_later(scene: Scene, cara: Actor) -> None:
    seen = call_unclear(add_person(scene, "Asha Rahman"))
    later = call_unclear(add_person(scene, "Ben Okafor"))
    assert settle(cara, seen) == 1
    left = found(cara)
    assert left is not None
    assert (left.total, left.last_id) == (1, later)
    assert settle(cara, later, "Kept again.") == 1
    assert found(cara) is None
    answers = authoring.open_item(cara, ITEM).settlements
    assert [(one.remarks, one.by, one.note) for one in answers] == [
        (1, "Cara Quayle", KEPT),
        (1, "Cara Quayle", "Kept again."),
    ]
    audited = db.session.execute(
        sa.select(AuditEntry.subject, AuditEntry.details).where(AuditEntry.action == "remarks settled")
    ).all()
    assert [tuple(entry) for entry in audited] == [(f"item {ITEM}", {"remarks": 1})] * 2


def test_settling_takes_a_person_who_may_review_and_a_note(scene: Scene, cara: Actor) -> None:
    asha = add_person(scene, "Asha Rahman")
    last = call_unclear(asha)
    for actor in (asha, scene.operator):
        with pytest.raises(NotAllowed):
            settle(actor, last)
    for note in ("  ", "x" * 501):
        with pytest.raises(Invalid) as refusal:
            settle(cara, last, note)
        assert refusal.value.field == "note"
    with pytest.raises(NotFound):
        settle(cara, last, item_id=999)
    assert settle(cara, last) == 1
    with pytest.raises(Conflict, match="settled already"):
        settle(cara, last)


def test_another_organisation_sees_and_settles_nothing(scene: Scene, cara: Actor) -> None:
    last = call_unclear(add_person(scene, "Asha Rahman"))
    other = set_the_scene("Other Trust")
    stranger = Actor(other.operator.organisation_id, cara.person_id, cara.roles)
    assert authoring.open_bank(stranger, None).remarks == {}
    with pytest.raises(NotFound):
        settle(stranger, last)
    assert found(cara) is not None


def test_concurrent_settlements_answer_once(record: Flask, scene: Scene, cara: Actor) -> None:
    last = call_unclear(add_person(scene, "Asha Rahman"))
    db.session.remove()
    pressed = at_once(record, lambda _: settle(cara, last))
    assert pressed.count(1) == 1
    assert sum(isinstance(press, Conflict) for press in pressed) == AT_ONCE - 1
    assert len(authoring.open_item(cara, ITEM).settlements) == 1
