"""What a manager says about people of their teams: kept, shown until the data change, and no figure changes by it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.data_queries import (
    ABOUT_THE_PERSON,
    LONGEST_LEAVE_DAYS,
    QueryKind,
    asks_administrator,
)
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.team import DataQuery, DataQuerySettlement
from quizapp.storage.queries import quizzes, teams
from quizapp.storage.queries.managing import data_queries, people_facts
from quizapp.storage.queries.managing.data_queries import NewestQuery
from quizapp.storage.queries.managing.people_facts import TeamPerson
from quizapp.storage.transaction import snapshot, transaction

ANSWER_DAYS = 28
"""For so long an administrator's answer stands on the row."""
NOBODY = "There is nobody like that in your team."
NO_REPORT = "There is no such report."
ALSO_AFTER_A_PASS = ABOUT_THE_PERSON - {QueryKind.CANNOT_SIGN_IN}
"""What can be said about somebody who has passed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What holds about a person: who said it and when, or what an administrator answered."""

    query_id: int
    kind: QueryKind
    until_date: date | None
    on_date: date
    by: str
    by_actor: bool
    answer: str | None = None
    answered_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still holds."""
        return self.answered_on is None


@dataclass(frozen=True, slots=True)
class PersonToReport:
    """Somebody a manager may say something about, and what was said before."""

    person_id: int
    name: str
    holds_pass: bool
    said: Said | None


@dataclass(frozen=True, slots=True)
class ToReport:
    """The people a manager picked, and the quiz it is about."""

    quiz_id: int
    quiz_title: str
    day: date
    people: tuple[PersonToReport, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What is said, and for a leave the first day back."""

    kind: QueryKind
    until_date: date | None = None

    def asks_administrator(self, *, on: date) -> bool:
        """Whether somebody beside the manager has something to do, where it is said on a day."""
        return asks_administrator(self.kind, on_date=on, until_date=self.until_date)


def open_people(actor: Actor, person_ids: Collection[int], *, quiz_id: int, now: datetime) -> ToReport:
    """The people of the actor's teams with these ids; raises NotFound where one of them is not in there."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        day = today(actor, now=now)
        title = _title(actor, quiz_id)
        people = _find_people(actor, person_ids, quiz_id=quiz_id, day=day)
        said = read_said(actor, [one.id for one in people], quiz_id=quiz_id, day=day)
        return ToReport(
            quiz_id,
            title,
            day,
            tuple(PersonToReport(one.id, one.name, one.holds_pass, said.get(one.id)) for one in people),
        )


def report_people(actor: Actor, person_ids: Collection[int], *, quiz_id: int, word: Word, now: datetime) -> int:
    """Say the same about some people of the actor's teams; returns how many they are.

    What holds already is not said again. Raises NotFound where one of them is not in the actor's teams, Invalid
    for a leave without a sensible end and for somebody who has passed.
    """
    demand(actor, Permission.SEE_TEAM)
    if actor.person_id is None:
        raise NotAllowed("Only a person can report something.")
    with transaction():
        day = today(actor, now=now)
        _title(actor, quiz_id)
        _demand_sense(word, day)
        data_queries.lock_people(actor.organisation_id, person_ids)
        people = _find_people(actor, person_ids, quiz_id=quiz_id, day=day)
        if passed := [one.name for one in people if one.holds_pass and word.kind not in ALSO_AFTER_A_PASS]:
            raise Invalid("kind", f"{passed[0]} has passed. Select something else, or leave {passed[0]} out.")
        said = read_said(actor, [one.id for one in people], quiz_id=quiz_id, day=day)
        for person in people:
            before = said.get(person.id)
            if before and before.is_open and Word(before.kind, before.until_date) == word:
                continue
            _keep(actor, person, quiz_id=quiz_id, word=word, now=now)
        return len(people)


def take_back(actor: Actor, query_id: int, *, now: datetime) -> int:
    """Say that a report about somebody of the actor's teams does not hold; returns the quiz it was about.

    Raises Conflict where an administrator has answered it. Taken back twice is taken back once.
    """
    demand(actor, Permission.SEE_TEAM)
    if actor.person_id is None:
        raise NotAllowed("Only a person can take a report back.")
    with transaction():
        found = data_queries.find_query(actor.organisation_id, query_id)
        if found is None:
            raise NotFound(NO_REPORT)
        query, settlement = found
        day = today(actor, now=now)
        _find_people(actor, [query.person_id], quiz_id=query.quiz_id, day=day)
        if settlement is not None and settlement.note is not None:
            raise Conflict("This report has been answered, so it cannot be taken back.")
        if settlement is None:
            settled = DataQuerySettlement(
                organisation_id=actor.organisation_id,
                data_query_id=query_id,
                person_id=actor.person_id,
                on_date=day,
                at=now,
            )
            db.session.add(settled)
            audit.record(actor, "data query taken back", subject=f"data query {query_id}", now=now)
        return query.quiz_id


def read_said(actor: Actor, person_ids: Collection[int], *, quiz_id: int, day: date) -> dict[int, Said]:
    """What holds about people, or was answered lately, by person; asked inside a transaction."""
    newest = data_queries.list_newest(actor.organisation_id, person_ids, quiz_id=quiz_id, on=day)
    return {one.query.person_id: _said(actor, one) for one in _worth_showing(newest, day)}


def _worth_showing(newest: Iterable[NewestQuery], day: date) -> Iterable[NewestQuery]:
    answers_from = day - timedelta(days=ANSWER_DAYS)
    for one in newest:
        if one.settled_on is None:
            if not one.is_overtaken:
                yield one
        elif one.note is not None and one.settled_on > answers_from:
            yield one


def _said(actor: Actor, one: NewestQuery) -> Said:
    query = one.query
    by_actor = query.reporter_id == actor.person_id
    return Said(
        *(query.id, query.kind, query.until_date, query.on_date, query.reporter_name, by_actor),
        answer=one.note,
        answered_on=one.settled_on,
    )


def _title(actor: Actor, quiz_id: int) -> str:
    quiz = quizzes.find_quiz(actor.organisation_id, quiz_id=quiz_id)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    return quiz[0].title


def _find_people(actor: Actor, person_ids: Collection[int], *, quiz_id: int, day: date) -> list[TeamPerson]:
    """Those people, all of them of the actor's teams."""
    tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id or 0, on=day)
    found = people_facts.list_team_people(
        actor.organisation_id, person_ids, quiz_id=quiz_id, team_ids=set(tree), on=day
    )
    if not found or {one.id for one in found} != set(person_ids):
        raise NotFound(NOBODY)
    return found


def _demand_sense(word: Word, day: date) -> None:
    if word.kind is not QueryKind.ON_LEAVE:
        if word.until_date is not None:
            raise Invalid("until", "Only a leave has an end.")
        return
    if word.until_date is None:
        raise Invalid("until", "Enter the first day back.")
    if word.until_date <= day:
        raise Invalid("until", "The first day back must be after today.")
    if (word.until_date - day).days > LONGEST_LEAVE_DAYS:
        raise Invalid("until", "The first day back must be within 2 years.")


def _keep(actor: Actor, person: TeamPerson, *, quiz_id: int, word: Word, now: datetime) -> None:
    query = DataQuery(
        organisation_id=actor.organisation_id,
        person_id=person.id,
        quiz_id=quiz_id,
        team_id=person.team_id,
        reporter_id=actor.person_id,
        kind=word.kind,
        until_date=word.until_date,
        on_date=today(actor, now=now),
        at=now,
    )
    db.session.add(query)
    details = {"kind": word.kind.value, "quiz": quiz_id}
    audit.record(actor, "data query made", subject=f"person {person.id}", now=now, details=details)
