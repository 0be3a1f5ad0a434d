"""What managers reported, in words: the list, and one report beside what the data say."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from quizapp.assessment.data_queries import QueryKind
from quizapp.services.managing.settlements import Answered, Reported, Reports
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.filters import count, local_date, long_date, number
from quizapp.web.shell.parts import Cell, Choice, Column, SummaryRow
from quizapp.web.shell.tables.reported_words import KINDS, kind_words

NOTHING = "Nothing to settle. Managers have reported nothing that the data do not say."
NONE_CHOSEN = "No report fits these filters."
OPEN_COLUMNS = (
    *(Column("Name"), Column("Reported"), Column("By"), Column("On"), Column("The data say")),
    Column(hidden="What you can do"),
)
ANSWERED_COLUMNS = (Column("Name"), Column("Reported"), Column("By"), Column("Answer"), Column("Answered"))
WHAT_TO_DO = {
    QueryKind.HAS_LEFT: "If it is right, record the last day here and in ESR, so that the next staff file says so too.",
    QueryKind.NOT_IN_MY_TEAM: "If it is right, change the team or manager in ESR. The next staff file brings it here.",
    QueryKind.ON_LEAVE: "If it is a long absence, record it here. Nothing is due then until 28 days after the return.",
    QueryKind.CANNOT_SIGN_IN: "Check the e-mail address in ESR. Whoever runs this service can make a one-time link.",
    QueryKind.DONE_ON_PAPER: "Only a pass in this service counts. Say in your answer what the person can do.",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What an address asks for; None is all."""

    kind: QueryKind | None = None
    reporter: int | None = None

    def fits(self, one: Reported) -> bool:
        """Whether a report is asked for."""
        return self.kind in (None, one.kind) and self.reporter in (None, one.by_id)


@dataclass(frozen=True, slots=True)
class QueriesPage:
    """The list of what is open, and of what was answered last."""

    sentence: str
    open: list[list[Cell]]
    answered: list[list[Cell]]
    nobody: str = ""
    kinds: tuple[Choice, ...] = ()
    reporters: tuple[Choice, ...] = ()
    open_columns: tuple[Column, ...] = OPEN_COLUMNS
    answered_columns: tuple[Column, ...] = ANSWERED_COLUMNS


@dataclass(frozen=True, slots=True)
class QueryPage:
    """One report: what was said, what the data say, and what can be done."""

    heading: str
    quiz: str
    rows: tuple[SummaryRow, ...]
    what_to_do: str
    has_left: bool
    on_leave: bool


def read_filters(query: Mapping[str, str]) -> Filters:
    """What it does not know leaves nothing out."""
    kinds = {kind.value: kind for kind in QueryKind}
    return Filters(kinds.get(query.get("kind", "")), whole_number(query.get("by")))


def present_queries(
    reports: Reports, filters: Filters, *, zone: ZoneInfo, settle_path: Callable[[int], str]
) -> QueriesPage:
    """The page; `settle_path` leads to one report."""
    chosen = [one for one in reports.open if filters.fits(one)]
    return QueriesPage(
        sentence=open_sentence(len(reports.open)),
        open=[_open_cells(one, reports.day, zone, settle_path(one.id)) for one in chosen],
        answered=[_answered_cells(one, reports.day) for one in reports.answered],
        nobody=NONE_CHOSEN if reports.open and not chosen else "",
        kinds=_kind_choices(reports.open, filters),
        reporters=_reporter_choices(reports.open, filters),
    )


def present_query(one: Reported, *, day: date, zone: ZoneInfo) -> QueryPage:
    """The page of one report."""
    return QueryPage(
        heading=f"{one.facts.name}: {kind_words(one.kind, one.until_date, day=day)}",
        quiz=one.quiz_title,
        rows=(
            SummaryRow("Reported by", f"{one.by}, on {long_date(one.on_date)}"),
            SummaryRow("The data say", data_words(one, zone=zone)),
            SummaryRow("Team", one.facts.team or "No team"),
            SummaryRow("E-mail", one.facts.email or "None on file"),
        ),
        what_to_do=WHAT_TO_DO.get(one.kind, ""),
        has_left=one.kind is QueryKind.HAS_LEFT,
        on_leave=one.kind is QueryKind.ON_LEAVE,
    )


def open_sentence(many: int) -> str:
    """How many reports are open."""
    return f"{count(many, 'report')} from managers {'is' if many == 1 else 'are'} open." if many else NOTHING


def data_words(one: Reported, *, zone: ZoneInfo) -> str:
    """What the data say today about what was reported."""
    facts = one.facts
    match one.kind:
        case QueryKind.NOT_IN_MY_TEAM:
            return f"In {facts.team}" if facts.team else "In no team"
        case QueryKind.ON_LEAVE:
            return "No absence recorded"
        case QueryKind.CANNOT_SIGN_IN:
            address = "" if facts.email else ", no e-mail address"
            if facts.signed_in_at is None:
                return f"Never signed in{address}"
            return f"Last signed in on {local_date(facts.signed_in_at, zone)}{address}"
        case QueryKind.DONE_ON_PAPER:
            return "No pass recorded"
    if facts.end_date is not None:
        return f"Last day {long_date(facts.end_date)}"
    return f"In post since {long_date(facts.start_date)}" if facts.start_date else "No post"


def _open_cells(one: Reported, day: date, zone: ZoneInfo, path: str) -> list[Cell]:
    return [
        Cell(one.facts.name),
        Cell(_said(one, day)),
        Cell(one.by),
        Cell(long_date(one.on_date)),
        Cell(data_words(one, zone=zone)),
        Cell("Settle", href=path, hidden=f"the report about {one.facts.name}"),
    ]


def _answered_cells(one: Answered, day: date) -> list[Cell]:
    reported = one.reported
    return [
        Cell(reported.facts.name),
        Cell(_said(reported, day)),
        Cell(f"{reported.by}, {long_date(reported.on_date)}"),
        Cell(one.note),
        Cell(f"{one.by}, {long_date(one.on_date)}"),
    ]


def _said(one: Reported, day: date) -> str:
    words = kind_words(one.kind, one.until_date, day=day)
    return words[0].upper() + words[1:]


def _kind_choices(reports: Sequence[Reported], filters: Filters) -> tuple[Choice, ...]:
    many = Counter(one.kind for one in reports)
    return (
        Choice("", "All"),
        *(
            Choice(kind.value, f"{words[0].upper()}{words[1:]} ({number(many[kind])})", checked=kind is filters.kind)
            for kind, words in KINDS.items()
            if many[kind] or kind is filters.kind
        ),
    )


def _reporter_choices(reports: Sequence[Reported], filters: Filters) -> tuple[Choice, ...]:
    many = Counter((one.by, one.by_id) for one in reports)
    return (
        Choice("", "Everybody"),
        *(
            Choice(str(by_id), f"{by} ({number(reported)})", checked=by_id == filters.reporter)
            for (by, by_id), reported in sorted(many.items())
        ),
    )
