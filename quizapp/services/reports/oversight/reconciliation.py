"""Why our figure and ESR's differ: the walk from one rate to the other, and person by person against a file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.measures import Measures, Share, count_crowds
from quizapp.services.allowed import demand
from quizapp.services.reports.groups import Group, belongs_to
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.oversight.esr_file import EsrRow, Unread, fold_name, read_esr_file
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports.crowds import list_crowds
from quizapp.storage.queries.reports.esr import EsrPerson, list_in_scope, list_on_file
from quizapp.storage.transaction import snapshot


class Difference(StrEnum):
    """How one person stands in both; everybody of ours and of the file has exactly one."""

    TO_BE_LOADED = "to-be-loaded"
    """A valid pass here; a line in the file, and not achieved there."""
    TO_BE_LOADED_NO_LINE = "to-be-loaded-no-line"
    """A valid pass here, and no line in the file."""
    ONLY_IN_ESR = "only-in-esr"
    DATES_DIFFER = "dates-differ"
    NOT_IN_FILE = "not-in-file"
    """In post here, without a pass, and no line in the file."""
    NOT_COUNTED = "not-counted"
    """In the file and on our file, but not in post, of another staff type, or without the quiz."""
    NOT_ON_FILE = "not-on-file"
    UNCLEAR = "unclear"
    """The file gives a name alone, and it fits several people here."""
    IN_BOTH = "in-both"
    IN_NEITHER = "in-neither"


@dataclass(frozen=True, slots=True)
class Walk:
    """From compliance to the rate as ESR counts it: the people added, and how many of them hold a valid pass."""

    head: ReportHead
    measures: Measures
    not_due: Share
    absent: Share
    competence: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One person: the day of the pass here, and in ESR whether achieved and when; `line` is that of the file."""

    difference: Difference
    name: str
    email: str
    team: str | None
    passed_on: date | None
    achieved: bool
    achieved_on: date | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everybody on either side, by name; `ours` and `theirs` are the people there are and those who passed."""

    head: ReportHead
    people: tuple[Compared, ...]
    counts: Mapping[Difference, int]
    ours: Share
    theirs: Share
    unread: tuple[Unread, ...]
    ignored_columns: tuple[str, ...]


def walk_to_esr(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> Walk:
    """The parts by which the two rates differ, from the same moment."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        crowds = list_crowds(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
        competence = get_organisation(actor.organisation_id).esr_competence
    sizes: Counter[Group] = Counter()
    for crowd in crowds:
        for group in (Group.NOT_DUE_YET, Group.NOT_DUE_PASSED, Group.ABSENT, Group.ABSENT_PASSED):
            sizes[group] += crowd.people * belongs_to(group, crowd.standing, on=head.on)
    return Walk(
        head=head,
        measures=count_crowds(((crowd.standing, crowd.people) for crowd in crowds), head.on),
        not_due=Share(sizes[Group.NOT_DUE_PASSED], sizes[Group.NOT_DUE_YET]),
        absent=Share(sizes[Group.ABSENT_PASSED], sizes[Group.ABSENT]),
        competence=competence,
    )


def compare_with_esr(actor: Actor, data: bytes, *, now: datetime, quiz_id: int | None = None) -> Comparison:
    """Everybody in scope against a file taken out of ESR; nothing of it is kept. Raises Invalid("file")."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        ours = list_in_scope(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment)
        on_file = list_on_file(actor.organisation_id)
        competence = get_organisation(actor.organisation_id).esr_competence
    file = read_esr_file(data, competence=competence, on=head.on.day)
    people = sorted(
        _compare(ours, file.rows, finder=_Finder(on_file), on=head.on.day),
        key=lambda one: (one.name.casefold(), one.email),
    )
    return Comparison(
        head=head,
        people=tuple(people),
        counts=Counter(one.difference for one in people),
        ours=Share(sum(_pass_of(one, head.on.day) is not None for one in ours), len(ours)),
        theirs=Share(sum(row.achieved for row in file.rows), len(file.rows)),
        unread=file.unread,
        ignored_columns=file.ignored_columns,
    )


class _Finder:
    """Finds people on our file by address, or else by name."""

    def __init__(self, on_file: Iterable[tuple[int, str, str | None]]) -> None:
        self.by_email: dict[str, int] = {}
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for person_id, name, email in on_file:
            if email:
                self.by_email[email] = person_id
            self.by_name[fold_name(name)].append(person_id)

    def find(self, row: EsrRow) -> list[int]:
        """Nobody, one person, or several whom a name fits; an address we do not know falls back on the name."""
        if row.email in self.by_email:
            return [self.by_email[row.email]]
        return self.by_name.get(fold_name(row.name), []) if row.name else []


def _compare(ours: Iterable[EsrPerson], rows: Iterable[EsrRow], *, finder: _Finder, on: date) -> Iterable[Compared]:
    in_scope = {person.person_id: person for person in ours}
    in_file: dict[int, EsrRow] = {}
    for row in rows:
        found = finder.find(row)
        if len(found) > 1:
            yield _stranger(row, Difference.UNCLEAR)
        elif not found or found[0] not in in_scope:
            yield _stranger(row, Difference.NOT_COUNTED if found else Difference.NOT_ON_FILE)
        else:
            known = in_file.get(found[0])
            in_file[found[0]] = row if known is None else known.joined(row)
    for person_id, person in in_scope.items():
        row_of = in_file.get(person_id)
        passed_on = _pass_of(person, on)
        yield Compared(
            difference=_difference(passed_on, row_of),
            name=person.name,
            email=person.email or "",
            team=person.team,
            passed_on=passed_on,
            achieved=row_of is not None and row_of.achieved,
            achieved_on=row_of.on if row_of else None,
            line=row_of.line if row_of else None,
        )


def _difference(passed_on: date | None, row: EsrRow | None) -> Difference:
    if row is None:
        return Difference.NOT_IN_FILE if passed_on is None else Difference.TO_BE_LOADED_NO_LINE
    if passed_on is None:
        return Difference.ONLY_IN_ESR if row.achieved else Difference.IN_NEITHER
    if not row.achieved:
        return Difference.TO_BE_LOADED
    return Difference.DATES_DIFFER if row.on is not None and row.on != passed_on else Difference.IN_BOTH


def _stranger(row: EsrRow, difference: Difference) -> Compared:
    return Compared(
        difference=difference,
        name=row.name,
        email=row.email,
        team=None,
        passed_on=None,
        achieved=row.achieved,
        achieved_on=row.on,
        line=row.line,
    )


def _pass_of(person: EsrPerson, on: date) -> date | None:
    """The day of a pass that still holds."""
    return person.passed_on if person.valid_until is None or person.valid_until >= on else None
