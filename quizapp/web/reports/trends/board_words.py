"""The words of the page that is put before a board, also as plain text to be copied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizapp.assessment.trends.targets import Rating
from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.groups import Group
from quizapp.services.reports.months.behind import DueGroup
from quizapp.services.reports.oversight.exceptions import Matter
from quizapp.services.reports.trends.board import BoardReport
from quizapp.web.reports.month_end import MonthEnd
from quizapp.web.reports.trends.on_time_words import choose
from quizapp.web.reports.trends.trend_chart import draw_trend
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.asked.report_day import TODAY, AskedDay
from quizapp.web.shell.filters import number, short_month
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.measures.figures import headline
from quizapp.web.shell.measures.numbers import ALL_TEAMS, PeopleLinks, counted_share_words
from quizapp.web.shell.measures.team_chart import whose_target
from quizapp.web.shell.measures.team_lines import line_name
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file, as_at

if TYPE_CHECKING:
    from quizapp.assessment.measures import Share

HEADING = "Induction quiz: report to the board"
KNOWN_TODAY = (
    "Who has never signed in, whose mail is refused, who has tried 3 times or more, whom nobody manages and what"
    " managers reported are known for today alone."
)
HEADER = ("Team", "Due", "Passed", "Share", "Overdue")
COLUMNS = tuple(Column(text, numeric=place > 0) for place, text in enumerate(HEADER))
DEFINITIONS = (
    (
        "Compliance",
        "Of the people in post whose due date has passed and who are not on long-term absence, those who hold a valid"
        " pass on the day, however late they passed.",
    ),
    (
        "Rate as ESR counts it",
        "Of all people in post, due or not, away or not, those who hold a valid pass. For comparing with ESR alone.",
    ),
    (
        "On time",
        "Of the people whose due date fell in a month, those who had passed by it. People who leave later stay in."
        " A month is frozen a week after its end.",
    ),
    (
        "Limits",
        "What chance alone usually stays between: the mean of the months, and 2.66 average changes from month to month"
        " above and below it.",
    ),
    ("Counted", "Permanent, fixed-term, bank and honorary staff. Agency, volunteers and students are not."),
)
_RATINGS = {
    Rating.GREEN: "at or above {whose} target of {target}%",
    Rating.AMBER: "up to {amber} points below {whose} target of {target}%",
    Rating.RED: "more than {amber} points below {whose} target of {target}%",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its name, or one number of another; each cell opens the list behind it."""

    name: str
    cell: Cell
    whole: Cell | None = None
    share: str = ""

    @property
    def text(self) -> str:
        """110 of 122 (90.1%), or the number."""
        return f"{self.cell.text} of {self.whole.text}{self.share}" if self.whole else self.cell.text


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Everything the page shows."""

    caption: str
    sentence: str
    day: AskedDay
    rating: str = ""
    as_at: str = ""
    facts: tuple[Fact, ...] = ()
    trend: str = ""
    target: str = ""
    small: str = ""
    figure: ChartFigure | None = None
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    actions: tuple[Fact, ...] = ()
    known_today: str = ""
    frozen: MonthEnd | None = None
    definitions: tuple[tuple[str, str], ...] = ()
    quizzes: tuple[Choice, ...] = ()
    downloads: Downloads | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the picture, the table as each kind of file, the lists of people and what is stuck are."""

    picture: str
    files: Mapping[FileKind, str]
    people: str
    stuck: str
    reported: str
    month_people: str


def present_nothing(sentence: str, day: AskedDay = TODAY) -> BoardPage:
    """The page while there is nothing to report."""
    return BoardPage("", sentence, day)


def present_board(found: BoardReport, day: AskedDay, *, paths: Paths, frozen: MonthEnd | None = None) -> BoardPage:
    """The page: the headline, the numbers, the trend, the teams, and what needs somebody; `frozen` as it ended."""
    report, trend = found.report, found.trend
    query = {"quiz": str(report.head.quiz_id), "day": day.text}
    links = PeopleLinks(paths.people, report.head.quiz_id, day=day.text)
    chart = draw_trend(trend)
    page = BoardPage(
        caption=f"{report.head.organisation}, {report.head.quiz_title}",
        sentence=headline(report.measures.compliance),
        day=day,
        rating=_rate(found),
        as_at=as_at(report.head),
        facts=_facts(found, links, paths),
        trend=trend.sentence,
        target=trend.target_sentence,
        small=trend.small_sentence,
        figure=present_chart(chart, name="board", file=address(paths.picture, query)) if chart else None,
        columns=COLUMNS,
        rows=_rows(found, links),
        actions=_actions(found, links, paths),
        known_today="" if found.exceptions else KNOWN_TODAY,
        frozen=frozen,
        definitions=DEFINITIONS,
        quizzes=choose(report.head.quizzes, report.head.quiz_id),
        downloads=offer_files(paths.files, query, what="table"),
    )
    return replace(page, text=_as_text(page))


def present_file(found: BoardReport) -> Table:
    """The teams for a file; counts are numbers there."""
    rows: list[list[str | int | None]] = []
    whole = (ALL_TEAMS, found.report.measures)
    for name, measures in [*((line_name(line), line.measures) for line in found.report.lines), whole]:
        share = measures.compliance
        rows.append([name, share.of, share.count, counted_share_words(share), measures.overdue.total])
    return Table(HEADER, rows, about_file(found.report.head, HEADING))


def _rate(found: BoardReport) -> str:
    report = found.report
    if found.rating is None:
        return ""
    whose = whose_target(report.head)
    words = _RATINGS[found.rating].format(whose=whose, target=report.target, amber=report.amber_points)
    return f"{report.measures.compliance.percentage} is {words} ({found.rating})."


def _facts(found: BoardReport, links: PeopleLinks, paths: Paths) -> tuple[Fact, ...]:
    measures = found.report.measures
    facts = [
        _share("Compliance", measures.compliance, links, (Group.DUE_PASSED, Group.DUE)),
        _share("Rate as ESR counts it", measures.esr_rate, links, (Group.PASSED, Group.IN_SCOPE)),
        Fact("Not due yet", links.number(measures.not_due_yet, Group.NOT_DUE_YET, words="not due yet")),
        Fact("On long-term absence", links.number(measures.absent, Group.ABSENT, words="on long-term absence")),
    ]
    if found.trend.trend.months:
        last = found.trend.trend.months[-1]
        query = {"month": last.month.isoformat(), "quiz": str(found.report.head.quiz_id)}
        on_time, due = (
            _number(people, address(paths.month_people, {"group": group, **query}))
            for people, group in ((last.share.count, DueGroup.ON_TIME), (last.share.of, DueGroup.DUE))
        )
        name = f"On time in {short_month(last.month)}"
        facts.insert(2, Fact(name, on_time, due, _in_brackets(last.share)))
    return tuple(facts)


def _share(name: str, share: "Share", links: PeopleLinks, groups: tuple[Group, Group]) -> Fact:
    """So many of so many, each with its list; words alone where there is nobody."""
    if not share.of:
        return Fact(name, Cell(counted_share_words(share)))
    part, whole = groups
    return Fact(
        name,
        links.number(share.count, part, words=f"of {name}"),
        links.number(share.of, whole, words=f"of {name}"),
        _in_brackets(share),
    )


def _in_brackets(share: "Share") -> str:
    return f" ({share.percentage})" if share.percentage else ""


def _rows(found: BoardReport, links: PeopleLinks) -> list[list[Cell]]:
    lines = [(links.of_team(one.team_id, line_name(one), alone=one.alone), one.measures) for one in found.report.lines]
    rows = []
    for link, measures in [*lines, (links, found.report.measures)]:
        share = measures.compliance
        rows.append(
            [
                Cell(link.name, href=link.to(Group.EVERYBODY)),
                link.number(share.of, Group.DUE, words="due"),
                link.number(share.count, Group.DUE_PASSED, words="due and passed"),
                Cell(counted_share_words(share)),
                link.number(measures.overdue.total, Group.OVERDUE, words="overdue"),
            ]
        )
    return rows


def _actions(found: BoardReport, links: PeopleLinks, paths: Paths) -> tuple[Fact, ...]:
    overdue = found.report.measures.overdue
    ages = (
        ("Overdue by 1 to 7 days", overdue.up_to_7_days, Group.OVERDUE_UP_TO_7),
        ("Overdue by 8 to 28 days", overdue.up_to_28_days, Group.OVERDUE_8_TO_28),
        ("Overdue by 29 days and over", overdue.over_28_days, Group.OVERDUE_OVER_28),
    )
    facts = [Fact(name, links.number(people, group, words=name.lower())) for name, people, group in ages]
    if found.exceptions is None:
        return tuple(facts)
    stuck = (
        ("Started 7 to 13 days ago and never signed in", Matter.NEW),
        ("Mail refused", Matter.REFUSED),
        ("3 tries or more without a pass", Matter.MANY_TRIES),
        ("Nobody manages them", Matter.UNMANAGED),
    )
    quiz = str(found.report.head.quiz_id)
    for name, matter in stuck:
        href = address(paths.stuck, {"list": matter, "quiz": quiz})
        facts.append(Fact(name, _number(found.exceptions.counts[matter], href)))
    return (*facts, Fact("Reported by managers, not settled yet", _number(found.exceptions.reported, paths.reported)))


def _number(people: int, href: str) -> Cell:
    return Cell(number(people), href=href if people else None)


def _as_text(page: BoardPage) -> str:
    """The same as the page in plain lines; a row of the table is one line."""
    teams = [
        f"{name}: {share}, {late} overdue"
        for name, _, _, share, late in ([cell.text for cell in row] for row in page.rows)
    ]
    parts = [
        f"{HEADING}. {page.caption}.",
        f"{page.sentence} {page.rating}".strip(),
        "\n".join(f"{fact.name}: {fact.text}" for fact in page.facts),
        " ".join(words for words in ("On-time completion.", page.trend, page.target, page.small) if words),
        "By team:\n" + "\n".join(teams),
        "What needs attention:\n" + "\n".join(f"{fact.name}: {fact.cell.text}" for fact in page.actions),
        page.known_today,
        page.frozen.words if page.frozen else "",
        "\n".join(f"{name}: {words}" for name, words in page.definitions),
        f"{page.as_at}.",
    ]
    return "\n\n".join(part for part in parts if part)
