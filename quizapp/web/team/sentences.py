"""The sentences of a manager's page: how many need something, who else there is, who has passed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizapp.assessment.status import Status
from quizapp.services.managing.data_queries import Said
from quizapp.services.reports.reports import TeamReport
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.filters import count, number, part_of

NOTHING = "Nothing to do. Everyone in your team has passed or is not due yet."
NOTHING_WITH_ABSENCE = "Nothing to do. Everyone in your team has passed, is not due yet or is on long-term absence."

_URGENT = {
    Status.OVERDUE: "overdue",
    Status.EXPIRED: "with a pass that has run out",
    Status.DUE_SOON: "due within 7 days",
    Status.NOT_PASSED_YET: "with 3 tries or more and no pass",
}
_OTHERS = (
    (frozenset({Status.PASSED, Status.EXPIRING}), "passed"),
    (frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.NOT_PASSED_YET}), "not due yet"),
    (frozenset({Status.ABSENT}), "on long-term absence"),
    (frozenset({Status.NOT_IN_POST}), "not in post yet"),
)


def need_sentence(rows: Sequence[ReportRow]) -> str:
    """How many people need something, of how many."""
    needing = sum(row.needs_something for row in rows)
    if not needing:
        return NOTHING_WITH_ABSENCE if any(row.status is Status.ABSENT for row in rows) else NOTHING
    if len(rows) == 1:
        return "The only person in your team needs something from you."
    needs = "needs" if needing == 1 else "need"
    return f"{number(needing)} of your {count(len(rows), 'person', many='people')} {needs} something from you."


def needed_sentence(rows: Sequence[ReportRow]) -> str:
    """The same of a past day, on which nothing can be done any more."""
    needing = sum(row.needs_something for row in rows)
    return f"{part_of(needing, len(rows))} people needed something on that day."


def need_detail(rows: Iterable[ReportRow]) -> str:
    """The same by reason: 2 overdue, 1 due within 7 days."""
    statuses = Counter(row.status for row in rows if row.needs_something)
    return ", ".join(f"{number(statuses[status])} {words}" for status, words in _URGENT.items() if statuses[status])


def reported_sentence(rows: Iterable[ReportRow], said: Mapping[int, Said]) -> str:
    """How many of those who need something have been reported; they are counted until the data change."""
    needing = [row.person_id for row in rows if row.needs_something]
    reported = [said[person_id] for person_id in needing if person_id in said and said[person_id].is_open]
    if not reported:
        return ""
    whom = f"{number(len(reported))} of them"
    if len(reported) == len(needing):
        whom = "this person" if len(needing) == 1 else "all of them"
    if all(one.by_actor for one in reported):
        return f"You have reported {whom}."
    return f"{whom[0].upper()}{whom[1:]} {'has' if len(reported) == 1 else 'have'} been reported."


def others_summary(rows: Sequence[ReportRow]) -> str:
    """38 others: 36 passed, 2 not due yet."""
    counted = ((sum(row.status in statuses for row in rows), words) for statuses, words in _OTHERS)
    parts = ", ".join(f"{number(people)} {words}" for people, words in counted if people)
    return f"{count(len(rows), 'other')}: {parts}"


def passed_sentence(report: TeamReport) -> str:
    """How many of those whose due date has passed hold a valid pass; a percentage only where it means something."""
    share = report.measures.compliance
    if not share.of:
        return "No one was due yet."
    percentage = f" ({share.percentage})" if share.percentage else ""
    past = report.head.on.is_over
    holds = "held" if past else "holds" if share.count == 1 else "hold"
    return f"{part_of(share.count, share.of)} who were due {holds} a valid pass{percentage}."
