"""What a journey leaves in the database, without what differs from one to the next: row ids, tokens, moments."""

from dataclasses import dataclass

import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.item import Item, ItemVersion
from tests.quizapp.web.learn.school import School

Row = tuple[object, ...]


@dataclass(frozen=True)
class Rows:
    """The rows of all learners; an attempt is named by its number, an item by its code, a choice by its words."""

    attempts: tuple[Row, ...]
    """Number, state, mode, items, needed to pass, score."""
    paper: tuple[Row, ...]
    """Number of the attempt, place, item, options shown."""
    responses: tuple[Row, ...]
    """Number of the attempt, place, revision, mark, what was chosen."""
    completions: tuple[Row, ...]
    """Number of the attempt, edition, score printed, until when it holds."""


PASSED = Rows(
    attempts=((1, "submitted", "learn", 8, 7, 7),),
    paper=(
        (1, 1, "curiosity", 4),
        (1, 2, "gap-2", 3),
        (1, 3, "multiple-1", 4),
        (1, 4, "match", 4),
        (1, 5, "gap-0", 3),
        (1, 6, "candour", 4),
        (1, 7, "thrift", 4),
        (1, 8, "steadiness", 4),
    ),
    responses=(
        (1, 1, 1, 1, "Curiosity"),
        (1, 2, 1, 1, "gap-2 right 0"),
        (1, 3, 1, 0, "multiple-1 other 0", "multiple-1 other 1"),
        (1, 4, 1, 1, "match right 0", "match right 1"),
        (1, 5, 1, 1, "gap-0 right 0"),
        (1, 6, 1, 1, "Candour"),
        (1, 7, 1, 1, "Thrift"),
        (1, 8, 1, 1, "Steadiness"),
    ),
    completions=((1, 1, None, None),),
)
"""Eight questions, the third answered wrongly, each answered once: what every journey has to come to."""


def read_rows(school: School) -> Rows:
    """All that the learners of the school have left."""
    on_paper = (
        sa.select(Attempt.number, PaperItem.position, Item.code, PaperItem.option_order)
        .join(Attempt, Attempt.id == PaperItem.attempt_id)
        .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .order_by(Attempt.number, PaperItem.position)
    )
    given = (
        sa.select(
            Attempt.number, PaperItem.position, Response.revision, Response.mark, Response.chosen, ItemVersion.options
        )
        .join(Attempt, Attempt.id == Response.attempt_id)
        .join(ItemVersion, ItemVersion.id == Response.item_version_id)
        .join(
            PaperItem,
            sa.and_(PaperItem.attempt_id == Response.attempt_id, PaperItem.item_version_id == Response.item_version_id),
        )
        .order_by(Attempt.number, PaperItem.position, Response.revision)
    )
    with school.app.app_context():
        attempts = db.session.execute(
            sa.select(
                Attempt.number, Attempt.state, Attempt.mode, Attempt.item_count, Attempt.pass_score, Attempt.score
            ).order_by(Attempt.number)
        ).all()
        papers = [(*row, len(shown)) for *row, shown in db.session.execute(on_paper)]
        responses = [(*row, *_words(chosen, options)) for *row, chosen, options in db.session.execute(given)]
        completions = db.session.execute(
            sa.select(Attempt.number, Completion.edition, Completion.score, Completion.valid_until)
            .join(Attempt, Attempt.id == Completion.attempt_id)
            .order_by(Attempt.number)
        ).all()
        db.session.remove()
    return Rows(tuple(map(tuple, attempts)), tuple(papers), tuple(responses), tuple(map(tuple, completions)))


def _words(chosen: list[str], options: list[dict[str, str]]) -> list[str]:
    texts = {option["token"]: option["text"] for option in options}
    return sorted(texts[token] for token in chosen)
