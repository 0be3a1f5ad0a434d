"""Sending boosters: who is due two questions some weeks after a pass, and which two."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from question_bank.model import Kind
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.boosters import (
    DAYS_AFTER_PASS,
    LENGTH,
    LINK_DAYS,
    choose_values,
    due_day,
    list_missed,
    may_answer,
    passes_due,
)
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.papers.candidates import Candidate, PaperRequest
from quizapp.assessment.papers.paper import assemble_paper
from quizapp.assessment.reminders.cadence import next_opening
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.output.csv_file import csv_lines
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.attempts.starts import order_options
from quizapp.services.bank.candidates import ApprovedBank, list_candidates, value_names
from quizapp.services.calendar import today
from quizapp.storage.queries import boosters, messages
from quizapp.storage.queries.boosters import DuePass
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot, transaction

Thing = TypeVar("Thing")

AT_A_TIME = 500
"""Passes looked at by one statement, and rows written by one."""


@dataclass(frozen=True, slots=True)
class SentBooster:
    """A booster to be sent to somebody; the token is the end of its address, and the e-mail may not be known."""

    name: str
    email: str | None
    number: int
    due_on: date
    sent_on: date
    token: str

    @property
    def last_day(self) -> date:
        """The last day it can be answered."""
        return self.sent_on + timedelta(days=LINK_DAYS)


@dataclass(frozen=True, slots=True)
class SentBoosters:
    """The boosters that can be answered at the moment, and how many of them were, whoever that is."""

    boosters: tuple[SentBooster, ...]
    answered: int


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A booster before it is kept: its questions, each with its options in order."""

    due: DuePass
    number: int
    items: tuple[tuple[int, list[str]], ...]

    @property
    def due_on(self) -> date:
        return due_day(self.due.passed_on, number=self.number)


@dataclass(frozen=True, slots=True)
class _Past:
    """What people did so far, by assignment: the values missed in each attempt, and how often each item was met."""

    missed: dict[int, dict[int, set[str]]]
    met: dict[int, Counter[int]]


def issue_boosters(actor: Actor, *, now: datetime, by_hand: bool = False) -> list[SentBooster]:
    """Make the boosters that are due and return them to be sent; done again it makes none twice.

    A message for each goes into the outbox, unless they are sent `by_hand`. Nobody gets one who is away for long, has
    left, refused them, or whose page has nothing to ask.
    """
    demand(actor, Permission.ASSIGN)
    with snapshot():
        day = today(actor, now=now)
        drawn = [one for number in DAYS_AFTER_PASS for one in _draw_round(actor, number, day=day)]
    # Drawn beforehand, so that no answer of anybody waits for it; the database refuses a second one of a number.
    with transaction():
        opening = next_opening(now, get_organisation(actor.organisation_id).time_zone)
        sent = []
        for some in _in_parts(drawn):
            kept = _keep(actor, some, now=now)
            if not by_hand:
                messages.add_messages(actor.organisation_id, values=_letters(kept, created_at=now, due_at=opening))
            sent += [
                SentBooster(one.due.name, one.due.email, one.number, one.due_on, day, token) for _, token, one in kept
            ]
        if sent:
            audit.record(actor, "boosters issued", subject="boosters", now=now, details={"number": len(sent)})
        return sent


def list_boosters(actor: Actor, *, now: datetime) -> SentBoosters:
    """The boosters that were sent and can be answered now."""
    demand(actor, Permission.ASSIGN)
    with snapshot():
        zone = get_organisation(actor.organisation_id).time_zone
        day, since = local_day(now, zone), now - timedelta(days=LINK_DAYS + 1)
        live = [
            (booster, person, sent_on, questions == answers)
            for booster, person, questions, answers in boosters.list_sent(actor.organisation_id, since=since)
            if may_answer(sent_on := local_day(booster.issued_at, zone), on=day)
        ]
        return SentBoosters(
            tuple(
                SentBooster(person.name, person.email, booster.number, booster.due_on, sent_on, booster.token)
                for booster, person, sent_on, _ in live
            ),
            answered=sum(is_answered for *_, is_answered in live),
        )


def write_boosters(sent: Sequence[SentBooster], *, link: Callable[[str], str]) -> Iterator[bytes]:
    """Boosters as a CSV file for whoever sends the messages, line by line; `link` makes an address of a token."""
    rows = ((one.name, one.email, one.number, one.due_on.isoformat(), link(one.token)) for one in sent)
    return csv_lines(("name", "e-mail", "number", "due", "link"), rows)


def _draw_round(actor: Actor, number: int, *, day: date) -> Iterator[_Drawn]:
    """The first or the second boosters that are due on a day; none for whom nothing can be asked."""
    due = boosters.list_due_passes(actor.organisation_id, number=number, passed=passes_due(number, on=day), day=day)
    banks = {
        version_id: list_candidates(actor.organisation_id, document_version_id=version_id)
        for version_id in {one.document_version_id for one in due}
    }
    for some in _in_parts(due):
        past = _look_back(actor, [one.assignment_id for one in some])
        for one in some:
            items = _draw(banks[one.document_version_id], one, past, number=number)
            if items:
                yield _Drawn(one, number, items)


def _look_back(actor: Actor, assignment_ids: Sequence[int]) -> _Past:
    missed: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    met: dict[int, Counter[int]] = defaultdict(Counter)
    for assignment_id, attempt, names in boosters.list_missed_values(
        actor.organisation_id, assignment_ids=assignment_ids
    ):
        missed[assignment_id][attempt].update(names)
    for assignment_id, item_id in boosters.list_items_met(actor.organisation_id, assignment_ids=assignment_ids):
        met[assignment_id][item_id] += 1
    return _Past(missed, met)


def _draw(bank: ApprovedBank, due: DuePass, past: _Past, *, number: int) -> tuple[tuple[int, list[str]], ...]:
    """The item versions to ask, each with its option tokens in the order shown."""
    known = value_names(bank.candidates)
    # The attempts come in order, so their values do too.
    missed = list_missed(list(past.missed[due.assignment_id].values()), known=known)
    seed = f"booster|{due.attempt_id}|{number}"
    wanted = choose_values(missed, known=known, number=number, seed=seed)
    met = past.met[due.assignment_id]
    candidates = [replace(one, seen=met[row.item_id]) for row, one in zip(bank.words, bank.candidates, strict=True)]
    chosen = _search(candidates, PaperRequest(LENGTH, tuple(wanted), seed=seed, missed=frozenset(missed)))
    texts = {row.id: {option["token"]: option["text"] for option in row.options} for row in bank.words}
    return tuple((one.id, order_options(texts[one.id], seed=f"{seed}|{one.id}")) for one in chosen)


def _search(candidates: Sequence[Candidate], request: PaperRequest) -> tuple[Candidate, ...]:
    """Questions about the values wanted, of one choice if possible, else of any kind, else about anything."""
    about = [one for one in candidates if not frozenset(request.value_names).isdisjoint(one.value_names)]
    pools = ([one for one in about if one.kind is Kind.SINGLE], about, candidates)
    best: tuple[Candidate, ...] = ()
    best_lack: tuple[int, int] | None = None
    for pool in pools:
        paper = assemble_paper(pool, request)
        covered = {name for one in paper for name in one.value_names}
        lack = (LENGTH - len(paper), len(frozenset(request.value_names) - covered))
        if best_lack is None or lack < best_lack:
            best, best_lack = paper, lack
        if not any(best_lack):
            break
    return best


def _keep(actor: Actor, drawn: Sequence[_Drawn], *, now: datetime) -> list[tuple[int, str, _Drawn]]:
    """Those that nobody else has kept in the meantime, each with its id and token."""
    by_token = {secrets.token_urlsafe(16): one for one in drawn}
    kept = boosters.add_boosters(
        actor.organisation_id,
        values=[
            {
                "attempt_id": one.due.attempt_id,
                "number": one.number,
                "token": token,
                "due_on": one.due_on,
                "issued_at": now,
            }
            for token, one in by_token.items()
        ],
    )
    items = [
        {"booster_id": kept[token], "position": position, "item_version_id": version_id, "option_order": order}
        for token, one in by_token.items()
        if token in kept
        for position, (version_id, order) in enumerate(one.items, start=1)
    ]
    if items:
        boosters.add_items(actor.organisation_id, values=items)
    return [(kept[token], token, one) for token, one in by_token.items() if token in kept]


def _letters(
    kept: Sequence[tuple[int, str, _Drawn]], *, created_at: datetime, due_at: datetime
) -> list[dict[str, Any]]:
    """What the outbox is given for those with an address; the others find their questions under My learning."""
    return [
        {
            "key": f"{MessageKind.BOOSTER}:{booster_id}",
            "kind": MessageKind.BOOSTER,
            "person_id": one.due.person_id,
            "assignment_id": one.due.assignment_id,
            "booster_id": booster_id,
            "created_at": created_at,
            "due_at": due_at,
        }
        for booster_id, _, one in kept
        if one.due.email is not None
    ]


def _in_parts(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    return (things[start : start + AT_A_TIME] for start in range(0, len(things), AT_A_TIME))
