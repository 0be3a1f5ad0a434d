"""What learners find unclear, as an author meets it: how many, why, since when, never who; and the author's answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.remarks import RemarkReason
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.storage.db import db
from quizapp.storage.models.item import RemarkSettlement
from quizapp.storage.queries.bank import remarks
from quizapp.storage.queries.bank.remarks import OpenRow
from quizapp.storage.transaction import transaction

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class OpenRemarks:
    """The remarks on an item that nobody has settled; `last_id` is the newest of them, `numbers` the words meant."""

    reasons: tuple[tuple[RemarkReason, int], ...]
    since: datetime
    last_id: int
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(many for _, many in self.reasons)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an author answered, to how many remarks on which edition of the words."""

    number: int
    remarks: int
    by: str
    at: datetime
    note: str


def settle_remarks(actor: Actor, item_id: int, *, note: str, last_remark_id: int, now: datetime) -> int:
    """Answer every open remark on an item up to the last one seen; later ones stay open. Returns how many.

    Raises Invalid without a note, Conflict where none of them is open any more.
    """
    demand(actor, Permission.REVIEW_ITEMS)
    if actor.person_id is None:
        raise NotAllowed("Remarks are settled by a person.")
    note = keep_printable(note)
    if not note:
        raise Invalid("note", "Say what you decided.")
    demand_fit("note", note, most=LONGEST_NOTE)
    with transaction():
        if not remarks.lock_item(actor.organisation_id, item_id=item_id):
            raise NotFound("There is no such question.")
        rows = remarks.list_open(actor.organisation_id, item_id=item_id, up_to=last_remark_id)
        if not rows:
            raise Conflict("These remarks are settled already.")
        last = {version_id: max(row[6] for row in rows if row[1] == version_id) for _, version_id, *_ in rows}
        for version_id, remark_id in last.items():
            settlement = RemarkSettlement(
                organisation_id=actor.organisation_id,
                item_version_id=version_id,
                last_remark_id=remark_id,
                person_id=actor.person_id,
                note=note,
                at=now,
            )
            db.session.add(settlement)
        total = _sum_up(rows).total
        audit.record(actor, "remarks settled", subject=f"item {item_id}", now=now, details={"remarks": total})
        return total


def read_open(organisation_id: int, *, document_id: int) -> dict[int, OpenRemarks]:
    """The open remarks on a document's items by item; asked inside a transaction."""
    rows = remarks.list_open(organisation_id, document_id=document_id)
    return {item_id: _sum_up(found) for item_id, found in groupby(rows, key=lambda row: row[0])}


def read_open_of(organisation_id: int, *, item_id: int) -> OpenRemarks | None:
    """The open remarks on one item; asked inside a transaction."""
    rows = remarks.list_open(organisation_id, item_id=item_id)
    return _sum_up(rows) if rows else None


def read_settlements(organisation_id: int, *, item_id: int) -> tuple[Settlement, ...]:
    """Every answer to remarks on an item, oldest first; asked inside a transaction."""
    found: list[Settlement] = []
    for row, number, by, until_then in remarks.list_settlements(organisation_id, item_id=item_id):
        before = sum(one.remarks for one in found if one.number == number)
        found.append(Settlement(number, until_then - before, by, row.at, row.note))
    return tuple(found)


def _sum_up(rows: Iterable[OpenRow]) -> OpenRemarks:
    rows = tuple(rows)
    counted = {reason: sum(row[4] for row in rows if row[3] is reason) for reason in RemarkReason}
    reasons = sorted(((reason, many) for reason, many in counted.items() if many), key=lambda pair: -pair[1])
    return OpenRemarks(
        tuple(reasons), min(row[5] for row in rows), max(row[6] for row in rows), tuple({row[2]: None for row in rows})
    )
