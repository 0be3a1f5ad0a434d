"""What managers reported, as administrators meet it: beside what the data say, to be settled with a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.data_queries import QueryKind, asks_administrator
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.storage.db import db
from quizapp.storage.models.team import DataQuerySettlement
from quizapp.storage.queries import quizzes
from quizapp.storage.queries.managing import data_queries, people_facts
from quizapp.storage.queries.managing.data_queries import OpenQuery
from quizapp.storage.queries.managing.people_facts import PersonFacts
from quizapp.storage.transaction import snapshot, transaction

LONGEST_NOTE = 300
MOST_ANSWERED = 50


@dataclass(frozen=True, slots=True)
class Reported:
    """One report: what was said about whom by whom, and what the data say today."""

    id: int
    kind: QueryKind
    until_date: date | None
    on_date: date
    by: str
    by_id: int
    quiz_title: str
    person_id: int
    facts: PersonFacts


@dataclass(frozen=True, slots=True)
class Answered:
    """A report that an administrator settled, with the sentence the manager read."""

    reported: Reported
    on_date: date
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Reports:
    """All that is open, newest first, and what was settled last."""

    day: date
    open: tuple[Reported, ...]
    answered: tuple[Answered, ...]


def list_reports(actor: Actor, *, now: datetime) -> Reports:
    """Every report that asks something of an administrator and that the data have not overtaken."""
    demand(actor, Permission.MANAGE_PEOPLE)
    with snapshot():
        day = today(actor, now=now)
        found = [one for one in data_queries.list_open(actor.organisation_id, on=day) if _asks(one)][::-1]
        answered = data_queries.list_answered(actor.organisation_id, most=MOST_ANSWERED)
        read = _reader(actor, [*found, *(query for query, *_ in answered)], day=day)
        return Reports(
            day,
            tuple(read[query.id] for query in found),
            tuple(Answered(read[query.id], on_date, note, by) for query, on_date, note, by in answered),
        )


def show_report(actor: Actor, query_id: int, *, now: datetime) -> Reported:
    """One open report; raises NotFound where there is none, and Conflict where it is settled or overtaken."""
    demand(actor, Permission.MANAGE_PEOPLE)
    with snapshot():
        day = today(actor, now=now)
        open_ones = [one for one in data_queries.list_open(actor.organisation_id, on=day) if one.id == query_id]
        if open_ones:
            return _reader(actor, open_ones, day=day)[query_id]
        if data_queries.has_query(actor.organisation_id, query_id):
            raise Conflict("This report is settled, was taken back, or the data have changed since.")
        raise NotFound("There is no such report.")


def settle_report(actor: Actor, query_id: int, *, note: str, now: datetime) -> None:
    """Answer a report with a sentence that the manager reads; it changes no figure.

    The same sentence sent twice is kept once. Raises Invalid without a sentence, Conflict where it is settled.
    """
    demand(actor, Permission.MANAGE_PEOPLE)
    if actor.person_id is None:
        raise NotAllowed("Reports are settled by a person.")
    note = keep_printable(note)
    if not note:
        raise Invalid("note", "Write what you found, so that the manager knows.")
    demand_fit("note", note, most=LONGEST_NOTE)
    with transaction():
        found = data_queries.find_query(actor.organisation_id, query_id)
        if found is None:
            raise NotFound("There is no such report.")
        _, settlement = found
        if settlement is not None:
            if (settlement.person_id, settlement.note) == (actor.person_id, note):
                return
            raise Conflict("This report is settled already, or was taken back.")
        settled = DataQuerySettlement(
            organisation_id=actor.organisation_id,
            data_query_id=query_id,
            person_id=actor.person_id,
            note=note,
            on_date=today(actor, now=now),
            at=now,
        )
        db.session.add(settled)
        audit.record(actor, "data query settled", subject=f"data query {query_id}", now=now)


def _asks(query: OpenQuery) -> bool:
    return asks_administrator(query.kind, on_date=query.on_date, until_date=query.until_date)


def _reader(actor: Actor, queries: Iterable[OpenQuery], *, day: date) -> dict[int, Reported]:
    queries = tuple(queries)
    facts = people_facts.list_facts(actor.organisation_id, {one.person_id for one in queries}, on=day)
    titles = {quiz.id: quiz.title for quiz, _ in quizzes.list_quizzes(actor.organisation_id)}
    return {
        one.id: Reported(
            *(one.id, one.kind, one.until_date, one.on_date, one.reporter_name, one.reporter_id),
            *(titles[one.quiz_id], one.person_id, facts[one.person_id]),
        )
        for one in queries
    }
