"""Generated items as rows: stable codes, opaque option tokens, shared passages, a first review each."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from question_bank import model
from quizapp.access.policy import Actor
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.storage.db import db
from quizapp.storage.models.document import DocumentVersion, Passage
from quizapp.storage.models.item import Item, ItemCitation, ItemReview, ItemVersion
from quizapp.storage.queries.bank import items as item_queries


def store_items(actor: Actor, items: Sequence[model.Item], *, version: DocumentVersion, now: datetime) -> int:
    """Keep the items of an edition as drafts; an item known from an earlier edition gets its next version."""
    known = item_queries.list_codes(actor.organisation_id, document_id=version.document_id)
    new = [
        Item(organisation_id=actor.organisation_id, document_id=version.document_id, code=item.id, created_at=now)
        for item in items
        if item.id not in known
    ]
    db.session.add_all(new)
    db.session.flush()
    known |= {row.code: (row.id, 0) for row in new}
    rows: list[tuple[ItemVersion, model.Item]] = []
    for item in items:
        item_id, number = known[item.id]
        rows.append((_version(actor, item_id, version, item, number=number + 1, now=now), item))
    db.session.add_all(row for row, _ in rows)
    db.session.flush()
    _cite(actor, version, rows)
    for row, _ in rows:
        review = ItemReview(
            organisation_id=actor.organisation_id,
            item_version_id=row.id,
            status=ReviewStatus.DRAFT,
            person_id=actor.person_id,
            job=actor.job,
            at=now,
        )
        db.session.add(review)
    return len(rows)


def _version(
    actor: Actor, item_id: int, version: DocumentVersion, item: model.Item, *, number: int, now: datetime
) -> ItemVersion:
    tokens = _opaque_tokens(len(item.options))
    by_text = {option.text: token for option, token in zip(item.options, tokens, strict=True)}
    return ItemVersion(
        organisation_id=actor.organisation_id,
        item_id=item_id,
        number=number,
        document_version_id=version.id,
        kind=item.kind,
        template=item.template,
        setting=item.setting,
        stem=item.stem,
        options=[_option(option, token) for option, token in zip(item.options, tokens, strict=True)],
        pairs=None if item.pairs is None else [{"left": left, "token": by_text[right]} for left, right in item.pairs],
        facts=list(item.facts),
        value_names=_value_names(item),
        needs_review=item.status is model.DraftStatus.REVIEW,
        created_at=now,
    )


def _opaque_tokens(count: int) -> list[str]:
    """Random and different; they say nothing about which option is right."""
    tokens: list[str] = []
    while len(tokens) < count:
        token = secrets.token_hex(4)
        if token not in tokens:
            tokens.append(token)
    return tokens


def _option(option: model.Option, token: str) -> dict[str, Any]:
    return {
        "token": token,
        "text": option.text,
        "correct": option.correct,
        "rationale": option.rationale,
        "proof": option.proof,
    }


def _value_names(item: model.Item) -> list[str]:
    """A matching item counts for every value it names; any other for the one it asks about."""
    if item.kind is model.Kind.MATCHING and item.pairs:
        return sorted({right for _, right in item.pairs})
    return [item.value] if item.value else []


def _cite(actor: Actor, version: DocumentVersion, rows: Sequence[tuple[ItemVersion, model.Item]]) -> None:
    passages: dict[model.Citation, Passage] = {}
    for _, item in rows:
        for citation in item.source:
            if citation not in passages:
                passages[citation] = Passage(
                    organisation_id=actor.organisation_id,
                    document_version_id=version.id,
                    line=citation.line,
                    text=citation.text,
                )
    db.session.add_all(passages.values())
    db.session.flush()
    for row, item in rows:
        for citation in dict.fromkeys(item.source):
            db.session.add(
                ItemCitation(
                    organisation_id=actor.organisation_id,
                    item_version_id=row.id,
                    passage_id=passages[citation].id,
                )
            )
